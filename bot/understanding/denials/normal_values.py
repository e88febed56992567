"""Fevers that a reading ends: "Fever is down, 37.1", "temp back to 36.8 this morning".

"Down" alone says no more than that it is less. With a reading that is no fever any more it says that the fever is
over; the last reading of the sentence counts, and what it came down from does not.
"""

from collections.abc import Iterator

from bot.understanding.words.message import Mention, Message

_FEVER = "fever"
_CAME_DOWN = frozenset(
    (
        "down", "dropped", "drop", "fell", "fallen", "settled", "normal", "broke", "broken", "back", "gone", "went",
        "lower", "lowered", "only", "subsided", "lifted", "resolved", "better", "improved", "passed", "cleared",
    )
)  # fmt: skip
_FROM = frozenset(("from", "was", "yesterday", "earlier", "hit", "peaked", "than"))
"""Before a number, make it what the temperature was; "down" after it is still to come."""
_OF_OTHERS = frozenset(
    (
        "week", "weeks", "wk", "wks", "year", "years", "yrs", "min", "mins", "minutes", "day", "days", "hours", "hrs",
        "mg", "ml", "%", "bpm", "kg", "puffs", "tablets", "/", ":", "am", "pm", "percent",
    )
)  # fmt: skip
"""After a number, make it another thing than a temperature."""
_FARTHEST = 12
_CELSIUS, _FAHRENHEIT = (33.0, 43.0), (95.0, 109.0)
"""What a body's temperature may be."""
_NORMAL_CELSIUS, _NORMAL_FAHRENHEIT = (35.0, 37.6), (95.0, 99.7)
"""What is not even raised; the upper bounds are no longer normal."""


def deny(message: Message) -> None:
    """Deny the fevers of ``message`` that are said to have come down to a temperature that is none."""
    for mention in message.mentions:
        if mention.name == _FEVER and not mention.denied and _is_back_to_normal(message, mention):
            mention.denied = True


def _is_back_to_normal(message: Message, mention: Mention) -> bool:
    end = min(message.sentence_end(mention.start), mention.end + _FARTHEST)
    readings = list(_readings(message, mention.end, end))
    if not readings or _CAME_DOWN.isdisjoint(message.words[mention.end : readings[-1]]):
        return False
    return _is_normal(float(message.words[readings[-1]]))


def _readings(message: Message, start: int, end: int) -> Iterator[int]:
    """Give where temperatures stand that were not before another one."""
    for position in range(start, end):
        word = message.words[position]
        told = word[:1].isdecimal() and word.replace(".", "", 1).isdecimal()
        former = message.words[position - 1] in _FROM or message.word(position + 1) in _OF_OTHERS
        if told and not former and _is_temperature(float(word)):
            yield position


def _is_temperature(value: float) -> bool:
    return any(low <= value <= high for low, high in (_CELSIUS, _FAHRENHEIT))


def _is_normal(value: float) -> bool:
    return any(low <= value < high for low, high in (_NORMAL_CELSIUS, _NORMAL_FAHRENHEIT))
