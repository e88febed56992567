"""Whether what somebody advised, offered, asked about or handed over was taken: "dr said to take lasix 20, took it".

A later clause, in the next sentence too, says so: "so I did", "had one", "started it tonight". What was taken must be
the medicine ("took the bus" is not), and nobody but the writer may have taken it.
"""

from collections.abc import Container, Sequence

from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_PARTS = SENTENCE_ENDS | frozenset((",", "and", "so", "but", "then", "-", "(", "&"))
_SMALL = frozenset(
    (
        "i", "ive", "have", "am", "im", "just", "then", "so", "and", "already", "also", "duly", "only", "now",
        "finally", "did", "but", "dutifully", "obediently", "straight", "went", "ahead", "well",
    )
)  # fmt: skip
_OPENING = 5
_TAKEN = frozenset(
    (
        "took", "taken", "taking", "had", "tried", "trying", "started", "used", "using", "swallowed", "popped", "done",
        "did", "necked", "downed", "swigged", "applied", "injected", "drank", "rubbed", "doing", "having", "chewed",
        "inhaled",
    )
)  # fmt: skip
_ALONE = frozenset(
    ("did", "done", "accepted", "have", "taken", "complied", "obliged", "obeyed", "had", "doing", "started")
)
"""At the end of its clause, say by itself that it was taken ("so I did")."""
_IT = frozenset(("it", "them"))
_SOME = frozenset(("one", "some", "both", "half", "another", "two", "three", "1", "2", "3", "4", "first"))
_FIRST = (["the", "first"], ["my", "first"], ["a", "dose"], ["a", "tablet"], ["a", "half"], ["a", "puff"])
_ARRANGED = frozenset(
    ("filled", "delivered", "sent", "refilled", "approved", "ready", "ordered", "back", "before")
)
"""After "had it", make it no taking."""
_CLOSES = SENTENCE_ENDS | frozenset(
    (
        ",", "and", "so", "but", "at", "today", "tonight", "this", "last", "that", ")", "now",
        "yesterday", "straight",
    )
)  # fmt: skip
_COUNTED = _CLOSES | frozenset(
    (
        "tablet", "tablets", "of", "one", "with", "before", "after", "then", "earlier", "already",
        "puffs", "anyway", "only",
    )
)  # fmt: skip
"""After "had one", leave it one of the medicine."""
_OTHERS = frozenset(("those", "my", "the", "these"))
_ADVISED = frozenset(
    ("said", "told", "says", "suggested", "recommended", "offered", "advised", "prescribed", "gave", "tells")
)


_GIVERS = frozenset(
    (
        "nurse", "nurses", "paramedic", "paramedics", "they", "doctor", "doc", "dr", "gp", "er", "ed", "hospital",
        "ambulance", "crew", "medics", "ward", "dentist", "midwife", "carer", "anaesthetist", "clinic",
    )
)  # fmt: skip
_DOSED = frozenset(("units", "unit", "u", "you", "iu", "correction", "bolus"))
"""Among what was given, make it the insulin of the writer ("gave correction 6 units novorapid")."""
_BEFORE_OWN = frozenset((",", "i", "and", "so", "then", "but", "just", "-", "also", "have", "ive", "+"))
_HOW = _DOSED | frozenset(
    (
        "iv",
        "im",
        "oral",
        "some",
        "an",
        "a",
        "the",
        "extra",
        "mg",
        "of",
        "more",
        "my",
        "and",
        "another",
        "small",
        "dose",
    )
)
_PASSIVE = frozenset(("was", "were", "is", "been", "got", "being"))
_EARLIER = frozenset(("first", "last", "previous", "earlier", "other", "1st"))
_ONES = frozenset(
    ("one", "dose", "lot", "tablet", "tab", "pill", "spray", "shot", "puff", "injection", "two", "2")
)
_TIMED = frozenset(
    ("was", "were", "at", "around", "about", "taken", "went", "had", "@", "an", "hours", "hrs")
)
"""After "the first one", tell when it was taken."""
_MEASURED = frozenset(
    ("ml", "mls", "mg", "mcg", "g", "puffs", "tablets", "tabs", "capsules", "units", "sprays", "drops")
)


