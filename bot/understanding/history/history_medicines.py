"""Reads medicines out of one piece of a list: name, dose and how often, why and when it stopped.

Where several stand in one breath, each known name begins a new one. A name nobody knows is kept as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.domain import readings
from bot.understanding.history import history_parts
from bot.understanding.history.history_parts import Parts
from bot.understanding.medicines import medicine_not_meant
from bot.understanding.updates.updates import UpdateReader
from bot.understanding.words import patterns

_TAKEN = "took "
"""Short names count only beside a word of taking; in a list of medicines every line has one in mind."""
_LEAD = patterns.Pattern(
    r"^(?:(?:well|so|ok|okay|um|also|and|then|now|currently|tried|tried:|just)[,\s]+)*(?:(?:i(?:'?ve"
    r"| have)?(?: also| now| still)?(?: been)?(?: on| taken| tried| used)?|i'?m(?: also| now"
    r"| still)? (?:on|taking)|i am (?:on|taking)"
    r"|tried|took|take|taking|taken|using|use|used|on|was on|have been on|stopped|quit|my|some|the"
    r"|meds?:|medicines?:|medications?:)\s+)*",
    re.IGNORECASE,
)
_HOW_OFTEN = (
    r"(?:once|twice|three times|four times|\d\s?x|x\s?\d|\d times|every|each|daily|nightly|weekly"
    r"|monthly|at|in the|as needed|prn|when needed|if needed|when|with|before|after|per|a day|"
    r"a week|bd|bid|tds|tid|qid|qd|od|qhs|qam|qpm|am|pm|morning|mornings|night|nights|evening|bedtime"
    r"|one|two|half|1/2|tablets?|pills?|caps?(?:ules?)?|puffs?|sprays?|drops|patch|units?|mg|mcg|only"
    r"|or|up to|max|"
    r"slow release|extended|er|xr|sr|xl|cream|gel|injection|shot|infusion|for|low dose|high dose|low-dose)"
)
_GOES_ON = patterns.Pattern(
    rf"(?:{_HOW_OFTEN}(?![\w])|[\d.]+\s*(?:mg|mcg|g|ml|iu|units?|x|%|times|puffs?|tablets?"
    rf"|pills?)?(?![\w])|stopped|stop|quit|came off|went off|taken off|tapered|weaned|had to|made|gave"
    rf"|caus|didn'?t|did not|doesn'?t|wasn'?t|not\s|no\s|because|due to"
    r"|since|for\s|from\s|until|till|but|which|that|it\s|i\s|then\s|started|helped|helps|worked|works"
    r"|still|now|side effect|too\s|dr\.?\s|my\s|by\s|and\s+(?:it|i|stopped|then|had|so|no|did"
    r"|was)(?![\w]))",
    re.IGNORECASE,
)
_NAME_ENDS = patterns.Pattern(
    rf"\s+(?=[\d.]|(?:{_HOW_OFTEN})(?![\w]))|\s*[,(:]|\s+[-\N{{EN DASH}}\N{{EM DASH}}]+\s+", re.IGNORECASE
)
_UNIT = patterns.Pattern(r"(\d)\s*(mg|mcg|ml|iu|units?|g)(?![\w])", re.IGNORECASE)
_ONE_BREATH = patterns.Pattern(r"(?<!\bdr)(?<!\bprof)\.\s+(?=\S)", re.IGNORECASE)
_JOINS = patterns.Pattern(
    r"(?:because|due to|of|after|than|to|for|by|from|with|like|worked"
    r"|so)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Medicine:
    """One medicine as told; the fields are those of a history item."""

    name: str
    state: Literal["now", "stopped"]
    detail: str = ""
    why: str = ""
    since: str = ""
    until: str = ""
    lasted: str = ""


def goes_on(updates: UpdateReader, piece: str) -> bool:
    """Tell whether what follows a comma speaks of the medicine before it."""
    if not _GOES_ON.match(piece):
        return False
    first = re.match(r"[\w-]+", piece)
    return not (first and updates.canonical_medication(first[0]))


def read(updates: UpdateReader, piece: str, *, tried: bool = False) -> Iterator[Medicine]:
    """Read the medicines of ``piece``; with ``tried`` each was given up."""
    for segment in _segments(updates, _ONE_BREATH.sub(", ", piece)):
        found = _one(updates, segment, tried=tried)
        if any(letter.isalnum() for letter in found.name):
            yield found


def known_in(updates: UpdateReader, text: str) -> tuple[readings.MedicationMention, ...]:
    """List the medicines the vocabulary knows in a piece of a list, short names too; "the white pill" is none."""
    found = updates.read(_TAKEN + text).medications
    return tuple(mention for mention in found if mention.name != medicine_not_meant.USUAL)


def _segments(updates: UpdateReader, piece: str) -> Iterator[str]:
    """Cut before each further known name, unless it stands in what is said of the first."""
    starts = [0]
    for mention in known_in(updates, piece):
        at = piece.find(mention.words)
        lead = piece[starts[-1] : at]
        if at > 0 and known_in(updates, lead) and not _JOINS.search(lead):
            starts.append(at)
    starts.sort()
    for start, end in zip(starts, [*starts[1:], len(piece)], strict=True):
        segment = re.sub(
            r"[\s,;]+(?:and|&|\+|plus|then|also)?[\s,]*$", "", piece[start:end], flags=re.IGNORECASE
        )
        if segment.strip():
            yield from _unknown_pair(segment)


def _unknown_pair(segment: str) -> Iterator[str]:
    """Cut "zorbitol and vitamin x" where one side of the "and" is a name nobody knows."""
    first, mark, second = segment.partition(" and ")
    is_name = re.fullmatch(r"\s*[a-z][\w-]{3,}(?:\s+[\d.]+\s*\w*)?\s*", second, re.IGNORECASE)
    if (
        mark
        and is_name
        and not _GOES_ON.match(second)
        and not history_parts.fails(first)
        and not _stops(segment)
    ):
        yield first
        yield second
    else:
        yield segment


def _stops(text: str) -> bool:
    parts = Parts(text)
    history_parts.stop_parts(parts, tried=False)
    return parts.state == "stopped"


def _one(updates: UpdateReader, segment: str, *, tried: bool) -> Medicine:
    parts = Parts(segment.strip())
    history_parts.stop_parts(parts, tried=tried)
    parts.rest = _LEAD.sub("", history_parts.trim(parts.rest))
    history_parts.time_parts(parts)
    bracket = history_parts.take_bracket(parts)
    name, detail = _named(updates, history_parts.trim(parts.rest).strip("()"))
    if not name:
        return Medicine("", parts.state)
    for remark in (bracket,):
        if remark and parts.state == "stopped" and not parts.why and not any(c.isdecimal() for c in remark):
            parts.why = remark
        elif remark:
            detail = ", ".join(part for part in (detail, remark) if part)
    if (
        tried
        and detail
        and not parts.why
        and not any(c.isdecimal() for c in detail)
        and not _GOES_ON.match(detail)
    ):
        parts.why, detail = detail, ""
    elif tried and not parts.why and " - " in detail:
        detail, _, parts.why = detail.rpartition(" - ")
    elif tried and not parts.why and ", " in detail and not _GOES_ON.match(detail.rpartition(", ")[2]):
        detail, _, parts.why = detail.rpartition(", ")
    return Medicine(name, parts.state, detail, parts.why, parts.since, parts.until, parts.lasted)


def _named(updates: UpdateReader, told: str) -> tuple[str, str]:
    """Part a name from its dose and how often."""
    known = known_in(updates, told)
    if len(known) == 1 and known[0].words in told:
        mention = known[0]
        before, _, after = told.partition(mention.words)
        rest = " ".join(part for part in (history_parts.clean(before), history_parts.trim(after)) if part)
        dose = _stated(mention)
        number = re.match(r"[\d.]+", dose)
        if number and re.search(rf"(?<![\d.]){re.escape(number[0])}(?![\d.])", rest):
            dose = ""
        return _as_said(mention), _UNIT.sub(r"\1 \2", " ".join(part for part in (dose, rest) if part))
    ends = _NAME_ENDS.search(told)
    name = told[: ends.start()] if ends else told
    detail = told[ends.end() :] if ends else ""
    generic = updates.canonical_medication(name) if known else None
    return generic or history_parts.clean(name), _UNIT.sub(r"\1 \2", history_parts.trim(detail))


def _as_said(mention: readings.MedicationMention) -> str:
    """Give the generic name, with the kind where it was said ("magnesium glycinate")."""
    said = re.split(r"\s+(?=[\d.]|(?:to|up|down|from|at|now|dose)(?![\w]))", mention.words, maxsplit=1)[0]
    return said if said.casefold().startswith(f"{mention.name.casefold()} ") else mention.name


def _stated(mention: readings.MedicationMention) -> str:
    """Give the dose; a bare number counted as "units" may count anything, and stays as it was written."""
    dose = mention.dose or ""
    return dose.removesuffix(" units") if "unit" not in mention.words.casefold() else dose
