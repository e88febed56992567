"""Lists with a mark before each name: "✔ headache ✘ fever", "☑ stiff neck ☐ fever", "[x] aching calves [ ] cramps"."""

from bot.understanding.words.message import Mention, Message

_TICKS = frozenset(("✓", "✔", "✅", "☑"))
_BLANKS = frozenset(("✗", "✘", "✖", "❌", "❎", "☐", "□", "⬜"))
_LEAST = 2


def deny(message: Message) -> set[int]:
    """Deny what is crossed out or left unticked, where each name has its mark before it; give the marks' tokens."""
    if message.word(0) not in _TICKS | _BLANKS | {"["}:
        return set()
    ticked = {id(mention): _ticked(message, mention.start) for mention in message.mentions}
    said = set(ticked.values())
    if len(message.mentions) < _LEAST or None in said or len(said) < _LEAST:
        return set()
    for mention in message.mentions:
        mention.denied = not ticked[id(mention)]
    return {spot for mention in message.mentions for spot in _mark(message, mention)}


def _ticked(message: Message, start: int) -> bool | None:
    """Tell whether the mark right before ``start`` is a tick; None where there is no mark."""
    mark = message.word(start - 1)
    if mark == "]":
        return (
            None
            if "[" not in message.words[max(0, start - 3) : start - 1]
            else message.word(start - 2) != "["
        )
    return True if mark in _TICKS else False if mark in _BLANKS else None


def _mark(message: Message, mention: Mention) -> range:
    first = mention.start - 1
    while message.words[mention.start - 1] == "]" and message.words[first] != "[":
        first -= 1
    return range(first, mention.start)
