"""Tells whether a message asks something of the bot itself: take it back, change a visit, keep a question. Not a flow.

Who is tired types "delete that" and looks for no button. A request opens the message, names the thing and is short;
whatever else it holds, an update with a rated symptom stays one (the router sees to that).
"""

import re

from bot.engine.catalogue import Route
from bot.flows import corrections, nearest
from bot.flows.turn import Turn
from bot.understanding.words import patterns

LONGEST = 160
"""Characters of a request; a longer message tells something."""

_POLITE = r"(?:(?:please|pls|can you|could you|would you|oops|sorry|no|hey|ok|i want to|i need to|i have to)[\s,]+)*"
_MINE = r"(?:(?:my|the|that|this|all|an?|next|last|today['\u2019]?s|tomorrow['\u2019]?s)\s+)*"
_TAKE_BACK = patterns.Pattern(
    rf"{_POLITE}(?:undo|(?:delete|remove|erase|scratch|strike|ignore|undo)\s+"
    r"(?:that|this|it|(?:my |the )?(?:last|previous|latest)(?: one| entry| message| update| note)?)"
    r"|take (?:that|it) back|(?:that|it) was (?:wrong|a mistake)|wrong (?:entry|one)|my mistake)[\s.!]*",
    re.IGNORECASE,
)
_CHANGE = r"(?:cancel|move|change|reschedule|rearrange|rebook|postpone|push back|delete|remove|edit|stop|turn off|end)"
_VISIT = patterns.Pattern(
    rf"{_POLITE}{_CHANGE}\s+{_MINE}(?:(?:[\w.'\u2019-]+\s+){{0,3}}?(?:appointment|appt|visit|check-?up|follow-?up)s?\b"
    r"|(?:dr\.?|doctor)\s+\w+[\s.!]*$)",
    re.IGNORECASE,
)
_REMINDER = patterns.Pattern(
    rf"{_POLITE}{_CHANGE}\s+{_MINE}(?:[\w.'\u2019-]+\s+){{0,3}}?reminders?\b", re.IGNORECASE
)
_REMINDERS = patterns.Pattern(
    rf"{_POLITE}(?:(?:what|when|which)(?: time| day)?(?:['\u2019]?s| is| are)?|show|list|see)\s+(?:me\s+)?(?:all\s+)?"
    r"(?:my|the)\s+(?:next\s+|upcoming\s+|pill\s+)?reminders?(?: set| due| for)?[\s.!?]*",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:the|my|a)\s+)?(?:dr\.?(?:\s+[\w'\u2019-]+)?|doctors?|docs?|gp|pcp|nurse|consultant|specialist|pharmacist|surgeon"
    r"|visit|appointment|appt|[\w-]+(?:ologist|iatrist|ician)|neuro|rheum(?:y)?|cardio|gastro|physio|therapist)"
)
_MEETINGS = r"(?:appointments?|appts?|visits?|clinics?)"
_I_HAVE = r"(?:do i have|have i got|have i|are there|is there|am i having|got)"
_AHEAD = (
    r"(?:\s+(?:coming up|booked|left|planned|soon|today|tomorrow|tonight|ahead|(?:this|next|the) (?:week|month|year)"
    r"|(?:on |in |for )[\w ]{2,20}))*"
)
_VISITS = patterns.Pattern(
    rf"{_POLITE}(?:(?:what|which|how many)(?:\s+\w+)?\s+{_MEETINGS}(?:\s+{_I_HAVE})?"
    rf"|{_I_HAVE}\s+(?:any\s+|an\s+)?(?:other\s+|more\s+|upcoming\s+)?{_MEETINGS}"
    r"|(?:(?:show|list|see|view|tell|give|what are)\s+)?(?:me\s+)?(?:all\s+)?(?:my|any|the|upcoming)\s+"
    r"(?:next\s+|upcoming\s+|coming\s+)?(?:appointments|appts|visits)"
    rf"|appointments|appts|visits){_AHEAD}[\s?!.]*",
    re.IGNORECASE,
)
"""What is asked about all that is coming; about one doctor's or the next one, the log is asked (`find`)."""
_PAPER = r"(?:summary|pdf|one[- ]?pager|print-?\s?out|page(?: for (?:the|my) (?:doctor|dr|visit|appointment|appt))?)"
_SUMMARY = patterns.Pattern(
    rf"{_POLITE}(?:(?:show|give|send|print|get|make|see|open|need|have|do|where(?:['\u2019]?s| is))\s+"
    rf"(?:i\s+|me\s+|us\s+)?(?:have\s+|see\s+|get\s+)?(?:my|the|that|a)\s+(?:doctor['\u2019]?s\s+)?{_PAPER}"
    rf"|(?:can|could|may) i (?:have|see|get|print)\s+(?:my|the|that|a)\s+{_PAPER}|(?:my |the )?(?:summary|pdf))"
    r"(?:\s+(?:please|pls|now|again|for (?:the|my) \w+))*[\s.!?]*",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:doctor|dr|gp|clinic|surgery|practice|office|specialist|consultant|[\w-]+ologist)(?:['\u2019]?s)?"
)
_ARRIVED = patterns.Pattern(
    rf"{_POLITE}(?:i['\u2019]?m |i am |we['\u2019]?re |just |sat |sitting |here |now )*(?:in |at )?"
    rf"(?:(?:the|a) (?:{_OFFICE} )?)?"
    r"(?:waiting room|about to (?:go in|be (?:seen|called))|being called in|going in (?:now|soon|next)|next to go in"
    rf"|at (?:the|my) (?:{_OFFICE}|appointment|appt)(?: now)?|waiting to (?:be seen|go in|see {_WHO}))"
    r"(?: (?:now|already|at last|for (?:my|the) \w+))*[\s.!]*",
    re.IGNORECASE,
)
"""Who is about to be seen wants the one screen."""
_CASES = patterns.Pattern(
    rf"{_POLITE}(?:(?:what are|show|list|see|open|view|how are)\s+(?:me\s+)?)?(?:all\s+)?my (?:open )?cases"
    r"(?: please)?[\s.!?]*",
    re.IGNORECASE,
)
_PRINT = patterns.Pattern(
    rf"{_POLITE}(?:(?:how (?:do|can) i|can i)\s+)?(?:print|email|download)\s+(?:this|it|that)"
    r"(?: (?:out|to me|to myself|as (?:a )?pdf))*[\s.!?]*",
    re.IGNORECASE,
)
_PERSON = rf"(?:my|a) (?:\w+ )?(?:{nearest.FAMILY}|{nearest.HELPERS})"
_I_WANT = r"(?:(?:how (?:do|can) i|can i|i want to)\s+)"
_SHARE = patterns.Pattern(
    rf"{_POLITE}(?:(?:can|could|may) {_PERSON} (?:see|read|use|log|help|write|have|get|join)\b[^.!?]{{0,40}}"
    rf"|{_I_WANT}?(?:share|send)(?: (?:this|it|that|my \w+|everything))? (?:with|to) {_PERSON}"
    rf"|{_I_WANT}(?:give|let|add|invite) {_PERSON}(?: (?:access|in|see (?:this|it)|to (?:this|it)))*)[\s.!?]*",
    re.IGNORECASE,
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
_FIX = patterns.Pattern(
    rf"{_POLITE}(?:(?:fix|edit|correct|amend|change) (?:that|it|(?:my |the )?(?:last|previous|latest)"
    r"(?: one| entry| message| update| note)?)|i made a (?:mistake|typo)|that['\u2019]?s not right)[\s.!]*",
    re.IGNORECASE,
)
_SET = patterns.Pattern(
    rf"{_POLITE}(?:set|change|move|switch|turn (?:on|off)|stop|fix)\s+{_MINE}(?:check-?\s?ins?|time\s?zone|country|name"
    r"|quiet hours|language)\b|(?:my time\s?zone is|call me)\s+[\w/ ]{2,30}[\s.!]*$",
    re.IGNORECASE,
)
_LINE = r"(?:crisis|suicide|mental health|emergency)\s+(?:hot\s?|help\s?|text\s?)?(?:line|number)|hotline|helpline"
_NUMBERS = patterns.Pattern(
    rf"(?:what(?:['\u2019]?s)?|which|who|where|how|do you|can you|can i|is there|give|show"
    rf"|i need|need|the|a)\b[^.!?]*\b(?:{_LINE})s?\b"
    rf"[^.!?]*[\s.!?]*|(?:{_LINE})s?[\s.!?]*|(?:who|what number) (?:can|do|should) i (?:call|ring|phone)[\s.!?]*"
    r"|(?:can|could|may) i (?:speak|talk) (?:to|with) (?:some(?:one|body)|a (?:real )?(?:person|human))[\s.!?]*",
    re.IGNORECASE,
)
_HOW = patterns.Pattern(
    r"how (?:do|can|would) (?:i|you|we) (?:delete|edit|change|fix|undo|correct|remove|add|log|set|see|find|export|share"
    r"|print|send|invite|turn|stop|start|use|get|make|pause|switch|save|move)\b[^.!?]*\b(?:entry|entries|reminders?|summary|pdf|bot|log|check-?ins?|photos?"
    r"|settings|time\s?zone|data|app)\b[^.!?]*[\s.!?]*",
    re.IGNORECASE,
)
_FEWER_WORDS = patterns.Pattern(
    rf"{_POLITE}(?:(?:i can['\u2019]?t (?:read|take in) (?:all )?(?:this|that)[\s,]+)?"
    r"(?:too much text|too many words|too long)"
    r"|(?:speak|talk|write|be|say it|keep it|make it)?\s*(?:shorter|simpler|simple|short|brief|fewer words|less text))"
    r"(?:\s+please| pls)?[\s.!]*",
    re.IGNORECASE,
)
_WHAT_TO_ASK = patterns.Pattern(
    r"(?:what|which questions) (?:should|can|do|could|shall|must|would) (?:i|we) ask\b"
    r"|(?:give me|any|some) questions? (?:to|i could) ask\b"
    r"|help me with (?:my )?questions\b|questions? (?:to ask|for (?:my|the|next) (?:visit|appointment|appt))\b",
    re.IGNORECASE,
)


_OPENED = (
    (_NUMBERS.fullmatch, Route("urgent", "", certain=True)),
    (_HOW.fullmatch, Route("help", "", certain=True)),
    (_FEWER_WORDS.fullmatch, Route("energy", "", certain=True)),
    (_SET.match, Route("settings", "", certain=True)),
    (_REMINDER.match, Route("reminders", "", certain=True)),
    (_REMINDERS.fullmatch, Route("reminders", "", certain=True)),
    (_VISIT.match, Route("visits", "", certain=True)),
    (_VISITS.fullmatch, Route("visits", "", certain=True)),
    (_SUMMARY.fullmatch, Route("summary", "", certain=True)),
    (_ARRIVED.fullmatch, Route("summary", "", certain=True)),
    (_PRINT.fullmatch, Route("summary", "", certain=True)),
    (_SHARE.fullmatch, Route("trusted", "", certain=True)),
    (_CASES.fullmatch, Route("cases", "", certain=True)),
    (_WHAT_TO_ASK.match, Route("questions", "", certain=True)),
)
"""How each request is told, and what it opens; the first that fits counts."""


def route(turn: Turn, text: str) -> Route | None:
    """Find the flow that does what is asked; None where nothing is asked of the bot."""
    said = text.strip()
    if len(said) > LONGEST:
        return None
    if _TAKE_BACK.fullmatch(said) or _FIX.fullmatch(said):
        return _of_the_last(turn, said)
    found = _named(said)
    rated = found and any(symptom.severity is not None for symptom in turn.reads.update(text).symptoms)
    return None if rated else found


def _named(said: str) -> Route | None:
    found = next((wanted for asks, wanted in _OPENED if asks(said)), None)
    if found is None and (asked := _QUESTION.fullmatch(said) or _TO_ASK.fullmatch(said)):
        return Route("questions", asked["asked"].strip(), certain=True)
    return found


def _of_the_last(turn: Turn, said: str) -> Route | None:
    """Undo or fix the entry that the patient told last, if only a moment ago."""
    newest = next(iter(corrections.just_told(turn)), None)
    if newest is None:
        return None
    takes_back = _TAKE_BACK.fullmatch(said)
    return Route("undo_update" if takes_back else "fix_update", newest.id, certain=True)
