"""The two sides of one complaint, each with its number: "kidney pain 5 left 2 right", "knees 4 and 6, right worse".

Each side becomes a mention with its own place, as if it had been named twice. Where nobody says which side is meant,
the second is "the other": both numbers are kept and neither is given to a side that was not told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.vocabulary import RatingCues
from bot.understanding.body import one_of_two, other_sides, place_words, sides
from bot.understanding.ratings import rating_counts, rating_followers, rating_scales
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_TO_FIRST = frozenset((":", ",", "-", "=", "(", "both", "is", "are", "today", "now", "at", "was", "about"))
_OF_SIDE = frozenset(("in", "on", "for", "the", "my", "is", "of"))
"""May stand between a number and the side it is of ("5 on the left")."""
_TO_NUMBER = other_sides.TO_NUMBER | {"=", "at"}
_FARTHEST = 7
"""How many words may lie between the number of one side and the other side."""
_AND = frozenset(("and", "&"))
_LEAST_NUMBERS = 2
_JOINS = _AND | {"/", "plus", "+", "n"}
_BEFORE = frozenset(("my", "the", "both"))
_TO_OTHER = _AND | {",", "but", "/"}
_CLOSES = frozenset(("", ",", ")", "-", "and", "but", "now", "today"))
_WORSE = frozenset(("worse", "worst", "higher", "bigger", "sorer"))
_BETTER = frozenset(("better", "best", "lower", "easier"))
_BEING = frozenset(("is", "'s", "being", "the", "one", "side", "was", "=", ":", "a", "my"))
_TO_TOLD = frozenset((",", "(", "-", "the", "my"))
_FARTHEST_TOLD = 4
"""How many words may lie between a complaint and the number of its first side."""
_FEET = frozenset(("feet", "calves"))
_MANY = frozenset(("toe", "finger", "knuckle"))
"""Are more than two, so that two numbers are not of all of them."""
_STATES = 5
"""Words after two numbers in which two states may be told ("knees 4 and 6, sitting and standing"), or a side."""
_APART = (
    _JOINS
    | place_words.SIDES.keys()
    | {"first", "then", "later", "before", "was", "were", "now", "am", "pm", "usually", "normally"}
)
"""Among them, tell of two states, of two times or of a side."""
_LATER = frozenset(("before", "after", "when", "as", "away", "by"))
"""Make a moment of the "right" before them ("at 2 right before the bus")."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What has two sides: a complaint that is told, or a place that stands alone."""

    start: int
    end: int
    part: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class _Side:
    side: str
    number: int
    start: int
    end: int


def split(lexicon: Lexicon, message: Message) -> dict[int, int]:
    """Part the complaints of ``message`` that have a number for each side; give each number → where its side ends."""
    if sum(map(str.isdecimal, message.words)) < _LEAST_NUMBERS:
        return {}
    row, cues = dict[int, int](), lexicon.vocabulary.ratings
    for head in list(_heads(lexicon, message)):
        sided = _sided(cues, message, head)
        row |= sided or (_numbered(message, head) if _is_pair(lexicon, message, head) else {})
    for told in list(message.mentions):
        row |= _goes_on(message, told)
    return row


def _goes_on(message: Message, told: Mention) -> dict[int, int]:
    """Read the other side of "tremor 4 in right hand, 2 in left"."""
    side, _, part = (told.body_part or "").partition(" ")
    other = _side_at(message, message.past(_TO_OTHER, told.end)) if side in other_sides.OPPOSITE else None
    if other is None or other.start != other.number or other.side != other_sides.OPPOSITE[side]:
        return {}
    if message.words[told.start] in rating_counts.TALLIED:
        return {}
    again = message.stems[other.end : other.end + 1]  # "2 in left hand"
    end = other.end + (again != [] and again[0] in message.stems[told.start : told.end])
    if not _closes(message, end):
        return {}
    twin = Mention(told.name, told.term, other.start, end, f"{other.side} {part}")
    message.mentions = sorted([*message.mentions, twin], key=lambda mention: mention.start)
    return {other.number: end}


def _closes(message: Message, position: int) -> bool:
    return message.word(position) in _CLOSES or message.word(position) in SENTENCE_ENDS


def _heads(lexicon: Lexicon, message: Message) -> Iterator[_Head]:
    """Give what may have two sides: the complaints with one place at most, and the places beside them."""
    taken = {spot for one in message.mentions for spot in range(one.start, one.end)}
    for one in message.mentions:
        where = (one.body_part or "").removeprefix("both ") or None
        if not one.denied and (where is None or where.partition(" ")[0] not in place_words.SIDES):
            yield _Head(one.start, one.end, where, one)
    for thing in message.things:
        part = thing.value.part
        if part is not None and thing.start not in taken:
            side = sides.around(message.words[: thing.end], thing.start, thing.end)
            if side in (None, "both"):
                pain = Mention(part.pain_name, lexicon.pain, thing.start, thing.end)
                yield _Head(thing.start, thing.end, part.name, pain)


def _sided(cues: RatingCues, message: Message, head: _Head) -> dict[int, int]:
    """Read "kidney pain 5 left 2 right" and "knees: left 3, right 2"."""
    begin = message.past(_TO_FIRST, head.end)
    first = _side_at(message, begin) if begin - head.end <= _FARTHEST_TOLD else None
    if first is None or _is_counted(message, head):
        return {}
    last = min(message.sentence_end(head.start), first.end + _FARTHEST)
    for at in range(first.end, last):
        if message.word(at)[:1].isdecimal() and first.start != first.number:
            continue
        second = _side_at(message, at)
        if second is None or second.side != other_sides.OPPOSITE[first.side]:
            continue
        alike = (first.start == first.number) == (second.start == second.number)
        between = message.words[first.end : second.start]
        counted = any(word[0].isdecimal() for word in between)
        told = any(first.end < one.start < second.start for one in message.mentions)
        if alike and not counted and not told and _may_follow(cues, message, first, second):
            return _parted(message, head, first, second)
        return {}
    return {}


