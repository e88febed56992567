"""Which numbers rate a symptom, told apart from all the other numbers people write.

"7/10" rates wherever it stands. A bare 7 rates only where the words before lead from a symptom to it ("migraine is
about a 7", "pain went from 8 to 5") and nothing after makes it a count, a dose, a time or a date ("migraine 7 hours").
"""

from dataclasses import replace

from bot.domain.vocabulary import RatingCues
from bot.understanding import place_words
from bot.understanding.message import SENTENCE_ENDS, Message, Rating
from bot.understanding.normalise import UNITS_OF_TEN

HIGHEST = 10
_HYPERBOLE = 20
"""Up to "20/10" is a way to say ten; "120/80" is not."""
_LEAST_BESIDE_MEDICINE = 5
"""In "headache 2 ibuprofen" the 2 counts tablets; in "migraine 7 suma" the 7 rates."""
_LEAST_SCORED = 4
"""In "3 migraine" the 3 may count; in "7 pain" the 7 rates."""
_FARTHEST = 9
"""How many words may lie between a symptom and its rating."""

_MARKS_AFTER = SENTENCE_ENDS | frozenset(",()>]+-")
_ENDING = SENTENCE_ENDS | frozenset(
    (",", ")", "now", "today", "and", "but", "number", "level", "overall", "tonight", "ish")
)
_OPENING = frozenset((",", ":", "(", "-"))
_INTO = frozenset(("in", "across", "around", "round"))
_TO_PART = frozenset(("the", "my", "both", "left", "right", "lower", "upper", "me", "mostly"))
_ROUGHLY = frozenset(
    ("a", "an", "about", "around", "like", "maybe", "only", "just", "say", "so", "now", "prob", "probably")
)
"""May open a clause that is only a rating ("knackered all day. about a 6")."""
_CIRCUMSTANCES = frozenset(
    (
        "after", "afterwards", "afterward", "all", "when", "while", "during", "in", "on", "with", "this", "last",
        "every", "before", "again", "overnight", "going", "first", "most", "throughout", "whenever", "at",
    )
)  # fmt: skip
"""Open what may stand between a symptom and its rating at the end ("itching after the shower 5")."""
_COUNTED = frozenset(
    (
        "took", "take", "taken", "had", "have", "slept", "woke", "got", "until", "till", "til", "by", "total", "pads",
        "trips", "type", "grade", "stage", "page", "bus", "room", "bristol", "bp", "hr", "pulse", "sugar", "temp",
        "than", "and", "or", "least", "lasted", "hours", "hour", "hrs", "h", "days", "day", "weeks", "week",
        "months", "month", "years", "year", "mins", "min", "minutes", "times", "time", "nights", "am", "pm", "x", "of",
        "kids", "people", "stairs", "floor", "number", "no", "mg", "ml", "tablets", "pills", "puffs",
    )
)  # fmt: skip
"""Make a number near them one of something else."""
_SCORED_OTHERWISE = frozenset(
    ("mood", "energy", "sleep", "mobility", "wellbeing", "spoons", "coping", "battery")
)
_BY_THEN = frozenset(("by", "after", "tonight", "this", "now", "later", "overnight"))
"""After a second number, tell when it came to that ("7 on waking, 3 by noon")."""
_MARKS_LAST = SENTENCE_ENDS | frozenset((",", ")", "-", "now", "today", "tonight"))
_TIMES = frozenset(
    ("minutes", "mins", "min", "hours", "hour", "hrs", "hr", "h", "days", "weeks", "am", "pm", "oclock")
)
_SCALE_ENDS = (("/",), ("out", "of"), ("of",), ("over",), ("out", "of", "a", "possible"))


def find(cues: RatingCues, message: Message) -> list[Rating]:
    """Find the numbers that rate something, left to right."""
    return _Ratings(cues, message).read()


