"""Endings that come round again: "fingers numb when I wake, goes away by 8", "stiff every morning, gone by ten".

Who tells how it always goes has it still, although each time it ends. What ended once, now or for good is over.
"""

from bot.understanding.denials import denial_words
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_EACH_TIME = frozenset(
    (
        "always", "usually", "mostly", "mornings", "evenings", "nights", "afternoons", "whenever", "normally",
    )
)  # fmt: skip
_EVERY = frozenset(("every", "each"))
_SPANS = frozenset(
    (
        "morning",
        "day",
        "night",
        "evening",
        "afternoon",
        "time",
        "week",
        "month",
        "meal",
        "dose",
        "single",
        "few",
        "hour",
    )
)
"""After "every", come round again; "every joint hurt" was once."""
_NOT_A_HABIT = frozenset(("like", "from", "after", "on", "off"))
"""Before a time that comes round, compare with it or tell of a shift ("wrecked from nights")."""
_CURES = frozenset(("surgery", "op", "operation", "botox", "treatment", "steroids", "antibiotics"))
_DOING = frozenset(
    (
        "wake", "get", "stand", "walk", "eat", "sit", "lie", "move", "bend", "climb", "swallow", "turn", "run", "drink",
        "exercise", "lay", "go", "stretch", "breathe", "cough",
    )
)  # fmt: skip
"""After "when I", tell what brings it on, time after time."""
_OVER = frozenset(
    ("gone", "over", "fine", "ok", "okay", "grand", "alright", "good", "clear", "done", "better")
)
"""Say how it is after each time, where the time of day follows; "stopped" and "cleared" tell what was once."""
_WITHIN = frozenset(("by", "within", "around", "about", "once", "before", "after", "at"))
_NOW = frozenset(
    (
        "today",
        "now",
        "tonight",
        "since",
        "finally",
        "completely",
        "good",
        "anymore",
        "again",
        "week",
        "month",
        "yay",
    )
)
_NOW_REACH = 5
_THEN = frozenset(("then", "its", "is", "'s", "im", "am"))


def is_one(message: Message, match: Match[str]) -> bool:
    """Tell whether a word of ending tells how it goes each time, and not that it is over."""
    first, last = message.words[match.start], message.words[match.end - 1]
    opened, closed = message.sentence_start(match.start), message.sentence_end(match.start)
    around = message.words[max(opened, match.start - 2) : match.start]
    around += message.words[match.end : min(closed, match.end + _NOW_REACH)]
    if not _NOW.isdisjoint(around):
        return False
    if first in ("goes", "subsides"):
        return True
    after_until = not _THEN.isdisjoint(
        message.words[max(0, match.start - 1) : match.end]
    ) and not denial_words.UNTIL.isdisjoint(message.words[opened : match.start])
    timed = last in _OVER and (message.word(match.end) in _WITHIN or after_until)
    return timed and not _is_cured(message, match) and _is_told_of_each_time(message, opened, match.start)


def _is_cured(message: Message, match: Match[str]) -> bool:
    """Tell "daily for years, gone after surgery" and "every day, fine after naproxen" from what comes back."""
    following = range(match.end + 1, match.end + 3)
    remedy = any(thing.value.medicine and thing.start in following for thing in message.things)
    treated = remedy or not _CURES.isdisjoint(message.words[match.end : match.end + 4])
    return message.word(match.end) in ("after", "since") and treated


def _is_told_of_each_time(message: Message, start: int, end: int) -> bool:
    words = message.words[start:end]
    when_i = any(words[at : at + 2] == ["when", "i"] and word in _DOING for at, word in enumerate(words[2:]))
    most = any(words[at : at + 2] == ["most", "days"] for at in range(len(words)))
    each = any(
        (word in _EACH_TIME or (word in _EVERY and not _SPANS.isdisjoint(words[at + 1 : at + 3])))
        and words[max(0, at - 1)] not in _NOT_A_HABIT
        for at, word in enumerate(words)
    )
    return when_i or most or each
