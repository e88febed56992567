"""The "left one" of a pair that was named: "knees 5 today, left one swollen" tells of the left knee.

Read as if the place were said again, where one pair alone was told before and a complaint follows at once.
"""

from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

PAIRS = frozenset(
    (
        "knee", "hip", "ankle", "wrist", "elbow", "shoulder", "hand", "foot", "leg", "arm", "eye", "ear", "calf",
        "shin", "thigh", "forearm", "heel", "thumb", "big toe", "breast", "cheek", "temple", "eyelid", "toe", "finger",
        "knuckle",
    )
)  # fmt: skip
_IS = frozenset(
    (
        "is", "'s", "was", "a", "bit", "very", "really", "so", "still", "more", "looks", "feels", "all",
        "quite", "too",
    )
)  # fmt: skip
_FARTHEST = 14


def add(message: Message) -> list[Match[Thing]]:
    """Give the things of ``message`` with the place that every "left one" among its words stands for."""
    words, found = message.words, list[Match[Thing]]()
    if "one" not in words:
        return message.things
    starts = {thing.start for thing in message.things if thing.value.symptom is not None}
    for position, word in enumerate(words):
        if word != "one" or words[position - 1] not in ("left", "right") or not position:
            continue
        pairs = [
            thing
            for thing in message.things
            if position - _FARTHEST <= thing.start < position and thing.value.part is not None
        ]
        told = {thing.value.part.name for thing in pairs if thing.value.part is not None}
        if len(told) == 1 and told <= PAIRS and message.past(_IS, position + 1) in starts:
            place = Thing("part", part=pairs[-1].value.part)
            found.append(Match(position, position + 1, place))
    return sorted((*message.things, *found), key=lambda thing: thing.start) if found else message.things
