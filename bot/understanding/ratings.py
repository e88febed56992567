"""Which numbers rate a symptom, told apart from all the other numbers people write.

"7/10" rates wherever it stands. A bare 7 rates only where the words before lead from a symptom to it ("migraine is
about a 7", "pain went from 8 to 5") and nothing after makes it a count, a dose, a time or a date ("migraine 7 hours").
"""

from dataclasses import replace

from bot.domain.vocabulary import RatingCues
from bot.understanding import place_words, rating_followers, rating_frames, rating_scales
from bot.understanding.message import SENTENCE_ENDS, Message, Rating
from bot.understanding.normalise import UNITS_OF_TEN
from bot.understanding.rating_last import (
    CIRCUMSTANCES,
    COUNTED,
    FARTHEST,
    FARTHEST_CHANGED,
    LEAST_BESIDE_MEDICINE,
    LEAST_SCORED,
    OPENING,
    Standing,
)
from bot.understanding.rating_scales import HIGHEST
from bot.understanding.rating_scales import number as _number

_HYPERBOLE = 20
"""Up to "20/10" is a way to say ten; "120/80" is not."""
_JOINING = SENTENCE_ENDS | frozenset(
    (",", "and", ":", "-", "(", "so", "but", "then", "plus", "though", "because")
)
"""May stand before what hands a rating over."""
_NOW = frozenset(("now", "today", "tonight", "still", "currently", "presently", "down"))
_AN_HOUR = (
    ["an", "hour"], ["half", "an"], ["a", "while"], ["a", "bit"], ["a", "few"], ["a", "couple"], ["at", "rest"],
)  # fmt: skip
"""After a second number, tell when it came to that ("9 on the loo, 4 an hour after")."""

_ENDING = SENTENCE_ENDS | frozenset(
    (",", ")", "now", "today", "and", "but", "number", "level", "overall", "tonight", "ish")
)
_INTO = frozenset(("in", "across", "around", "round"))
_TO_PART = frozenset(("the", "my", "both", "left", "right", "lower", "upper", "me", "mostly"))
_SETTING = frozenset((",", "today", "now", "tonight", "level", "right", "there", "here"))
"""May come first between a symptom and the ":" before its rating."""
_SCORED_OTHERWISE = frozenset(
    (
        "mood", "energy", "sleep", "mobility", "wellbeing", "spoons", "coping", "battery", "spirits", "morale",
        "motivation", "function", "stamina", "happiness", "concentration", "enjoyment", "hope", "resilience",
    )
)  # fmt: skip
_LOW = (["low"], ["down"], ["rubbish"], ["crap"], ["flat"], ["awful"], ["poor"], ["terrible"])
"""After what is no symptom, make it one."""
_POSTURES = frozenset(
    (
        "upright", "standing", "sitting", "lying", "walking", "moving", "resting", "flat", "sat", "stood",
        "bending",
    )
)  # fmt: skip
_BY_THEN = frozenset(("by", "after", "tonight", "this", "now", "later", "overnight"))
"""After a second number, tell when it came to that ("7 on waking, 3 by noon")."""
_NOT_ALONE = frozenset(("one", "zero"))
"""Say too many other things to rate where no word leads to them."""
_TALLY_MARKS = frozenset((":", ",", "=", "(", "-"))
_TALLIED = frozenset(
    (
        "days", "seizure", "seizures", "fits", "falls", "nosebleeds", "attacks", "episodes", "migraines", "bouts",
        "faints", "blackouts", "bleeds", "hypos", "stools", "poos", "accidents", "absences", "trips",
    )
)  # fmt: skip
"""Happen a number of times; a bare number after them says how many."""
_PASSED = frozenset(("diarrhea", "diarrhoea", "vomited", "vomiting", "puked", "runs", "trots"))
_SO_FAR = (["since"], ["so"], ["already"], ["before"], ["overnight"])
_CLOCK = frozenset(("am", "pm", "oclock", "a", "p"))
_TO_NUMBER_WORD = frozenset(("is", "'s", ":", "=", "now", "level", "at"))
"""Before "eight", let it rate as an 8 would."""
_LASTING = frozenset(("lasted", "lasting", "lasts", "open", "closed", "slept", "asleep", "awake"))


def find(cues: RatingCues, message: Message) -> list[Rating]:
    """Find the numbers that rate something, left to right."""
    return _Ratings(cues, message).read()


