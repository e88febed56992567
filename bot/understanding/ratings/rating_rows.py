"""Rows of numbers: each before what it rates ("6 head 4 neck"), or one symptom's through the day ("9am 3, 6pm 7").

In a row each number holds the others up: what would be a count alone is a rating among its like.
"""

from itertools import pairwise

from bot.understanding.ratings import (
    rating_counts,
    rating_followers,
    rating_relief,
    rating_scales,
    rating_standing,
    rating_topics,
    rating_until,
)
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS, Message

_OPENING = SENTENCE_ENDS | frozenset(
    (":", "level", "levels", "today", "scores", "score", "now", "-", "currently", "tonight")
)
"""Before the first number of a row."""
_ABOUT = frozenset(
    ("a", "an", "about", "low", "high", "solid", "good", "maybe", "roughly", "~", "only", "just")
)
_TO_NAME = frozenset(
    ("for", "on", "with", "in", "the", "my", "left", "right", "l", "r", "both", "lower", "upper", "of")
)
_MARKS_TO_NAME = frozenset(("-", "=", "(", ":"))
_MOST_TO_NAME = 3
_BETWEEN = frozenset((")", ",", "and", "&", "+", "/", ";", "\n", "-", "."))
_LEAST_IN_ROW = 2
_LEAST_HIGHEST = 4
"""In "2 knees 3 hips" nothing says that more than their number is told."""
_DAYPARTS = frozenset(
    (
        "am", "pm", "morning", "noon", "midday", "lunch", "lunchtime", "afternoon", "arvo", "evening", "eve", "night",
        "midnight", "bedtime", "breakfast", "brekkie", "brekky", "tea", "teatime", "dinner", "dinnertime", "supper",
        "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday",
        "fri", "friday", "sat", "saturday", "sun", "sunday", "today", "tonight", "now", "yesterday",
        "yest", "yday", "currently", "max", "min", "worst", "best", "avg", "average", "earlier", "waking", "thing",
        "overnight",
    )
)  # fmt: skip
_NOW = frozenset(("now", "currently"))
_WAS = frozenset(("was", "were", "been"))
_POSED = frozenset(("in", "on", "at", "when", "walking", "standing", "sitting", "lying", "before", "after"))
_MOST_POSED = 6
"""Words between "7 in bed, then 4 now", which opens a sentence of its own."""
_SINCE = frozenset(("after", "since", "with", "thanks", "once"))
"""After the number of now, tell what brought it there."""
_THEN = _NOW | {"from"}
_FARTHEST_TAKEN = 4
_FIRST = frozenset(("first", "day", "last"))
_FIRST_DAYS = frozenset(("day", "night", "one", "1", "morning"))
_TO_NOW = (
    _NOW
    | _ABOUT
    | {
        ",", "and", "but", "its", "it", "'s", "is", "down", "to", "up", "then", "at", "-", "more", "like",
        "first", "day", "earlier", "before", "this", "morning", "yesterday", "last", "night", "worst", "peak",
    }
)  # fmt: skip
"""Between what it was and what it is now."""
_EXTREMES = frozenset(("max", "min", "worst", "best", "avg", "average"))
_ABOUT_REMEDY = frozenset(("pre", "post", "before", "after", "b4"))
_LABELS = _DAYPARTS | _ABOUT_REMEDY
_BEFORE_DAYPART = frozenset(("this", "at", "by", "on", "in", "the", "last", "early", "late", "first", "its"))
_HALVES_OF_DAY = frozenset(("am", "pm", "oclock"))
_SAID_OF_TIME = frozenset((":", "=", "-", "was", "a", "an", "about", "is", "it"))
_FROM_TIME_TO_NEXT = _BETWEEN | {"then", ">", "but"}
_TO_FIRST = frozenset(
    (":", "-", ",", "\n", "was", "at", "score", "scores", "level", "levels", "today", "rated", "is")
)
_HOW_IT_GOES = _TO_FIRST | frozenset(
    (
        "easing", "eased", "easier", "better", "worse", "improving", "improved", "settling", "settled", "calming",
        "calmed", "calmer", "going", "gone", "coming", "come", "creeping", "getting", "down", "up", "off", "a", "lot",
        "bit", "much", "slightly", "slowly", "gradually", "been", "has", "were", "are", "loads", "quieter", "dropping",
        "dropped", "lifting", "lifted", "fading", "rising", "building", "climbing", "playing", "flaring", "still",
    )
)  # fmt: skip
"""Between a name and the first number of a row, say which way it goes ("toe is easing, 7 yesterday and 3 today")."""
_IN_COURSE = frozenset(
    (
        ",", "then", ">", "-", "and", "now", "to", "barely", "about", "a", "only", "down", "up", "back",
        "maybe", "nearly",
    )
)  # fmt: skip
_LEAST_IN_COURSE = 3
_TO_ROW = frozenset((":", ",", "-", "=", "are", "at", "is", "about", "scores", "rated"))
_JOINTS = frozenset((",", "/", "and", "&", "plus", "+", "with"))
"""Between the names of a list, and between its numbers."""
_UNITS = (rating_standing.COUNTED | {":", "x", "mg", "am", "pm", "oclock"}) - {"and", "or", "by"}
_Row = dict[int, int]
"""Where a number stands → where the name ends or begins that it is of."""


