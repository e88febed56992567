"""Reads an appointment from one message: with whom, when, where, why, in the words people text.

Plain rules over the words of content: the time is cut out first, then a few small words ("with", "at", "about") say
where each part begins. What is told as an update, a wish or a memory is no appointment.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from bot.content import visit_words
from bot.domain import readings
from bot.flows.turn import Turn
from bot.understanding import times

LONGEST = 240
"""Characters of a message that may be an appointment; longer ones tell a story."""
_LENGTH = re.compile(r"\bfor (?:(\d{1,3}) ?min(?:ute)?s?|(an|1|2|two) hours?|half an hour)\b", re.IGNORECASE)
_HOURS = {"an": 60, "1": 60, "2": 120, "two": 120, "": 30}
_OWNED = re.compile(r"^(?:my|the|a|an)\s+", re.IGNORECASE)
_DANGLING = re.compile(r"(?:\s|^)(?:on|at|and|is|this|in|for)$", re.IGNORECASE)
_EDGES = " \t\n,;:.-!\N{EN DASH}\N{EM DASH}"
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a message says of an appointment; empty where it does not say. ``when`` is local."""

    when: readings.TimeReading
    with_whom: str = ""
    where: str = ""
    why: str = ""
    minutes: int | None = None
    head: str = ""
    """What stood before the first part, without the time."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    split: re.Pattern[str]
    otherwise: re.Pattern[str]
    appointment: re.Pattern[str]
    seeing: re.Pattern[str]
    person: re.Pattern[str]
    clinician: re.Pattern[str]
    event: re.Pattern[str]
    filler: re.Pattern[str]
    not_place: re.Pattern[str]
    place: re.Pattern[str]
    vague: re.Pattern[str]


def read(turn: Turn, text: str) -> Told:
    """Take the parts of an appointment from ``text``; what is not said stays empty."""
    found, text = _patterns(), text.replace(_CURLY, "'")
    when, rest = times.split(text, turn.local_now, "future", turn.patient.locale)
    if when.value is None or found.vague.search(when.words):
        when, rest = readings.TimeReading(), text
    minutes, rest = _length(rest)
    head, parts = _parts(rest, found)
    who = parts.get("with", "") or ""
    doing = _without(head, (found.appointment, found.seeing))
    left = _trimmed(doing, found.filler)
    if who and left and left.casefold() != who.casefold():
        who = f"{who} ({left})"
    return Told(
        when,
        with_whom=_titled(who or left, found),
        where=parts.get("at", ""),
        why=parts.get("about", ""),
        minutes=minutes,
        head=head,
    )


def looks_like_visit(turn: Turn, text: str) -> bool:
    """Tell whether ``text`` clearly tells of a new appointment, and of nothing else."""
    found = _patterns()
    if len(text) > LONGEST or "?" in text:
        return False
    told = read(turn, text)
    if not _is_ahead(told.when, turn.local_now):
        return False
    if found.otherwise.search(text.replace(_CURLY, "'")):
        return False
    named = [
        p for p in (found.appointment, found.clinician, found.event, found.person) if p.search(told.head)
    ]
    seen = found.seeing.search(told.head) and told.with_whom
    if not (named or (seen and found.person.search(text))):
        return False
    unknown = _without(
        told.head, (found.person, found.appointment, found.seeing, found.clinician, found.event, found.filler)
    )
    return not unknown.strip(_EDGES)


def _is_ahead(when: readings.TimeReading, now: datetime) -> bool:
    if when.value is None:
        return False
    return when.value > now if when.has_time else when.value.date() >= now.date()


def _parts(text: str, found: _Patterns) -> tuple[str, dict[str, str]]:
    """Cut the text at the words that open a part; give what stands before the first, and each part."""
    parts: dict[str, str] = {}
    head = ""
    kind = "head"
    for mark, piece in _pieces(text, found):
        next_kind = _kind_of(mark, piece, kind, parts, found)
        if next_kind is None or next_kind == kind:
            joined = f"{mark} {piece}".strip() if mark != "," else f", {piece}"
            if kind == "head":
                head = f"{head} {joined}".strip()
            else:
                parts[kind] = f"{parts[kind]} {joined}".replace(" ,", ",")
            continue
        kind = next_kind
        if kind == "head":
            head = f"{head} {piece}".strip()
        else:
            parts[kind] = piece
    return head, {name: _cleaned(piece, name) for name, piece in parts.items()}


def _pieces(text: str, found: _Patterns) -> Iterator[tuple[str, str]]:
    """Yield (the word that opens it, the piece); the first piece is opened by nothing."""
    marks = list(found.split.finditer(text))
    starts = [("", 0), *((_mark_of(m), m.end()) for m in marks)]
    ends = [*(m.start() for m in marks), len(text)]
    for (mark, start), end in zip(starts, ends, strict=True):
        yield mark, text[start:end].strip()


def _mark_of(match: re.Match[str]) -> str:
    return "," if match.group().strip() in {",", ";"} else match.group().strip().casefold()


def _kind_of(mark: str, piece: str, kind: str, parts: dict[str, str], found: _Patterns) -> str | None:  # noqa: PLR0911  one line a case
    """Say which part a mark opens; None where it belongs to the part it stands in ("problems with my knee")."""
    words = visit_words.load()
    is_person = bool(found.person.match(piece) or found.clinician.match(piece))
    if not piece:
        return None
    if mark == "":
        return "head"
    if mark == ",":
        if is_person:
            return "with" if "with" not in parts else None
        return (
            "at"
            if found.place.search(piece) and "at" not in parts
            else "about"
            if "about" not in parts
            else None
        )
    if mark in words.with_:
        return None if "with" in parts or (kind == "about" and not is_person) else "with"
    if mark in words.at:
        inside = mark == "in" and kind in {"about", "at"}
        return None if inside or "at" in parts or found.not_place.match(piece) else "at"
    return None if "about" in parts or kind == "about" else "about"


def _length(text: str) -> tuple[int | None, str]:
    said = _LENGTH.search(text)
    if said is None:
        return None, text
    minutes = int(said[1]) if said[1] else _HOURS[(said[2] or "").casefold()]
    return minutes or None, f"{text[: said.start()]} {text[said.end() :]}"


def _cleaned(piece: str, kind: str) -> str:
    piece = " ".join(piece.split()).strip(_EDGES)
    piece = _DANGLING.sub("", piece).strip(_EDGES)
    return _OWNED.sub("", piece) if kind == "with" else piece


def _trimmed(text: str, filler: re.Pattern[str]) -> str:
    """Take small words off both ends of ``text``."""
    words = text.strip(_EDGES).split()
    while words and filler.fullmatch(words[0].strip(_EDGES)):
        words.pop(0)
    while words and filler.fullmatch(words[-1].strip(_EDGES)):
        words.pop()
    return " ".join(words).strip(_EDGES)


def _without(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return " ".join(text.split()).strip(_EDGES)


def _titled(name: str, found: _Patterns) -> str:
    """Write "dr wu" as a name is written; leave every other word as the patient wrote it."""
    name = re.sub(r"'s$", "", name)
    return found.person.sub(
        lambda m: " ".join(w.capitalize() if w.islower() else w for w in m[0].split()), name
    )


@cache
def _patterns() -> _Patterns:
    words = visit_words.load()
    marks = "|".join(
        re.escape(word) for word in sorted((*words.with_, *words.at, *words.about), key=len, reverse=True)
    )
    return _Patterns(
        split=re.compile(rf"(?<!\S)(?:{marks})(?=\s)|[,;](?=\s|$)", re.IGNORECASE),
        otherwise=_any(words.otherwise),
        appointment=_any(words.appointment),
        seeing=_any(words.seeing),
        person=re.compile(
            rf"(?<![\w'])(?i:{_either(words.titles)})\s+[^\W\d_][\w'-]*(?:\s+(?!(?i:{_either(words.titles)})\b)[A-Z][\w'-]+)?"
        ),
        clinician=_any(words.clinicians),
        event=_any(words.events),
        filler=_any(words.fillers),
        not_place=re.compile(rf"(?:{_either(words.not_places)})(?![\w'])", re.IGNORECASE),
        place=_any(words.places),
        vague=_any(words.vague),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{_either(words)})(?![\w'-])", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
