"""Words of leaving a medicine ("missed", "off", "out of") that leave none: they are denied, or are of something else.

"Keppra, not missed any" was taken; "missed the bus, ibuprofen 400", "off the loo, oxycodone 5" and "hurts 6 out of 10,
naproxen 500" leave a bus, a loo and nothing at all.
"""

from collections.abc import Container, Sequence

from bot.understanding.medicines import medicine_plans
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_LAPSES = frozenset(
    (
        "missed", "miss", "missing", "forgot", "forgotten", "forget", "forgetting", "skipped", "skip", "skipping",
        "stopped", "stop", "stopping", "quit", "come", "came", "off", "late", "gave", "given", "ditched", "weaned",
        "finished", "out", "discontinued", "run", "ran", "delayed", "paused", "ended",
    )
)  # fmt: skip
"""What is done by not taking something; a denial before one of these says that it was taken."""
_DENIERS = frozenset(
    (
        "not", "never", "havent", "hasnt", "hadnt", "didnt", "dont", "doesnt", "wasnt", "isnt", "arent", "without",
        "nor", "aint", "wont", "nearly", "almost",
    )
)  # fmt: skip
_NO = frozenset(("no", "zero", "0", "nil"))
"""Deny only the very next word: "no missed doses", while "no I missed it" answers."""
_RECALLED = frozenset(("remember", "recall", "say", "think"))
_CANNOT = frozenset(("cant", "couldnt", "cannot"))
_SMALL = frozenset(
    (
        "i", "ive", "have", "had", "to", "once", "even", "ever", "yet", "so", "far", "actually", "been", "be", "am",
        "id", "any", "single", "really", "all", "week", "month", "did", "that", "believe", "or", "a", "got", "fully",
        "completely",
    )
) | _RECALLED  # fmt: skip
_LONGEST_DENIAL = 5
_WITHOUT = (["without"], ["without", "my"])
_CANNOT_DO = frozenset(("cant", "cannot", "never", "wouldnt", "dont"))
_APART = frozenset((",", ".", "and", "but", "so", "believe", "know", "feel"))
_FARTHEST = 5
"""How far before "without" it may stand that nothing can be done so ("can't function without my adderall")."""
_STOPS = frozenset(("stopped", "stop", "stopping", "quit"))
_STOP_AT = frozenset(("by", "at", "outside", "off"))
_TAKING = frozenset(
    ("taking", "using", "having", "doing", "injecting", "morning", "evening", "nothing", "everything")
)
_NONE = frozenset(("none", "nothing", "nowt", "nil", "zero", "0"))
_TIMES = frozenset(
    (
        "today", "tonight", "yesterday", "last", "this", "morning", "night", "evening", "again", "twice", "once",
        "for", "days", "weeks", "the", "my", "it", "them", "both", "all", "doses", "dose", "of", "two", "three",
        "since", "meds", "tablets", "taking", "a", "few", "now", "lunchtime", "mornings", "nights", "week", "day",
        "couple", "one", "to", "take", "on", "anything", "everything", "refills", "left", "taken", "times",
        "im", "am", "is",
    )
)  # fmt: skip
"""After a word of leaving and before a comma, leave what is named after it ("forgot again, ramipril 5")."""
_OPENERS = frozenset(
    ("i", "ive", "have", "also", "then", "totally", "just", "completely", "clean", "oh", "am", "im")
)
_PARTS = frozenset((",", "-", "(", "and", "but"))
_TO_COME = frozenset(("tomorrow", "tonight", "due", "later", "tmrw", "tmw", "next"))
_ALMOST = frozenset(("nearly", "almost", "about"))
_RAN_OUT = frozenset(("because", "since", "when", "pharmacy", "chemist", "chemists", "if", "case"))
"""Before "run out", leave it in the past or with somebody else."""
_WILL = frozenset(("will", "ll", "going", "gonna", "might", "could", "may", "shall", "il"))
_WHO = frozenset(("i", "it", "they", "and", "we", "which"))
_DAYS = frozenset(
    (
        "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tues", "tue",
        "weds", "wed", "thurs", "fri", "sat", "sun", "next", "soon", "by", "before", "weekend", "tonight", "tmrw",
        "tmw",
    )
)  # fmt: skip
"""After "I run out", are days to come."""
_GONE_BY = frozenset(("last", "since", "ago", "yesterday"))
"""After such a day, make it one that was."""
_WARM_PACKS = (["heat"], ["ice"], ["cold"], ["gel"], ["hot"], ["wheat"], ["warm"], ["warming"], ["heated"])
_UNSURE = (["off"], ["no", "more"], ["over"], ["last", "one"])
"""May as well be said of a pain or of the way to bed."""
_WHEN = frozenset(
    (
        "taking", "last", "since", "yesterday", "because", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    )
)  # fmt: skip
_BOXES = frozenset(("box", "pack", "packet", "bottle", "course", "lot", "strip", "tube"))
_AFTER = frozenset((",", ")", ".", "!", ";", "\n", "it", "them", "and", "now", "today", "again"))


