"""Where a complaint is that names no place itself, because the place was told just before or comes last.

"Shoulder popped out, back in now. ache 5" is an ache of the shoulder; "jerks after breakfast, arms only" is in the
arms. A place is carried on only where one alone was told and nothing else came between, so that no other is meant.
"""

from bisect import bisect_left, bisect_right

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import later_sides, listed_qualities, place_words, sides
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message, Rating

_FARTHEST = 14
"""How many words a place is remembered for."""
_LOCAL = frozenset(
    (
        "swelling", "numbness", "tingling", "bruising", "redness", "stiffness", "burning",
        "blisters", "stinging", "heat",
    )
)  # fmt: skip
"""Felt in one place like pain is, and said again without it ("fingers went white, not numb")."""
_NO = frozenset(("no", "zero", "nil", "without", "not"))
_WHERE_ONE_IS = frozenset(
    (
        "bed", "cold", "morning", "mornings", "evening", "night", "car", "wind", "snow", "heat", "shower",
        "bath", "day",
    )
)  # fmt: skip
"""After "in the" or "in", no place of the body ("fingers white and numb in the cold")."""
_OF_JOINTS = frozenset(("swelling", "stiffness"))
_ON_SKIN = frozenset(("rash", "hives", "itching", "eczema", "psoriasis", "acne"))
"""Where these are, a pain told afterwards need not be."""
_DEEP = frozenset(
    (
        "head", "stomach", "throat", "bowel", "bladder", "pelvis", "mouth", "nose", "ear", "eye", "rectum",
        "back",
    )
)  # fmt: skip
"""Numb or swollen, told after these, is as likely said of the whole body."""
_GRAVE = frozenset(("chest", "breast", "heart", "lungs"))
"""Pain there is never guessed."""
_OWN = frozenset(
    ("my", "the", "left", "right", "both", "l", "r", "me", "this", "that", "lower", "wisdom", "big")
)
"""Stand before a part of one's own body."""
_IDIOM_AFTER = frozenset(("down", "of", "up"))
"""After a part, make it something else ("hands down")."""
_TURNING = frozenset(("in", "to", "at", "from", "on"))
"""After "back" or "hand", do too ("back in bed", "hand on heart")."""
_ONLY = frozenset(("only", "mostly", "mainly", "just"))
_BEFORE_ONLY = frozenset((",", "-", "(", ".", "the", "my", "in", "on", "both", "left", "right")) | _ONLY
_WORST = frozenset(("worst", "especially", "chiefly", "mostly", "mainly"))
"""Say where what is told of the skin, or may be anywhere, is felt most ("itching 8 at night, worst on shins")."""
_TO_WORST = frozenset(("the", "is", "are", "being", "my", "on", "in", "both", "left", "right"))

_MOST_LABELLED = 4
_AFTER_LABEL = frozenset(
    (
        "not", "no", "a", "bit", "isnt", "arent", "wasnt", "still", "less", "more", "very", "really",
        "slightly", "so", "is",
    )
)  # fmt: skip
"""May stand between the ":" of a label and what is told of it."""
_EITHER = (
    ["from", "either"], ["in", "either"], ["with", "either"], ["from", "both"], ["in", "both"], ["either"],
)  # fmt: skip
_FARTHEST_EITHER = 12
_TOUCHING = frozenset(
    ("touch", "press", "bend", "move", "walk", "twist", "squeeze", "knock", "poke", "prod", "stand")
)
"""What brings a pain out and no swelling."""

_MOST_TO_SIDE = 3
_TO_SIDED = frozenset(
    (",", "left", "right", "both", "l", "r", "in", "my", "the", "on", "worse", "bad", "(", "-")
)
_AFTER_SIDED = frozenset(
    ("all", "for", "since", "today", "now", "again", "only", "this", "at", "most", "mostly", "after")
)
_ONE_SIDED = frozenset(
    (
        "tremor", "migraine", "aura", "muscle twitching", "jerking", "muscle cramp", "cramps", "nerve pain", "gout",
        "visual disturbance", "blurred vision", "hearing loss", "tinnitus", "dystonia", "leg cramps", "spasticity",
    )
)  # fmt: skip
"""Have names of their own and are on one side all the same."""
_OF_EYE = frozenset(
    ("flashing lights", "floaters", "blurred vision", "double vision", "light sensitivity", "eye pain")
)
_THEY, _IT = frozenset(("they", "it")), (["in", "it"], ["in", "them"], ["of", "it"], ["there"])
"""Before a complaint or after it, point back to the place told before."""
_TOUCHED = frozenset(("swelling", "redness", "heat", "bruising", "lump"))
_ON_SCALE = _TOUCHED | {
    "stiffness", "joint clicking", "joint locking", "tightness", "weakness", "ostomy trouble", "blisters", "rash",
    "skin irritation", "wound", "bleeding", "skin ulcer",
}  # fmt: skip
"""Told of a place before its pain is ("elbow stiff, 3 on the pain scale")."""

