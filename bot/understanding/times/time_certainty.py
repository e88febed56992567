"""Decides whether words are surely a time, in the middle of a text about everything else.

Pain scores, doses, counts, blood pressure and plain words ("may", "sat", "second") look like times; most of reading
times in what a patient writes is leaving these alone.
"""

from bot.understanding.times import time_dates, time_holidays, time_words
from bot.understanding.times.time_parts import Context, Phrase
from bot.understanding.times.time_tokens import Token, Tokens

_CLOCK_CUES = time_words.set_of("at @ by around about ~ till until since after before from between")
_DAY_CUES = time_words.set_of(
    "on since by until till from in this next last for before after starting due of the over"
)
_COUNTED = time_words.set_of(
    """% mg ml mcg g kg lb lbs iu units unit tablet tablets tab tabs pill pills cap caps capsule capsules dose doses
    puff puffs drop drops spray sprays patch patches shot shots out / degrees deg ° percent times x people person of
    steps miles mile km meters metres feet ft stairs blocks cups cup glasses bottles episodes attacks migraines
    seizures flares points opinion floor grade degree hand wind thought nature half quarter time rate bpm mmhg mmol
    pounds kilos stone inches cm kids children friends visits appointments specialists doctors calls letters forms
    pages months attempt try"""
)
"""After these a number is an amount, an ordinal a rank."""
_MEASURED = time_words.set_of(
    """pain level severity score scale rating hr heartrate rate pulse sats sat o2 spo2 oxygen temp temperature fever
    glucose sugar sugars bp pressure weight dose fatigue nausea headache migraine ache energy mood anxiety depression
    fog dizziness itch cramps stiffness stress a1c hba1c bmi"""
)
"""Things that stand "at 7"."""
_STANDING = time_words.set_of(
    "is was still now currently sitting stuck hovering holding up down around about it's its at"
)
_COUNTING_WORDS = time_words.set_of(
    """took take takes taking taken had have has got did do only ate used missed skipped lost gained slept walked rated
    scored another extra # no number pain dose round visit session stage phase cycle part level grade infusion shot
    room suite floor week day"""
)
"""After these a bare number is how many or which: "took 2 on Friday", "dose 2 on Friday"."""
_MUST_BE_LEVEL = time_words.set_of("sitting stuck hovering holding")
_FOLLOWS_A_DAY = time_words.set_of(
    """at @ in on with for by from to and or but about around after before i we he she they my the is was dr doctor , .
    ; : ! ? ) - of then so please pls because when if as this next until till since not no"""
)
_WEAK_PARTS = time_words.set_of("breakfast lunch dinner bedtime morning afternoon evening night")
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)})
_SCALES = frozenset({5, 10})
_HABITS = time_words.set_of(
    "worse better worst best bad good stiff always usually mostly often especially only up down"
)
"""Before "in the morning" these tell how mornings are, not which one."""


