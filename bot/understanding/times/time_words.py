"""The words of the calendar and the clock as people type them, and the mending of those they mistype.

Each word has a tag (what it can be in a phrase), a name and a number. Short words are listed with the
abbreviations of text messages; long ones are also recognised one or two slips away ("tommorow"), because a
foggy thumb slips.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """What one word can be: ``tag`` for the grammar, ``name`` in plain English, ``value`` as a number."""

    tag: str
    name: str
    value: int = 0


CURLY = "\u2019"
"""The apostrophe that phones put in "o'clock"."""
DASHES = frozenset({"-", "\u2013", "\u2014"})


def list_of(words: str) -> list[str]:
    """Give the words of a table written as running text."""
    return words.split()


def set_of(words: str) -> frozenset[str]:
    """Give the words of a table as a set."""
    return frozenset(words.split())


_WEEKDAYS = {
    "monday": "monday mon mondy munday",
    "tuesday": "tuesday tue tues teusday tusday",
    "wednesday": "wednesday wed weds wensday wendsday wednes wednsday",
    "thursday": "thursday thu thur thurs thrusday thirsday",
    "friday": "friday fri firday fryday",
    "saturday": "saturday sat satur",
    "sunday": "sunday sun",
}
_WEEKDAYS_REPEATED = {
    "monday": "mondays mons",
    "tuesday": "tuesdays",
    "wednesday": "wednesdays weds'",
    "thursday": "thursdays",
    "friday": "fridays",
    "saturday": "saturdays",
    "sunday": "sundays",
}
_MONTHS = {
    "january": "january jan",
    "february": "february feb febr febuary",
    "march": "march mar",
    "april": "april apr",
    "may": "may",
    "june": "june jun",
    "july": "july jul",
    "august": "august aug",
    "september": "september sep sept",
    "october": "october oct",
    "november": "november nov",
    "december": "december dec",
}
_UNITS = {
    "second": "seconds secs",
    "minute": "minute minutes min mins minuts",
    "hour": "hour hours hr hrs hours'",
    "day": "day days days'",
    "week": "week weeks wk wks weeks' weeek",
    "fortnight": "fortnight fortnights",
    "month": "month months mo mos mth mths months'",
    "year": "year years yr yrs years'",
    "night": "nights",
    "weekend": "weekend wkend wknd",
}
_DAYS = {
    -1: "yesterday yest yday ystrday yesturday",
    0: "today 2day tdy 2dy",
    1: "tomorrow tomorow tommorow tommorrow tmrw tmw tmrow tmoro tomo tomoz 2moro 2morrow 2mrw",
}
_PARTS = {
    "morning": "morning mornin morn",
    "afternoon": "afternoon arvo aft",
    "evening": "evening eve evenin",
    "night": "night nite nigth nght",
    "tonight": "tonight tonite 2nite 2night tnite",
    "noon": "noon midday noontime noonish",
    "midnight": "midnight midnite",
    "breakfast": "breakfast breakfasttime breakfast-time",
    "lunch": "lunch lunchtime lunch-time",
    "dinner": "dinner dinnertime supper suppertime teatime",
    "bedtime": "bedtime bed-time",
    "end of day": "eod cob",
}
_NUMBERS = list_of(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
)
_TENS = {20: "twenty", 30: "thirty", 40: "forty fourty", 50: "fifty"}
_ORDINALS = list_of(
    """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)
_NAMED = {
    "this": "this ths",
    "next": "next nxt nex",
    "last": "last lst previous",
    "half": "half",
    "quarter": "quarter qtr",
    "couple": "couple cpl",
    "pair": "pair",
    "few": "few",
    "several": "several",
    "ago": "ago",
    "since": "since sinse snce sence",
    "every": "every evry ev evey each evrey",
    "workdays": "weekday weekdays workday workdays m-f mon-fri",
    "o'clock": "o'clock oclock o'clk",
}
WAKING_WORDS = set_of("woke woken wake wakes awake waking overnight insomnia")
"""After these a bare hour lies in the small hours: "woke at 3"."""

_TYPO_TARGETS = list_of(
    """monday tuesday wednesday thursday friday saturday sunday january february august september october
    november december yesterday tomorrow tonight morning afternoon evening midnight weekend fortnight
    lunchtime bedtime"""
)
_REAL_WORDS = set_of(
    """moaning mourning sundae warning fridge even events weakened weekends evenings mornings afternoons
    nights mondays tuesdays wednesdays thursdays fridays saturdays sundays fortnightly tonic tonsil
    remember member ember learning burning turning morningside decembers weekender weekdays weekday
    might tight fight"""
)
"""Words of their own that stand a slip away from a word of time."""

_SHORTEST_TYPO = 6
_TWO_SLIPS_FROM = 8


def _lexicon() -> dict[str, Word]:
    words: dict[str, Word] = {}
    for value, (name, forms) in enumerate(_WEEKDAYS.items()):
        words |= {form: Word("weekday", name, value) for form in forms.split()}
    for value, (name, forms) in enumerate(_WEEKDAYS_REPEATED.items()):
        words |= {form: Word("weekdays", name, value) for form in forms.split()}
    for value, (name, forms) in enumerate(_MONTHS.items(), 1):
        words |= {form: Word("month", name, value) for form in forms.split()}
    for tag, table in (("unit", _UNITS), ("part", _PARTS)):
        words |= {form: Word(tag, name) for name, forms in table.items() for form in forms.split()}
    words |= {form: Word("day", "day", value) for value, forms in _DAYS.items() for form in forms.split()}
    words |= {form: Word("named", name) for name, forms in _NAMED.items() for form in forms.split()}
    words |= {name: Word("number", name, value) for value, name in enumerate(_NUMBERS)}
    words |= {form: Word("tens", form, value) for value, forms in _TENS.items() for form in forms.split()}
    words |= {name: Word("ordinal", name, value) for value, name in enumerate(_ORDINALS)}
    words |= {"thirtieth": Word("ordinal", "thirtieth", 30)}
    return words


LEXICON = _lexicon()


def look_up(word: str) -> Word | None:
    """Give what a lower-case word can be in a phrase of time, mending one or two slips; None where it is none."""
    word = word.replace(CURLY, "'").removesuffix("'s")
    known = LEXICON.get(word)
    if known or len(word) < _SHORTEST_TYPO or len(word) > max(map(len, _TYPO_TARGETS)) + 2:
        return known
    return None if word in _REAL_WORDS else _mended(word)


def _mended(word: str) -> Word | None:
    from rapidfuzz.distance import OSA

    best, least = None, 3
    for target in _TYPO_TARGETS:
        if target[0] == word[0] and abs(len(target) - len(word)) < least:
            allowed = 2 if len(target) >= _TWO_SLIPS_FROM else 1
            slips = OSA.distance(word, target, score_cutoff=allowed)
            if slips <= allowed and slips < least:
                best, least = target, slips
    return LEXICON[best] if best else None
