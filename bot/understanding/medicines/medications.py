"""Medicines in a message: which, how much, and whether they were taken, missed, stopped or had run out.

Which are meant `medicine_not_meant` tells, how much `doses`, and what was done with them `medicine_status`. Another
person's medicine counts only where the writer took it.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.readings import MedicationMention, MedicineStatus
from bot.understanding.medicines import (
    medicine_advice,
    medicine_changes,
    medicine_forms,
    medicine_not_meant,
    medicine_plans,
)
from bot.understanding.medicines.doses import DoseReader
from bot.understanding.medicines.medicine_status import StatusReader
from bot.understanding.whose import ownership
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_HEADING = frozenset((":", ",", "(", "-", "=", "the", "my", "like", "ie", "namely"))
"""May stand between a word for all of one's medicines and their names."""
_TOOK = "took"
_TIMES = frozenset(("again", "today", "tonight", "this", "morning", "last", "night", "yesterday", "evening"))
_IN_LIST = frozenset((",", "and", "&", "+", ".", "mg", "mcg", "g", "ml", "my", "the"))
"""All that stands in a list of medicines beside their names and numbers."""
_PILL_FOR = frozenset(
    ("periods", "contraception", "endo", "pcos", "acne", "bleeding", "years", "ages", "a", "heavy", "2", "3")
)
"""After "the pill for", leave it the contraceptive pill."""
_PARTS = frozenset((",", "(", ":", "-"))
_WHEN = frozenset(("day", "night", "today", "tonight", "week", "now", "morning", "and", "then", "took"))
_LONGEST_PURPOSE = 6
"""The words of "for my high blood pressure," that may stand between a tablet and its name."""
_EVERY_OTHER = (
    ["other", "day"],
    ["other", "night"],
    ["other", "morning"],
    ["other", "week"],
    ["other", "month"],
)
_THEN = frozenset((",", "and", "i", "so", "-"))
_SOME = frozenset(("half", "one", "two", "1", "2", "another"))
_CLOSES = medicine_plans.BREAKS | frozenset(
    ("", "and", "too", "last", "tonight", "today", "yesterday", "earlier")
)
"""After "had half", leave it the half of a tablet, and not of an hour."""
_WEANING = frozenset(("weaning", "weaned"))
_TAKEN: Mapping[MedicineStatus, bool] = {"taken": True, "missed": False, "ran_out": False, "stopped": False}


def find(lexicon: Lexicon, message: Message) -> tuple[MedicationMention, ...]:
    """List the writer's own medicines in ``message``, once each."""
    medicines = [
        _as_meant(lexicon, message, thing)
        for thing in message.things
        if thing.value.medicine and not medicine_not_meant.is_not_meant(message.words, thing)
    ]
    medicines = medicine_forms.meant(lexicon, message, medicines)
    if not medicines:
        return ()
    statuses, doses = StatusReader(lexicon, message, medicines), DoseReader(lexicon, message)
    found: dict[str, MedicationMention] = {}
    medicines = [match for match in medicines if not _is_heading(message, match, medicines)]
    places: dict[str, int] = {}
    counted = {match.start for match in medicines if message.words[match.end - 1] in lexicon.units}
    # what may be the form of another ("two tablets of X") is read when the amounts of all others are known
    for match in sorted(medicines, key=lambda match: match.start in counted):
        claimed = match.start in counted and doses.is_claimed(match.start)
        if claimed or _is_anothers(lexicon, message, match, medicines):
            continue
        mention = _read(message, match, statuses, doses)
        if mention is not None:
            earlier = found.get(mention.name)
            if earlier is None or (earlier.dose is None and mention.dose) or earlier.status == "mentioned":
                found[mention.name] = mention
                places.setdefault(mention.name, match.start)
    _drop_kinds(found, medicines)
    return tuple(sorted(found.values(), key=lambda mention: places[mention.name]))


def _as_meant(lexicon: Lexicon, message: Message, match: Match[Thing]) -> Match[Thing]:
    """Take "the pills" and "the pill for my thyroid" for medicines not named; only "the pill" alone is the pill."""
    words = message.words[match.start : match.end]
    if words[:1] != ["the"] or words[1:] not in (["pill"], ["pills"]):
        return match
    if words[1:] == ["pill"] and (
        message.word(match.end) != "for" or message.word(match.end + 1) in _PILL_FOR
    ):
        return match
    usual = next(one for one in lexicon.vocabulary.medicines if one.name == medicine_not_meant.USUAL)
    return replace(match, start=match.start + 1, value=Thing("short", medicine=usual))


