"""How bad it is: numbers that rate a symptom, told apart from all the other numbers people write.

"7/10" rates wherever it stands. A bare 7 rates only right beside a symptom and only where nothing after it makes it a
count, a dose, a time or a date ("migraine 7" but not "migraine 7 hours"). Words for badness give a range and never a
number of their own.
"""

from dataclasses import replace
from itertools import pairwise

from bot.domain.vocabulary import SeverityWord
from bot.understanding import mentions
from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import Match
from bot.understanding.message import SENTENCE_ENDS, Mention, Message, Rating
from bot.understanding.normalise import UNITS_OF_TEN

HIGHEST = 10
_HYPERBOLE = 20
"""Up to "20/10" is a way to say ten; "120/80" is not."""

_BEFORE_NUMBER = frozenset(
    (
        ", is was are were at a an about around like still now currently solid level of = : - – — ( ~ probably maybe today only "  # noqa: SIM905
        "definitely severity both each again hit hitting 's it its sitting this morning pain rating rated rate scale id "
        "i'd up down to been say me feels feeling as score scored roughly approx easily easy good strong all just "
        "intensity tonight has right been have call calling give giving would be went gone dropped than > → ≈ more"
    ).split()
)
_AFTER_NUMBER = frozenset(
    (
        "and but with then so because took today now this since when after all again still earlier yesterday right on "  # noqa: SIM905
        "i ish or before down up by though has is maybe lol worst atm plus while during in out tonight most overall "
        "currently at from even despite thanks also no not just my the it out here haha ugh probably for as can cant "
        "couldnt could tonight until til till later both each easily though having had feeling woke started got slept "
        "barely"
    ).split()
)
_NEVER_BEFORE = frozenset(
    "for since x times every last past about day week age aged room page dose # no number".split()
)  # noqa: SIM905
_PAST = frozenset(
    "was were from started peaked earlier yesterday been hit previously initially originally".split()
)  # noqa: SIM905
_TO_NEXT = frozenset("for of on the my a an with in ( really pretty kind sort this and some level".split())  # noqa: SIM905
_CHANGE = frozenset(
    "to down up now → > - – then dropped went is but it its gone and at a around about like today".split()
)  # noqa: SIM905
_SCALES = frozenset(("level", "severity", "rating", "rated", "rate", "scale", "score", "intensity"))
_DASHES = "-\N{EN DASH}"
_MARKS_AFTER = frozenset(",()>]\N{EM DASH}\N{RIGHTWARDS ARROW}" + _DASHES)
_AFTER_PREPOSITION = frozenset(("the", "my", "worst", "a", "average", "its", "least", "moment", "best", "most"))
_LEAST_BESIDE_MEDICINE = 5
"""In "headache 2 ibuprofen" the 2 counts tablets; in "migraine 7 suma" the 7 rates."""
_SHARED = frozenset(("both", "each", "all"))
_MOST_BETWEEN = 6


def find(lexicon: Lexicon, message: Message) -> None:
    """Find the ratings of ``message``, and the pains that are named by their place alone ("knee 6, hip 4")."""
    message.ratings = _ratings(message)
    covered = {position for mention in message.mentions for position in range(mention.start, mention.end)}
    bare = {thing.end: thing for thing in message.things if thing.value.part and thing.start not in covered}
    for rating in message.ratings:
        thing = bare.pop(rating.lead, None)
        if thing is not None and thing.value.part is not None:
            message.mentions.append(mentions.pain_in(lexicon, message, thing.start, thing.end, thing.value.part))
    message.mentions.sort(key=lambda mention: mention.start)


def assign(lexicon: Lexicon, message: Message) -> None:
    """Give each mention of ``message`` the severity that was stated for it."""
    given: dict[int, list[Rating]] = {}
    for rating in message.ratings:
        for index in _rated(message, rating):
            given.setdefault(index, []).append(rating)
    for index, found in given.items():
        current = [rating for rating in found if not rating.past] or found
        _set(message.mentions[index], current[-1])
    _read_words(lexicon, message)


def _set(mention: Mention, rating: Rating) -> None:
    if rating.low == rating.high:
        mention.severity = rating.low
        mention.denied = mention.denied or rating.low == 0
    else:
        mention.severity_range = (rating.low, rating.high)


