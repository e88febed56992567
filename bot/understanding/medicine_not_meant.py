"""Names of medicines that speak of something else: what the blood holds, what one is allergic to, where pills are kept.

"Iron low", "vitamin D deficiency", "insulin resistance", "allergic to penicillin", "the pill box".
"""

from collections.abc import Sequence

from bot.understanding.lexicon import Thing
from bot.understanding.matching import Match

_IN_THE_BLOOD = frozenset(
    (
        "iron", "calcium", "potassium", "magnesium", "zinc", "insulin", "folic acid", "selenium",
        "iodine", "vitamin D", "vitamin B12", "vitamin B6", "vitamin B complex", "vitamin A",
        "vitamin C", "vitamin E", "vitamin K", "thiamine", "testosterone", "estradiol", "progesterone",
        "biotin", "antibiotic", "erythropoietin",
    )
)  # fmt: skip
"""What the body has of its own, or is measured for, besides being taken."""
_OF_THE_BLOOD = frozenset(
    (
        "deficiency", "deficient", "deficiencies", "resistance", "resistant", "level", "levels",
        "stores", "store", "count", "test", "tests", "panel", "sensitivity", "absorption", "overload",
        "anaemia", "anemia", "studies", "intake", "results", "result", "rich", "antibodies",
    )
)  # fmt: skip
_LOW = frozenset(
    (
        "low", "lowish", "high", "highish", "normal", "raised", "elevated", "borderline", "depleted",
        "rubbish",
    )
)  # fmt: skip
_VERBS = frozenset(
    (
        "is", "was", "are", "were", "came", "back", "still", "too", "a", "bit", "very", "'s", "on",
        "being",
    )
)  # fmt: skip
_BEFORE = frozenset(("low", "high", "raised", "deficient", "lack", "lacking", "normal"))
_ALLERGIES = frozenset(("allergy", "allergic", "allergies", "anaphylaxis", "intolerance"))
_TOWARDS = frozenset(("to", "of", "with", "from", "the", "any", "all", "and", "or", ","))
_KEPT = frozenset(
    (
        "box", "boxes", "organiser", "organizer", "cutter", "case", "cabinet", "list", "chart",
        "reminder", "alarm", "splitter", "crusher", "holder", "review", "cupboard", "drawer", "tray",
        "shelf",
    )
)  # fmt: skip
_MOST_BETWEEN = 3
USUAL = "usual medicines"
"""The vocabulary's name for medicines that are not named."""
_NEW = frozenset(("new", "newer", "different", "stronger", "other"))
_SWALLOWING = frozenset(("swallowing", "swallow"))
_DONE = frozenset(
    (
        "took", "taken", "take", "taking", "had", "forgot", "missed", "skipped", "started", "stopped", "on",
        "without",
    )
)  # fmt: skip
"""Before new tablets, tell what was done with them."""
_MEASURED = frozenset(("level", "levels", "bloods", "trough", "troughs", "assay"))
"""Right after a medicine, make it what the laboratory is asked about ("phenytoin level booked")."""
_WHOLE = frozenset(("took", "taken", "had"))
_UNNAMED = frozenset((USUAL, "birth control pill", "painkiller", "sleeping pill"))


def is_not_meant(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell whether the medicine named by ``match`` is named without being taken, missed or spoken of as a medicine."""
    medicine = match.value.medicine
    if medicine is None:
        return False
    following = words[match.end : match.end + 1]
    if medicine.name == USUAL and _is_new(words, match.start):
        return True
    if _MEASURED.intersection(following) and _WHOLE.isdisjoint(words[max(0, match.start - 1) : match.start]):
        return True
    if medicine.name in _UNNAMED and _KEPT.intersection(following):
        return words[match.end - 1] in ("pill", "medicine", "med", "tablet", "medication", "meds")
    if _ALLERGIES.intersection(following) or _is_allergy(words, match.start):
        return True
    return medicine.name in _IN_THE_BLOOD and _is_in_the_blood(words, match)


def _is_new(words: Sequence[str], position: int) -> bool:
    """Tell "the new tablets have sorted it", of which nobody knows what they are, from "took the new tablets"."""
    led = words[position - 1] if position else ""
    if led in _NEW:
        return _DONE.isdisjoint(words[max(0, position - _MOST_BETWEEN - 1) : position - 1])
    return led in _SWALLOWING


def _is_allergy(words: Sequence[str], position: int) -> bool:
    index = position - 1
    while index >= 0 and position - index <= _MOST_BETWEEN and words[index] in _TOWARDS:
        index -= 1
    return 0 <= index < position - 1 and words[index] in _ALLERGIES


def _is_in_the_blood(words: Sequence[str], match: Match[Thing]) -> bool:
    index = match.end
    if _OF_THE_BLOOD.intersection(words[index : index + 1]):
        return True
    while index < len(words) and index - match.end < _MOST_BETWEEN and words[index] in _VERBS:
        index += 1
    if index < len(words) and words[index] in _LOW:
        return True
    return match.start > 0 and words[match.start - 1] in _BEFORE