class _Ratings:
    def __init__(self, cues: RatingCues, message: Message) -> None:
        self.cues, self.message, self.words = cues, message, message.words
        self.found: list[Rating] = []
        things = message.things
        self.ends = {mention.end for mention in message.mentions}
        self.ends |= {t.end for t in things if t.value.part or t.value.symptom}
        self.starts = {t.start for t in things if t.value.part or t.value.symptom}
        self.starts |= {mention.start for mention in message.mentions}
        self.medicines = {t.start for t in things if t.value.medicine}

    def read(self) -> list[Rating]:
        position = 0
        while position < len(self.words):
            rating = self._explicit(position) or self._bare(position)
            if rating and not self._is_of_other(rating):
                self.found.append(rating)
            position = rating.end if rating else position + 1
        return self.found

    def _is_of_other(self, rating: Rating) -> bool:
        """Tell whether a rating is of what is no symptom, where more is better ("mood 2 out of 10")."""
        led = self.words[rating.lead - 1 : rating.lead]
        return bool(led) and led[0] in _SCORED_OTHERWISE and rating.lead not in self.ends

    def _explicit(self, position: int) -> Rating | None:
        """Read "7/10", "5-6/10" and "7 out of 10"."""
        low = _number(self.words[position])
        if low is None or low > _HYPERBOLE or (position and self.words[position - 1] in ("/", "bp")):
            return None
        end, high = self._span(position, low)
        after = self._scale_end(end)
        if after is None and end > position + 1:
            end, high = position + 1, low
            after = self._scale_end(end)
        if after is None:
            return None
        rating = self._rating(position, after, min(low, HIGHEST), min(high, HIGHEST), explicit=True)
        return replace(rating, lead=self._nearest_lead(position))

    def _span(self, position: int, low: float) -> tuple[int, float]:
        """Read the second number of "5-6", "5 or 6" and "between 5 and 7"."""
        end = position + 1
        joint = self.words[end] if end < len(self.words) else ""
        before = self.words[position - 1] if position else ""
        changing = not self.cues.changes.isdisjoint(self.words[max(0, position - 3) : position])
        spans = (
            joint in ("-", "or") or (joint == "to" and not changing) or (joint, before) == ("and", "between")
        )
        second = _number(self.words[end + 1]) if spans and end + 1 < len(self.words) else None
        if second is not None and low < second <= HIGHEST:
            return end + 2, second
        return end, low

    def _scale_end(self, position: int) -> int | None:
        """Find where "/10" or "out of ten" ends that begins at ``position``."""
        for way in _SCALE_ENDS:
            end = position + len(way)
            if tuple(self.words[position:end]) == way and self.words[end : end + 1] in (["10"], ["ten"]):
                after = self.words[end + 1 : end + 2]
                return None if after in (["/"], ["%"]) else end + 1
        return None

    def _rating(self, start: int, end: int, low: float, high: float, *, explicit: bool) -> Rating:
        before, after = self.words[max(0, start - 3) : start], self.words[end : end + 1]
        past = bool(self.cues.past.intersection(before) or self.cues.past_after.intersection(after))
        if low != int(low) or high != int(high):
            low, high = int(low), min(int(high) + 1, HIGHEST)
        return Rating(start, end, int(low), int(high), explicit, past, start)

    def _bare(self, position: int) -> Rating | None:
        """Read a number without "/10" as a rating where all around it says so."""
        low = _number(self.words[position])
        if low is None or low > HIGHEST or (position and self.words[position - 1] in self.cues.never_before):
            return None
        ahead = self._is_for_next(position)
        lead = self._nearest_lead(position)
        last = not (ahead or self._is_led(lead, position) or self._is_inside(position))
        if (last and not self._is_last(position, low)) or self._is_halved(position):
            return None
        end, high = self._span(position, low)
        goes_on = (
            self._is_inside(position) or self._is_placed(position) or self._is_listed(lead, position, end)
        )
        if not goes_on and not self._may_follow(end, listed="," in self.words[lead:position]):
            return None
        if end in self.medicines and (low < _LEAST_BESIDE_MEDICINE or lead < position):
            return None
        return replace(self._rating(position, end, low, high, explicit=ahead), lead=lead)

    def _is_inside(self, position: int) -> bool:
        """Tell the 4 of "stings 4 when I pee", which one name takes in, from the 3 of "lost 3 kg"."""
        return self.words[position + 1 : position + 2] == ["when"] and any(
            mention.start < position < mention.end for mention in self.message.mentions
        )

    def _is_halved(self, position: int) -> bool:
        """Tell the 5 of "half of a 5" from a rating."""
        return not {"half", "quarter"}.isdisjoint(self.words[max(0, position - 3) : position])

    def _is_listed(self, lead: int, position: int, end: int) -> bool:
        """Tell a number in a list of names and numbers ("wrists 3 ankles 3 mood 6", "feet 4 sleep bad")."""
        stated = {":", "="}.issuperset(self.words[lead:position])
        if not stated or lead not in self.ends or end in self.medicines or end >= len(self.words):
            return False
        word = self.words[end]
        following = [word for word in self.words[end + 1 : end + 3] if word not in (":", "=")]
        if not word.isalpha() or word in _COUNTED:
            return False
        opened = max((start for start in self.starts if start < position), default=position)
        goes_on = bool(self.found) and {",", "and"}.issuperset(self.words[self.found[-1].end : opened])
        return goes_on or (bool(following) and _number(following[0]) is not None)

    def _is_last(self, position: int, low: float) -> bool:
        """Tell whether a number stands last, alone or after a remark, and so rates what was told before it."""
        end = position + 1 + (self.words[position + 1 : position + 2] == ["ish"])
        following = self.words[end : end + 1]
        if low < 1 or self.words[position] == "one" or (following and following[0] not in _MARKS_LAST):
            return False
        led, start = position, self.message.sentence_start(position)
        if position in self.ends and low >= _LEAST_SCORED:
            return True
        while led > start and self.words[led - 1] in _ROUGHLY:
            led -= 1
        if led == start:
            return start > 0 and not self._is_bullet(position) and self._is_of_one(start - 1, low)
        if self.words[led - 1] == "," and self._is_guessed(led, position):
            return True
        if self.words[led - 1] in _OPENING:
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
        return not numbered and (self.medicines.isdisjoint(after) or low >= _LEAST_BESIDE_MEDICINE)

    def _is_after_remark(self, position: int) -> bool:
        """Tell "itching after the shower" before ``position`` from "slept till" and "took"."""
        start = max(self.message.sentence_start(position), position - _FARTHEST)
        ended = next((m.end for m in reversed(self.message.mentions) if start < m.end <= position), None)
        gap = self.words[ended:position] if ended is not None else []
        if not gap or gap[0] not in _CIRCUMSTANCES or gap[-1] in _CIRCUMSTANCES | self.cues.never_before:
            return gap[-1:] in (["afterwards"], ["afterward"], ["again"], ["overnight"], ["throughout"])
        named = self.medicines.isdisjoint(range(position - len(gap), position))
        return named and _COUNTED.isdisjoint(gap) and all(word.isalpha() for word in gap)

    def _is_placed(self, position: int) -> bool:
        """Tell whether a number opens "7 in the hips"."""
        if position != self.message.sentence_start(position) and self.words[position - 1] != ",":
            return False
        index = position + 1
        if self.words[index : index + 1] and self.words[index] not in _INTO:
            return False
        index += 1
        while index < len(self.words) and self.words[index] in _TO_PART and index not in self.starts:
            index += 1
        return any(t.start == index and t.value.part for t in self.message.things)

    def _is_for_next(self, position: int) -> bool:
        """Tell whether a number opens "6 for fatigue"."""
        first = position == self.message.sentence_start(position)
        if not (first or self.words[position - 1] in (",", "and", ":")):
            return False
        after = self.words[position + 1 : position + 4]
        if self._is_scored(position) or self._is_placed(position):
            return True
        if position == 0 and after[:1] in (["-"], [":"]) and (_number(self.words[0]) or 0) >= _LEAST_SCORED:
            return position + 2 in self.starts
        if after[:1] not in (["for"], ["on"]):
            return False
        return position + 2 in self.starts or (
            after[1:2] in (["the"], ["my"]) and position + 3 in self.starts
        )

    def _is_scored(self, position: int) -> bool:
        """Tell "7 pain, 7 tired" from "7 migraines" and "7 pain free days"."""
        named = next((m for m in self.message.mentions if m.start == position + 1), None)
        if named is None or (_number(self.words[position]) or 0) < _LEAST_SCORED:
            return False
        after = self.words[named.end : named.end + 1]
        return not self.words[named.end - 1].endswith("s") and (not after or after[0] in _ENDING)

    def _nearest_lead(self, position: int) -> int:
        """Go back over leading words to the nearest symptom or place, or as far as they go."""
        lead, start = position, self.message.sentence_start(position)
        while lead > start and lead not in self.ends and self.words[lead - 1] in self.cues.leading:
            if position - lead >= _FARTHEST:
                break
            lead -= 1
        return lead

    def _is_led(self, lead: int, position: int) -> bool:
        """Tell whether what stands before a bare number makes it a rating."""
        between = self.words[lead:position]
        last = self.words[position - 1] if position else ""
        article = last in ("a", "an") or (
            last in self.cues.strengths and self.words[position - 2 : position - 1] == ["a"]
        )
        if article:
            return True
        until = self.words[position + 1 : position + 2]
        if last == "from" and until and until[0] in ("till", "til", "until"):
            return False
        if self.words[position] in UNITS_OF_TEN and last not in ("is", "'s", ":", "=", "now", "level"):
            return False
        if last == "at" and not self.cues.at_rating.intersection(self.words[max(0, position - 4) : position]):
            return False
        if lead in self.ends and lead >= position - _FARTHEST:
            return True
        return (
            self._is_changed(position, last)
            or not self.cues.scales.isdisjoint(between)
            or self._is_afterthought(position, last)
        )

    def _is_changed(self, position: int, last: str) -> bool:
        """Tell whether a number is what an earlier rating became, or what a symptom rose or fell to."""
        start = max(self.message.sentence_start(position), position - _FARTHEST)
        if self.found and self.found[-1].end >= start:
            between = self.words[self.found[-1].end : position]
            said_of_it = last in ("is", "'s", "was") and self.words[position - 2 : position - 1] == ["it"]
            return bool(between) and (
                (self.cues.changing | self.cues.changes).issuperset(between)
                or said_of_it
                or (">" in between and {">", "-", "="}.issuperset(between))
                or self._is_new_state(position, last)
            )
        if last in ("to", "from"):
            ends = [end for end in range(position, start, -1) if end in self.ends]
            medicine = any(ends[0] <= start < position for start in self.medicines) if ends else True
            return not medicine and not self.cues.changes.isdisjoint(self.words[ends[0] : position])
        return False

    def _is_new_state(self, position: int, last: str) -> bool:
        """Tell whether a number is how it is now, whatever was done in between ("6, had a bath, now 3")."""
        named = self.starts.intersection(range(self.found[-1].end, position))
        after = self.words[position + 1 : position + 2]
        if last == "," and after and after[0] in _BY_THEN and not named:
            return True
        return last == "now" and not named and (not after or after[0] in _ENDING)

    def _is_afterthought(self, position: int, last: str) -> bool:
        """Tell whether a number stands alone at the end of what was said of a symptom ("cramping hard, 7")."""
        after = self.words[position + 1 : position + 2]
        while last in self.cues.leading and last not in _OPENING and position > 1:
            position, last = position - 1, self.words[position - 2]
        if last not in _OPENING or not (not after or after[0] in _ENDING):
            return False
        for end in range(position - 1, max(self.message.sentence_start(position), position - _FARTHEST), -1):
            if end in self.ends:
                return True
            if self.words[end - 1][0].isdigit() or end - 1 in self.medicines or self.words[end - 1] == ",":
                return False
        return False

    def _may_follow(self, position: int, *, listed: bool) -> bool:
        """Tell whether what follows a bare number leaves it a rating, and makes no count or date of it."""
        if position >= len(self.words):
            return True
        word, following = self.words[position], self.words[position + 1 : position + 2]
        if word == "-" or word in ("(", ","):
            return not (word == "-" and following and following[0][0].isdigit())
        if word in ("in", "on", "at") and following and following[0] not in self.cues.after_preposition:
            return following[0][0].isdigit() and word != "in"
        if word == "to" and following and not (following[0] in ("a", "an") or following[0][0].isdigit()):
            return False
        sided = word in place_words.SIDES and position + 1 in self.starts  # "R ankle 4 L ankle 2"
        known = sided or position in self.starts or position in self.medicines
        return (
            word in self.cues.following
            or word in _MARKS_AFTER
            or (known and not listed)
            or not word.isascii()
        )


def _number(word: str) -> float | None:
    if word in UNITS_OF_TEN:
        return UNITS_OF_TEN[word]
    try:
        return float(word.replace(",", ".")) if word[0].isdecimal() and len(word) <= 4 else None
    except ValueError:
        return None
