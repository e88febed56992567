"""Which places stand near a complaint, before it or after it, with no more than small words in between.

"Knees and hips ache" has two before, "tingling in my left hand" one after; what was told of is not looked at again.
"""

from bot.understanding.body import place_words, sides
from bot.understanding.words import normalise
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Message

MOST_BETWEEN = 6
"""How many small words may stand between a body part and what is said of it."""
_IN_ROW = frozenset(
    (
        "heat", "redness", "swelling", "pain", "numbness", "tingling", "stiffness", "bruising",
        "itching", "stinging",
    )
)  # fmt: skip
"""Told of one place in a row ("red, hot, swollen ankle")."""
_BEFORE_PART = frozenset(("my", "left", "right", "l", "r", "both"))
_MANY = frozenset(("feet", "teeth"))
_OUT = frozenset(("rash", "hives", "eczema", "psoriasis", "blisters", "acne"))
_OF_RASH = frozenset(("itching", "burning", "stinging", "redness"))
"""What comes out somewhere on the skin, and what is felt of it there."""
_WITHIN, _LACKING = frozenset(("in", "on", "across", "around", "down")), (["no"], ["without"])
_WELL = frozenset(
    (
        "nothing", "fine", "ok", "okay", "good", "grand", "alright", "clear", "normal", "quiet", "calm", "great",
        "behaving",
    )
)  # fmt: skip
_IS = frozenset(
    ("is", "'s", "are", "feel", "feels", "seem", "all", "still", "both", "now", "today", "one", "ones")
)
"""Between a place and the word of being well that opens a clause of its own ("numb in fingers, toes are ok")."""
_WHEN = frozenset(("today", "tonight", "now", "again", "earlier", "yesterday", "overnight", "lately"))
_OF_TIME = frozenset(("all", "this", "last", "every", "most", "since"))
_TIMES = frozenset(
    (
        "day", "days", "night", "nights", "morning", "mornings", "afternoon", "evening", "evenings", "week", "weekend",
        "yesterday", "lunch", "breakfast", "waking",
    )
)  # fmt: skip
_TO_WHERE = frozenset(("in", "on", "down", "across", "around", "round", "behind", "under", "along", "both"))
"""Begin to tell where, after what told when ("cramps last night in both calves")."""
_MOST_LEADING = 3
"""How many words may lead from a complaint to its rating where the place comes last ("pain is at a 7 in")."""