def _ratings(message: Message) -> list[Rating]:
    """Find the numbers that rate something, left to right."""
    found: list[Rating] = []
    position = 0
    starts = {mention.start for mention in message.mentions}
    starts |= {thing.start for thing in message.things if thing.value.part or thing.value.symptom}
    medicines = {thing.start for thing in message.things if thing.value.medicine}
    ends = {mention.end for mention in message.mentions}
    ends |= {thing.end for thing in message.things if thing.value.kind == "part"}
    while position < len(message.words):
        rating = _explicit(message, position, ends) or _bare(message, position, starts, medicines, ends, found)
        if rating:
            found.append(rating)
            position = rating.end
        else:
            position += 1
    return found


def _number(word: str) -> float | None:
    if word in UNITS_OF_TEN:
        return UNITS_OF_TEN[word]
    try:
        return float(word.replace(",", ".")) if word[0].isdecimal() and len(word) <= 4 else None
    except ValueError:
        return None


def _explicit(message: Message, position: int, ends: set[int]) -> Rating | None:
    words = message.words
    low = _number(words[position])
    if low is None:
        return None
    end, high = position + 1, low
    if words[end : end + 1] and words[end] in ("-", "–", "to", "or") and end + 1 < len(words):
        second = _number(words[end + 1])
        if second is not None and low < second <= HIGHEST and _scale_end(words, end + 2):
            end, high = end + 2, second
    after = _scale_end(words, end)
    if after is None or low > _HYPERBOLE or (position and words[position - 1] in ("/", "bp")):
        return None
    rating = _rating(message, position, after, min(low, HIGHEST), min(high, HIGHEST), explicit=True)
    return replace(rating, lead=_nearest_lead(message, position, ends))


def _scale_end(words: list[str], position: int) -> int | None:
    """Find where "/10" or "out of ten" ends that begins at ``position``."""
    for way in (["/"], ["out", "of"], ["of"], ["over"], ["on"], ["outta"]):
        end = position + len(way)
        if words[position:end] == way and end < len(words) and words[end] in ("10", "ten"):
            after = words[end + 1] if end + 1 < len(words) else ""
            return None if after in ("/", "%") or (way == ["on"]) else end + 1
    return None


def _rating(message: Message, start: int, end: int, low: float, high: float, *, explicit: bool) -> Rating:
    before = message.words[max(0, start - 3) : start]
    after = message.words[end : end + 1]
    past = any(word in _PAST for word in before) or after in (["earlier"], ["yesterday"], ["before"])
    if low != int(low) or high != int(high):
        low, high = int(low), min(int(high) + 1, HIGHEST)
    return Rating(start, end, int(low), int(high), explicit, past, start)


def _bare(
    message: Message, position: int, starts: set[int], medicines: set[int], ends: set[int], found: list[Rating]
) -> Rating | None:
    """Read a number without "/10" as a rating where all around it says so."""
    words = message.words
    low = _number(words[position])
    if low is None or low > HIGHEST or (position and words[position - 1] in _NEVER_BEFORE):
        return None
    lead = _nearest_lead(message, position, ends)
    if not _is_led(words, lead, position, ends, found):
        return None
    end, high = position + 1, low
    if end + 1 < len(words) and words[end] in ("-", "–", "or", "to"):
        second = _number(words[end + 1])
        if second is not None and low < second <= HIGHEST:
            end, high = end + 2, second
    counts = end in medicines and (low < _LEAST_BESIDE_MEDICINE or lead < position)
    if end < len(words) and (counts or not _may_follow(message, end, starts | medicines, listed="," in words[lead:position])):
        return None
    past = _rating(message, position, end, low, high, explicit=False)
    return replace(past, lead=lead)


def _nearest_lead(message: Message, position: int, ends: set[int]) -> int:
    """Go back over small words to the nearest symptom or place, or as far as the small words go."""
    lead, start = position, message.sentence_start(position)
    while lead > start and lead not in ends and message.words[lead - 1] in _BEFORE_NUMBER:
        if position - lead >= _MOST_BETWEEN:
            break
        lead -= 1
    return lead


def _is_led(words: list[str], lead: int, position: int, ends: set[int], found: list[Rating]) -> bool:
    """Tell whether what stands before a bare number makes it a rating."""
    between = words[lead:position]
    if words[position] in UNITS_OF_TEN and not _leads_words(between):
        return False
    if between[-1:] == ["at"] and not {"is", "'s", "still", "now", "sitting", "level", "was"} & set(between):
        return False
    if lead in ends:
        return True
    if found and found[-1].end == lead and between and _CHANGE.issuperset(between):
        return True
    return not _SCALES.isdisjoint(between)


