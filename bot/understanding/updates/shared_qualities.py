"""The throat of "sore eyes and throat": a quality that is said once of several places, of which the first has a name.

"Sore hands and feet" needs no more than the places; "sore eyes" is a name of its own, and so what follows it would be
left without what was said of it.
"""

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import near_places, place_words, sides
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

ACHING = frozenset(("sore", "painful", "aching", "achy", "tender", "hurting"))
QUALITIES = ACHING | frozenset(
    (
        "itchy", "itching", "dry", "burning", "stinging", "swollen", "puffy", "stiff", "tight", "runny", "blocked",
        "numb", "tingly", "tingling", "heavy", "red", "cold", "swelled",
    )
)  # fmt: skip
_OWN = frozenset(("my", "the", "left", "right", "both"))
_POSITIONS = frozenset(("on", "in", "under", "over", "to", "at", "into", "from", "against", "behind", "by"))
"""Before the first of several places, make it where something else is ("sat on my bum and eyes dry")."""
_ON = ((",",), (",", "my"))
_AND = tuple(
    (word, *own)
    for word in ("and", "&", "/", "+", "n", "or", "nor", "plus")
    for own in ((), ("my",), ("the",), ("left",), ("right",), ("both",))
)
"""Before a further place of a list, and before its last."""
CLOSES = SENTENCE_ENDS | frozenset(
    (
        "", ",", ")", "(", "-", "today", "tonight", "now", "again", "still", "since", "this", "all", "from", "but",
        "after", "with", "at", "both", "about", "mostly", "when", "because",
    )
)  # fmt: skip
"""After the last place, leave it what the quality is said of ("sore throat and back to bed" is none)."""


def find(
    lexicon: Lexicon, message: Message, mentions: list[Mention], places: near_places.NearPlaces
) -> list[Mention]:
    """List what ``mentions`` leave unsaid of the places that follow a name of a quality and a place."""
    found: list[Mention] = []
    for index, thing in enumerate(message.things):
        found += _before(lexicon, message, mentions, places, index)
        first = _named(lexicon, message, mentions, thing)
        last = _last(message, places, index) if first is not None else index
        if first is None or last == index:
            continue
        quality, end = message.words[thing.start], message.things[last].end
        for at in range(index + 1, last + 1):
            mention = _of(lexicon, message, message.things[at], quality)
            if mention is not None:
                mention.start, mention.end = thing.start, end  # rated together
                found.append(mention)
                places.claimed.add(at)
        first.end = end
    return found


def again(lexicon: Lexicon, message: Message, last: Mention, thing: Match[Thing]) -> Mention | None:
    """Say of the place ``thing`` what its writer said of another as ``last`` ("eyes so dry. mouth too")."""
    said = message.words[last.start : last.end]
    quality = next((word for word in said if word in QUALITIES), said[-1])
    mention = _of(lexicon, message, thing, quality) if not last.denied else None
    if mention is not None:
        mention.start, mention.end = thing.start, thing.end
    return mention


def _before(
    lexicon: Lexicon, message: Message, mentions: list[Mention], places: near_places.NearPlaces, index: int
) -> list[Mention]:
    """List what the places before a name share of it ("mouth and eyes dry", "throat, nose and ears sore")."""
    thing, words = message.things[index], message.words
    quality = words[thing.end - 1]
    ends = thing.value.kind == "symptom" and quality in QUALITIES and thing.end > thing.start + 1
    if not ends or message.stems[thing.start] not in lexicon.parts or not places.is_free(index - 1):
        return []
    named = next((one for one in mentions if one.start == thing.start and one.end == thing.end), None)
    shared, at = list[int](), index
    while named is not None and places.is_free(at - 1):
        gap = tuple(words[message.things[at - 1].end : message.things[at].start])
        if gap not in (_ON if shared else _AND):
            break
        at -= 1
        shared.insert(0, at)
    if (
        not shared
        or named is None
        or message.word(message.led(_OWN, message.things[at].start) - 1) in _POSITIONS
    ):
        return []
    found = [one for i in shared if (one := _of(lexicon, message, message.things[i], quality)) is not None]
    places.claimed.update(shared)
    named.start = message.things[at].start
    for one in found:
        one.start, one.end, one.denied = named.start, named.end, named.denied  # rated together
    return found


def _named(
    lexicon: Lexicon, message: Message, mentions: list[Mention], thing: Match[Thing]
) -> Mention | None:
    """Give the mention of a name that is a quality and a place ("sore eyes", "dry mouth")."""
    pair = thing.end == thing.start + 2 and thing.value.kind == "symptom"
    if (
        not pair
        or message.words[thing.start] not in QUALITIES
        or message.stems[thing.start + 1] not in lexicon.parts
    ):
        return None
    return next((one for one in mentions if one.start == thing.start and one.end == thing.end), None)


def _last(message: Message, places: near_places.NearPlaces, index: int) -> int:
    """Give the index of the last place that shares what the thing at ``index`` says; ``index`` where there is none."""
    words, things, at = message.words, message.things, index
    while places.is_free(at + 1):
        gap = tuple(words[things[at].end : things[at + 1].start])
        at += 1
        if gap in _AND:
            after = message.word(things[at].end)
            return at if after in CLOSES or after[0].isdecimal() or not after[0].isalnum() else index
        if gap not in _ON:
            break
    return index


def _of(lexicon: Lexicon, message: Message, thing: Match[Thing], quality: str) -> Mention | None:
    """Say ``quality`` of the place ``thing``, by the name that the two have where they have one."""
    part = thing.value.part
    if part is None or part.name in place_words.EVERYWHERE:
        return None
    where = sides.place(sides.around(message.words, thing.start, thing.end), part)
    known = _known(lexicon, message, thing, part, quality)
    if known is not None and known.symptom is not None:
        own = known.symptom.body_part is None and not known.symptom.placed
        return Mention(known.symptom.name, known.symptom, 0, 0, None if own else where)
    if quality in ACHING:
        return Mention(part.pain_name, lexicon.pain, 0, 0, where)
    said = lexicon.things.get(quality)
    placed = said is not None and said.symptom is not None and said.symptom.placed
    return Mention(said.symptom.name, said.symptom, 0, 0, where) if placed and said and said.symptom else None


def _known(
    lexicon: Lexicon, message: Message, thing: Match[Thing], part: BodyPart, quality: str
) -> Thing | None:
    named = " ".join(message.words[thing.start : thing.end])
    return next(
        (
            said
            for phrase in (f"{quality} {named}", f"{quality} {part.name}", f"{named} {quality}")
            if (said := lexicon.things.get(phrase)) is not None and said.symptom is not None
        ),
        None,
    )
