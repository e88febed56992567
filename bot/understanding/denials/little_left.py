"""What there was not much of, for so many minutes: "not much stiffness this morning, maybe 15 mins" was there.

Without the minutes "not much" says that there was none to speak of, and so it stays denied.
"""

from bot.understanding.words.message import Mention, Message
from bot.understanding.words.normalise import UNITS_OF_TEN

_TO_SPAN = frozenset(
    (
        ",", "-", "(", "this", "morning", "today", "tonight", "maybe", "about", "only", "just", "around", "like",
        "under", "probably", "roughly", "say", "half", "an", "a", "couple", "few", "of", "or", "so",
    )
)  # fmt: skip
"""May lead from what was little to how long it lasted."""
_MINUTES = frozenset(("min", "mins", "minute", "minutes", "hour", "hours", "hr", "hrs"))
_CLOSES = frozenset((",", ".", ";", "!", ")", "\n", "but", "and", "then"))
"""After the minutes, show that they are its own and no walk's ("not much pain, 20 mins walk")."""
_LED = 3


def keep_brief(message: Message) -> None:
    """Take back the denial of what lasted some minutes."""
    if "much" not in message.words or _MINUTES.isdisjoint(message.words):
        return
    for mention in message.mentions:
        if mention.denied and _is_little(message, mention) and _lasted(message, mention.end):
            mention.denied = False


def _is_little(message: Message, mention: Mention) -> bool:
    before = message.words[max(0, mention.start - _LED) : mention.start]
    return "not" in before and "much" in before


def _lasted(message: Message, position: int) -> bool:
    """Tell whether ", maybe 15 mins" or ", half an hour" follows at ``position``, and nothing that they are of."""
    at = message.past(_TO_SPAN, position)
    at += message.word(at).isdecimal() or message.word(at) in UNITS_OF_TEN
    following = message.word(at + 1)
    return at > position and message.word(at) in _MINUTES and (not following or following in _CLOSES)
