"""A medicine that was not taken, by what is said of it farther on: it lies in its box, or a later clause says so.

"Ondansetron stayed in the packet", "was due at 12 and I forgot", "wants me on candesartan. Haven't picked it up".
"""

from collections.abc import Sequence

from bot.understanding.words.message import SENTENCE_ENDS, Message

_STAYS = frozenset(
    (
        "stayed", "stays", "staying", "sat", "sits", "sitting", "left", "remained", "remains", "lying",
        "lay", "still", "sealed", "stuck", "abandoned", "waiting",
    )
)  # fmt: skip
_LEFT = frozenset(("left", "leave"))
_BEHIND = (
    ["at", "home"],
    ["at", "work"],
    ["at", "my"],
    ["at", "the"],
    ["in", "the"],
    ["in", "my"],
    ["on", "the"],
)
_INSIDE = frozenset(("in", "inside", "on", "at", "by"))
_OF_THE_PLACE = frozenset(
    ("the", "its", "my", "their", "a", "his", "her", "our", "kitchen", "bathroom", "bedside")
)
_PLACES = frozenset(
    (
        "packet", "packets", "pack", "box", "boxes", "drawer", "fridge", "cupboard", "cabinet", "bag",
        "handbag", "rucksack", "backpack", "purse", "pocket", "bottle", "wrapper", "blister", "foil",
        "shelf", "side", "table", "nightstand", "counter", "worktop", "car", "glovebox", "tin", "tub",
        "pot", "organiser", "organizer", "dosette", "pillbox", "tray", "home", "office", "work", "desk",
        "chemist", "chemists", "pharmacy", "shop", "post", "envelope", "case", "suitcase", "locker",
        "freezer", "dispenser", "vial", "pouch",
    )
)  # fmt: skip
_LONGEST_PLACE = 4
_AND = frozenset((",", "and", "but", "-", "so", "then", "yet"))
_SMALL = frozenset(
    (
        "i", "ive", "just", "totally", "clean", "completely", "then", "went", "have", "and", "but",
        "so", "managed", "to", "of", "course", "stupidly", "again", "obviously", "naturally", "because",
    )
)  # fmt: skip
_LAPSES = frozenset(
    (
        "forgot", "forgotten", "forget", "missed", "skipped", "spaced", "blanked", "overslept", "refused",
        "didnt", "couldnt",
    )
)  # fmt: skip
_LAPSED = frozenset(
    (",", ")", "again", "it", "them", "to", "until", "till", "til", "so", "because", "as", "all")
)
"""After a lapse, show that it is a lapse with the medicine ("and I forgot", "missed it") and not with lunch."""
_THOSE = frozenset(("it", "them", "em", "one", "any", "those", "these", "that"))
_REFUSALS = frozenset(
    (
        "havent", "not", "dont", "didnt", "never", "hasnt", "couldnt", "cant", "wont", "yet", "forgot",
        "skipped", "missed", "still",
    )
)  # fmt: skip
_DOINGS = frozenset(
    (
        "picked", "pick", "taken", "take", "took", "started", "start", "begun", "begin", "opened",
        "open", "collected", "collect", "had", "have", "tried", "try", "got", "get", "filled", "fill",
        "used", "use", "touched", "touch", "swallowed", "swallow", "injected", "inject", "applied",
        "taking", "using", "starting", "ordered", "cracked", "popped", "broached",
    )
)  # fmt: skip
_GOING_ON = frozenset(("taking", "using", "having", "injecting"))
"""After "still", say that it is taken."""
_AUXILIARIES = frozenset(
    (
        "havent", "didnt", "wont", "wouldnt", "never", "couldnt", "cant", "refused", "declined", "dont",
        "hadnt", "refusing",
    )
)  # fmt: skip
"""At the end of a clause of the writer's, deny what was to be done ("so haven't", "but I won't")."""
_BEFORE_AUXILIARY = frozenset(
    (
        "i", "so", "just", "still", "really", "and", "but", "ive", "have", "am", "politely", "simply",
        "obviously",
    )
)  # fmt: skip
_CLOSES = frozenset(
    (",", ")", "yet", "so", "and", "because", "as", "bother", "bothered", "today", "tonight", "either")
)
_NOTHING_NAMED = SENTENCE_ENDS | frozenset(
    (
        ",", ")", "it", "them", "any", "till", "til", "until", "today", "tonight", "since", "again", "now", "for",
        "all", "and", "but", "this", "yesterday", "one", "-", "at", "tomorrow", "my", "the",
    )
)  # fmt: skip
"""After "without", leave it with what was named before, or name a medicine itself."""
_LACKING = frozenset(
    (
        "i", "am", "im", "was", "have", "ive", "been", "left", "stuck", "now", "so", "and", "still", "going",
        "go", "days", "day", "weeks", "week", "nights", "two", "three", "four", "2", "3", "4", "5", "6",
    )
)  # fmt: skip
_BETWEEN = SENTENCE_ENDS | frozenset(("-",))
_LAPSES_ALONE = frozenset(("forgot", "skipped", "missed"))
_HELD = frozenset(("held", "omitted", "holding"))
_OF_A_DOSE = frozenset(
    (
        "my",
        "the",
        "today",
        "tonight",
        "'s",
        "morning",
        "evening",
        "night",
        "am",
        "pm",
        "dose",
        "of",
        "mg",
        "mcg",
        "units",
    )
)
"""May stand between "held" and the medicine that was not taken."""
_NONE_OF_IT = frozenset(("none", "neither", "nothing", "nowt"))
_TAKING = frozenset(("took", "taken", "taking", "used", "touched"))
_BEFORE_NONE = frozenset((",", "and", "but", "so", "-", "took", "had", "(", "."))
_REACH = 7
_OPENING = 3
_BEGINNING = frozenset(("take", "start", "begin", "try", "swallow", "inject", "use", "collect"))


