"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

What was done is told by the nearest word of doing before the medicine ("forgot my"), or right after it ("ran out"). A
medicine with an amount, or one that stands alone between commas, was taken; one that is only spoken of was mentioned.
"""

from bot.domain.readings import MedicationMention
from bot.understanding import doses, ownership
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import SENTENCE_ENDS, Message

_FORMS = frozenset(
    ("shot", "injection", "infusion", "pen", "tablet", "patch", "jab", "today", "yesterday", "earlier")
)
_REASONS = frozenset(("since", "because", "from", "after", "when", "while"))
_STATUS_REACH = 8
_EFFECT_REACH = 4
_BREAKS = SENTENCE_ENDS | frozenset((",", "but", "so", "because", "then", "(", ")"))
_INTENT = frozenset(
    (
        "should", "can", "could", "going", "gonna", "will", "would", "want", "need", "might", "may", "if",
        "when", "before", "to", "ll",
    )
)  # fmt: skip
_STATUSES = {"missed": False, "ran_out": False, "stopped": False, "taken": True, "effect": True}


def find(lexicon: Lexicon, message: Message) -> tuple[MedicationMention, ...]:
    """List the writer's own medicines in ``message``, once each."""
    statuses = lexicon.medicine_status.all(message.stems)
    found: dict[str, MedicationMention] = {}
    for match in message.things:
        if match.value.medicine is None or ownership.is_someone_elses(lexicon, message, match.start):
            continue
        if message.words[match.end - 1] in lexicon.units and message.words[match.end : match.end + 1] == [
            "of"
        ]:
            continue  # "two tablets of codeine" are counted there
        mention = _read(lexicon, message, match, statuses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
    if any(name.startswith("insulin ") for name in found):
        found.pop("insulin", None)
    return tuple(found.values())


def _read(
    lexicon: Lexicon, message: Message, match: Match[Thing], statuses: list[Match[str]]
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    start, end, dose = doses.read(lexicon, message, match, medicine)
    status = _status(message, match, statuses)
    if match.value.kind == "short" and dose is None and status in (None, "mentioned", "effect"):
        return None
    if status is None:
        alone = _is_alone(message, start, end)
        status = (
            "taken"
            if (dose or alone) and not ownership.is_asked(message, match.start, match.end)
            else "mentioned"
        )
    elif status == "taken" and ownership.is_asked(message, match.start, match.end):
        status = "mentioned"
    words = message.quote(start, end)
    if status == "effect":
        status = "taken"
    return _mention(medicine.name, words, dose, status)


def _mention(name: str, words: str, dose: str | None, status: str) -> MedicationMention:
    taken = _STATUSES.get(status)
    for known in ("taken", "missed", "ran_out", "stopped"):
        if status == known:
            return MedicationMention(name, words, dose, taken, known)
    return MedicationMention(name, words, dose, None, "mentioned")


def _status(message: Message, match: Match[Thing], statuses: list[Match[str]]) -> str | None:
    """Find what was done with the medicine: the nearest cue before it, or one right after it."""
    before = _cue_before(message, match, statuses)
    after = _cue_after(message, match, statuses)
    if after in ("missed", "ran_out", "stopped"):
        return after
    if before is None or before.value == "mentioned":
        after = _said_of_it(message, match, statuses) or after
    if before is None or (before.value == "mentioned" and after in ("missed", "ran_out", "stopped")):
        return after
    if before.value == "taken" and _is_intended(message, before.start):
        return "mentioned"
    return before.value


def _cue_before(message: Message, match: Match[Thing], statuses: list[Match[str]]) -> Match[str] | None:
    nearest = None
    for cue in statuses:
        if cue.start >= match.start:
            break
        if cue.end <= match.start and match.start - cue.end <= _STATUS_REACH and cue.value != "effect":
            nearest = cue
    if nearest is None or message.sentence[nearest.start] != message.sentence[match.start]:
        return None
    return nearest if _reaches(message, nearest.end, match.start) else None


def _reaches(message: Message, start: int, end: int) -> bool:
    """Tell whether a cue reaches a medicine: over a comma only past other medicines and amounts."""
    medicines = {i for thing in message.things if thing.value.medicine for i in range(thing.start, thing.end)}
    if not _REASONS.isdisjoint(message.words[start:end]):
        return False
    broken = False
    for index in range(start, end):
        word = message.words[index]
        if word in _BREAKS:
            if word != ",":
                return False
            broken = True
        elif broken and not (
            index in medicines or word[0].isdecimal() or word in ("and", "mg", "my", "a", "some", "the")
        ):
            return False
    return True


def _cue_after(message: Message, match: Match[Thing], statuses: list[Match[str]]) -> str | None:
    others = [thing.start for thing in message.things if thing.value.medicine and thing.start >= match.end]
    limit = min([message.sentence_end(match.start), match.end + _EFFECT_REACH + 3, *others])
    for cue in statuses:
        if match.end <= cue.start < limit and cue.value in ("missed", "ran_out", "stopped", "effect"):
            gap = message.words[match.end : cue.start]
            return cue.value if not {",", "but", "so", "and", "because", "for"} & set(gap) else None
    return None


_IT = frozenset(("it", "them", "any", "one"))


def _said_of_it(message: Message, match: Match[Thing], statuses: list[Match[str]]) -> str | None:
    """Find what was done with "it" later in the sentence: "couldn't get my xarelto so haven't taken it"."""
    others = [thing.start for thing in message.things if thing.value.medicine and thing.start >= match.end]
    limit = min([message.sentence_end(match.start), *others])
    for cue in statuses:
        if match.end <= cue.start < limit and cue.value in ("missed", "ran_out", "stopped"):
            return cue.value if _IT.intersection(message.words[cue.end : cue.end + 1]) else None
    return None


def _is_intended(message: Message, position: int) -> bool:
    floor = max(message.sentence_start(position), position - 3)
    before = message.words[floor:position]
    return (
        message.words[position] in ("take", "use", "put", "start", "try", "have", "inject", "get")
        and any(word in _INTENT for word in before)
        and before[-2:] != ["had", "to"]
    )


def _is_alone(message: Message, start: int, end: int) -> bool:
    """Tell whether a medicine makes up its whole clause ("migraine 6, suma, bed")."""
    while end < message.sentence_end(start) and message.words[end] in _FORMS:
        end += 1
    first = start == message.sentence_start(start) or message.words[start - 1] in (",", "+", "and", ":")
    last = end >= message.sentence_end(start) or message.words[end] in _BREAKS | {
        "and",
        "+",
        "at",
        "twice",
        "again",
    }
    return first and last
