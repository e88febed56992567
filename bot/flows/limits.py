"""Names what the illness stops the patient doing, from what the log says got in the way. Not a flow.

"couldn't drive" becomes "driving", so that a line can say "it gets in the way of driving". What does"
    " not turn into
such a name safely is left out, and the line keeps its graceful phrase.
"""

import re
from collections import Counter

from bot.flows import recent
from bot.flows.turn import Turn

_UNABLE = re.compile(
    r"^(?:i\s+)?(?:can'?t|cannot|couldn'?t|could not|can not|unable to|not able to|wasn'?t able to"
    r""
    r"|could barely|can barely|can hardly|could hardly|had trouble|struggled to"
    r"|trouble)\s+(?P<verb>[a-z]+)(?P<rest>(?:\s+[\w'-]+){0,3})$",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"^(?:i\s+)?missed\s+(?P<what>work|school|class|classes|college"
    r"|church)$",
    re.IGNORECASE,
)
_NOT_DOING = frozenset(
    [
        "be",
        "even",
        "do",
        "have",
        "wait",
        "believe",
        "remember",
        "say",
        "tell",
        "stop",
        "keep",
        "make",
        "take",
        "get",
        "go",
    ]
)
"""Verbs that say little or turn badly: "couldn't even", "couldn't get up"."""
_NOT_ENDS = frozenset(
    ["today", "yesterday", "tonight", "anymore", "again", "at", "all", "much", "well", "properly", "because"]
)
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def most_frequent(turn: Turn) -> str:
    """Name what was most often out of reach in the last 30 days, the latest where two are level."""
    told = [words for entry in reversed(recent.entries(turn)) for words in entry.reading.impact]
    named = Counter(name for name in map(as_name, told) if name)
    return next((name for name, _ in named.most_common(1)), "")


def as_name(impact: str) -> str:
    """Turn "couldn't drive" into "driving" and "missed work" into "work"; empty where that is not safe."""
    said = " ".join(impact.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split())
    if missed := _MISSED.match(said):
        return missed["what"]
    found = _UNABLE.match(said)
    if found is None or found["verb"] in _NOT_DOING:
        return ""
    rest = found["rest"].split()
    while rest and rest[-1] in _NOT_ENDS:
        rest.pop()
    return " ".join((_doing(found["verb"]), *rest))


def _doing(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _DOUBLED.match(verb) else f"{verb}ing"
