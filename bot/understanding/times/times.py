"""Reads when: the time of a visit, the onset of a symptom, the moment of a reminder, in the words people use for it.

Our own small grammar comes first, because it is fast, explains itself and leaves alone what is no time
("pain 7/10", "feb 30"). dateparser stands behind it for whole answers in other languages; it is never let
loose on free text.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain import readings
from bot.understanding.times import recurrences, time_elsewhere, time_hours, time_phrases, time_words
from bot.understanding.times.time_parts import Context, Phrase, order_of
from bot.understanding.times.time_tokens import Token, Tokens

NOTHING = readings.TimeReading()

_SAID_BEFORE = time_words.set_of(
    """started start starting began begun since had was were took taken felt woke went came happened been
    got saw did couldn't couldnt threw fell ate slept hit missed stopped changed noticed lost gained"""
)
_SAID_AHEAD = time_words.set_of(
    """remind appointment appt appts will i'll ill see seeing call book booked schedule scheduled visit
    follow going gonna coming need due meet meeting have tomorrow next until"""
)
_FILLERS = time_words.set_of(
    """it it's its is i i'm im think thinks guess probably maybe perhaps um uh er well ok okay yes yeah so
    about around on at the a in by appt appointment visit mine my please pls say let's lets for"""
)
_BREAKS = time_words.set_of(". ! ? ;")
_FARTHEST_APART = 8
"""Words that may stand between a day and its hour: "tomorrow I see Dr Lee at 3"."""
_SHORT_ANSWER = 80
"""Characters up to which an answer may be handed to dateparser."""


def read(
    text: str, now: datetime, kind: readings.Kind = "either", locale: str = "en-US"
) -> readings.TimeReading:
    """Read ``text`` as an answer to "when?"; a bare "9", "sat" or "12/4" is a time here.

    ``now`` is the patient's wall time (naive), so is the result. Nothing recognised gives an empty reading.
    """
    tokens = Tokens(text)
    reading = find(text, now, kind, locale)
    if reading.value:
        return reading
    context = replace(_context(tokens, now, kind, locale), loose=True)
    phrases = _best(tokens, context)
    return _reading(tokens, phrases, context) if _is_all(tokens, phrases) else NOTHING


def _is_all(tokens: Tokens, phrases: list[Phrase]) -> bool:
    """Say whether an answer holds nothing but the phrase and small words: "maybe 9", not "took 50"."""
    inside = {index for phrase in phrases for index in range(phrase.start, phrase.end)}
    return all(
        index in inside or tokens[index].tag == "mark" or tokens[index].text in _FILLERS
        for index in range(len(tokens))
    )


def find(
    text: str, now: datetime, kind: readings.Kind = "either", locale: str = "en-US"
) -> readings.TimeReading:
    """Find a time inside free text; ``words`` is the exact part of the text that says it.

    Where day and hour stand apart ("tomorrow I see Dr Lee at 3") ``words`` is the day; `split` cuts out both. What
    repeats ("every Friday at 8") is no single time: `recurrences.find` reads it.
    """
    return split(text, now, kind, locale)[0]


def split(
    text: str, now: datetime, kind: readings.Kind = "either", locale: str = "en-US"
) -> tuple[readings.TimeReading, str]:
    """Find a time as `find` does, and give with it the text without the words of the time."""
    tokens = Tokens(text)
    context = _context(tokens, now, kind, locale)
    phrases = _best(tokens, context)
    reading = _reading(tokens, phrases, context)
    if not (time_elsewhere.is_english(locale) or _speaks_english(tokens, phrases)):
        elsewhere = time_elsewhere.read(text, context, locale) if len(text) <= _SHORT_ANSWER else None
        if elsewhere:
            return elsewhere, ""
        # Without a word of ours in it, "10:15" may be half of what was said.
        reading = reading if _is_all(tokens, phrases) else NOTHING
    return reading, _without(tokens, phrases, text) if reading.value else text


def _speaks_english(tokens: Tokens, phrases: list[Phrase]) -> bool:
    """Say whether a phrase was recognised by an English word rather than by figures."""
    return any(token.text in time_words.LEXICON for phrase in phrases for token in _span(tokens, phrase))


def _context(tokens: Tokens, now: datetime, kind: readings.Kind, locale: str) -> Context:
    words = {token.text for token in tokens}
    if kind == "either" and (words & _SAID_BEFORE) and not (words & _SAID_AHEAD):
        kind = "past"
    elif kind == "either" and (words & _SAID_AHEAD) and not (words & _SAID_BEFORE):
        kind = "future"
    waking = bool(words & time_words.WAKING_WORDS)
    return Context(now.replace(tzinfo=None, fold=0), kind, order_of(locale), waking=waking)


def _here(tokens: Tokens, index: int, context: Context) -> Context:
    """Turn to the past after "since", whatever was asked."""
    return replace(context, kind="past") if tokens[index - 1].name == "since" else context