def is_denied(words: Sequence[str], cue: Match[str]) -> bool:
    """Tell "not missed any", "missed none" and "haven't stopped" from "missed"."""
    if words[cue.start : cue.end] in _WITHOUT:
        return _is_needed(words[max(0, cue.start - _FARTHEST) : cue.start])
    lapse = next((at for at in range(cue.start, cue.end) if words[at] in _LAPSES), None)
    if lapse is None:
        return False
    if cue.value == "missed" and not _NONE.isdisjoint(words[cue.end : cue.end + 1]):
        return True
    return _is_led_by_denial(words, cue.start)


def _is_led_by_denial(words: Sequence[str], position: int) -> bool:
    """Tell whether a denial stands before ``position`` with only small words between ("not even once")."""
    index = position - 1
    if index >= 0 and words[index] in _NO:
        return True
    while index >= 0 and position - index <= _LONGEST_DENIAL and words[index] in _SMALL:
        index -= 1
    if index < 0 or position - index > _LONGEST_DENIAL + 1:
        return False
    if words[index] in _CANNOT:
        return not _RECALLED.isdisjoint(words[index + 1 : position])
    return words[index] in _DENIERS


def _is_needed(led: Sequence[str]) -> bool:
    """Tell whether the words ``led`` before a "without" say that nothing can be done so."""
    return not _CANNOT_DO.isdisjoint(led) and _APART.isdisjoint(led)


def is_still_to_come(words: Sequence[str], cue: Match[str]) -> bool:
    """Tell "doxycycline 100, last one tomorrow", which is still taken, from the last one that is gone."""
    last = words[cue.start : cue.end] in (["last", "one"], ["last", "of"])
    return last and not _TO_COME.isdisjoint(words[cue.end : cue.end + 3])


def is_to_run_out(words: Sequence[str], cue: Match[str]) -> bool:
    """Tell "I run out Saturday", "I'll be out of it by Friday" and "nearly out" from one that has run out."""
    start, said = cue.start, words[cue.start : cue.end]
    led = words[max(0, start - _FARTHEST) : start]
    if said[0] not in ("run", "out"):
        return False
    if not _ALMOST.isdisjoint(led[-2:]):
        return True
    if not _RAN_OUT.isdisjoint(led):
        return False
    if said[0] == "run" and led[-1:] != [] and led[-1] in _WHO:
        told = words[cue.end : cue.end + _FARTHEST]
        return not _DAYS.isdisjoint(told) and _GONE_BY.isdisjoint(told)
    led = led[:-1] if led[-1:] == ["be"] else led
    led = led[:-1] if led[-1:] == ["to"] else led
    return led[-1:] != [] and led[-1] in _WILL


def is_warm(words: Sequence[str], cue: Match[str]) -> bool:
    """Tell the "pack" of a heat pack from one's packing."""
    return words[cue.start : cue.end] == ["pack"] and words[cue.start - 1 : cue.start] in _WARM_PACKS


def is_rated(message: Message, cue: Match[str]) -> bool:
    """Tell the "out of" of "6 out of 10" and the "would" of "I'd say 1"."""
    words = message.words
    if words[cue.start : cue.end] == ["would"]:
        return message.word(cue.end) in medicine_plans.RATING
    return words[cue.start : cue.end] == ["out", "of"] and (
        message.word(cue.start - 1)[:1].isdecimal() and message.word(cue.end)[:1].isdecimal()
    )


def is_elsewhere(message: Message, cue: Match[str], position: int, named: Container[int]) -> bool:
    """Tell whether a word of leaving is not of the medicine at ``position``: a comma parts them, or vomiting stopped.

    It reaches over a comma past another medicine that was left too, and where it opens its clause and only the time is
    told of it ("forgot again, ramipril 5").
    """
    words = message.words
    if words[cue.end - 1] in _STOPS and cue.end < position and cue.end not in named:
        stopped = words[cue.end]
        if stopped in _STOP_AT or (stopped.endswith("ing") and stopped not in _TAKING):
            return True  # "stopped by the chemist", "stopped vomiting with ondansetron"
    comma = next((at for at in range(cue.end, position) if words[at] == ","), None)
    if comma is None or any(at in named or words[at] == "everything" for at in range(cue.end, comma)):
        return False
    first = message.led(_OPENERS, cue.start)
    opens = first == message.sentence_start(cue.start) or words[first - 1] in medicine_plans.BREAKS
    return not opens or not all(word in _TIMES or word.isdecimal() for word in words[cue.end : comma])


def is_of_itself(message: Message, cue: Match[str], position: int) -> bool:
    """Tell whether a clause after the medicine that ends at ``position`` says no more than that it was left.

    "Oxycodone 5, stopped last week" and "omeprazole 20, none left"; of "nosebleed, tranexamic 1g, stopped" it is the
    nosebleed that stopped.
    """
    words = message.words
    first = message.led(_OPENERS | {"was", "been"}, cue.start)
    if first <= position or words[first - 1] not in _PARTS or words[cue.start : cue.end] in _UNSURE:
        return False
    if cue.value == "missed" and cue.end - cue.start == 1:
        return False  # "heart racing and skipping" is the heart
    after = message.word(cue.end)
    if after in _WHEN or (after in ("the", "my") and message.word(cue.end + 1) in _BOXES):
        return True
    felt = any(
        message.sentence_start(position - 1) <= mention.start < cue.start for mention in message.mentions
    )
    return not felt and (after in _AFTER or cue.end >= message.sentence_end(cue.start))