def lies(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words ``start`` up to ``end`` leave it where it lies ("stayed in the packet", "never left it")."""
    for index in range(start, end):
        if words[index] in _LEFT and words[index - 1] in _REFUSALS and _is_inside(words, index + 1, end):
            return True
        if words[index] in (",", "and", "but", "so", "(", "because"):
            return False
        if words[index] in _STAYS and _is_place(words, index + 1, end):
            return True
    return False


def is_left_behind(words: Sequence[str], start: int, end: int) -> bool:
    """Tell "left the epipen at home", whose name stands in ``start`` up to ``end``."""
    left = "left" in words[max(0, start - _OPENING) : start]
    return left and (list(words[end : end + 2]) in _BEHIND or words[end : end + 1] == ["behind"])


def _is_place(words: Sequence[str], index: int, end: int) -> bool:
    if words[index : index + 1] == ["home"]:
        return True
    return index < end and words[index] in _INSIDE and _is_inside(words, index + 1, end)


def _is_inside(words: Sequence[str], index: int, end: int) -> bool:
    for place in range(index, min(end, index + _LONGEST_PLACE - 1)):
        if words[place] in _PLACES:
            return True
        if words[place] not in _OF_THE_PLACE:
            return False
    return False


def lapsed(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a later clause of words ``start`` up to ``end`` says it was forgotten ("due at 12 and I forgot")."""
    for index in range(start + 1, end):
        if words[index] not in _LAPSES:
            continue
        first = index
        while first > start and words[first - 1] in _SMALL:
            first -= 1
        joined = words[first - 1] in _AND or words[first] in _AND
        after = words[index + 1 : index + 2]
        bare = words[index] not in ("didnt", "couldnt") or (after == [] or after[0] in SENTENCE_ENDS)
        if joined and bare and (after == [] or after[0] in _LAPSED | SENTENCE_ENDS):
            return True
    return False


def is_told_after(message: Message, position: int) -> bool:
    """Tell whether what follows the medicine at ``position``, in the next sentence too, says "haven't started it"."""
    words, end = message.words, message.sentence_end(position)
    clauses = [index + 1 for index in range(position, end) if words[index] in _AND]
    further = next((at for at in range(end, len(words)) if words[at] not in _BETWEEN), len(words))
    return any(_denies(words, start) for start in (*clauses, further)) or _only_before(
        words, position, min(len(words), end + _REACH)
    )


def is_held(words: Sequence[str], position: int) -> bool:
    """Tell "so I held my metoprolol 25", with the name at ``position``, from "held my breath, X 2 puffs"."""
    index = position
    while index > 0 and (words[index - 1] in _OF_A_DOSE or words[index - 1][0].isdecimal()):
        index -= 1
    return index > 0 and words[index - 1] in _HELD


def is_none_of(words: Sequence[str], position: int) -> bool:
    """Tell "none of the ibuprofen", with the name at ``position``."""
    index = position - (words[position - 1] in ("my", "the"))
    said = index > 1 and words[index - 1] == "of" and words[index - 2] in _NONE_OF_IT
    return said and (index == 2 or words[index - 3] in _BEFORE_NONE)


def took_none(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words ``start`` up to ``end`` say "took none"."""
    return any(
        words[at] in _TAKING
        and words[at + 1] in _NONE_OF_IT
        and words[at + 2 : at + 3] not in (["for"], ["of"])
        for at in range(start, min(end, len(words)) - 1)
    )


def is_not_begun(message: Message, position: int) -> bool:
    """Tell whether the sentence after a question about the medicine at ``position`` says "not taking it yet"."""
    words, end = message.words, message.sentence_end(position)
    further = next((at for at in range(end, len(words)) if words[at] not in _BETWEEN), len(words))
    return not _ends_denied(words[further : further + _REACH]) and _denies(words, further)


def has_object(words: Sequence[str], position: int) -> bool:
    """Tell "every morning without fail" from "my inhaler, without it all day": what was gone without is named."""
    return words[position : position + 1] != [] and words[position] not in _NOTHING_NAMED


def is_without(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a later clause of words ``start`` up to ``end`` says there is none of it ("so I'm without")."""
    for index in range(start, end):
        if words[index] == "none" and words[index - 1] == "so":
            return True
        if words[index] == "without" and not has_object(words, index + 1):
            led = index
            while led > start and words[led - 1] in _LACKING:
                led -= 1
            return led == start or words[led - 1] in _AND or words[led] in _AND
    return False


def _denies(words: Sequence[str], start: int) -> bool:
    """Tell whether what begins at ``start`` denies the doing of "it" ("haven't picked it up", "forgot them")."""
    said = words[start : start + _REACH]
    if _ends_denied(said):
        return True
    for index, word in enumerate(said[:_OPENING]):
        if word in _LAPSES_ALONE and _THOSE.intersection(said[index + 1 : index + 2]):
            return True
        if word in _REFUSALS:
            rest = said[index + 1 :]
            if _is_taken_still(words, start + index):
                return False
            done = next((at for at, other in enumerate(rest[:3]) if other in _DOINGS), None)
            return done is not None and not _THOSE.isdisjoint(rest[done + 1 : done + 3])
        if word in SENTENCE_ENDS:
            return False
    return False


def _is_taken_still(words: Sequence[str], position: int) -> bool:
    """Tell "still taking it" and "x2, not touched it", which says what it did, from "haven't touched it"."""
    word, after = words[position], words[position + 1 : position + 2]
    if word == "still":
        return not _GOING_ON.isdisjoint(after)
    counted = position > 2 and words[position - 3] == "x" and words[position - 2].isdecimal()
    return after == ["touched"] and (word == "hasnt" or (word == "not" and counted))


def _ends_denied(said: Sequence[str]) -> bool:
    """Tell "so haven't" and "but I won't", where the denial ends its clause, from "but it didn't"."""
    for index, word in enumerate(said[: _OPENING + 1]):
        if word in _AUXILIARIES:
            after = said[index + 1 : index + 2]
            return not after or after[0] in _CLOSES or after[0] in SENTENCE_ENDS
        if word not in _BEFORE_AUXILIARY:
            return False
    return False


def _only_before(words: Sequence[str], start: int, end: int) -> bool:
    """Find "before I take it": it is still to be taken."""
    return any(
        words[index] == "before"
        and words[index + 1 : index + 2] == ["i"]
        and _BEGINNING.intersection(words[index + 2 : index + 3])
        and _THOSE.intersection(words[index + 3 : index + 4])
        for index in range(start, end)
    )
