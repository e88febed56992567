"""Medicines that wore off, were finished or were stopped, while what they are for goes on.

"Pain 6, ibuprofen stopped because of my kidneys" and "nausea, stopped metformin" end no symptom; "the nausea that came
with ozempic has worn off" does.
"""

from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_AUXILIARIES = frozenset(
    ("has", "have", "had", "is", "'s", "are", "all", "was", "were", "now", "just", "then")
)
_WEARING_OFF = frozenset(("wore", "worn", "gone", "all", "over", "finished", "done", "none", "has"))
_TREATMENTS = frozenset(
    (
        "injection", "shot", "jab", "dose", "tablets", "pills", "meds", "painkiller", "painkillers", "block",
        "patch", "infusion", "anaesthetic", "anesthetic", "epidural", "steroids", "medication",
    )
)  # fmt: skip
"""Wear off or are finished while what they are for goes on."""
_FROM = frozenset(("from", "with", "by", "of"))
_BROUGHT = _FROM | {
    "that", "which", "came", "come", "comes", "caused", "brought", "on", "the", "my", "i", "get", "got", "gets",
    "always", "due", "to", "started", "first", "new", "had", "having",
}  # fmt: skip
"""Between a symptom and a medicine, say that it is what the medicine did."""
_STOPPED = frozenset(("stopped", "finished", "ended", "done", "quit", "ceased"))
_TAKING = frozenset(("taking", "the", "my", "using", "on"))
_WAS = frozenset(
    ("is", "was", "were", "are", "has", "been", "now", "tablets", "tabs", "course", "'s", "just", "all")
)


def is_stopped(message: Message, match: Match[str]) -> bool:
    """Tell "ibuprofen stopped because of my kidneys" and "nausea, stopped metformin" from what stopped hurting."""
    if message.word(match.end - 1) not in _STOPPED:
        return False
    before, after = message.led(_WAS, match.start), message.past(_TAKING, match.end)
    return any(
        thing.value.medicine is not None and (thing.end == before or thing.start == after)
        for thing in message.things
    )


def wore_off(message: Message, match: Match[str]) -> bool:
    """Tell "tramadol wore off" and "paracetamol gone" from the pain that did."""
    if message.words[match.start] not in _WEARING_OFF:
        return False
    index = message.led(_AUXILIARIES, match.start) - 1
    named = any(thing.value.medicine and thing.start <= index < thing.end for thing in message.things)
    return named or message.word(index) in _TREATMENTS


def is_its_effect(message: Message, position: int) -> bool:
    """Tell "the nausea that came with ozempic has worn off" from an ozempic that has."""
    start = message.sentence_start(position)
    medicines = [
        thing for thing in message.things if thing.value.medicine and start <= thing.start < position
    ]
    told = [
        one for one in message.mentions if medicines and start <= one.start and one.end < medicines[-1].start
    ]
    gap = message.words[told[-1].end : medicines[-1].start] if told else []
    return not _FROM.isdisjoint(gap) and _BROUGHT.issuperset(gap)