def _is_anothers(
    lexicon: Lexicon, message: Message, match: Match[Thing], medicines: list[Match[Thing]]
) -> bool:
    """Tell whether another takes it: not what the writer was given of it, nor what was changed for the writer."""
    if not ownership.is_someone_elses(lexicon, message, match.start):
        return False
    earlier = [other for other in medicines if other.end <= match.start][-1:]
    floor = message.sentence_start(match.start)
    people = [
        message.words[at]
        for at in range(floor, match.start)
        if message.stems[at] in lexicon.people and message.words[at : at + 2] not in _EVERY_OTHER
    ]
    if not people:
        return False
    if _WEANING.issuperset(people):
        return False  # whose stem is that of the Scots "wean", a child
    changed = [match] + [
        other for other in earlier if medicine_changes.is_left_for(message.words, other, match, floor)
    ]
    advised = medicine_advice.is_advised(message, match.start) and medicine_advice.is_followed(
        message, match.end, message.sentence_end(match.start)
    )
    return not (advised or _is_borrowed(message, match)) and not any(
        medicine_changes.is_own(message, one, lexicon.people) for one in changed
    )


def _is_borrowed(message: Message, match: Match[Thing]) -> bool:
    """Tell whether another's medicine was taken by the writer ("hubby gave me two of his codeine")."""
    first = message.sentence_start(match.start)
    words = message.words[first : match.start]
    for index, word in enumerate(words):
        if word == "gave" and words[index + 1 : index + 2] == ["me"]:
            return True
        if word in medicine_plans.TOOK and (index == 0 or words[index - 1] == "i"):
            return True
    return _is_had_of(message, match)


def _is_had_of(message: Message, match: Match[Thing]) -> bool:
    """Tell "my husband's tramadol, had half" from "my husband's tramadol, he had half" and "mum's on tramadol"."""
    at = message.past(_THEN, match.end)
    had = match.end < at and message.word(at) in medicine_plans.TOOK and message.word(at + 1) in _SOME
    return had and message.word(at + 2) in _CLOSES and message.word(match.start - 1) != "on"


def _is_heading(message: Message, match: Match[Thing], medicines: list[Match[Thing]]) -> bool:
    """Tell whether "usual medicines" only heads the list of them ("morning pills: amlodipine", "night tablet X")."""
    following = next((other for other in medicines if other.start >= match.end), None)
    if following is None or not _is_usual(match) or _is_usual(following):
        return False
    gap = message.words[match.end : following.start]
    if _is_list_of(message, match, following, medicines):
        return True
    if gap[:1] == ["for"] and gap[-1] in _PARTS:
        return 2 < len(gap) <= _LONGEST_PURPOSE and _WHEN.isdisjoint(gap)
    if match.value.kind == "short" and gap[:1] == [","]:
        return False
    return _HEADING.issuperset(gap) and not message.words[following.start].isdecimal()


def _is_list_of(
    message: Message, match: Match[Thing], following: Match[Thing], medicines: list[Match[Thing]]
) -> bool:
    """Tell the tablets of "took all tablets today. Losartan 50, atorvastatin 20", which are the two named after."""
    at = message.past(_TIMES, match.end)
    in_next = message.word(at) == "." and _TOOK in message.words[message.sentence_start(match.start) : at]
    if at + 1 != following.start or not (in_next or (at > match.end and message.word(at) == ",")):
        return False
    named = [other for other in medicines if at < other.start < message.sentence_end(following.start)]
    spots = {spot for other in named for spot in range(other.start, other.end)}
    said = [
        message.words[spot]
        for spot in range(at + 1, message.sentence_end(following.start))
        if spot not in spots
    ]
    return len(named) > 1 and all(word[0].isdecimal() or word in _IN_LIST for word in said)


def _is_usual(match: Match[Thing]) -> bool:
    medicine = match.value.medicine
    return medicine is not None and medicine.name == medicine_not_meant.USUAL


def _drop_kinds(found: dict[str, MedicationMention], medicines: list[Match[Thing]]) -> None:
    """Leave out the word for a kind of medicine where one of the kind is named; what was done with it stays."""
    for match in medicines:
        kind = match.value.medicine
        members = [name for name in kind.members if name in found] if kind else []
        if kind is None or not members or kind.name not in found or found[kind.name].dose:
            continue
        said = found.pop(kind.name)
        for name in members:
            if found[name].status == "mentioned":
                found[name] = replace(found[name], status=said.status, taken=said.taken)


def _read(
    message: Message, match: Match[Thing], statuses: StatusReader, doses: DoseReader
) -> MedicationMention | None:
    medicine = match.value.medicine
    assert medicine is not None  # noqa: S101  `find` looked
    dose = doses.read(match, medicine)
    status = statuses.read(match, dose)
    if status is None:
        return None
    if dose.text is not None and dose.text.split()[0] == "0":
        dose, status = replace(dose, text=None), "missed"  # "ventolin 0 today"
    words = message.quote(dose.start, dose.end)
    return MedicationMention(medicine.name, words, dose.text, _TAKEN.get(status), status)
