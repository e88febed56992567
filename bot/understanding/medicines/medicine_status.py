"""What was done with a medicine that a message names: taken, missed, run out of, stopped, or only spoken of.

Several signs can tell it: words of doing before the name ("forgot my") and after it ("ran out"), a swap, what a later
clause says. `StatusReader` asks them in the order of its table, the surest first. Where none says anything,
`medicine_signs` tells by the place whether it was taken. What is asked or planned was not (`medicine_plans`).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import ClassVar

from bot.domain.readings import MedicineStatus
from bot.understanding.medicines import (
    dose_asides,
    medicine_advice,
    medicine_changes,
    medicine_lapses,
    medicine_plans,
    medicine_signs,
    medicine_supply,
    medicine_untaken,
)
from bot.understanding.medicines.doses import Dose
from bot.understanding.whose import ownership
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_REASONS = frozenset(("since", "because", "from", "after", "when", "while"))
_STATUS_REACH = 8
_AFTER_REACH = 7
_DUE_REACH = 4
_NOT_TAKEN = frozenset(("missed", "ran_out", "stopped"))
_SAID_AFTER: Mapping[str, str] = {"effect": "effect", "left": "missed", "emptied": "ran_out"}
"""Cues that count only after a medicine's name, and what they say of it."""
_TELLING_AFTER = _NOT_TAKEN | _SAID_AFTER.keys()
_STATUS_OF: Mapping[str, MedicineStatus] = {
    "taken": "taken", "effect": "taken", "missed": "missed", "ran_out": "ran_out", "stopped": "stopped",
    "mentioned": "mentioned", "kept": "taken",
}  # fmt: skip
_TOLD_DONE = frozenset(
    (
        "taken", "done", "down", "swallowed", "injected", "popped", "necked", "applied", "inhaled",
        "given", "used", "jabbed", "swapped", "changed", "administered", "inserted", "downed", "drunk",
        "had", "stuck", "rubbed", "puffed", "sprayed", "gulped",
    )
)  # fmt: skip
_PARTING = frozenset((",", "but", "so", "and", "because", "for", "to"))
_ALL_OF = medicine_signs.FORMS | frozenset(
    (
        "all", "both", "have", "has", "been", "were", "was", "are", "is", "now", "just", "duly", "got",
        "only", "'s", "safely", "finally", "already", "also", "morning", "dose", "mg",
    )
)  # fmt: skip
_IN_LIST = frozenset(("and", "mg", "my", "a", "some", "the"))
_IT = frozenset(("it", "them", "any", "one"))
_IT_ENDED = (["it"], ["them"], ["that"], ["this"])
_OF_SYMPTOM = frozenset(("the", "my", "me", "all", "that", "this", "those", "these", "from", "most", "of"))
_WHEN = frozenset(("week", "month", "morning", "evening", "year", "day", "afternoon", "weekend", "summer"))
_FETCHED = frozenset(
    ("picked", "collected", "got", "bought", "fetched", "have", "been", "prescribed", "given")
)
_LATER_DAYS = (["tomorrow"], ["due"], ["next", "week"])
_SWALLOWED = medicine_plans.TOOK - {"had"}
"""Say that it was taken, whatever is then finished."""
_PUT_OFF = frozenset(("holding", "held"))
"""With "off", mean that it was not taken, whatever they are said to wait for."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A medicine with the nearest word of doing before it, and what is said right after it."""

    match: Match[Thing]
    limit: int
    """Where what is said after it ends."""
    before: Match[str] | None
    after: str | None

    @property
    def is_untold(self) -> bool:
        """True where nothing before it says that anything was done with it."""
        return self.before is None or self.before.value == "mentioned"


