"""Symptoms that no rule denies: each is weighed by what stands around it, and one that is surely over is denied.

Rules know the ways of saying no that somebody thought of; people find others ("shakes done quit", "the hug is off me").
What each ground is worth was learned from our labelled updates and from sentences written for it
(`tests/evals/weigh.py`), what the rules say among it. A symptom with a number stays: it is there.
"""

from bot.domain.recognition import Weights
from bot.understanding.cues import evidence
from bot.understanding.denials import carried_denials, denial_grounds
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

KINDS = ("denied",)


def deny(lexicon: Lexicon, message: Message, weights: Weights) -> None:
    """Deny what is told of in ``message`` as something that is not there, where that weighs enough."""
    doubtful = [
        mention
        for mention in message.mentions
        if may_be_weighed(mention) and not mention.denied and mention.severity_range is None
    ]
    if not doubtful:
        return
    around = denial_grounds.Surroundings(message)
    over = [mention for mention in doubtful if evidence.weigh(around.of(mention), weights)[0] > 0]
    there = {mention.name for mention in message.mentions if not mention.denied and mention not in over}
    for mention in over:
        if mention.name not in there:  # "bleeding heavy, no clots": one name for both
            mention.denied = True
            carried_denials.name_as_denied(lexicon, message, mention)


def may_be_weighed(mention: Mention) -> bool:
    """Tell what names a symptom by itself from what counts only beside something, and from what has a number."""
    halved = mention.is_weak or mention.is_only_rated or mention.decorates is not None
    return not halved and mention.severity is None
