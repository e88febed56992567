"""How much of a medicine: finds the amount that belongs to a medicine and makes it plain.

"50mg of suma" is "50 mg", "1g" is "1 g", "two puffs" is "2 puffs", "two 500s" is "2 x 500 mg". A bare number beside a
medicine is an amount where it is one of the medicine's usual strengths ("50 suma" is "50 mg"), and otherwise a count,
which stays bare ("2 ibuprofen" is "2"), since nobody said tablets. What was taken of one is worked out ("half a 50" is
"25 mg"); nothing else is. Where an amount changed, the new one counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.vocabulary import Medicine
from bot.understanding.medicines import amounts, dose_asides, dose_numbers, dose_texts, medicine_supply
from bot.understanding.medicines.amounts import Amount, AmountReader
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_LONGEST = 10
"""The words of the longest amount that is read before a name."""
_MOST_FILLERS = 3
_FARTHEST = 9
"""How many words away a stated amount may stand from the medicine it is of ("suma helped, only took 50mg")."""
_FILLERS = frozenset(
    (
        "of", "my", "the", "'s", "extra", "more", "oral", "liquid", "strength", "regular", "another", "only", "just",
        "x", "-", "usual", "normal", "morning", "evening", "night", "nightly", "daily", "dose", "worth", "generic",
        "correction", "bolus", "basal", "his", "her", "their",
    )
)  # fmt: skip
"""May stand between an amount and the name after it."""
_BEFORE_COUNTED = frozenset((",", "and", "took", "had", "taken", "popped", "swallowed", "necked", "used"))
"""Before a name, let a small number right after it be how many ("took paracetamol two at 4")."""
_LEADING = frozenset(
    (
        "(", "-", ":", "=", "at", ",", "about", "dose", "of", "to", "up", "down", "from", "now", "@", "~", "dr",
        "infusion", "shot", "liquid", "modified", "release", "slow", "is", "was", "'s", "today", "tonight", "earlier",
        "just", "only", "under", "my", "the", "tongue", "extra", "strength", "prn", "done", "taken",
    )
) | dose_numbers.CHANGING | dose_numbers.SHAPES  # fmt: skip
"""May stand between a name and its amount."""
_NOT_BEFORE = frozenset(
    (
        "/", ":", "at", "pain", "severity", "day", "week", "month", "cycle", "round", "number", "no", "#", "since",
        "inr", "hba1c", "a1c", "tsh", "crp", "esr", "egfr", "ferritin", "b12", "hb", "creatinine", "psa",
        "calprotectin", "bp", "hr", "rate", "pulse", "sugar", "sugars", "glucose", "bg", "temp", "temperature", "sats",
        "level", "aged", "age", "hit", "every", "until", "by", "around",
    )
)  # fmt: skip
"""Before a bare number, make it something else than an amount."""
_HEADS = frozenset(
    (
        "meds", "pills", "tablets", "insulin", "dose", "doses", "took", "taken", "today", "tonight", "am", "pm",
        "morning", "lunch", "noon", "evening", "night", "bedtime", "nocte", "painkillers", "medication", "medicines",
    )
)  # fmt: skip
"""Before a colon, head a list of what was taken ("morning: 2 ibuprofen")."""
_CHANGED = frozenset(("to", "down", "up", ">", "-", "then", "now", "="))
_LED_TO = frozenset(("to", ">"))
_CORRECTING = frozenset(("sorry", "meant", "mean", "correction", "oops", "actually", "rather"))
"""Before an amount, take back the one before."""
_EACH = frozenset(("each", "apiece", "time", "dose", "go"))
_TOTALS = (["total"], ["altogether"], ["together"], ["overall"], ["all"])
"""After an amount, make it all that was taken and not the strength of each ("2 benadryl (50 total)")."""


@dataclass(frozen=True, slots=True)
class Dose:
    """Where a medicine with its amount begins and ends, and the amount made plain, or None."""

    start: int
    end: int
    text: str | None


class DoseReader:
    """Reads the amounts in one message, each for one medicine only."""

    def __init__(self, lexicon: Lexicon, message: Message) -> None:
        self._units, self._message = lexicon.units, message
        self._words = message.words if "you" not in message.words else _with_u(message)
        self._reader = AmountReader(lexicon.units, self._words)
        self._taken = {spot for rating in message.ratings for spot in range(rating.start, rating.end)}
        self._counts_days = False
        """True after an "x4" that told the times of a day: what is listed next to it is told alike."""
        named = [thing for thing in message.things if thing.value.kind == "medicine"]
        self._is_of_one = len({thing.value.medicine.name for thing in named if thing.value.medicine}) == 1
        """True where only one medicine is named."""
        self._named = {
            spot
            for thing in named
            for spot in range(thing.start, thing.end)
            if message.words[spot] not in lexicon.units
        }

    def is_claimed(self, position: int) -> bool:
        """Tell whether the word at ``position`` is part of an amount that was read for a medicine."""
        return position in self._taken

    def read(self, match: Match[Thing], medicine: Medicine) -> Dose:
        """Read the amount on both sides of a medicine, or the nearest that no medicine stands next to."""
        before, after = self._before(match.start), self._after(match, medicine)
        if before and medicine_supply.is_pack(self._words, before.start, match.start):
            before = None
        if after is None and self._names_strength(match, medicine):
            after = Amount(match.end - 1, match.end, number=self._words[match.end - 1])
        after = after or dose_asides.had(self._reader, self._words, match.end)
        after = after or self._each(match, medicine)
        if before is None and after is None:
            after = self._aside(match, medicine)
        elif before is None and after is not None and after.count is None:
            before = self._of_them(after.end, self._limit(match))
        start, end = (before or match).start, (after or match).end
        if after and before and (self._is_total(after) or self._is_all_of_it(before, after, medicine)):
            before = None
        form = self._units.get(self._words[match.end - 1]) or self._form_after(before, match)
        if after and after.count and form and not (after.form or after.strength):
            after = replace(after, form=form)
        text = dose_texts.text(before, after, medicine, form, counts_days=self._counts_days)
        self._counts_days |= dose_texts.is_how_often(after, medicine)
        corrected = (self._corrected(end, medicine) or self._newest(match, end, medicine)) if text else None
        if corrected:
            text, end = dose_texts.text(None, corrected, medicine, None) or text, corrected.end
        if text and before and self._is_not_had(before, match):
            self._claim([before])
            return Dose(start, end, None)
        if text is None:
            far = self._apart(match)
            text = dose_texts.text(far, None, medicine, None) if far else self._later(match, medicine)
            self._claim([far])
        else:
            self._claim([before, after, corrected])
        return Dose(start, end, text)

    def _is_not_had(self, before: Amount, match: Match[Thing]) -> bool:
        """Tell whether an amount before a name is what is left of it, or what a shop let one have."""
        stock = medicine_supply.is_stock(self._words, match.end, self._units)
        return stock or medicine_supply.is_handed_over(self._words, before.start, match.start)

    def _form_after(self, before: Amount | None, match: Match[Thing]) -> str | None:
        """Give what was counted before the name and is told after it ("two paracetamol tablets")."""
        if before is None or before.number is None or match.end >= len(self._words):
            return None
        return self._piece(match.end)

    def _is_total(self, after: Amount) -> bool:
        return self._words[after.end : after.end + 1] in _TOTALS

    def _is_all_of_it(self, before: Amount, after: Amount, medicine: Medicine) -> bool:
        """Tell a bracket that holds what was taken ("half a lorazepam (0.5mg)") from what a tablet holds."""
        bracketed = self._words[after.start - 1] in ("(", ",")
        return bracketed and dose_texts.is_all(before.count or before.number, after, medicine)

    def _limit(self, match: Match[Thing]) -> int:
        """Give where what is told of a medicine ends: at the next that is named, or with its sentence."""
        end = self._message.sentence_end(match.start)
        return next((spot for spot in range(match.end, end) if spot in self._named), end)

    def _aside(self, match: Match[Thing], medicine: Medicine) -> Amount | None:
        """Read "two of them" and "400 by mouth", told farther on than beside the name."""
        end = self._limit(match)
        told = self._of_them(match.end, self._last_told(end))
        told = told or dose_asides.by_mouth(self._reader, self._words, match.end, end, medicine)
        told = told or dose_asides.stands_at(self._reader, self._words, match.end, end, medicine)
        told = told or dose_asides.of_today(self._reader, self._words, match.end, end, medicine)
        told = told or dose_asides.of_strength(self._words, match.end, end, medicine)
        first = self._message.sentence_start(match.start) if self._is_of_one else match.end
        told = told or dose_asides.at_its_hour(self._words, first, end, medicine)
        if told is None or not self._is_free(told):
            last = self._message.sentence_end(match.start)
            return dose_asides.of_each(self._reader, self._words, match.end, last)
        return told

    def _of_them(self, start: int, end: int) -> Amount | None:
        """Read "two of them" that counts what was named, and not the flushes of "flushes 8 of them"."""
        told = dose_asides.of_them(self._reader, self._words, start, end)
        felt = told and any(thing.end == told.start and thing.value.symptom for thing in self._message.things)
        return None if felt else told

    def _each(self, match: Match[Thing], medicine: Medicine) -> Amount | None:
        """Read the "500 each" that is told farther on."""
        if _EACH.isdisjoint(self._words):
            return None
        told = dose_asides.each(self._reader, self._words, match.end, self._limit(match), medicine)
        return told if told and self._is_free(told) else None

    def _last_told(self, end: int) -> int:
        """Take in the next sentence too, where it names no medicine ("Had the Buscopan. Two of them.")."""
        if end >= len(self._words) or end in self._named:
            return end
        further = self._message.sentence_end(end)
        return end if any(spot in self._named for spot in range(end, further)) else further

    def _newest(self, match: Match[Thing], position: int, medicine: Medicine) -> Amount | None:
        """Read the amount that the one at ``position`` was changed to later on ("dropped back to 20")."""
        end = self._limit(match)
        newest = dose_asides.changed_to(self._reader, self._words, position, end, medicine)
        newest = newest or dose_asides.of_today(self._reader, self._words, position, end, medicine)
        return newest if newest and self._is_free(newest) else None

    def _names_strength(self, match: Match[Thing], medicine: Medicine) -> bool:
        """Tell a name that holds its strength ("Dolo 650") from one that only holds a number ("Tylenol 3")."""
        last = self._words[match.end - 1]
        return match.end - match.start > 1 and last.isdecimal() and float(last) in medicine.strengths

    def _later(self, match: Match[Thing], medicine: Medicine) -> str | None:
        """Read the amount that a later sentence opens with, where nothing else is named ("… the pred. 30mg today")."""
        words, index = self._words, self._message.sentence_end(match.start)
        if not self._is_of_one:
            return None
        while index < len(words):
            while index < len(words) and words[index] in SENTENCE_ENDS:
                index += 1
            amount = self._reader.at(index, spans=False) if index < len(words) else None
            last = self._message.sentence_end(index) if index < len(words) else index
            if amount and self._is_free(amount) and dose_numbers.is_of_it(amount, words, last, medicine):
                self._claim([amount])
                return dose_texts.text(None, amount, medicine, None)
            index = max(last, index + 1)
        return None

    def _claim(self, read: Iterable[Amount | None]) -> None:
        self._taken.update(spot for amount in read if amount for spot in range(amount.start, amount.end))

    def _is_free(self, amount: Amount) -> bool:
        return self._taken.isdisjoint(range(amount.start, amount.end))

    def _before(self, position: int) -> Amount | None:
        """Read "50 mg of", "two", "half a" or "2 puffs of my" that ends before ``position``."""
        floor = self._message.sentence_start(position)
        for end in range(position, max(floor, position - _MOST_FILLERS - 1), -1):
            if end < position and self._words[end] not in _FILLERS:
                return None
            for start in range(max(floor, end - _LONGEST), end):
                amount = self._reader.at(start)
                if amount and amount.end == end and self._may_stand_before(amount, floor):
                    return self._higher(amount, floor)
        return None

    def _may_stand_before(self, amount: Amount, floor: int) -> bool:
        if not self._is_free(amount) or not self._named.isdisjoint(range(amount.start, amount.end)):
            return False
        if amount.number and amount.end < len(self._words) and self._words[amount.end] in ("am", "pm"):
            return False  # "took my 8 am tablets"
        led = self._words[amount.start - 1] if amount.start > floor else ""
        if led == ":" and amount.start - 2 >= floor and self._words[amount.start - 2] in _HEADS:
            led = ""
        if amount.number or amount.strength:
            is_a1c = self._words[max(floor, amount.start - 2) : amount.start] == ["1", "c"]
            return amount.is_stated or not (led in _NOT_BEFORE or is_a1c)
        return True

    def _higher(self, amount: Amount, floor: int) -> Amount:
        """Read "from 50 to 75 of" as the 75 it became."""
        if amount.start == floor or self._words[amount.start - 1] != "from":
            return amount
        number, strength = (text and text.rpartition("-")[2] for text in (amount.number, amount.strength))
        return replace(amount, number=number, strength=strength)

    def _after(self, match: Match[Thing], medicine: Medicine) -> Amount | None:
        """Read "50mg", "(400 mg)", "x2", "- 2 puffs", "from 10 to 25" or a usual strength after ``position``."""
        position = index = match.end
        end = self._message.sentence_end(position - 1)
        found: Amount | None = None
        while index < end and index - position < _MOST_FILLERS + 1:
            amount = self._reader.at(index, spans=False)
            if amount and self._is_free(amount):
                if self._may_follow(amount, position, end, medicine):
                    found = self._latest(amount, end, medicine)
                elif self._is_counted(amount, match) and (
                    dose_numbers.is_count(amount, self._words, end)
                    or (self._piece(amount.start - 1) and dose_numbers.is_daily(amount, self._words))
                ):
                    form = self._piece(amount.start - 1)
                    found = Amount(amount.start, amount.end, count=amount.number, form=form)
                break
            if self._words[index] not in _LEADING:
                break
            index += 1
        return found

    def _is_counted(self, amount: Amount, match: Match[Thing]) -> bool:
        """Tell whether a bare number may count: right after a name that opens its clause, or after what it comes as."""
        formed = amount.start - 1 > match.start and self._piece(amount.start - 1) is not None
        bare = amount.start == match.end and self._words[amount.end : amount.end + 1] != ["now"]
        return formed or (bare and self._opens_clause(match.start))

    def _piece(self, position: int) -> str | None:
        """Give what a medicine comes as at ``position``, or before a comma there ("lidocaine patch, 1 on the back")."""
        position -= self._words[position] == ","
        form = self._units.get(self._words[position])
        return None if form in amounts.MEASURES else form

    def _opens_clause(self, position: int) -> bool:
        first = self._message.sentence_start(position)
        return position == first or self._words[position - 1] in _BEFORE_COUNTED

    def _may_follow(self, amount: Amount, position: int, end: int, medicine: Medicine) -> bool:
        if amount.end in self._named and not self._is_shared(amount, position, medicine):
            return False
        if amount.end < end and self._words[amount.end] == "of" and amount.end + 1 in self._named:
            return False
        return amount.number is None or dose_numbers.is_strength(amount, self._words, position, end, medicine)

    def _is_shared(self, amount: Amount, position: int, medicine: Medicine) -> bool:
        """Tell whether an amount between two names is of the first ("suma 50 advil 400")."""
        usual = amounts.value(amount.strength or "") in medicine.strengths
        return amount.start == position and (not amount.is_stated or usual or self._has_own(amount.end))

    def _has_own(self, position: int) -> bool:
        """Tell whether the medicine at ``position`` has its amount after it ("suma 50mg advil 400mg")."""
        while position in self._named:
            position += 1
        return self._reader.at(position) is not None

    def _now(self, amount: Amount, position: int, end: int, medicine: Medicine) -> Amount:
        """Pass the old amount of "was on pred 40 now 30"."""
        later = self._reader.at(position, spans=False)
        if later is None or not (later.number or later.strength) or not self._is_free(later):
            return amount
        alike = later.number is None or dose_numbers.is_strength(later, self._words, position, end, medicine)
        return later if alike else amount

    def _latest(self, amount: Amount, end: int, medicine: Medicine) -> Amount:
        """Pass the old amount of "from 10mg to 25mg" and "50 -> 100"."""
        index = amount.end
        while index < end and index - amount.end < 3 and self._words[index] in _CHANGED:
            index += 1
        if self._words[amount.end : index] == ["now"]:
            return self._now(amount, index, end, medicine)
        led_to = not _LED_TO.isdisjoint(self._words[amount.end : index])
        later = self._reader.at(index, spans=False) if led_to else None
        if later is None or self._words[later.end : later.end + 1] == ["times"]:
            return amount
        if not (later.number or later.strength) or not (amount.number or amount.strength):
            return amount
        unit = later.unit or amount.unit
        number = later.strength or later.number
        return Amount(amount.start, later.end, strength=number, unit=unit) if unit else later

    def _corrected(self, position: int, medicine: Medicine) -> Amount | None:
        """Read the amount that takes back the one before it ("30ml of the syrup?? no sorry 3 ml")."""
        answer = dose_asides.answered(self._reader, self._words, position, medicine)
        if answer:
            return answer if self._is_free(answer) else None
        end, sorry = min(len(self._words), position + _FARTHEST), False
        for index in range(position, end):
            sorry = sorry or self._words[index] in _CORRECTING
            amount = self._reader.at(index, spans=False) if sorry else None
            if amount:
                return amount if amount.unit and self._is_free(amount) else None
            if index in self._named:
                return None
        return None

    def _apart(self, match: Match[Thing]) -> Amount | None:
        """Find a stated amount elsewhere in the sentence, with no other medicine between."""
        first = self._message.sentence_start(match.start)
        end = min(self._message.sentence_end(match.start), match.end + _FARTHEST)
        index = match.end
        while index < end and index not in self._named:
            amount = self._reader.at(index)
            if amount and self._is_astray(amount):
                return amount
            index = amount.end if amount else index + 1
        index = match.start - 1
        while index >= max(first, match.start - _FARTHEST) and index not in self._named:
            amount = self._reader.at(index)
            if amount and amount.end <= match.start and self._is_astray(amount):
                return amount
            index -= 1
        return None

    def _is_astray(self, amount: Amount) -> bool:
        measured = amount.unit is not None and amount.unit not in dose_numbers.STRAYING
        counted = amount.form is not None and amount.count not in (None, "1") and amount.form != "doses"
        following = self._words[amount.end : amount.end + 2]
        named = not self._named.isdisjoint(range(amount.end, amount.end + len(following)))
        led = self._words[amount.start - 1 : amount.start]
        return (
            (measured or counted)
            and self._is_free(amount)
            and not named
            and "/" not in following[:1]
            and led not in (["from"], ["was"], ["level"], ["crp"])
        )


def _with_u(message: Message) -> list[str]:
    """Give the words with the "u" of "4u" left as it was written, which elsewhere means "you"."""
    return [
        "u" if word == "you" and message.quote(spot, spot + 1).lower() == "u" else word
        for spot, word in enumerate(message.words)
    ]
