"""Where a pain of the spine or the hip shoots to: "lower back a solid 6, shooting down to the calf" tells of the calf.

Where it only runs ("back pain down my leg") the place tells no more than where it is; what shoots or radiates is felt
there as a pain of its own. Sciatica has that in its name. What has moved on is no longer where it was.
"""

from bot.understanding.body import sides
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_SHOOTS = frozenset(
    (
        "shooting", "shoots", "shot", "radiating", "radiates", "radiated", "zapping", "zaps", "zinging", "firing",
        "stabbing", "streaking", "electric",
    )
)  # fmt: skip
_ON_THE_WAY = frozenset(
    (
        "down", "up", "into", "to", "through", "along", "across", "my", "the", "all", "way", "back", "front", "side",
        "of", "right", "left", "both", "whole", "pain", "pains", "and", "from", "there", "as", "far",
    )
)  # fmt: skip
_TOWARDS = frozenset(("down", "into", "to", "up", "through", "along", "across"))
_SOURCES = frozenset(
    ("back pain", "neck pain", "hip pain", "buttock pain", "SI joint pain", "tailbone pain", "shoulder pain")
)
_REACHED = frozenset(
    (
        "leg", "thigh", "calf", "shin", "knee", "foot", "toe", "big toe", "heel", "ankle", "groin", "buttock", "hip",
        "arm", "forearm", "elbow", "wrist", "hand", "finger", "thumb", "shoulder", "shoulder blade",
    )
)  # fmt: skip
_MOVED = frozenset(("moved", "shifted", "jumped", "migrated", "switched"))
_LEADING = frozenset(("my", "the", "left", "right", "both", "lower", "upper"))
_FARTHEST = 7


def find(lexicon: Lexicon, message: Message) -> None:
    """Add to the mentions of ``message`` the pains that another one shoots to, and place the one that moved."""
    if not _MOVED.isdisjoint(message.words):
        _place_moved(lexicon, message)
    if _SHOOTS.isdisjoint(message.words) or not any(one.name in _SOURCES for one in message.mentions):
        return
    taken = {spot for one in message.mentions for spot in range(one.start, one.end)}
    found: list[Mention] = []
    for thing in message.things:
        part = thing.value.part
        if part is None or part.name not in _REACHED or thing.start in taken:
            continue
        shoots = _shooting_to(message, thing.start)
        source = _source(message, shoots) if shoots is not None else None
        if source is None or shoots is None or source.name == part.pain_name:
            continue
        side = sides.around(message.words, thing.start, thing.end)
        start, end = source.start, source.end
        if any(source.end <= rating.start < shoots for rating in message.ratings):
            start, end = shoots, thing.end  # its number is not this one's
        found.append(Mention(part.pain_name, lexicon.pain, start, end, sides.place(side, part)))
    if found:
        message.mentions = sorted([*message.mentions, *found], key=lambda mention: mention.start)


def _place_moved(lexicon: Lexicon, message: Message) -> None:
    """Read "the pain moved from my hip to my knee" as a pain of the knee, and none of the hip."""
    words = message.words
    starts = {thing.start: thing for thing in message.things if thing.value.part is not None}
    left: list[Mention] = []
    for mention in message.mentions:
        said = words[mention.start : mention.end]
        moved = mention.term is lexicon.pain and "from" in said and not _MOVED.isdisjoint(said)
        if not moved or words[mention.end : mention.end + 1] not in (["to"], ["into"]):
            continue
        thing = starts.get(message.past(_LEADING, mention.end + 1))
        if thing is None or thing.value.part is None:
            continue
        left.append(
            Mention(mention.name, mention.term, mention.start, mention.end, mention.body_part, denied=True)
        )
        side = sides.around(words, thing.start, thing.end)
        mention.name, mention.body_part = thing.value.part.pain_name, sides.place(side, thing.value.part)
        mention.end = thing.end
    message.mentions += left
    message.mentions.sort(key=lambda mention: mention.start)


def _shooting_to(message: Message, position: int) -> int | None:
    """Find the word that says that something shoots to the place at ``position``."""
    led = message.led(_ON_THE_WAY, position)
    told = message.word(led - 1) in _SHOOTS and position - led < _FARTHEST
    return led - 1 if told and not _TOWARDS.isdisjoint(message.words[led:position]) else None


def _source(message: Message, position: int) -> Mention | None:
    """Find the pain that was told last before ``position``, in the same sentence."""
    first = message.sentence_start(position)
    told = [one for one in message.mentions if first <= one.start and one.end <= position]
    return told[-1] if told and told[-1].name in _SOURCES else None