def _leads_words(between: list[str]) -> bool:
    """Tell whether a number in words is a rating ("like a seven"), not a count ("headache one day")."""
    return bool({"a", "level", "solid"} & set(between)) or between[-1:] in (["is"], ["'s"], [":"], ["="], ["now"])


def _may_follow(message: Message, position: int, starts: set[int], *, listed: bool) -> bool:
    """Tell whether what follows a bare number leaves it a rating, and makes no count or date of it."""
    word = message.words[position]
    following = message.words[position + 1 : position + 2]
    if word in SENTENCE_ENDS or word in _MARKS_AFTER:
        return not (word in _DASHES and following and following[0][0].isdigit())
    if word in ("in", "on", "at") and following and following[0] not in _AFTER_PREPOSITION:
        return False
    return word in _AFTER_NUMBER or (position in starts and not listed) or not word.isascii()


def _rated(message: Message, rating: Rating) -> list[int]:
    """Find the mentions that ``rating`` is about."""
    before, after = _before(message, rating), _directly_after(message, rating)
    adjacent = before is not None and message.mentions[before].end == rating.start
    leads = rating.explicit or before is None or message.words[rating.start - 1] in ("a", "level")
    if after is not None and not adjacent and leads:
        return _same_place(message, after)
    if before is None:
        return _same_place(message, 0) if rating.explicit and message.mentions else []
    return _shared(message, before, rating)


def _before(message: Message, rating: Rating) -> int | None:
    """Find the nearest symptom before a rating; one that is denied has no severity to be given."""
    for index in range(len(message.mentions) - 1, -1, -1):
        mention = message.mentions[index]
        if mention.end <= rating.start and (not mention.denied or rating.high == 0):
            return index
    return None


def _directly_after(message: Message, rating: Rating) -> int | None:
    for index, mention in enumerate(message.mentions):
        if mention.start >= rating.end:
            gap = message.words[rating.end : mention.start]
            near = len(gap) <= 3 and all(word in _TO_NEXT for word in gap) and gap != ["and"]
            return index if near else None
    return None


def _same_place(message: Message, index: int) -> list[int]:
    chosen = message.mentions[index]
    return [
        i
        for i, m in enumerate(message.mentions)
        if m is chosen or (m.start == chosen.start and m.end == chosen.end)
    ]


def _shared(message: Message, index: int, rating: Rating) -> list[int]:
    """Share a rating among a list where it says "both" or "all"."""
    near = (
        message.words[message.mentions[index].end : rating.start] + message.words[rating.end : rating.end + 2]
    )
    chosen = _same_place(message, index)
    if _SHARED.isdisjoint(near):
        return chosen
    mentions = message.mentions
    for earlier, later in pairwise(range(index, -1, -1)):
        gap = message.words[mentions[later].end : mentions[earlier].start]
        if any(word not in ("and", ",", "the", "my", "plus") for word in gap):
            break
        chosen.append(later)
    return chosen


def _read_words(lexicon: Lexicon, message: Message) -> None:
    """Give a range to what is called "bad" or "mild" right before it or after a small word."""
    for match in lexicon.severities.all(message.stems):
        index = _described(lexicon, message, match)
        if index is None:
            continue
        word = match.value
        for same in _same_place(message, index):
            mention = message.mentions[same]
            if mention.severity is None and (
                mention.severity_range is None or mention.severity_range[1] < word.high
            ):
                mention.severity_range = (word.low, word.high)


def _described(lexicon: Lexicon, message: Message, match: Match[SeverityWord]) -> int | None:
    for index, mention in enumerate(message.mentions):
        if mention.start >= match.end:
            gap = message.words[match.end : mention.start]
            if len(gap) <= 2 and all(word in _TO_NEXT or word in lexicon.links for word in gap):
                return index
            break
    for index in range(len(message.mentions) - 1, -1, -1):
        mention = message.mentions[index]
        if mention.start <= match.start < mention.end and match.end - match.start > 1:
            return index
        if mention.end <= match.start:
            gap = message.words[mention.end : match.start]
            near = len(gap) <= _MOST_BETWEEN and all(
                word in lexicon.links or word in (":", "-") for word in gap
            )
            return index if near else None
    return None
