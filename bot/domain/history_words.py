"""The words by which something for the history is known: what `content` loads, `understanding` reads with."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """Words and phrases in lower case, the longest first. None of them is ever stored: the patient's words are."""

    conditions: tuple[str, ...]
    """Diagnoses by the names patients use; "I have ..." is only believed with one of these."""
    reactions: tuple[str, ...]
    """What an allergy does ("hives"), told without a verb."""
    devices: tuple[str, ...]
    clinicians: tuple[str, ...]
    relatives: tuple[str, ...]
    """Whose illness is family history, and never the writer's own."""
    others: tuple[str, ...]
    """Everybody else whose medicines and allergies are not the writer's."""
    together: tuple[str, ...]
    """Names that hold an "and" and are one thing ("head and neck")."""
    not_avoided: tuple[str, ...]
    """After "please don't", words that are said to the bot and to no clinician ("remind me")."""
    asks_by: tuple[str, ...]
    """How people begin who ask to see something ("show me", "what's")."""
    asks: Mapping[str, tuple[str, ...]]
    """How people ask to see a section, by its id; "all" for the whole."""
