"""Tells whether a message asks for words, for those kept, to practise, or why something is as it is. Not a flow.

Asking opens a sentence ("what do I say when…", "why does prior auth exist"). A message that also tells how the
patient is stays an update; the router sees to that.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.content import words_requests
from bot.domain import readings, rehearsals

LONGEST_WHY = 200
"""Characters of a message that may ask why; a longer one tells what happened."""
_SENTENCES = re.compile(r"[.?!\n;:,]+\s*")
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"


def asks_for_words(text: str) -> bool:
    """Tell whether a sentence of ``text`` asks for words to say."""
    asks, not_so = _opening("say"), _opening("say_unless")
    return any(asks.match(said) and not not_so.match(said) for said in _sentences(text))


def asks_for_nothing_told(text: str) -> bool:
    """Tell whether ``text`` asks for words and says no more than to whom ("what do I say to the receptionist")."""
    said, known = _bare(text), words_requests.load()
    asks = next((match for each in _ever_shorter(said) if (match := _opening("say").match(each))), None)
    if asks is None:
        return False
    whom = re.sub(
        r"^(?:(?:to|at|with|in|on|the|my|a|them|him|her)\s+)+", "", asks.string[asks.end() :].strip() + " "
    ).strip()
    return whom in known.desks or whom in {"", "them", "him", "her", "the", "now", "there"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to practise, as far as they named it."""

    desk: rehearsals.Who | None = None
    is_call: bool = False
    is_visit: bool = False


def asks_for_mine(text: str) -> bool:
    """Tell whether ``text`` asks for the words that were kept, and for nothing else."""
    return any(said in words_requests.load().mine for said in _ever_shorter(_bare(text)))


def asks_to_practise(text: str, *, names_situation: Callable[[], bool]) -> bool:
    """Tell whether ``text`` asks to practise: a verb alone, or one with somebody or something that can be practised.

    ``names_situation`` says whether it tells of a barrier, so that it names something; seldom asked, for it costs.
    """
    said = _bare(text)
    if said in words_requests.load().practise_alone:
        return True
    found = next((match for each in _ever_shorter(said) if (match := _practising().match(each))), None)
    if found is None:
        return False
    rest = found.string[found.end() :].strip()
    if not rest:
        return True
    if not _opening("practise_then").match(rest):
        return False
    wish = practice_in(rest)
    return bool(wish.desk or wish.is_call or wish.is_visit or names_situation())


def practice_in(text: str) -> Wish:
    """Read who is to be across the desk, and whether it is a call or a visit."""
    said, known = _plain(text), words_requests.load()
    who = max(_anywhere("desks").findall(said), key=len, default="")
    is_call, is_visit = (bool(_anywhere(kind).search(said)) for kind in ("calls", "visits"))
    return Wish(known.desks.get(who), is_call, is_visit and not is_call)


def speaks_to_somebody(text: str) -> bool:
    """Tell an answer that is spoken ("I took it", "could you") from a note for the log ("migraine 7, took suma")."""
    return bool(_anywhere("spoken").search(_plain(text)))


def tells_how_it_is(said: readings.UpdateReading) -> bool:
    """Tell whether a message rates a symptom or says what was taken: whatever it asks, it is an update too."""
    rated = any(symptom.severity is not None for symptom in said.symptoms if not symptom.negated)
    return rated or any(medicine.status != "mentioned" for medicine in said.medications)


def asks_why(text: str) -> bool:
    """Tell whether ``text`` asks why about something that an explainer tells of."""
    if len(text) > LONGEST_WHY or topic_of(text) is None:
        return False
    return any(_opening("why").match(said) for said in _sentences(text))


def topic_of(text: str) -> str | None:
    """Find the explainer whose name or topic stands in ``text``: the longest phrase wins; None where none stands."""
    longest = max(_topics().findall(_plain(text)), key=len, default="")
    return words_requests.load().topics.get(longest)


def _sentences(text: str) -> list[str]:
    """Cut at full stops and commas; each piece is given whole, and again as each polite word before it falls."""
    return [said for piece in _SENTENCES.split(_plain(text)) for said in _ever_shorter(piece)]


def _ever_shorter(said: str) -> Iterator[str]:
    polite = _opening("polite")
    while said:
        yield said
        found = polite.match(said)
        said = said[found.end() :].lstrip() if found else ""


def _bare(text: str) -> str:
    return _plain(text).strip(" .!?,")


def _plain(text: str) -> str:
    return " ".join(text.replace(_CURLY, "'").casefold().split(" "))


@cache
def _opening(kind: str) -> re.Pattern[str]:
    return re.compile(_either(getattr(words_requests.load(), kind)))


@cache
def _anywhere(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-]){_either(getattr(words_requests.load(), kind))}")


@cache
def _practising() -> re.Pattern[str]:
    known = words_requests.load()
    before = "|".join(map(re.escape, known.practise_before))
    return re.compile(rf"(?:(?:{before})\s+)*{_either(known.practise)}")


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-]){_either(words_requests.load().topics)}")


def _either(phrases: Iterable[str]) -> str:
    return rf"(?:{'|'.join(re.escape(phrase) for phrase in phrases)})(?![\w'-])"
