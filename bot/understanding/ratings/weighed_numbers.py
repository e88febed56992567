"""Numbers that no rule read: each is weighed by what stands around it, and one that rates is given to its symptom.

Rules know the ways of rating that somebody thought of; people find others ("same side as the headache, right. 7").
What each ground is worth was learned from our labelled updates (`tests/evals/weigh.py`), what the rules read among it.
"""

from bot.domain.recognition import Weights
from bot.understanding.cues import evidence
from bot.understanding.ratings import number_grounds, rating_counts, rating_scales
from bot.understanding.ratings.number_grounds import Number
from bot.understanding.words.message import Mention, Message

KINDS = ("rating",)
_WHOLE = frozenset(range(1, rating_scales.HIGHEST + 1))
_NEXT = 5
"""Words within which a symptom may follow its number."""


def rate(message: Message, weights: Weights) -> None:
    """Give what is left of the numbers in ``message`` to the symptoms that have none, where it weighs enough."""
    if not (message.unread and _unrated(message)):
        return
    around = number_grounds.Surroundings(message)
    for number in number_grounds.numbers(message):
        if number.start not in message.unread or number.value not in _WHOLE:
            continue
        worth = evidence.weigh(around.of(number), weights)[0]
        mention = _rated(message, number) if worth > 0 else None
        if mention is not None:
            mention.severity = int(number.value)


def _unrated(message: Message) -> list[Mention]:
    return [
        mention
        for mention in message.mentions
        if mention.severity is None and mention.severity_range is None and not mention.denied
    ]


def _rated(message: Message, number: Number) -> Mention | None:
    """Find the symptom: the last one of its sentence before it, the next one near, or the one that was told before.

    Where two were told before, nobody knows of which a number in a sentence of its own is.
    """
    unrated = [mention for mention in _unrated(message) if not _is_counted(message, mention, number)]
    sentence = message.sentence[number.start]
    beside = [mention for mention in unrated if message.sentence[mention.start] == sentence]
    before = [mention for mention in beside if mention.end <= number.start]
    following = [mention for mention in beside if number.end <= mention.start <= number.end + _NEXT]
    told = [mention for mention in unrated if mention.end <= number.start and not _is_weak(mention)]
    told = [
        mention for mention in told if message.sentence[mention.start] == message.sentence[told[-1].start]
    ]
    return next(iter((*before[-1:], *following[:1], *(told if len(told) == 1 else ()))), None)


def _is_weak(mention: Mention) -> bool:
    return mention.is_weak or mention.is_only_rated


def _is_counted(message: Message, mention: Mention, number: Number) -> bool:
    """Tell of "nosebleeds 2 left 1 right" that the numbers say how many; not of "3 migraines, all about 6"."""
    between = message.words[mention.end : number.start]
    return message.words[mention.end - 1] in rating_counts.TALLIED and "," not in between
