"""What stands around a symptom: the grounds on which it is weighed whether the writer has it or has it not.

Words near it stand for themselves, things of the vocabulary for their kind ("@symptom", "@medicine", "@place"), so that
what was learned beside one symptom holds beside all ("the itch packed its bags", "my cough packed its bags").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.understanding.words import kinds
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_CLAUSE_ENDS = SENTENCE_ENDS | {",", "but", "-", "—", "\N{EN DASH}", "/"}
_FARTHEST = 20
"""Words on either side that are still of its clause, or of the next, where no mark ends that."""
_SPELT, _PIECE = 5, 4
"""How many words after it are also looked at by their pieces, and the letters of a piece: "quit", "quits"."""

_SHORT_JOINT = 2
"""Words between two symptoms that are looked at as they are."""


class Surroundings:
    """What stands around the symptoms of one message."""

    def __init__(self, message: Message) -> None:
        self._words, self._mentions = message.words, message.mentions
        self._place = {id(mention): place for place, mention in enumerate(message.mentions)}
        kind_of = kinds.kinds(message)
        self._names = [kind_of.get(position) or _named(word) for position, word in enumerate(message.words)]

    def of(self, mention: Mention) -> frozenset[str]:
        """Name the grounds: words in their order, those of its clause and the ones beside it, what rules say of it.

        ``l1:word before``, ``n1:word after`` and so on, ``ln:both``; ``b:word before in its clause``, ``a:after``,
        ``p:word of the clause before``, ``n:of the next``; ``aa:two words``; ``c:piece of a word``; ``ruled:denied``;
        ``before:denied``, ``after:denied`` of the symptoms beside it, and what joins it to them.
        """
        start, end = mention.start, mention.end
        first, last = self._first(start), self._last(end)
        found = set(self._beside(start, end))
        found |= _heap("b", self._names[first:start]) | _heap("a", self._names[end:last])
        if first > 0:
            found.update(f"p:{name}" for name in self._names[self._first(first - 1) : first - 1])
        if last < len(self._words):
            found |= _heap("n", self._names[last + 1 : self._last(last + 1)])
        found.update(_pieces(self._words[end : min(last, end + _SPELT)]))
        found.add(f"ends:{self._words[last] if last < len(self._words) else '$'}")
        found.add(f"ruled:{mention.denied}")
        found.update(self._as_neighbours(self._place[id(mention)]))
        return frozenset(found)

    def _beside(self, start: int, end: int) -> Iterator[str]:
        before, earlier, first = (self._name(start - step) for step in (1, 2, 3))
        after, later, last = (self._name(end + step) for step in range(3))
        yield from (f"l1:{before}", f"l2:{earlier}", f"n1:{after}", f"n2:{later}")
        yield from (f"ll:{earlier} {before}", f"nn:{after} {later}", f"mm:{later} {last}")
        yield from (f"lll:{first} {earlier} {before}", f"nnn:{after} {later} {last}")
        yield from (
            f"ln:{before} {after}",
            f"lln:{earlier} {before} {after}",
            f"lnn:{before} {after} {later}",
        )

    def _as_neighbours(self, place: int) -> Iterator[str]:
        """Tell how the symptoms right before and after it fare by the rules, and what joins it to them."""
        for side, at in (("before", place - 1), ("after", place + 1)):
            if not 0 <= at < len(self._mentions):
                continue
            first, second = sorted((place, at))
            gap = self._words[self._mentions[first].end : self._mentions[second].start]
            denied = self._mentions[at].denied
            yield f"{side}:{denied}"
            yield f"{side}:{denied} {_joint(gap)}"

    def _name(self, position: int) -> str:
        if position < 0:
            return "^"
        return self._names[position] if position < len(self._names) else "$"

    def _first(self, position: int) -> int:
        least = max(0, position - _FARTHEST)
        while position > least and self._words[position - 1] not in _CLAUSE_ENDS:
            position -= 1
        return position

    def _last(self, position: int) -> int:
        most = min(len(self._words), position + _FARTHEST)
        while position < most and self._words[position] not in _CLAUSE_ENDS:
            position += 1
        return position


def _named(word: str) -> str:
    if word[0].isdecimal():
        return "@nought" if word == "0" else "@number"
    return "." if word in SENTENCE_ENDS else word


def _joint(gap: Sequence[str]) -> str:
    if len(gap) <= _SHORT_JOINT:
        return " ".join(gap)
    return "." if not SENTENCE_ENDS.isdisjoint(gap) else "..."


def _heap(side: str, names: Sequence[str]) -> set[str]:
    found = {f"{side}:{name}" for name in names}
    found.update(f"{side}{side}:{one} {other}" for one, other in pairwise(names))
    return found


def _pieces(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        framed = f"<{word}>"
        yield from (f"c:{framed[at : at + _PIECE]}" for at in range(len(framed) - _PIECE + 1))
