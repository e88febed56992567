"""Symptoms told around a place: "glands under my right jaw still up", "skin on my face peeling"."""

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import place_words, sides
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_GLANDS = frozenset(("gland", "glands", "nodes", "node"))
_OPENING = _GLANDS | {"skin"}
_RAISED = frozenset(
    (
        "up",
        "swollen",
        "enlarged",
        "raised",
        "massive",
        "huge",
        "big",
        "bigger",
        "enormous",
        "puffy",
        "inflamed",
    )
)
_TO_SKIN = frozenset(("on", "of", "around", "round", "over", "under", "off", "between", "behind"))
_QUALITIES = {
    "dry skin": frozenset(
        (
            "peeling", "peels", "peel", "peeled", "dry", "scaly", "leathery", "rough", "cracking", "cracked", "chapped",
            "flaky", "flaking", "papery", "shedding", "sandpaper", "parched",
        )
    ),
    "skin tightening": frozenset(("tight", "tightening", "tighter", "shiny")),
    "fragile skin": frozenset(("thin", "tearing", "tears", "fragile")),
}  # fmt: skip
"""What skin is said to be → what that is called."""
_IS = frozenset(
    (
        "is", "'s", "are", "was", "all", "still", "so", "very", "really", "like", "again", "a", "bit", "getting",
        "gone", "keeps", "feels", "looks", "has", "been", "super", "quite", "today", "now", "just",
    )
)  # fmt: skip
_MOST_AROUND = 9
"""How many words may stand between the skin or the glands and what is said of them."""
_IN_ROW = frozenset(("either", "side", "sides", "both", "still", "are", "is", "all", "again", "and"))


def find(lexicon: Lexicon, message: Message, told: set[int]) -> list[Mention]:
    """Find what is told around the places of ``message``; ``told`` are the tokens that were read."""
    found: list[Mention] = []
    if _OPENING.isdisjoint(message.words):
        return found
    for position, word in enumerate(message.words):
        if position in told:
            continue
        mention = None
        if word in _GLANDS:
            mention = _glands(lexicon, message, position)
        elif word == "skin" and message.word(position + 1) in _TO_SKIN:
            mention = _skin(lexicon, message, position)
        if mention is not None and told.isdisjoint(range(mention.start, mention.end)):
            found.append(mention)
    return found


def _glands(lexicon: Lexicon, message: Message, position: int) -> Mention | None:
    """Read glands that are up, and where."""
    part: BodyPart | None = None
    denied = False
    for at in range(position + 1, min(position + _MOST_AROUND, message.sentence_end(position))):
        word, here = message.words[at], lexicon.part_of_stem.get(message.stems[at])
        if word in _RAISED:
            where = _placed(message, position, at, part) if part is not None else None
            term = lexicon.symptoms.get("swollen glands")
            return Mention("swollen glands", term, position, at + 1, where, denied) if term else None
        denied = denied or word in place_words.NEGATORS
        if here is not None and here.name not in place_words.EVERYWHERE:
            part = here
        elif not _is_small(lexicon, message, at):
            return None
    return None


def _skin(lexicon: Lexicon, message: Message, position: int) -> Mention | None:
    """Read how the skin of a place is."""
    part: BodyPart | None = None
    denied = False
    for at in range(position + 1, min(position + _MOST_AROUND, message.sentence_end(position))):
        word, here = message.words[at], lexicon.part_of_stem.get(message.stems[at])
        if part is not None:
            name = next((name for name, words in _QUALITIES.items() if word in words), None)
            term = lexicon.symptoms.get(name) if name is not None else None
            if term is not None:
                return Mention(
                    term.name, term, position, at + 1, _placed(message, position, at, part), denied
                )
        denied = denied or word in place_words.NEGATORS
        if here is not None and here.name not in place_words.EVERYWHERE:
            part = here
        elif word not in _IS and not _is_small(lexicon, message, at):
            return None
    return None


def _is_small(lexicon: Lexicon, message: Message, at: int) -> bool:
    word = message.words[at]
    small = message.stems[at] in lexicon.places or word in lexicon.places
    return small or word in _IN_ROW or word in place_words.NEGATORS


def _placed(message: Message, start: int, end: int, part: BodyPart) -> str:
    """Say where it is, with the side that is told in between."""
    side = next(
        (place_words.SIDES[word] for word in message.words[start:end] if word in place_words.SIDES), None
    )
    return sides.place(side, part)
