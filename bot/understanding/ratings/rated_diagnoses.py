"""A diagnosis that was given a number is how bad it is that day ("fibro 6 today", "7 for the lupus").

Named alone it tells nothing of the day, and so what no number stands beside is left out before anything is read of it.
"""

from bot.understanding.words.message import Mention, Message

_FARTHEST_BEFORE = 3
"""How many words may lie between a number and the diagnosis it is for ("7 for the lupus")."""


def keep_rated(message: Message) -> None:
    """Leave out the diagnoses of ``message`` that none of its ratings is of."""
    if any(mention.is_diagnosis for mention in message.mentions):
        message.mentions = [
            one for one in message.mentions if not one.is_diagnosis or _is_rated(message, one)
        ]


def _is_rated(message: Message, diagnosis: Mention) -> bool:
    """Tell the "ra" of "ra 5 today" from that of "ra for years, hands 5"."""
    first, last = message.sentence_start(diagnosis.start), message.sentence_end(diagnosis.start)
    told = [
        thing.end
        for thing in message.things
        if diagnosis.end < thing.end <= last and (thing.value.part or thing.value.kind == "symptom")
    ]
    told += [one.end for one in message.mentions if diagnosis.end < one.end <= last]
    following = min(told, default=last)
    return any(
        diagnosis.end <= rating.start < following
        or (first <= rating.start and 0 <= diagnosis.start - rating.end <= _FARTHEST_BEFORE)
        for rating in message.ratings
    )
