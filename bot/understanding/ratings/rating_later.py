"""What a rating came to some time after it was told: "tummy 9, sat down. 10 mins later 6", "6 during, 3 at present".

The later number stands in a clause of its own that says when, or by what it eased; nothing else may be told between.
"""

from bot.understanding.ratings import rating_scales, rating_standing
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS, Message

_FARTHEST = 30
"""How many words may lie between a rating and what it became in a later sentence."""
_OPENS = SENTENCE_ENDS | frozenset((",", "-", "and", "but", "(", "then"))
_STATING = frozenset(
    (
        "a", "an", "about", "around", "only", "just", "at", "like", "more", "still", "down", "up", "to", "back",
        "maybe", "probably", "roughly", "nearer", "nearly", "barely", "closer", "bit", "'s", "is", "it", "its",
        "was", "were", "be", "=", ":", "had", "has", "have", "by", "say", "sitting", "hovering", "id", "i", "of",
        "pain", "level",
    )
)  # fmt: skip
"""May lead from the word of when to the number."""
_WHEN = frozenset(
    (
        "later", "afterwards", "afterward", "now", "currently", "presently", "eventually", "finally", "since",
        "tonight", "post", "home", "after",
    )
)  # fmt: skip
_UNTIL = frozenset(("after", "by", "once", "following", "within", "come"))
_MOST_WHEN = 6
_SPANS = frozenset(
    (
        "min", "mins", "minute", "minutes", "hour", "hours", "hr", "hrs", "h", "secs", "seconds", "days",
        "day", "while", "bit",
    )
)  # fmt: skip
_AFTER_SPAN = frozenset(("later", "after", "on", "in", "post", "into", "following"))
_AS_NOW = (
    ["now"], ["at", "present"], ["at", "the", "moment"], ["at", "the", "mo"], ["at", "the", "minute"], ["currently"],
    ["presently"], ["as", "i"], ["as", "we"], ["this", "minute"], ["this", "second"], ["this", "very"],
    ["right", "now"], ["post"], ["afterwards"], ["afterward"], ["after"], ["once"], ["atm"], ["since"], ["later"],
    ["today"], ["tonight"], ["by", "now"], ["when", "i", "got", "home"], ["at", "home"],
)  # fmt: skip
"""After a number, say that it is the one of now."""
_GONE_ON = frozenset(
    ("from", "for", "every", "until", "till", "til", "than", "x", "took", "taken", "take", "had", "of")
)
_IT = frozenset(("it", "its", "that", "this", "which", "they"))
_BECAME = frozenset(("becomes", "became", "become"))
_TOWARDS = frozenset(("to", "at", "toward", "towards", "around", "about"))


def is_later(standing: Standing, position: int) -> bool:
    """Tell whether the number at ``position`` is what the rating before it became."""
    words, message = standing.words, standing.message
    if not standing.found or position - standing.found[-1].end > _FARTHEST:
        return False
    former = standing.found[-1]
    between = range(former.end, position)
    if not standing.is_after_symptom(former.start) or not standing.starts.isdisjoint(between):
        return False
    if "?" in words[former.end : position] or not words[position].isalnum():
        return False
    led = max(message.led(_STATING, position), former.end)
    opened = _clause(message, led, former.end)
    if led == opened and _is_now(words, position + 1):
        return led > former.end and words[position] not in ("one", "zero")
    if _is_changed(standing, led, opened, position) or _is_alone(standing, position):
        return True
    return opened < led and _says_when(standing, opened, led)


def _is_alone(standing: Standing, position: int) -> bool:
    """Tell the 3 that is a sentence of its own ("headache 8. suma. lie down. 3.") from the number of a list."""
    words, message = standing.words, standing.message
    alone = position == message.sentence_start(position) and message.word(position + 1) in SENTENCE_ENDS | {
        ""
    }
    numbered = message.word(position - 2) == "no" or words[position] in ("one", "zero")
    return alone and not numbered and "\n" not in words


def _clause(message: Message, position: int, first: int) -> int:
    """Give where the clause opens that ``position`` stands in, no earlier than ``first``."""
    while position > first and message.words[position - 1] not in _OPENS:
        position -= 1
    return position


def _is_now(words: list[str], end: int) -> bool:
    return any(words[end : end + len(way)] == way for way in _AS_NOW)


def _is_changed(standing: Standing, led: int, opened: int, position: int) -> bool:
    """Tell "by bedtime it had eased to 5" and "it's crept off 9 toward 6" by "it" and a verb of change."""
    said = standing.words[opened:position]
    begun = standing.words[led:position]
    if said[-1:] != [] and said[-1] in _BECAME and not _IT.isdisjoint(said):
        return standing.medicines.isdisjoint(range(opened, position))
    changed = not standing.cues.changes.isdisjoint(said) and not _TOWARDS.isdisjoint(begun or said[-2:])
    named = standing.medicines.isdisjoint(range(opened, position))
    return changed and named and not _IT.isdisjoint(said) and len(said) <= 2 * _MOST_WHEN


def _says_when(standing: Standing, opened: int, led: int) -> bool:
    """Tell "10 mins later", "by bedtime" and "after the pizza" from what is told of something else."""
    said = standing.words[opened:led]
    if len(said) > _MOST_WHEN or not _GONE_ON.isdisjoint(said):
        return False
    span = next((at for at, word in enumerate(said) if word in _SPANS), None)
    if span is not None:
        return not _AFTER_SPAN.isdisjoint(said[span + 1 : span + 2])
    numbered = any(rating_scales.number(word) is not None for word in said)
    named = not standing.medicines.isdisjoint(range(opened, led))
    if numbered or named or not rating_standing.COUNTED.isdisjoint(said[1:]):
        return False
    return (said[0] in _UNTIL and len(said) > 1) or said[-1] in _WHEN
