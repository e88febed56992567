"""What went, the symptom or its writer: "headache went by lunch", "sore knee, went for a walk", "pain went in my arm".

After "went" the end of a symptom is told by when, how or what with; a way, a place or a purpose tells of other things.
"""

from bot.understanding.denials import denial_words
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_HOW = (
    frozenset(
        (
            "when", "with", "once", "within", "quickly", "fast", "too", "completely", "before", "eventually", "while",
            "soon", "following", "altogether", "entirely", "quick", "then",
        )
    )
    | denial_words.MAY_FOLLOW_END
) - {"for", "at"}  # fmt: skip
_ONLY_WITH = {
    "for": frozenset(("good", "now")),
    "straight": frozenset(("away", "after", "off")),
    "right": frozenset(("away", "after", "off")),
    "at": frozenset(("last", "lunch", "lunchtime", "noon", "midnight", "bedtime", "teatime", "dinner", "about")),
    "in": frozenset(
        (
            "a", "an", "minutes", "mins", "seconds", "under", "half", "two", "three", "four", "five", "ten", "twenty",
            "no", "about", "less", "hours",
        )
    ),
}  # fmt: skip
"""A word after "went" → what must follow it for the symptom to be gone."""
_OWN = (["on", "its", "own"], ["on", "their", "own"])
_TIMES = frozenset(
    (
        "lunch", "lunchtime", "noon", "midday", "tea", "teatime", "dinner", "bedtime", "evening", "morning",
        "afternoon", "half", "an", "about", "breakfast", "ten", "minutes", "mins", "seconds", "hours",
    )
)  # fmt: skip
_ALONE = frozenset(("away", "overnight", "completely", "eventually", "finally", "now"))
"""After ", went", speak of the symptom; else the writer went ("migraine, went after the meeting")."""


def goes_on(message: Message, match: Match[str]) -> bool:
    """Tell whether the words after "went" tell where, what for or which way, and so of no end."""
    words, end = message.words, match.end
    following, after = message.word(end), message.word(end + 1)
    if not following or not following.isalnum():
        return False
    if words[match.start - 1] == "," and words[match.start : end] == ["went"]:
        return not (following in _ALONE or is_timed(message, match))
    if words[end : end + 3] in _OWN:
        return False
    if following in _ONLY_WITH:
        return not (after in _ONLY_WITH[following] or (following in ("in", "at") and after[:1].isdecimal()))
    return following not in _HOW


def is_timed(message: Message, match: Match[str]) -> bool:
    """Tell the ", went by lunch" that ends what was told before from a writer who "went by bus"."""
    following, after = message.word(match.end), message.word(match.end + 1)
    if following in ("by", "within", "in"):
        return after in _TIMES or after[:1].isdecimal() or (following == "within" and after == "the")
    return following in _ALONE
