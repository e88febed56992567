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
from bot.understanding.times import times
from bot.understanding.words import gates

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

    @property
    def is_only_a_time(self) -> bool:
        """True where the message says when, and nothing else."""
        return self.when.value is not None and not (self.head or self.with_whom or self.where or self.why)


@dataclass(frozen=True, slots=True)
class _Patterns:
    split: re.Pattern[str]
    otherwise: re.Pattern[str]
    appointment: re.Pattern[str]
    seeing: re.Pattern[str]
    person: re.Pattern[str]
    initials: re.Pattern[str]
    clinician: re.Pattern[str]
    event: re.Pattern[str]
    filler: re.Pattern[str]
    not_place: re.Pattern[str]
    place: re.Pattern[str]
    vague: re.Pattern[str]
    signs: gates.Gate
    """The first words of what only an appointment is called, or is with; a time may stand before the others."""


def read(turn: Turn, text: str) -> Told:
    """Take the parts of an appointment from ``text``; what is not said stays empty."""
    found, text = _patterns(), text.replace(_CURLY, "'")
    when, rest = times.split(text, turn.local_now, "future", turn.patient.locale)
    if when.value is None or found.vague.search(when.words):
        when, rest = readings.TimeReading(), text
    minutes, rest = _length(rest)
    parts = _parts(rest, found)
    head, who = parts["head"], parts.get("with", "")
    doing = _without(head, (found.appointment, found.seeing))
    left = _trimmed(doing, found)
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


def titled(name: str) -> str:
    """Write a typed name as a name is written: "dr wu" becomes "Dr Wu", "gp" "GP"."""
    return _titled(name, _patterns())


def looks_like_visit(turn: Turn, text: str) -> bool:
    """Tell whether ``text`` clearly tells of a new appointment, and of nothing else."""
    found = _patterns()
    if len(text) > LONGEST or "?" in text or found.otherwise.search(text.replace(_CURLY, "'")):
        return False
    if not found.signs.opens(turn.reads.plain(text)):
        return False
    told = read(turn, text)
    if not _is_ahead(told.when, turn.local_now):
        return False
    signs = (found.appointment, found.clinician, found.event, found.person)
    if not any(sign.search(told.head) for sign in signs) or _is_update(turn, told.why):
        return False
    return not _without(told.head, (*reversed(signs), found.seeing, found.filler))


def _is_update(turn: Turn, why: str) -> bool:
    """Tell whether what looks like a reason says how it is now ("migraine 7, took suma")."""
    said = turn.reads.update(why)
    rated = any(symptom.severity is not None for symptom in said.symptoms)
    return rated or any(medicine.status != "mentioned" for medicine in said.medications)


def _is_ahead(when: readings.TimeReading, now: datetime) -> bool:
    if when.value is None:
        return False
    return when.value > now if when.has_time else when.value.date() >= now.date()


def _parts(text: str, found: _Patterns) -> dict[str, str]:
    """Cut the text at the words that open a part; "head" is what stands before the first."""
    parts = {"head": ""}
    kind = "head"
    for mark, piece in _pieces(text, found):
        opens = _kind_of(mark, piece, kind, parts, found) if mark else None
        if opens:
            kind = opens
            parts[kind] = piece
        else:
            joined = f", {piece}" if mark == "," else f" {mark} {piece}"
            parts[kind] = f"{parts[kind]}{joined}".strip()
    return {name: _cleaned(piece, name) for name, piece in parts.items()}


def _pieces(text: str, found: _Patterns) -> Iterator[tuple[str, str]]:
    """Yield (the word that opens it, the piece); the first piece is opened by nothing."""
    marks = list(found.split.finditer(text))
    starts = [("", 0), *((_mark_of(m), m.end()) for m in marks)]
    ends = [*(m.start() for m in marks), len(text)]
    for (mark, start), end in zip(starts, ends, strict=True):
        yield mark, text[start:end].strip()


def _mark_of(match: re.Match[str]) -> str:
    return "," if match.group().strip() in {",", ";"} else match.group().strip().casefold()


def _kind_of(mark: str, piece: str, kind: str, parts: dict[str, str], found: _Patterns) -> str | None:
    """Say which part a mark opens; None where it belongs to the part it stands in ("problems with my knee")."""
    words = visit_words.load()
    is_person = bool(found.person.match(piece) or found.clinician.match(piece))
    opens = "about"
    if mark == ",":
        is_place = bool(found.place.search(piece))
        opens = "with" if is_person else "at" if is_place else "about"
    elif mark in words.with_:
        opens = "with" if is_person or kind != "about" else kind
    elif mark in words.at:
        opens = kind if (mark == "in" and kind != "head") or found.not_place.match(piece) else "at"
    return opens if piece and opens not in parts else None


def _length(text: str) -> tuple[int | None, str]:
    said = _LENGTH.search(text)
    if said is None:
        return None, text
    minutes = int(said[1]) if said[1] else _HOURS[(said[2] or "").casefold()]
    return minutes or None, f"{text[: said.start()]} {text[said.end() :]}"


def _cleaned(piece: str, kind: str) -> str:
    piece = " ".join(piece.split()).strip(_EDGES)
    if kind == "head":
        return piece
    piece = _DANGLING.sub("", piece).strip(_EDGES)
    return _OWNED.sub("", piece) if kind == "with" else piece


def _trimmed(text: str, found: _Patterns) -> str:
    """Take small words off both ends of ``text``, none that belongs to what is left ("pain clinic")."""
    words = text.strip(_EDGES).split()
    while words and found.filler.fullmatch(words[0].strip(_EDGES)):
        words.pop(0)
    while words and found.filler.fullmatch(words[-1].strip(_EDGES)):
        if found.clinician.fullmatch(" ".join(words).strip(_EDGES)):
            break
        words.pop()
    return " ".join(words).strip(_EDGES)


def _without(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return " ".join(text.split()).strip(_EDGES)


def _titled(name: str, found: _Patterns) -> str:
    """Write "dr wu" and "gp" as names are written; leave every other word as the patient wrote it."""
    name = found.initials.sub(lambda m: m[0].upper(), re.sub(r"'s$", "", name))
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
        initials=_any(words.initials),
        clinician=_any(words.clinicians),
        event=_any(words.events),
        filler=_any(words.fillers),
        not_place=re.compile(rf"(?:{_either(words.not_places)})(?![\w'])", re.IGNORECASE),
        place=_any(words.places),
        vague=_any(words.vague),
        signs=gates.Gate(
            tuple(
                {
                    f" {gates.plain(sign).split()[0]} "
                    for sign in (*words.appointment, *words.clinicians, *words.events, *words.titles)
                }
            )
        ),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{_either(words)})(?![\w'-])", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
