"""Reads one line about a call: who it was, the reference, what they said, what comes next and when.

"called, ana, ref 553, still in review, call back friday": each piece between commas is one thing, and what fits nowhere
else is what they said. Nothing of the line is lost.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain import cases
from bot.understanding.cases import case_references, case_words
from bot.understanding.times import times
from bot.understanding.words import patterns

LONGEST_READ = 1_000
NAME_WORDS = 4
MOST_PLANS = 8
"""Pieces about what comes next in which a day is looked for."""
_SATURDAY = 5
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_EDGES = " \t\n,;:.-!\N{EN DASH}\N{EM DASH}"

_LED = (
    r"(?:(?:i |we |just |finally |today |again |so )*(?:called|phoned|rang|spoke (?:with|to)|talked (?:with|to)"
    r"|got through to|was on (?:the phone|hold) with|heard (?:back )?from|got a call from|chatted with|emailed"
    r"|messaged))"
)
_NO_OFFICE = r"(?: (?:out|off|in sick|my (?:mom|mum|dad|sister|brother|friend|wife|husband)))"
_LEAD = patterns.Pattern(
    rf"^{_LED}\b(?: (?:them|back|again|today|up|in|just now|this morning)\b)*[\s:]*", re.IGNORECASE
)
_CALL = patterns.Pattern(
    rf"^(?:{_LED}\b(?!{_NO_OFFICE})|(?:call|phone call) (?:with|to|from)\b)", re.IGNORECASE
)
_PIECES = patterns.Pattern(
    r"[,;\n]+\s*|(?<![A-Z][a-z])(?<!\bdr)(?<!\bno)\.\s+|\s[-\N{EN DASH}\N{EM DASH}]\s"
    r"|\s(?:who|and) (?=(?:he|she|they|said|says|told)\b)",
    re.IGNORECASE,
)
_ROLE = patterns.Pattern(
    r"^(?:(?:a|the|their|some)\s+)?"
    r"(?:rep|agent|lady|guy|woman|man|nurse|supervisor|person|someone|name|who|with|w)\b"
    r"[\s:.]*(?:named|called|is|was)?\s*",
    re.IGNORECASE,
)
_SAYS = patterns.Pattern(
    r"\b(?:said|says|say|told|is|are|was|were|has|have|need\w*|still|not|no|it|they|she|he|in|under|pending|review\w*"
    r"|missing|got|want\w*|will|can|can't|must|should|approved|denied|sent|send|faxed?|waiting|nobody|hold|hung"
    r"|voicemail)\b"
)
_SAID = patterns.Pattern(
    r"^(?:they |she |he |and |who |rep |it was )*(?:said|says|say|told me|tells me)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the|end|\w+ \d)"
_NEXT = patterns.Pattern(
    r"\b(?:call(?:ing)?(?: me| them)? back|call(?:ing)? again|call (?:me|them|on|by|mon|tue|wed|thu|fri)\w*"
    r"|calls (?:me|back)|will|'ll|going to|gonna|next|follow up|check (?:back|again|on|by|in)|try again"
    r"|hear (?:back|from)|send|fax|resubmit|resend|ring (?:me|back|them)|get back|i (?:need|have) to|need to|have to"
    rf"|must|by {_DAY})\b"
)
_THEM = r"(?:they|she|he|someone|somebody|rep|nurse|clinic|plan|office|doctor|dr \w+|insurance|it|supervisor)"
_THEIR_TURN = patterns.Pattern(
    rf"\b{_THEM}\b[^,;]{{0,12}}?(?:'ll|\b(?:will|calls?|going|gonna|should|sends?|get|decides?|answers?"
    r"|(?:need|have|has) to)\b)"
    r"|\bhear (?:back|from)\b|\bwill (?:call|get back|ring|let me know|decide|send|answer)\b|\bcalls? me(?: back)?\b"
)
_MY_TURN = patterns.Pattern(
    r"\b(?:i|we) (?:need|have|must|should|will|am|can)\b|\bi'll\b|\bneed(?:s|ed)? (?:me|more|the|my|a|new|from)\b"
    r"|\bmissing\b|\b(?:re)?(?:send|submit|fax)\b|\bwants? (?:me|my|the|a|more)\b|\bdenied\b|\bsaid no\b"
    r"|\bnot (?:covered|approved)\b"
)
_NO_ANSWER = patterns.Pattern(
    r"\b(?:no (?:one|answer|body)|nobody|voicemail|hung up|cut off|on hold|disconnected|left a message)\b"
)
_I_DO = patterns.Pattern(r"\bi(?:'ll| will| need| have| must| should)\b")
_IN_HAND = patterns.Pattern(r"\breview\w*|\bpending\b|\bprocess\w*")


@dataclass(frozen=True, slots=True)
class CallDetails:
    """What the line says; empty where it does not.

    ``follow_on`` is the day on which the patient is to look at it again: the day they call themself, or the working day
    after one on which they were promised something; ``follow_at`` the hour, where one was named. ``move`` is None where
    the line does not tell whose it is.
    """

    who: str = ""
    reference: str = ""
    said: str = ""
    then: str = ""
    follow_on: date | None = None
    follow_at: time | None = None
    move: cases.Move | None = None


def looks_like_call(text: str) -> bool:
    """Tell whether ``text`` begins by telling of a call."""
    return bool(_CALL.match(text.strip().replace(_CURLY, "'")))


def read(text: str, now: datetime, locale: str = "en-US") -> CallDetails:
    """Take a line about a call apart; ``now`` is the patient's wall clock (naive)."""
    text = " ".join(text[:LONGEST_READ].replace(_CURLY, "'").split(" "))
    reference = case_references.find(text)
    pieces = _pieces(_without(text, reference))
    who, rest = _who(pieces)
    nexts = [piece for piece in rest if _NEXT.search(piece.casefold())]
    said = [_SAID.sub("", piece) for piece in rest if piece not in nexts]
    then, planned = ", ".join(nexts), _planned(nexts, now, locale)
    day, hour = planned or (None, None)
    return CallDetails(
        who, reference.value if reference else "", ", ".join(said), then, day, hour, _move(said, then)
    )