def is_followed(message: Message, start: int, end: int) -> bool:
    """Tell whether a clause that begins after ``start`` and before ``end`` says that it was taken."""
    words = message.words
    return any(words[at] in _PARTS and _tells(words, at + 1) for at in range(start, min(end, len(words))))


def is_given(message: Message, cue: Match[str], position: int) -> bool:
    """Tell the "gave" of "nurse gave ondansetron 4", with the name at ``position``, from one that hands a box over."""
    words = message.words
    between = words[cue.end : position]
    if words[cue.start : cue.end] != ["gave"] or not all(
        word in _HOW or word[0].isdecimal() for word in between
    ):
        return False
    dosed = any(word[0].isdecimal() for word in between) and not _DOSED.isdisjoint(between)
    opens = cue.start == message.sentence_start(cue.start) or message.word(cue.start - 1) in _BEFORE_OWN
    return message.word(cue.start - 1) in _GIVERS or (dosed and opens)


def is_taken_late(message: Message, start: int, end: int) -> bool:
    """Tell "forgot X this morning, took it at 2" from what was left for good."""
    words = message.words
    for at in range(start, min(end, len(words))):
        if words[at] in _PARTS:
            took = message.past(_SMALL, at + 1)
            if took - at <= _OPENING and message.word(took) == "took" and message.word(took + 1) in _IT:
                return True
    return False


def is_had_before(message: Message, position: int) -> bool:
    """Tell "can I have a second X? first one was at 1", where more is asked for of what was taken already."""
    words, start = message.words, message.sentence_end(position)
    while start < len(words) and words[start] in SENTENCE_ENDS:
        start += 1
    if _tells(words, start):
        return True
    told = message.past(_SMALL, start)
    if message.word(told) in ("had", "took", "used"):
        return message.word(told + 1)[:1].isdecimal() and message.word(told + 2) in _MEASURED
    told += message.word(told) in ("the", "my")
    timed = message.word(told + 2) in _TIMED or message.word(told + 2)[:1].isdecimal()
    return message.word(told) in _EARLIER and message.word(told + 1) in _ONES and timed


def is_advised(message: Message, position: int) -> bool:
    """Tell whether somebody advised or gave the medicine at ``position`` to the writer, in its sentence."""
    words, first = message.words, message.sentence_start(position)
    return any(words[at] in _ADVISED and words[at - 1] not in _PASSIVE for at in range(first + 1, position))


def _tells(words: Sequence[str], start: int) -> bool:
    """Tell whether the clause at ``start`` is the writer's "took it", "had one" or "so I did"."""
    for index in range(start, min(len(words), start + _OPENING)):
        if words[index] in _ALONE and _follows(words, index + 1, _CLOSES):
            return True
        if words[index] not in _SMALL:
            return words[index] in _TAKEN and _is_it(words, index + 1)
    return False


def _follows(words: Sequence[str], position: int, known: Container[str]) -> bool:
    """Tell whether nothing follows at ``position``, or one of the words ``known``."""
    return position >= len(words) or words[position] in known


def _is_it(words: Sequence[str], position: int) -> bool:
    """Tell whether what was taken is the medicine: "it", "one of them", "the first", "2"."""
    said = list(words[position : position + 2])
    if said[:1] and said[0] in _IT:
        return _ARRANGED.isdisjoint(said[1:])
    if said[:1] and said[0] in _SOME:
        apart = said[1:] == ["of"] and not _OTHERS.isdisjoint(words[position + 2 : position + 3])
        return _follows(words, position + 1, _COUNTED) and not apart
    return said in _FIRST
