"""Joins the pieces that stand together into one phrase: "Friday Dec 4 at 2:15", "9 tomorrow morning"."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.understanding import (
    time_clock,
    time_dates,
    time_days,
    time_holidays,
    time_ordinals,
    time_relative,
    time_words,
)
from bot.understanding.time_parts import Clock, Context, Day, Grain, Moment
from bot.understanding.time_tokens import Token, Tokens

_GLUE = time_words.set_of(
    """, at @ on of by in the around about approx approximately roughly circa ~ for from between like - ( ) : is
    after before just shortly sometime or so it's its t early late"""
)
_LEADS = time_words.set_of("at @ on by around about for since from until till starting ~ the")
"""Words before a time that belong to it when it is cut out of the text."""
_DAY_CUES = time_words.set_of(
    "on since by until till from in this next last for before after starting due of the over"
)
_COUNTED = time_words.set_of(
    """% mg ml mcg g kg lb lbs iu units unit tablet tablets tab tabs pill pills cap caps capsule capsules dose doses
    puff puffs drop drops spray sprays patch patches shot shots out / degrees deg ° percent times x people person of
    steps miles mile km meters metres feet ft stairs blocks cups cup glasses bottles episodes attacks migraines
    seizures flares points opinion floor grade degree hand wind thought nature half quarter time rate bpm mmhg mmol
    pounds kilos stone inches cm kids children friends visits appointments specialists doctors calls letters forms
    pages months attempt try"""
)
"""After these a number is an amount, an ordinal a rank."""
_MEASURED = time_words.set_of(
    """pain level severity score scale rating hr heartrate rate pulse sats sat o2 spo2 oxygen temp temperature fever
    glucose sugar sugars bp pressure weight dose fatigue nausea headache migraine ache energy mood anxiety depression
    fog dizziness itch cramps stiffness stress a1c hba1c bmi"""
)
"""Things that stand "at 7"."""
_STANDING = time_words.set_of(
    "is was still now currently sitting stuck hovering holding up down around about it's its at"
)
_MUST_BE_LEVEL = time_words.set_of("sitting stuck hovering holding")
_FOLLOWS_A_DAY = time_words.set_of(
    """at @ in on with for by from to and or but about around after before i we he she they my the is was dr doctor , .
    ; : ! ? ) - of then so please pls because when if as this next until till since not no"""
)
_BEGINNINGS = time_words.set_of(
    """a an in within for over past these about around approx approximately roughly ~ like maybe another coming upcoming
    following end beginning start early late middle mid first close x eow eom"""
)
"""Plain words a phrase of time can begin with."""
_PART_PHRASES = {
    ("first", "thing"): "morning",
    ("close", "of", "business"): "end of day",
    ("end", "of", "business"): "end of day",
    ("end", "of", "day"): "end of day",
    ("end", "of", "the", "day"): "end of day",
}
_HABITS = time_words.set_of(
    "worse better worst best bad good stiff always usually mostly often especially only up down"
)
"""Before "in the morning" these tell how mornings are, not which one."""
_NEARBY = 4
_MAX_GLUE = 3
_WEAK_PARTS = time_words.set_of("breakfast lunch dinner bedtime morning afternoon evening night")
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)})
_SCALES = frozenset({5, 10})


@dataclass(slots=True)
class Phrase:
    """What was read so far from ``start`` up to ``end`` (token indexes), growing piece by piece."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: str = ""
    moment: Moment | None = None
    pieces: int = field(default=0)

    @property
    def is_impossible(self) -> bool:
        """True for a date that no calendar has."""
        return self.day is not None and not self.day.dates


def read(tokens: Tokens, index: int, context: Context) -> Phrase | None:
    """Read the longest phrase that begins at ``index``; None where nothing does, or nothing that is surely a time."""
    token = tokens[index]
    if (
        token.tag in {"word", "figure", "mark"}
        and token.text not in _BEGINNINGS
        and not time_holidays.is_name(token.text)
    ):
        return None
    phrase = Phrase(index, index)
    while _grow(tokens, phrase, context):
        phrase.pieces += 1
    if not phrase.pieces:
        return None
    is_allowed = context.loose and not _is_a_word(tokens, phrase)
    if not (is_allowed or phrase.is_impossible or _is_a_time(tokens, phrase, context)):
        return None
    while tokens[phrase.start - 1].text in _LEADS and phrase.start > 0:
        phrase.start -= 1
    return phrase


def _grow(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Add the next piece, over a few joining words; False where the phrase ends."""
    at = phrase.end
    if phrase.moment:
        return False
    for _ in range(_MAX_GLUE + 1):
        if _add_piece(tokens, at, phrase, context):
            return True
        if phrase.pieces == 0 or tokens[at].text not in _GLUE:
            return False
        at += 1
    return False


