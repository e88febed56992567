"""Pains that are named by their place and their rating alone: "knee 6, hip 4", "a 9 today, my pelvis", "still a 6"."""

from bot.understanding.body import other_sides, place_words, sides
from bot.understanding.ratings import (
    place_alone,
    rated_diagnoses,
    rated_mine,
    rated_pairs,
    rating_last,
    rating_scales,
    rating_standing,
    ratings,
    severity,
)
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message, Rating
from bot.understanding.words.normalise import UNITS_OF_TEN

_TO_PLACE = frozenset(
    (
        ",", "my", "the", "today", "in", "on", "for", "right", "now", "left", "both", "(", "-", ":", "across", "around",
        "round", "mostly", "mainly", "ish", "between", "with", "of",
    )
) | place_words.POSITIONS  # fmt: skip
_WITHIN = frozenset(("in", "across", "around", "round", "between"))
_BEFORE_COUNT = frozenset(("feel", "in", "of", "my", "the", "move", "bend"))
_MANY = frozenset(("feet", "teeth"))
_SEVERAL = frozenset(("fingers", "toes", "knuckles", "fingertips", "teeth"))
_MOST_SEVERAL = 5
"""How many of them a number right before may count ("tingling 2 fingers")."""
_BY = frozenset(("by", "beside", "near", "next"))
_CLOSED = frozenset(("", ".", "!", "\n"))
"""After the place of "8. head.", which is told in a sentence of its own."""
_OWN = frozenset(("my", "the"))
_TENDING = frozenset(
    (
        "brushing", "brushed", "brush", "washing", "washed", "cleaning", "cleaned", "shaving", "drying", "flossing",
    )
)  # fmt: skip
"""Before a place, tell what was done when it came on ("face pain came on brushing teeth, 9")."""
_TO_KIND = frozenset(("my", "the", "both", "left", "right", "lower", "upper"))
_WITHIN_BODY = frozenset(("in", "of", "down", "through", "along"))
_ALL = frozenset(("all", "both", "each"))
_KINDS = frozenset(("nerves", "muscles", "bones", "joints", "tendon"))
"""Hurt where they are said to be: "nerves in my legs 8" is no leg pain."""
_EXCEPT = frozenset(("except", "bar", "barring", "but"))
_EXCEPT_FOR = (["apart", "from"], ["aside", "from"], ["other", "than"], ["except", "for"])
_EVERYWHERE = frozenset(("everywhere", "everything", "over"))
_NONE = frozenset(("no", "not", "nothing", "without", "never"))
_GOES_ON = frozenset((",", "and", "&", "a", "an", "about", "only"))
"""Between two numbers of one complaint ("tingling 4 in hands and 2 in feet")."""
_NEAR = 6
_MOST_TO_NEXT = 4


def find(lexicon: Lexicon, message: Message) -> None:
    """Find the ratings of ``message``, and the pains that are named by their place alone ("knee 6, hip 4")."""
    row = rated_pairs.split(lexicon, message)
    message.mentions += [*other_sides.rated(lexicon, message), *rated_mine.find(lexicon, message)]
    message.mentions = [
        mention
        for mention in message.mentions
        if not (_is_former(message, mention) or _is_flaring(message, mention))
    ]
    message.mentions.sort(key=lambda mention: mention.start)
    found = ratings.find(lexicon.vocabulary.ratings, message, row)
    message.ratings = [rating for rating in found if not _is_count(lexicon, message, rating)]
    rated_diagnoses.keep_rated(lexicon, message)
    if message.ratings:
        _add_rated_places(lexicon, message)
        message.mentions += _left_by_painkillers(lexicon, message)
        message.mentions.sort(key=lambda mention: mention.start)


def _is_flaring(message: Message, mention: Mention) -> bool:
    """Tell the "flares to 7" of a pain from a flare of an illness."""
    if mention.name != "flare" or mention.end - mention.start > 1:
        return False
    at = message.past(("up", "to", "back", "at", "a", "an"), mention.end)
    return message.word(at - 1) in ("to", "a", "an") and rating_scales.may_rate(message.word(at) or ".")


def _is_former(message: Message, mention: Mention) -> bool:
    """Tell the "up from 3" of "knee a 6, up from 3" from that of "up from 3 with it", when somebody woke."""
    if message.words[mention.start : mention.start + 2] != ["up", "from"]:
        return False
    if message.word(mention.end) == "to" and rating_scales.may_rate(message.word(mention.end + 1) or "."):
        return True
    number = message.word(mention.start - 1 - (message.word(mention.start - 1) == ","))
    return number != "" and rating_scales.may_rate(number)