def find(standing: Standing) -> tuple[frozenset[int], _Row]:
    """Give the numbers that stand before their names, and those of a course → the end of its name."""
    numbers = [at for at, word in enumerate(standing.words) if rating_scales.number(word) is not None]
    if not numbers or not standing.starts:
        return frozenset(), {}
    if len(numbers) < _LEAST_IN_ROW:
        return frozenset(), rating_until.find(standing, numbers)
    course = _timed(standing) if not _LABELS.isdisjoint(standing.words) else {}
    course = course | _courses(standing, numbers) | _respective(standing, numbers)
    course = rating_until.find(standing, numbers) | course | rating_relief.find(standing, numbers)
    if not _THEN.isdisjoint(standing.words):
        course = _then_and_now(standing, numbers) | course
    return frozenset(_before_names(standing, numbers)), course


def _before_names(standing: Standing, numbers: list[int]) -> set[int]:
    found: set[int] = set()
    done = -1
    for at in numbers:
        opened = standing.message.led(_ABOUT, at)
        if at <= done or not (opened == 0 or standing.words[opened - 1] in _OPENING):
            continue
        row, end = _row(standing, at)
        values = [rating_scales.number(standing.words[one]) or 0 for one in row]
        closed = standing.is_closed(end) or rating_followers.may_follow(
            standing.cues, standing.words, end, known=end in standing.medicines
        )
        scaled = (rating_scales.end_of_scale(standing.words, one + 1) is not None for one in row)
        rates = len(row) >= _LEAST_IN_ROW and (max(values) >= _LEAST_HIGHEST or all(scaled))
        if rates and closed:
            found.update(row)
            done = end
    return found


def _row(standing: Standing, position: int) -> tuple[list[int], int]:
    """Read as many pairs of a number and a name as there are from ``position`` on; also give where they end."""
    words, message, row, end = standing.words, standing.message, list[int](), position
    while position < len(words):
        value = rating_scales.number(words[position])
        after = rating_scales.end_of_scale(words, position + 1) or position + 1
        start = after + (message.word(after) in _MARKS_TO_NAME)
        while (
            start not in standing.starts and start - after < _MOST_TO_NAME and message.word(start) in _TO_NAME
        ):
            start += 1
        rates = value is not None and value <= rating_scales.HIGHEST and words[position] != "one"
        if not rates or start not in standing.starts:
            break
        named = standing.name_end(start)
        if words[named - 1] in rating_counts.TALLIED or named == start:
            break
        row.append(position)
        end = named
        position = message.past(_ABOUT, message.past(_BETWEEN, named))
    return row, end


