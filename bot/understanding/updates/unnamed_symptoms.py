"""Symptoms told by what happened and not by a name: what came up, "9 trips", a "low of 58", taste that is back."""

from collections.abc import Iterator
from itertools import pairwise

from bot.understanding.updates import meant_below, moods, seen_or_heard, unwell_powers
from bot.understanding.words import normalise
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_KEEPING = frozenset(("keep", "kept", "keeping"))
_UNABLE = frozenset(
    ("couldnt", "cant", "cannot", "not", "didnt", "wouldnt", "unable", "havent", "hardly", "barely", "no")
)
_DOWN_REACH = 7
_SITTING = frozenset(
    (
        "loo", "toilet", "bog", "stool", "stools", "poo", "poop", "bm", "bms", "slime", "mucus", "bowels", "pan", "bum",
        "crohns", "colitis", "diarrhea", "diarrhoea", "runs",
    )
)  # fmt: skip
_FOR_PEE = frozenset(
    ("bladder", "pee", "wee", "urine", "cystitis", "uti", "nocturia", "loo", "toilet", "waterworks")
)
_FOR_ELSE = frozenset(
    (
        "runs", "diarrhea", "diarrhoea", "poo", "poop", "stool", "stools", "crohns", "colitis", "watery", "baby", "kid",
        "kids", "pain", "cough", "coughing", "price", "strips", "bowels", "bowel", "ibs", "shits", "trots",
    )
)  # fmt: skip
"""What may have somebody up at night, of the bladder and of all else."""
_OF_ASTHMA = frozenset(
    (
        "wheeze", "wheezy", "wheezing", "asthma", "inhaler", "puff", "puffs", "ventolin", "salbutamol", "albuterol",
        "preventer", "reliever", "peak", "symbicort", "fostair", "clenil", "nebuliser", "nebulizer", "neb", "chesty",
    )
)  # fmt: skip
_BEFORE_TIGHT = frozenset(
    (
        "", ",", ".", "!", ";", "\n", "but", "and", "bit", "very", "feel", "feeling", "felt", "quite", "still", "so",
        "really", "not", "too", "pretty", "im", "just", "more", "less", "-",
    )
)  # fmt: skip
_AFTER_TIGHT = frozenset(
    ("chested", "though", "tho", "tonight", "after", "since", "on", "when", "at", "again", "but", "by")
)
_TRIPS = frozenset(("trips", "visits", "sittings", "dashes"))
_OFTEN = frozenset(("once", "twice", "thrice", "each", "every", "again"))
_BOWEL_ILL = _SITTING | frozenset(
    (
        "uc", "ibd", "ibs", "crohn", "ulcerative", "urgency", "imodium", "loperamide", "mesalazine", "mesalamine",
        "pentasa", "octasa", "asacol", "pouch", "jpouch", "bowel", "microscopic", "imuran", "gastroenteritis", "gastro",
    )
)  # fmt: skip
_BLADDER_ILL = frozenset(
    ("bladder", "pee", "peeing", "wee", "weeing", "cystitis", "uti", "ic", "waterworks", "urine")
)
_GOING = frozenset(("went", "gone", "been", "going", "go"))
_LEAST_OFTEN = 4
"""Three times in a day is a bowel's usual."""
_SOMEWHERE = frozenset(
    ("to", "round", "around", "for", "out", "up", "down", "past", "over", "back", "by", "through")
)
_TIMES = frozenset(("x", "times"))
_ON_EFFORT = frozenset(("on", "when", "after", "walking", "at"))
_BREATHS = frozenset(("breath", "breathing"))
_NOT_SHORT = frozenset(
    (
        "a", "deep", "hold", "held", "holding", "per", "each", "every", "big", "box", "bad", "good", "did", "the",
        "belly",
    )
)  # fmt: skip
"""Before "breath", make it one that is drawn."""
_EASY = frozenset(("good", "ok", "okay", "fine", "grand", "better", "easier", "easy", "well"))
"""Between "breath" and its number, say how well it goes ("breath good today, 2 only")."""
_TO_BREATHS_NUMBER = moods.AS_NUMBER | _EASY | {",", "this", "morning", "a", "much"}
_LITTLE = 4
"""What breath that goes well is rated at the most."""
_CRAMPS = frozenset(("cramps", "cramping", "endo"))
"""Beside "day 2 heavy", are a period's; alone they may be a leg's, or a day at work may be heavy."""
_SO_HEAVY = frozenset(
    ("so", "very", "really", "still", "super", "quite", "pretty", "too", "is", "its", "it", "flow")
)
_OPENS_HEAVY = frozenset(("", ",", ".", "!", ";", "\n", "and", "-", "period", "day", "&"))
_AFTER_HEAVY = moods.CLOSED | {"again", "this", "with", "but", "still", "all"}
_PEEING = frozenset(("pee", "peeing", "peed", "wee", "weeing", "weed", "urinating", "urinated"))
_AT_LEAST = frozenset(("at", "least", "nearly", "almost", "like", "over", "already", "today", "a", "good"))
_WEES, _LEAST_WEES = frozenset(("wees", "pees")), 6
_LEAST_MMOL, _LOW_MMOL = 1.5, 4
_LEAST_MG, _LOW_MG = 25, 70
_GLUCOSE = frozenset(
    (
        "juice", "glucose", "dextrose", "bg", "libre", "dexcom", "cgm", "sugar", "sugars", "sweets", "lucozade", "hypo",
        "jelly", "insulin", "bolus", "carbs", "shaky", "glucotabs", "coke", "haribo", "smarties", "skittles",
    )
)  # fmt: skip
"""Make a "low of 58" one of blood sugar."""
_OTHER_LOWS = frozenset(("bp", "pulse", "hr", "rate", "sats", "temp", "mood", "oxygen", "pressure", "heart"))
_PARTLY = frozenset(
    ("partly", "partially", "a", "for", "slightly", "somewhat", "half", "but", "if", "when", "yet", "?")
)
"""After "taste is back", leave some of it lost."""
_FOR_GOOD = frozenset(("the", "first", "once", "now", "good"))
_NOT_YET = frozenset(
    (
        "not", "isnt", "hasnt", "havent", "want", "wish", "hope", "hoping", "when", "until", "if", "will",
        "almost", "nearly",
    )
)  # fmt: skip
_BEFORE_RESTORED = 3
_HIGHEST = 10

