"""Another's illness where the other is told last or by the door: "sick as a dog she is", "next door had the bug"."""

from bot.understanding.whose import proxies
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_OTHERS = frozenset(("he", "she", "they"))
_TAGS = frozenset(("is", "was", "are", "were", "has", "had"))
_TAG_ENDS = frozenset(("", ".", ",", "!", ";", "\n", "with", "too"))
"""After "sick as a dog she is", close what is told of her."""
_OUR = frozenset(("my", "our", "the", "poor", "dear", "old"))
_OF_AGE = frozenset(("who", "whos", "aged", "age", "pregnant", "old"))
_MINE = frozenset(("i", "my", "me", "im", "mine", ","))
_LONGEST_ASIDE = 5
"""The words of "8 months gone" between two commas."""
_AFTER_DOOR = _TAGS | {"'s", "have", "got"}


def is_tagged(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell whether a subject that comes last makes ``mention`` another's ("sick as a dog she is")."""
    at = mention.end
    tagged = (
        message.word(at) in _OTHERS and message.word(at + 1) in _TAGS and message.word(at + 2) in _TAG_ENDS
    )
    return tagged and not proxies.is_patient(lexicon, message, at)


def is_told_past_aside(lexicon: Lexicon, message: Message, start: int, comma: int) -> bool:
    """Tell the neighbour of "my neighbour, 8 months gone, left thigh huge", whose aside ends at ``comma``."""
    at = message.past(_OUR, start)
    aside = message.words[at + 2 : comma]
    if at + 1 >= comma or message.word(at + 1) != "," or message.stems[at] not in lexicon.people:
        return False
    told = any(word.isdecimal() or word in _OF_AGE for word in aside) and len(aside) <= _LONGEST_ASIDE
    return told and _MINE.isdisjoint(aside) and not proxies.is_patient(lexicon, message, at)


def is_done_to_me(message: Message, mention: Mention) -> bool:
    """Tell the broken night of "the kid woke me 5 times" from a kid's."""
    return mention.name == "insomnia" and "me" in message.words[mention.start : mention.end]


def is_next_door(message: Message, index: int) -> bool:
    """Tell the neighbours of "next door had the bug" from a room next door."""
    named = message.words[index] == "door" and message.word(index - 1) == "next"
    return named and message.word(index + 1) in _AFTER_DOOR
