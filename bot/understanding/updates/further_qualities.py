"""What goes on being said of a place whose first quality made a name of its own: the dry of "eyes tired and dry".

"Knees stiff and sore" needs no more than the place. "Eyes tired" is a name, and so what follows it would be left
without its place, or without the name that the two have together: itching, and not itchy eyes.
"""

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import place_words, sides
from bot.understanding.updates import shared_qualities
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_JOINS = frozenset(("and", "&", "n", "+", ",", "/", "but"))
_VERY = frozenset(("a", "bit", "very", "really", "so", "also", "quite", "still", "too", "my"))
_AFTER = shared_qualities.CLOSES | frozenset(("and", "&", "n", "+", "too", "for", "even", "most", "though"))
_ON_THE_SPOT = frozenset(
    (
        "itching", "numbness", "tingling", "burning", "stinging", "swelling", "redness", "stiffness", "heat",
        "bruising",
    )
)  # fmt: skip
"""Felt where the place is; who is weak or shakes as well is so all over."""
_NOUNS = frozenset(("pain", "pains", "ache", "aches"))
_MOST_BEFORE_PLACE = 2
"""How many words of a name may be looked at for its place ("left ear full")."""


def add(lexicon: Lexicon, message: Message, mentions: list[Mention]) -> None:
    """Add to ``mentions`` the further qualities of the places in their names, or give them their names there."""
    starts = {mention.start: mention for mention in mentions}
    for thing in message.things:
        place = _place(lexicon, message, thing)
        first = starts.get(thing.start) if place is not None else None
        at = _quality_at(message, thing.end) if first is not None else None
        if place is None or first is None or at is None or first.end != thing.end:
            continue
        there = starts.get(at)
        if there is not None and (there.body_part is not None or there.end > at + 1):
            continue
        listed = message.word(thing.end) == ","
        if message.word(at) in _NOUNS or (listed and message.word(at) not in shared_qualities.QUALITIES):
            continue  # "chest infection, pain 5", "throat closing, noise when I breathe"
        meant = _meant(lexicon, message.word(at), place, first, None if listed else there)
        if meant is None or meant.name == first.name:
            continue
        if there is None:
            meant.start, meant.end, meant.denied = at, at + 1, first.denied
            mentions.append(meant)
        else:
            there.name, there.term, there.body_part = meant.name, meant.term, meant.body_part


def _place(lexicon: Lexicon, message: Message, thing: Match[Thing]) -> tuple[str, BodyPart] | None:
    """Give the place that opens a name, as it is written and as what it is."""
    if thing.value.kind != "symptom" or thing.end < thing.start + 2:
        return None
    for at in range(thing.start, min(thing.start + _MOST_BEFORE_PLACE, thing.end - 1)):
        part = lexicon.part_of_stem.get(message.stems[at])
        if part is not None:
            return message.words[at], part
    return None


def _quality_at(message: Message, end: int) -> int | None:
    """Give where the word is that goes on with a list after ``end`` and closes its clause; None where none does."""
    at = message.past(_JOINS, end)
    at = message.past(_VERY, at) if at > end else end
    after = message.word(at + 1)
    closes = after in _AFTER or after[0].isdecimal() or not after[0].isalnum()
    return at if at > end and message.word(at).isalpha() and closes else None


def _meant(
    lexicon: Lexicon, quality: str, place: tuple[str, BodyPart], first: Mention, there: Mention | None
) -> Mention | None:
    """Give ``quality`` of a place by the name that the two have, or as an ache or what else is felt there."""
    word, part = place
    known = lexicon.things.get(f"{word} {quality}") or lexicon.things.get(f"{quality} {word}")
    side, _, of_side = (first.body_part or "").partition(" ")
    side_there = side if of_side and side in place_words.SIDES else None
    where = None if part.name in place_words.EVERYWHERE else sides.place(side_there, part)
    if known is not None and known.symptom is not None:
        term = known.symptom
        placed = term.placed or term.body_part is not None or known.where is not None
        placed = placed or term.name in place_words.OF_EAR
        return Mention(term.name, term, 0, 0, where if placed and where else term.body_part)
    if quality in shared_qualities.ACHING and where is not None:
        return Mention(part.pain_name, lexicon.pain, 0, 0, where)
    if there is not None and there.name in _ON_THE_SPOT and where is not None:
        return Mention(there.name, there.term, 0, 0, where)
    return None
