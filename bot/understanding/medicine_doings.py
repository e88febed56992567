"""What was done with a medicine that a message names: taken, missed, run out of, stopped, or only spoken of.

It is told by the nearest word of doing before the medicine ("forgot my"), or right after it ("ran out"). Where there is
none, the place tells: in a diary a medicine alone between commas, listed with one that was taken, or named as what
something happened on or after ("itchy since the patch"), was taken. What is asked, planned or weighed up was not.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.understanding import medicine_changes, medicine_courses, medicine_left, medicine_signs
from bot.understanding.doses import Dose
from bot.understanding.lexicon import Thing
from bot.understanding.matching import Match
from bot.understanding.message import SENTENCE_ENDS, Message

_FORMS = frozenset(
    (
        "shot", "injection", "infusion", "pen", "tablet", "tablets", "patch", "jab", "today",
        "yesterday", "earlier", "gel", "cream", "ointment", "drops", "spray", "capsule", "capsules",
        "syrup", "inhaler", "inj", "swig", "glug", "slug", "gulp", "spoonful", "capful",
    )
)  # fmt: skip
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
_PLANNED = frozenset(("take", "use", "put", "start", "restart", "try", "have", "inject", "get"))
"""Words of taking that a word of intent before them makes a plan of."""
_DOUBTS = frozenset(
    ("might", "may", "should", "would", "could", "whether", "wonder", "wondering", "ask", "asking")
)
"""Make anything that may follow a plan or a question: "they might put me on"."""
_WEIGHING = frozenset(("should", "could", "can", "shall", "may", "might", "would", "if", "whether"))
_UPON = frozenset(
    ("after", "from", "on", "with", "since", "despite", "under", "only", "just", "even", "except")
)
"""Before a medicine of which nothing else is said, mean that it was taken ("pain free after the botox")."""
_SMALL = frozenset(("my", "the", "some", "a", "an", "this", "that", "last", "usual"))
_JOINS = frozenset(("and", ",", "plus", "+", "with", "&", "then", "my", "the", "some", "a", "also", "usual"))
_DONE = frozenset(
    (
        "changed", "late", "applied", "inserted", "as", "nocte", "bd", "od", "tds", "prn", "today",
        "tonight", "yesterday", "this", "last", "at", "every", "twice", "daily", "before", "after",
        "again", "for", "in", "then", "day", "first", "x", "with", "on", "same",
    )
)  # fmt: skip
"""Right after a medicine or its form, mean that it was taken ("patch changed", "as usual", "for the knees")."""
_ROUTINE = frozenset(
    ("regular", "daily", "nightly", "weekly", "usual", "extra", "another", "second", "prn", "more")
)
_TOLD_DONE = frozenset(
    (
        "taken", "done", "down", "swallowed", "injected", "popped", "necked", "applied", "inhaled",
        "given", "used", "jabbed", "swapped", "changed", "administered", "inserted", "downed", "drunk",
        "had", "stuck", "rubbed", "puffed", "sprayed", "gulped",
    )
)  # fmt: skip
GIVEN = frozenset(("took", "borrowed", "had", "pinched", "nicked", "used", "popped", "drank", "swallowed"))
"""Said first or after "I", leave no doubt about who took it and that it was."""
_NOT_TAKEN = ("missed", "ran_out", "stopped")
_SAID_AFTER = ("effect", "left", "emptied")
"""What counts only after a medicine's name."""
_MEANING = {"left": "missed", "emptied": "ran_out"}
_PARTING = frozenset((",", "but", "so", "and", "because", "for", "to"))
_ALL_OF = _FORMS | frozenset(
    (
        "all", "both", "have", "has", "been", "were", "was", "are", "is", "now", "just", "duly", "got",
        "only", "'s", "safely", "finally", "already", "also", "morning", "dose", "mg",
    )
)  # fmt: skip
_IN_LIST = frozenset(("and", "mg", "my", "a", "some", "the"))
_IT = frozenset(("it", "them", "any", "one"))
_OBJECTS = frozenset(("it", "the", "my", "them", "that", "this"))
_DUE_REACH = 4
_BEGINS = frozenset(("start", "starts", "starting", "begin", "begins", "beginning", "commence"))
_LATER = frozenset(
    (
        "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "next", "weekend", "mon", "tues", "weds", "wed", "thurs", "fri", "sat", "sun", "soon",
    )
)  # fmt: skip
"""After a word of beginning, mean that it has not begun."""

_FETCHED = frozenset(
    ("picked", "collected", "got", "bought", "fetched", "have", "been", "prescribed", "given")
)


_PUT_OFF = frozenset(("holding", "held"))
"""With "off", mean that it was not taken, whatever they are said to wait for."""


