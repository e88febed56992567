"""The place that a sentence of its own tells: "bruised. three new ones on my shins", "toothache. left molar"."""

from bot.understanding.body import place_words, sides
from bot.understanding.words import normalise
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_ONES = frozenset(
    ("ones", "one", "loads", "lots", "some", "more", "mostly", "mainly", "patches", "bits", "another")
)
_BEFORE_ONES = frozenset(
    (
        "new",
        "fresh",
        "big",
        "little",
        "huge",
        "tiny",
        "few",
        "a",
        "of",
        "it",
        "'s",
        "its",
        "is",
        "got",
        "with",
        "the",
    )
)
_TO_PLACE = frozenset(
    ("on", "in", "across", "down", "up", "all", "over", "my", "the", "left", "right", "both")
)
_ENDS = SENTENCE_ENDS | {"", ",", "again", "today", "now", "this"}


def tell(message: Message) -> None:
    """Give the last complaint before it the place that stands in a sentence or a clause of its own."""
    for thing in message.things:
        part = thing.value.part
        if part is None or part.name in place_words.EVERYWHERE:
            continue
        start = _opening(message, thing)
        told = _last(message, start) if start is not None else None
        if told is None or not (told.body_part is None or told.body_part == part.name):
            continue
        told.body_part = sides.place(sides.around(message.words, thing.start, thing.end), part)


def _opening(message: Message, thing: Match[Thing]) -> int | None:
    """Find where the clause begins that only tells of a place, or None."""
    led = message.led(_TO_PLACE, thing.start)
    at = led
    while at > 0 and (
        message.word(at - 1) in _ONES | _BEFORE_ONES or normalise.is_number(message.word(at - 1))
    ):
        at -= 1
    opens = message.word(at - 1) in SENTENCE_ENDS | {","}
    if not opens or any(one.start <= thing.start < one.end for one in message.mentions):
        return None
    counted = "on" in message.words[led : thing.start] and not _ONES.isdisjoint(message.words[at:led])
    sided = (
        sides.around(message.words, thing.start, thing.end) is not None and message.word(thing.end) in _ENDS
    )
    alone = sided and at == led and message.word(at - 1) != ","
    return at if counted or alone else None


def _last(message: Message, position: int) -> Mention | None:
    """Find the complaint told last before ``position``, where it can be of any place."""
    before = [one for one in message.mentions if one.end <= position]
    last = max(before, key=lambda one: one.end, default=None)
    if last is None or last.denied or last.is_taught or last.term is None:
        return None
    return last if last.term.placed or last.body_part else None
