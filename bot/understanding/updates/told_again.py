"""What is said again of another place, by no more than an echo.

"My wrists don't hurt but my elbows do", "hips sore, lower back too", "eyes so dry. mouth too".
"""

from collections.abc import Collection

from bot.understanding.body import near_places, place_words
from bot.understanding.updates import placed_mentions, shared_qualities
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.message import Mention, Message

_OWN = frozenset(("my", "the", "both"))
_LEADING = _OWN | frozenset(("left", "right", "and"))
_TOO = frozenset(("too", "also", "likewise"))


def find(
    lexicon: Lexicon,
    message: Message,
    mentions: list[Mention],
    places: near_places.NearPlaces,
    placed: Collection[int],
) -> list[Mention]:
    """List what is said again; ``placed`` are the complaints, among the things, that were given places."""
    echoes = _Echoes(lexicon, message, mentions, placed)
    for index, thing in enumerate(message.things):
        located = message.word(message.led(_OWN, thing.start) - 1) == "where"
        denied = _echoed(message, thing.end) if places.is_free(index) and not located else None
        if denied is not None:
            echoes.read(index, denied=denied)
    return echoes.found


class _Echoes:
    def __init__(
        self, lexicon: Lexicon, message: Message, mentions: list[Mention], placed: Collection[int]
    ) -> None:
        self.lexicon, self.message, self.mentions, self.placed = lexicon, message, mentions, placed
        self.named = placed_mentions.PlacedMentions(lexicon, message)
        self.found: list[Mention] = []

    def read(self, index: int, *, denied: bool) -> None:
        """Say of the part at ``index`` what was said of another, unless it was told already."""
        mention = self._repeated(index, denied=denied)
        told = (*self.mentions, *self.found)
        if mention is not None and not any(
            one.name == mention.name and one.body_part == mention.body_part for one in told
        ):
            self.found.append(mention)

    def _repeated(self, index: int, *, denied: bool) -> Mention | None:
        """Say of a part what was said of the one before it, in the same sentence or where it opens the next."""
        thing, things = self.message.things[index], self.message.things
        start = self._first(index)
        told = [one for one in (*self.mentions, *self.found) if start <= one.start < thing.start]
        last = max(told, key=lambda mention: mention.start, default=None)
        said = [at for at in self.placed if start <= things[at].start < thing.start]
        again: Thing | None = None
        if said and (last is None or last.start <= things[said[-1]].start):
            again = things[said[-1]].value
        elif last is not None and last.name.endswith(place_words.PAINS):
            again = Thing("symptom", symptom=self.lexicon.pain)  # what only cramps elsewhere aches here
        if again is not None:
            return self.named.of(again, index, thing.start, thing.end, denied=denied)
        if last is None or denied:
            return None
        return shared_qualities.again(self.lexicon, self.message, last, thing)

    def _first(self, index: int) -> int:
        """Give where to look from: the sentence of the part, or the one before it ("eyes so dry. mouth too")."""
        thing = self.message.things[index]
        start = self.message.sentence_start(thing.start)
        opens = start > 0 and self.message.led(_LEADING, thing.start) <= start
        word, after = self.message.word(thing.end), self.message.word(thing.end + 1)
        too = word in _TOO or (word == "as" and after == "well")
        return self.message.sentence_start(start - 1) if opens and too else start


def _echoed(message: Message, position: int) -> bool | None:
    """Tell whether what follows a part says of it what was said of another: denied, said, or (None) neither."""
    echo, after = message.word(position), message.word(position + 1)
    if echo == "as" and after == "well":
        after = message.word(position + 2)
    elif echo not in place_words.ECHOES | place_words.DENYING_ECHOES:
        return None
    ends = after == "" or after in place_words.AFTER_ECHO
    return echo in place_words.DENYING_ECHOES if ends else None
