"""Reads the people of a history: who looks after the patient, and who in the family has what."""

import re
from collections.abc import Iterator

from bot.domain.history_words import HistoryWords
from bot.understanding.history import history_parts
from bot.understanding.words import patterns

DASH = patterns.Pattern(
    r"\s+[-\N{EN DASH}\N{EM DASH}=>\N{RIGHTWARDS ARROW}]+\s+|\s*:\s+|\s*\N{RIGHTWARDS ARROW}\s*|\s*->\s*"
)
"""Signs that part a name from what is said of it."""
_AND = patterns.Pattern(r"\s+(?:and|&)\s+", re.IGNORECASE)
_HAS = patterns.Pattern(r"\s+(?:has|have|had|with|got)\s+(?:a\s+)?|,\s+", re.IGNORECASE)
_OF_ME = patterns.Pattern(r"^(?:my|on)\s+", re.IGNORECASE)
_LINK = patterns.Pattern(r"\s+(?:is|is my|my|in|for|from|at|the)$", re.IGNORECASE)
_PERSON = patterns.Pattern(
    r"\b(?:dr|doctor|prof|nurse)\.?\s+(?:\w[\w'-]*)(?:\s+[a-z][\w'-]+)?", re.IGNORECASE
)


def begins(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether ``text``, in lower case, begins with one of ``phrases`` as whole words."""
    return any(text.startswith(each) and not text[len(each) : len(each) + 1].isalnum() for each in phrases)


def is_new(text: str, relatives: tuple[str, ...]) -> bool:
    """Tell whether ``text`` begins to speak of another person."""
    is_carer = bool(re.match(r"(?:my\s+)?(?:dr\.?|doctor|prof|nurse)\s+\w", text))
    return is_carer or begins(_OF_ME.sub("", text), relatives)


def apart(piece: str, words: HistoryWords) -> Iterator[str]:
    """Cut "sister has ms and mom has diabetes", but not "mom and sister: lupus"."""
    pieces: list[str] = []
    for part in _AND.split(piece):
        first = _OF_ME.sub("", part.casefold())
        is_alone = bool(pieces) and _OF_ME.sub("", pieces[-1].strip().casefold()) in words.relatives
        if pieces and (is_alone or not begins(first, words.relatives)):
            pieces[-1] = f"{pieces[-1]} and {part}"
        else:
            pieces.append(part)
    yield from pieces


def carer(told: str, words: HistoryWords) -> tuple[str, str]:
    """Read "dr lee, neurologist" or "neurologist: dr lee" as (name, role and place)."""
    flat = _OF_ME.sub("", told).replace("(", ", ").replace(")", "")
    parts = [history_parts.clean(part) for piece in DASH.split(flat) for part in piece.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = _with_role(parts[0], words)
    if len(parts) > 1 and parts[0].casefold() in words.clinicians:
        parts = [parts[1], parts[0], *parts[2:]]
    return (_titled(parts[0]), ", ".join(parts[1:])) if parts else ("", "")


def relative(told: str, words: HistoryWords) -> tuple[str, str]:
    """Read "mother: lupus" and "lupus (mother)" alike, as (illness, who has it)."""
    parts = history_parts.Parts(_OF_ME.sub("", told))
    bracket = history_parts.take_bracket(parts)
    first, *more = DASH.split(parts.rest, maxsplit=1)
    if not more:
        first, *more = _HAS.split(parts.rest, maxsplit=1)
    first, second = history_parts.clean(first), history_parts.clean(more[0] if more else "")
    if second and begins(first.casefold(), words.relatives):
        return second, _joined(first, bracket)
    who = next((r for r in words.relatives if first.casefold().startswith(f"{r} ")), "")
    if who and not second:
        return first[len(who) :].strip(), _joined(first[: len(who)], bracket)
    return first, _joined(second, bracket)


def _with_role(told: str, words: HistoryWords) -> list[str]:
    low = told.casefold()
    for role in words.clinicians:
        if low.startswith(f"{role} is "):
            return [told[len(role) + 4 :], told[: len(role)]]
        if low.startswith(f"{role} dr"):
            return [told[len(role) :].strip(), told[: len(role)]]
        if low.endswith(f" {role}"):
            return [_LINK.sub("", told[: -len(role)].strip()), told[-len(role) :]]
    return [told]


def _titled(name: str) -> str:
    """Write "dr lee" as a name is written."""
    return _PERSON.sub(
        lambda found: " ".join(w.capitalize() if w.islower() else w for w in found[0].split()), name
    )


def _joined(*said: str) -> str:
    return ", ".join(part for part in said if part)
