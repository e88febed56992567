"""Words that only say what a medicine comes as: the suppository of "suppository diazepam", the drops of a sore eye.

Alone, a suppository is a laxative; beside another medicine it is how that one was taken. Bare "drops" are a medicine
only where an eye or an ear is spoken of: a pressure drops too.
"""

from dataclasses import replace

from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_COMES_AS = frozenset(("suppository", "suppositories", "suppos", "enema", "enemas"))
_SMALL = frozenset(("of", "my", "the", "x"))
_MOST_BETWEEN = 3
_DROPS = ["drops"]
_EYES = frozenset(
    (
        "eye", "eyes", "eyelid", "eyelids", "lids", "uveitis", "iritis", "conjunctivitis", "blepharitis", "sjogrens",
        "glaucoma", "cataract", "scleritis",
    )
)  # fmt: skip
_EARS = frozenset(("ear", "ears", "earache", "otitis"))
_BEFORE_DROPS = (
    SENTENCE_ENDS
    | frozenset(
        (",", "and", "&", "+", "-", "with", "after", "despite", "since", "on", "in", "no", "more", "extra")
    )
    | frozenset(
        (
            "my",
            "the",
            "some",
            "those",
            "these",
            "used",
            "using",
            "put",
            "took",
            "had",
            "did",
            "forgot",
            "missed",
        )
    )
    | frozenset(("x", "of", "usual", "steroid", "doing", "needed", "without", "then", "plus", "still"))
)
"""Before "drops", leave it no verb."""


def meant(lexicon: Lexicon, message: Message, medicines: list[Match[Thing]]) -> list[Match[Thing]]:
    """Leave out what only says how another of ``medicines`` is taken, and bare drops that are for no eye."""
    return [
        replace(match, value=replace(match.value, kind="medicine")) if _is_drops(message, match) else match
        for match in medicines
        if not (_is_form(lexicon, message, match, medicines) or _falls(message, match))
    ]


def _is_form(lexicon: Lexicon, message: Message, match: Match[Thing], medicines: list[Match[Thing]]) -> bool:
    """Tell the suppository of another medicine, with at most its amount between, from one of its own."""
    if not _COMES_AS.issuperset(message.words[match.start : match.end]):
        return False
    gaps = [(one.end, match.start) if one.end <= match.start else (match.end, one.start) for one in medicines]
    return any(
        0 <= end - start <= _MOST_BETWEEN
        and all(
            word[0].isdecimal() or word in lexicon.units or word in _SMALL
            for word in message.words[start:end]
        )
        for (start, end), one in zip(gaps, medicines, strict=True)
        if one is not match
    )


def _is_drops(message: Message, match: Match[Thing]) -> bool:
    return message.words[match.start : match.end] == _DROPS


def _falls(message: Message, match: Match[Thing]) -> bool:
    """Tell "my pressure drops" and drops for nothing that was told from "eyes 4, dry, drops x6"."""
    if not _is_drops(message, match):
        return False
    led = message.word(match.start - 1)
    bare = match.start == 0 or led in _BEFORE_DROPS or led[0].isdecimal()
    return not bare or _EYES.isdisjoint(message.words) or not _EARS.isdisjoint(message.words)