def _is_count(lexicon: Lexicon, message: Message, rating: Rating) -> bool:
    """Tell the "two" of "can't feel two toes" and "tingling in 3 fingers" from a rating."""
    if message.words[max(0, rating.start - 2) : rating.start] == ["no", "."]:
        return any(thing.value.medicine and thing.end == rating.start - 2 for thing in message.things)
    counted = message.word(rating.end)
    several = (
        counted in _SEVERAL
        and rating.low <= _MOST_SEVERAL
        and not message.word(message.past((",",), rating.end + 1)).isdecimal()
    )
    if several and rating.lead == rating.start and not rating.of_next:
        return True
    if rating.explicit or message.word(rating.start - 1) not in _BEFORE_COUNT or not counted:
        return False
    return message.stems[rating.end] in lexicon.parts and (counted.endswith("s") or counted in _MANY)


def _add_rated_places(lexicon: Lexicon, message: Message) -> None:
    """Add the pains of places that nothing but a rating was said of."""
    covered = {position for mention in message.mentions for position in range(mention.start, mention.end)}
    named = {mention.end for mention in message.mentions}
    bare = [
        thing
        for thing in message.things
        if thing.value.part
        and thing.start not in covered
        and not _is_side(message, named, thing)
        and not rating_standing.is_turn(message, thing.start)
        and message.word(message.led(_OWN, thing.start) - 1) not in _TENDING
        and not _is_spared(message, thing.start)
    ]
    ends = {thing.end: thing for thing in bare}
    starts = {thing.end: thing.start for thing in bare}
    by_start = {thing.start: thing for thing in bare}
    complaints = _complaints(lexicon, message) if bare else {}
    for rating in message.ratings:
        before = () if rating.of_next else (rating.lead, complaints.get(rating.start, -1))
        ahead = next((ends.pop(end) for end in before if end in ends), None)
        thing = ahead or _place_after(message, bare, rating)
        if thing and thing.value.part and not _is_where(lexicon, message, named, thing.start):
            pain = _pain_in(lexicon, message, thing, rating.end)
            told = None if ahead else _felt_there_too(lexicon, message, rating)
            if told is not None:
                pain.name, pain.term = told.name, told.term
            if ahead is None or rating.start in complaints:
                severity.rate(pain, rating)
            shared = (
                rating.sums_up
                or rating.start in complaints
                or not _ALL.isdisjoint(message.words[rating.lead : rating.start])
            )
            joined = other_sides.joined_before(message, thing.start, starts, shared=shared)
            for start in () if rating.in_row else reversed(joined):
                also = _pain_in(lexicon, message, by_start[start], rating.end)
                also.start, also.end = pain.start, pain.end  # said together, rated together
                message.mentions.append(also)
            message.mentions.append(pain)
            ends.pop(thing.end, None)
        elif thing is None:
            _place_alone(lexicon, message, rating)


def _is_spared(message: Message, position: int) -> bool:
    """Tell the face of "itchy everywhere except my face, 6", which is the one place that is well."""
    led = message.led(_TO_KIND, position)
    spared = message.word(led - 1) in _EXCEPT or message.words[max(0, led - 2) : led] in _EXCEPT_FOR
    said = message.words[message.sentence_start(position) : max(0, led - 1)]
    return spared and not _EVERYWHERE.isdisjoint(said) and _NONE.isdisjoint(said)


def _place_alone(lexicon: Lexicon, message: Message, rating: Rating) -> None:
    """Read "it's a 5. rib cage left" and "pain 6. left wrist" as pains of the place that stands alone after them."""
    places = place_alone.after(message, rating.end)
    if not places:
        return
    told = [mention for mention in message.mentions if mention.end <= rating.start]
    plain = told[-1:] != [] and told[-1].name == lexicon.pain.name and told[-1].body_part is None
    named = range(told[-1].end if plain else message.sentence_start(rating.start), places[0].start)
    if (told and not plain) or any(
        t.start in named for t in message.things if t.value.part or t.value.symptom
    ):
        return
    for thing in places:
        pain = _pain_in(lexicon, message, thing, thing.end)
        pain.start, pain.end = (told[-1].start, told[-1].end) if plain else (places[0].start, places[0].end)
        message.mentions.append(pain)
    if plain:
        message.mentions.remove(told[-1])
    message.mentions.sort(key=lambda mention: mention.start)


def _complaints(lexicon: Lexicon, message: Message) -> dict[int, int]:
    return rating_last.places_before(lexicon.vocabulary.ratings, message, message.ratings)


def _pain_in(lexicon: Lexicon, message: Message, thing: Match[Thing], rated: int) -> Mention:
    """Make a pain of a place that was only rated ("knee 6", "jaw 3/10 left side"); ``rated``: where its rating ends."""
    part, start, end = thing.value.part, thing.start, thing.end
    assert part is not None  # noqa: S101  the caller looked
    if part.rated:
        return Mention(part.rated, lexicon.pain, start, end)
    side = sides.around(message.words, start, end) or sides.after(message.words, rated)
    pain = Mention(part.pain_name, lexicon.pain, start, end, sides.place(side, part))
    _name_kind(message, pain)
    return pain