def _timed(standing: Standing) -> _Row:
    """Read "11am = 2, 3pm = 6" and "7 monday 7 weds 7 fri" after a name."""
    found: _Row = {}
    told = {end: end for end in sorted(standing.ends)}
    fresh = ((first, rating_topics.before(standing, first)) for first, _ in standing.message.bounds[1:])
    told |= {
        first: end
        for first, end in fresh
        if end is not None and standing.words[end - 1] not in rating_counts.TALLIED
    }
    for opened, end in told.items():
        start = standing.message.past(_HOW_IT_GOES, opened)
        rows = (_labelled(standing, start, label_first=first) for first in (True, False))
        row = max(rows, key=len)
        if len(row) >= _LEAST_IN_ROW and not _is_dosed(standing, end, row[-1]):
            found |= dict.fromkeys(_of_now(standing, row), end)
    return found


def _of_now(standing: Standing, row: list[int]) -> list[int]:
    """Leave of "max 8 min 3 now 5" the one of now, and none of "worst 8, best 3"."""
    beside = [{standing.message.word(at - 1), standing.message.word(at + 1)} for at in row]
    now = [at for at, words in zip(row, beside, strict=True) if not _NOW.isdisjoint(words)]
    extreme = any(not _EXTREMES.isdisjoint(words) for words in beside)
    return now[-1:] or ([] if extreme else row)


def _labelled(standing: Standing, position: int, *, label_first: bool) -> list[int]:
    row: list[int] = []
    while True:
        at = position
        if label_first:
            labelled = _label_end(standing.message, at)
            at = standing.message.past(_SAID_OF_TIME, labelled) if labelled is not None else -1
        if at < 0 or not _is_score(standing.message, at):
            return row
        end = at + 1
        if not label_first:
            labelled = _label_end(standing.message, end)
            if labelled is None:
                return row
            end = labelled
        row.append(at)
        position = standing.message.past(_FROM_TIME_TO_NEXT, end)


def _label_end(message: Message, position: int) -> int | None:
    """Give where a time of day, a weekday or a "post meds" ends that begins at ``position``."""
    if message.word(position) in _ABOUT_REMEDY:
        after = message.word(position + 1)
        return position + 1 + (after.isalpha() and rating_scales.number(after) is None)
    at = message.past(_BEFORE_DAYPART, position)
    word = message.word(at)
    if word[:1].isdecimal():
        minutes = message.word(at + 1) == ":" and message.word(at + 2)[:1].isdecimal()
        half = at + 1 + 2 * minutes
        if message.word(half) in _HALVES_OF_DAY:
            return half + 1
        return half if minutes else None
    return at + 1 if word in _DAYPARTS else None


def _is_score(message: Message, position: int) -> bool:
    value = rating_scales.number(message.word(position)) if message.word(position) else None
    after = message.word(position + 1)
    label = after in _HALVES_OF_DAY and message.word(position + 2).isdecimal()  # "am 6 pm 3"
    label = label and message.word(position - 1) in _HALVES_OF_DAY
    return value is not None and value <= rating_scales.HIGHEST and (label or after not in _UNITS)


def _is_dosed(standing: Standing, start: int, end: int) -> bool:
    near = (at for at in standing.medicines if start <= at <= end + 1)
    return any(standing.words[at - 1] not in _ABOUT_REMEDY for at in near)


def _courses(standing: Standing, numbers: list[int]) -> _Row:
    """Read "went 3, 5, 7" and "8 6 4": three numbers and more in a row, the last of them the one of now."""
    found: _Row = {}
    for index, at in enumerate(numbers):
        if at in found or len(numbers) - index < _LEAST_IN_COURSE:
            continue
        row = [at]
        for following in numbers[index + 1 :]:
            if not _IN_COURSE.issuperset(standing.words[row[-1] + 1 : following]):
                break
            row.append(following)
        lead = standing.nearest_lead(at)
        if len(row) < _LEAST_IN_COURSE or lead not in standing.ends or _is_dosed(standing, lead, row[-1]):
            continue
        scored = all(rating_scales.is_on_scale(standing.words[one]) for one in row)
        if scored and rating_followers.may_follow(standing.cues, standing.words, row[-1] + 1, known=False):
            found |= dict.fromkeys(row, lead)
    return found


