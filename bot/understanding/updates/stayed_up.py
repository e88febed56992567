"""Who felt faint and stayed up: "faint feeling twice, didn't go down", "nearly blacked out, stayed on my feet"."""

from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_FAINT = frozenset(("feeling faint", "lightheadedness"))
_WENT_DOWN = (("go", "down"), ("go", "over"), ("go", "out"), ("drop",), ("keel", "over"))
_STAYED_UP = (
    ("stayed", "upright"), ("stayed", "standing"), ("stayed", "on", "my", "feet"),
    ("kept", "upright"), ("kept", "on", "my", "feet"), ("kept", "my", "feet"), ("kept", "standing"),
)  # fmt: skip
_NOT = (("didnt",), ("did", "not"), ("never",), ("havent",), ("didnt", "actually"), ("didnt", "quite"))
_WAYS = (*(no + down for no in _NOT for down in _WENT_DOWN), *_STAYED_UP)
_FIRST = frozenset(way[0] for way in _WAYS)
_OPENS = SENTENCE_ENDS | {",", "but", "and", "i", "though", "-", "(", "just", "managed"}
_CLOSES = SENTENCE_ENDS | {
    "", ",", "but", "and", "though", "tho", "thankfully", "luckily", "thank", "this", "either", ")", "-", "at",
    "today", "so", "or", "just",
}  # fmt: skip
"""Around the way, leave it said of the writer and of no swelling, stairs or shops."""


def find(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """List the fainting that is denied beside the faint ``mentions``; ``told`` are the tokens that were read."""
    faint = next((one for one in mentions if one.name in _FAINT), None)
    term = lexicon.symptoms.get("fainting")
    if faint is None or term is None or _FIRST.isdisjoint(message.words):
        return []
    for start in range(faint.end, len(message.words)):
        if message.words[start] not in _FIRST or message.word(start - 1) not in _OPENS:
            continue
        end = next((start + len(way) for way in _WAYS if _is_said(message, start, way)), start)
        if end > start and message.word(end) in _CLOSES and told.isdisjoint(range(start, end)):
            return [Mention(term.name, term, start, end, denied=True)]
    return []


def _is_said(message: Message, start: int, way: tuple[str, ...]) -> bool:
    return tuple(message.words[start : start + len(way)]) == way
