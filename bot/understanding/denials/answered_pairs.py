"""Lists in which every name is followed by its answer: "headache no nausea no fatigue yes", "rash ✗ itch ✓".

Without a mark between them, a "no" could as well be said of the name after it. Where a sentence begins with a name and
ends with an answer, each answer is of the name before it; where it begins with a "0", the other way round ("0 pain, 0
nausea, just wrecked").
"""

from itertools import pairwise, takewhile

from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_NO = frozenset(
    ("no", "nope", "nil", "none", "zip", "zero", "nah", "neg", "nada", "✗", "✘", "✖", "❌", "❎", "0")
)
_YES = frozenset(("yes", "y", "yep", "yeah", "yup", "✓", "✔", "✅", "☑"))
_DEGREES = frozenset(("mild", "moderate", "severe", "bad", "terrible", "awful", "slight", "some"))
_TODAY = frozenset(("today", "tonight", "now"))
_LEAST = 2
_LEADING = frozenset(
    (
        "today",
        "so",
        "far",
        "now",
        "still",
        "and",
        "but",
        "with",
        "had",
        "have",
        "got",
        "i",
        "this",
        "morning",
        ",",
    )
)
"""May stand before the first "0" of a row."""
_LONGEST_PLACE = 5


def deny(message: Message) -> set[int]:
    """Deny what its answer says is not there; give the tokens of all answers, which deny nothing else."""
    answers: set[int] = set()
    by_sentence: dict[int, list[Mention]] = {}
    for mention in message.mentions:
        by_sentence.setdefault(message.sentence[mention.start], []).append(mention)
    for number, mentions in by_sentence.items():
        if len(mentions) >= _LEAST:
            start, end = message.bounds[number]
            answers |= _after(message, mentions, start, end) or _before(message, mentions, start)
    return answers


def _after(message: Message, mentions: list[Mention], start: int, end: int) -> set[int]:
    """Read "headache no nausea no fatigue yes 5", from the first token of a sentence to its last."""
    follows = [*(mention.start for mention in mentions[1:]), end]
    if mentions[0].start != start or not all(
        _is_answer(message, mention.end, following)
        for mention, following in zip(mentions, follows, strict=True)
    ):
        return set()
    if message.word(mentions[-1].end).isdecimal() and any(_is_and(message, mention) for mention in mentions):
        return set()
    for mention in mentions:
        mention.denied = _is_no(message, mention.end)
    return {mention.end for mention in mentions} if any(mention.denied for mention in mentions) else set()


def _is_and(message: Message, mention: Mention) -> bool:
    """Tell the "n" of "bloating n cramps 5", which joins, from that of "bloating n, cramps n"."""
    joins = message.words[mention.end] == "and" and _is_no(message, mention.end)
    return joins and message.word(mention.end + 1) != ","


def _is_answer(message: Message, start: int, end: int) -> bool:
    """Tell whether tokens ``start`` up to ``end`` say "no", "5", "yes" or "yes 5", and no more."""
    said = [word for word in _in_sentence(message, start, end) if word != "," and word not in _TODAY]
    yes = said[:1] != [] and said[0] in _YES
    if yes:
        del said[0]
    rated = len(said) == 1 and (said[0].isdecimal() or said[0] in _DEGREES)
    alone = rated or (len(said) == 1 and not yes and _is_no(message, start))
    return alone or (yes and not said)


def _before(message: Message, mentions: list[Mention], start: int) -> set[int]:
    """Read "0 pain 0 nausea" and "0 pain in the knees, 0 swelling", whatever is told after them."""
    if not _LEADING.issuperset(message.words[start : mentions[0].start - 1]):
        return set()
    row = list(takewhile(lambda mention: message.words[mention.start - 1] == "0", mentions))
    gaps = [message.words[one.end : after.start - 1] for one, after in pairwise(row)]
    if len(row) < _LEAST or not all(gap == [] or _ends_at_comma(gap) for gap in gaps):
        return set()
    for mention in row:
        mention.denied = True
    return {mention.start - 1 for mention in row}


def _ends_at_comma(gap: list[str]) -> bool:
    """Tell the "in the knees," of "0 pain in the knees, 0 swelling" from what rates or tells something else."""
    return gap[-1] == "," and len(gap) <= _LONGEST_PLACE and not any(word.isdecimal() for word in gap)


def _in_sentence(message: Message, start: int, end: int) -> list[str]:
    """Give tokens ``start`` up to ``end`` without the marks that end a sentence."""
    return [word for word in message.words[start:end] if word not in SENTENCE_ENDS]


def _is_no(message: Message, position: int) -> bool:
    """Tell a "no", and the "n" that is short for it, at ``position``."""
    return message.words[position] in _NO or message.quote(position, position + 1).lower() == "n"