def is_a_time(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Decide whether the words are surely a time, in the middle of a text about everything else."""
    if phrase.moment or (phrase.day and not _is_risky_day(tokens, phrase)):
        return True
    if phrase.clock and phrase.day:
        return not _is_a_rank(tokens, phrase)
    if phrase.clock:
        return phrase.clock.sure or phrase.part != "" or _is_clock_by_cue(tokens, phrase)
    if phrase.day:
        return _is_day_by_cue(tokens, phrase)
    return _is_part_by_cue(tokens, phrase, context)


def _is_a_rank(tokens: Tokens, phrase: Phrase) -> bool:
    """Say whether a spoken ordinal ranks what follows: "the first two", unlike "on the first at two"."""
    start = phrase.start
    spoken = tokens[start].tag == "ordinal" and not tokens[start].text[0].isdecimal()
    bare = phrase.clock is not None and not phrase.clock.sure and tokens[start + 1].tag == "number"
    return spoken and bare


def is_a_word(tokens: Tokens, phrase: Phrase) -> bool:
    """Say whether all that was read is "may" or "march", which is no answer to "when?" either."""
    return phrase.end - phrase.start == 1 and tokens[phrase.start].text in time_dates.ALSO_WORDS


def _is_risky_day(tokens: Tokens, phrase: Phrase) -> bool:
    day = phrase.day
    token = tokens[phrase.start]
    if day and token.tag == "date2" and phrase.end == phrase.start + 1:
        low, high = token.numbers
        return (
            (low, high) in _FRACTIONS
            or (high in _SCALES and low <= high + 2)
            or is_counted(tokens, phrase.end)
        )
    return bool(day and day.risky and (phrase.part == "" or day.grain == "number"))


def _is_clock_by_cue(tokens: Tokens, phrase: Phrase) -> bool:
    """Accept "at 9", but not "pain still at 7" and not "2 after 6"."""
    before = phrase.start - 1
    cue, after = tokens[before].text, tokens[phrase.end]
    if after.tag == "word" and after.text.endswith("s") and after.text not in _FOLLOWS_A_DAY:
        return False  # "at 3 levels"
    if cue not in {"at", "@", "since", "by", "around", "till", "until"}:
        return False
    if cue in {"by", "around", "till", "until"} and tokens[phrase.end].tag != "end":
        return False
    walked = before
    while walked > before - 4 and tokens[walked].text in _STANDING:
        walked -= 1
    if any(word in _MUST_BE_LEVEL for word in tokens.words(walked, before)):
        return False
    return tokens[walked].text not in _MEASURED


def _is_day_by_cue(tokens: Tokens, phrase: Phrase) -> bool:
    before, after = tokens[phrase.start - 1], tokens[phrase.end]
    day = phrase.day
    if (before.tag, after.tag) == ("end", "end") and day and day.grain in {"number", "date"}:
        return _is_whole_answer(tokens[phrase.start])
    if before.text not in _DAY_CUES or (before.text == "the" and tokens[phrase.start].tag != "ordinal"):
        return False
    if tokens[phrase.start].tag == "date2":
        return before.text in {"on", "since", "by", "until", "till", "due", "before", "after", "starting"}
    if day and day.grain == "number":
        return _is_numbered_day(tokens, phrase)
    if day and day.grain == "month":
        return after.text not in _COUNTED
    return before.text not in {"the", "in"}


def _is_whole_answer(token: Token) -> bool:
    """Say whether a risky day that is all of the text is one: "15th", "thanksgiving", but not "7/10"."""
    return (token.tag == "ordinal" and token.text[0].isdecimal()) or time_holidays.is_name(token.text)


def _is_numbered_day(tokens: Tokens, phrase: Phrase) -> bool:
    """Accept "the 3rd" and "on the third", not "the third time" or "the 2nd pill"."""
    start, after = phrase.start, tokens[phrase.end]
    in_figures = tokens[start].text[0].isdecimal()
    led = tokens[start - 1].text == "the" and tokens[start - 2].text in _DAY_CUES
    if not (in_figures or led):
        return False
    return after.tag == "end" or after.text in _FOLLOWS_A_DAY


def _is_part_by_cue(tokens: Tokens, phrase: Phrase, context: Context) -> bool:
    """Accept "since lunch" and, of the future, "in the morning"; "worse in the morning" is a habit."""
    before = tokens[phrase.start - 1]
    if before.text == "the":
        before = tokens[phrase.start - 2]
    if phrase.part not in _WEAK_PARTS:
        return True
    if before.name == "since":
        return True
    lead = phrase.start - (2 if tokens[phrase.start - 1].text == "the" else 1)
    a_habit = tokens[lead - 1].text in _HABITS
    return context.kind == "future" and before.text in {"in", "at", "after", "before", "by"} and not a_habit


def may_begin(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether a bare number may begin a phrase: "9 tomorrow", not "infusion 3 is tomorrow", "took 2 on Friday"."""
    before, after = tokens[index - 1], tokens[end]
    if before.text in _COUNTING_WORDS:
        return False
    return before.text in _CLOCK_CUES or after.tag != "word" or after.text in {"on", "in", "this", "at"}


def is_counted(tokens: Tokens, end: int) -> bool:
    """Say whether what follows makes the number before ``end`` an amount: "2 tablets", "7 out of 10"."""
    token = tokens[end]
    return (
        token.text in _COUNTED
        or token.tag == "unit"
        or (
            tokens.is_glued(end)
            and token.tag in {"word", "mark"}
            and token.text not in {",", ".", ";", "!", "?", ")", "ish"}
        )
    )
