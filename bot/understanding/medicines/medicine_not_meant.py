"""Names of medicines that speak of something else: what the blood holds, what one is allergic to, where pills are kept.

"Iron low", "vitamin D deficiency", "insulin resistance", "allergic to penicillin", "the pill box".
"""

from collections.abc import Sequence
from itertools import takewhile

from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS

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
        "anaemia", "anemia", "scan", "score", "bloods", "blood",
        "studies", "intake", "results", "result", "rich", "antibodies",
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
_SWALLOWING = frozenset(("swallowing", "swallow", "washing", "dishwasher"))
_CHOKING = frozenset(
    ("choking", "choke", "choked", "chokes", "gag", "gagged", "gagging", "coughing", "cough", "spluttering")
)
_ON = frozenset(("on", "a", "my", "the", "any", "over", "with", "when", "taking", "big", "large"))
_SCREEN = frozenset(
    (
        "screen", "watching", "watched", "reading", "scrolling", "scrolled", "netflix", "laptop", "ipad", "charger",
        "keyboard", "youtube", "video", "videos", "film", "films", "gaming",
    )
)  # fmt: skip
"""Beside one "tablet", make it the one with a screen."""
_KINDS = frozenset(("blood pressure medicine",))
"""Names of a kind: "a side effect of blood pressure pills" speaks of all of them and not of one's own."""
_OF_ADRENALINE = frozenset(("adrenaline", "adrenalin"))
_INJECTED = frozenset(
    (
        "pen", "pens", "jab", "jabbed", "injected", "injection", "injector", "autoinjector", "mg", "administered",
        "nebulised", "ambulance", "paramedics", "anaphylaxis", "jext", "hives", "allergic", "sting", "stung",
    )
)  # fmt: skip
"""Beside adrenaline, make it the one that is injected."""
_INJECTING = frozenset(
    (
        "gave",
        "given",
        "give",
        "used",
        "use",
        "took",
        "had",
        "needed",
        "need",
        "dose",
        "doses",
        "shot",
        "worked",
    )
)
"""Right before adrenaline, or right after it, do so too ("gave me adrenaline", "adrenaline given")."""
_TRAMS = frozenset(("tram", "trams"))
_TRAVEL = frozenset(
    (
        "bus", "buses", "train", "stop", "strike", "past", "platform", "driver", "ticket", "rode", "ride", "seat",
        "metro", "crowded", "packed", "town", "luas", "walked", "caught", "catch", "station",
    )
)  # fmt: skip
"""Beside a tram, make it one that is ridden on."""
_CHORES = frozenset(("ironing", "ironed", "irons"))
_SHOWS = frozenset(
    ("ad", "ads", "advert", "adverts", "commercial", "commercials", "documentary", "shares", "jingle")
)
_DAYS = frozenset(("day", "week", "night", "days"))
_OF_THE_DAY = frozenset(("a", "an", "my", "the", "'s", "usual", "really", "even", "on"))
_NOT = frozenset(("not", "isnt", "wasnt", "no", "aint", "except", "bar"))
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
_AS_NEEDED = "painkiller"
_UNNAMED = frozenset((USUAL, "birth control pill", _AS_NEEDED, "sleeping pill"))
_NONE = frozenset(("no", "without", "zero", "nil"))
_NEEDED = frozenset(("needed", "required", "necessary"))
_HELPED = frozenset(("helped", "worked", "settled", "passed", "eased"))
"""Of something else, tell why no tablet was taken."""
_OF_STOCK = frozenset(
    ("left", "remaining", "in", "at", "here", "available", "till", "until", "to", "for", "on")
)
"""After "no painkillers", tell of what there is of them and not of what was taken."""


