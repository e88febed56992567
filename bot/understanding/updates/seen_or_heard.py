"""What was seen or heard and was not there: "saw a man at the door as I dropped off", "heard my name, no one there".

Whoever sees shapes on the curtain seldom writes "hallucination". What tells it is that nothing was there, or that it
came on the edge of sleep.
"""

from collections.abc import Iterator, Sequence

from bot.understanding.words.message import Message

_SENSED = frozenset(("saw", "seeing", "see", "sees", "seen", "heard", "hearing", "hear"))
_SOMETHING = frozenset(
    (
        "a", "an", "someone", "somebody", "people", "things", "something", "shapes", "shadows", "figures", "faces",
        "spiders", "insects", "bugs", "cats", "animals", "children", "men", "women", "voices", "footsteps", "music",
        "my", "the", "two", "three", "lots", "little", "wee", "black", "small",
    )
)  # fmt: skip
_OWNED = frozenset(("my", "the"))
_NAMED = frozenset(
    ("name", "mum", "mam", "mom", "dad", "late", "dead", "wall", "walls", "curtain", "curtains")
)
"""After "my" or "the", may be seen or heard without being there; a doctor who was out is not."""
_BEINGS = frozenset(
    (
        "man", "woman", "person", "someone", "somebody", "people", "figure", "figures", "shadow", "shadows", "face",
        "faces", "child", "children", "girl", "boy", "spider", "spiders", "bug", "bugs", "shape", "shapes", "name",
        "voice", "voices", "insects", "stranger", "strangers", "men", "women", "footsteps", "music", "whispers",
    )
)  # fmt: skip
"""On the edge of sleep, are no more than a dream's; a film or a fox may have been there."""
_TO_BEING = 4
_RELATIVE = frozenset(("that", "who", "which"))
_NOT = frozenset(("wasnt", "werent", "isnt", "arent", "not", "never", "aint"))
_SMALL = frozenset(("really", "actually", "even", "be", "was", "were", "is", "are"))
_THERE = frozenset(("there", "real"))
_NOBODY = frozenset(("noone", "nobody", "nothing", "none"))
_TO_NOBODY = frozenset(("was", "were", "is", "of", "it", "them"))
_WHILE = frozenset(("as", "when", "while", "just", "whilst"))
_I = frozenset(("i", "was", "am", "is", "just", "im", "were"))
_GOING_OFF = frozenset(
    (
        ("dropped", "off"), ("dropping", "off"), ("drifted", "off"), ("drifting", "off"), ("nodded", "off"),
        ("nodding", "off"), ("dozed", "off"), ("dozing", "off"), ("fell", "asleep"), ("falling", "asleep"),
        ("woke", "up"), ("waking", "up"), ("going", "to"), ("falling", "off"), ("dropping", "to"), ("drifting", "to"),
    )
)  # fmt: skip
_WAKING = frozenset(("waking", "woke"))
_FARTHEST = 14
"""How many words may stand between what was seen and what tells that it was not there."""
_REALITY = frozenset(
    ("if", "whether", "to", "went", "go", "going", "come", "came", "cant", "couldnt", "didnt")
)
"""Before "see", make it a visit or a look."""


def find(message: Message) -> Iterator[tuple[str, int, int]]:
    """Give the hallucinations that ``message`` tells of without their name, and the tokens that tell of them."""
    if _SENSED.isdisjoint(message.words):
        return
    for index, word in enumerate(message.words):
        if word not in _SENSED or message.word(index - 1) in _REALITY:
            continue
        first = message.word(index + 1)
        if first not in _SOMETHING:
            continue
        end = min(message.sentence_end(index), index + _FARTHEST)
        owned = first in _OWNED and message.word(index + 2) not in _NAMED
        if _is_unreal(message.words[index + 1 : end], owned=owned):
            yield "hallucinations", index, index + 2


def _is_unreal(said: Sequence[str], *, owned: bool) -> bool:
    """Tell whether what follows "saw" tells of something that was not there; of ``owned`` things it must say so."""
    absent = _absent_at(said)
    if absent is not None:
        return not owned or not _RELATIVE.isdisjoint(said[:absent])
    being = not _BEINGS.isdisjoint(said[:_TO_BEING])
    return being and not owned and _is_on_edge_of_sleep(said)


def _absent_at(said: Sequence[str]) -> int | None:
    """Give where "wasn't there", "not real" or "no one there" begins; None where nothing like it is said."""
    for at, word in enumerate(said):
        nobody = word in _NOBODY or (word == "no" and said[at + 1 : at + 2] == ["one"])
        if word not in _NOT and not nobody:
            continue
        after = at + 1 + (word == "no")
        small = _TO_NOBODY if nobody else _SMALL
        while after < len(said) and said[after] in small:
            after += 1
        if after < len(said) and said[after] in _THERE:
            return at
    return None


def _is_on_edge_of_sleep(said: Sequence[str]) -> bool:
    """Tell "as I dropped off" and "when I was falling asleep"."""
    for at, word in enumerate(said):
        if word not in _WHILE:
            continue
        after = at + 1
        while after < len(said) and said[after] in _I | _WHILE:
            after += 1
        two = tuple(said[after : after + 2])
        sleep = two[1:] != ("to",) or said[after + 2 : after + 3] == ["sleep"]
        if (two in _GOING_OFF and sleep) or (two[:1] != () and two[0] in _WAKING):
            return True
    return False
