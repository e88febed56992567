"""The tightness of "chest went tight at 3, tightness gone": what was told of a place, named in short as it ends.

The short form is no second symptom. It ends the one complaint of its kind that was told before it.
"""

from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_KINDS = {
    "tightness": ("tightness",),
    "pain": ("pain", "ache"),
    "ache": ("pain", "ache"),
    "itch": ("itching",),
    "itching": ("itching",),
    "swelling": ("swelling",),
    "numbness": ("numbness",),
    "tingling": ("tingling",),
    "burning": ("burning",),
    "stiffness": ("stiffness",),
}
"""A short form → how the names of what it may stand for end."""
_TO_ENDING = frozenset(("is", "'s", "has", "was", "all", "now", "finally", "completely"))
_LASTING = frozenset(("still", "constant", "always", "never"))


def end(lexicon: Lexicon, message: Message) -> None:
    """Deny in ``message`` the one complaint that each short form which is over was told of, and leave the form out."""
    shorts = [one for one in message.mentions if _is_short(message, one)]
    ending = {match.start for match in lexicon.resolved.all(message.stems)} if shorts else set()
    for short in shorts:
        kinds = _KINDS[message.words[short.start]]
        told = [one for one in message.mentions if one.end <= short.start and one.name.endswith(kinds)]
        over = message.past(_TO_ENDING, short.end) in ending
        lasting = told != [] and not _LASTING.isdisjoint(message.words[told[0].start - 1 : short.start])
        if over and not lasting and len(told) == 1 and not told[0].denied and told[0].name != short.name:
            told[0].denied = True
            message.mentions = [one for one in message.mentions if one is not short]


def _is_short(message: Message, mention: Mention) -> bool:
    """Tell a denied name of one word that has no place of its own, and no "no" before it."""
    bare = mention.end == mention.start + 1 and message.words[mention.start] in _KINDS
    return bare and mention.denied and mention.body_part is None and not mention.is_taught