class StatusReader:
    """Reads what was done with the medicines of one message, in the order they are asked for."""

    def __init__(self, lexicon: Lexicon, message: Message, medicines: list[Match[Thing]]) -> None:
        self._message, self._units = message, lexicon.units
        self._cues = [
            self._meant_by(cue)
            for cue in lexicon.medicine_status.all(message.stems)
            if not (medicine_lapses.is_rated(message, cue) or medicine_lapses.is_warm(message.words, cue))
        ]
        self._cue_starts = [cue.start for cue in self._cues]
        self._medicines, self._medicine_starts = medicines, [match.start for match in medicines]
        self._named = {spot for match in medicines for spot in range(match.start, match.end)}
        self._last_taken: int | None = None
        """Where the medicine ends that was read last as taken, its amount included."""

    def _meant_by(self, cue: Match[str]) -> Match[str]:
        """Take a word of doing that is denied, still to come, or of where it is kept for what it says there."""
        words = self._message.words
        is_about = cue.value in {"taken", "effect"} and medicine_signs.lies_about(words, cue.end - 1)
        if is_about or (cue.value == "ran_out" and medicine_lapses.is_to_run_out(words, cue)):
            return replace(cue, value="mentioned")
        kept = cue.value in _NOT_TAKEN and (
            medicine_lapses.is_denied(words, cue) or medicine_lapses.is_still_to_come(words, cue)
        )
        return replace(cue, value="kept") if kept else cue

    def read(self, match: Match[Thing], dose: Dose) -> MedicineStatus | None:
        """Tell what was done with a medicine; None where its name is short and nothing shows that it is meant."""
        if self._is_handed_over(match, dose):
            return "mentioned"
        said = self._said(match)
        unsure = match.value.kind == "short" and dose.text is None and said in (None, "mentioned", "effect")
        if unsure and not medicine_signs.is_paired(self._message.words, match, self._medicines):
            return None
        status = self._judged(match, dose, said)
        if status == "taken":
            self._last_taken = dose.end
        return status

    def _is_handed_over(self, match: Match[Thing], dose: Dose) -> bool:
        """Tell what a shop let one have, and what was collected, from what was then taken."""
        words = self._message.words
        had = medicine_supply.is_handed_over(words, dose.start, match.start)
        had = had or medicine_supply.is_pack(words, match.start - 2, match.start)
        return had and not medicine_advice.is_followed(self._message, match.end, self._limit(match))

    def _judged(self, match: Match[Thing], dose: Dose, said: str | None) -> MedicineStatus:
        """Weigh what is ``said`` against questions, plans and an amount."""
        message = self._message
        if medicine_plans.is_question(message, match.start):
            if medicine_advice.is_had_before(message, match.start):
                return "taken"
            return "missed" if medicine_untaken.is_not_begun(message, match.end - 1) else "mentioned"
        if said is None:
            taken = dose.text or medicine_signs.show(message, dose, self._last_taken)
            asked = taken and ownership.is_asked(message, match.start, match.end)
            return "taken" if taken and not asked and not self._is_weighed(match, dose) else "mentioned"
        if said == "stopped" and dose.text and medicine_changes.is_tapered(message.words, match.start):
            said = "taken"
        if said == "taken" and ownership.is_asked(message, match.start, match.end):
            return "taken" if medicine_plans.is_told(message, match.start) else "mentioned"
        return _STATUS_OF[said]

    def _said(self, match: Match[Thing]) -> str | None:
        """Ask the signs in turn what was done with a medicine."""
        limit = self._limit(match)
        named = _Named(match, limit, self._cue_before(match), self._told_after(match, limit))
        return next((said for sign in self._SIGNS if (said := sign(self, named)) is not None), None)

    def _not_taken(self, named: _Named) -> str | None:
        """Read "ran out" and "not taken" right after the name."""
        return named.after if named.after in _NOT_TAKEN else None

    def _changed(self, named: _Named) -> str | None:
        """Find whether a medicine was left for another, came in its place, or was turned up or down."""
        at = bisect_left(self._medicine_starts, named.match.start)
        previous = self._medicines[at - 1] if at else None
        following = self._medicines[at + 1] if at + 1 < len(self._medicines) else None
        said = medicine_changes.told(self._message, named.match, previous, following)
        return self._for_later(named) or said if said == "taken" else said

    def _had(self, named: _Named) -> str | None:
        """Read "gp says try imodium, had 1"."""
        had = dose_asides.had_after(self._message.words, named.match.end)
        return "taken" if had is not None else None

    def _in_hand(self, named: _Named) -> str | None:
        """Read a medicine that was fetched and is still to be begun ("picked up the X, starting Sunday")."""
        fetched = named.before is not None and self._message.words[named.before.start] in _FETCHED
        return "missed" if fetched and self._for_later(named) else None

    def _none_of_it(self, named: _Named) -> str | None:
        """Read "no gabapentin left", "no meds today", "held my metoprolol" and "3 paracetamol left, took none"."""
        words, match = self._message.words, named.match
        before, after = words[max(0, match.start - 2) : match.start], words[match.end : match.end + 1]
        if medicine_supply.is_none_left(words, match.start, match.end, self._units):
            return "ran_out"
        if before[-1:] in (["no"], ["zero"], ["not"]) or after in (["none"], ["nil"], ["0"]):
            return "missed"
        held = medicine_untaken.is_held(words, match.start) or medicine_untaken.is_none_of(words, match.start)
        none = held or medicine_untaken.took_none(words, match.end, named.limit)
        return "missed" if none else None

    def _later(self, named: _Named) -> Iterator[Match[str]]:
        """Give the words of doing farther on, where none before the name says that it was left."""
        told = not (named.is_untold or self._is_taken(named))
        return takewhile(lambda cue: not told and cue.start < named.limit, self._cues_from(named.match.end))

    def _kept(self, named: _Named) -> str | None:
        """Read "not missed any", said farther on."""
        return "kept" if any(cue.value == "kept" for cue in self._later(named)) else None

    def _scarce(self, named: _Named) -> str | None:
        """Read "chemist has no X till wed, still have a bit"."""
        words, match = self._message.words, named.match
        left = medicine_supply.is_some_left(words, match.start, match.end, named.limit)
        return "mentioned" if left else None

    def _answered(self, named: _Named) -> str | None:
        """Read "metformin: no" and "sertraline ✅"."""
        return medicine_signs.answered(self._message, named.match.end) if named.is_untold else None

    def _supplied(self, named: _Named) -> str | None:
        """Find whether there is none of it any more, or all of it still."""
        words, match, limit = self._message.words, named.match, named.limit
        if medicine_supply.is_used_up(words, match.start, match.end, limit):
            return "ran_out"
        return "missed" if medicine_supply.is_whole(words, match.end, limit) else None

    def _ended(self, named: _Named) -> str | None:
        """Read a clause of its own that ends it: "oxycodone 5, stopped last week", "omeprazole 20, none left"."""
        if named.before is not None and self._message.words[named.before.start] in _SWALLOWED:
            return None
        for cue in self._later(named):
            left = cue.value in _NOT_TAKEN
            if left and medicine_lapses.is_of_itself(self._message, cue, named.match.end):
                return cue.value
        return None

    def _followed(self, named: _Named) -> str | None:
        """Read "dr said to take X, took it" and "forgot X, took it at 2"."""
        message, start, end = self._message, named.match.end, named.limit
        if named.before is None or named.before.value not in _NOT_TAKEN:
            return "taken" if medicine_advice.is_followed(message, start, end) else None
        late = named.before.value == "missed" and medicine_advice.is_taken_late(message, start, end)
        return "taken" if late else None

    def _of_it(self, named: _Named) -> str | None:
        """Find what was done with "it" later in the sentence: "couldn't get my xarelto so haven't taken it"."""
        words = self._message.words
        for cue in self._cues_from(named.match.end) if named.is_untold else ():
            if cue.start >= named.limit:
                return None
            if cue.value == "missed" and words[cue.start] in _PUT_OFF:
                return "missed"
            if cue.value in _NOT_TAKEN and cue.start > named.match.end:
                return cue.value if _IT.intersection(words[cue.end : cue.end + 1]) else None
        return None

    def _untaken(self, named: _Named) -> str | None:
        """Find whether it is said farther on that it was not taken ("stayed in its box", "and I forgot")."""
        words, start, limit = self._message.words, named.match.end, named.limit
        if named.before is not None and words[named.before.start] in medicine_plans.TOOK:
            return None
        behind = medicine_untaken.is_left_behind(words, named.match.start, start)
        if behind or medicine_untaken.lies(words, start, limit):
            return "missed"
        if not (named.is_untold or self._is_taken(named)):
            return None
        lapsed = named.is_untold and medicine_untaken.lapsed(words, start, limit)
        return "missed" if lapsed or medicine_untaken.is_told_after(self._message, start - 1) else None

    def _without(self, named: _Named) -> str | None:
        """Read "so I'm without", said farther on."""
        without = medicine_untaken.is_without(self._message.words, named.match.end, named.limit)
        return "ran_out" if without else None

    def _done(self, named: _Named) -> str | None:
        """Read the word of doing before a medicine, unless it is a plan."""
        message, cue = self._message, named.before
        if cue is None:
            return "missed" if medicine_plans.is_too_ill(message, named.match.start) else None
        if cue.value in ("taken", "mentioned") and medicine_plans.is_too_ill(message, cue.end - 1):
            return "missed"
        if medicine_advice.is_given(message, cue, named.match.start):
            return "taken"
        if cue.value in ("stopped", "missed") and medicine_plans.is_only_weighed(message, cue.start):
            return "mentioned"
        if cue.value == "taken" and (
            medicine_plans.is_intended(message, cue.start)
            or medicine_plans.begins_later(message, cue.start, named.match)
            or (message.words[cue.start] not in medicine_plans.TOOK and self._for_later(named))
            or medicine_signs.is_due_by_itself(message, cue.end, named.match, self._named, self._units)
            or medicine_plans.is_short_of(message, named.match.start)
        ):
            return "mentioned"
        return cue.value

    def _told(self, named: _Named) -> str | None:
        return named.after

    def _for_later(self, named: _Named) -> str | None:
        return "mentioned" if medicine_plans.is_for_later(self._message, named.match) else None

    _SIGNS: ClassVar[tuple[Callable[["StatusReader", _Named], str | None], ...]] = (
        _scarce, _not_taken, _changed, _had, _in_hand, _none_of_it, _answered, _kept, _supplied, _of_it, _untaken,
        _without, _ended, _followed, _done, _told, _for_later,
    )  # fmt: skip
    """What can tell of a medicine, the surest first."""

    @staticmethod
    def _is_taken(named: _Named) -> bool:
        return named.before is not None and named.before.value == "taken"

    def _is_weighed(self, match: Match[Thing], dose: Dose) -> bool:
        """Tell whether a medicine is asked about, weighed up or due ("wondering if X", "X jab due friday")."""
        if (
            medicine_plans.is_planned(self._message, dose.start)
            or medicine_plans.is_booked(self._message, dose.start)
            or medicine_plans.is_doubted(self._message, match.start)
            or medicine_plans.is_due(self._message, max(match.end, dose.end))
        ):
            return True
        words, limit = self._message.words, min(self._limit(match), match.end + _DUE_REACH)
        cue = next(self._cues_from(match.end), None)
        if cue is None or cue.value != "mentioned" or cue.start >= limit:
            return False
        return medicine_signs.FORMS.issuperset(words[match.end : cue.start])

    def _cue_before(self, match: Match[Thing]) -> Match[str] | None:
        """Find the nearest word of doing before a medicine that reaches it."""
        words = self._message.words
        for index in range(bisect_left(self._cue_starts, match.start) - 1, -1, -1):
            cue = self._cues[index]
            if match.start - cue.end > _STATUS_REACH:
                return None
            if cue.end > match.start or cue.value in _SAID_AFTER:
                continue
            if words[cue.start : cue.end] == ["off"]:
                if medicine_signs.is_from(self._message, cue.start):
                    return replace(cue, value="effect")
                if words[cue.end] == ",":
                    return None  # "lights off, rizatriptan 10mg"
            if words[cue.end] == "," and words[cue.start : cue.end] in _LATER_DAYS:
                return None  # "methotrexate tomorrow, folic acid today"
            away = cue.value in _NOT_TAKEN and medicine_lapses.is_elsewhere(
                self._message, cue, match.start, self._named
            )
            return cue if not away and self._reaches(cue.end, match.start) else None
        return None

    def _reaches(self, start: int, end: int) -> bool:
        """Tell whether a cue reaches a medicine: over a comma only past other medicines and amounts."""
        words = self._message.words
        if not _REASONS.isdisjoint(words[start:end]):
            return False
        broken = False
        for index in range(start, end):
            word = words[index]
            if word in medicine_plans.BREAKS:
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

    def _told_after(self, match: Match[Thing], limit: int) -> str | None:
        """Read what is said right after a medicine: "ran out", "all taken", "stayed off"."""
        limit = min(limit, match.end + _AFTER_REACH)
        words = self._message.words
        for cue in self._cues_from(match.end):
            if cue.start >= limit:
                return None
            gap = words[match.end : cue.start]
            if words[cue.start] in _TOLD_DONE and cue.value != "left" and _ALL_OF.issuperset(gap):
                return "taken"
            if words[cue.start - 1] == "mine":
                continue  # "my son's inhaler as mine ran out"
            if words[cue.start : cue.end] == ["without"] and medicine_untaken.has_object(words, cue.end):
                continue
            if words[cue.start : cue.end] == ["gave", "me"] and not gap:
                return "effect"
            if cue.value in _TELLING_AFTER and words[cue.start : cue.end] != ["off"]:
                return self._meant(cue, gap) if _PARTING.isdisjoint(gap) else None
        return None

    def _meant(self, cue: Match[str], gap: list[str]) -> str:
        """Tell "X stopped it" and "X stopped the cramps", which X did, from "X stopped", which is what I did."""
        acted = self._message.words[cue.start] == "stopped" and "i" not in gap
        if acted and self._has_object(cue.start + 1):
            return "effect"
        return _SAID_AFTER.get(cue.value, cue.value)

    def _has_object(self, position: int) -> bool:
        """Tell whether "it", "the cramps" or "my cough" begins at ``position``; "this week" is none."""
        words, start = self._message.words, self._message.past(_OF_SYMPTOM, position)
        alone = words[position : position + 1] in _IT_ENDED and self._message.word(start) not in _WHEN
        named = start > position and any(
            position <= mention.start <= start < mention.end for mention in self._message.mentions
        )  # "the runs" is a name of its own
        return alone or named

    def _cues_from(self, position: int) -> Iterator[Match[str]]:
        return islice(self._cues, bisect_left(self._cue_starts, position), None)
