"""What is said of a thing and of nobody: "the drawer is stiff", "a weak signal", "the car broke down"."""

from bot.understanding.words import clauses
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_COPULAS = frozenset(
    (
        "is", "'s", "was", "are", "were", "has", "had", "have", "been", "being", "be", "gets", "getting", "got",
        "feels", "felt", "looks", "looked", "looking", "running", "seems", "went", "gone",
        "isnt", "wasnt", "arent",
    )
)  # fmt: skip
_BETWEEN = _COPULAS | {
    "a", "an", "the", "so", "too", "very", "really", "all", "still", "again", "bit", "just", "pretty", "quite",
    "completely", "totally", "absolutely", "well", "truly", "now", "already", "only", "both", "fairly", "always",
}  # fmt: skip
"""May stand between a thing and what is said of it."""
_OWN_VERBS = frozenset(("broke", "breaks", "breaking", "broken", "died", "crashed", "froze"))
"""Are said of a thing without any copula ("the car broke down")."""
_DETERMINERS = frozenset(
    (
        "a", "an", "the", "that", "this", "these", "those", "our", "my", "some", "his", "her", "their", "such",
        "your", "every", "another", "same", "old", "stupid", "bloody", "damn",
    )
)  # fmt: skip
_BEFORE_SUBJECT = _DETERMINERS | {
    "one",
    "both",
    "school",
    "work",
    "hospital",
    "new",
    "kitchen",
    "front",
    "back",
    "bathroom",
    "bp",
    "big",
    "whole",
    "little",
}
_SENSED = frozenset(
    (
        "vertigo", "dizziness", "blurred vision", "double vision", "light sensitivity", "sound sensitivity",
        "visual disturbance", "smell sensitivity", "sensory overload", "touch sensitivity", "hallucinations",
    )
)  # fmt: skip
"""Are told by how things look or sound to who has them ("the room is spinning", "the screen was a blur")."""
_AMOUNTS = (
    ["amount", "of"],
    ["number", "of"],
    ["array", "of"],
    ["pile", "of"],
    ["list", "of"],
    ["sum", "of"],
)
"""After "dizzying" and its like, tell how many there are."""
_CURSES = ["bleeding"]
_OF_FLESH = frozenset(("sore", "itchy", "itching", "achy", "tender"))
"""Are said of what is worn or in one's body, for which a thing stands ("my pump is sore")."""
_NEAR = 2
_ME = frozenset(("me", "my", "myself"))


def is_of_one(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the stiffness of a drawer and the fever of a laptop from those of who writes."""
    if mention.body_part or mention.severity is not None:
        return False
    return _is_called_so(lexicon, message, mention) or _is_said_of_subject(lexicon, message, mention)


def _is_called_so(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "that stiff drawer" and "bleeding landlord" from one who is stiff or bleeds."""
    said, led = message.words[mention.start : mention.end], message.word(mention.start - 1)
    if lexicon.tells("objects", said[:1]) and lexicon.tells("objects", (led,)):
        return True  # "the phone battery is flat"
    if said[-1].endswith("ing") and message.words[mention.end : mention.end + 2] in _AMOUNTS:
        return True
    cursed = said == _CURSES and not mention.denied
    follows = slice(mention.end, mention.end + 1)
    if cursed and not lexicon.people.isdisjoint(message.stems[follows]):
        return True
    return (led in _DETERMINERS or cursed) and lexicon.tells("objects", message.words[follows])


def _is_said_of_subject(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    at = message.led(_BETWEEN, mention.start) - 1
    said = message.words[at + 1 : mention.start]
    if at < 0 or mention.name in _SENSED or not lexicon.tells("objects", (message.words[at],)):
        return False
    if message.words[mention.start] in _OF_FLESH:
        return False
    if _COPULAS.isdisjoint(said) and (said or message.words[mention.start] not in _OWN_VERBS):
        return False
    told = message.words[mention.end : mention.end + _NEAR]
    return _is_subject(lexicon, message, at) and _ME.isdisjoint(told)


def _is_subject(lexicon: Lexicon, message: Message, at: int) -> bool:
    """Tell the drawer of "that kitchen drawer is stiff" from "in the car was sick" and "washed the car was faint"."""
    while at > 0 and (
        message.words[at - 1] in _BEFORE_SUBJECT or lexicon.tells("objects", (message.words[at - 1],))
    ):
        at -= 1
    return clauses.opens(message, at)
