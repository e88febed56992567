"""Denials of another time or posture than the one that is rated: "no nausea yesterday, today 5", "none sitting. Up 5".

A diary is of now. What was away then and is here now is here; what is told of another symptom takes nothing back.
"""

from itertools import zip_longest

from bot.understanding.body import place_words
from bot.understanding.denials import partial_denials
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_THEN = (
    ("yesterday",), ("this", "morning"), ("last", "night"), ("last", "week"), ("earlier",), ("overnight",),
    ("first", "thing"), ("on", "waking"), ("in", "the", "morning"), ("sitting",), ("sitting", "down"), ("lying",),
    ("lying", "down"), ("at", "rest"), ("resting",), ("seated",), ("in", "bed"),
)  # fmt: skip
_LONGEST_THEN = 3
_FOR = frozenset(("for", "in", "all"))
_SPELLS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "ages"))
"""End the time in which nothing was there ("no migraine for 3 weeks, today a 6")."""
_PARTING = frozenset((",", "but", "and", "-", "though", "then", ".", ";"))
_NOW = frozenset(("today", "now", "tonight", "later", "since", "afternoon", "evening"))
_UP = frozenset(
    (
        "standing",
        "walking",
        "walk",
        "move",
        "stand",
        "moving",
        "up",
        "stairs",
        "bending",
        "lifting",
        "sitting",
        "movement",
        "exertion",
    )
)
_WHEN = frozenset(("when", "on", "if", "once", "with", "whenever", "after", "going"))
_TO_NOW = frozenset(
    (
        "this", "on", "when", "it", "its", "'s", "is", "a", "an", "at", "about", "the", "back", "i", "got",
        "have", "up",
    )
)  # fmt: skip
_IS_NOW = frozenset(("am", "is", "are", "do", "did", "one", "it", "was"))
_CLOSING = SENTENCE_ENDS | {"", ",", "-"}
_THEN_BEFORE = frozenset(("yesterday", "overnight", "earlier", "usually", "normally"))
_FARTHEST_LED = 4
_LONGEST_NOW = 5
_WORST, _NEVER = 10, 1 << 30
_CLOSES_NUMBER = _CLOSING | {"/", "out", "but", "and", "so", "again", "now", "today"}


def keep(message: Message) -> None:
    """Take back the denial of what ``message`` says is there now, or in another posture."""
    for mention, following in zip_longest(message.mentions, message.mentions[1:]):
        if not mention.denied:
            continue
        then = _then_end(message, mention)
        if (then and _is_now(message, then, following.start if following else _NEVER)) or _is_partly(
            message, mention
        ):
            mention.denied = False


def _is_partly(message: Message, mention: Mention) -> bool:
    """Tell the knees of "knees no pain at rest, 5 on stairs", whose "no" stands inside the name."""
    inside = message.words[mention.start : mention.end]
    negated = mention.body_part is not None and not place_words.NEGATORS.isdisjoint(inside)
    return negated and partial_denials.lasts_until(message, [mention])


def _then_end(message: Message, mention: Mention) -> int:
    """Give where the words end that say when ``mention`` was not there; 0 where nothing does."""
    start = mention.end + (message.word(mention.end) == "free")
    for length in range(_LONGEST_THEN, 0, -1):
        if tuple(message.words[start : start + length]) in _THEN:
            return start + length
    spell = next((at + 1 for at in range(start + 1, start + 4) if message.word(at) in _SPELLS), 0)
    if spell and message.word(start) in _FOR:
        return spell
    opened = max(message.sentence_start(mention.start), mention.start - _FARTHEST_LED)
    led = message.words[opened : mention.start]
    return 0 if _THEN_BEFORE.isdisjoint(led) else mention.end


def _is_now(message: Message, position: int, following: int) -> bool:
    """Tell ", today 5", "but am today" and ". Standing 5" at ``position``, before the next symptom."""
    if message.word(position) not in _PARTING:
        return False
    position = message.past(_PARTING, position)
    if message.word(position) in _IS_NOW and message.word(position + 1) in _NOW:
        after = message.word(position + 2)
        return position + 2 <= following and (after in _CLOSING or after.isdecimal())
    if _is_score(message.word(position)) and message.word(position + 1) in _WHEN and following > position + 2:
        return not _UP.isdisjoint(message.words[position + 2 : position + 5])  # ", 6 when I walk"
    at = message.past(_TO_NOW | _NOW | _UP, position)
    told = message.words[position:at]
    if at - position > _LONGEST_NOW or (_NOW.isdisjoint(told) and _UP.isdisjoint(told)):
        return False
    rated = _is_score(message.word(at)) and message.word(at + 1) in _CLOSES_NUMBER
    return rated and following != at + 1


def _is_score(word: str) -> bool:
    return word.isdecimal() and 0 < int(word) <= _WORST
