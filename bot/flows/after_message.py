"""Knows a message that tells of a visit that is over, or asks to write one down. Not a flow; the router asks it too.

"saw dr lee, she wants an mri, they'll call me friday" · "how do i write down my visit".
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.content import visit_words
from bot.flows import visit_message
from bot.flows.turn import Turn
from bot.understanding.times import times
from bot.understanding.words import patterns

LONGEST = 2_000
"""Characters of a message that is taken as one visit told."""
OLDEST = timedelta(days=14)
"""What lies farther back is a story, no visit to write down."""
_VISIT = r"(?:visit|appointments?|appt|apt|check-?up|consult(?:ation)?)"
_WISH = (
    r"(?:(?:hi|ok|so|please|pls|can you|could you|help me|i want to|i need to|i'd like to|let me|let's|can i|how to|i|"
    r"how (?:do|can|should|would) i|where (?:do|can|should) i)\s+)*"
)
_WRITE = (
    r"(?:(?:write|note|put|jot|take|get)(?:\s+(?:down|up))?|log|record|keep|save|debrief|add)\s+(?:about\s+)?"
)
_SAID = (
    r"what\s+(?:was said|was decided|happened|they said|she said|he said|the doctor said|i was told)\b.{0,40}"
)
_THE_VISIT = rf"(?:my|the|a|this|today's|that)\s+(?:\w+\s+)?{_VISIT}"
_ASKS = patterns.Pattern(
    rf"^{_WISH}{_WRITE}(?:{_SAID}|(?:how\s+)?{_THE_VISIT}(?:\s+(?:went|down|notes))?|"
    rf"notes (?:of|from|about) {_THE_VISIT})\s*(?:down|today|now)?[\s.?!]*$"
    rf"|^(?:after|debrief)\s+(?:the|my|a)?\s*{_VISIT}[\s.?!]*$|^(?:my|the)\s+{_VISIT}\s+is\s+(?:over|done)[\s.!]*$",
    re.IGNORECASE,
)
_LEAD = (
    r"^(?:(?:so|ok|okay|well|hi|hey|update:?|just|finally|today|yesterday|i|we|i've|ive|i'm|im|we've|have|am|was|were|"
    r"just|now|this (?:morning|afternoon))[\s,]+)*"
)
_BEEN = (
    r"(?:saw|seen|met(?: with)?|talked (?:to|with)|spoke (?:to|with)|been (?:to|at)|at|went to|back from|home from|"
    r"out of|came (?:back )?from|had|finished|done with|got back from)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a message says of a visit that is over: with whom, on which day (None: not said), and the rest."""

    with_whom: str
    day: date | None
    rest: str


def asks(text: str) -> bool:
    """Tell whether the message asks to write a visit down."""
    return bool(_ASKS.match(text.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))


def looks_like(turn: Turn, text: str) -> bool:
    """Tell whether the message tells of a visit that is over, or asks to write one down."""
    return asks(text) or read(turn, text) is not None


def read(turn: Turn, text: str) -> Told | None:
    """Take a told visit apart; None where the message tells of none."""
    said = text.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    found = _told().match(said)
    if found is None or len(said) > LONGEST or said.endswith("?"):
        return None
    opening = re.split(r"[,;.\n]\s", said, maxsplit=1)[0]
    when, _ = times.split(opening, turn.local_now, "past", turn.patient.locale)
    day = when.value.date() if when.value else None
    if day and not turn.local_now.date() - OLDEST <= day <= turn.local_now.date():
        return None
    who = found["who"].strip(" ,.")
    if found["visit"]:
        who = (found["with"] or "").strip(" ,.")
    return Told(visit_message.titled(re.sub(r"^(?:my|the|a|an|our)\s+", "", who)), day, said[found.end() :])


@cache
def _told() -> re.Pattern[str]:
    words = visit_words.load()
    titles = "|".join(re.escape(word) for word in sorted(words.titles, key=len, reverse=True))
    people = "|".join(re.escape(word) for word in sorted(words.clinicians, key=len, reverse=True))
    doctor = rf"(?:{titles})\s+(?!(?:and|about|today|who|she|he|they)\b)[^\W\d_][\w'-]*"
    who = rf"(?:{doctor}|(?:\w+\s+)?(?:{people})(?:\s+(?:clinic|doctor|office))?)"
    return re.compile(
        rf"{_LEAD}{_BEEN}\s+(?:my|the|a|an|our)?\s*(?:new\s+|first\s+|follow-?up\s+|other\s+)*"
        rf"(?P<who>{who}|(?P<visit>{_VISIT}))(?:\s+with\s+(?:my\s+|the\s+)?(?P<with>{who}))?(?![\w'-])"
        r"(?:\s+(?:today|yesterday|just now|this morning|this afternoon|again|earlier))?[\s,.;:-]*(?:and\s+)?",
        re.IGNORECASE,
    )
