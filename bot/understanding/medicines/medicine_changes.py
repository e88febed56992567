"""A medicine that was changed for another, or whose dose somebody changed: who is left and what is taken now.

"Swapped it for losartan" and "from citalopram to sertraline" leave the first and take the second; "since they lowered
the warfarin" takes it still, whoever turned it down.
"""

from collections.abc import Container, Sequence

from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_SWAPPED = frozenset(
    ("swapped", "switched", "changed", "replaced", "moved", "exchanged", "traded", "substituted", "subbed")
)
_REPLACED_BY = frozenset(("for", "to", "with", "onto", "by", "over", "on", "and"))
_BETWEEN = frozenset(("it", "them", "that", "me", "my", "the", "over", "off", "back", "out", "up", "from"))
_INTO = _REPLACED_BY - {"and", "on"}
_UP_TO_NEXT = _BETWEEN | _REPLACED_BY
_LONGEST_SWAP = 5
"""The words from "swapped" to the medicine that came instead ("switched me over on to")."""
_NOT_YET = frozenset(
    (
        "if", "will", "would", "might", "may", "could", "should", "can", "want", "wants", "wanted", "be", "being",
        "get", "getting", "not", "never", "havent", "hasnt", "ask", "asked", "to", "until", "till", "when", "once",
        "needs", "hoping", "wish", "before",
    )
)  # fmt: skip
"""Before a word of changing, make it something that has not come about."""
_SWALLOWED = frozenset(("took", "had", "popped", "swallowed", "drank", "used"))
_NEAR = 3
_THOUGHT = (_NOT_YET - {"to"}) | frozenset(
    (
        "switch", "swap", "change", "move", "switching", "swapping", "changing", "moving", "thinking",
        "considering",
    )
)  # fmt: skip
_INSTEAD = (["instead", "of"], ["in", "place", "of"], ["rather", "than"])
_SMALL = frozenset(("my", "the", "usual", "old", "taking", "using"))
_TURNED = frozenset(
    (
        "lowered", "raised", "upped", "increased", "reduced", "decreased", "doubled", "halved", "tripled", "bumped",
        "tweaked", "adjusted", "dropped", "cut", "lower", "raise", "increase", "reduce", "double", "halve",
    )
)  # fmt: skip
"""What is done to the dose of a medicine that goes on being taken."""
_TOUCHED = _TURNED | _SWAPPED
_OF_IT = frozenset(("my", "the", "up", "down", "back", "dose", "of", "our"))
_CARERS = frozenset(
    (
        "they", "gp", "doc", "docs", "doctor", "doctors", "dr", "consultant", "nurse", "specialist", "pharmacist",
        "neuro", "neurologist", "rheumatologist", "rheumy", "rheum", "cardiologist", "psychiatrist", "psych",
        "clinic", "hospital", "endo", "team", "gastro", "he", "she", "pcp", "prescriber", "surgeon",
    )
)  # fmt: skip
_MOVED_ABOUT = frozenset(("put", "brought", "turned", "took"))
_TAPERING = frozenset(("weaning", "tapering", "wean", "taper", "coming", "stepping", "dropping"))
_HELPING = frozenset(("have", "has", "had", "just", "also", "finally", "then", "only", "already", "team"))
_AHEAD = frozenset(
    ("if", "once", "when", "until", "till", "should", "unless", "before", "will", "may", "might")
)


def told(
    message: Message, match: Match[Thing], previous: Match[Thing] | None, following: Match[Thing] | None
) -> str | None:
    """Tell whether ``match`` was stopped, missed or taken, by the medicines that are named next to it."""
    words, floor = message.words, message.sentence_start(match.start)
    if following is not None and following.start >= message.sentence_end(match.start):
        following = None
    swallowed = not _SWALLOWED.isdisjoint(words[max(floor, match.start - _NEAR) : match.start])
    if not swallowed and is_left_for(words, match, following, floor):
        return "stopped"
    if _is_instead(words, match):
        return "missed"
    if previous is not None and previous.start < floor:
        previous = None
    if previous and (is_left_for(words, previous, match, floor) or _is_onto(words, match, previous, floor)):
        return "taken"
    if _is_turned(message, match):
        return "mentioned" if _is_yet_to_come(message, match.start) else "taken"
    return None


