"""The words said in one breath: what stands between two commas tells more of its neighbours than the whole message."""

from bot.understanding.words.message import SENTENCE_ENDS, Message

_BOUNDS = SENTENCE_ENDS | {","}
_OPENING = SENTENCE_ENDS | {
    "", ",", ":", "-", "(", ")", "and", "but", "or", "so", "plus", "then", "because", "cos", "since", "as",
    "while", "when", "if", "where", "though", "although", "that", "which", "now", "also", "again", "today",
    "yesterday", "tonight", "morning", "night", "think", "thinks", "hope", "heard", "says", "said", "know",
    "knew", "was", "is", "like", "lol", "ha", "time", "until", "till", "once",
}  # fmt: skip
"""Stand before the subject of a clause."""


def around(message: Message, start: int, end: int) -> list[str]:
    """Give the words between the commas, or the ends of the sentence, around tokens ``start`` up to ``end``."""
    return [*before(message, start), *message.words[start:end], *after(message, end)]


def before(message: Message, position: int) -> list[str]:
    """Give the words between the comma, or the beginning, before ``position`` and it."""
    return message.words[begin(message, position) : position]


def after(message: Message, position: int) -> list[str]:
    """Give the words from ``position`` up to the next comma or the end."""
    last = position
    while last < len(message.words) and message.words[last] not in _BOUNDS:
        last += 1
    return message.words[position:last]


def opens(message: Message, position: int) -> bool:
    """Tell whether ``position`` opens a clause, as its subject does: the car of "now the car is stiff"."""
    return message.word(position - 1) in _OPENING


def begin(message: Message, position: int) -> int:
    """Give the first token after the comma, or the end of the sentence, before ``position``."""
    while position > 0 and message.words[position - 1] not in _BOUNDS:
        position -= 1
    return position
