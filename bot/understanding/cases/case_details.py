"""Reads what a message tells of a barrier that is being worked on: kind, what about, reference, last day, with whom.

"insurance denied my mri ref 8841, appeal by jan 5" is all that a tired patient writes, so everything readable is taken
from it and nothing else is asked. Pure: text and the patient's wall clock in, values out; any text is answered.
"""

import calendar
import itertools
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from bot.domain import cases, zones
from bot.domain.case_rules import KindId
from bot.understanding.cases import case_about, case_references, case_words
from bot.understanding.times import times
from bot.understanding.words import patterns

LONGEST_READ = 2_000
"""Characters that are read; what a case is about stands at the beginning."""
LONGEST_NAME = 60
MOST_CUES = 8
"""Words such as "by" behind which a day is looked for."""
FARTHEST = timedelta(days=730)
"""A last day farther away than this is a misreading."""
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"

_DUE = patterns.Pattern(
    r"\b(?:no later than|by|before|until|till|due(?: date)?(?: is| on| by)?|deadline(?: is| of| on)?:?"
    r"|last day(?: to \w+)?(?: is| to \w+ is)?:?|expires?(?: on)?|runs out(?: on)?|ends?(?: on)?)\s"
)
_MONTHS = [name[:3].casefold() for name in zones.MONTHS]
_BARE_MONTH = patterns.Pattern(
    rf"(?:the )?(?P<end>(?:very )?end of )?(?:the )?(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\b(?!\s*\d)"
)
_DUE_REACH = 40
"""Characters behind "by" in which the date stands."""
_I_MUST = patterns.Pattern(
    r"\b(?:i|we)\b[^.?!;\n]{0,30}$"
    r"|\b(?:they|she|he|hr|work|school|plan|office|clinic) (?:want|need|gave|ask|told|require|sent|den(?:y|ied)|reject"
    r"|refuse|turn)\w*\b"
)
_THEY_MUST = patterns.Pattern(
    r"\b(?:they|she|he)(?:'ll)?\b"
    r"|\b(?:plan|insurance|insurer|clinic|office|pharmacy|lab|hospital) "
    r"(?:will|must|have to|has to|should|said|says|promised)\b"
)
_MY_ACT = patterns.Pattern(
    r"\b(?:appeal|respond|send|file|submit|dispute|return|pay|act|due|deadline|last day)\b[^.?!;\n]{0,15}$"
)
_THEIR_ACT = patterns.Pattern(
    r"\b(?:hear(?: back)?|decision|answer|reply|decide|expect\w*|results?)\b[^.?!;\n]{0,15}$"
)

_PLACE = r"(?:clinic|hospital|pharmacy|office|labs?|imaging|center|centre|billing|department|desk|practice|collections)"
_NO_NAME = (
    r"(?:the|my|from|with|at|by|for|and|to|of|said|says|called|a|is|was|in|on|me|send|sent|owe|ref|it|that|they|no|not"
    r"|still|because|our|their|this|her|his|but|or|when|if|request|old|got|new|one|asked|requested|told|waiting|get"
    r"|need|needs|wants|see|over|charged|billed|has|have|had|will|i|we)"
)
_PLACES = patterns.Pattern(rf"\b(?P<name>(?:(?!{_NO_NAME}\b)[\w'&-]+ ){{0,2}}?{_PLACE})\b")
_PERSON = patterns.Pattern(r"\b(?:dr|doctor|prof)\.? (?P<name>[a-z][\w'-]+)")
_GENERIC = patterns.Pattern(
    rf"\b(?P<name>{case_words.WHO_PAYS}|employer|hr|school|gp|specialist|rheum\w*|neuro\w*|cardio\w*|gastro\w*"
    r"|derm\w*)\b"
)
_NEEDS_THE = frozenset(
    "clinic hospital pharmacy office lab labs imaging center centre practice employer school gp plan specialist".split()  # noqa: SIM905  reads on one line
)


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """What a message says; empty where it does not.

    ``deadline`` is a day on the patient's calendar, the earliest where two readings are common. ``move`` is None where
    the message does not tell whose it is. ``is_request``: it asks for a case to be kept.
    """

    kind: KindId | None = None
    about: str = ""
    reference: str = ""
    deadline: date | None = None
    deadline_whose: cases.Move = "mine"
    with_whom: str = ""
    move: cases.Move | None = None
    is_request: bool = False

    @property
    def is_certain(self) -> bool:
        """True where a case is surely wanted: asked for, or told with a reference or with a day it must be done by."""
        return self.is_request or (self.kind is not None and bool(self.reference or self.deadline))