def _name_kind(message: Message, pain: Mention) -> None:
    """Name the pain of "nerves in my legs at an 8" by what hurts there."""
    within = message.led(_TO_KIND, pain.start) - 1
    if message.word(within) not in _WITHIN_BODY:
        return
    for thing in message.things:
        if thing.end == within and thing.value.part is not None and thing.value.part.name in _KINDS:
            pain.name, pain.start = thing.value.part.pain_name, thing.start


def _felt_there_too(lexicon: Lexicon, message: Message, rating: Rating) -> Mention | None:
    """Give the tingling of "tingling 4 in hands and 2 in feet", which both numbers are of; None where it is a pain."""
    told = next((one for one in reversed(message.mentions) if one.end <= rating.start), None)
    if told is None or told.body_part is None or told.term in (None, lexicon.pain) or told.denied:
        return None
    goes_on = _GOES_ON.issuperset(message.words[told.end : rating.start])
    numbered = any(
        word[0].isdecimal() or word in UNITS_OF_TEN for word in message.words[told.start : told.end]
    )
    return told if goes_on and numbered and message.word(rating.end) in _WITHIN else None


def _left_by_painkillers(lexicon: Lexicon, message: Message) -> list[Mention]:
    """Read the "still a 6" right after a painkiller as the pain it was taken for, where none was told before it."""
    for rating in message.ratings:
        told = any(t.start < rating.start and (t.value.part or t.value.symptom) for t in message.things)
        if told or not severity.is_still(message, rating):
            continue
        kind = next((one for one in lexicon.vocabulary.medicines if one.name == "painkiller"), None)
        first = message.sentence_start(rating.start)
        taken = [
            t.value.medicine for t in message.things if first <= t.start < rating.start and t.value.medicine
        ]
        if kind and taken and all(one.name in (kind.name, *kind.members) for one in taken):
            return [Mention(lexicon.pain.name, lexicon.pain, rating.start, rating.end)]
    return []


def _is_side(message: Message, named: set[int], thing: Match[Thing]) -> bool:
    """Tell whether a "right side" is that of the complaint before it ("earache, right side, 5/10")."""
    if thing.value.part is None or thing.value.part.name != "side":
        return False
    index = thing.start
    while message.words[index - 1 : index] in ([","], ["on"], ["the"], ["my"]) and index not in named:
        index -= 1
    if index == thing.start or message.words[index] != ",":
        return index in named
    between = range(message.sentence_start(index), index)
    told = max((end for end in named if end in between), default=index)
    return index in named or not any(
        told <= other.start < index for other in message.things if other.value.part
    )


def _place_after(message: Message, bare: list[Match[Thing]], rating: Rating) -> Match[Thing] | None:
    """Find the place of a rating that comes before it ("it's a 9 today, my pelvis", "pain all day. 4 in the hip")."""
    if rating.of_next:
        near = range(rating.end, rating.end + _MOST_TO_NEXT)
        return next((thing for thing in bare if thing.start in near), None)
    before = [mention for mention in message.mentions if mention.end <= rating.start]
    led = message.words[rating.end : rating.end + 1] if rating.explicit else []
    placed = led[:1] != [] and led[0] in _WITHIN and before != [] and _is_pain(before[-1])
    felt = led[:1] != [] and led[0] in place_words.POSITIONS and not (before and _is_pain(before[-1]))
    if before and not (placed or felt) and led != ["for"]:
        last = before[-1]
        anywhere = last.body_part or (last.term is not None and last.term.placed)
        return None if anywhere else _head_beside(message, bare, rating)
    for thing in bare:
        if rating.end <= thing.start <= rating.end + _NEAR:
            gap = message.words[rating.end : thing.start]
            alone = gap[:1] == ["."] and message.word(thing.end) in _CLOSED
            return thing if _TO_PLACE.issuperset(gap[1:] if alone else gap) else None
    return None


def _head_beside(message: Message, bare: list[Match[Thing]], rating: Rating) -> Match[Thing] | None:
    """Find the head of "light is stabbing my eyes, 6/10 head", where nothing told before can be."""
    opens = rating.explicit and message.word(rating.start - 1) in (",", ".")
    heads = (thing for thing in bare if thing.start == rating.end and message.word(thing.start) == "head")
    return next((one for one in heads if opens and message.word(one.end) in (*_CLOSED, ",")), None)


def _is_pain(mention: Mention) -> bool:
    return mention.name.endswith(place_words.PAINS)


def _is_where(lexicon: Lexicon, message: Message, named: set[int], position: int) -> bool:
    """Tell whether a place only says where a symptom before it spreads ("back pain down the leg").

    ``named`` holds where symptoms end.
    """
    for index in range(position, max(0, position - _NEAR - 1), -1):
        if index in named:
            return index < position and all(
                stem in lexicon.places or word in lexicon.places or word in _BY
                for word, stem in zip(
                    message.words[index:position], message.stems[index:position], strict=True
                )
            )
    return False
