"""Words of illness said of daily life: a headache of a form, money coughed up, hair that is cut, a cold house."""

from collections.abc import Callable, Mapping

from bot.understanding.words import clauses
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_BESIDE_NUMBNESS = frozenset(
    (
        "numbness",
        "weakness",
        "incontinence",
        "bowel incontinence",
        "trouble urinating",
        "back pain",
        "leg pain",
        "sciatica",
    )
)
"""Beside a numb bum, make it the numbness that doctors ask about."""
_CURRENCIES = frozenset(("£", "$", "€", "₹", "money", "cash", "rent"))
_FARTHEST_TASK = 3
_OF_MINE = frozenset(("my", "the", "all", "some", "our", "any", "more", "his", "her"))
_PAID = frozenset(
    ("for", "quid", "pounds", "dollars", "euro", "euros", "bucks", "grand", "naira", "rupees", "to")
)
_SEEING = frozenset(
    (
        "at", "the", "when", "i", "saw", "seeing", "reading", "looking", "opened", "opening", "got", "my", "that",
        "our", "this", "gas", "electric", "heating", "water", "phone", "tax", "vet", "vets", "'s", "energy", "hearing",
    )
)  # fmt: skip
"""Between who faints and the price they faint at."""
_SINCE = frozenset(("from", "after", "on", "off"))
_TIMES = frozenset(
    (
        "day", "days", "week", "weeks", "hour", "hours", "night", "nights", "month", "months", "minutes", "while",
        "bit", "time", "morning", "weekend", "year", "years", "reason",
    )
)  # fmt: skip
_WARES = frozenset(("the", "a", "my", "our", "this", "that", "her", "his", "it", "them", "new"))


def _is_of_a_task(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "a splitting headache of a tax bill" from one that splits a head."""
    of_a = message.words[mention.end : mention.end + 2] in (["of", "a"], ["of", "an"])
    follows = message.words[mention.end + 2 : mention.end + 2 + _FARTHEST_TASK]
    return of_a and mention.severity is None and lexicon.tells("tasks", follows)


def _is_of_money(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "cough up 200 for the dentist" from coughing up phlegm."""
    at = mention.end + (message.word(mention.end) == "up")
    if message.words[at - 1 : at + 1] == ["up", "for"]:
        return message.word(at + 1) in _WARES and _TIMES.isdisjoint(message.words[at + 2 : at + 5])
    counted = message.word(at)[:1].isdecimal() and message.word(at + 1) in _PAID
    return message.word(at - 1) == "up" and (counted or message.word(at) in _CURRENCIES)


def _is_of_a_seat(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the bum that is numb from a stadium's seats from the numbness that doctors ask about."""
    sat = message.word(mention.end) in _SINCE and lexicon.tells("seats", clauses.after(message, mention.end))
    alone = all(one is mention or one.name not in _BESIDE_NUMBNESS for one in message.mentions)
    return sat and alone and mention.body_part == "rectum" and mention.severity is None


def _is_of_guilt(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "feel bad for my mum" from "felt bad for days"."""
    for_whom = message.words[mention.end : mention.end + 4]
    if for_whom[:1] != ["for"] or not _TIMES.isdisjoint(for_whom):
        return False
    whom = for_whom[1:2] in (["my"], ["you"], ["our"], ["the"], ["still"], ["not"])
    doing = for_whom[1:] != [] and for_whom[1].endswith("ing")
    return whom or doing or not lexicon.people.isdisjoint(message.stems[mention.end + 1 : mention.end + 4])


def _is_of_hair(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell thoughts of cutting one's hair, or down on sugar, from those of cutting oneself."""
    at = message.past(_OF_MINE, mention.end)
    cut = message.word(mention.end - 1) == "cutting"
    return cut and lexicon.tells("cut_without_harm", (message.word(at),))


def _is_of_a_house(_: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "still freezing outside" from one who is freezing."""
    after = message.words[mention.end : mention.end + 2]
    return "freezing" in message.words[mention.start : mention.end] and (
        after[:1] in (["outside"], ["out"]) or after == ["in", "here"]
    )


def _is_of_a_price(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "nearly fainted when I saw the price of butter" from one who did."""
    at = message.past(_SEEING, mention.end)
    return at > mention.end and mention.severity is None and lexicon.tells("prices", (message.word(at),))


TESTS: Mapping[str, Callable[[Lexicon, Message, Mention], bool]] = {
    "headache": _is_of_a_task,
    "migraine": _is_of_a_task,
    "cough": _is_of_money,
    "numbness": _is_of_a_seat,
    "feeling unwell": _is_of_guilt,
    "self-harm urges": _is_of_hair,
    "feeling cold": _is_of_a_house,
    "feeling faint": _is_of_a_price,
    "fainting": _is_of_a_price,
    "choking": _is_of_a_price,
    "vomiting": _is_of_a_price,
}
"""A symptom → what tells whether it is only said of daily life."""
