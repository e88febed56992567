"""Where pain is worst: "fibro 6 today. back and shoulders the worst of it", "hands 7, hips worst".

An illness of pain was given a number, or another place hurts, and the places that are said to be the worst of it hurt.
"""

from bot.understanding.body import place_words, sides
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_OF_PAIN = frozenset(
    (
        "fibromyalgia", "arthritis", "rheumatoid arthritis", "osteoarthritis", "psoriatic arthritis",
        "ankylosing spondylitis", "polymyalgia rheumatica", "lupus", "Sjogren's", "Ehlers-Danlos",
    )
)  # fmt: skip
_WORST = frozenset(("worst", "mostly", "mainly", "especially"))
_TO_PLACE = frozenset(
    (
        "in", "my", "the", "both", "is", "are", "was", "were", "it", "'s", "left", "right", "of", "lower", "upper",
    )
)  # fmt: skip
_TO_WORST = frozenset(("is", "are", "was", "were", "being", "by", "far", "the"))
_JOINING = (["and"], ["&"], ["and", "my"], [","], ["/"], ["+"], ["and", "the"])
_CLOSES = frozenset(
    ("of", "and", "today", "tonight", "again", "as", "by", "this", "now", "but", "at", "still", "so", "then")
)
"""After the worst place, leave it no more than that."""
_FARTHEST = 16
"""How many words after the illness its worst place may be told."""


def find(lexicon: Lexicon, message: Message) -> None:
    """Add to ``message`` the pain of the places that an illness of pain is worst in."""
    if _WORST.isdisjoint(message.words):
        return
    illness = next((one for one in message.mentions if one.is_only_rated and one.name in _OF_PAIN), None)
    told = illness or next((one for one in message.mentions if one.term is lexicon.pain), None)
    if told is None:
        return
    taken = {spot for one in message.mentions for spot in range(one.start, one.end)}
    parts = [thing for thing in message.things if thing.value.part and thing.start not in taken]
    after = [one for one in parts if told.end <= one.start <= told.end + _FARTHEST]
    for row in _rows(message, after):
        if _is_worst(message, row[0].start, row[-1].end, of_illness=illness is not None):
            message.mentions += [_pain(lexicon, message, one) for one in row if _is_somewhere(one)]
    message.mentions.sort(key=lambda mention: mention.start)


def _is_worst(message: Message, start: int, end: int, *, of_illness: bool) -> bool:
    """Tell "worst in the hips" and "hips the worst of it" from "hips mostly fine" and "mostly feet up".

    Of a pain, "mostly behind the eye" says where in it, and only "knees are the worst" names another.
    """
    worst = message.past(_TO_WORST, end)
    led = of_illness and message.word(message.led(_TO_PLACE, start) - 1) in _WORST
    if not led and message.word(worst) not in _WORST:
        return False
    following = message.word(end if led else worst + 1)
    return not following.isalpha() or following in _CLOSES


def _rows(message: Message, parts: list[Match[Thing]]) -> list[list[Match[Thing]]]:
    """Give the places that are told together."""
    rows: list[list[Match[Thing]]] = []
    for part in parts:
        if rows and message.words[rows[-1][-1].end : part.start] in _JOINING:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _is_somewhere(thing: Match[Thing]) -> bool:
    return thing.value.part is not None and thing.value.part.name not in place_words.EVERYWHERE


def _pain(lexicon: Lexicon, message: Message, thing: Match[Thing]) -> Mention:
    part = thing.value.part
    name = part.pain_name if part is not None else lexicon.pain.name
    where = (
        sides.place(sides.around(message.words, thing.start, thing.end), part) if part is not None else None
    )
    return Mention(name, lexicon.pain, thing.start, thing.end, where)
