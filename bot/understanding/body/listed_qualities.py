"""How a place looks that was rated just before: the red and the hot of "big toe 9, red, hot".

Such words count only beside a place; here the place is that of the complaint before them, with no more than its
rating in between.
"""

from bot.understanding.body import place_words
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_LOOKS = frozenset(("redness", "heat", "swelling", "stiffness", "bruising"))
_JOINS = frozenset((",", "and", "&", "+"))
_CLOSES = (
    SENTENCE_ENDS
    | _JOINS
    | frozenset(("", ")", "-", "today", "now", "again", "still", "but", "shiny", "tight"))
)
_BETWEEN = _JOINS | frozenset(("/", "10", "out", "of", "is", "now", "today", "still"))


def add(message: Message) -> None:
    """Add to the mentions of ``message`` what is listed after a place and its rating."""
    looks = [thing for thing in message.things if _is_look(message, thing)]
    if not looks:
        return
    told = {at for one in message.mentions if not one.is_weak for at in range(one.start, one.end)}
    ends = {mention.end: mention for mention in message.mentions if _is_limb(mention)}
    for thing in looks:
        term = thing.value.symptom
        if thing.start in told:
            continue
        at = thing.start
        while at not in ends and at > 0 and _is_between(message.words[at - 1]):
            at -= 1
        mention = ends.get(at)
        if mention is None or term is None or not _JOINS.intersection(message.words[at : thing.start]):
            continue
        new = Mention(term.name, term, thing.start, thing.end, mention.body_part)
        message.mentions = [one for one in message.mentions if one.start != thing.start]  # a weak one
        message.mentions.append(new)
        ends[thing.end] = new


def _is_look(message: Message, thing: Match[Thing]) -> bool:
    """Tell the one word that closes its clause or goes on with a list."""
    term = thing.value.symptom
    looks = thing.value.kind == "only_placed" and term is not None and term.name in _LOOKS
    return looks and thing.end == thing.start + 1 and message.word(thing.end) in _CLOSES


def _is_limb(mention: Mention) -> bool:
    """Tell a joint or a limb that hurts or looks some way: its heat is told of."""
    part = (mention.body_part or "").split(" ", 1)
    name = part[-1] if part[0] in place_words.SIDES else mention.body_part
    felt = mention.name.endswith(place_words.PAINS) or mention.name in _LOOKS or mention.name == "gout"
    return felt and not mention.denied and name in place_words.HOT


def _is_between(word: str) -> bool:
    return word in _BETWEEN or word.isdecimal()