class _Ratings(Standing):
    def read(self) -> list[Rating]:
        position = 0
        while position < len(self.words):
            rating = None
            if position not in self.explained:
                rating = self._explicit(position) or self._together(position) or self._bare(position)
            if rating and not self._is_of_other(rating):
                self.found.append(rating)
            position = rating.end if rating else position + 1
        return self.found

    def _is_of_other(self, rating: Rating) -> bool:
        """Tell whether a rating is of what is no symptom, where more is better ("mood 2 out of 10")."""
        led = self.words[rating.lead - 1 : rating.lead]
        named = self.words[rating.end : rating.end + 1] in _LOW  # "mood 3/10 low"
        return bool(led) and led[0] in _SCORED_OTHERWISE and rating.lead not in self.ends and not named

    def _explicit(self, position: int) -> Rating | None:
        """Read "7/10", "5-6/10" and "7 out of 10"."""
        low = _number(self.words[position])
        if low is None or low > _HYPERBOLE or (position and self.words[position - 1] in ("/", "bp")):
            return None
        end, high = self._span(position, low)
        after = rating_scales.end_of_scale(self.words, end)
        if after is None and end > position + 1:
            end, high = position + 1, low
            after = rating_scales.end_of_scale(self.words, end)
        if after is None:
            return None
        rating = self._rating(position, after, min(low, HIGHEST), min(high, HIGHEST), explicit=True)
        return replace(rating, lead=self._nearest_lead(position))

    def _together(self, position: int) -> Rating | None:
        """Read "both sixes" and "all 7s"."""
        shared = rating_scales.shared_number(self.words, position)
        lead = self._nearest_lead(position)
        if shared is None or shared[0] > HIGHEST or lead not in self.ends:
            return None
        return replace(
            self._rating(position, position + shared[1], shared[0], shared[0], explicit=False), lead=lead
        )

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

    def _rating(self, start: int, end: int, low: float, high: float, *, explicit: bool) -> Rating:
        before, after = self.words[max(0, start - 3) : start], self.words[end : end + 1]
        past = bool(self.cues.past.intersection(before) or self.cues.past_after.intersection(after))
        if low != int(low) or high != int(high):
            low, high = int(low), min(int(high) + 1, HIGHEST)
        return Rating(start, end, int(low), int(high), explicit, past, start)

    def _bare(self, position: int) -> Rating | None:
        """Read a number without "/10" as a rating where all around it says so."""
        low, begin = _number(self.words[position]), rating_frames.begin(self.cues, self.words, position)
        if low is None or low > HIGHEST or self._is_of_time(position):
            return None
        if begin == position > 0 and self.words[position - 1] in self.cues.never_before:
            return None
        ahead, lead = self._is_for_next(position), self._nearest_lead(begin)
        led = ahead or self._is_led(lead, begin, position) or self._is_inside(position)
        said_after = rating_frames.names_after(self.cues, self.words, self._past_ish(position + 1))
        if not (led or (said_after and self._is_after_symptom(begin)) or self._is_last(position, low)):
            return None
        end, high = self._span(position, low)
        end = self._past_ish(end)
        goes_on = said_after or self._is_inside(position) or self._is_placed(position)
        goes_on = goes_on or self._is_listed(lead, position, end) or self.words[end : end + 2] in _AN_HOUR
        if not goes_on and not self._may_follow(end, lead, position):
            return None
        if (
            self._is_halved(position)
            or self._is_tally(lead, begin, end)
            or (end in self.medicines and (low < LEAST_BESIDE_MEDICINE or lead < position))
        ):
            return None
        own = position if ahead and self.words[end : end + 1] in (["for"], ["on"]) else lead
        return replace(self._rating(position, end, low, high, explicit=ahead), lead=own)

    def _is_tally(self, lead: int, begin: int, end: int) -> bool:
        """Tell how many there were ("seizures: 2", "migraine days 4", "diarrhea, 4 since lunch") from how bad."""
        if not lead or not _TALLY_MARKS.issuperset(self.words[lead:begin]):
            return False
        if self.words[max(0, lead - 3) : lead - 1][:2] == ["number", "of"]:
            return True
        passed = self.words[lead - 1] in _PASSED and self.words[end : end + 1] in _SO_FAR
        return self.words[lead - 1] in _TALLIED or passed

    def _is_of_time(self, position: int) -> bool:
        """Tell the 2 of "from 2 to 6pm" and both of "lasted from 2 to 6" from a rating."""
        before, after = self.words[max(0, position - 3) : position], self.words[position + 1 : position + 4]
        if before[-1:] in (["to"], ["-"]) and len(before) > 1 and _number(before[-2]) is not None:
            return self._is_lasting(position - 2)
        spans = after[:1] in (["to"], ["-"], ["till"], ["til"], ["until"])
        timed = spans and len(after) == 3 and _number(after[1]) is not None and after[2] in _CLOCK
        return timed or self._is_lasting(position)

    def _is_lasting(self, position: int) -> bool:
        before = self.words[max(0, position - 2) : position]
        return before[-1:] != [] and (
            before[-1] in _LASTING
            or (before[0] in _LASTING and before[-1] in ("from", "about", "til", "till", "for"))
        )

    def _is_inside(self, position: int) -> bool:
        """Tell the 4 of "stings 4 when I pee", which one name takes in, from the 3 of "lost 3 kg"."""
        return self.words[position + 1 : position + 2] == ["when"] and any(
            mention.start < position < mention.end for mention in self.message.mentions
        )

    def _is_listed(self, lead: int, position: int, end: int) -> bool:
        """Tell a number in a list of names and numbers ("wrists 3 ankles 3 mood 6", "feet 4 sleep bad")."""
        stated = {":", "="}.issuperset(self.words[lead:position])
        if not stated or lead not in self.ends or end in self.medicines or end >= len(self.words):
            return False
        word = self.words[end]
        following = [word for word in self.words[end + 1 : end + 3] if word not in (":", "=")]
        if not word.isalpha() or word in COUNTED:
            return False
        opened = max((start for start in self.starts if start < position), default=position)
        goes_on = bool(self.found) and {",", "and"}.issuperset(self.words[self.found[-1].end : opened])
        return goes_on or (bool(following) and _number(following[0]) is not None)

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
        begin = position - (not first and self.words[position - 1] in ("a", "an"))
        begin = min(begin, rating_frames.begin(self.cues, self.words, position))
        start = self.message.sentence_start(position)
        led = rating_frames.back_over(self.cues, self.words, position, start)
        if led == start and self.words[position - 1] not in rating_frames.HAVING:
            begin = led
        if not (first or begin == self.message.sentence_start(position) or self.words[begin - 1] in _JOINING):
            return False
        after = self.words[self._past_ish(position + 1) :][:3]
        past = self._past_ish(position + 1)
        if self._is_scored(position) or self._is_placed(position):
            return True
        if position == 0 and after[:1] in (["-"], [":"]) and (_number(self.words[0]) or 0) >= LEAST_SCORED:
            return position + 2 in self.starts
        if after[:1] == ["with"]:
            return after[1:2] in (["the"], ["my"], ["this"], ["that"]) and past + 2 in self.starts
        if after[:1] not in (["for"], ["on"]):
            return False
        return past + 1 in self.starts or (after[1:2] in (["the"], ["my"]) and past + 2 in self.starts)

    def _is_scored(self, position: int) -> bool:
        """Tell "7 pain, 7 tired" from "7 migraines" and "7 pain free days"."""
        named = next((m for m in self.message.mentions if m.start == position + 1), None)
        if named is None or (_number(self.words[position]) or 0) < LEAST_SCORED:
            return False
        after = self.words[named.end : named.end + 1]
        return not self.words[named.end - 1].endswith("s") and (not after or after[0] in _ENDING)

    def _is_led(self, lead: int, begin: int, position: int) -> bool:
        """Tell whether what stands before a bare number makes it a rating; it begins at ``begin`` ("a cheeky 2")."""
        between = self.words[lead:begin]
        last = self.words[begin - 1] if begin else ""
        until = self.words[position + 1 : position + 2]
        if last == "from" and until and until[0] in ("till", "til", "until"):
            return False
        described = begin < position and (
            self._is_after_symptom(begin) or self.words[position - 1] in self.cues.strengths
        )
        if last in ("a", "an") or described or (last == "at" and begin - 1 in self.part_ends):
            return True
        if last == "at" and not self.cues.at_rating.intersection(self.words[max(0, begin - 4) : begin]):
            return False
        if self._is_framed(begin):
            return True
        if self.words[position] in UNITS_OF_TEN and last not in _TO_NUMBER_WORD:
            return (
                position in self.ends
                and self._is_closed(position + 1)
                and self.words[position] not in _NOT_ALONE
            )
        return (
            (lead in self.ends and lead >= begin - FARTHEST)
            or self._is_changed(begin, last)
            or not self.cues.scales.isdisjoint(between)
            or self._is_afterthought(begin, last)
            or self._is_summed_up(begin, position + 1)
            or (last == "so" and self._is_so(begin, position + 1))
        )

    def _is_summed_up(self, position: int, end: int) -> bool:
        """Tell the 3 of "dry mouth from the ami: 3" from the 2 of "migraine tablets: 2"."""
        if self.words[position - 1 : position] not in ([":"], ["="]) or not self._is_closed(end):
            return False
        start = self.message.sentence_start(position)
        told = max((at for at in self.ends if start < at < position), default=position)
        return told + 1 < position and (self.words[told] in CIRCUMSTANCES or self.words[told] in _SETTING)

    def _is_framed(self, position: int) -> bool:
        """Tell whether words like "I'd go with" or "it's" lead to a number, after a symptom was told."""
        led = rating_frames.back_over(self.cues, self.words, position, self.message.sentence_start(position))
        said = self.words[led:position]
        counted = not rating_frames.HAVING.isdisjoint(said[-1:]) or self.words[position] in (
            "one",
            "zero",
        )
        if counted or not self._is_after_symptom(led) or not rating_frames.states(self.cues, said):
            return False
        opened = led == self.message.sentence_start(position) or led in self.ends
        if not opened and self.words[led - 1] not in _JOINING and led - 1 not in self.explained:
            return False
        told = max(end for end in self.ends if end <= led)
        return self.medicines.isdisjoint(range(told, led)) or not _NOW.isdisjoint(said)

    def _is_changed(self, position: int, last: str) -> bool:
        """Tell whether a number is what an earlier rating became, or what a symptom rose or fell to."""
        first = self.message.sentence_start(position)
        if self.found and self.found[-1].end >= max(first, position - FARTHEST_CHANGED):
            between = self.words[self.found[-1].end : position]
            said_of_it = last in ("is", "'s", "was") and self.words[position - 2 : position - 1] == ["it"]
            return bool(between) and (
                (self.cues.changing | self.cues.changes).issuperset(between)
                or said_of_it
                or (">" in between and {">", "-", "="}.issuperset(between))
                or self._is_new_state(position)
            )
        start = max(first, position - FARTHEST)
        if last in ("to", "from"):
            ends = [end for end in range(position, start, -1) if end in self.ends]
            if not ends:
                return last == "to" and self._is_change_of_next(position, first)
            medicine = any(ends[0] <= start < position for start in self.medicines)
            return not medicine and not self.cues.changes.isdisjoint(self.words[ends[0] : position])
        return False

    def _is_change_of_next(self, position: int, first: int) -> bool:
        """Tell the "come down to 6" that opens a sentence whose symptom comes after it."""
        last = self.message.sentence_end(position)
        told = any(
            start in self.starts for start in range(position + 1, min(last, position + FARTHEST_CHANGED))
        )
        after_any = self._is_after_symptom(position) or not self.medicines.isdisjoint(range(first, last))
        return (
            told
            and not after_any
            and not self.cues.changes.isdisjoint(self.words[max(first, position - 4) : position])
        )

    def _is_new_state(self, position: int) -> bool:
        """Tell whether a number is what it came to, whatever was done in between ("6, had a bath, now 3")."""
        start = self.found[-1].end
        told = self.starts.intersection(range(start, position))
        if told - {start}:  # "10/10 back pain, ... now maybe 3" names it after its first number
            return False
        after = self.words[position + 1 : position + 2]
        if self.words[position - 1] == "," and after and (after[0] in _BY_THEN or after[0].endswith("ing")):
            return True
        again = after == ["at"] and self.words[start : start + 1] == ["at"]  # "3 at 9am, 7 at 2pm"
        if self.words[position - 1] == "," and (again or self.words[position + 1 : position + 3] in _AN_HOUR):
            return True  # "9 on the loo, 4 an hour after"
        led = position
        while led > start and (
            self.words[led - 1] in self.cues.framing or self.words[led - 1] in self.cues.changes
        ):
            led -= 1
        said = self.words[led:position]
        changed = said[-1:] != ["from"] and not self.cues.changes.isdisjoint(said)
        return not _NOW.isdisjoint(said) or (changed and not {"to", "at", "about", "around"}.isdisjoint(said))

    def _is_afterthought(self, position: int, last: str) -> bool:
        """Tell whether a number stands alone at the end of what was said of a symptom ("cramping hard, 7")."""
        after = self.words[position + 1 : position + 2]
        while last in self.cues.leading and last not in OPENING and position > 1:
            position, last = position - 1, self.words[position - 2]
        if last not in OPENING or not (not after or after[0] in _ENDING or after[0] in _POSTURES):
            return False
        for end in range(position - 1, max(self.message.sentence_start(position), position - FARTHEST), -1):
            if end in self.ends:
                return True
            if self.words[end - 1][0].isdigit() or end - 1 in self.medicines or self.words[end - 1] == ",":
                return False
        return False

    def _may_follow(self, end: int, lead: int, position: int) -> bool:
        """Tell whether what follows at ``end`` leaves a number a rating; a symptom does, but in no list of counts."""
        sided = self.words[end : end + 1] and self.words[end] in place_words.SIDES and end + 1 in self.starts
        known = bool(sided) or end in self.starts or end in self.medicines  # "R ankle 4 L ankle 2"
        listed = "," in self.words[lead:position]
        return rating_followers.may_follow(self.cues, self.words, end, known=known and not listed)