def _is_counted(message: Message, head: _Head) -> bool:
    """Tell "boils 2 left 1 right" and "seizures left 2 right 1", which say how many, from how bad a side is."""
    name = message.words[head.end - 1]
    many = head.part is None and name.endswith("s") and not name.endswith("ss")
    return name in rating_counts.TALLIED or (many and name not in rating_counts.FELT)


def _side_at(message: Message, position: int) -> _Side | None:
    """Read "left 5", "left one a 5" and "5 on the left" at ``position``."""
    side = place_words.SIDES.get(message.word(position))
    if side in other_sides.OPPOSITE:
        number = message.past(_TO_NUMBER, message.past(other_sides.ONE, position + 1))
        end = rating_scales.end_of_scale(message.words, number + 1) or number + 1
        return _Side(side, number, position, end) if _rates(message, number) else None
    if not _rates(message, position):
        return None
    end = rating_scales.end_of_scale(message.words, position + 1) or position + 1
    at = message.past(_OF_SIDE, end)
    side = place_words.SIDES.get(message.word(at))
    if side not in other_sides.OPPOSITE or message.word(at + 1) in _LATER:
        return None
    return _Side(side, position, position, message.past(other_sides.ONE, at + 1))


def _rates(message: Message, position: int) -> bool:
    word = message.word(position)
    return word.isdecimal() and int(word) <= rating_scales.HIGHEST


def _may_follow(cues: RatingCues, message: Message, first: _Side, second: _Side) -> bool:
    """Tell "hips L 4 R 6" from "eyes left 2 drops right 2 drops"."""
    beside = second.start - first.end <= 1
    ends = (second.end,) if beside else (first.end, second.end)
    return all(rating_followers.may_follow(cues, message.words, end, known=False) for end in ends)


def _numbered(message: Message, head: _Head) -> dict[int, int]:
    """Read "knees 4 and 6", and which is which where it is told ("right worse", "left is the 5")."""
    number = message.past(_TO_NUMBER, head.end)
    other = number + 2  # past "4 and"
    if not (_rates(message, number) and _rates(message, other)) or message.word(number + 1) not in _AND:
        return {}
    if _is_listed(message, head):
        return {}
    side = _told_side(message, number, other)
    if side is None and not _ends_alone(message, other + 1):
        return {}
    one, twin = ("", "other") if side is None else (other_sides.OPPOSITE[side], side)
    first, second = _Side(one, number, number, number + 1), _Side(twin, other, other, other + 1)
    return _parted(message, head, first, second)


def _is_listed(message: Message, head: _Head) -> bool:
    """Tell the shoulders of "neck and shoulders 5 & 4" and "hands, shoulders 5 and 4", each of which has one."""
    opened = message.led(_BEFORE, head.start) - 1
    told = [thing.end for thing in message.things if thing.value.part or thing.value.symptom]
    listed = message.word(opened) == "," and opened in (*told, *(one.end for one in message.mentions))
    return listed or message.word(opened) in _JOINS


def _ends_alone(message: Message, position: int) -> bool:
    """Tell whether two numbers close their sentence or clause, and are not of two states or two times."""
    at = position + (message.word(position) == "today")
    apart = message.word(at) == "," and _APART.isdisjoint(message.words[at + 1 : at + _STATES])
    return apart or message.word(at) == "" or message.word(at) in SENTENCE_ENDS


def _is_pair(lexicon: Lexicon, message: Message, head: _Head) -> bool:
    """Tell "knees" and "both hips" from a place of which one is meant, or of which there are many."""
    said = range(head.start, head.end)
    both = "both" in message.words[max(0, head.start - 1) : head.end]
    plural = any(
        message.stems[at] in lexicon.parts and (message.words[at].endswith("s") or message.words[at] in _FEET)
        for at in said
    )
    return head.part in one_of_two.PAIRS - _MANY and (both or plural)


def _told_side(message: Message, number: int, other: int) -> str | None:
    """Give the side that the number at ``other`` is of, where the words right after it tell."""
    at = message.past(_TO_TOLD, other + 1)
    side = place_words.SIDES.get(message.word(at))
    if side not in other_sides.OPPOSITE:
        return None
    said = message.word(message.past(_BEING, at + 1))
    higher = int(message.words[other]) > int(message.words[number])
    bracketed = message.word(at - 1) == "(" and message.word(at + 1) == ")"  # "wrists 5 and 7 (right)"
    if bracketed or said == message.words[other] or said in (_WORSE if higher else _BETTER):
        return side
    if said == message.words[number] or said in (_BETTER if higher else _WORSE):
        return other_sides.OPPOSITE[side]
    return None


def _parted(message: Message, head: _Head, first: _Side, second: _Side) -> dict[int, int]:
    """Make two mentions of the complaint at ``head``, and give the numbers they are rated by."""
    one = head.mention
    twin = Mention(one.name, one.term, second.start, second.end, _where(second.side, head.part))
    one.body_part = _where(first.side, head.part)
    one.end = max(first.end, first.number + 1)
    message.mentions = [mention for mention in message.mentions if mention is not one]
    message.mentions = sorted([*message.mentions, one, twin], key=lambda mention: mention.start)
    return {first.number: one.end, second.number: twin.end}


def _where(side: str, part: str | None) -> str | None:
    return f"{side} {part or 'side'}" if side else part