_Place = tuple[BodyPart, str | None]
"""A part and its side."""


def carry(lexicon: Lexicon, message: Message) -> None:
    """Give the mentions of ``message`` that have no place the one that can be meant."""
    for rating in message.ratings:
        _place_touched(lexicon, message, rating)
    listed_qualities.add(message)
    message.mentions.sort(key=lambda mention: mention.start)
    parts = [thing for thing in message.things if thing.value.part]
    if not parts and not any(mention.body_part for mention in message.mentions):
        return
    _Carrier(lexicon, message, parts).read()
    _place_in_both(lexicon, message)


def _place_in_both(lexicon: Lexicon, message: Message) -> None:
    """Place the "no ache from either" in the two parts that were told before it."""
    if "either" not in message.words and "both" not in message.words:
        return
    for mention in [one for one in message.mentions if one.name == lexicon.pain.name and not one.body_part]:
        after = message.words[mention.end : mention.end + 2]
        if not any(after[: len(way)] == way for way in _EITHER):
            continue
        stems = message.stems[max(0, mention.start - _FARTHEST_EITHER) : mention.start]
        told = {part.name: part for stem in stems if (part := lexicon.part_of_stem.get(stem)) is not None}
        if len(told) != 2:
            continue
        message.mentions.remove(mention)
        message.mentions += [
            Mention(part.pain_name, lexicon.pain, mention.start, mention.end, part.name)
            for part in told.values()
        ]
    message.mentions.sort(key=lambda mention: mention.start)


def _place_touched(lexicon: Lexicon, message: Message, rating: Rating) -> None:
    """Read the 8 of "toe swelled up and it's an 8 to touch" as the pain that it is."""
    after = message.words[rating.end : rating.end + 3]
    scaled = "pain" in message.words[rating.start : rating.end]
    touched = (after[:1] == ["to"] and after[1:2] in (["touch"], ["press"], ["the"])) or (
        after[:2] == ["when", "i"] and after[2:] != [] and after[2] in _TOUCHING
    )
    if not (touched or scaled) or rating.start == 0:
        return
    told = next((m for m in reversed(message.mentions) if m.end <= rating.start), None)
    is_of_it = told is not None and told.name in (_ON_SCALE if scaled else _TOUCHED) and not told.denied
    named = place_of(lexicon, told) if is_of_it and told is not None else None
    if named is not None and named[0].name not in _GRAVE:
        part, side = named
        pain = Mention(part.pain_name, lexicon.pain, rating.start - 1, rating.end)
        pain.body_part = sides.place(side, part)
        message.mentions.append(pain)
    elif scaled and (told is None or (is_of_it and named is None)):
        message.mentions.append(Mention(lexicon.pain.name, lexicon.pain, rating.start - 1, rating.end))


def place_of(lexicon: Lexicon, mention: Mention) -> _Place | None:
    """Give the part and the side that ``mention`` was said of; None where it has none to point at."""
    side, _, name = (mention.body_part or "").partition(" ")
    sided = side in place_words.SIDES and name != ""
    thing = lexicon.things.get(name if sided else mention.body_part or "")
    if thing is None or thing.part is None or thing.part.name in place_words.EVERYWHERE:
        return None
    return thing.part, side if sided else None