def is_left_for(
    words: Sequence[str], match: Match[Thing], following: Match[Thing] | None, floor: int
) -> bool:
    """Tell whether ``match`` was left for the medicine named next, in a sentence that begins at ``floor``."""
    if following is None or following.value.medicine == match.value.medicine:
        return False
    gap = words[match.end : following.start]
    while gap and (gap[0][0].isdecimal() or gap[0] in ("mg", "mcg")):
        gap = gap[1:]  # "swapped nortriptyline 10 for"
    if gap[:1] == ["replaced"]:
        return False
    if 0 < len(gap) <= _LONGEST_SWAP and gap[0] in _INTO:
        led = _led(words, match.start, floor)
        if led is not None and words[led] == "from":
            return gap[0] != "for" and _THOUGHT.isdisjoint(words[max(floor, led - 5) : led])
        if led is not None:
            return _came_about(words, led, floor)
    return any(
        words[index] in _SWAPPED
        and _came_about(words, index, floor)
        and _UP_TO_NEXT.issuperset(words[index + 1 : following.start])
        and not _REPLACED_BY.isdisjoint(words[index + 1 : following.start])
        for index in range(max(match.end, following.start - _LONGEST_SWAP), following.start)
    )


def _led(words: Sequence[str], position: int, floor: int) -> int | None:
    """Find the "from" or the word of changing that stands right before a medicine."""
    index = position - 1
    while index > floor and words[index] in _SMALL:
        index -= 1
    return index if index >= floor and (words[index] == "from" or words[index] in _SWAPPED) else None


def _came_about(words: Sequence[str], position: int, floor: int) -> bool:
    return _NOT_YET.isdisjoint(words[max(floor, position - 3) : position])


def _is_instead(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell a medicine that another was taken for ("ibuprofen instead of naproxen")."""
    end = match.start
    while end > 0 and words[end - 1] in _SMALL:
        end -= 1
    return any(list(words[max(0, end - len(said)) : end]) == said for said in _INSTEAD)


def _is_turned(message: Message, match: Match[Thing]) -> bool:
    """Tell whether a carer changed the dose of the writer's own medicine ("since they lowered the warfarin")."""
    words, floor = message.words, message.sentence_start(match.start)
    index = match.start - 1
    while index > floor and words[index] in _OF_IT:
        index -= 1
    moved = words[index] in _MOVED_ABOUT and words[match.end : match.end + 1] in (["up"], ["down"])
    if index <= floor or not (moved or words[index] in _TOUCHED):
        return False
    index -= 1
    while index > floor and words[index] in _HELPING:
        index -= 1
    return words[index] in _CARERS and "'s" not in words[floor:index]


def is_tapered(words: Sequence[str], position: int) -> bool:
    """Tell whether a medicine at ``position`` is being left little by little, and so is still taken."""
    return not _TAPERING.isdisjoint(words[max(0, position - _NEAR - 1) : position])


def is_own(message: Message, match: Match[Thing], people: Container[str]) -> bool:
    """Tell a dose that was changed for the writer from one changed for somebody they speak of."""
    led = range(message.sentence_start(match.start), match.start)
    another = any(message.stems[at] in people and message.words[at] not in _CARERS for at in led)
    return not another and _is_turned(message, match)


def _is_onto(words: Sequence[str], match: Match[Thing], earlier: Match[Thing], floor: int) -> bool:
    """Tell the second of "came off tramadol and onto gabapentin" from the first."""
    end = match.start
    while end > earlier.end and words[end - 1] in _SMALL:
        end -= 1
    onto = words[end - 1 : end] == ["onto"] or list(words[end - 2 : end]) == ["on", "to"]
    return onto and end > earlier.end and _THOUGHT.isdisjoint(words[floor : earlier.start])


def _is_yet_to_come(message: Message, position: int) -> bool:
    """Tell "once they lower the warfarin" from "since they lowered the warfarin"."""
    floor = message.sentence_start(position)
    return not _AHEAD.isdisjoint(message.words[max(floor, position - 6) : position])
