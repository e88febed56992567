"""What is said to be well: "head's fine for once", "breathing easy", "not a peep from my knees".

People often deny a symptom by praising the place or the power that it would take away, and never name it. Such a
clause is a place or a power, a word of being well and nothing more than when; it denies the pain there, or what takes
the power away. A finding ("scan of my knee was fine") and a place that something else was said of deny nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import place_words, sides
from bot.understanding.denials import denial_words, resolutions
from bot.understanding.words.lexicon import Lexicon, Power
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_BREAKS = SENTENCE_ENDS | frozenset(
    (",", "-", "(", ")", ":", ">", "/", "but", "and", "while", "although", "or")
)
_IS = frozenset(
    (
        "is", "'s", "are", "was", "were", "feels", "feel", "feeling", "felt", "been", "being", "has", "have", "had",
        "all", "both", "now", "today", "tonight", "actually", "totally", "perfectly", "completely", "absolutely",
        "pretty", "still", "also", "just", "finally", "thankfully", "luckily", "really", ":", "-", "=", "seems",
        "seem", "looks", "staying", "stayed", "gone", "went", "nice", "though", "tho", "got",
    )
)  # fmt: skip
"""May stand between the place and the word of being well."""
_CLOSING = frozenset(
    (
        "now", "today", "tonight", "tonite", "though", "tho", "for", "once", "at", "least", "so", "far", "again",
        "thank", "thanks", "god", "goodness", "thankfully", "luckily", "anymore", "yet", "tbh", "lol", "this",
        "morning", "morn", "week", "evening", "afternoon", "touch", "wood", "knock", "on", "the", "moment", "right",
        "yesterday", "phew", "too", "either", "as", "well", "anyway", "mind", "you", "time", "all", "day", "x",
        "besides", "that", "ta", "change", "a", "overnight", "tg", "yay", "already", "currently", "there",
        "apparently", "surprisingly", "weirdly", "front", "throughout", "last", "long", "eventually", "completely",
        "mercifully", "fingers", "crossed", "pm", "am", "finally",
    )
)  # fmt: skip
"""May stand after the word of being well, or after the place in "not a peep from my knees today"."""
_SINCE = frozenset(("since", "by", "after", "thanks"))
"""Open a rest that only tells since when."""
_LED_BY = frozenset(
    (
        "in", "on", "of", "behind", "under", "from", "with", "to", "at", "for", "round", "around", "near", "above",
        "below", "over", "across", "through", "inside", "into", "onto", "off", "against", "like", "than", "down",
        "up", "his", "her", "their", "your", "if", "when", "until", "till", "once", "hope", "wish", "want", "keep",
        "thought", "said", "says", "told", "saw", "make", "get", "getting", "by", "unless", "whether", "say", "no",
        "not", "without", "our", "per",
    )
)  # fmt: skip
"""Right before a place or a power, keep it from being what the clause is about."""
_POSSESSIVE = frozenset(("my", "the", "me", "both", "wee", "poor", "old", "other", "a", "usual"))
_NO_PAIN_MEANT = frozenset(
    (
        "heart", "lungs", "liver", "skin", "glands", "port", "scar", "stoma", "nail", "bowel", "nerves", "body", "side",
        "kidney", "scalp", "rectum",
    )
)  # fmt: skip
"""Places of which "fine" does not say that no pain is there."""
_HOLLOW = frozenset(
    (
        "stomach", "bladder", "bowel", "mouth", "eye", "nose", "ear", "head", "throat", "bowels", "chest", "lung",
        "sinuses", "vagina", "teeth", "belly", "abdomen", "hair",
    )
)  # fmt: skip
"""May be empty, so that "nothing in" them tells of no pain."""
_LEADING = _POSSESSIVE | place_words.SIDES.keys()
"""May stand before a place or a power that the clause is about."""
_LABELS = frozenset((":", "=", "-"))
_ANSWERED_NO = frozenset(("no", "nil", "nope", "nah", "zero", "neg", "negative", "nought", "clear", "not"))
"""After a label, say that nothing is there ("Neck: nil")."""
_ALONE_NO = frozenset(("no", "nil", "nope", "nah"))
_PLAINLY_WELL = frozenset(
    ("fine", "ok", "okay", "good", "grand", "alright", "all right", "clear", "calm", "normal", "great")
)
_NO_DENIAL = frozenset(("thanks", "more", "longer", "matter", "idea", "need", "change", ""))
"""After "no", make it another thing than the denial of a symptom."""
_PARTED = frozenset(("", ".", ",", ";", "\n"))
"""After a "no" that stands alone."""
_AFTER_ANSWER = _BREAKS | {"", "today", "now", "tonight", "so"}
"""After a "nil" that answers: "Neck: nil" and "Neck: no, not today", not "neck: no change"."""
_AFTER_LISTED = _BREAKS | {"", "today", "now", "tonight", "no"}
"""After the last of a list, or before its next "no"."""
_FARTHEST_TEST = 12
_WHERE = frozenset(("in", "down", "up", "into", "across", "round", "around", "to", "on"))
_DO = frozenset(("do", "does", "did", "is", "are", "was", "were", "has", "have"))
_AND = frozenset(("and", "&", "or"))
_LIST = _AND | {",", "nor", "plus", "my", "the", "both", "left", "right", "also"}


@dataclass(frozen=True, slots=True)
class _Subject:
    start: int
    end: int
    part: BodyPart | None
    powers: tuple[Power, ...]


def find(lexicon: Lexicon, message: Message) -> tuple[list[Mention], set[int]]:
    """List what is denied by saying that a place or a power is well, and the tokens that say so."""
    subjects = _subjects(lexicon, message)
    if not subjects:
        return [], set()
    found: list[Mention] = []
    covered: set[int] = set()
    opened = {match.end: match.start for match in lexicon.well_before.all(message.stems)}
    for position, subject in enumerate(subjects):
        led = message.led(_LEADING, subject.start)
        well = _said_after(lexicon, message, subject.end)
        if well is not None and resolutions.is_rated(message, well.end):
            continue  # "knee behaving, 1"
        if message.word(subject.start - 1) == "other":
            continue  # "hip 5, other hip ok"
        if well is not None and message.word(led - 1) not in _LED_BY:
            alike = [subject, *_listed_before(message, subjects, position)]
            denied = [one for each in alike for one in _denied(lexicon, message, each, well.value)]
            if denied:
                found += denied
                covered.update(range(subject.start, well.end))
        elif (start := _opening(message, subject, led, opened)) is not None:
            found += _denied(lexicon, message, subject, None)
            covered.update(range(start, subject.end))
        elif _is_among_denied(message, subject):
            found += _denied(lexicon, message, subject, None)
    return found, covered


def _opening(message: Message, subject: _Subject, led: int, opened: Mapping[int, int]) -> int | None:
    """Give where the "not a peep from" begins that stands before ``subject``; ``opened``: where each ends."""
    start = next((opened[end] for end in range(led, subject.start + 1) if end in opened), None)
    return start if _closes(message, subject.end) and not _is_emptied(message, led, subject) else None


def _is_emptied(message: Message, led: int, subject: _Subject) -> bool:
    """Tell "nothing in my stomach", which is empty, and "nothing in my eye" from "nothing in my knees"."""
    hollow = subject.part is not None and subject.part.name in _HOLLOW
    return hollow and message.words[led - 1] == "in"


def listed_after(lexicon: Lexicon, message: Message) -> list[Mention]:
    """List the pains of places that share a denial: the arm of "no chest pain or down the arm"."""
    denied = {one.end for one in message.mentions if one.denied and one.name.endswith(place_words.PAINS)}
    if not denied:
        return []
    found: list[Mention] = []
    for subject in _subjects(lexicon, message):
        position = subject.start
        for small in (_LEADING, _WHERE, _DO):
            position = message.led(small, position)
        joined = message.word(position - 1) in ("or", "nor", "neither")
        before = position - 1 - (message.word(position - 2) == ",")
        if subject.part is not None and joined and before in denied and _closes(message, subject.end):
            found += _denied(lexicon, message, subject, None)
    return found


def _subjects(lexicon: Lexicon, message: Message) -> list[_Subject]:
    """List the places and powers in ``message`` that nothing else was said of, in the order they stand in."""
    taken = {spot for one in message.mentions if not one.is_weak for spot in range(one.start, one.end)}
    found: dict[int, _Subject] = {}
    for thing in message.things:
        if thing.value.part is not None:
            found[thing.end] = _Subject(thing.start, thing.end, thing.value.part, ())
    for match in lexicon.powers.all(message.stems):
        part = found[match.end].part if match.end in found else None
        found[match.end] = _Subject(match.start, match.end, part, match.value)
    free = [one for one in found.values() if taken.isdisjoint(range(one.start, one.end))]
    return sorted(free, key=lambda one: one.start)


def _said_after(lexicon: Lexicon, message: Message, start: int) -> Match[str] | None:
    """Find the word of being well that is all the clause says of what ends at ``start``."""
    for position in range(start, message.past(_IS, start) + 1):
        if position == len(message.words):
            return None
        match = lexicon.well_after.longest(message.stems, position)
        if match is not None and (_closes(message, match.end) or _goes_on_with_no(message, match)):
            return match
        if _is_no(message, position):
            return Match(position, position + 1, "none")
    return None


def _is_no(message: Message, position: int) -> bool:
    """Tell the "no" that answers a label or stands alone ("Neck: nil", "neck no, knees no") from "neck: no change"."""
    word, following = message.words[position], message.word(position + 1)
    alone = word in _ALONE_NO and following in _PARTED
    labelled = message.words[position - 1] in _LABELS and word in _ANSWERED_NO
    return alone or (labelled and following in _AFTER_ANSWER)


def _goes_on_with_no(message: Message, match: Match[str]) -> bool:
    """Tell the "head ok" of "head ok no ache", which a denial follows without a mark, from "fine no thanks to you"."""
    if match.value not in _PLAINLY_WELL:
        return False
    position = match.end
    denied = message.word(position) == "no" and message.word(position + 1) not in _NO_DENIAL
    return denied and any(mention.start > position for mention in message.mentions)


def _closes(message: Message, position: int) -> bool:
    """Tell whether a clause says no more than when from ``position`` on."""
    words = message.words
    while position < len(words) and words[position] not in _BREAKS:
        if words[position] in _SINCE:
            return True
        if words[position] not in _CLOSING and words[position][0].isascii():
            return False
        position += 1
    return True


def _listed_before(message: Message, subjects: list[_Subject], position: int) -> Iterator[_Subject]:
    """List what shares the word of being well ("neck and shoulders fine", "neck, hips and knees fine")."""
    joined = False
    for later, earlier in pairwise(reversed(subjects[: position + 1])):
        gap = message.words[earlier.end : later.start]
        joined = joined or not _AND.isdisjoint(gap)
        if not joined or not _LIST.issuperset(gap):
            return
        yield earlier


def _denied(lexicon: Lexicon, message: Message, subject: _Subject, said: str | None) -> Iterator[Mention]:
    """Give what is denied of ``subject``; ``said`` is None where the words of denial stand before it."""
    opened = max(message.sentence_start(subject.start), subject.start - _FARTHEST_TEST)
    if not denial_words.TESTED.isdisjoint(message.words[opened : subject.start]):
        return
    power = next((one for one in subject.powers if said is None or said in one.said), None)
    if power is not None and (said is not None or subject.part is None):
        yield Mention(power.symptom.name, power.symptom, subject.start, subject.end, denied=True)
        return
    part = subject.part
    if part is None or part.name in _NO_PAIN_MEANT or (said is not None and said not in lexicon.well):
        return
    side = sides.around(message.words, subject.start, subject.end)
    where = sides.place(side, part)
    felt = _felt_elsewhere(message, subject) if said is None else None
    name, term = (felt.name, felt.term) if felt else (part.pain_name, lexicon.pain)
    yield Mention(name, term, subject.start, subject.end, where, denied=True)


def _felt_elsewhere(message: Message, subject: _Subject) -> Mention | None:
    """Find the tingling of "tingling in my feet, nothing in the hands", which is what is not there."""
    first, last = message.sentence_start(subject.start), message.sentence_end(subject.start)
    told = [one for one in message.mentions if first <= one.start and one.end <= last and one.body_part]
    moved = [one for one in told if one.term and not one.term.body_part]
    moved = [one for one in moved if not one.name.endswith(place_words.PAINS)]
    return min(moved, key=lambda one: abs(one.start - subject.start), default=None)


def _is_among_denied(message: Message, subject: _Subject) -> bool:
    """Tell the throat of "no fever, no throat" from that of "no throat spray": another "no" stands beside it."""
    if message.word(subject.start - 1) != "no" or message.word(subject.end) not in _AFTER_LISTED:
        return False
    first, last = message.sentence_start(subject.start), message.sentence_end(subject.start)
    return any(
        first < mention.start < last and message.words[mention.start - 1] == "no"
        for mention in message.mentions
    )
