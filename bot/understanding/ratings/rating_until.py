"""The number of now of what was away or worse before: "no pain until lunch, then 6", "nausea bad but ate, 3 now".

It closes its clause, and the sentence tells of one symptom alone.
"""

from bot.understanding.ratings import rating_scales
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import Mention

_UNTIL = frozenset(("until", "till", "til"))
_STATING = frozenset(
    ("a", "an", "about", "around", "at", "it", "its", "'s", "is", "was", "back", "up", "to", "only")
)
_FARTHEST = 2
"""How many sentences back the symptom may be that is "still 6"."""
_OPENS = frozenset((",", "but", "-", "and", "then"))


def find(standing: Standing, numbers: list[int]) -> dict[int, int]:
    """Give each number that tells how a symptom is now → where the name of that symptom ends."""
    told = ((at, _told(standing, at) or _still(standing, at)) for at in numbers)
    return {at: one.end for at, one in told if one is not None}


def _still(standing: Standing, position: int) -> Mention | None:
    """Find the one symptom that is "still 6" in a sentence of its own, after what was taken for it."""
    message = standing.message
    led, number = message.led(_STATING | {"still"}, position), message.sentence[position]
    told = [
        one
        for one in message.mentions
        if one.end <= led and number - message.sentence[one.start] <= _FARTHEST
    ]
    alone = led == message.sentence_start(position) > 0 and "still" in message.words[led:position]
    scored = rating_scales.is_on_scale(message.words[position]) and standing.is_closed(position + 1)
    return told[-1] if alone and scored and len({one.name for one in told}) == 1 else None


def _told(standing: Standing, position: int) -> Mention | None:
    message, words = standing.message, standing.words
    first, led = message.sentence_start(position), message.led(_STATING, position)
    told = [one for one in message.mentions if first <= one.start and one.end <= led and not one.is_weak]
    if not rating_scales.is_on_scale(words[position]) or len({one.name for one in told}) != 1:
        return None
    between = words[told[0].end : led]
    later = between[-1:] == ["then"] and not _UNTIL.isdisjoint(between) and standing.is_closed(position + 1)
    now = message.word(position + 1) == "now" and standing.is_closed(position + 2)
    now = now and between[-1:] != [] and between[-1] in _OPENS
    numbered = any(rating_scales.may_rate(word) for word in between) and not later
    return told[0] if (later or now) and not numbered else None