class _Carrier:
    def __init__(self, lexicon: Lexicon, message: Message, parts: list[Match[Thing]]) -> None:
        self.lexicon, self.message, self.words, self.parts = lexicon, message, message.words, parts
        self.starts = [thing.start for thing in parts]
        self.pains = sum(mention.name.endswith(place_words.PAINS) for mention in message.mentions)

    def read(self) -> None:
        for index, mention in enumerate(self.message.mentions):
            if mention.body_part == "head":
                mention.body_part = self._temple(mention) or mention.body_part
            if (
                mention.term is None
                or mention.body_part
                or mention.is_taught
                or mention.decorates is not None
            ):
                continue
            if self._place_labelled(mention):
                continue
            if mention.name == self.lexicon.pain.name:
                self._place_pain(index, mention)
                continue
            mention.body_part = (
                self._only_there(mention) or self._sided_after(mention) or self._worst_there(mention)
            )
            if mention.body_part is None and mention.name in _LOCAL:
                found = self._told_before(index, mention)
                if found and found[0].name not in _DEEP | _GRAVE and self._is_of_it(mention):
                    mention.body_part = sides.place(found[1], found[0])
                elif found is None and mention.name in _OF_JOINTS:
                    mention.body_part = self._of_joints(index, mention)
            if mention.body_part is None and self._points_back(mention):
                found = self._told_before(index, mention)
                mention.body_part = sides.place(found[1], found[0]) if found else None

    def _of_joints(self, index: int, mention: Mention) -> str | None:
        """Place the swelling told right after a pain of the joints where that pain is."""
        told = self.message.mentions[index - 1] if index else None
        joints = (
            told is not None and told.name == "joint pain" and self.message.word(told.start - 1) not in _NO
        )
        return told.body_part if joints and told and self._is_of_it(mention) else None

    def _sided_after(self, mention: Mention) -> str | None:
        """Read the side in "tremor, right hand, all morning" and "aura, zigzags left side"."""
        index = bisect_left(self.starts, mention.end)
        thing = self.parts[index] if index < len(self.parts) else None
        if (
            thing is None
            or mention.term is None
            or thing.start > mention.end + _MOST_TO_SIDE
            or thing.value.part is None
        ):
            return None
        side, after = sides.around(self.words, thing.start, thing.end), self.words[thing.end : thing.end + 1]
        between = _TO_SIDED.issuperset(self.words[mention.end : thing.start])
        ends = not after or not after[0].isalpha() or after[0] in _AFTER_SIDED
        if thing.value.part.name in _DEEP - {"eye", "ear"}:
            return None
        free = not any(other.start <= thing.start < other.end for other in self.message.mentions)
        felt = mention.term.placed or mention.name in _ONE_SIDED
        return sides.place(side, thing.value.part) if side and between and ends and free and felt else None

    def _worst_there(self, mention: Mention) -> str | None:
        """Read the shins of "itching 8 at night, worst on shins" and the elbows of "..., elbows the worst"."""
        index = bisect_left(self.starts, mention.end)
        thing = self.parts[index] if index < len(self.parts) else None
        placed = mention.term is not None and mention.term.placed
        if thing is None or not placed or thing.value.part is None or thing.start > mention.end + _FARTHEST:
            return None
        elsewhere = thing.start >= self.message.sentence_end(mention.start)
        if elsewhere or thing.value.part.name in place_words.EVERYWHERE:
            return None
        before = self.message.led(_TO_WORST, thing.start)
        after = self.message.past(_TO_WORST, thing.end)
        if self.message.word(before - 1) not in _WORST and self.message.word(after) not in _WORST:
            return None
        return sides.place(sides.around(self.words, thing.start, thing.end), thing.value.part)

    def _temple(self, mention: Mention) -> str | None:
        """Find the "left temple mostly" that says closer where a headache is."""
        there = self._only_there(mention)
        return there if there is not None and there.endswith("temple") else None

    def _place_labelled(self, mention: Mention) -> bool:
        """Place what stands after a label ("Jaw: not sore", "Hands: a bit numb")."""
        if mention.name != self.lexicon.pain.name and mention.name not in _LOCAL:
            return False
        position = mention.start
        while (
            position > 0
            and self.words[position - 1] in _AFTER_LABEL
            and mention.start - position < _MOST_LABELLED
        ):
            position -= 1
        index = bisect_left(self.starts, position - 1) - 1
        if self.words[position - 1 : position] != [":"] or index < 0 or self.parts[index].end != position - 1:
            return False
        thing = self.parts[index]
        part, side = thing.value.part, sides.around(self.words, thing.start, thing.end)
        if part is None or part.name in place_words.EVERYWHERE:
            return False
        if mention.name == self.lexicon.pain.name:
            mention.name = part.pain_name
        mention.body_part = sides.place(side, part)
        return True

    def _place_pain(self, index: int, mention: Mention) -> None:
        """Take a bare ache for one of the place told before it, unless a pain was told that it may be."""
        found = self._told_before(index, mention) if self.pains == 1 else None
        if found and found[0].name not in _GRAVE:
            part, side = found
            side = side or sides.after(self.words, mention.end)
            mention.name = part.pain_name
            mention.body_part = sides.place(side, part)

    def _points_back(self, mention: Mention) -> bool:
        """Tell the "heat in it" of a toe, the lump "there" and the "no flashing" of an eye that floats."""
        before, after = (
            self.words[mention.start - 1 : mention.start],
            self.words[mention.end : mention.end + 2],
        )
        told = any(one.name in _OF_EYE and one.body_part for one in self.message.mentions)
        if mention.name in _OF_EYE and told:
            return True
        placed = mention.term is not None and mention.term.placed
        return placed and (
            after in _IT
            or after[:1] == ["there"]
            or not _THEY.isdisjoint((*before, self.words[mention.end - 1]))
        )

    def _told_before(self, index: int, mention: Mention) -> _Place | None:
        """Find the one place told shortly before ``mention``; None where there are more or none, or one follows."""
        first, found = mention.start - _FARTHEST, dict[str, _Place]()
        low, high = bisect_right(self.starts, first), bisect_left(self.starts, mention.end)
        follows = self.parts[high] if high < len(self.parts) else None
        if follows is not None and follows.start < self._clause_end(mention.end) and not _is_side(follows):
            return None
        for thing in self.parts[low:high]:
            part = thing.value.part
            if part is not None and self._is_own(thing, mention.start):
                found[part.name] = part, sides.around(self.words, thing.start, thing.end)
        for other in self.message.mentions[max(0, index - 3) : index]:
            if other.name in _ON_SKIN and other.body_part:
                return None
            placed = place_of(self.lexicon, other) if other.end > first else None
            if placed is not None and (placed[0].name not in found or found[placed[0].name][1] is None):
                found[placed[0].name] = placed
        if len(found) > 1:
            found.pop("side", None)  # "shin on the right side, hurts"
        for whole, closer in later_sides.WITHIN.items():
            if not closer.isdisjoint(found):
                found.pop(whole, None)  # "knuckles on the right hand"
        last = next((one for one in reversed(self.message.mentions[:index]) if not one.is_weak), None)
        pointed = self.words[mention.end : mention.end + 2] in _IT
        goes_on = (
            last is None
            or pointed
            or last.body_part
            or all(t.start >= last.end for t in self.parts[low:high])
        )
        return found.popitem()[1] if len(found) == 1 and goes_on else None

    def _clause_end(self, position: int) -> int:
        ends = (at for at in range(position, min(position + 4, len(self.words))) if self.words[at] in ",.;")
        return next(ends, min(position + 4, len(self.words)))

    def _is_own(self, thing: Match[Thing], told: int) -> bool:
        """Tell "my ankle" and the "toe" that opens a sentence from "hands down", "back in" and "gave me a hand"."""
        part, after = thing.value.part, self.words[thing.end : thing.end + 1]
        if part is None or part.name in place_words.EVERYWHERE or (after and after[0] in _IDIOM_AFTER):
            return False
        if part.name == "back" and after == ["again"]:
            return False
        if part.name in ("back", "hand") and after and after[0] in _TURNING:
            return False
        before, sentence = self.words[thing.start - 1], self.message.sentence
        opens = thing.start == self.message.sentence_start(thing.start)
        joined = (
            before == ","
            and part.name not in _DEEP | {"hand", "tongue"}
            and sentence[thing.start] == sentence[told]
        )
        return opens or joined or before in _OWN

    def _is_of_it(self, mention: Mention) -> bool:
        """Tell "not numb" and "it's swollen", said of the place before, from "numb all over"."""
        after = self.words[mention.end : mention.end + 3]
        if after[:1] == ["in"] and (after[1:2] == ["bed"] or (after[1:2] == ["the"] and after[2:] != [])):
            return after[-1] in _WHERE_ONE_IS
        return after == [] or after[0] not in ("all", "everywhere", "in", "on", "down", "when", "from")

    def _only_there(self, mention: Mention) -> str | None:
        """Read the "arms only" and "mostly shins" at the end of what was said of ``mention``."""
        index = bisect_left(self.starts, mention.end)
        thing = self.parts[index] if index < len(self.parts) else None
        if thing is None or thing.value.part is None or thing.start > mention.end + _FARTHEST:
            return None
        before = self.words[max(mention.end, thing.start - 3) : thing.start]
        after = self.words[thing.end : thing.end + 2]
        between = self.words[mention.end : thing.start]
        if thing.value.part.name in place_words.EVERYWHERE or "." in between[:-2] or "and" in between:
            return None
        led = [word for word in before if word in _BEFORE_ONLY]
        closed = not (after[1:] and after[1][0].isalnum())
        ends = after[:1] != [] and after[0] in _ONLY and closed and before[-1:] == led[-1:] != []
        begins = (
            not _ONLY.isdisjoint(led) and not (after and after[0][0].isalnum()) and before[-1:] == led[-1:]
        )
        if not (ends or begins):
            return None
        return sides.place(sides.around(self.words, thing.start, thing.end), thing.value.part)


def _is_side(thing: Match[Thing]) -> bool:
    """Tell the "right side" that says no more than on which side a place is."""
    return thing.value.part is not None and thing.value.part.name == "side"