def is_not_meant(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell whether the medicine named by ``match`` is named without being taken, missed or spoken of as a medicine."""
    medicine = match.value.medicine
    if medicine is None:
        return False
    following = words[match.end : match.end + 1]
    if medicine.name == USUAL and (_is_new(words, match.start) or _is_swallowed(words, match)):
        return True
    if _MEASURED.intersection(following) and _WHOLE.isdisjoint(words[max(0, match.start - 1) : match.start]):
        return True
    if medicine.name in _UNNAMED and _KEPT.intersection(following):
        return words[match.end - 1] in ("pill", "medicine", "med", "tablet", "medication", "meds")
    if _ALLERGIES.intersection(following) or any(aside(words, match) for aside in _ASIDES):
        return True
    return medicine.name in _IN_THE_BLOOD and _is_in_the_blood(words, match)


def _is_shown(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell "the aspirin commercial", "an ad for ozempic" and "ironing" from what is taken."""
    if words[match.start] in _CHORES:
        return True
    medicine = match.value.medicine
    if medicine is not None and medicine.name in _KINDS and words[match.start - 1] == "of":
        return words[match.start - 2] in ("effect", "effects")
    shown = not _SHOWS.isdisjoint(words[match.end : match.end + 1])
    return shown or (words[match.start - 1] == "for" and words[match.start - 2] in _SHOWS)


def _is_own_adrenaline(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell the adrenaline that got one through a day from the one that is injected."""
    if _OF_ADRENALINE.isdisjoint(words[match.start : match.end]) or match.end - match.start > 1:
        return False
    near = (
        *words[max(0, match.start - 3) : match.start],
        *takewhile(",".__ne__, words[match.end : match.end + 2]),
    )
    over = words[match.end : match.end + 2] == ["took", "over"]
    return _INJECTED.isdisjoint(words) and (over or _INJECTING.isdisjoint(near))


def _is_ridden(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell the tram one rides on from the tram one swallows."""
    return words[match.start] in _TRAMS and not _TRAVEL.isdisjoint(words)


def _is_new(words: Sequence[str], position: int) -> bool:
    """Tell "the new tablets have sorted it", of which nobody knows what they are, from "took the new tablets"."""
    led = words[position - 1] if position else ""
    if led in _NEW:
        return _DONE.isdisjoint(words[max(0, position - _MOST_BETWEEN - 1) : position - 1])
    return led in _SWALLOWING


def _is_swallowed(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell tablets one chokes on, and the tablet one reads on, from those one takes."""
    if words[match.start : match.end] == ["tablet"] and not _SCREEN.isdisjoint(words):
        return True
    index = match.start
    while index > 0 and words[index - 1] in _ON:
        index -= 1
    return index > 0 and words[index - 1] in _CHOKING


def _is_unneeded(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell "hip 4, no painkillers", which misses no dose, from "no painkillers left"."""
    medicine, led = match.value.medicine, words[match.start - 1 : match.start]
    if medicine is None or _NONE.isdisjoint(led):
        return False
    if medicine.name == USUAL:
        return _is_done_without(words, match.start - 1, match.end)
    none = medicine.name == _AS_NEEDED
    return none and _OF_STOCK.isdisjoint(words[match.end : match.end + 1])


def _is_done_without(words: Sequence[str], start: int, end: int) -> bool:
    """Tell "no meds needed" and the "no tablet" of "breathing helped, no tablet" from tablets that were missed."""
    if _NEEDED.intersection(words[end : end + 1]):
        return True
    closes = not words[end : end + 1] or words[end] in SENTENCE_ENDS
    before = [*takewhile(lambda word: word not in SENTENCE_ENDS, reversed(words[: max(0, start - 1)]))]
    return closes and words[start - 1] == "," and not _HELPED.isdisjoint(before)


def _is_another_day(words: Sequence[str], match: Match[Thing]) -> bool:
    """Tell "it's not mtx day" and "every day but methotrexate day", when it is not to be taken."""
    if _DAYS.isdisjoint(words[match.end : match.end + 1]):
        return False
    index = match.start
    while index > 0 and words[index - 1] in _OF_THE_DAY:
        index -= 1
    led = words[index - 1] if index else ""
    return led in _NOT or (led == "but" and words[index - 2] in ("day", "days"))


def _is_allergy(words: Sequence[str], match: Match[Thing]) -> bool:
    index, position = match.start - 1, match.start
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


_ASIDES = (_is_allergy, _is_another_day, _is_shown, _is_own_adrenaline, _is_unneeded, _is_ridden)
