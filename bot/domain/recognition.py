"""What a content writer may say about recognising alarm and barriers: plain values, with no idea how text is read.

The pattern language is explained at the top of ``content/en/red_flags.yaml``, where it is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Despite = Literal["gone", "past", "if", "question", "other", "negated"]
"""A circumstance that silences most rules and that a rule may choose to speak through."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A concept made of other concepts that stand near one another, in any order.

    ``of``: each line is a blank-separated list of concepts, ``a|b`` meaning either.
    ``within``: words from the first to the last, punctuation counted as distance.
    """

    of: tuple[str, ...]
    within: int = 6
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers that mean ``concept`` when they stand beside the measure's name.

    ``stated`` limits the band to numbers whose unit is written; ``unit`` is then one of the measure's units.
    """

    concept: str
    low: float
    high: float
    unit: str = ""
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured value: the concept that names it, its units in words, and what its numbers mean.

    ``form``: "number", or "pressure" for 120/80, of which the bands speak of the upper value.
    """

    named: str
    bands: tuple[Band, ...]
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    form: Literal["number", "pressure"] = "number"
    before: int = 4
    """How many words the name may stand before the number."""
    after: int = 2
    """How many words the name may stand after the number."""
    bare: bool = False
    """True where the form alone says what is measured (180/110)."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How this language says things at all: shared by every rule.

    ``same``: one or two words that are always another way of writing the same ("can not": "cant").
    ``fillers``: words that may stand inside any phrase without changing it.
    ``breaks``: words that begin a new clause as a comma does ("but"). ``thoughts``: pairs of words that begin a
    new thought within one ("and my").
    ``not_typos``: common words that look like a misspelling of a word of ours and are none.
    ``numbers``: number words with their value. ``context``: the fixed roles that decide whether a mention is
    meant (negation, long_past, ...), each with its phrases.
    """

    same: dict[str, str]
    fillers: tuple[str, ...]
    breaks: tuple[str, ...]
    thoughts: tuple[str, ...]
    not_typos: tuple[str, ...]
    numbers: dict[str, float]
    context: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One emergency or crisis and the combinations of concepts that a person may report it with.

    ``when``: combinations that hold even where the writer calls it usual or mild; ``soft``: combinations that a
    known or mild symptom silences. ``unless``: concepts that silence the rule. ``source``: where the red flags
    are stated; ``checked``: the ISO date on which that was looked up, empty where it is still to be done.
    """

    id: str
    kind: Literal["emergency", "crisis"]
    source: str
    checked: str
    when: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    despite: tuple[Despite, ...] = ()
    within: int = 40


@dataclass(frozen=True, slots=True)
class RedFlags:
    """Everything the alert reader knows. Earlier rules win where several fire."""

    concepts: dict[str, tuple[str, ...]]
    joined: dict[str, Joined]
    measures: tuple[Measure, ...]
    rules: tuple[AlertRule, ...]
    speech: Speech


@dataclass(frozen=True, slots=True)
class Cue:
    """A combination of concepts and how strongly it speaks for a barrier; 1.0 is enough alone."""

    when: str
    weight: float = 1.0
    within: int = 16


@dataclass(frozen=True, slots=True)
class SituationCues:
    """What speaks for one barrier. ``unless``: concepts that take the barrier out of question."""

    id: str
    cues: tuple[Cue, ...]
    unless: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    """Barriers beside which this one is never offered (alliance beside harm)."""


@dataclass(frozen=True, slots=True)
class Situations:
    """Everything the situation reader knows; ``threshold`` is the score below which a barrier is not offered."""

    concepts: dict[str, tuple[str, ...]]
    joined: dict[str, Joined]
    barriers: tuple[SituationCues, ...]
    speech: Speech
    threshold: float = 1.0


class Grounds(Protocol):
    """Numbers what may speak for something."""

    def get(self, ground: str, /) -> int | None:
        """Give the number of ``ground``; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each small ground in a message is worth for each kind, as learned from our own taught sentences.

    ``bias``: one a kind, what is worth before anything is said. ``grounds`` numbers the known ones; ``starts`` says for
    a number where in ``worths`` its own stand: how many numbers follow, and as these the number of a kind and
    hundredths of worth in turns, without the kinds it says nothing of. Grounds that are worth the same share them.
    ``rarities``: for the number of a ground, hundredths of the square of how rare it is (1 on average).
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    worths: Sequence[int]
    starts: Sequence[int]
    rarities: Sequence[int]
    grounds: Grounds

    def worth(self, ground: str) -> Sequence[int]:
        """Give the number of a kind and what ``ground`` is worth for it, in turns; nothing where it is not known."""
        number = self.grounds.get(ground)
        if number is None:
            return ()
        at = self.starts[number]
        return self.worths[at + 1 : at + 1 + self.worths[at]]


@dataclass(frozen=True, slots=True)
class UpdateWeights:
    """What is learned of quick updates: which numbers rate, and which symptoms are told of as not there."""

    ratings: Weights
    denials: Weights
