"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

Amounts are made plain and never converted: "50mg of suma" is "50 mg", "1g" is "1 g", "two puffs" is "2 puffs". A bare
number beside a medicine is an amount where it is one of the medicine's usual strengths ("50 suma" is "50 mg"), and
otherwise a count, which stays bare ("2 ibuprofen" is "2"), since nobody said tablets.
"""

from bot.domain.readings import MedicationMention
from bot.domain.vocabulary import Medicine
from bot.understanding import ownership
from bot.understanding.lexicon import Lexicon, Thing
from bot.understanding.matching import Match
from bot.understanding.message import SENTENCE_ENDS, Message
from bot.understanding.normalise import UNITS_OF_TEN

_COUNTS = UNITS_OF_TEN | {"a": 1, "an": 1}
_FRACTIONS = frozenset(("half", "quarter"))
_FILLERS = frozenset("of my the 's extra more oral liquid strength regular another only just x".split())  # noqa: SIM905
_MOST_COUNT = 12
_BEFORE_AMOUNT = frozenset(
    ["(", "-", ":", "x", "×", "=", "at", ",", "about", "dose", "of", "tablet", "to", "up", "down", "odt", "xr", "er"]
)
_MOST_BEFORE_AMOUNT = 3
_TIME_AFTER = frozenset(
    "hours hour hrs hr h am pm days day times time weeks week months minutes mins min years x % / :".split()  # noqa: SIM905
)
_STATUS_REACH = 8
_EFFECT_REACH = 4
_BREAKS = SENTENCE_ENDS | frozenset((",", "but", "so", "because", "then", "(", ")"))
_INTENT = frozenset(
    ["should", "can", "could", "going", "gonna", "will", "would", "want", "need", "might", "may", "if", "when", "before", "to", "ll"]
)
_STATUSES = {"missed": False, "ran_out": False, "stopped": False, "taken": True, "effect": True}


def find(lexicon: Lexicon, message: Message) -> tuple[MedicationMention, ...]:
    """List the writer's own medicines in ``message``, once each."""
    statuses = lexicon.medicine_status.all(message.stems)
    found: dict[str, MedicationMention] = {}
    for match in message.things:
        if match.value.medicine is None or ownership.is_someone_elses(lexicon, message, match.start):
            continue
        mention = _read(lexicon, message, match, statuses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
    return tuple(found.values())


def _read(
    lexicon: Lexicon, message: Message, match: Match[Thing], statuses: list[Match[str]]
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    start, end, dose = _dose(lexicon, message, match, medicine)
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


def _dose(
    lexicon: Lexicon, message: Message, match: Match[Thing], medicine: Medicine
) -> tuple[int, int, str | None]:
    """Read the amount on both sides of a medicine; also where the whole begins and ends."""
    rated = {position for rating in message.ratings for position in range(rating.start, rating.end)}
    start, before = _dose_before(lexicon, message, match.start, medicine)
    if start in rated:
        start, before = match.start, None
    if before is not None and before.isdigit() and message.words[match.end - 1] in lexicon.units:
        return start, match.end, _plain(before, lexicon.units[message.words[match.end - 1]])
    end, after = _dose_after(lexicon, message, match.end, medicine)
    if before is None or before.isdigit() or before in _FRACTIONS:
        return start, end, _combined(before, after)
    times = after is not None and after.isdigit() and "x" in message.words[match.end : end]
    return (start, end, f"{after} x {before}") if times else (start, match.end, before)


def _mention(name: str, words: str, dose: str | None, status: str) -> MedicationMention:
    taken = _STATUSES.get(status)
    for known in ("taken", "missed", "ran_out", "stopped"):
        if status == known:
            return MedicationMention(name, words, dose, taken, known)
    return MedicationMention(name, words, dose, None, "mentioned")


def _combined(count: str | None, amount: str | None) -> str | None:
    if count is None or amount is None:
        return count or amount
    return f"{count} x {amount}" if count not in (*_FRACTIONS, "1") and not amount.isdigit() else amount


def _dose_before(
    lexicon: Lexicon, message: Message, position: int, medicine: Medicine
) -> tuple[int, str | None]:
    """Read "50 mg of", "two", "half a" or "2 puffs of my" that ends before ``position``; also where it starts."""
    words, floor = message.words, message.sentence_start(position)
    index = position
    while index > floor and words[index - 1] in _FILLERS and position - index < 3:
        index -= 1
    if index - 1 > floor and words[index - 1] in ("a", "an", "of") and words[index - 2] in _FRACTIONS:
        return index - 2, words[index - 2]
    if index > floor and words[index - 1] in _FRACTIONS:
        return index - 1, words[index - 1]
    unit = lexicon.units.get(words[index - 1]) if index > floor else None
    if unit is not None and index - 1 > floor:
        start, number = _number_before(words, index - 1, floor)
        if number is not None:
            return _multiplied(words, start, floor, _plain(number, unit))
        return position, None
    if index <= floor or words[index - 1] in ("a", "an"):
        return position, None
    start, number = _number_before(words, index, floor)
    if number in _FRACTIONS:
        return start, number
    if number is None or (start > floor and words[start - 1] in ("/", ":", "at", "pain", "severity")):
        return position, None
    return start, _bare(number, medicine)


def _multiplied(words: list[str], start: int, floor: int, dose: str) -> tuple[int, str]:
    """Read the count of "2 x 500 mg" and "two 500mg"."""
    index = start - 1 if start > floor and words[start - 1] in ("x", "\N{MULTIPLICATION SIGN}") else start
    if index > floor:
        first, count = _number_before(words, index, floor)
        if (
            count is not None
            and count.isdigit()
            and 1 < int(count) <= _MOST_COUNT
            and words[first] not in ("a", "an")
        ):
            return first, f"{count} x {dose}"
    return start, dose


def _number_before(words: list[str], position: int, floor: int) -> tuple[int, str | None]:
    """Read the number in digits or words that ends before ``position``."""
    if position <= floor:
        return position, None
    word = words[position - 1]
    if word[0].isdecimal():
        fraction = position - 3 >= floor and words[position - 2] == "/" and words[position - 3][0].isdecimal()
        if fraction:
            return position - 3, f"{words[position - 3]}/{word}"
        return position - 1, word
    if word == "couple" and position - 2 >= floor:
        return position - 2, "2"
    if word in _FRACTIONS:
        return position - 1, word
    if word == "a" and position - 2 >= floor and words[position - 2] in _FRACTIONS:
        return position - 2, words[position - 2]
    if word in _COUNTS:
        return position - 1, str(_COUNTS[word])
    return position, None


def _dose_after(
    lexicon: Lexicon, message: Message, position: int, medicine: Medicine
) -> tuple[int, str | None]:
    """Read "50mg", "(400 mg)", "x2", "- 2 puffs" or a usual strength that begins at ``position``."""
    words, end = message.words, message.sentence_end(position - 1)
    index = position
    while index < end and words[index] in _BEFORE_AMOUNT and index - position < _MOST_BEFORE_AMOUNT:
        index += 1
    if index >= end:
        return position, None
    skipped = words[position:index]
    number = words[index] if words[index][0].isdecimal() else None
    if number is None and words[index] in UNITS_OF_TEN:
        number = str(UNITS_OF_TEN[words[index]])
    if number is None:
        return position, None
    unit = lexicon.units.get(words[index + 1]) if index + 1 < end else None
    if unit is not None:
        return _trailing_count(words, index + 2, end, _plain(number, unit))
    following = words[index + 1] if index + 1 < end else ""
    if following == "x" and words[index + 2 : index + 3] and words[index + 2].isdigit():
        return index + 3, f"{number} x {_bare(words[index + 2], medicine)}"
    if following == "x" or "x" in skipped or "\N{MULTIPLICATION SIGN}" in skipped:
        return index + 1, number
    if following == "/" and index + 3 < end and words[index + 3] in lexicon.units:
        return index + 4, f"{number}/{words[index + 2]} {lexicon.units[words[index + 3]]}"
    if (
        following == "/"
        and words[index + 2 : index + 3]
        and words[index + 2].isdigit()
        and int(words[index + 2]) > _MOST_COUNT
    ):
        return index + 3, f"{number}/{words[index + 2]} mg"
    if following in _TIME_AFTER or (skipped and skipped != ["to"]):
        return position, None
    return (index + 1, _strength(number, medicine)) if _strength(number, medicine) else (position, None)


def _trailing_count(words: list[str], position: int, end: int, dose: str) -> tuple[int, str]:
    following = words[position : min(end, position + 2)]
    if len(following) == 2 and following[0] in ("x", "\N{MULTIPLICATION SIGN}") and following[1].isdigit():
        return position + 2, f"{following[1]} x {dose}"
    return position, dose


def _strength(number: str, medicine: Medicine) -> str | None:
    """Read a bare number after the name as an amount: a usual strength, or any for what is dosed by units."""
    value = _value(number)
    if value is None:
        return None
    if value in medicine.strengths:
        return _plain(number, medicine.unit)
    if medicine.unit in ("units", "puffs") and value <= 200:
        return _plain(number, medicine.unit)
    return _plain(number, medicine.unit) if value >= 25 and medicine.strengths else None


def _bare(number: str, medicine: Medicine) -> str:
    """Read a bare number before the name: an amount where it is a usual strength, otherwise a count."""
    value = _value(number)
    if value is None or "/" in number:
        return number
    strong = (value in medicine.strengths and value > 4) or value > _MOST_COUNT
    if medicine.unit in ("units", "puffs"):
        return _plain(number, medicine.unit)
    return _plain(number, medicine.unit) if strong else number


def _value(number: str) -> float | None:
    try:
        return float(
            number.replace(",", "")
            if number.count(",") == 1 and len(number) > 4
            else number.replace(",", ".")
        )
    except ValueError:
        return None


_SINGULAR = {
    "patches": "patch",
    "gummies": "gummy",
    "suppositories": "suppository",
    "inhalations": "inhalation",
}
_NO_PLURAL = frozenset(("mg", "mcg", "g", "mL", "L", "IU"))


def _plain(number: str, unit: str) -> str:
    if number in ("1", *_FRACTIONS) and unit not in _NO_PLURAL:
        unit = _SINGULAR.get(unit, unit.removesuffix("s"))
    return f"{number} {unit}"


def _status(message: Message, match: Match[Thing], statuses: list[Match[str]]) -> str | None:
    """Find what was done with the medicine: the nearest cue before it, or one right after it."""
    before = _cue_before(message, match, statuses)
    after = _cue_after(message, match, statuses)
    if after in ("missed", "ran_out", "stopped"):
        return after
    if before is None:
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
    first = start == message.sentence_start(start) or message.words[start - 1] in (",", "+", "and", ":")
    last = end >= message.sentence_end(start) or message.words[end] in _BREAKS | {
        "and",
        "+",
        "at",
        "twice",
        "again",
    }
    return first and last
