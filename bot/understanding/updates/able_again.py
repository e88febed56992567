"""What the writer can do again: "can taste my coffee again", "can finally swallow", "can breathe through my nose".

To be glad of a power is to say that what took it away is over, without its name.
"""

from collections.abc import Mapping

from bot.understanding.body import sides
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_CAN = frozenset(("can", "could"))
_GLAD = frozenset(("finally", "actually"))
_SMALL = _GLAD | {"now", "just", "nearly", "properly", "fully"}
_POWERS: Mapping[str, str] = {
    "taste": "loss of taste",
    "smell": "loss of smell",
    "swallow": "trouble swallowing",
    "see": "blurred vision",
    "hear": "hearing loss",
    "feel": "numbness",
    "think": "brain fog",
    "concentrate": "trouble concentrating",
    "focus": "trouble concentrating",
    "breathe": "shortness of breath",
    "walk": "trouble walking",
    "wee": "trouble urinating",
    "pee": "trouble urinating",
}
_NOSE = frozenset(("nose", "nostril", "nostrils"))
_MINE = frozenset(("i", "and", "but", "now", "also", "finally"))
_DOUBTED = frozenset(
    (
        "if", "until", "till", "til", "before", "when", "so", "wish", "hope", "hoping", "hopefully", "that", "not",
        "only", "once", "want", "barely", "hardly", "why", "how", "where", "everything", "all", "people", "you", "he",
        "she", "they", "what", "almost",
    )
)  # fmt: skip
"""Before "can", leave the power away, or another's."""
_PARTLY = frozenset(
    ("but", "bit", "little", "partly", "almost", "nearly", "barely", "if", "when", "until", "?")
)
_OWN = frozenset(("my", "the", "both", "left", "right", "all"))
_GOES_NUMB = frozenset(
    ("foot", "toe", "big toe", "leg", "hand", "finger", "thumb", "arm", "face", "lip", "tongue", "cheek")
)
_AT_ONCE = frozenset(("see", "hear", "walk"))
"""What one can do again is as often to hear a neighbour: "again" must follow at once."""
_FARTHEST = 7
_BEFORE = 3


def find(lexicon: Lexicon, message: Message, told: set[int]) -> list[Mention]:
    """List what is denied in ``message`` by a power that is back; ``told`` are the tokens that were read."""
    words = message.words
    if _CAN.isdisjoint(words):
        return []
    found: list[Mention] = []
    for position, word in enumerate(words):
        at = message.past(_SMALL, position + 1)
        name = _POWERS.get(message.word(at)) if word in _CAN else None
        led, before = words[max(0, position - _BEFORE) : position], message.word(position - 1)
        mine = not before.isalnum() or before in _MINE
        if name is None or at in told or not mine or not _DOUBTED.isdisjoint(led):
            continue
        rest = words[at + 1 : min(message.sentence_end(at), at + 1 + _FARTHEST)]
        back = _back(rest[:1] if words[at] in _AT_ONCE else rest)
        if not (back or not _GLAD.isdisjoint(words[position:at])) or not _PARTLY.isdisjoint(rest):
            continue
        mention = _denied(lexicon, message, (name, position, at), rest)
        if mention is not None:
            mention.is_answered = True  # a sentence that opens with "can" asks nothing here
            found.append(mention)
    return found


def _back(rest: list[str]) -> bool:
    """Tell "again" and "at last" from anything else one can do."""
    at_last = any(word == "at" and rest[at + 1 : at + 2] == ["last"] for at, word in enumerate(rest))
    return "again" in rest or at_last or "finally" in rest or rest in (["properly"], ["clearly"])


def _denied(
    lexicon: Lexicon, message: Message, power: tuple[str, int, int], rest: list[str]
) -> Mention | None:
    """Name what the power that is back had been taken by, and its place where a part is felt again."""
    name, start, verb = power
    if message.words[verb] == "feel":
        at = message.past(_OWN, verb + 1)
        part = lexicon.part_of_stem.get(message.stems[at]) if at < len(message.stems) else None
        felt = part is not None and part.name in _GOES_NUMB and _back(message.words[at + 1 : at + 3])
        where = sides.place(sides.around(message.words, at, at + 1), part) if part and felt else None
        return Mention(name, lexicon.symptoms[name], start, at + 1, where, denied=True) if felt else None
    if message.words[verb] == "breathe" and not _NOSE.isdisjoint(rest):
        name = "stuffy nose"
    term = lexicon.symptoms.get(name)
    return Mention(name, term, start, verb + 1, denied=True) if term is not None else None