class Doings:
    """What was done with the medicines of one message."""

    def __init__(self, message: Message, cues: list[Match[str]], medicines: list[Match[Thing]]) -> None:
        self._message, self._cues = message, cues
        self._cue_starts = [cue.start for cue in cues]
        self._medicines, self._medicine_starts = medicines, [match.start for match in medicines]
        self._named = {spot for match in medicines for spot in range(match.start, match.end)}
        self.taken: list[int] = []
        """Where the medicines end that were taken, their amounts included."""

    def status(self, match: Match[Thing]) -> str | None:
        """Find what was done with a medicine: the nearest cue before it, or one right after it."""
        before, after = self._before(match), self._after(match)
        changed = self._changed(match)
        if changed is not None and after not in _NOT_TAKEN:
            return changed
        if medicine_courses.had_after(self._message.words, match.end) is not None:
            return "taken"
        if after not in _NOT_TAKEN and self._is_none(match):
            after = "ran_out" if self._is_left(match) else "missed"
        if after not in _NOT_TAKEN and (before is None or before.value == "mentioned"):
            after = self._said_of_it(match) or after
        if after not in _NOT_TAKEN and self._is_left_lying(match, before):
            after = "missed"
        if after not in _NOT_TAKEN and medicine_left.is_without(self._message, match.end, self._limit(match)):
            after = "ran_out"
        if before is not None and self._is_in_hand(match, before):
            return "missed"
        if before is None or after in _NOT_TAKEN:
            return "mentioned" if after is None and self._is_for_later(match) else after
        return self._told_before(match, before)

    def _changed(self, match: Match[Thing]) -> str | None:
        """Find whether a medicine was left for another, came in its place, or was turned up or down."""
        at = bisect_left(self._medicine_starts, match.start)
        beside = self._medicines[max(0, at - 1) : at], self._medicines[at + 1 : at + 2]
        said = medicine_changes.told(self._message, match, *beside)
        return "mentioned" if said == "taken" and self._is_for_later(match) else said

    def _told_before(self, match: Match[Thing], cue: Match[str]) -> str:
        """Read the word of doing before a medicine, unless it is a plan."""
        word = self._message.words[cue.start]
        if cue.value == "stopped" and self._is_only_weighed(cue):
            return "mentioned"
        later = (word not in GIVEN and self._is_for_later(match)) or self._begins_later(match, cue)
        if cue.value == "taken" and (later or _is_intended(self._message, cue.start)):
            return "mentioned"
        return cue.value

    def _is_left_lying(self, match: Match[Thing], before: Match[str] | None) -> bool:
        """Tell whether it is said farther on that a medicine was not taken ("stayed in its box", "and I forgot")."""
        words, limit = self._message.words, self._limit(match)
        if before is not None and words[before.start] in GIVEN:
            return False
        if medicine_left.lies(words, match.end, limit):
            return True
        if before is not None and before.value not in ("mentioned", "taken"):
            return False
        if (before is None or before.value == "mentioned") and medicine_left.lapsed(words, match.end, limit):
            return True
        return medicine_left.is_told_after(self._message, match.end - 1)

    def _is_only_weighed(self, cue: Match[str]) -> bool:
        """Tell "should I stop the tablets" from "stopped the tablets"."""
        led = self._message.words[max(0, cue.start - 2) : cue.start]
        return self._message.words[cue.start] in (
            "stop",
            "quit",
            "come",
            "stopping",
        ) and not _WEIGHING.isdisjoint(led)

    def _is_for_later(self, match: Match[Thing]) -> bool:
        """Tell whether a medicine is still to be begun ("upped to 5, start tomorrow", "10mg begins monday")."""
        words = self._message.words
        end = min(self._message.sentence_end(match.start), match.end + _STATUS_REACH + _EFFECT_REACH)
        for index in range(match.end, end - 1):
            following = words[index + 1 : index + 3]
            if words[index] in _BEGINS and not _LATER.isdisjoint(following):
                return True
            if words[index] in ("from", "as of") and following[:1] == ["tomorrow"]:
                return True
        return False

    def _is_in_hand(self, match: Match[Thing], cue: Match[str]) -> bool:
        """Tell a medicine that was fetched and is still to be begun ("picked up the X, starting Sunday")."""
        return self._message.words[cue.start] in _FETCHED and self._is_for_later(match)

    def _begins_later(self, match: Match[Thing], cue: Match[str]) -> bool:
        """Tell "starting ozempic monday" from "started ozempic monday"."""
        words = self._message.words
        return words[cue.start] in _BEGINS and not _LATER.isdisjoint(words[match.end : match.end + 3])

    def is_weighed(self, match: Match[Thing]) -> bool:
        """Tell whether a medicine is asked about, weighed up or due ("wondering if X", "X jab due friday")."""
        words = self._message.words
        floor = self._message.sentence_start(match.start)
        if not _DOUBTS.isdisjoint(words[floor : match.start]):
            return True
        limit = min(self._limit(match), match.end + _DUE_REACH)
        return any(
            cue.value == "mentioned" and cue.start < limit and _FORMS.issuperset(words[match.end : cue.start])
            for cue in islice(self._cues_from(match.end), 1)
        )

    def is_plainly_taken(self, match: Match[Thing], dose: Dose) -> bool:
        """Tell whether a medicine that nothing was said of was taken, by where it stands."""
        words, first = self._message.words, self._message.sentence_start(match.start)
        end = dose.end
        while end < len(words) and words[end] in _FORMS:
            end += 1
        if words[end : end + 2] == ["no", "."]:
            end += 3  # "infusion no. 3 today"
        if medicine_signs.shows(self._message, dose.start, max(match.end, dose.end)):
            return True
        if medicine_signs.shows(self._message, dose.start, end):
            return True
        following = {*words[dose.end : dose.end + 1], *words[end : end + 1]}
        if medicine_courses.counts_weeks(words, dose.end) or (
            words[dose.start - 1 : dose.start] == ["of"]
            and medicine_courses.counts_weeks(words, dose.start - 3)
        ):
            return True
        late = "late" in words[end : end + 4] or words[end + 1 : end + 2] == ["times"]
        if self._is_listed(dose, first) or following & _DONE or late:
            return True
        led = dose.start
        while led > first and words[led - 1] in _SMALL:
            led -= 1
        if led > first and words[led - 1] in _UPON:
            return True
        return any(
            ended < dose.start and _JOINS.issuperset(words[ended : dose.start]) for ended in self.taken[-1:]
        )

    def _is_listed(self, dose: Dose, first: int) -> bool:
        """Tell a medicine that is a clause of its own, with how often before or after it ("GTN spray once,")."""
        words, start, end = self._message.words, dose.start, dose.end
        while start > first and words[start - 1] in _ROUTINE:
            start -= 1
        while end < len(words) and words[end] in _FORMS:
            end += 1
        once = words[end : end + 1] == ["once"] and (words[end + 1 : end + 2] or ["."])[0] in _BREAKS
        return once or _is_alone(self._message, start, dose.end)

    def _is_none(self, match: Match[Thing]) -> bool:
        """Tell whether there was none of a medicine ("no gabapentin left", "no meds today")."""
        before = self._message.words[max(0, match.start - 2) : match.start]
        after = self._message.words[match.end : match.end + 1]
        return (
            before[-1:] in (["no"], ["zero"], ["not"])
            or after in (["none"], ["nil"])
            or (self._is_left(match) and not {"no", "any", "havent", "zero"}.isdisjoint(before))
        )

    def _is_left(self, match: Match[Thing]) -> bool:
        return self._message.words[match.end : match.end + 1] == ["left"]

    def _before(self, match: Match[Thing]) -> Match[str] | None:
        index, words = bisect_left(self._cue_starts, match.start) - 1, self._message.words
        while index >= 0 and match.start - self._cues[index].end <= _STATUS_REACH:
            cue = self._cues[index]
            if cue.end <= match.start and cue.value not in _SAID_AFTER:
                if words[cue.start : cue.end] == ["off"] and medicine_signs.is_from(self._message, cue.start):
                    return replace(cue, value="effect")
                if words[cue.start : cue.end + 1] == ["off", ","]:
                    return None  # "lights off, rizatriptan 10mg"
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
        words = self._message.words
        for cue in self._cues_from(match.end):
            if cue.start >= limit:
                return None
            if words[cue.start] in _TOLD_DONE and _ALL_OF.issuperset(words[match.end : cue.start]):
                return "taken"
            if words[cue.start : cue.end] == ["without"] and medicine_left.has_object(words, cue.end):
                continue
            if cue.value in (*_NOT_TAKEN, *_SAID_AFTER) and words[cue.start : cue.end] != ["off"]:
                gap = words[match.end : cue.start]
                return self._told(cue, gap) if _PARTING.isdisjoint(gap) else None
        return None

    def _told(self, cue: Match[str], gap: list[str]) -> str:
        """Read what is said after a medicine: "X stopped it" is what X did, "meds taken" what I did."""
        words = self._message.words
        acted = words[cue.start] == "stopped" and "i" not in gap
        if acted and not _OBJECTS.isdisjoint(words[cue.end : cue.end + 1]):
            return "effect"
        return _MEANING.get(cue.value, cue.value)

    def _said_of_it(self, match: Match[Thing]) -> str | None:
        """Find what was done with "it" later in the sentence: "couldn't get my xarelto so haven't taken it"."""
        limit = self._limit(match)
        for cue in self._cues_from(match.end):
            if cue.start >= limit:
                return None
            if cue.value == "missed" and self._message.words[cue.start] in _PUT_OFF:
                return "missed"
            if cue.value in _NOT_TAKEN and cue.start > match.end:
                return cue.value if _IT.intersection(self._message.words[cue.end : cue.end + 1]) else None
        return None

    def _cues_from(self, position: int) -> Iterator[Match[str]]:
        return islice(self._cues, bisect_left(self._cue_starts, position), None)


def _is_intended(message: Message, position: int) -> bool:
    first = message.sentence_start(position)
    if message.words[position] in GIVEN:  # "I'd say a 6, took two paracetamol"
        first = max((at for at in range(first, position) if message.words[at] in _BREAKS), default=first)
    if not _DOUBTS.isdisjoint(message.words[max(first, position - _STATUS_REACH) : position]):
        led = message.words[max(first, position - 2) : position]
        return led[-1:] != ["have"] or led[0] in ("would", "should", "could")
    before = message.words[max(first, position - 3) : position]
    return (
        message.words[position] in _PLANNED
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
