"""Hours that are part of what is denied: "didn't get my usual 3am cramps", "not had the afternoon headache"."""

from bot.understanding.words.message import Message

_TIMES = frozenset(
    (
        "morning", "afternoon", "evening", "night", "nightly", "nighttime", "daily", "weekly", "monthly", "lunchtime",
        "teatime", "bedtime", "midday", "midnight", "am", "pm", "oclock", "clock",
    )
)  # fmt: skip
_OWN = frozenset(("my", "the", "usual", "any", "a", "an", "normal", "regular"))
_CLOCK = frozenset(("am", "pm", "oclock", "clock"))


def is_time_of(message: Message, start: int, position: int) -> bool:
    """Tell the "3am" of "my usual 3am cramps" from the hour of another thing; ``start``: where the denial begins."""
    if _OWN.isdisjoint(message.words[start:position]):
        return False
    word = message.words[position]
    return word in _TIMES or (word.isdecimal() and message.word(position + 1) in _CLOCK)
