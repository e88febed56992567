"""The side or the place that is told after all else: "ears ringing, mainly left", "bruised again, both shins".

It belongs to the last complaint that has a place and no side yet, or no place, and stands in a clause of its own.
"""

from bot.understanding.body import place_words, sides
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_SIDES = frozenset(("left", "right"))
_LEADING = frozenset(
    (
        "the", "mainly", "mostly", "just", "only", "on", "my", "worse", "worst", "more", "in", "especially", "its",
        "is", "usual", "same",
    )
)  # fmt: skip
"""May stand between the comma and the side."""
_OPENS = frozenset((",", "-", "(", ":"))
_FOLLOWING = frozenset(
    (
        "one", "side", "only", "mostly", "mainly", "worse", "worst", "first", "more", "especially", "again", "today",
        "now", "the", "is",
    )
)  # fmt: skip
_ENDS = SENTENCE_ENDS | frozenset(("", ",", ")", "-", "and", "but"))
_BOTH_OR_NONE = frozenset(
    ("chest", "back", "lower back", "spine", "throat", "nose", "mouth", "tongue", "bladder")
)
"""Places of which one side alone is told with more words than that."""
WITHIN = {
    "mouth": frozenset(("cheek", "lip", "tongue", "gums")),
    "face": frozenset(("cheek", "jaw", "lip")),
    "foot": frozenset(("heel", "toe", "big toe", "ankle")),
    "hand": frozenset(("finger", "knuckle", "thumb", "wrist")),
    "leg": frozenset(("shin", "calf", "knee", "thigh", "ankle")),
    "arm": frozenset(("elbow", "forearm", "wrist")),
}
"""A place → the closer ones that may be told after it."""
_OF_HAND = ("knuckle", "finger")
_TO_HAND = frozenset(("on", "of", "in", "the", "my", "left", "right", "both", "l", "r"))
_LEVELS = frozenset(("lower", "upper"))
_ON_PLACE = frozenset(
    ("on", "in", "my", "the", "left", "right", "both", "l", "r", "mostly", "mainly", "again")
)
"""May lead from the comma to a place that stands alone."""
_AFTER_PLACE = SENTENCE_ENDS | frozenset(("", ")", "again", "today", "now", "tonight", "mostly", "mainly"))
_ANY_PLACE = frozenset(("cramps", "muscle cramp", "muscle spasm", "tremor", "muscle twitching", "jerking"))
"""Have no place of their own and are asked for none, but are said of one all the same."""


def place(message: Message) -> None:
    """Give what is told last of where it is to the complaint of ``message`` that it is said of."""
    _place_closer(message)
    _place_last(message)
    _place_on_hand(message)
    if _SIDES.isdisjoint(message.words):
        return
    for position, word in enumerate(message.words):
        if word not in _SIDES:
            continue
        belly = _of_belly(message, position)
        if belly is not None:
            belly.body_part = message.quote(position - 1, position + 2).lower()
        elif _is_alone(message, position, position + 1):
            told = _told_before(message, position)
            if told is not None and told.body_part not in _BOTH_OR_NONE:
                told.body_part = f"{word} {told.body_part}"


def _place_closer(message: Message) -> None:
    """Read the heel of "foot ulcer, left heel" and the cheek of "mouth ulcers, right cheek worst"."""
    if not any(one.body_part in WITHIN for one in message.mentions):
        return
    taken = {spot for one in message.mentions for spot in range(one.start, one.end)}
    for thing in message.things:
        part = thing.value.part
        start = thing.start - (message.word(thing.start - 1) in _SIDES)
        if part is None or thing.start in taken or not _is_alone(message, start, thing.end):
            continue
        told = _told_before(message, start)
        if told is not None and part.name in WITHIN.get(told.body_part or "", ()):
            told.body_part = sides.place(sides.around(message.words, thing.start, thing.end), part)


def _place_last(message: Message) -> None:
    """Read the shins of "bruised again no idea how, both shins": the one place of a sentence, told at its end."""
    told = [
        one for one in message.mentions if one.term is not None and not one.body_part and _is_placeable(one)
    ]
    parts = [thing for thing in message.things if thing.value.part is not None] if told else []
    for thing in parts:
        led, first = message.led(_ON_PLACE, thing.start), message.sentence_start(thing.start)
        part, side = thing.value.part, sides.around(message.words, thing.start, thing.end)
        if part is None or part.name in place_words.EVERYWHERE or message.word(led - 1) != ",":
            continue
        if part.name == "back" and led == thing.start:
            continue  # "pain went off about two, back again tonight"
        before = [one for one in message.mentions if first <= one.start and one.end < led]
        others = [one for one in parts if first <= one.start < thing.start]
        last = max(before, key=lambda one: one.end, default=None)
        alone = message.word(thing.end) in _AFTER_PLACE and not others
        if (
            last is not None
            and last in told
            and alone
            and not any(one.start <= thing.start < one.end for one in message.mentions)
        ):
            last.body_part = sides.place(side, part)
            last.name = part.pain_name if last.name == "pain" else last.name


def _is_placeable(mention: Mention) -> bool:
    """Tell what may be anywhere, and so is asked for its place."""
    placed = mention.term is not None and mention.term.placed
    return not mention.is_taught and not mention.denied and (placed or mention.name in _ANY_PLACE)


def _place_on_hand(message: Message) -> None:
    """Take "swollen knuckles on the right hand" and "fingers numb on it" for that hand, which their writer named."""
    told = [one for one in message.mentions if (one.body_part or "").endswith(_OF_HAND)]
    for thing in message.things if told else ():
        led = message.led(_TO_HAND, thing.start)
        hand = thing.value.part is not None and thing.value.part.name == "hand"
        side = sides.around(message.words, thing.start, thing.end)
        if not hand or side is None or "on" not in message.words[led : thing.start]:
            continue
        for one in told:
            if one.start < led <= one.end or message.word(led - 1).rstrip("s") in _OF_HAND:
                one.body_part = f"{side} hand"


def _of_belly(message: Message, position: int) -> Mention | None:
    """Find the stomach pain that "lower right side" is said of, right after it or its rating."""
    if message.word(position - 1) not in _LEVELS or message.word(position + 1) != "side":
        return None
    told = _told_before(message, position)
    return told if told is not None and told.body_part == "stomach" else None


def _is_alone(message: Message, start: int, end: int) -> bool:
    """Tell "..., mainly left" from "..., left early" and from "... right now"."""
    opened = message.led(_LEADING, start)
    rated = message.word(opened - 1).isdecimal()  # "earache 5 on the left", "hip pain 7 left side"
    one_sided = not _SIDES.issubset(message.words)  # none of "legs fizz (4 left, 2 right)"
    leads = one_sided and ("on" in message.words[opened:start] or message.word(end) in _ENDS | {"side"})
    if message.word(opened - 1) not in _OPENS and not (rated and leads):
        return False
    right_now = message.word(start) == "right" and message.word(end) == "now"
    return message.word(message.past(_FOLLOWING, end)) in _ENDS and not right_now


def _told_before(message: Message, position: int) -> Mention | None:
    """Find the last complaint before ``position`` where it has a place and no side."""
    first = message.sentence_start(position)
    before = [one for one in message.mentions if first <= one.start and one.end <= position]
    last = max(before, key=lambda one: one.end, default=None)
    if last is None or last.body_part is None or last.is_taught:
        return None
    sided = last.body_part.split()[0] in (*place_words.SIDES, "other")
    return None if sided or last.body_part in place_words.EVERYWHERE else last