def read(text: str, now: datetime, locale: str = "en-US") -> CaseDetails:
    """Take the parts of a case from ``text``; ``now`` is the patient's wall clock (naive)."""
    text = text[:LONGEST_READ].replace(_CURLY, "'")
    reference = case_references.find(text)
    rest = case_references.without(text, reference)
    low = rest.casefold()
    found = CaseDetails(
        kind=kind_of(low),
        reference=reference.value if reference else "",
        with_whom=_with_whom(rest),
        move="theirs" if case_words.PENDING.search(low) else None,
        is_request=asks_for_case(low),
    )
    day = _deadline(rest, now, locale)
    if day:
        found = replace(found, deadline=day[0], deadline_whose=day[1])
    return replace(found, about=case_about.find(rest))


def may_be_certain(text: str) -> bool:
    """Tell whether ``text`` holds a reference or announces a day, without which no case is certain unless asked for."""
    text = text[:LONGEST_READ].replace(_CURLY, "'")
    return bool(_DUE.search(text.casefold()) or case_references.find(text))


def asks_for_case(text: str) -> bool:
    """Tell whether ``text`` begins by asking that a case be kept."""
    low = text[:LONGEST_READ].replace(_CURLY, "'").casefold().strip()
    return bool(case_words.REQUEST.search(low)) and not case_words.NO_REQUEST.search(low)


@cache
def _kinds() -> tuple[tuple[KindId, tuple[tuple[re.Pattern[str], int], ...]], ...]:
    return tuple(
        (kind, tuple((re.compile(pattern), weight) for pattern, weight in cues))
        for kind, cues in case_words.KINDS.items()
    )


def kind_of(text: str) -> KindId | None:
    """Name the kind of case that ``text`` (plain lower case) speaks for most; None where nothing does."""
    weights = {
        kind: sum(weight for pattern, weight in cues if pattern.search(text)) for kind, cues in _kinds()
    }
    best = max(weights, key=lambda kind: (weights[kind], -case_words.ORDER.index(kind)))
    return best if weights[best] >= case_words.ENOUGH else None


def _deadline(text: str, now: datetime, locale: str) -> tuple[date, cases.Move] | None:
    low = text.casefold()
    for cue in itertools.islice(_DUE.finditer(low), MOST_CUES):
        behind = text[cue.end() : cue.end() + _DUE_REACH]
        day = _month(behind.casefold(), now.date()) or _day(behind, now, locale)
        if day and day - now.date() <= FARTHEST:
            return day, _whose(low[: cue.end()])
    return None


def _day(text: str, now: datetime, locale: str) -> date | None:
    """Read the day right behind a "by", the earliest where two readings are common; None where it is over."""
    when = times.find(text, now, "future", locale)
    if when.value is None or text.casefold().find(when.words.casefold()) > len("the end of "):
        return None
    ahead = [each.date() for each in (when.candidates or (when.value,)) if each.date() >= now.date()]
    return min(ahead, default=None)


def _month(text: str, today: date) -> date | None:
    """Read a month without a day: its end where that is said, else its first day, which is the safer one."""
    found = _BARE_MONTH.match(text)
    if found is None:
        return None
    month = _MONTHS.index(found["month"][:3]) + 1
    for year in (today.year, today.year + 1):
        last = calendar.monthrange(year, month)[1]
        day = date(year, month, last if found["end"] else 1)
        if day >= today:
            return day
    return None


def _whose(before: str) -> cases.Move:
    """Say who must act by the date: told in the words just before it, else the patient, who had better be early."""
    clause = re.split(r"[.?!;\n,]", before)[-1]
    if _I_MUST.search(clause):
        return "mine"
    if _THEY_MUST.search(clause):
        return "theirs"
    return "theirs" if _THEIR_ACT.search(clause) and not _MY_ACT.search(clause) else "mine"


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(case_words.NAMES, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(name.casefold()) for name in longest_first)})(?![\w-])"
    )


def _with_whom(text: str) -> str:
    """Name the other side: one that is known by name, a doctor, a place, else "insurance" and the like."""
    low = text.casefold()
    if named := _names().search(low):
        return next(name for name in case_words.NAMES if name.casefold() == named[0])
    if person := _PERSON.search(low):
        said = text[person.start("name") : person.end("name")]
        return f"Dr {said[:1].upper()}{said[1:]}"
    for pattern in (_PLACES, _GENERIC):
        if found := pattern.search(low):
            said = text[found.start("name") : found.end("name")][:LONGEST_NAME].strip()
            return f"the {said}" if said.casefold() in _NEEDS_THE else said
    return ""