class NearPlaces:
    """The parts among the things of a message, by the index they have there."""

    def __init__(self, lexicon: Lexicon, message: Message) -> None:
        self.lexicon, self.message, self.things = lexicon, message, message.things
        self.claimed: set[int] = set()
        """The parts of which something was said."""

    def before(self, position: int) -> list[int]:
        """Give the free parts that stand right before the complaint at ``position``, a list of them whole."""
        index = position - 1
        if index < 0 or not self.is_free(index):
            return []
        gap = sides.past(self.message.words[self.things[index].end : self.things[position].start])
        if len(gap) > MOST_BETWEEN or not self._all_in(gap, self.lexicon.links | place_words.NEGATORS):
            return []
        parts = [index]
        while self.is_free(parts[0] - 1) and self._is_and(parts[0] - 1, parts[0]):
            parts.insert(0, parts[0] - 1)
        return parts

    def after(self, position: int) -> list[int]:
        """Give the free parts that stand right after the complaint at ``position``, a list of them whole."""
        index = self._past_nothing(position + 1)
        if not self.is_free(index):
            return []
        gap = self._without_count(
            _past_time(self._past_rating(self.things[position].end, self.things[index].start)), index
        )
        if len(gap) > MOST_BETWEEN or not self._all_in(gap, self.lexicon.places):
            return []
        rated = not gap and self.things[index].start > self.things[position].end
        if rated and (self._is_well(index) or self.message.word(self.things[index].end).isdecimal()):
            return []  # "spasms 4 bladder fine", "burning 4 hands 3"
        if self._is_owned(index) and not self._is_out_on(position, index):
            return []
        parts = [index]
        while self.is_free(parts[-1] + 1) and self._is_and(parts[-1], parts[-1] + 1):
            owned = self._is_owned(parts[-1] + 1) and not self._is_out_on(position, parts[-1] + 1)
            if owned or self._is_told_again(index, parts[-1] + 1):
                break
            if self._is_well(parts[-1] + 1) or self._is_no_place(parts[-1] + 1):
                break
            parts.append(parts[-1] + 1)
        return parts

    def _past_nothing(self, index: int) -> int:
        """Pass a phrase that means nothing of its own on the way to a place ("pain came back in my knee")."""
        while index < len(self.things) and self.things[index].value.kind == "nothing":
            thing = self.things[index]
            if not self._all_in(self.message.words[thing.start : thing.end], self.lexicon.places):
                break
            index += 1
        return index

    def past_twins(self, position: int) -> list[int]:
        """Give the part of "hot, swollen shin" for the first of what is said before it; the last one claims it."""
        things, words, index = self.things, self.message.words, position + 1
        if not self.is_in_row(position):
            return []
        while index < len(things) and self._is_twin(index):
            index += 1
        if index == position + 1 or not self.is_free(index) or self._is_owned(index):
            return []
        return [index] if _BEFORE_PART.issuperset(words[things[index - 1].end : things[index].start]) else []

    def _is_twin(self, index: int) -> bool:
        """Tell whether the thing at ``index`` goes on saying what the one before it began to say of a place."""
        last = self.things[index - 1]
        gap = self.message.words[last.end : self.things[index].start]
        joined = last.value.kind == "only_placed" and gap in ([","], ["and"], [",", "and"])
        return (joined or not gap) and self.is_in_row(index)

    def is_in_row(self, index: int) -> bool:
        """Tell the one word that says how a place looks or feels ("hot", "swollen") from all else."""
        thing, term = self.things[index], self.things[index].value.symptom
        one = thing.end == thing.start + 1 and thing.value.kind in ("symptom", "only_placed")
        return one and term is not None and term.name in _IN_ROW

    def _is_told_again(self, first: int, index: int) -> bool:
        """Tell the second thumb of "a hot thumb joint, thumb's a 7" from one more place of a list."""
        again = self.things[index].value.part == self.things[first].value.part
        return again and self.message.word(self.things[index].end) in ("'s", "is", ":")

    def _is_out_on(self, position: int, index: int) -> bool:
        """Tell the rash of "rash on arms and legs itchy", which is where it is said to be and itches there."""
        term, after = self.things[position].value.symptom, self.things[index + 1].value.symptom
        told = self.message.words[self.things[position].end : self.things[index].start]
        out = term is not None and term.name in _OUT and after is not None and after.name in _OF_RASH
        return out and not _WITHIN.isdisjoint(told) and "," not in told

    def _is_no_place(self, index: int) -> bool:
        """Tell the joints of "rash on cheeks, joints 5", which hurt, from one more place of a list."""
        part = self.things[index]
        joined = self.message.words[self.things[index - 1].end : part.start]
        rated = self.message.word(part.end).isdecimal() and "and" not in joined
        return rated and part.value.part is not None and part.value.part.name in place_words.EVERYWHERE

    def _is_well(self, index: int) -> bool:
        """Tell the toes of "numbness in fingers, toes fine", which are well, from one more place of a list."""
        part, words = self.things[index], self.message.words
        joined = words[self.things[index - 1].end : part.start]
        return "and" not in joined and self.message.word(self.message.past(_IS, part.end)) in _WELL

    def _without_count(self, gap: list[str], index: int) -> list[str]:
        """Take the "two" of "can't feel two fingers" for no more than how many there are."""
        counted = _is_number(gap[-1:])
        part = self.message.words[self.things[index].start]
        return gap[:-1] if counted and (part.endswith("s") or part in _MANY) else gap

    def _past_rating(self, start: int, end: int) -> list[str]:
        """Give the words between a complaint and a place without the rating that may come first ("pain 7 in")."""
        gap = self.message.words[start:end]
        index = next((at for at, word in enumerate(gap) if word not in self.lexicon.leading), len(gap))
        if index > _MOST_LEADING or not _is_number(gap[index:]):
            return gap
        index += 3 if gap[index + 1 : index + 3] == ["/", "10"] else 1
        index += 3 if gap[index : index + 3] == ["out", "of", "10"] else 0
        index += (
            2 if gap[index : index + 1] in (["-"], ["to"], ["or"]) and _is_number(gap[index + 1 :]) else 0
        )
        told = index
        while gap[index : index + 1] and gap[index] in place_words.AFTER_RATING:
            index += 1
        if "," in gap[told:index] and not place_words.POSITIONS.intersection(gap[index : index + 2]):
            return gap
        return gap[index:]

    def _is_owned(self, index: int) -> bool:
        """Tell whether the part at ``index`` is the subject of the complaint that follows it."""
        if index + 1 >= len(self.things):
            return False
        part, following = self.things[index], self.things[index + 1]
        placed = following.value.symptom is not None and following.value.symptom.placed
        gap = self.message.words[part.end : following.start]
        led = self.message.led(_BEFORE_PART | {"the"}, part.start)
        if gap[:1] in _LACKING and self.message.word(led - 1) in _WITHIN:
            return False  # "pins and needles in both hands no weakness"
        return (
            placed
            and len(gap) <= MOST_BETWEEN
            and self._all_in(gap, self.lexicon.links | place_words.NEGATORS)
        )

    def is_free(self, index: int) -> bool:
        """Tell whether the thing at ``index`` is a part of which nothing was said yet."""
        return (
            0 <= index < len(self.things)
            and index not in self.claimed
            and self.things[index].value.kind == "part"
        )

    def _is_and(self, left: int, right: int) -> bool:
        gap = self.message.words[self.things[left].end : self.things[right].start]
        return (
            0 < len(gap) <= MOST_BETWEEN
            and self._all_in(gap, place_words.AND | place_words.AND_WORDS)
            and not place_words.AND.isdisjoint(gap)
        )

    def _all_in(self, gap: list[str], allowed: frozenset[str]) -> bool:
        return all(word in allowed or normalise.stem(word) in allowed or _is_emoji(word) for word in gap)


def _past_time(gap: list[str]) -> list[str]:
    """Leave out the "all day" of "itching all day on my arms" and the "today" of "numbness today in my hands"."""
    at = 0
    while gap[at : at + 1] and (gap[at] in _WHEN or (gap[at] in _OF_TIME and gap[at + 1 : at + 2])):
        if gap[at] in _OF_TIME and gap[at + 1] not in _TIMES:
            break
        at += 1 if gap[at] in _WHEN else 2
    return gap[at:] if at and gap[at : at + 1] and gap[at] in _TO_WHERE else gap


def _is_number(words: list[str]) -> bool:
    """Tell whether the first of ``words`` is a whole number."""
    return words != [] and (words[0].isdecimal() or words[0] in normalise.UNITS_OF_TEN)


def _is_emoji(word: str) -> bool:
    return not word.isascii() and not word[0].isalnum()