def _add_piece(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    return (
        _add_distance(tokens, at, phrase, context)
        or _add_day(tokens, at, phrase, context)
        or _add_part(tokens, at, phrase)
        or _add_clock(tokens, at, phrase)
    )


def _add_distance(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    found = time_relative.read(tokens, at, context)
    if found is None:
        return False
    thing, end = found
    if isinstance(thing, Moment):
        if phrase.pieces:
            return False
        phrase.moment, phrase.end = thing, end
        return True
    joined = _joined(phrase.day, thing)
    if joined is None:
        return False
    if "nights" in tokens.words(at, end):
        phrase.part = phrase.part or "night"
    phrase.day, phrase.end = joined, end
    return True


def _add_day(tokens: Tokens, at: int, phrase: Phrase, context: Context) -> bool:
    for rule in (time_holidays.read, time_dates.read, time_ordinals.read, time_days.read):
        found = rule(tokens, at, context)
        if found is None or (tokens[at].tag == "dotdate" and phrase.clock is None and phrase.day):
            continue
        joined = _joined(phrase.day, found[0], is_choice=tokens[at - 1].text == "or")
        if joined is None:
            continue
        phrase.day, phrase.end = joined, found[1]
        if tokens[found[1] - 1].name == "tonight" or tokens[at].name == "night":
            phrase.part = phrase.part or "night"
        return True
    return False


def _joined(first: Day | None, second: Day, *, is_choice: bool = False) -> Day | None:
    """Join two days named together, such as weekday and date; None where they do not fit."""
    if first is None:
        return second
    if not first.dates or not second.dates:
        return time_dates.IMPOSSIBLE
    if is_choice:
        return Day((*first.dates[:1], *second.dates[:1]), "date", asks=True)
    grains = {first.grain: first, second.grain: second}
    weekday, number, month = grains.get("weekday"), grains.get("number"), grains.get("month")
    if month and number:
        day = time_dates.in_year(month.dates[0].year, month.dates[0].month, number.dates[0].day)
        return Day((day,), "date") if day else time_dates.IMPOSSIBLE
    if "year" in grains and "date" in grains:
        dated = grains["date"].dates[0]
        day = time_dates.in_year(grains["year"].dates[0].year, dated.month, dated.day)
        return Day((day,), "date") if day else time_dates.IMPOSSIBLE
    return _with_weekday(weekday, grains) if weekday else None


def _with_weekday(weekday: Day, grains: Mapping[Grain, Day]) -> Day | None:
    """Join a weekday to a week ("Tuesday in two weeks"), a date or a number ("Friday the 4th"), or the same day."""
    wanted = weekday.dates[0].weekday()
    dated = grains.get("date") or grains.get("number")
    if "week" in grains:
        return Day((time_days.of_week(time_days.monday_of(grains["week"].dates[0]), wanted),))
    if dated:
        return _on_weekday(weekday, dated)
    same = grains.get("day")
    return same if same and same.dates[0].weekday() == wanted else None


def _on_weekday(weekday: Day, dated: Day) -> Day:
    """Choose the date that falls on the weekday named; where none does, one of the two is a slip: ask."""
    wanted = weekday.dates[0].weekday()
    fitting = [day for day in (*dated.dates, *dated.others) if day.weekday() == wanted]
    if dated.dates[0].weekday() == wanted or not fitting or dated.grain == "date":
        if dated.dates[0].weekday() == wanted or (dated.asks and fitting):
            return Day((fitting[0],), "date")
        return Day((dated.dates[0], weekday.dates[0]), "date", asks=True)
    return Day((fitting[0],), "date")


def _add_part(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    token = tokens[at]
    for words, part in _PART_PHRASES.items():
        if not phrase.part and token.text == words[0] and tokens.words(at, at + len(words)) == words:
            phrase.part, phrase.end = part, at + len(words)
            return True
    if phrase.part or token.tag != "part" or token.name in {"noon", "midnight", "tonight"}:
        return False
    phrase.part, phrase.end = token.name, at + 1
    return True


def _add_clock(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    if phrase.clock:
        return False
    found = time_clock.read(tokens, at)
    if found is None or (not found[0].sure and is_counted(tokens, found[1])):
        return False
    if tokens[found[1]].tag == "unit" and found[1] - at == 1:
        return False
    phrase.clock, phrase.end = found
    if not (phrase.part or found[0].half):
        phrase.part = _part_nearby(tokens, phrase.start)
    return True


def _part_nearby(tokens: Tokens, start: int) -> str:
    """Give the part of the day that names the thing itself: "evening meds at 8"."""
    for index in range(start - 1, start - 1 - _NEARBY, -1):
        token = tokens[index]
        if (
            token.tag == "mark"
            or tokens[index - 1].name in {"this", "last"}
            or tokens[index - 1].tag == "day"
        ):
            break
        if token.tag == "part" and token.name in {"morning", "evening", "night", "bedtime"}:
            return token.name
    return ""


def is_counted(tokens: Tokens, end: int) -> bool:
    """Say whether what follows makes the number before ``end`` an amount: "2 tablets", "7 out of 10"."""
    token = tokens[end]
    return (
        token.text in _COUNTED
        or token.tag == "unit"
        or (
            tokens.is_glued(end)
            and token.tag in {"word", "mark"}
            and token.text not in {",", ".", ";", "!", "?", ")", "ish"}
        )
    )


def _is_a_time(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Decide whether the words are surely a time, in the middle of a text about everything else."""
    if phrase.moment:
        return True
    if phrase.day and not _is_risky_day(tokens, phrase):
        return True
    if phrase.clock and phrase.day:
        return True
    if phrase.clock:
        return phrase.clock.sure or phrase.part != "" or _is_clock_by_cue(tokens, phrase)
    if phrase.day:
        return _is_day_by_cue(tokens, phrase)
    return _is_part_by_cue(tokens, phrase, context)


def _is_a_word(tokens: Tokens, phrase: Phrase) -> bool:
    """Say whether all that was read is "may" or "march", which is no answer to "when?" either."""
    return phrase.end - phrase.start == 1 and tokens[phrase.start].text in time_dates.ALSO_WORDS


def _is_risky_day(tokens: Tokens, phrase: Phrase) -> bool:
    day = phrase.day
    token = tokens[phrase.start]
    if day and token.tag == "date2" and phrase.end == phrase.start + 1:
        low, high = token.numbers
        return (
            (low, high) in _FRACTIONS
            or (high in _SCALES and low <= high + 2)
            or is_counted(tokens, phrase.end)
        )
    return bool(day and day.risky and phrase.part == "")


def _is_clock_by_cue(tokens: Tokens, phrase: Phrase) -> bool:
    """Accept "at 9", but not "pain still at 7" and not "2 after 6"."""
    before = phrase.start - 1
    cue = tokens[before].text
    if cue not in {"at", "@", "since", "by", "around", "till", "until"}:
        return False
    if cue in {"by", "around", "till", "until"} and tokens[phrase.end].tag != "end":
        return False
    walked = before
    while walked > before - 4 and tokens[walked].text in _STANDING:
        walked -= 1
    if any(word in _MUST_BE_LEVEL for word in tokens.words(walked, before)):
        return False
    return tokens[walked].text not in _MEASURED


def _is_day_by_cue(tokens: Tokens, phrase: Phrase) -> bool:
    before, after = tokens[phrase.start - 1], tokens[phrase.end]
    day = phrase.day
    if (before.tag, after.tag) == ("end", "end") and day and day.grain in {"number", "date"}:
        return _is_whole_answer(tokens[phrase.start])
    if before.text not in _DAY_CUES or (before.text == "the" and tokens[phrase.start].tag != "ordinal"):
        return False
    if tokens[phrase.start].tag == "date2":
        return before.text in {"on", "since", "by", "until", "till", "due", "before", "after", "starting"}
    if day and day.grain == "number":
        return _is_numbered_day(tokens, phrase)
    if day and day.grain == "month":
        return after.text not in _COUNTED
    return before.text not in {"the", "in"}


def _is_whole_answer(token: Token) -> bool:
    """Say whether a risky day that is all of the text is one: "15th", "thanksgiving", but not "7/10"."""
    return (token.tag == "ordinal" and token.text[0].isdecimal()) or time_holidays.is_name(token.text)


def _is_numbered_day(tokens: Tokens, phrase: Phrase) -> bool:
    """Accept "the 3rd" and "on the third", not "the third time" or "the 2nd pill"."""
    start, after = phrase.start, tokens[phrase.end]
    in_figures = tokens[start].text[0].isdecimal()
    led = tokens[start - 1].text == "the" and tokens[start - 2].text in _DAY_CUES
    if not (in_figures or led):
        return False
    return after.tag == "end" or after.text in _FOLLOWS_A_DAY


def _is_part_by_cue(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Accept "since lunch" and, of the future, "in the morning"; "worse in the morning" is a habit."""
    before = tokens[phrase.start - 1]
    if before.text == "the":
        before = tokens[phrase.start - 2]
    if phrase.part not in _WEAK_PARTS:
        return True
    if before.name == "since":
        return True
    lead = phrase.start - (2 if tokens[phrase.start - 1].text == "the" else 1)
    a_habit = tokens[lead - 1].text in _HABITS
    return context.kind == "future" and before.text in {"in", "at", "after", "before", "by"} and not a_habit


def with_day(phrase: Phrase, day: Day) -> Phrase:
    """Give the phrase the day that stands elsewhere in the sentence."""
    return replace(phrase, day=day)


def first_date(phrase: Phrase) -> date | None:
    """Give the first date the phrase names, if it names one."""
    return phrase.day.dates[0] if phrase.day and phrase.day.dates else None
