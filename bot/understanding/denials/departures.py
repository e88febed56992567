"""Who it is that "legged it": the headache, or the writer who had a panic attack in a shop.

What is over is often said to have run off, and people run off too: from a place they name, or from what frightens
them. Where the words stand beside the symptom, or tell by when, it is the symptom that left.
"""

from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_DEPARTURES = frozenset(
    (
        "legged it", "scarpered", "fled", "bolted", "did a runner", "done a runner", "did one", "done one",
        "did a bunk", "done a bunk", "buggered off", "sodded off", "bogged off", "naffed off", "pissed off",
        "fucked off", "effed off", "fecked off", "cleared off", "shoved off", "nicked off", "sloped off",
        "slunk off", "slinked off", "wandered off", "trotted off", "toddled off", "took a hike", "noped out",
        "peaced out", "clocked off", "clocked out", "checked out", "shot through", "bounced", "upped and left",
        "up and left", "got bored and left", "packed up and left", "left the room", "left the building",
        "left the party", "out the door", "out of here", "outta here", "moved out", "jogged on", "hopped it",
        "made off", "ran off", "vamoosed", "skedaddled", "cleared out",
    )
)  # fmt: skip
_FLED = frozenset(
    (
        "panic attack", "anxiety", "social anxiety", "sensory overload", "noise sensitivity", "light sensitivity",
        "claustrophobia", "agoraphobia", "overwhelm", "stress", "crying", "irritability", "anger",
    )
)  # fmt: skip
"""What people run from."""
_BESIDE = frozenset(
    (
        "has",
        "have",
        "had",
        "is",
        "'s",
        "finally",
        "just",
        "all",
        "now",
        "thankfully",
        "then",
        "eventually",
        "and",
    )
)
"""May stand between a symptom and the word that says it left."""
_HAS = frozenset(("has", "have"))
_IT = frozenset(("it", "its", "they", "that", "which"))
_BY_WHEN = frozenset(
    ("by", "after", "within", "around", "about", "since", "overnight", "before", "inside", "in")
)
_PLACED = frozenset(("in", "at", "on", "to", "into"))
_TIMES = frozenset(
    (
        "morning", "night", "evening", "afternoon", "waking", "early", "small", "middle", "first", "noon", "lunch",
        "midnight", "dawn", "breakfast", "dinner", "teatime", "bedtime", "my", "both",
    )
)  # fmt: skip
"""After "in" or "at", tell when or where on the body, and not where the writer was."""
_OWN_DOING = frozenset(
    ("i", "left", "dropped", "grabbed", "abandoned", "ditched", "ran", "legged", "dumped", "walked")
)


def is_writers(message: Message, mention: Mention, match: Match[str]) -> bool:
    """Tell "panic attack in Aldi, left the trolley and legged it" from "the migraine has legged it"."""
    words = message.words
    if " ".join(words[match.start : match.end]) not in _DEPARTURES:
        return False
    gap = words[mention.end : match.start]
    if _BESIDE.issuperset(gap) and "and" not in gap:
        return False
    own = message.word(match.start - 1) in _HAS and "i" not in gap
    if own or not _IT.isdisjoint(gap[-2:]) or message.word(match.end) in _BY_WHEN:
        return False
    return mention.name in _FLED or not _OWN_DOING.isdisjoint(gap) or _was_somewhere(gap)


def _was_somewhere(gap: list[str]) -> bool:
    """Tell whether a place that one can leave was named ("in church", "at the till")."""
    for index, word in enumerate(gap[:-1]):
        said = gap[index + 1 : index + 3]
        if word in _PLACED and _TIMES.isdisjoint(said) and said[0].isalpha():
            return True
    return False
