"""Everything around a symptom, quoted in the patient's words: since when, how long, what set it off, what it stopped.

Nothing is interpreted here: the card shows these words back, and the times in them are read by the reader of times.
"""

import re
from dataclasses import dataclass

from bot.understanding.words import patterns
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_DAYPART = (
    r"(?:morning|afternoon|evening|night|noon|midnight|lunch(?:time)?|dinner(?:time)?|breakfast|dawn|bed ?time|"
    r"the weekend|weekend)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{1,2})?"
_CLOCK = r"(?:(?:around |about )?\d{1,2}(?:[:.]\d\d)?(?:\s*(?:am|pm|a\.m\.|p\.m\.))?)"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple(?: of)?|couple|a few|few|several|"
    r"\d+(?:[.,-]\d+)?)"
)
_UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|months?|minutes?|mins?|years?|yrs?|nights?)"
_SPAN = rf"{_COUNT}\s*(?:solid |whole |straight |full |bloody )?{_UNIT}(?: straight| solid| now| running)?"
_WAKING = r"(?:i woke up|waking(?: up)?|getting up|i got up|i got home)"
_MOMENT = (
    r"(?:this |yesterday |last |early |late |on |the other )*"
    rf"(?:{_DAYPART}|{_WEEKDAY}(?: {_DAYPART})?|yesterday|today|tonight|week|month|{_SPAN} ago|"
    rf"{_WAKING}|{_MONTH}|{_CLOCK})"
)
_STRETCH = r"(?:day|night|morning|afternoon|evening|week|weekend)"
_BEGINNING = r"(?:started|began|begun|came on|kicked off|hit(?: me)?|set in|starting)"
_BEFORE_SPAN = r"(?: the)?(?: past| last| about| around| over| nearly| almost| like| at least| a good)*"
_NO_MOMENT = r"(?:took|taken|taking|slept|sleep|ate|but|so)"
"""What begins something else than when it began: "since this mornin took suma"."""


def _whole_words(*ways: str) -> tuple[patterns.Pattern, ...]:
    return tuple(patterns.Pattern(rf"(?<![^\W_]){way}(?![^\W_])", re.IGNORECASE) for way in ways)


_ONSETS = _whole_words(
    rf"(?:ever )?(?:since|sinc|sice) (?:about |around |like |at least )?{_MOMENT}",
    rf"(?:it )?{_BEGINNING} (?:at |in the |about |around |on |just |again |up )*{_MOMENT}",
    rf"(?:ever )?since (?:(?!{_NO_MOMENT}\b)[a-z']+ ?){{1,5}}",
    r"(?:woke|woken|waking|wake)(?: up)? (?:with|to|this morning with|today with|feeling)",
    rf"(?:from|as of) {_MOMENT}(?! to)",
    rf"{_SPAN} ago",
)
_DURATIONS = _whole_words(
    rf"(?:for|lasted|lasting|going on|over|past|the past|the last|last){_BEFORE_SPAN} {_SPAN}",
    r"(?<!all )(?:day|week|hour|night) (?:\d{1,3}|one|two|three|four|five|six|seven)(?: of| now|(?=[ ,.]|$))",
    rf"{_SPAN} (?:now|in a row|running|straight|long)",
    rf"(?:all|most of the|half the|the whole|whole|the entire) {_STRETCH}(?: long)?",
    r"on and off(?: all day| today| for [a-z0-9 ]{1,15})?",
)
_MOST_WORDS = 8
_CLAUSE = SENTENCE_ENDS | frozenset((",", "but", "so", "then", "(", ")", "took", "taken", "-"))
_ENDS_TRIGGER = _CLAUSE | frozenset(
    (
        "and", "now", "today", "this", "i", "im", "had", "have", "is", "was", "with", "which", "took", "since", "still",
        "again", "pain", "couldnt", "cant", "for",
    )
)  # fmt: skip
_ENDS_SLEEP = _CLAUSE | frozenset(("and", "because", "with", "from", "due"))
_ENDS_IMPACT = _CLAUSE | frozenset(("because", "due", "since", "cos", "until"))
_SLEEP_BEFORE = frozenset(
    (
        "only", "about", "maybe", "just", "got", "had", "no", "little", "hardly", "barely", "some",
        "decent", "good", "bad", "great", "ok", "poor",
    )
)  # fmt: skip
_HOURS = patterns.Pattern(
    r"(?<![^\W_])(?:got|had|only|about)?\s?\d{1,2}(?:[.,]5)?\s?(?:hours|hrs|hr|h)\s(?:of\s)?(?:sleep|kip|shut ?eye)",
    re.IGNORECASE,
)
_GETTING = frozenset(("get", "fill", "refill", "renew", "obtain", "schedule", "order", "find", "reach", "be"))
_PAPERS = frozenset(
    (
        "appeal", "appointment", "appointments", "appt", "appts", "approval", "auth",
        "authorization", "authorisation", "preauthorization", "pa", "code", "coverage",
        "documentation", "documents", "form", "forms", "insurance", "insurer", "letter", "paperwork", "precert",
        "prescription", "prescriptions", "records", "referral", "refill", "refills", "rx", "scrip", "script",
        "signature", "voucher", "waiver",
    )
)  # fmt: skip
"""What offices ask for and hold back."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The words found, each None or empty where there were none."""

    onset: str | None
    duration: str | None
    triggers: tuple[str, ...]
    impact: tuple[str, ...]
    sleep: str | None


def find(lexicon: Lexicon, message: Message) -> Circumstances:
    """Quote the circumstances that ``message`` tells of."""
    return Circumstances(
        _first(_ONSETS, message.text),
        _first(_DURATIONS, message.text),
        _triggers(lexicon, message),
        _impact(lexicon, message),
        _sleep(lexicon, message),
    )


