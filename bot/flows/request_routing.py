"""Tells whether a message asks something of the bot itself: take it back, change a visit, keep a question. Not a flow.

Who is tired types "delete that" and looks for no button. A request opens the message, names the thing and is short;
whatever else it holds, an update with a rated symptom stays one (the router sees to that).
"""

import re
from datetime import timedelta

from bot.domain import journal
from bot.engine.catalogue import Route
from bot.flows.turn import Turn
from bot.understanding import patterns

LONGEST = 160
"""Characters of a request; a longer message tells something."""
FRESH = timedelta(minutes=15)
"""An entry older than this is not what "delete that" means."""
FEW = 5

_POLITE = r"(?:(?:please|pls|can you|could you|would you|oops|sorry|no|hey|ok|i want to|i need to|i have to)[\s,]+)*"
_MINE = r"(?:(?:my|the|that|this|all|an?|next|last|today['\u2019]?s|tomorrow['\u2019]?s)\s+)*"
_TAKE_BACK = patterns.Pattern(
    rf"{_POLITE}(?:undo|(?:delete|remove|erase|scratch|strike|cancel|ignore|forget|undo)\s+"
    r"(?:that|this|it|(?:my |the )?(?:last|previous|latest)(?: one| entry| message| update| note)?)"
    r"|take (?:that|it) back|(?:that|it) was (?:wrong|a mistake)|wrong (?:entry|one)|my mistake)[\s.!]*",
    re.IGNORECASE,
)
_CHANGE = r"(?:cancel|move|change|reschedule|rearrange|rebook|postpone|push back|delete|remove|edit|stop|turn off|end)"
_VISIT = patterns.Pattern(
    rf"{_POLITE}{_CHANGE}\s+{_MINE}(?:[\w.'\u2019-]+\s+){{0,3}}?(?:appointment|appt|visit|check-?up|follow-?up)s?\b",
    re.IGNORECASE,
)
_REMINDER = patterns.Pattern(
    rf"{_POLITE}{_CHANGE}\s+{_MINE}(?:[\w.'\u2019-]+\s+){{0,3}}?reminders?\b", re.IGNORECASE
)
_WHO = (
    r"(?:(?:the|my|a)\s+)?(?:dr\.?(?:\s+[\w'\u2019-]+)?|doctors?|docs?|gp|pcp|nurse|consultant|specialist|pharmacist|surgeon"
    r"|visit|appointment|appt|[\w-]+(?:ologist|iatrist|ician)|neuro|rheum(?:y)?|cardio|gastro|physio|therapist)"
)
_QUESTION = patterns.Pattern(
    rf"{_POLITE}(?:add |keep |note |save )?(?:a |this |my |another |new )*question(?:\s+for\s+{_WHO})?\s*[:,\u2013-]\s*"
    r"(?P<asked>.+)",
    re.IGNORECASE | re.DOTALL,
)
_TO_ASK = patterns.Pattern(
    rf"{_POLITE}(?:(?:i )?(?:must|should|need to|remember to|want to|don['\u2019]?t forget to)\s+)?"
    rf"(?P<asked>ask {_WHO} (?:about|if|whether|why|how|what|when|for|to)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_WHAT_TO_ASK = patterns.Pattern(
    r"(?:what|which questions) (?:should|can|do|could|shall|must|would) (?:i|we) ask\b"
    r"|(?:give me|any|some) questions? (?:to|i could) ask\b"
    r"|help me with (?:my )?questions\b|questions? (?:to ask|for (?:my|the|next) (?:visit|appointment|appt))\b",
    re.IGNORECASE,
)


def route(turn: Turn, text: str) -> Route | None:
    """Find the flow that does what is asked; None where nothing is asked of the bot."""
    said = text.strip()
    if len(said) > LONGEST:
        return None
    if _TAKE_BACK.fullmatch(said):
        entry = _just_told(turn)
        return Route("undo_update", entry.id, certain=True) if entry else None
    found = _named(said)
    rated = found and any(symptom.severity is not None for symptom in turn.reads.update(text).symptoms)
    return None if rated else found


def _named(said: str) -> Route | None:
    if _REMINDER.match(said):
        return Route("reminders", "", certain=True)
    if _VISIT.match(said):
        return Route("visits", "", certain=True)
    if _WHAT_TO_ASK.match(said):
        return Route("questions", "", certain=True)
    asked = _QUESTION.fullmatch(said) or _TO_ASK.fullmatch(said)
    return Route("questions", asked["asked"].strip(), certain=True) if asked else None


def _just_told(turn: Turn) -> journal.Entry | None:
    """Find the entry that was kept last, if only a moment ago and by the patient."""
    own = [entry for entry in turn.store.journal.latest(FEW) if not entry.told_by]
    newest = max(own, key=lambda entry: entry.recorded_at, default=None)
    return newest if newest and turn.now - newest.recorded_at <= FRESH else None
