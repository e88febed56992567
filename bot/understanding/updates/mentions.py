"""From phrases to symptoms: which body part belongs to which complaint, and what the two together are called.

"Knees and hips ache" is knee pain and hip pain; "tingling in my left hand" is tingling, in the left hand. A place is
looked for on both sides of what is said of it, past small words only.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bot.domain.vocabulary import BodyPart, SymptomTerm
from bot.understanding.body import near_places, one_of_two, own_sides, place_words, sides
from bot.understanding.updates import (
    able_again,
    further_qualities,
    halves,
    meant_names,
    placed_mentions,
    shared_qualities,
    stayed_up,
    things_not_meant,
    told_again,
    told_around,
    unnamed_symptoms,
)
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match, PhraseIndex
from bot.understanding.words.message import Mention, Message

_LEAST_PLACED = 2
"""The words of a name that is a place and what is felt there ("hand cramps"); longer ones may be figures of speech."""
_HEAT = "heat"
"""Its one word "hot" is as often said of the weather, and so is looked at twice."""
_FLARE, _CLICKING = "flare", "joint clicking"
_INFLAMED = frozenset(("bursitis", "tendonitis", "tendinitis", "synovitis"))
_ACHES = frozenset(("pain", "pains", "ache", "aches"))
_IN_JOINTS = frozenset(("swelling", "stiffness", "joint clicking", "joint locking"))
"""Hurt where they are."""
_JOINTS = {
    False: (("and",), ("and", "my"), ("and", "the"), (",", "and"), ("&",), ("/",), ("or",), ("nor",)),
    True: ((",",), ("and",), (",", "my"), ("and", "my"), ("/",), ("or",)),
}
"""Between a place and a named pain, and between the first of such places, make them share it."""
_BEFORE_PLACE = frozenset(("my", "the", "left", "right", "both", "lower", "upper"))
_POSITIONS = frozenset(
    ("on", "in", "under", "over", "to", "at", "into", "from", "against", "behind", "onto", "by")
)
_POINTING, _OWN = frozenset(("in", "down", "up", "across", "along")), frozenset(("my", "the", "both"))


def find(lexicon: Lexicon, message: Message, taught: Mapping[str, str]) -> list[Mention]:
    """Turn the things of ``message`` into symptom mentions, in the order they stand in.

    What the patient ``taught`` comes first: things of the vocabulary that overlap it are dropped.
    """
    own = _taught(lexicon, message, taught) if taught else []
    covered = {position for mention in own for position in range(mention.start, mention.end)}
    message.things = (
        [t for t in message.things if covered.isdisjoint(range(t.start, t.end))] if own else message.things
    )
    message.things = [
        thing for thing in message.things if not things_not_meant.is_other(lexicon, message, thing)
    ]
    message.halves = [
        half
        for half in message.halves
        if not (
            things_not_meant.is_strength(lexicon, message, half) or things_not_meant.is_value(message, half)
        )
    ]
    message.things = one_of_two.add(message)
    finder = _Finder(lexicon, message)
    for position, match in enumerate(message.things):
        finder.read(position, match)
    finder.mentions = [mention for mention in finder.mentions if not _is_crack(mention)]
    finder.mentions += shared_qualities.find(lexicon, message, finder.mentions, finder.places)
    finder.share_places()
    further_qualities.add(lexicon, message, finder.mentions)
    finder.mentions += told_again.find(lexicon, message, finder.mentions, finder.places, finder.placed)
    finder.mentions.sort(key=lambda mention: mention.start)
    told = {spot for mention in finder.mentions for spot in range(mention.start, mention.end)} | covered
    beside = halves.find(lexicon, message, finder.mentions, told)
    beside += unnamed_symptoms.find(lexicon, message, told)
    beside += told_around.find(lexicon, message, told)
    beside += able_again.find(lexicon, message, told)
    beside += stayed_up.find(lexicon, message, finder.mentions, told)
    meant_names.settle(lexicon, message, finder.mentions + beside)
    return sorted(own + finder.mentions + beside, key=lambda mention: mention.start)


def _taught(lexicon: Lexicon, message: Message, taught: Mapping[str, str]) -> list[Mention]:
    """Find the patient's own words for things."""
    found = PhraseIndex(taught.items()).all(message.stems)
    own = [Mention(match.value, lexicon.symptoms.get(match.value), match.start, match.end) for match in found]
    for mention in own:
        mention.is_taught = True
    return own