def _first(ways: tuple[patterns.Pattern, ...], text: str) -> str | None:
    for way in ways:
        match = way.search(text)
        if match:
            return match.group().strip(" ,.")
    return None


def _triggers(lexicon: Lexicon, message: Message) -> tuple[str, ...]:
    found: list[str] = []
    covered = -1
    for match in lexicon.triggers.all(message.stems):
        if match.start < covered:
            continue
        cue = message.words[match.start : match.end]
        end = _extent(message, match.end, _ENDS_TRIGGER)
        content = message.words[match.end : end]
        if not _is_trigger(lexicon, message, cue, content, match.start):
            continue
        start = match.start if cue[0] in ("too", "not", "overdid", "overdoing", "pushed") else match.end
        while start < end - 1 and message.words[start] in ("the", "a", "my", "all", "that", "of"):
            start += 1
        found.append(message.quote(start, end))
        covered = end
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _is_trigger(lexicon: Lexicon, message: Message, cue: list[str], content: list[str], start: int) -> bool:
    if not content:
        return cue[0] in ("overdid", "overdoing", "overdone")
    if content[0][0].isdecimal() or all(word in lexicon.not_triggers for word in content):
        return False
    if content[0] in lexicon.not_triggers and content[0] not in ("my", "a", "that", "all", "this", "dinner"):
        return False
    if cue in (["after"], ["from"], ["following"]) and _names_medicine(message, start, content):
        return False
    weak = cue in (["from"], ["it", "'s", "the"])
    return not weak or (_follows_symptom(message, start) and content[0] not in ("my", "the", "a", "to"))


def _follows_symptom(message: Message, position: int) -> bool:
    return any(0 <= position - mention.end <= 3 for mention in message.mentions)


def _names_medicine(message: Message, position: int, content: list[str]) -> bool:
    end = position + 1 + len(content)
    return any(thing.value.medicine and position < thing.start < end for thing in message.things)


def _extent(message: Message, start: int, stops: frozenset[str]) -> int:
    end, limit = start, min(len(message.words), start + _MOST_WORDS)
    while end < limit and message.words[end] not in stops:
        end += 1
    return end


def _impact(lexicon: Lexicon, message: Message) -> tuple[str, ...]:
    found: list[str] = []
    covered = -1
    symptoms = {i for mention in message.mentions for i in range(mention.start, mention.end)}
    for match in lexicon.impacts.all(message.stems):
        if match.start < covered or match.start in symptoms:
            continue
        end = _extent(message, match.end, _ENDS_IMPACT)
        words = message.words[match.start : end]
        if "sleep" in words or any(t.value.medicine and match.start < t.start < end for t in message.things):
            continue
        if _is_errand(message, match.start, match.end, end):
            continue
        if match.value == "activity" and not lexicon.activities.intersection(
            message.stems[match.end : match.end + 4]
        ):
            continue
        if message.words[match.start].casefold() == "no" and _names_symptom(message, match.start, end):
            continue
        end = _before_and(message, match.end, end)
        found.append(message.quote(match.start, end))
        covered = end
    return tuple(dict.fromkeys(found))


def _names_symptom(message: Message, start: int, end: int) -> bool:
    """Tell "no fever this week" from "no shower this week"."""
    return any(start <= mention.start < end for mention in message.mentions)


def _is_errand(message: Message, start: int, after: int, end: int) -> bool:
    """Tell "couldn't get a refill" and "no appointments for a month" from what a patient could not do.

    What something or somebody else needs is no loss of the patient's, and a paper that is missing is a barrier.
    """
    first, content = message.words[start].casefold(), message.words[after:end]
    is_need = first.startswith("need")
    if is_need and (first == "needs" or any(thing.end == start for thing in message.things)):
        return True
    is_getting = bool(content) and content[0].casefold() in _GETTING and content[1:2] not in (["up"], ["out"])
    is_wanting = is_need or is_getting or first == "no"
    return is_wanting and not _PAPERS.isdisjoint(word.casefold() for word in content)


def _before_and(message: Message, start: int, end: int) -> int:
    """Cut an impact where "and" goes on to something else ("couldn't work and headache 7")."""
    starts = {mention.start for mention in message.mentions}
    for index in range(start, end - 1):
        if message.words[index] in ("and", "with", "from") and (
            starts & set(range(index, end)) or message.words[index + 1] in ("i", "had", "now")
        ):
            return index
    return end


def _sleep(lexicon: Lexicon, message: Message) -> str | None:
    """Quote what is told of the night; where one part says how long ("bad night. 2 hrs sleep"), that one."""
    quoted = [_quoted_sleep(message, match) for match in lexicon.sleep.all(message.stems)]
    if not quoted:
        return _hours(message)
    return next((said for said in quoted if said and _HOURS.search(said)), quoted[0])


def _quoted_sleep(message: Message, match: Match[str]) -> str | None:
    words = message.words
    start = match.start
    while (
        start > 0
        and start > match.start - 3
        and (words[start - 1][0].isdecimal() or words[start - 1] in _SLEEP_BEFORE)
    ):
        start -= 1
    end = _extent(message, match.end, _ENDS_SLEEP)
    if (
        match.end - match.start == 1
        and words[match.start] in ("sleep", "sleeping")
        and start == match.start
        and end == match.end
    ):
        return None
    return message.quote(start, max(match.end, min(end, match.end + 5)))


def _hours(message: Message) -> str | None:
    match = _HOURS.search(message.text)
    return match.group().strip() if match else None
