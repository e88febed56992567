"""Numbers that stand last, alone or after a remark, and so rate what was told before ("cramping hard. 7")."""

from bot.domain.vocabulary import RatingCues
from bot.understanding import rating_scales
from bot.understanding.message import SENTENCE_ENDS, Message, Rating

LEAST_SCORED = 4
"""In "3 migraine" the 3 may count; in "7 pain" the 7 rates."""
LEAST_BESIDE_MEDICINE = 5
"""In "headache 2 ibuprofen" the 2 counts tablets; in "migraine 7 suma" the 7 rates."""
_ROUGHLY = frozenset(
    (
        "a", "an", "about", "around", "like", "maybe", "only", "just", "say", "so", "now", "prob",
        "probably", "still", "probs", "possibly", "perhaps", "roughly", "ok", "okay", "er", "um", "erm",
        "eh", "currently", "today", "tonight", "back", "up", "to",
    )
)  # fmt: skip
"""May open a clause that is only a rating ("knackered all day. about a 6")."""
CIRCUMSTANCES = frozenset(
    (
        "after", "afterwards", "afterward", "all", "when", "while", "during", "in", "on", "with", "this", "last",
        "every", "before", "again", "overnight", "going", "first", "most", "throughout", "whenever", "at", "like",
        "as", "where", "from", "over", "under", "behind", "above", "below", "between", "across", "because", "since",
    )
)  # fmt: skip
"""Open what may stand between a symptom and its rating at the end ("itching after the shower 5")."""
COUNTED = frozenset(
    (
        "took", "take", "taken", "had", "have", "slept", "woke", "got", "until", "till", "til", "by", "total", "pads",
        "trips", "type", "grade", "stage", "page", "bus", "room", "bristol", "bp", "hr", "pulse", "sugar", "temp",
        "than", "and", "or", "least", "lasted", "hours", "hour", "hrs", "h", "days", "day", "weeks", "week",
        "months", "month", "years", "year", "mins", "min", "minutes", "times", "time", "nights", "am", "pm", "x", "of",
        "kids", "people", "stairs", "floor", "number", "no", "mg", "ml", "tablets", "pills", "puffs",
    )
)  # fmt: skip
"""Make a number near them one of something else."""
MARKS_LAST = SENTENCE_ENDS | frozenset((",", ")", "-", "now", "today", "tonight"))
OPENING = frozenset((",", ":", "(", "-"))
_TIMES = frozenset(
    ("minutes", "mins", "min", "hours", "hour", "hrs", "hr", "h", "days", "weeks", "am", "pm", "oclock")
)
FARTHEST_CHANGED = 14
"""How many words may lie between a rating and what it became."""
FARTHEST = 9
"""How many words may lie between a symptom and its rating."""


