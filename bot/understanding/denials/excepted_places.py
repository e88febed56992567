"""The one place that does hurt: "nothing hurts apart from my knees", "no pain anywhere except the left shoulder".

An exception after a denial names what is there, and one before it keeps its place out of what is denied.
"""

from bot.understanding.body import sides
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_EXCEPT = frozenset(("except", "bar", "barring", "besides", "excepting"))
_FROM = (["apart", "from"], ["aside", "from"], ["other", "than"], ["except", "for"], ["save", "for"])
_ANYWHERE = frozenset(("anywhere", "nowhere", "hurts", "hurting", "sore", "elsewhere"))
_CLOSES = SENTENCE_ENDS | {"", ",", "and", "-", "(", "today", "tonight", "now"}
_SMALL = frozenset(
    (
        "my", "the", "in", "usual", "a", "bit", "of", "odd", "old", "left", "right", "both", "on", "around", "one",
        "this", "that", "only", "maybe", "small", "tiny", "patch", "patches", "spot", "spots", "area", "lower", "upper",
        "wee", "little", "poor", "same",
    )
)  # fmt: skip


def find(lexicon: Lexicon, message: Message) -> list[Mention]:
    """List what is there in excepted places; take back the denial that took such a place in."""
    found: list[Mention] = []
    denied = [one for one in message.mentions if one.denied and one.term and one.term.placed]
    last = -1
    for thing in message.things if denied else ():
        part = thing.value.part
        near = [one for one in denied if message.sentence[one.start] == message.sentence[thing.start]]
        led = message.led(_SMALL, thing.start)
        listed = message.word(led - 1) in ("and", "or", ",") and led - 1 == last
        excepted = _is_exception(message, led) or _is_all_but(message, led, thing.end)
        if part is None or not near or not (listed or excepted):
            continue
        last = thing.end
        where = sides.place(sides.around(message.words, thing.start, thing.end), part)
        own = [one for one in near if one.body_part in (where, part.name)]
        for one in own:
            one.denied = False
        if not own and not any(one.start < thing.end and thing.start < one.end for one in message.mentions):
            name = part.pain_name if near[-1].term is lexicon.pain else near[-1].name
            found.append(Mention(name, near[-1].term, thing.start, thing.end, where))
    return found


def _is_all_but(message: Message, position: int, end: int) -> bool:
    """Tell "no pain anywhere but the hip" from "no pain anywhere but the hip is stiff"."""
    everywhere = message.word(position - 1) == "but" and message.word(position - 2) in _ANYWHERE
    return everywhere and message.word(end) in _CLOSES


def _is_exception(message: Message, position: int) -> bool:
    """Tell the "apart from" that ends before ``position`` from other words."""
    return message.word(position - 1) in _EXCEPT or message.words[max(0, position - 2) : position] in _FROM