_Told = Iterator[tuple[str, int, int]]
"""Names of symptoms and the tokens that tell of them."""


def find(lexicon: Lexicon, message: Message, told: set[int]) -> list[Mention]:
    """Find the symptoms of ``message`` that no name tells; ``told`` are the tokens that were read."""
    numbered = (*_counted(message), *_often_up(message), *_low_sugars(message), *_often_gone(message))
    numbered += (*_rated_breath(message), *_tight_chests(message), *_heavy_flow(lexicon, message))
    numbered += (*moods.find(lexicon, message), *seen_or_heard.find(message))
    untold = (*numbered, *unwell_powers.find(message))
    unnamed = (*_kept_down(message), *_both_ends(message), *(one for one in untold if one[1] not in told))
    return [
        Mention(name, term, start, end)
        for name, start, end in unnamed
        if (term := lexicon.symptoms.get(name)) is not None
    ]


def _kept_down(message: Message) -> _Told:
    """Read "couldn't keep the antibiotics down" as vomiting: what came up may be named in between."""
    words = message.words
    if "down" not in words:
        return
    for index, word in enumerate(words):
        if word not in _KEEPING or _UNABLE.isdisjoint(words[max(0, index - 3) : index]):
            continue
        down = next(
            (at for at in range(index + 2, index + _DOWN_REACH) if words[at : at + 1] == ["down"]), index
        )
        if any(thing.value.medicine and index < thing.start < down for thing in message.things):
            yield "vomiting", index, index + 1


def _heavy_flow(lexicon: Lexicon, message: Message) -> _Told:
    """Read the "heavy" of a period ("cramps 7, heavy, clots", "day 2 heavy"), and not that of the legs or of a bag."""
    words = message.words
    if "heavy" not in words:
        return
    period, cramps = lexicon.tells("period", words), not _CRAMPS.isdisjoint(words)
    for index, word in enumerate(words):
        led = message.led(_SO_HEAVY, index)
        before, after = message.word(led - 1), index + 1 + (message.word(index + 1) in ("day", "days"))
        of_day = before.isdecimal() and message.word(led - 2) == "day"
        opens = before in _OPENS_HEAVY or before.isdecimal()
        told = (period and opens) or (cramps and of_day)
        if word == "heavy" and told and message.word(after) in _AFTER_HEAVY:
            yield "heavy bleeding", index, index + 1


def _both_ends(message: Message) -> _Told:
    """Read "coming out of both ends" as vomiting beside the diarrhea that its name tells."""
    for thing in message.things:
        term = thing.value.symptom
        if term is not None and term.name == "diarrhea" and message.words[thing.end - 1] == "ends":
            yield "vomiting", thing.start, thing.end


def _counted(message: Message) -> _Told:
    """Read how often of a bowel: "9 trips" are diarrhea, "blood twice" is blood in stool."""
    words = message.words
    if _SITTING.isdisjoint(words) or not meant_below.NOT_BOWEL.isdisjoint(words):
        return
    for index, (word, after) in enumerate(pairwise(words)):
        elsewhere = words[index + 2 : index + 3] == ["to"] and _SITTING.isdisjoint(
            words[index + 3 : index + 5]
        )
        if after in _TRIPS and not elsewhere and (word.isdecimal() or word in normalise.UNITS_OF_TEN):
            yield "diarrhea", index, index + 2
        elif word == "blood" and (after in _OFTEN or after.isdecimal()):
            yield "blood in stool", index, index + 1