class Standing:
    """A message's numbers and what stands around them."""

    def __init__(self, cues: RatingCues, message: Message) -> None:
        self.cues, self.message, self.words = cues, message, message.words
        self.found: list[Rating] = []
        things = message.things
        self.ends = {mention.end for mention in message.mentions}
        self.ends |= {t.end for t in things if t.value.part or t.value.symptom}
        self.part_ends = {t.end for t in things if t.value.part}
        self.starts = {t.start for t in things if t.value.part or t.value.symptom}
        self.starts |= {mention.start for mention in message.mentions}
        self.medicines = {t.start for t in things if t.value.medicine}
        self.explained = rating_scales.explained(self.words)

    def _past_ish(self, end: int) -> int:
        return end + (self.words[end : end + 1] == ["ish"])

    def _is_after_symptom(self, position: int) -> bool:
        return min(self.ends, default=len(self.words)) <= position

    def _is_closed(self, end: int) -> bool:
        """Tell whether nothing follows at ``end`` or the next symptom does, so that no things are counted."""
        return end >= len(self.words) or self.words[end] in MARKS_LAST or end in self.starts

    def _nearest_lead(self, position: int) -> int:
        """Go back over leading words to the nearest symptom or place, or as far as they go."""
        lead, start = position, self.message.sentence_start(position)
        while lead > start and lead not in self.ends and self.words[lead - 1] in self.cues.leading:
            if position - lead >= FARTHEST:
                break
            lead -= 1
        return lead

    def _is_last(self, position: int, low: float) -> bool:
        """Tell whether a number stands last, alone or after a remark, and so rates what was told before it."""
        end = position + 1 + (self.words[position + 1 : position + 2] == ["ish"])
        following = self.words[end : end + 1]
        goes_on = following and following[0] not in MARKS_LAST and following[0] not in self.cues.remarks
        if low < 1 or self.words[position] == "one" or goes_on:
            return False
        led, start = position, self.message.sentence_start(position)
        if position in self.ends and low >= LEAST_SCORED:
            return True
        while led > start and (self.words[led - 1] in _ROUGHLY or self.words[led - 1] in self.cues.strengths):
            led -= 1
        if led == start:
            return start > 0 and not self._is_bullet(position) and self._is_of_one(start - 1, low)
        if self.words[led - 1] == "," and self._is_guessed(led, position):
            return True
        if self.words[led - 1] in OPENING:
            beside = led - 1 in self.ends and (self.words[end - 1] == "ish" or self.words[led - 1] == "-")
            return beside or (following != [","] and self._is_of_one(led - 1, low))
        return self._is_after_remark(led)

    def _is_guessed(self, led: int, position: int) -> bool:
        """Tell the "maybe 3" after "had two paras, it's easing," from the one after "paras,": it counts nothing."""
        if self.words[led:position] not in (
            ["maybe"],
            ["say"],
            ["like"],
            ["prob"],
            ["probably"],
            ["now", "maybe"],
        ):
            return False
        start = self.message.sentence_start(position)
        opened = next((at + 1 for at in range(led - 2, start - 1, -1) if self.words[at] == ","), start)
        clause = range(opened, led - 1)
        told = {(m.start, m.end) for m in self.message.mentions if start <= m.start < led and not m.is_weak}
        numbered = any(self.words[index][0].isdigit() for index in clause)
        return len(told) == 1 and not numbered and self.medicines.isdisjoint(clause)

    def _is_bullet(self, position: int) -> bool:
        """Tell the 2 of a numbered list."""
        before, after = self.words[position - 1], self.words[position + 1 : position + 3]
        return before == "\n" and after[:1] in (["."], [")"]) and after[1:] not in ([], ["\n"])

    def _is_of_one(self, position: int, low: float) -> bool:
        """Tell whether the sentence up to ``position`` speaks of one symptom, so that no other can be meant."""
        alone = self.words[position] in SENTENCE_ENDS
        while position > 0 and {self.words[position], self.words[position - 1]} <= SENTENCE_ENDS:
            position -= 1  # "tired... 5", "back pain!! 9"
        start = self.message.sentence_start(position)
        if self.words[position] == "?":
            return False
        told = {
            (m.start, m.end) for m in self.message.mentions if start <= m.start < position and not m.is_weak
        }
        if len(told) != 1:
            return False
        after = range(max(end for _, end in told), position)
        numbered = not alone and any(
            self.words[index][0].isdigit() and self.words[index + 1] not in _TIMES for index in after
        )
        return not numbered and (self.medicines.isdisjoint(after) or low >= LEAST_BESIDE_MEDICINE)

    def _is_after_remark(self, position: int) -> bool:
        """Tell "itching after the shower" before ``position`` from "slept till" and "took"."""
        start = max(self.message.sentence_start(position), position - FARTHEST)
        ended = next((m.end for m in reversed(self.message.mentions) if start < m.end <= position), None)
        gap = self.words[ended:position] if ended is not None else []
        if not gap or gap[0] not in CIRCUMSTANCES or gap[-1] in CIRCUMSTANCES | self.cues.never_before:
            return gap[-1:] in (["afterwards"], ["afterward"], ["again"], ["overnight"], ["throughout"])
        named = self.medicines.isdisjoint(range(position - len(gap), position))
        return named and COUNTED.isdisjoint(gap) and all(word.isalpha() for word in gap)

    def _is_so(self, position: int, end: int) -> bool:
        """Tell the "so 2" that says which of the numbers told before holds ("7 upright, 2 flat. Lying down so 2")."""
        start = self.found[-1].end if self.found else position
        if not self._is_closed(end) or not position - FARTHEST_CHANGED <= start < position:
            return False
        between = range(start, position)
        return self.medicines.isdisjoint(between) and self.starts.isdisjoint(between)

    def _is_halved(self, position: int) -> bool:
        """Tell the 5 of "half of a 5" from a rating."""
        return not {"half", "quarter"}.isdisjoint(self.words[max(0, position - 3) : position])
