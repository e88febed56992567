"""What a bare "discharge" comes from: told beside an ear, an eye, a nose or a wound it is theirs.

Alone it is what a pelvis tells of; people who write "ear ache 5, no discharge" mean the ear.
"""

from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Message

_BARE = (["discharge"], ["watery", "discharge"], ["smelly", "discharge"])
_FROM = {"ear": "ear discharge", "eye": "eye discharge", "nose": "runny nose"}
_FROM_WORD = dict.fromkeys(
    ("wound", "incision", "stitches", "dressing", "scar", "ulcer", "cut", "graze"), "weeping skin"
)


def settle(lexicon: Lexicon, message: Message) -> None:
    """Name each discharge of ``message`` by what was told last before it."""
    for mention in message.mentions:
        if message.words[mention.start : mention.end] not in _BARE or mention.is_taught:
            continue
        meant = _told_before(message, mention.start)
        term = lexicon.symptoms.get(meant) if meant is not None else None
        if term is not None:
            mention.name, mention.term, mention.body_part = term.name, term, term.body_part


def _told_before(message: Message, position: int) -> str | None:
    """Give the name of what comes from the last place or wound before ``position``."""
    places = {one.start: one.body_part for one in message.mentions if one.body_part and one.start < position}
    places |= {
        thing.start: thing.value.part.name
        for thing in message.things
        if thing.value.part and thing.start < position
    }
    for at in range(position - 1, -1, -1):
        if message.words[at] in _FROM_WORD:
            return _FROM_WORD[message.words[at]]
        part = places.get(at)
        if part is not None:
            return _FROM.get(part.rpartition(" ")[2])
    return None
