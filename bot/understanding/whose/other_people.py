"""Another's illness where the other is told last or by the door: "sick as a dog she is", "next door had the bug"."""

from bot.understanding.whose import proxies
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_OTHERS = frozenset(("he", "she", "they"))
_TAGS = frozenset(("is", "was", "are", "were", "has", "had"))
_TAG_ENDS = frozenset(("", ".", ",", "!", ";", "\n", "with", "too"))
"""After "sick as a dog she is", close what is told of her."""
_OUR = frozenset(("my", "our", "the", "poor", "dear", "old"))
_AGED = (["who", "is"], ["whos"], ["who", "'s"], ["aged"], ["age"])
_GONE = (["weeks", "gone"], ["months", "gone"], ["weeks", "along"], ["months", "along"], ["wks", "gone"])
_OLD = (["years", "old"], ["year", "old"], ["yrs", "old"], ["yr", "old"], ["yo"], ["y", "o"])
_AGES = range(13, 111)
"""Of a number alone between two commas ("my mum, 80, dizzy"): below, it is as often an hour or how bad it is."""
_MINE = frozenset(("from", "her", "him", "them", "so"))
"""After an aside, tell of what the writer has of it ("my mum, 80, back sore from lifting her")."""
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
    words, at = message.words, message.past(_OUR, start)
    if at + 1 >= comma or words[at + 1] != "," or message.stems[at] not in lexicon.people:
        return False
    told = words[comma + 1 : message.sentence_end(comma)]
    if not _MINE.isdisjoint(told) or any(word.isdecimal() for word in told):
        return False  # nobody rates what another has
    return _is_of_age(words[at + 2 : comma]) and not proxies.is_patient(lexicon, message, at)


def _is_of_age(aside: list[str]) -> bool:
    """Tell "80", "aged 4", "8 years old" and "8 months gone" from "2 meetings" and "8 weeks old", just born."""
    if aside[-1:] == ["pregnant"]:
        return True
    if aside[-1:] != [] and aside[-1].isdecimal():
        return aside[:-1] in _AGED or (len(aside) == 1 and int(aside[0]) in _AGES)
    return aside[:1] != [] and aside[0].isdecimal() and (aside[1:] in _OLD or aside[1:] in _GONE)


def is_done_to_me(message: Message, mention: Mention) -> bool:
    """Tell the broken night of "the kid woke me 5 times" from a kid's."""
    return mention.name == "insomnia" and "me" in message.words[mention.start : mention.end]


def is_next_door(message: Message, index: int) -> bool:
    """Tell the neighbours of "next door had the bug" from a room next door."""
    named = message.words[index] == "door" and message.word(index - 1) == "next"
    return named and message.word(index + 1) in _AFTER_DOOR
