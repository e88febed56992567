"""Of what kind the thing at each token of a message is, for readers that learn from what stands beside what."""

from bot.understanding.words.message import Message

SYMPTOM, PLACE, MEDICINE = "@symptom", "@place", "@medicine"


def kinds(message: Message) -> dict[int, str]:
    """Tell of each token of a thing what kind of thing it is; of a symptom before all else."""
    found = dict[int, str]()
    for thing in message.things:
        value = thing.value
        kind = SYMPTOM if value.symptom else PLACE if value.part else MEDICINE if value.medicine else ""
        if kind:
            found.update(dict.fromkeys(range(thing.start, thing.end), kind))
    for mention in message.mentions:
        found.update(dict.fromkeys(range(mention.start, mention.end), SYMPTOM))
    return found
