"""Lists in which every name is followed by its answer: "headache no nausea no fatigue yes", "rash ✗ itch ✓".

Without a mark between them, a "no" could as well be said of the name after it. Where a sentence begins with a name and
ends with an answer, each answer is of the name before it; where it begins with a "0" and ends with a name, the other
way round ("0 pain 0 nausea").
"""

from bot.understanding.message import SENTENCE_ENDS, Mention, Message

_NO = frozenset(
    ("no", "nope", "nil", "none", "zip", "zero", "nah", "neg", "nada", "✗", "✘", "✖", "❌", "❎", "0")
)
_YES = frozenset(("yes", "y", "yep", "yeah", "yup", "✓", "✔", "✅", "☑"))
_LEAST = 2


def deny(message: Message) -> set[int]:
    """Deny what its answer says is not there; give the tokens of all answers, which deny nothing else."""
    answers: set[int] = set()
    by_sentence: dict[int, list[Mention]] = {}
    for mention in message.mentions:
        by_sentence.setdefault(message.sentence[mention.start], []).append(mention)
    for mentions in by_sentence.values():
        if len(mentions) >= _LEAST:
            answers |= _after(message, mentions) or _before(message, mentions)
    return answers


def _after(message: Message, mentions: list[Mention]) -> set[int]:
    """Read "headache no nausea no fatigue yes 5", from the first token of a sentence to its last."""
    start, end = message.sentence_start(mentions[0].start), message.sentence_end(mentions[0].start)
    follows = [*(mention.start for mention in mentions[1:]), end]
    if mentions[0].start != start:
        return set()
    found: set[int] = set()
    for mention, following in zip(mentions, follows, strict=True):
        gap = [word for word in message.words[mention.end : following] if word not in SENTENCE_ENDS]
        told = gap[:1] != [] and (_is_no(message, mention.end) or gap[0] in _YES or gap[0].isdecimal())
        if not told or (len(gap) > 1 and not (gap[0] in _YES and len(gap) == _LEAST and gap[1].isdecimal())):
            return set()
        found.add(mention.end)
    denied = [mention for mention in mentions if _is_no(message, mention.end)]
    for mention in mentions:
        mention.denied = mention in denied
    return found if denied else set()


def _before(message: Message, mentions: list[Mention]) -> set[int]:
    """Read "0 pain 0 nausea 0 dizziness"."""
    start, end = message.sentence_start(mentions[0].start), message.sentence_end(mentions[0].start)
    opened = [start, *(mention.end for mention in mentions[:-1])]
    gaps = [message.words[at : mention.start] for at, mention in zip(opened, mentions, strict=True)]
    rest = [word for word in message.words[mentions[-1].end : end] if word not in SENTENCE_ENDS]
    if rest or any(gap not in (["0"], [",", "0"]) for gap in gaps):
        return set()
    for mention in mentions:
        mention.denied = True
    return {mention.start - 1 for mention in mentions}


def _is_no(message: Message, position: int) -> bool:
    """Tell a "no", and the "n" that is short for it, at ``position``."""
    return message.words[position] in _NO or message.quote(position, position + 1).lower() == "n"
