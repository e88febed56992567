"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

What was done is told by the nearest word of doing before the medicine ("forgot my"), or right after it ("ran out"). A
medicine with an amount, or one that stands alone between commas, was taken; one that is only spoken of was mentioned.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from bot.domain.readings import MedicationMention
from bot.understanding import ownership
from bot.understanding.doses import DoseReader
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
    medicines = [thing for thing in message.things if thing.value.medicine]
    if not medicines:
        return ()
    doings = _Doings(message, lexicon.medicine_status.all(message.stems), medicines)
    doses = DoseReader(lexicon, message)
    found: dict[str, MedicationMention] = {}
    places: dict[str, int] = {}
    counted = {match.start for match in medicines if message.words[match.end - 1] in lexicon.units}
    for match in sorted(medicines, key=lambda match: match.start in counted):
        if ownership.is_someone_elses(lexicon, message, match.start) or (
            match.start in counted and doses.is_claimed(match.start)
        ):
            continue
        mention = _read(message, match, doings, doses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
                places.setdefault(mention.name, match.start)
    if any(name.startswith("insulin ") for name in found):
        found.pop("insulin", None)
    return tuple(sorted(found.values(), key=lambda mention: places[mention.name]))


def _read(
    message: Message, match: Match[Thing], doings: "_Doings", doses: DoseReader
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    dose = doses.read(match, medicine)
    status = doings.status(match)
    if match.value.kind == "short" and dose.text is None and status in (None, "mentioned", "effect"):
        return None
    if status is None:
        alone = _is_alone(message, dose.start, dose.end)
        status = (
            "taken"
            if (dose.text or alone) and not ownership.is_asked(message, match.start, match.end)
            else "mentioned"
        )
    elif status == "taken" and ownership.is_asked(message, match.start, match.end):
        status = "mentioned"
    if status == "effect":
        status = "taken"
    return _mention(medicine.name, message.quote(dose.start, dose.end), dose.text, status)


def _mention(name: str, words: str, dose: str | None, status: str) -> MedicationMention:
    taken = _STATUSES.get(status)
    for known in ("taken", "missed", "ran_out", "stopped"):
        if status == known:
            return MedicationMention(name, words, dose, taken, known)
    return MedicationMention(name, words, dose, None, "mentioned")


class _Doings:
    """What was done with the medicines of one message."""

    def __init__(self, message: Message, cues: list[Match[str]], medicines: list[Match[Thing]]) -> None:
        self._message, self._cues = message, cues
        self._cue_starts = [cue.start for cue in cues]
        self._medicine_starts = [match.start for match in medicines]
        self._named = {spot for match in medicines for spot in range(match.start, match.end)}

    def status(self, match: Match[Thing]) -> str | None:
        """Find what was done with a medicine: the nearest cue before it, or one right after it."""
        before, after = self._before(match), self._after(match)
        if after in _NOT_TAKEN or self._is_none(match):
            return after if after in _NOT_TAKEN else "ran_out" if self._is_left(match) else "missed"
        if before is None or before.value == "mentioned":
            after = self._said_of_it(match) or after
        if before is None or (before.value == "mentioned" and after in _NOT_TAKEN):
            return after
        if before.value == "taken" and _is_intended(self._message, before.start):
            return "mentioned"
        return before.value

    def _is_none(self, match: Match[Thing]) -> bool:
        """Tell whether there was none of a medicine ("no gabapentin left", "no meds today")."""
        before = self._message.words[max(0, match.start - 2) : match.start]
        return before[-1:] in (["no"], ["zero"]) or (
            self._is_left(match) and not {"no", "any", "havent", "zero"}.isdisjoint(before)
        )

    def _is_left(self, match: Match[Thing]) -> bool:
        return self._message.words[match.end : match.end + 1] == ["left"]

    def _before(self, match: Match[Thing]) -> Match[str] | None:
        index = bisect_left(self._cue_starts, match.start) - 1
        while index >= 0 and match.start - self._cues[index].end <= _STATUS_REACH:
            cue = self._cues[index]
            if cue.end <= match.start and cue.value != "effect":
                same = self._message.sentence[cue.start] == self._message.sentence[match.start]
                return cue if same and self._reaches(cue.end, match.start) else None
            index -= 1
        return None

    def _reaches(self, start: int, end: int) -> bool:
        """Tell whether a cue reaches a medicine: over a comma only past other medicines and amounts."""
        words = self._message.words
        if not _REASONS.isdisjoint(words[start:end]):
            return False
        broken = False
        for index in range(start, end):
            word = words[index]
            if word in _BREAKS:
                if word != ",":
                    return False
                broken = True
            elif broken and not (index in self._named or word[0].isdecimal() or word in _IN_LIST):
                return False
        return True

    def _limit(self, match: Match[Thing]) -> int:
        """Give where what is said after a medicine ends: at the next medicine, or with the sentence."""
        following = bisect_left(self._medicine_starts, match.end)
        others = self._medicine_starts[following : following + 1]
        return min([self._message.sentence_end(match.start), *others])

    def _after(self, match: Match[Thing]) -> str | None:
        limit = min(self._limit(match), match.end + _EFFECT_REACH + 3)
        for cue in self._cues_from(match.end):
            if cue.start >= limit:
                return None
            if cue.value in (*_NOT_TAKEN, "effect"):
                gap = self._message.words[match.end : cue.start]
                return cue.value if _PARTING.isdisjoint(gap) else None
        return None

    def _said_of_it(self, match: Match[Thing]) -> str | None:
        """Find what was done with "it" later in the sentence: "couldn't get my xarelto so haven't taken it"."""
        limit = self._limit(match)
        for cue in self._cues_from(match.end):
            if cue.start >= limit:
                return None
            if cue.value in _NOT_TAKEN:
                return cue.value if _IT.intersection(self._message.words[cue.end : cue.end + 1]) else None
        return None

    def _cues_from(self, position: int) -> Iterator[Match[str]]:
        return islice(self._cues, bisect_left(self._cue_starts, position), None)


_NOT_TAKEN = ("missed", "ran_out", "stopped")
_PARTING = frozenset((",", "but", "so", "and", "because", "for"))
_IN_LIST = frozenset(("and", "mg", "my", "a", "some", "the"))
_IT = frozenset(("it", "them", "any", "one"))


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