class _Finder:
    def __init__(self, lexicon: Lexicon, message: Message) -> None:
        self.lexicon, self.message, self.things = lexicon, message, message.things
        self.mentions: list[Mention] = []
        self.places = near_places.NearPlaces(lexicon, message)
        self.named = placed_mentions.PlacedMentions(lexicon, message)
        self._unplaced: list[tuple[int, Mention]] = []
        self.placed: dict[int, list[int]] = {}
        self._rows: dict[int, int] = {}
        """Part → where the row of words begins that stands before it ("no hot, swollen shin")."""

    def read(self, position: int, match: Match[Thing]) -> None:
        match = self._flaring(position, match)
        thing = match.value
        if thing.symptom is None:
            return
        if thing.kind == "over":
            self.mentions += unnamed_symptoms.restored(self.message, match)
            return
        match = self._compared(match)
        if not thing.symptom.placed:
            part = _where(thing) or thing.symptom.body_part
            side = sides.around(self.message.words, match.start, match.end)
            if part is None and (side or self._is_place_and_quality(match) or self._points(match)):
                inside = self._part_inside(match)
                told = inside is not None and (
                    side
                    or (inside.name not in place_words.SMALL_PLACES and _may_point(inside, thing.symptom))
                )
                part = inside.name if inside and told else None
            if part is None and side and thing.symptom.name in place_words.OF_EAR:
                part = "ear"  # "hearing down on left"
            mention = Mention(
                thing.symptom.name,
                thing.symptom,
                match.start,
                match.end,
                sides.with_side(side, part),
                match.denied,
            )
            fixed = side or (thing.symptom.body_part and part not in place_words.EVERYWHERE)
            if thing.kind == "symptom" and not (part and fixed):
                self._locate(position, mention)
            else:
                own_sides.add(self.message, self.places, position, mention)
            mention.decorates = thing.unless if thing.kind == "emoji" else None
            self.mentions += self._shared_pains(position, match, mention)
            self.mentions.append(mention)
            return
        parts, denied, goes_on = self._where_said(position, match)
        twins = [] if parts else self.places.past_twins(position)
        if not parts and not twins and thing.kind == "only_placed":
            if goes_on and self.mentions[-1].body_part:
                part = self.mentions[-1].body_part
                self.mentions.append(Mention(thing.symptom.name, thing.symptom, match.start, match.end, part))
            return
        first = len(self.mentions)
        self._place(position, match, parts or twins, denied=denied or match.denied)
        if twins:
            self.places.claimed.difference_update(twins)
            self.mentions[first].end = match.end  # the place is the last one's of the row
            self._rows[twins[0]] = min(self._rows.get(twins[0], match.start), match.start)

    def _shared_pains(self, position: int, match: Match[Thing], mention: Mention) -> list[Mention]:
        """Read the neck of "neck and back pain", whose last place has a name of its own."""
        words = self.message.words
        if words[match.end - 1] not in _ACHES or self.message.stems[match.start] not in self.lexicon.parts:
            return []
        shared: list[Mention] = []
        start, index = match.start, position - 1
        while (
            self.places.is_free(index)
            and tuple(words[self.things[index].end : start]) in _JOINTS[bool(shared)]
        ):
            start = self.things[index].start
            shared.append(
                self.named.of(
                    Thing("symptom", symptom=self.lexicon.pain),
                    index,
                    start,
                    match.end,
                )
            )
            self.places.claimed.add(index)
            index -= 1
        if self.message.word(self.message.led(_BEFORE_PLACE, start) - 1) in _POSITIONS:
            return []  # "sat on my bum and back pain 5"
        for one in (*shared, mention):
            one.start, one.end = min(start, mention.start), max(match.end, mention.end)  # rated together
        return shared[::-1]

    def _flaring(self, position: int, match: Match[Thing]) -> Match[Thing]:
        """Take the flare or the bursitis of a joint for a pain there, not the flare of an illness or of the skin."""
        term = match.value.symptom
        inflamed = self.message.words[match.start] in _INFLAMED
        parts = self.places.before(position) if term is not None and (term.name == _FLARE or inflamed) else []
        of_joint = parts and all(self._part_name(index) in place_words.FLARING for index in parts)
        return replace(match, value=Thing("only_placed", symptom=self.lexicon.pain)) if of_joint else match

    def _where_said(self, position: int, match: Match[Thing]) -> tuple[list[int], bool, bool]:
        """Find the parts a complaint is said of, whether it is denied of them and whether it goes on from the last."""
        term = match.value.symptom
        if term is not None and term.name == _HEAT and match.end == match.start + 1:
            return self._where_hot(position, match)
        parts = self.places.before(position)
        if parts:
            return parts, self._negated_between(self.things[parts[-1]].end, match.start), False
        parts = self._but_side(position, self.places.after(position))
        goes_on = not parts and self._goes_on(position)
        return self.placed.get(position - 1, []) if goes_on else parts, False, goes_on

    def _but_side(self, position: int, parts: list[int]) -> list[int]:
        """Leave out the side that is that of a place told before ("jaw clicks and aches, right side")."""
        last = self.mentions[-1] if self.mentions else None
        goes_on = last is not None and last.body_part and last.end == self.things[position].start - 1
        return [] if goes_on and [self._part_name(index) for index in parts] == ["side"] else parts

    def _where_hot(self, position: int, match: Match[Thing]) -> tuple[list[int], bool, bool]:
        """Find the joint or limb that is called hot: a hot face flushes, and warm hands are well."""
        parts, denied = self.places.before(position), False
        if parts:
            denied = self._negated_between(self.things[parts[-1]].end, match.start)
        parts = parts or self.places.after(position)
        hot = self.message.words[match.start] == "hot"
        if parts and hot and all(self._part_name(index) in place_words.HOT for index in parts):
            return parts, denied, False
        ends_row = not parts and self.message.words[match.start - 1] != "," and self._goes_on(position)
        row = self.placed.get(position - 1, []) if ends_row else []
        return [index for index in row if self._part_name(index) in place_words.HOT], False, False

    def _part_name(self, index: int) -> str:
        part = self.things[index].value.part
        return part.name if part else ""

    def _goes_on(self, position: int) -> bool:
        """Tell whether a complaint goes on from the one before ("shins weeping, red, hot")."""
        likened = self.things[position].end - self.things[position].start > 1  # says more of the one before
        if likened or not self.mentions or self.mentions[-1].end != self.things[position - 1].end:
            return False
        gap = self.message.words[self.things[position - 1].end : self.things[position].start]
        row = not gap and self.places.is_in_row(position - 1) and self.places.is_in_row(position)
        return row or gap in ([","], [",", "and"], ["and"])

    def _is_place_and_quality(self, match: Match[Thing]) -> bool:
        """Tell a name that is a place and what is felt there, small words aside ("legs still wobbly")."""
        said = self.message.stems[match.start : match.end]
        small = self.lexicon.links | place_words.PARTICLES
        return len([stem for stem in said if stem not in small]) == _LEAST_PLACED

    def _points(self, match: Match[Thing]) -> bool:
        """Tell a name that says where it is ("jerks in my arms", "shocks down my spine")."""
        said = self.message.words[match.start : match.end]
        return any(word in _POINTING and after in _OWN for word, after in pairwise(said))

    def _compared(self, match: Match[Thing]) -> Match[Thing]:
        """Take "aren't as dry" for less dry, and not for a denial."""
        words = self.message.words[match.start : match.end]
        compared = any(word in place_words.NEGATORS and after == "as" for word, after in pairwise(words))
        return replace(match, denied=False) if match.denied and compared else match

    def _part_inside(self, match: Match[Thing]) -> BodyPart | None:
        """Find the body part that is part of a name ("ears ringing", "hands won't stop shaking")."""
        parts = self.lexicon.part_of_stem
        inside = (parts.get(stem) for stem in self.message.stems[match.start : match.end])
        return next(
            (part for part in inside if part is not None and part.name not in place_words.EVERYWHERE), None
        )

    def _locate(self, position: int, mention: Mention) -> None:
        """Note where a symptom of its own name sits ("migraine behind my left eye", "my right eye is blurry")."""
        parts = self.places.after(position)
        if parts:
            gap = self.message.words[mention.end : self.things[parts[0]].start]
            found = self.things[parts[0]]
            leads = gap[:1] != [] and (gap[0] in place_words.POSITIONS or gap[0] in place_words.SPREADING)
            sided = sides.around(
                self.message.words, found.start, found.end
            ) is not None and not place_words.WHERE.isdisjoint(gap)
            if not (leads and not place_words.POSITIONS.isdisjoint(gap)) and not sided:
                return
        else:
            parts = [
                index
                for index in self.places.before(position)
                if sides.around(self.message.words, self.things[index].start, self.things[index].end)
            ][-1:]
            if not parts:
                return
            found = self.things[parts[0]]
            self.placed[position] = parts
        assert found.value.part is not None  # noqa: S101  only parts are indexed
        if found.value.part.name == "back" and self.message.word(found.start - 1) == "the":
            return  # "head paining at the back"
        mention.body_part = sides.place(
            sides.around(self.message.words, found.start, found.end), found.value.part
        )
        mention.start = min(mention.start, found.start)
        mention.end = max(mention.end, self.things[parts[-1]].end)
        self.places.claimed.update(parts)

    def _place(self, position: int, match: Match[Thing], parts: list[int], *, denied: bool) -> None:
        term = match.value.symptom
        assert term is not None  # noqa: S101  `read` looked
        if not parts:
            inside = self._part_inside(match)
            where = (
                sides.place(sides.around(self.message.words, match.start, match.end), inside)
                if inside
                else None
            )
            mention = Mention(term.name, term, match.start, match.end, where, denied)
            self._unplaced.append((position, mention))
            self.mentions.append(mention)
            return
        self.places.claimed.update(parts)
        self.placed[position] = parts
        start = min(match.start, self.things[parts[0]].start, self._rows.get(parts[0], match.start))
        end = max(match.end, self.things[parts[-1]].end)
        for index in parts:
            self.mentions.append(self.named.of(match.value, index, start, end, denied=denied))

    def _negated_between(self, start: int, end: int) -> bool:
        return not place_words.NEGATORS.isdisjoint(self.message.words[start:end])

    def share_places(self) -> None:
        """Give a complaint without a place that of its twin ("hands are numb and tingly")."""
        for position, mention in self._unplaced:
            if mention.body_part:
                continue  # "sausage fingers and a hot thumb"
            for twin in (position - 1, position + 1, self._out_before(position)):
                if twin not in self.placed:
                    continue
                beside = abs(twin - position) == 1
                if not beside or self._joined(min(position, twin), max(position, twin)):
                    self._give(mention, self.placed[twin], self.things[position].value)
                    break

    def _out_before(self, position: int) -> int:
        """Find what is out on the places right before a complaint of the same ("rash on both arms itchy")."""
        at = position - 1
        if at < 0 or self.message.words[self.things[at].end : self.things[position].start]:
            return -1
        while at in self.places.claimed:
            at -= 1
        return at if at in self.placed and self.things[at].end < self.things[position].start else -1

    def _joined(self, left: int, right: int) -> bool:
        left_end = self.things[left].end
        gap = self.message.words[left_end : self.things[right].start]
        if not gap:  # "itchy hives", "painful swelling", but no arm that hurts in "painful rash on my arm"
            aches = self.things[left].value.symptom is self.lexicon.pain
            return not aches or self._names(right) in _IN_JOINTS
        joined = "and" in gap or "/" in gap or "but" in gap
        return joined and len(gap) <= near_places.MOST_BETWEEN and place_words.SHARED_OVER.issuperset(gap)

    def _names(self, index: int) -> str | None:
        term = self.things[index].value.symptom
        return term.name if term is not None else None

    def _give(self, mention: Mention, parts: list[int], thing: Thing) -> None:
        copies = [
            self.named.of(thing, part, mention.start, mention.end, denied=mention.denied) for part in parts
        ]
        spot = self.mentions.index(mention)
        self.mentions[spot : spot + 1] = copies


def _is_crack(mention: Mention) -> bool:
    """Tell the chin that was cracked on the sink from a joint that cracks."""
    place = (mention.body_part or "").removeprefix("left ").removeprefix("right ").removeprefix("both ")
    return mention.name == _CLICKING and place not in place_words.CLICKING | {""}


def _where(thing: Thing) -> str | None:
    """Give the place a symptom was said of, unless its name says it ("dry eyes") or it is no place to point at."""
    part, term = thing.where, thing.symptom
    return part.name if part is not None and term is not None and _may_point(part, term) else None


def _may_point(part: BodyPart, term: SymptomTerm) -> bool:
    return not (
        part.name in place_words.EVERYWHERE
        or (part.name in term.name and " and " not in term.name)
        or part.name == "head"
    )
