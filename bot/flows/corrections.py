"""Reads a reply to a card as a correction: another number, time, side or word; whatever else, it is added.

Not a flow: what a correction is, without how it is asked about.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain import journal, readings
from bot.flows import corrected_sides, entries
from bot.flows.turn import Turn

NUMBER = re.compile(r"(?<![\w.,:/-])(10|\d)(?:\s*(?:/|out of)\s*10)?(?![\w:/%]|[.,]\d)", re.IGNORECASE)
"""A whole number from 0 to 10 that stands alone, as a severity does."""

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
CURLY_APOSTROPHE = "\u2019"


A_MOMENT = timedelta(minutes=15)
"""So long somebody who begins with "no" or "sorry" is talking of what they wrote last."""
FEW = 5
"""Entries that are looked at for those of that moment."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A number and nothing else: how bad it was, and what it was thought to be ("6, not 8")."""

    severity: int
    instead_of: int | None = None


def rating(turn: Turn, text: str) -> Rating | None:
    """Read a reply that says only how bad it was; None for any other."""
    said: list[int] = []
    denied: list[int] = []
    refusals, becomes = _listed(turn, "correction-not"), _listed(turn, "correction-becomes")
    for match in NUMBER.finditer(text):
        before = text[: match.start()].casefold().removesuffix(" a ").rstrip(" ,:")
        after = text[match.end() :].casefold().lstrip(" ,")
        (denied if before.endswith(refusals) or after.startswith(becomes) else said).append(int(match[1]))
    if len(said) != 1 or len(denied) > 1 or not _is_filler(turn, NUMBER.sub(" ", text)):
        return None
    return Rating(said[0], denied[0] if denied else None)


def taken_back(turn: Turn, text: str) -> journal.Entry | None:
    """Find the entry of a moment ago that "no it was 8", "that was yesterday" or "only the left one" corrects."""
    said = text.casefold().lstrip("* ").replace(CURLY_APOSTROPHE, "'")
    meant = rating(turn, said)
    stood_at = meant.instead_of if meant else None
    opens = any(re.match(rf"{opening}\b", said) for opening in _listed(turn, "correction-opening"))
    opens = opens or corrected_sides.meant(turn, said) is not None
    if stood_at is None and not opens:
        return None  # most messages: what was told before is not looked up for them
    told = just_told(turn)
    rated = _rated_at(told, stood_at)
    candidates = rated or (told if opens else [])
    return next((entry for entry in candidates if _corrects(turn, entry, said)), None)


def just_told(turn: Turn) -> list[journal.Entry]:
    """List the entries that the patient told a moment ago, the newest first."""
    latest = turn.store.journal.latest(FEW)
    own = [e for e in latest if not e.told_by and turn.now - e.recorded_at <= A_MOMENT]
    return sorted(own, key=lambda entry: entry.recorded_at, reverse=True)


def _rated_at(told: list[journal.Entry], severity: int | None) -> list[journal.Entry]:
    """List the entries with the number that is taken back ("6 not 7")."""
    if severity is None:
        return []
    return [e for e in told if severity in {symptom.severity for symptom in e.reading.symptoms}]


def _corrects(turn: Turn, entry: journal.Entry, text: str) -> bool:
    sided = corrected_sides.sided(turn, entry, text) is not None
    return sided or _rates(turn, entry, text) or _replaces(turn, entry, text) or _moves(turn, entry, text)


def _rates(turn: Turn, entry: journal.Entry, text: str) -> bool:
    denies = any(symptom.negated for symptom in turn.reads.update(text).symptoms)  # "no pain 0" is an update
    return bool(entry.reading.symptoms) and not denies and rating(turn, text) is not None


def _moves(turn: Turn, entry: journal.Entry, text: str) -> bool:
    tells = bool(turn.reads.update(text).symptoms)  # "no pain today" is an update
    return not tells and _moved(turn, entry, text) is not None


def _replaces(turn: Turn, entry: journal.Entry, text: str) -> bool:
    if not any(f"{denial} " in text for denial in _listed(turn, "correction-not")):
        return False
    return any(change(turn, entry, text) is not None for change in (_renamed, _other_medicine))


