"""The "no" that answers: "asked about rashes and fever and I said no to all of them", "no the nausea was 5".

The question puts the symptoms under a doubt that the answer takes away, so they are denied and are the writer's own.
A "no" that corrects what was understood denies nothing.
"""

from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_ALL = (
    ("all",), ("both",), ("the", "lot"), ("every", "one"), ("everything",), ("each",), ("any", "of"), ("those",),
    ("that",), ("them",),
)  # fmt: skip
_ASKED = frozenset(
    ("about", "asked", "asking", "any", "had", "if", "whether", "re", "check", "checked", "through")
)
_CORRECTING = frozenset(
    (
        "the", "my", "it", "its", "i", "im", "ive", "that", "thats", "there", "we", "was", "sorry", "wait",
        "actually",
    )
)  # fmt: skip
"""Right after "no", make it an answer or a correction that denies nothing ("no the nausea was 5")."""
_NO = frozenset(("no", "none", "nope", "nah", "negative", "never", "neither"))
_SAID = frozenset(("said", "answered"))
_EXAMINED = frozenset(("checked", "looked", "tested", "screened"))
_ABOUT = frozenset(("about", "if", "whether", "re", "me", "after"))
"""After "asked", begin what a "none" at the end of the sentence answers."""
_FARTHEST_BACK = 1
"""How many sentences back the question may be ("They asked about rashes and fever. No to both")."""


def deny(message: Message) -> None:
    """Deny what a "no to all" in ``message`` answers."""
    if "what" in message.words:
        _deny_laughed_at(message)
    for position, word in enumerate(message.words):
        if word not in _NO or not (_is_to_all(message, position) or _is_said(message, position)):
            continue
        start = _question_start(message, position)
        for mention in message.mentions:
            if start is not None and start <= mention.start and mention.end <= position:
                mention.denied = mention.is_answered = True


def _is_to_all(message: Message, position: int) -> bool:
    """Tell "no to all of them" and "no to the lot" from "no to the operation"."""
    if message.words[position : position + 2] != ["no", "to"]:
        return False
    said = tuple(message.words[position + 2 : position + 4])
    return any(said[: len(way)] == way for way in _ALL)


def _is_said(message: Message, position: int) -> bool:
    """Tell the answer in "nurse asked about chest pain, I said none" and "checked for swelling, none"."""
    if message.word(position + 1).isalnum():
        return False
    if message.word(position - 1) in _SAID:
        return message.word(position - 2) in ("i", "and", ",")
    return message.word(position - 1) in (",", "-") and _is_examined(message, position)


def _is_examined(message: Message, position: int) -> bool:
    """Tell "asked about bleeding" and "checked me for swelling" from "asked for pain relief"."""
    words = message.words[message.sentence_start(position) : position]
    return any(
        (word == "asked" and words[at + 1] in _ABOUT)
        or (word in _EXAMINED and "for" in words[at + 1 : at + 4])
        for at, word in enumerate(words[:-1])
    )


def _question_start(message: Message, position: int) -> int | None:
    """Give where what was asked begins: after the word of asking, in this sentence or the one before it."""
    floor = message.sentence_start(position)
    for _ in range(_FARTHEST_BACK + 1):
        asked = [index for index in range(floor, position) if message.words[index] in _ASKED]
        if asked:
            return asked[0]
        if floor == 0:
            return None
        floor = message.sentence_start(floor - 1)
    return None


def _deny_laughed_at(message: Message) -> None:
    laughed_at = {mention.name for mention in message.mentions if _is_what(message, mention)}
    for mention in message.mentions:
        if mention.name in laughed_at:
            mention.denied = mention.is_answered = True


def _is_what(message: Message, mention: Mention) -> bool:
    """Tell "pain? what pain", which laughs at the question."""
    asked = message.words[mention.start : mention.end]
    return message.words[mention.end : mention.end + 2 + len(asked)] == ["?", "what", *asked]


def is_correction(message: Message, match: Match[str]) -> bool:
    """Tell the "no" of "no, it was the knee" and "no i have a headache" from the "no" of "no headache"."""
    return message.words[match.start : match.end] == ["no"] and message.word(match.end) in _CORRECTING
