"""What stands around a number: the grounds on which it is weighed whether it says how bad something is.

Words near it stand for themselves, things of the vocabulary for their kind ("@symptom", "@medicine", "@place"), so that
what was learned beside one symptom holds beside all ("anxiety up at 7", "tinnitus up at 4").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.ratings import rating_scales, rating_standing
from bot.understanding.words import kinds
from bot.understanding.words.message import SENTENCE_ENDS, Message

_CLAUSE_ENDS = SENTENCE_ENDS | {","}
_NEAR = 3
"""Words before and after a number that are looked at in their order."""
_FARTHEST = 16
"""Words on either side that are still of its clause, where no mark ends that."""
_LONG_CLAUSE, _FAR_BEFORE, _FAR_AFTER, _MANY = 6, 9, 6, 3
"""More than so much makes no more difference."""
_WRITTEN = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
"""A number in words that may rate; "one" is nearly always something else."""
_LITTLE, _SOME = 3, 5


@dataclass(frozen=True, slots=True)
class Number:
    """A number from 0 to 10 in tokens ``start`` up to ``end``, a "/10" behind it included."""

    start: int
    end: int
    value: float


def numbers(message: Message) -> Iterator[Number]:
    """Find every number that could be on the scale, whatever it turns out to be."""
    explained = rating_scales.explained(message.words)
    past = 0
    for position, word in enumerate(message.words):
        if position < past or position in explained or not (word[0].isdecimal() or word in _WRITTEN):
            continue
        value = rating_scales.number(word)
        if value is not None and value <= rating_scales.HIGHEST:
            past = rating_scales.end_of_scale(message.words, position + 1) or position + 1
            yield Number(position, past, value)


class Surroundings:
    """What stands around the numbers of one message."""

    def __init__(self, message: Message) -> None:
        self._message, self._kinds = message, kinds.kinds(message)
        self._starts = sorted(mention.start for mention in message.mentions)
        self._ends = sorted(mention.end for mention in message.mentions)

    def of(self, number: Number) -> frozenset[str]:
        """Name the grounds: words in their order, those of its clause, what is in it and near, how it is written.

        ``l1:word before``, ``n1:word after`` and so on, ``ln:both``, ``c:word of its clause``, ``has:kind of thing``.
        """
        led = [self._named(number.start - step) for step in range(1, _NEAR + 1)]
        then = [self._named(number.end + step) for step in range(_NEAR)]
        found = {f"l{step}:{word}" for step, word in enumerate(led, 1)}
        found |= {f"n{step}:{word}" for step, word in enumerate(then, 1)}
        found |= {f"ll:{led[1]} {led[0]}", f"lll:{led[2]} {led[1]} {led[0]}", f"nn:{then[0]} {then[1]}"}
        found |= {
            f"ln:{led[0]} {then[0]}",
            f"lln:{led[1]} {led[0]} {then[0]}",
            f"lnn:{led[0]} {then[0]} {then[1]}",
        }
        clause, near = self._clause(number), self._distances(number)
        return frozenset((*found, *clause, *near, *_written(self._message, number)))

    def _named(self, position: int) -> str:
        word = self._message.word(position)
        if not word or word in SENTENCE_ENDS:
            return "^" if position < 0 else "."
        if position in self._kinds:
            return self._kinds[position]
        if word[0].isdecimal():
            value = rating_scales.number(word)
            return "@number" if value is None or value > rating_scales.HIGHEST else "@small"
        return word

    def _clause(self, number: Number) -> Iterator[str]:
        every, first, last = self._message.words, number.start, number.end
        while first > max(0, number.start - _FARTHEST) and every[first - 1] not in _CLAUSE_ENDS:
            first -= 1
        while last < min(len(every), number.end + _FARTHEST) and every[last] not in _CLAUSE_ENDS:
            last += 1
        words = every[first:last]
        yield from (f"c:{word}" for word in words if not word[0].isdecimal())
        yield f"long:{min(len(words), _LONG_CLAUSE)}"
        yield f"first:{first == number.start}"
        yield f"last:{last == number.end}"
        yield f"numbers:{min(sum(word[0].isdecimal() for word in words), _MANY)}"
        yield from {f"has:{self._kinds[at]}" for at in range(first, last) if at in self._kinds}
        yield from self._told_before(first)

    def _told_before(self, end: int) -> Iterator[str]:
        """Tell what is in the clause that ends at ``end``, and what its numbers count ("was 7 stone, now 6")."""
        every, first = self._message.words, max(0, end - 1)
        while first > max(0, end - _FARTHEST) and every[first - 1] not in _CLAUSE_ENDS:
            first -= 1
        yield from {f"told:{self._kinds[at]}" for at in range(first, end) if at in self._kinds}
        counted = (self._named(at + 1) for at in range(first, end) if every[at][0].isdecimal())
        yield from (f"counted:{'@unit' if word in rating_standing.COUNTED else word}" for word in counted)
        yield from (
            f"told at:{every[at][0].isdecimal()}" for at in range(first + 1, end) if every[at - 1] == "at"
        )

    def _distances(self, number: Number) -> Iterator[str]:
        """Tell how far the nearest symptoms are, two words alike."""
        before = bisect_right(self._ends, number.start)
        after = bisect_left(self._starts, number.end)
        ended = min(number.start - self._ends[before - 1], _FAR_BEFORE) // 2 if before else "-"
        starts = after < len(self._starts)
        yield f"before:{ended}"
        yield f"after:{min(self._starts[after] - number.end, _FAR_AFTER) // 2 if starts else '-'}"


def _written(message: Message, number: Number) -> Iterator[str]:
    value = number.value
    size = "0" if value == 0 else "little" if value < _LITTLE else "some" if value < _SOME else "much"
    yield f"size:{'10' if value == rating_scales.HIGHEST else size}"
    yield f"whole:{value == int(value)}"
    yield f"digits:{message.words[number.start][0].isdecimal()}"
    yield f"of ten:{number.end > number.start + 1}"