def is_part(turn: Turn, entry: journal.Entry, text: str) -> bool:
    """Tell what corrects one thing of an entry ("fatigue 7", "make it a 5") from the whole message typed again."""
    if _corrects(turn, entry, text.casefold()):
        return True
    old, new = entry.reading, turn.reads.update(text)
    told = len(new.symptoms) + len(new.medications)
    if not 0 < told < len(old.symptoms) + len(old.medications):
        return False
    names = {medicine.name for medicine in old.medications}
    known = all(any(entries.same_symptom(one, each) for one in old.symptoms) for each in new.symptoms)
    return known and names.issuperset(medicine.name for medicine in new.medications)


def rated_symptom(entry: journal.Entry, meant: Rating) -> int | None:
    """Find which symptom a bare number is about: the one that stood at the other number, or the only one."""
    present = [(i, s) for i, s in enumerate(entry.reading.symptoms) if not s.negated]
    rated = [(i, s) for i, s in present if s.severity is not None]
    stood_at = [(i, s) for i, s in rated if s.severity == meant.instead_of]
    for candidates in (stood_at, rated, present):
        if len(candidates) == 1:
            return candidates[0][0]
    return None


def rate(entry: journal.Entry, index: int, severity: int) -> journal.Entry:
    """Rate the symptom at ``index``; whoever rates a symptom has it."""
    symptom = entry.reading.symptoms[index]
    rated = replace(symptom, severity=severity, severity_range=None, negated=False)
    return entries.with_symptom(entry, index, rated)


def corrected(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry:
    """Change the entry as ``text`` says; what is no correction is added to it, and never lost."""
    for change in (corrected_sides.sided, _moved, _renamed, _other_medicine):
        changed = change(turn, entry, text)
        if changed is not None:
            return changed
    return entries.add_words(turn, entry, text)


def _moved(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry | None:
    """Read "it was yesterday": a time, and nothing else."""
    found = turn.reads.find_time(text, "past")
    if found.value is None or not _is_filler(turn, text.replace(found.words, " ")):
        return None
    return entries.moved(turn, entry, found.value, has_time=found.has_time)


def _renamed(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry | None:
    """Read "not migraine, tension headache": the one that is denied was the other all along."""
    mentions = turn.reads.update(text).symptoms
    wrong = [m for m in mentions if m.negated]
    right = [m for m in mentions if not m.negated]
    if len(wrong) != 1 or len(right) != 1:
        return None
    for index, symptom in enumerate(entry.reading.symptoms):
        if entries.same_symptom(symptom, wrong[0]) and not symptom.negated:
            return entries.with_symptom(entry, index, _instead(symptom, right[0]))
    return None


def _other_medicine(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry | None:
    """Read "not ibuprofen, naproxen"; a dose said of the one is not taken over to the other."""
    mentions = turn.reads.update(text).medications
    wrong = [m for m in mentions if _is_denied(turn, text, m.words)]
    right = [m for m in mentions if m not in wrong]
    if len(wrong) != 1 or len(right) != 1:
        return None
    for index, medicine in enumerate(entry.reading.medications):
        if medicine.name == wrong[0].name:
            new = replace(medicine, name=right[0].name, words=right[0].words, dose=right[0].dose)
            return entries.with_medicine(entry, index, new)
    return None


def _is_denied(turn: Turn, text: str, words: str) -> bool:
    before, found, _ = text.casefold().partition(words.casefold())
    return bool(found) and before.rstrip().endswith(_listed(turn, "correction-not"))


def _instead(old: readings.SymptomMention, new: readings.SymptomMention) -> readings.SymptomMention:
    """Keep how bad it was where only the name was wrong; the patient's own word is the name."""
    stated = new.severity is not None or new.severity_range is not None
    return replace(
        new,
        name=" ".join(new.words.casefold().split()),
        severity=new.severity if stated else old.severity,
        severity_range=new.severity_range if stated else old.severity_range,
        body_part=new.body_part or old.body_part,
    )


def _is_filler(turn: Turn, text: str) -> bool:
    """Tell whether nothing is left but the small words around a correction."""
    small = {*_listed(turn, "correction-small"), *" ".join(_listed(turn, "correction-not")).split()}
    words = WORD.findall(text.casefold().replace(CURLY_APOSTROPHE, "'"))
    if words and words[0] in _listed(turn, "correction-change"):
        small.update(words[:1], " ".join(_listed(turn, "correction-becomes")).split())
    return all(word in small for word in words)


def _listed(turn: Turn, key: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in turn.text(key).split(","))
