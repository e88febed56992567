"""Who writes for the patient: "husband typing for Jean. She says nausea six" is Jean's log, and she its patient.

Where somebody says at the beginning that they write for another, that other's "she" or "he" is the one who is ill.
"""

from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Message

_PRONOUNS = frozenset(("he", "she", "they", "his", "her", "their", "him", "them"))
_WRITING = frozenset(
    (
        "typing",
        "writing",
        "logging",
        "texting",
        "posting",
        "messaging",
        "filling",
        "updating",
        "reporting",
        "entering",
    )
)
_FOR = (
    ["for"],
    ["on", "behalf"],
    ["on", "his"],
    ["on", "her"],
    ["this", "for"],
    ["in", "for"],
    ["this", "in"],
)
_HERE = (["here"], ["typing"], ["writing"], ["logging"], ["texting"], ["posting"])
_OWNED_BY = frozenset(("my", "her", "his", "the", "their"))
_OPENING = 14
"""In how many of the first words a writer says whom they write for."""
_SENT = (
    ["asked", "me"],
    ["wants", "me"],
    ["told", "me"],
    ["cant", "hold"],
    ["cant", "type"],
    ["cant", "write"],
)


def is_patient(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell whether the "she" at ``position`` is the patient whom somebody else writes for."""
    return message.words[position] in _PRONOUNS and is_written_for_another(lexicon, message)


def is_written_for_another(lexicon: Lexicon, message: Message) -> bool:
    """Tell whether the message says that somebody else writes it for the patient."""
    words = message.words[:_OPENING]
    for at, word in enumerate(words):
        if word in _WRITING and _is_for_somebody(lexicon, message, at + 1):
            return True
        if message.stems[at] in lexicon.people and word not in _PRONOUNS and _is_here(lexicon, message, at):
            return True
    return False


def _is_for_somebody(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell "typing for Jean" and "posting this on behalf of my dad" from "writing for the paper"."""
    words = message.words
    lead = next((way for way in _FOR if words[position : position + len(way)] == way), None)
    if lead is None:
        return False
    at = position + len(lead)
    while message.word(at) in ("of", "for", "behalf", *_OWNED_BY - {"the"}):
        at += 1
    named = at < len(words) and message.quote(at, at + 1)[:1].isupper()
    person = at < len(words) and message.stems[at] in lexicon.people
    return named or person or message.word(at - 1) in _PRONOUNS


def _is_here(lexicon: Lexicon, message: Message, at: int) -> bool:
    """Tell "wife typing", "carer here for Tom" and "this is her daughter" from "husband here, he has one too"."""
    words = message.words
    if words[max(0, at - 3) : at] in (
        ["this", "is", "her"],
        ["this", "is", "his"],
        ["its", "her"],
        ["its", "his"],
    ):
        return True
    if words[at + 1 : at + 2] not in _HERE:
        return False
    if _is_for_somebody(lexicon, message, at + 2):
        return True
    if words[at + 1] in _WRITING:
        return words[at + 2 : at + 3] in ([","], ["."], [":"], ["-"]) and at <= 2
    return any(words[spot : spot + 2] in _SENT for spot in range(at + 2, _OPENING))
