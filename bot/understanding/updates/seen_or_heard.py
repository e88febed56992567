"""What was seen or heard and was not there: "saw a man at the door as I dropped off", "heard my name, no one there".

Whoever sees shapes on the curtain seldom writes "hallucination". What tells it is that nothing was there, or that it
came on the edge of sleep.
"""

from collections.abc import Iterator, Sequence

from bot.understanding.words.message import SENTENCE_ENDS, Message

_SENSED = frozenset(("saw", "seeing", "see", "sees", "seen", "heard", "hearing", "hear"))
_BEINGS = frozenset(
    (
        "man", "woman", "person", "someone", "somebody", "people", "figure", "figures", "shadow", "shadows", "face",
        "faces", "child", "children", "girl", "boy", "spider", "spiders", "bug", "bugs", "shape", "shapes", "voice",
        "voices", "insects", "stranger", "strangers", "men", "women", "footsteps", "music", "whispers", "name",
    )
)  # fmt: skip
"""May be seen or heard without being there; of a crack, a dentist or a rash, other words are meant."""
_ANIMALS = frozenset(("cat", "cats", "dog", "dogs", "animal", "animals", "mouse", "mice", "rats", "things"))
"""May be there as one wakes, and need words that they were not."""
_OWN = frozenset(("name", "mum", "mam", "mom", "dad", "nan", "wall", "walls", "curtain", "curtains"))
"""Are so after "my" or "the"."""
_OWNED = frozenset(("my", "the"))
_TO_BEING = 4
_SAYING = frozenset(
    ("say", "says", "said", "saying", "tell", "telling", "claim", "claiming", "think", "about")
)
_RELATIVE = frozenset(("that", "who", "which"))
_NOT = frozenset(("wasnt", "werent", "isnt", "arent", "not", "never", "aint"))
_SMALL = frozenset(("really", "actually", "even", "be", "was", "were", "is", "are", "'s"))
_THERE = frozenset(("there", "real"))
_NOBODY = frozenset(("noone", "nobody", "nothing", "none"))
_TO_NOBODY = frozenset(("was", "were", "is", "of", "it", "them"))
_BEFORE_NOBODY = frozenset((",", "but", "and", "-", "when", "with"))
_CLOSES = frozenset((",", "and", "but", "again", ")"))
_WHILE = frozenset(("as", "when", "while", "just", "whilst"))
_I = frozenset(("i", "was", "am", "is", "just", "im", "were"))
_GOING_OFF = frozenset(
    (
        ("dropped", "off"), ("dropping", "off"), ("drifted", "off"), ("drifting", "off"), ("nodded", "off"),
        ("nodding", "off"), ("dozed", "off"), ("dozing", "off"), ("fell", "asleep"), ("falling", "asleep"),
        ("woke", "up"), ("waking", "up"), ("falling", "off"),
    )
)  # fmt: skip
_TO_SLEEP = frozenset(("going", "dropping", "drifting", "getting"))
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
        said = message.words[index + 1 : min(message.sentence_end(index), index + _FARTHEST)]
        first = said[:_TO_BEING]
        owned = first[:1] != [] and first[0] in _OWNED
        absent = _absent_to(said)
        if absent is not None and not (_OWN if owned else _BEINGS | _ANIMALS).isdisjoint(first):
            yield "hallucinations", index, index + 1 + absent  # its "weren't there" denies nothing
        elif (not owned or "name" in first) and not _BEINGS.isdisjoint(first) and _is_on_edge_of_sleep(said):
            yield "hallucinations", index, index + 2


def _absent_to(said: Sequence[str]) -> int | None:
    """Give where "wasn't there", "not real" or "no one there" ends; None where nothing like it closes a clause."""
    for at, word in enumerate(said):
        nobody = word in _NOBODY or (word == "no" and said[at + 1 : at + 2] == ["one"])
        if word not in _NOT and not nobody:
            continue
        after = at + 1 + (word == "no")
        small = _TO_NOBODY if nobody else _SMALL
        while after < len(said) and said[after] in small:
            after += 1
        if after < len(said) and said[after] in _THERE and _is_closed(said, after + 1):
            real = said[after] == "real"
            return after + 1 if _is_of_it(said[:at], nobody=nobody, real=real) else None
    return None


def _is_of_it(led: Sequence[str], *, nobody: bool, real: bool) -> bool:
    """Tell whether it is what was seen, and no other subject, that is said not to be there after ``led``."""
    if not led or not _SAYING.isdisjoint(led):
        return False
    if nobody:
        return led[-1] in _BEFORE_NOBODY
    subjects = ("it", "they", ",", "knew", "but") if real else ()
    verbless = led[:-1] if led[-1] in _SMALL else led  # "it was not real"
    return verbless[-1:] != [] and (verbless[-1] in _RELATIVE or verbless[-1] in subjects)


def _is_on_edge_of_sleep(said: Sequence[str]) -> bool:
    """Tell "as I dropped off" and "when I was falling asleep" from one who dropped off the kids."""
    for at, word in enumerate(said):
        if word not in _WHILE:
            continue
        after = at + 1
        while after < len(said) and said[after] in _I | _WHILE:
            after += 1
        first, second = (*said[after : after + 2], "", "")[:2]
        if first in _TO_SLEEP and said[after + 1 : after + 3] == ["to", "sleep"]:
            return True
        pair = (first, second) in _GOING_OFF
        if (pair or first in _WAKING) and _is_closed(said, after + 1 + pair):
            return True
    return False


def _is_closed(said: Sequence[str], position: int) -> bool:
    """Tell whether nothing more of the same clause stands at ``position``."""
    return position >= len(said) or said[position] in _CLOSES | SENTENCE_ENDS
