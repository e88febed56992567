"""Whether a sentence that names a medicine asks, tells, or speaks of what another gave.

"How long does X take" asks; "did the preventer both times" tells, though it opens as a question does; "hubby gave me
two of his codeine" tells what the writer took of another's.
"""

from bot.understanding.lexicon import Thing
from bot.understanding.matching import Match
from bot.understanding.medicine_doings import GIVEN
from bot.understanding.message import SENTENCE_ENDS, Message

_BREAKS = SENTENCE_ENDS | frozenset((",", "but", "so", "because", "then", "(", ")"))
_ASKS = frozenset(
    ("should", "can", "could", "do", "does", "is", "are", "would", "will", "may", "shall", "am")
)
_ASKS_WHAT = frozenset(("how", "what", "when", "where", "which", "who", "why"))
_ASKED = frozenset(
    (
        "i", "you", "we", "they", "it", "he", "she", "the", "my", "this", "that", "these", "anyone",
        "anybody", "there", "any", "people", "your",
    )
)  # fmt: skip
"""After "should", "does" or "is" at its start, make a sentence a question."""
_ASKS_ON = _ASKS | frozenset(("long", "much", "many", "often", "soon", "about", "if", "happens", "time"))


def is_question(message: Message, position: int) -> bool:
    """Tell whether the sentence at ``position`` asks something: "should I be taking", "how long does X take"."""
    first = message.sentence_start(position)
    opening = message.words[first : first + 2]
    if len(opening) < 2 or first + 1 > position:
        return False
    asks = opening[0] in _ASKS and (opening[1] in _ASKED or first + 1 == position)
    return asks or (opening[0] in _ASKS_WHAT and opening[1] in _ASKS_ON)


def is_told(message: Message, position: int) -> bool:
    """Tell "took the X?" and "did the preventer twice", which tell of what was done, from a question about it."""
    first, last = message.sentence_start(position), message.sentence_end(position)
    if message.words[first] in GIVEN:
        return True
    clause = max((at + 1 for at in range(first, position) if message.words[at] in _BREAKS), default=first)
    return message.words[clause] == "did" and message.words[last - 1] != "?"


def is_borrowed(message: Message, match: Match[Thing]) -> bool:
    """Tell whether another's medicine was taken by the writer ("hubby gave me two of his codeine")."""
    first = message.sentence_start(match.start)
    words = message.words[first : match.start]
    for index, word in enumerate(words):
        if word == "gave" and words[index + 1 : index + 2] == ["me"]:
            return True
        if word in GIVEN and (index == 0 or words[index - 1] == "i"):
            return True
    return False