def _without(text: str, reference: case_references.Reference | None) -> str:
    if reference is None:
        return text
    return f"{text[: reference.start]}, {text[reference.end :]}"


def _pieces(text: str) -> list[str]:
    found = [(piece or "").strip(_EDGES) for piece in _PIECES.split(text)]
    return [piece for piece in found if any(ch.isalnum() for ch in piece)]


def _who(pieces: list[str]) -> tuple[str, list[str]]:
    """Find the name: behind "called" or "spoke with", else the first short piece that says nothing else."""
    rest = list(pieces)
    lead = _LEAD.match(rest[0]) if rest else None
    if lead:
        behind = rest.pop(0)[lead.end() :].strip(_EDGES)
        cut = _SAYS.search(behind.casefold())
        name = behind[: cut.start()].strip(_EDGES) if cut else behind
        if cut:
            rest.insert(0, behind[cut.start() :].strip(_EDGES))
        name, _, topic = (part.strip(_EDGES) for part in f" {name} ".partition(" about "))
        if topic:
            rest.insert(0, f"about {topic}")
        if name and len(name.split()) <= NAME_WORDS + 2 and not _NO_ANSWER.search(name.casefold()):
            return _with_person(_named(name), rest)
        rest = [piece for piece in (name, *rest) if piece]
    return _with_person("", rest)


def _with_person(who: str, rest: list[str]) -> tuple[str, list[str]]:
    """Add the person to the office that was called: "called aetna, ana" spoke with Ana at Aetna."""
    first = _LEAD.sub("", rest[0]) if rest else ""
    if first and _is_name(first):
        person = _named(first)
        is_office = (
            not who or who.casefold() in {name.casefold() for name in case_words.NAMES} or who.islower()
        )
        if person and is_office:
            return (f"{person} ({who})" if who else person), rest[1:]
    return who, rest


def _is_name(piece: str) -> bool:
    low = _ROLE.sub("", piece).casefold()
    if not low or len(low.split()) > NAME_WORDS or any(ch.isdigit() for ch in low):
        return False
    return not (_SAYS.search(low) or _NEXT.search(low))


def _named(words: str) -> str:
    """Write a name as it was typed, a lower-case one of one word with its capital: "ana" becomes "Ana"."""
    bare = _ROLE.sub("", words).strip(_EDGES) or words.strip(_EDGES)
    known = next((name for name in case_words.NAMES if name.casefold() == bare.casefold()), "")
    return known or (bare.capitalize() if bare.isalpha() and bare.islower() else bare)


def _planned(nexts: list[str], now: datetime, locale: str) -> tuple[date, time | None] | None:
    """Give the day and hour to look again; a promise of theirs is looked at on the working day after it."""
    for piece in nexts[:MOST_PLANS]:
        when = times.find(piece, now, "future", locale)
        if when.value is None or when.value.date() < now.date():
            continue
        if _is_theirs(piece.casefold()):
            return _working_day_after(when.value.date()), None
        return when.value.date(), when.value.time() if when.has_time else None
    return None


def _working_day_after(day: date) -> date:
    found = day + timedelta(days=1)
    while found.weekday() >= _SATURDAY:
        found += timedelta(days=1)
    return found


def _is_theirs(then: str) -> bool:
    return bool(_THEIR_TURN.search(then)) and not re.search(
        r"\bi(?:'ll| will| need| have| must| should)\b", then
    )


def _move(said: list[str], then: str) -> cases.Move | None:
    low, following = " ".join(said).casefold(), then.casefold()
    if _is_theirs(following):
        return "theirs"
    if _NO_ANSWER.search(f"{low} {following}"):
        return None
    if case_words.PENDING.search(low) or _IN_HAND.search(low):
        return "theirs"
    if _MY_TURN.search(f"{low} {following}"):
        return "mine"
    return None
