"""What is said not to be well: "sound is NOT ok", "balance isn't great", "my memory's not what it was".

The counterpart of `well_parts`: where a power is said to be poor, what takes it away is told, though nobody names it.
"Right" counts here as well, but not before "now"; and what is not too bad tells of nothing.
"""

from collections.abc import Iterator, Mapping

from bot.understanding.words.message import Message

_NOT = frozenset(("not", "isnt", "arent", "wasnt", "werent", "aint", "never", "hasnt", "havent"))
_IS = frozenset(
    (
        "is", "'s", "are", "was", "were", "has", "have", "been", "feels", "feel", "felt", "still", "just", "a", "bit",
        ":", "=", "definitely", "really", "seems", "today", "also", "again",
    )
)  # fmt: skip
"""May stand between a power and what is said of it."""
_QUITE = frozenset(
    ("so", "too", "very", "all", "that", "quite", "really", "particularly", "exactly", "at", "being", "been")
)
"""May stand between "not" and the word of being well."""
_WELL = frozenset(
    (
        "ok", "okay", "fine", "good", "great", "right", "normal", "brilliant", "fantastic", "clever", "grand",
        "wonderful", "itself", "perfect", "working", "functioning", "cooperating", "playing", "happening", "existent",
        "alright", "well", "steady", "sharp", "reliable",
    )
)  # fmt: skip
_POOR = frozenset(
    (
        "awful", "terrible", "rubbish", "poor", "rough", "shot", "horrendous", "atrocious", "dire", "shocking", "ropey",
        "ropy", "dodgy", "iffy", "pants", "crap", "shit", "shite", "dreadful", "lousy", "hopeless", "abysmal",
        "nonexistent", "cactus", "kaput", "bad", "worse", "wonky", "wobbly",
    )
)  # fmt: skip
_WHAT_IT_WAS = (["what", "it"], ["what", "they"], ["as", "it"], ["like", "it"], ["up", "to"])
_OF_ROOM = frozenset(("light", "lights", "sound", "sounds", "noise", "noises", "smells"))
"""May be those of a room or of a film, and count only where they are said not to be bearable, and no more."""
_BEARABLE = frozenset(("ok", "okay", "fine", "alright", "bearable", "tolerable"))
_OF_FOOD = frozenset(("taste", "smell"))
"""May be those of a dinner or a medicine, and count only where they are said not to be as they should."""
_AS_USUAL = frozenset(("right", "normal", "working", "itself"))
_CLOSES = frozenset(
    ("", ".", ",", "!", ";", "\n", "today", "now", "tonight", "at", "still", "again", ")", "yet", "-")
)
_OWN = frozenset(("my", "the", "me", "but", "and", "so", "usual", "whole", "hand", "arm", "leg"))
_OPENS = frozenset(("", ".", ",", "!", ";", "\n", "-", "(", ":", "/", "?"))
_POWERS: Mapping[str, str] = {
    "breathing": "shortness of breath",
    "speech": "speech trouble",
    "vision": "blurred vision",
    "eyesight": "blurred vision",
    "sight": "blurred vision",
    "hearing": "hearing loss",
    "swallowing": "trouble swallowing",
    "swallow": "trouble swallowing",
    "balance": "balance problems",
    "grip": "weakness",
    "strength": "weakness",
    "appetite": "loss of appetite",
    "mood": "low mood",
    "spirits": "low mood",
    "memory": "memory problems",
    "concentration": "trouble concentrating",
    "focus": "trouble concentrating",
    "energy": "fatigue",
    "thinking": "brain fog",
    "voice": "hoarse voice",
    "walking": "trouble walking",
    "coordination": "clumsiness",
    "taste": "taste changes",
    "smell": "loss of smell",
    "sleep": "insomnia",
    "light": "light sensitivity",
    "lights": "light sensitivity",
    "sound": "noise sensitivity",
    "sounds": "noise sensitivity",
    "noise": "noise sensitivity",
    "noises": "noise sensitivity",
    "smells": "smell sensitivity",
}
"""A power → what is told where it is poor."""


def find(message: Message) -> Iterator[tuple[str, int, int]]:
    """Give the symptoms that ``message`` tells of by what is not well, and the tokens that tell of them."""
    if _POWERS.keys().isdisjoint(message.words):
        return
    for position, word in enumerate(message.words):
        name = _POWERS.get(word)
        if name is None or not _is_subject(message, position):
            continue
        end = _poor_end(message, position)
        if end is not None:
            yield name, position, end


def _is_subject(message: Message, position: int) -> bool:
    """Tell the "balance" a clause is about from the one in "a good balance"."""
    return message.word(message.led(_OWN, position) - 1) in _OPENS


def _poor_end(message: Message, position: int) -> int | None:
    """Give where "isn't great" ends that is said of the power at ``position``; None where nothing like it is."""
    at = message.past(_IS, position + 1)
    word = message.word(at)
    if message.words[position] in _OF_ROOM:
        at += 1
        bearable = word in _NOT and message.word(at) in _BEARABLE and message.word(at + 1) in _CLOSES
        return at + 1 if bearable else None
    of_food = message.words[position] in _OF_FOOD
    if word in _POOR and not of_food:
        return at + 1
    if word not in _NOT:
        return None
    at = message.past(_QUITE, at + 1)
    if message.words[at : at + 2] in _WHAT_IT_WAS:
        return at + 2
    now = message.word(at) == "right" and message.word(at + 1) == "now"
    return at + 1 if message.word(at) in (_AS_USUAL if of_food else _WELL) and not now else None