def _often_gone(message: Message) -> _Told:
    """Read the "went 9x" of a bowel or of a bladder, as somebody counts who need not say where, and "14 wees"."""
    yield from _often_peed(message)
    words = message.words
    for index, (count, what) in enumerate(pairwise(words)) if not _WEES.isdisjoint(words) else ():
        if what in _WEES and count.isdecimal() and _LEAST_WEES <= int(count) < 100:
            yield "frequent urination", index, index + 2
    if _GOING.isdisjoint(words) or _TIMES.isdisjoint(words):
        return
    for index, word in enumerate(words):
        at = message.past(moods.ABOUT, index + 1)
        if word not in _GOING or message.word(at + 1) not in _TIMES or message.word(at + 2) in _SOMEWHERE:
            continue
        told = message.word(at)
        if (int(told) if told.isdecimal() else normalise.UNITS_OF_TEN.get(told, 0)) < _LEAST_OFTEN:
            continue
        if not _BLADDER_ILL.isdisjoint(words):
            yield "frequent urination", index, at + 2
        elif not _BOWEL_ILL.isdisjoint(words):
            yield "diarrhea", index, at + 2


def _often_peed(message: Message) -> _Told:
    """Read "peeing maybe 9 times already" and "wee x12"."""
    for index, word in enumerate(message.words) if not _PEEING.isdisjoint(message.words) else ():
        if word not in _PEEING:
            continue
        at = message.past(moods.ABOUT | _AT_LEAST, index + 1)
        crossed = message.word(at) == "x"
        count = message.word(at + crossed)
        number = int(count) if count.isdecimal() else normalise.UNITS_OF_TEN.get(count, 0)
        if number >= _LEAST_OFTEN and (crossed or message.word(at + 1) in _TIMES):
            yield "frequent urination", index, at + 2


def _rated_breath(message: Message) -> _Told:
    """Read the "breath 3" of a diary as shortness of breath; a breath held for 3 seconds is none."""
    for index, word in enumerate(message.words) if not _BREATHS.isdisjoint(message.words) else ():
        if word not in _BREATHS or message.word(message.led(("my",), index) - 1) in _NOT_SHORT:
            continue
        at = message.past(_TO_BREATHS_NUMBER, index + 1)
        number, after = message.word(at), message.words[at + 1 : at + 3]
        closed = message.word(at + 1) in moods.CLOSED | _ON_EFFORT | {"only"}
        rated = after in (["/", "10"], ["out", "of"]) or closed
        highest = _HIGHEST if _EASY.isdisjoint(message.words[index:at]) else _LITTLE
        if number.isdecimal() and 0 < int(number) <= highest and rated:
            yield "shortness of breath", index, index + 1


def _often_up(message: Message) -> _Told:
    """Read how often a bladder had somebody up ("bladder awful, up 5 times") as frequent urination."""
    words = message.words
    if _FOR_PEE.isdisjoint(words) or not _FOR_ELSE.isdisjoint(words):
        return
    for index, (word, after) in enumerate(pairwise(words)):
        crossed = after == "x"  # "up x5"
        count = message.word(index + 2) if crossed else after
        numbered = count.isdecimal() or count in normalise.UNITS_OF_TEN
        told = crossed or message.word(index + 2) in _TIMES
        if word == "up" and numbered and count not in ("1", "one") and told:
            yield "frequent urination", index, index + 3


def _tight_chests(message: Message) -> _Told:
    """Read the "tight" of an asthma that is spoken of ("no wheeze but tight, two puffs") as the chest's."""
    words = message.words
    if "tight" not in words or _OF_ASTHMA.isdisjoint(words):
        return
    for index, word in enumerate(words):
        after = message.word(index + 1)
        closes = after in moods.CLOSED or after.isdecimal() or after in _AFTER_TIGHT
        if word == "tight" and closes and message.word(index - 1) in _BEFORE_TIGHT:
            yield "chest tightness", index, index + 1


def _low_sugars(message: Message) -> _Told:
    """Read "low of 58", where sugar is spoken of, as low blood sugar."""
    words = message.words
    if "low" not in words or _GLUCOSE.isdisjoint(words):
        return
    for index, word in enumerate(words[:-2]):
        other = index > 0 and words[index - 1] in _OTHER_LOWS
        if (
            word == "low"
            and words[index + 1] in ("of", "at")
            and not other
            and _is_low_sugar(words[index + 2])
        ):
            yield "low blood sugar", index, index + 3


def _is_low_sugar(number: str) -> bool:
    """Tell a glucose below 70 mg/dL or some 4 mmol/L (ADA, Standards of Care 2023, section 6)."""
    try:
        value = float(number)
    except ValueError:
        return False
    return _LEAST_MMOL <= value < _LOW_MMOL or _LEAST_MG <= value < _LOW_MG


def restored(message: Message, match: Match[Thing]) -> list[Mention]:
    """Read "taste is back" as no loss of taste, unless only part of it came back ("back in bits", "not back")."""
    term, after = match.value.symptom, message.words[match.end : match.end + 2]
    for_good = after[:1] == ["for"] and not _FOR_GOOD.isdisjoint(after[1:])
    partly = after[:1] != [] and ((after[0] in _PARTLY and not for_good) or after == ["in", "bits"])
    led = message.words[max(0, match.start - _BEFORE_RESTORED) : match.start]
    doubted = match.denied or not _NOT_YET.isdisjoint((*led, *message.words[match.start : match.end]))
    if term is None or partly or doubted:
        return []
    return [Mention(term.name, term, match.start, match.end, denied=True)]
