"""Reads a question about the patient's own log: "last migraine", "how many bad days since march".

It never swallows an update: the whole text has to be such a question, with a symptom, a medicine or a visit that is
known by its name, and nothing left over. Pure: text in, a question out.
"""

import re
from datetime import date

from bot.domain import finding
from bot.understanding.lookups import find_objects, find_periods, find_ways
from bot.understanding.lookups.find_objects import Meant
from bot.understanding.lookups.find_periods import Period
from bot.understanding.reader import PatientReader
from bot.understanding.words import gates, patterns

LONGEST = 140
"""Characters of a question; more tells something."""
_APOSTROPHES = str.maketrans("\u2019\u02bc`", "'''")
_POLITE = patterns.Pattern(
    r"^(?:(?:hey|hi|ok|okay|so|um|please|pls|sorry|and|also|quick question|question|do you know|"
    r"(?:can|could) you (?:please )?(?:tell me|check|look up|see)|tell me|"
    r"(?:can|could) you(?: please)?(?= (?:show|list|give) )|"
    r"i want to know|i need to know|i wonder|check|look up|any idea)[,:]? )+"
)
_TAIL = patterns.Pattern(r"(?:[ ,]+(?:please|pls|thanks|thank you|again|do you know))+$")
_TYPOS = {
    "wen": "when", "whens": "when is", "when's": "when is", "whats": "what is", "what's": "what is",
    "hw": "how", "ive": "i've", "didi": "did i", "oftn": "often", "longst": "longest", "u": "you", "hav": "have",
}  # fmt: skip

_ASKS = gates.Gate(
    (
        "when", "next", "what", "which", "did i", "have i", "had i", "show me", "find", "search", "look for", "list",
        " how ", "days since", " last ", "latest", "most recent", "longest", "without", "with no", "free",
        "day no ", "days no ", "night no ", "nights no ", "time no ", "times no ", "was i ", " were ",
        "number of", "count of", "average", "typical", "usual", "mean", "worst", "was there",
    )
)  # fmt: skip


def may_ask(said: str) -> bool:
    """Tell whether a message, made `gates.plain`, may ask about the log."""
    return _ASKS.opens(said)


def read(
    text: str, reader: PatientReader, *, last_visit: date | None = None, asked: bool = False
) -> finding.Request | None:
    """Read a question about the log; None where it is none.

    Args:
        text: what was typed.
        reader: reads symptoms, medicines and times as this patient means them.
        last_visit: the day of the last visit, for "since my last visit".
        asked: the patient was asked what to look for, so a bare name or bare words will do.

    """
    said = plain(text)
    if not said:
        return None
    period = find_periods.cut(said, reader, last_visit)
    for way in find_ways.WAYS:
        span = Period(None, None, said) if "whole" in way.flags else period
        found = way.pattern.fullmatch(_tidy(span.rest))
        request = (
            _request(way, found, span, reader, asked=asked or text.rstrip().endswith("?")) if found else None
        )
        if request:
            return request
    return _bare_name(period, reader) if asked else None


def plain(text: str) -> str:
    """Give a question without politeness, capitals and common slips; empty where it is too long to be one."""
    line = " ".join(text.translate(_APOSTROPHES).casefold().split())
    if len(line) > LONGEST or "\n" in text.strip() or re.search(r"[.!?;] \w{3}", line.replace("dr. ", "dr ")):
        return ""
    line = line.replace("dr. ", "dr ").strip(" .?!,")
    line = _TAIL.sub("", _POLITE.sub("", f"{line} ").strip())
    return " ".join(_TYPOS.get(word, word) for word in line.split())


def _tidy(rest: str) -> str:
    return " ".join(rest.split()).strip(" ,.?!")


def _request(
    way: find_ways.Way, found: re.Match[str], period: Period, reader: PatientReader, *, asked: bool
) -> finding.Request | None:
    meant = Meant(way.kind) if way.kind else _meant(way, found["x"], reader, asked=asked)
    if meant is None or not _fits(way, meant, period, asked=asked):
        return None
    first, last = period.first, period.last
    if way.ask == "whether" and meant.kind in {"medicine", "entry"} and not period.is_told:
        first = last = reader.now.date()
    return finding.Request(
        way.ask, meant.kind, meant.name, way.unit, first, last, meant.at_least, missed="missed" in way.flags
    )


def _meant(way: find_ways.Way, words: str, reader: PatientReader, *, asked: bool) -> Meant | None:
    if way.ask == "said":
        return find_objects.words_of(words)
    known = find_objects.read(words, reader)
    if known is None and way.ask == "next":
        return find_objects.ahead(words, met="met" in way.flags)
    if known is None and (asked or "bare" not in way.flags) and "words" in way.flags:
        return find_objects.words_of(words)
    return known


def _fits(way: find_ways.Way, meant: Meant, period: Period, *, asked: bool) -> bool:
    """Say no where the same words are more likely told than asked, or make no sense together."""
    if meant.kind == "visit":
        return way.ask in {"last", "first", "next", "days"}
    if way.ask == "next" or ("missed" in way.flags and meant.kind != "medicine"):
        return False
    if way.ask in {"gap", "without"} and meant.kind in {"measure", "entry"}:
        return False
    if "bare" in way.flags and not asked:
        a_tale = period.is_one_day or (way.ask == "worst" and not period.is_told and meant.kind != "bad")
        return not a_tale and not (way.ask == "last" and meant.kind in {"bad", "measure"})
    if way.ask == "whether" and meant.kind in {"symptom", "bad"}:
        return period.is_told
    return True


def _bare_name(period: Period, reader: PatientReader) -> finding.Request | None:
    """Take a name alone, where one was asked for: how many days; words alone: what was said."""
    words = _tidy(period.rest)
    meant = find_objects.read(words, reader)
    if meant and meant.kind != "visit":
        return finding.Request(
            "days", meant.kind, meant.name, "day", period.first, period.last, meant.at_least
        )
    if meant:
        return finding.Request("last", "visit", meant.name)
    meant = find_objects.words_of(words)
    return finding.Request("said", "words", meant.name, "day", period.first, period.last) if meant else None