def _best(tokens: Tokens, context: Context) -> list[Phrase]:
    """Choose the phrase to answer with; a day and the hour that stands apart from it come as two."""
    found: list[Phrase] = []
    repeats = recurrences.places(tokens)
    index = 0
    while index < len(tokens):
        inside = [end for start, end in repeats if start <= index < end]
        if inside:
            index = inside[0]
            continue
        phrase = _at(tokens, index, context)
        if phrase and not phrase.is_impossible:
            found.append(phrase)
        index = max(phrase.end if phrase else index, index + 1)
    if not found:
        return []
    best = max(found, key=lambda phrase: (*_fitness(tokens, phrase, context), -phrase.start))
    return [best, *_apart(tokens, best, found, context)]


def _at(tokens: Tokens, index: int, context: Context) -> Phrase | None:
    if tokens[index].tag == "mark":
        return None
    return time_phrases.read(tokens, index, _here(tokens, index, context))


def _fitness(tokens: Tokens, phrase: Phrase, context: Context) -> tuple[bool, ...]:
    """Rank a phrase: after "since" for an onset, on the right side of now, then the one that says most."""
    is_onset = any(token.name == "since" for token in _span(tokens, phrase, 1))
    moments, _ = _moments(tokens, phrase, context)
    fits = bool(moments) and (
        context.kind == "either"
        or (moments[0].date() <= context.today if context.looks_back else moments[0] >= context.now)
    )
    named = phrase.day is not None or phrase.moment is not None
    cued = tokens[phrase.start].text in {"at", "@", "on", "since"}
    return is_onset and context.kind != "future", fits, named, phrase.clock is not None, cued


def _span(tokens: Tokens, phrase: Phrase, before: int = 0) -> list[Token]:
    return [tokens[index] for index in range(max(phrase.start - before, 0), phrase.end)]


def _apart(tokens: Tokens, best: Phrase, found: list[Phrase], context: Context) -> list[Phrase]:
    """Find the hour (or the day) that belongs to ``best`` but stands some words away.

    A visit's hour may follow a comma ("on the 19th, arrive 7:40"); told of the past, that is another event.
    """
    breaks = _BREAKS | {","} if context.looks_back else _BREAKS
    if best.moment or (best.day and (best.clock or best.part)):
        return []
    for other in found:
        fills = other.clock and not other.day if best.day else other.day and not (other.clock or other.part)
        first, second = sorted((best, other), key=lambda phrase: phrase.start)
        between = tokens.words(first.end, second.start)
        if fills and len(between) <= _FARTHEST_APART and not breaks & set(between):
            return [other]
    return []


def _moments(tokens: Tokens, phrase: Phrase, context: Context) -> time_hours.Moments:
    context = _here(tokens, phrase.start + _leads(tokens, phrase), context)
    if phrase.moment:
        return (phrase.moment.at,), False
    if phrase.day is None:
        return time_hours.without_day(phrase.clock, phrase.part, context)
    moments, asks = time_hours.on_days(phrase.day.dates, phrase.clock, phrase.part, context)
    if phrase.day.asks and context.today in phrase.day.dates and phrase.day.grain == "weekday":
        moments = _still_possible(moments, context)
    return moments, len(moments) > 1 and (asks or phrase.day.asks)


def _leads(tokens: Tokens, phrase: Phrase) -> int:
    return next(
        (n + 1 for n in range(phrase.end - phrase.start) if tokens[phrase.start + n].name == "since"), 0
    )


def _still_possible(moments: tuple[datetime, ...], context: Context) -> tuple[datetime, ...]:
    """Drop today's reading of a weekday where its hour is over (or, of an onset, has not come)."""
    return tuple(
        each
        for each in moments
        if each.date() != context.today
        or each.time() == datetime.min.time()
        or (each <= context.now) == context.looks_back
    )


def _reading(tokens: Tokens, phrases: list[Phrase], context: Context) -> readings.TimeReading:
    if not phrases:
        return NOTHING
    phrase = phrases[0]
    whole = _together(phrases)
    try:
        moments, asks = _moments(tokens, whole, context)
    except OverflowError:
        return NOTHING
    if not moments:
        return NOTHING
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    has_time = bool(whole.moment or whole.clock or whole.part)
    return readings.TimeReading(moments[0], moments, asks, has_time, tokens.source[start:end])


def _together(phrases: list[Phrase]) -> Phrase:
    phrase = phrases[0]
    for other in phrases[1:]:
        phrase = replace(
            phrase,
            day=phrase.day or other.day,
            clock=phrase.clock or other.clock,
            part=phrase.part or other.part,
        )
    return phrase


def _without(tokens: Tokens, phrases: list[Phrase], text: str) -> str:
    for phrase in sorted(phrases, key=lambda each: each.start, reverse=True):
        start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
        text = text[:start].rstrip() + " " + text[end:].lstrip()
    return text.strip(" ,;-")
