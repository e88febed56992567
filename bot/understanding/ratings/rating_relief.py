"""What a symptom came to after a medicine, where more was told in between: "migraine 9, aura, suma 100, down to 4".

Only what has a number can come down from it, and so the second is of it too, and of nothing that was told without one.
"""

from bot.understanding.ratings import rating_scales
from bot.understanding.ratings.rating_standing import Standing
from bot.understanding.words.message import SENTENCE_ENDS, Mention

_ABOUT = frozenset((":", "-", "=", "a", "an", "at", "about", "is", "was", "'s", "like", "around", "level"))
_HANDING = frozenset(
    ("to", "now", "then", "it", "its", "that", "just", "back", "more", "only", "nearer", "still")
)
_OPENS = SENTENCE_ENDS | {",", "-", "and", "but", ";", "("}
_CLAUSES = 2
"""How many sentences a symptom, its medicine and its relief may take."""


def find(standing: Standing, numbers: list[int]) -> dict[int, int]:
    """Give each number that tells what a medicine brought a rating to → where the name of its symptom ends."""
    if not standing.medicines:
        return {}
    return {at: told.end for at in numbers if (told := _eased(standing, at)) is not None}


def _eased(standing: Standing, position: int) -> Mention | None:
    message, words = standing.message, standing.words
    opened = message.led(standing.cues.changes | _HANDING | _ABOUT, position)
    said = words[opened:position]
    became = "now" in said or (said[-1:] == ["to"] or said[-2:-1] == ["to"])
    scored = rating_scales.is_on_scale(words[position]) and standing.is_closed(position + 1)
    if not (became and scored) or message.word(opened - 1) not in _OPENS:
        return None
    first = _first_of(standing, position)
    told = [one for one in message.mentions if first <= one.start and one.end <= opened and not one.is_weak]
    rated = [one for one in told if _is_rated(standing, one)]
    if len(rated) != 1 or rated[0] is told[-1]:
        return None
    taken = [at for at in standing.medicines if rated[0].end < at < opened]
    return rated[0] if taken and max(taken) > told[-1].start else None


def _first_of(standing: Standing, position: int) -> int:
    """Give where the sentences begin in which the symptom may have been told."""
    number = max(0, standing.message.sentence[position] - _CLAUSES)
    return standing.message.bounds[number][0]


def _is_rated(standing: Standing, told: Mention) -> bool:
    number = standing.message.word(standing.message.past(_ABOUT, told.end))
    return number != "" and rating_scales.is_on_scale(number)