def _then_and_now(standing: Standing, numbers: list[int]) -> _Row:
    """Read "was 8 now 5", "first day 8, now 5" and "ibuprofen took it from 7 to 4" of the symptom told last before."""
    found: _Row = {}
    for former, later in pairwise(numbers):
        opened = standing.message.led(_ABOUT, former) - 1
        if not (_is_then(standing, opened, former, later) or _is_taken(standing, opened, former, later)):
            continue
        told = _told_before(standing, opened)
        scored = _is_score(standing.message, former) and _is_score(standing.message, later)
        if (
            scored
            and told is not None
            and standing.words[told - 1] not in rating_counts.TALLIED
            and (standing.is_closed(later + 1) or standing.words[later + 1] in _NOW | _SINCE)
        ):
            found |= {former: told, later: told}
    return found


def _is_then(standing: Standing, opened: int, former: int, later: int) -> bool:
    """Tell "was 8 now 5" and "day one 8, about a 5 now" from other numbers beside each other."""
    between, message = standing.words[former + 1 : later], standing.message
    now = not _NOW.isdisjoint((*between, message.word(later + 1)))
    first = message.word(opened) in _FIRST_DAYS and message.word(opened - 1) in _FIRST
    then = between[:1] == ["then"] or between[:2] == ["at", "first"]
    fresh = former == message.sentence_start(former) > 0 and not _POSED.isdisjoint(between[:1])
    if fresh and now and len(between) <= _MOST_POSED:
        return all(word.isalpha() or word == "," for word in between)
    return now and _TO_NOW.issuperset(between) and (first or then or message.word(opened) in _WAS)


def _is_taken(standing: Standing, opened: int, former: int, later: int) -> bool:
    """Tell "took it from 7 to 4" from the hours of "from 7 to 4"."""
    said = standing.words[max(0, opened - _FARTHEST_TAKEN) : opened]
    to = standing.words[former + 1 : later] in (["to"], ["to", "a"], ["down", "to"], ["to", "about"])
    moved = "it" in said and not standing.cues.changes.isdisjoint(said)
    return to and moved and standing.words[opened] == "from" and standing.words[former].isdecimal()


def _told_before(standing: Standing, position: int) -> int | None:
    """Give where the symptom ends that was told last before ``position``, in its sentence or the one before."""
    message, first = standing.message, standing.message.sentence_start(position)
    told = [one.end for one in message.mentions if one.end <= position and not one.is_weak]
    told += [end for end in standing.part_ends if end < position and _is_score(message, end)]
    end = max(told, default=None)
    if end is None or message.sentence_start(max(0, first - 1)) > end:
        return None
    return None if "?" in message.words[end:position] else end


def _respective(standing: Standing, numbers: list[int]) -> _Row:
    """Read "knees, hips, hands: 3, 3, 5" and "pain/fatigue 6/7": as many numbers as names, in their order."""
    found: _Row = {}
    words, message, taken = standing.words, standing.message, set(numbers)
    by_end = {t.end: t.start for t in message.things if t.value.part}
    by_end |= {mention.end: mention.start for mention in message.mentions}
    for at in numbers:
        lead = message.led(_TO_ROW, at)
        if at in found or lead not in standing.ends:
            continue
        row = [at]
        while message.word(row[-1] + 1) in _JOINTS and row[-1] + 2 in taken:
            row.append(row[-1] + 2)
        names = _names_before(standing, by_end, lead) if len(row) >= _LEAST_IN_ROW else []
        alike = len({words[one + 1] for one in row[:-1]}) == 1 or "," in words[row[0] : row[-1]]
        scale = words[row[0] : row[-1] + 1][1:] == ["/", "10"]
        whole = len(names) == len(row) >= _LEAST_IN_ROW and alike and not scale
        closed = rating_followers.may_follow(standing.cues, words, row[-1] + 1, known=False)
        if whole and closed and all(rating_scales.is_on_scale(words[one]) for one in row):
            found |= dict(zip(row, names, strict=True))
    return found


def _names_before(standing: Standing, by_end: _Row, end: int) -> list[int]:
    """Give where the names end of the list that ends at ``end``, in their order."""
    names: list[int] = []
    while end in by_end:
        names.insert(0, end)
        start = standing.message.led(("my", "the"), by_end[end])
        joint = start - 1
        joint -= standing.message.word(joint - 1) == ","
        end = joint if standing.message.word(start - 1) in _JOINTS else -1
    return names
