"""The ways people ask about their own log, as patterns. ``x`` is what the question is about.

The first pattern that fits the whole question, and whose ``x`` is understood, answers it: narrow ones stand first.
"""

from dataclasses import dataclass
from typing import Literal

from bot.domain import finding
from bot.understanding.words import patterns

_HAVE = (
    r"(?:have|had|get|got|take|took|taken|use|used|feel|felt|log|logged|see|saw|seen|visit|visited|"
    r"experience|suffer from|suffer)"
)
_MISS = r"(?:miss|missed|skip|skipped|forget to take|forget|forgot|forgotten|not take|not taken)"
_SAY = (
    r"(?:say|said|write|written|wrote|tell you|told you|log|logged|note|noted|mention|mentioned)(?: to you)?"
)
_ABOUT = r"(?:about|on|for|regarding)"
_TIMES = r"(?:days?|nights?|times?)"
_MY = r"(?:my |the )?"
_LAST = r"(?:last|latest|most recent)"
_WITHOUT = r"(?:without|with no|free of|free from|no)"
_X = r"(?P<x>.+)"
_SOME_X = r"(?P<x>.+?)"
_MEETING = r"(?P<x>(?:visit|appointment|appt|check ?up|follow ?up)\b.*)"
_SEE = r"(?:seeing|see|due to see|going to see|meeting|meet|at)"
_ALL = r"(?:everything|(?:all )?(?:the |my )?entries|(?:all|what) i (?:said|wrote))"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask.

    ``kind``: what it is about where the pattern says so. ``flags``: "bare", no question by its form, so it stands only
    with a name that is known and where it is hardly told; "words", what is not known by name may be looked for as
    words; "whole", the words of time belong to it ("how long since my last migraine"); "missed", doses not taken;
    "met", whoever is named is somebody to be seen.
    """

    ask: finding.Ask
    pattern: patterns.Pattern
    unit: finding.Unit = "day"
    kind: finding.Kind | None = None
    flags: frozenset[str] = frozenset()


def _way(
    ask: finding.Ask,
    *pieces: str,
    unit: finding.Unit = "day",
    kind: finding.Kind | None = None,
    flags: str = "",
) -> Way:
    return Way(ask, patterns.Pattern("".join(pieces)), unit, kind, frozenset(flags.split()))


_SAID = (
    _way("next", r"when (?:is|are|was) (?:my|the) next ", _X),
    _way("next", r"(?:what|which) (?:is|was) (?:my|the) next ", _MEETING),
    _way("next", r"(?:what|which) (?:day|date|time) (?:is|was) (?:my|the) (?:next )?", _X),
    _way("next", r"when (?:am|will|do|are|should) (?:i|we) (?:be )?(?:next )?", _SEE, " ", _X),
    _way("next", r"when am i (?:next )?(?:back|in) with ", _X, flags="met"),
    _way("next", _MY, r"next (?P<x>(?:visit|appointment|appt)\b.*)", flags="bare"),
    _way("said", r"what (?:did|have|had) i ", _SAY, " ", _ABOUT, " ", _X, flags="words"),
    _way(
        "said",
        r"(?:did|have) i (?:say|said|write|written|tell you|told you|mention|mentioned|note|noted)",
        r"(?: anything| something)? ",
        _ABOUT,
        " ",
        _X,
        flags="words",
    ),
    _way(
        "said",
        r"(?:show me|find|search for|search|look for|list) (?:me )?",
        _ALL,
        r"(?: (?:about|on|with|for))? ",
        _X,
        flags="words",
    ),
)
_SINCE = (
    _way(
        "last",
        r"how long (?:has it been |is it |ago |been |it's been )?(?:since|was) (?:my |the |i )?(?:last )?(?:time i )?",
        _X,
        flags="whole",
    ),
    _way("last", r"how long (?:have i|since i(?:'ve| have)?) (?:been|gone) without ", _X, flags="whole"),
    _way(
        "last",
        r"how many days (?:has it been |is it )?since (?:my |the |i )?last (?:time i )?",
        _X,
        flags="whole",
    ),
    _way("last", r"days since ", _MY, "last ", _X, flags="whole bare"),
)
_WHEN = (
    _way(
        "first",
        r"when (?:was|is) (?:my|the) (?:very )?first (?:time i ",
        _HAVE,
        r" |time with )?",
        _X,
        flags="words",
    ),
    _way("first", r"when did i first ", _HAVE, " ", _X, flags="words"),
    _way("first", r"when did (?:my|the|this|these) ", _SOME_X, r" (?:first )?(?:start|begin|come on)"),
    _way(
        "last",
        r"when (?:was|is) ",
        _MY,
        _LAST,
        r" time (?:that )?i(?:'ve)? (?:last )?",
        _MISS,
        " ",
        _X,
        flags="missed",
    ),
    _way("last", r"when did i last ", _MISS, " ", _X, flags="missed"),
    _way(
        "last",
        r"when (?:was|is|were) ",
        _MY,
        _LAST,
        r" (?:time (?:that )?(?:i(?:'ve)? |my )?)?",
        _X,
        flags="words",
    ),
    _way("last", r"when (?:did|have) i last(?: ", _HAVE, ")? ", _X, flags="words"),
    _way("last", r"when was it (?:that )?i last(?: ", _HAVE, ")? ", _X),
    _way(
        "last",
        r"when did (?:my|the) ",
        _SOME_X,
        r" last (?:happen|start|act up|flare up|flare|come back|hurt|bother me)",
    ),
    _way("last", _MY, r"last time (?:that )?i(?:'ve)? ", _HAVE, " ", _X, flags="bare"),
    _way("last", _MY, _LAST, " ", _X, flags="bare"),
)
_GAPS = (
    _way(
        "gap",
        r"(?:what (?:is|was) )?",
        _MY,
        r"longest (?:gap|time|stretch|break|run|period|streak|pause|interval)(?: of time)?",
        r"(?: between two| in between| between| without| with no| free of) (?:any )?",
        _X,
    ),
    _way(
        "gap",
        r"(?:what (?:is|was) )?",
        _MY,
        r"longest (?:i(?:'ve| have)? )?(?:went|gone|go|been|was) without ",
        _X,
    ),
    _way(
        "without",
        r"(?:how many |number of )?",
        _TIMES,
        r" (?:did i (?:have |go )?|have i (?:had |gone |been )?|was i |were )?",
        _WITHOUT,
        " ",
        _X,
    ),
    _way("without", r"how many ", _SOME_X, r"[ -]free days(?: did i have| have i had)?"),
    _way("without", _SOME_X, r"[ -]free days", flags="bare"),
    _way(
        "without",
        r"how many good days(?: (?:did i have|have i had|were there|did i get))?",
        kind="bad",
    ),
)
_COUNTS = (
    _way("days", r"how (?:often|many ", _TIMES, r") (?:did|do|have) i ", _MISS, " ", _X, flags="missed"),
    _way(
        "days",
        r"how many ",
        _SOME_X,
        r" (?:did|have) i (?:missed|miss|skip|skipped|forget|forgotten)",
        flags="missed",
    ),
    _way(
        "days",
        r"(?:on )?how (?:often|much|many ",
        _TIMES,
        r") (?:did|do|have|has|had|was|were|am|are) (?:i |my |there )?(?:",
        _HAVE,
        r" |been )?(?:in )?",
        _X,
    ),
    _way(
        "days",
        r"(?:on )?how many (?:of my )?",
        _SOME_X,
        r"(?: (?:did|have|do) i ",
        _HAVE,
        r"| (?:were|are) there)?",
    ),
    _way("days", r"(?:the )?(?:number|count) of ", _X),
    _way("days", r"how (?:bad|good|strong|high|low) (?:was|were|is|has|have) ", _MY, _X),
    _way("days", r"how (?:was|were|is|has|have)(?: i| things| my)?(?: been| gone)?", kind="bad"),
    _way("days", r"how (?:was|were|has|is) my (?P<x>sleep|energy levels?|energy|pain|function)(?: been)?"),
    _way("days", r"(?:what (?:is|was) )?", _MY, r"(?:average|typical|usual|mean) ", _X),
)


def _worst(unit: finding.Unit) -> tuple[Way, ...]:
    """List the ways to ask for the worst day, week or month; without an ``x`` bad days decide."""
    wording: Literal["bad"] = "bad"
    was = r"(?:was|is|were)"
    about = r" (?:for|of|with|in terms of) "
    shown = r"(?:show|list|give)(?: me)? (?:my|the) worst "
    return (
        _way("worst", shown, unit, "s?", about, _X, unit=unit),
        _way("worst", shown, unit, "s?", unit=unit, kind=wording),
        _way("worst", r"(?:when|what|which) ", was, r" (?:my|the) worst ", unit, about, _X, unit=unit),
        _way("worst", r"(?:which|what) ", unit, " ", was, " ", _MY, "worst", about, _X, unit=unit),
        _way("worst", _MY, "worst ", unit, about, _X, unit=unit, flags="bare"),
        _way("worst", r"(?:when|what|which) ", was, r" (?:my|the) worst ", unit, unit=unit, kind=wording),
        _way("worst", r"(?:which|what) ", unit, " ", was, " ", _MY, "worst", unit=unit, kind=wording),
        _way("worst", _MY, "worst ", unit, unit=unit, kind=wording, flags="bare"),
    )


_WORST = (
    *(way for unit in finding.UNITS for way in _worst(unit)),
    _way("worst", r"when (?:was|were|is) my ", _SOME_X, r" (?:at (?:its|their) |the )?worst"),
    _way("worst", r"(?:when|what|which) (?:was|is) (?:my|the) worst ", _X),
    _way("worst", r"my worst ", _X, flags="bare"),
)
_WHETHER = (
    _way("whether", r"(?:did|have) i (?:already |even |ever )?", _MISS, " ", _X, flags="missed"),
    _way("whether", r"(?:did|have) i (?:already |even |ever )?", _HAVE, " ", _SOME_X, r"(?: already| yet)?"),
    _way(
        "whether",
        r"(?:did|have) i (?:already |even )?(?:logged|log|checked in|check in|tell you|told you)",
        r"(?: anything| something)?(?: already| yet)?",
        kind="entry",
    ),
    _way("whether", r"was there (?:any |a )?", _X),
)

WAYS = (*_SAID, *_SINCE, *_WHEN, *_GAPS, *_COUNTS, *_WORST, *_WHETHER)
