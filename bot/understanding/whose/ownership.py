"""Whether a symptom is the writer's own and real: not a friend's, feared, asked about, planned for or long past.

Each test looks at the clause the symptom stands in, as far as the words that open it; a list goes on with what its
first member was ("my daughter has a fever, cough and rash").
"""

from collections.abc import Iterable
from itertools import pairwise

from bot.domain.readings import Measurement
from bot.understanding.whose import framed, of_objects, only_spoken_of, other_people, proxies, untaken_effects
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import TITLES, Mention, Message

_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself", "im", "ive"))
_LIST = frozenset(
    (",", "and", "or", "/", "&", "a", "the", "plus", "also", "bad", "really", "of", "with", "nor")
)
_ASKING = frozenset(
    (
        "is", "are", "does", "do", "can", "could", "should", "what", "how", "which", "who", "anyone",
        "anybody", "will", "would", "where", "has", "did", "any",
    )
)  # fmt: skip
_ASKING_OUTRIGHT = frozenset(("do", "should", "could", "can", "what", "how", "anyone", "anybody"))
"""Ask of anything but what is called "my" or "this"."""
_ASKING_LOG = frozenset(("what", "how", "when", "which"))
"""Before "was my", ask of what was logged."""
_NOT_ASKING = frozenset(
    (
        "barely", "hardly", "not", "feel", "only", "a", "still", "just", "you", "i", "my", "this",
    )
)  # fmt: skip
_YOU_HAVE = frozenset(("get", "have", "catch"))
"""After "can you", ask of what anybody may have."""
_ALIKE = frozenset(("is", "are", "has", "did", "does"))
"""After "so", liken and do not ask ("cough gone and so is the headache")."""
_AFTER_IS = frozenset(
    ("got", "been", "having", "had", "getting", "feeling", "on", "off", "also", "not", "always", "in")
)
"""After "my brother's", make it "my brother is" or "has" and not what is his."""
_NONE = frozenset(("none", "havent", "dont", "didnt", "never", "not"))
_SAYING_NONE = _NONE | frozenset(
    (
        "have", "had", "got", "get", "any", "it", "them", "that", "those", "one", "either", "so", "far", "at", "all",
        "of", "yet", "myself", "personally", "honestly", "thankfully", "do", "feel",
    )
)  # fmt: skip
"""Say no more than that the writer has none of it."""
_THEN = frozenset(("but", "and", "just", "today", "this", "only", "since", "thank", "now"))
_OVER = frozenset(("gone", "over", "settled", "cleared", "passed", "went", "stopped", "lifted", "fine"))
_NOT_OVER = frozenset(("not", "hasnt", "isnt", "havent", "nearly", "almost", "never"))
_MAY = frozenset(("could", "might", "may", "must", "cant"))
_IS = frozenset(("is", "'s", "its", "was", "isnt", "im"))
_IF = frozenset(("if", "unless", "in"))
_HAVE = frozenset(("i", "ive", "have", "been", "had", "got", "getting", "having"))
_HAD_IT = frozenset(("it", "them", "this", "that", "mine"))
_EVER_SINCE = frozenset(
    ("since", "for", "all", "every", "again", "now", "today", "yesterday", "last", "constantly", "loads")
)
"""After "had it", tell that what was asked about is there ("normal to get a metallic taste? had it since sat")."""
_HOT = frozenset(("38.", "39.", "40.", "100", "101", "102", "103", "104"))
"""How a temperature begins that is told after the one to ring at ("ring if it hits 38. It's 39.2")."""
_BEFORE_VERY = frozenset(
    (
        "is", "'s", "was", "are", "were", "been", "feels", "felt", "looks", "looked", "gets", "got", "her", "him",
        "them", "he", "she",
    )
)  # fmt: skip
_BEFORE_GUESS = frozenset(("a", "an", "my", "the", "another", "just", "only", "this", "not", "some", "more"))
_OTHER_PEOPLE = frozenset(
    ("half", "says", "said", "thinks", "reckons", "ppl", "folk", "folks", "told", "is", "has")
)
_OF_LIFE = frozenset(
    (
        "it", "anything", "everything", "life", "living", "all", "going", "carrying", "being", "me", "existing",
        "fighting", "waking", "getting", "trying", "my", "this", "any", "even", "anymore", "continuing", "hoping",
    )
)  # fmt: skip
"""After "the point of", speak of more than an errand."""


def keep_own(lexicon: Lexicon, message: Message) -> list[Mention]:
    """Give the mentions of ``message`` that the writer has, or says they do not have."""
    frames = [*lexicon.frames.all(message.stems), *_years(message)]
    kept: list[Mention] = []
    last_dropped: Mention | None = None
    for mention in message.mentions:
        if mention.is_taught or mention.is_answered:
            kept.append(mention)
            continue
        if _is_none_of_mine(lexicon, message, mention):
            mention.denied = True
            kept.append(mention)
            continue
        if only_spoken_of.is_so(lexicon, message, mention) or of_objects.is_of_one(lexicon, message, mention):
            continue
        goes_on = last_dropped is not None and _continues(lexicon, message, last_dropped, mention)
        if goes_on or not _is_own(lexicon, message, frames, mention):
            last_dropped = mention
        else:
            kept.append(mention)
    return kept


def _is_none_of_mine(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell what another has and the writer denies or got over ("she gets palpitations, I've had none")."""
    if not is_someone_elses(lexicon, message, mention.start):
        return False
    words, end = message.words, message.sentence_end(mention.start)
    for index in range(mention.end, end):
        said = words[index + 1 : end]
        if words[index] in ("i", "ive"):
            length = next((at for at, word in enumerate(said) if word not in _SAYING_NONE), len(said))
            told = said[:length]
            whole = length == len(said) or not said[length].isalnum() or said[length] in _THEN
            return whole and not _NONE.isdisjoint(told)
        if words[index] == "mine":
            return not _OVER.isdisjoint(said[:4]) and _NOT_OVER.isdisjoint(said[:4])
    return False


def keep_own_values(
    lexicon: Lexicon, message: Message, measured: tuple[Measurement, ...]
) -> tuple[Measurement, ...]:
    """Give the measured values that are the writer's: "my son has a temp of 39" is his."""
    if not measured:
        return measured
    places = {message.quote(index, index + 1): index for index in range(len(message.tokens))}
    stand = [(one, places.get(one.value.split("/")[0])) for one in measured]
    return tuple(
        one
        for one, at in stand
        if at is None or not (_is_limit(lexicon, message, at) or is_someone_elses(lexicon, message, at))
    )


def _is_limit(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell the 38 of "if I get a fever over 38, ring them" from one that was measured."""
    value = Mention("", None, position, position + 1)
    frames = lexicon.frames.all(message.stems)
    ifs = [one for one in frames if one.value == "condition" and message.words[one.start] in _IF]
    hotter = any(word[:3] in _HOT for word in message.words[message.sentence_end(position) :])
    return not hotter and any(framed.takes_in(message, frame, value) for frame in ifs)


def _years(message: Message) -> Iterable[Match[str]]:
    """Find "in 2015", which makes what it stands by history."""
    for index, (word, year) in enumerate(pairwise(message.words)):
        if word == "in" and len(year) == 4 and year.isdecimal() and year.startswith(("19", "20")):
            yield Match(index, index + 2, "history")


def _continues(lexicon: Lexicon, message: Message, dropped: Mention, mention: Mention) -> bool:
    if dropped.start == mention.start:
        return True
    if mention.severity is not None:
        return False  # "hope this isn't a flare, hands 6"
    gap = message.words[dropped.end : mention.start]
    if gap == [","] and (_is_guessed(message, dropped) or _is_told_again(message, dropped, mention)):
        return is_someone_elses(lexicon, message, dropped.start)
    return 0 < len(gap) <= 3 and all(word in _LIST for word in gap)


def _is_guessed(message: Message, dropped: Mention) -> bool:
    """Tell "could be a UTI, burning when I pee", which gives what is felt, from "could cause nausea, dizziness"."""
    at = message.led(_BEFORE_GUESS, dropped.start) - 1
    return message.word(at) in _IS or (message.word(at) == "be" and message.word(at - 1) in _MAY)


def _is_told_again(message: Message, dropped: Mention, mention: Mention) -> bool:
    """Tell "warned about bleeding, bleeding heavily", which came, from a list of what may."""
    return message.stems[dropped.start] == message.stems[mention.start]


def _is_own(lexicon: Lexicon, message: Message, frames: list[Match[str]], mention: Mention) -> bool:
    return not (
        _names_a_thing(lexicon, message, mention)
        or _is_of_errand(message, mention)
        or untaken_effects.is_one(message, mention)
        or framed.is_imagined(message, mention)
        or _names_a_person(message, mention)
        or (
            is_someone_elses(lexicon, message, mention.start)
            and not other_people.is_done_to_me(message, mention)
            and not other_people.is_passed_on(message, mention)
            and not other_people.is_on_me(message, mention)
        )
        or other_people.is_tagged(lexicon, message, mention)
        or other_people.is_asked_after(message, mention)
        or (not _is_had(message, mention) and _is_only_asked(message, frames, mention))
    )


def _is_only_asked(message: Message, frames: list[Match[str]], mention: Mention) -> bool:
    asked = is_asked(message, mention.start, mention.end) and not _is_remarked(message, mention)
    return asked or any(framed.takes_in(message, frame, mention) for frame in frames)


def _is_of_errand(message: Message, mention: Mention) -> bool:
    """Tell "what's the point of logging" from a life that has none ("what's the point of it all")."""
    if mention.name != "hopelessness" or message.word(mention.end) not in ("of", "in", "to"):
        return False
    return message.words[mention.end - 1] == "point" and message.word(mention.end + 1) not in _OF_LIFE


def _is_remarked(message: Message, mention: Mention) -> bool:
    """Tell "no cramps today??", which wonders at what is so, from the "no fever?" that a nurse asks."""
    marks = message.words[mention.end : message.sentence_end(mention.start) + 1]
    return mention.denied and marks[-2:] == ["?", "?"]


def _is_had(message: Message, mention: Mention) -> bool:
    """Tell "normal to get a metallic taste? Had it since sat", which is there, from what is only asked about."""
    end = message.sentence_end(mention.start)
    had = message.past(_HAVE, end)
    asked = message.word(end - 1) == "?" and had > end
    return asked and message.word(had) in _HAD_IT and message.word(had + 1) in _EVER_SINCE


def _names_a_thing(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "migraine clinic" and "pain meds" from a migraine and a pain."""
    if message.stems[mention.end : mention.end + 1] == [] or message.stems[mention.end] not in lexicon.nouns:
        return False
    if message.words[mention.end].endswith("ed"):
        return False  # "the migraine packed its bags"
    if message.words[mention.end - 1] in framed.PREPOSITIONS:
        return False  # "choking on tablets"
    return not any(mention.end < rating.start <= mention.end + 3 for rating in message.ratings)


def _names_a_person(message: Message, mention: Mention) -> bool:
    """Tell "Dr. Hurt called" from something that hurts: a title before it and a capital letter."""
    before = [word for word in message.words[max(0, mention.start - 2) : mention.start] if word != "."]
    return (
        before[-1:] != [] and before[-1] in TITLES and message.quote(mention.start, mention.end)[0].isupper()
    )


def is_someone_elses(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell whether what stands at ``position`` is said of another person, and not by one who writes for the patient."""
    if not other_people.are_told_of(lexicon, message):
        return False
    words, start = message.words, message.sentence_start(position)
    for index in range(position - 1, max(start, position - 14) - 1, -1):
        word = words[index]
        if word in _FIRST_PERSON and not _leads_elsewhere(lexicon, message, index):
            return False
        if other_people.is_named_in_two(message, index) or (
            word == "," and other_people.is_told_past_aside(lexicon, message, start, index)
        ):
            return True
        if word in framed.BREAKS and not (word == "," and index == start) and not _is_very(words, index):
            return False
        if (
            other_people.is_person(lexicon, message, index)
            and not _is_other(words, index)
            and not other_people.is_done_to(lexicon, message, index, position)
            and _is_subject(message, index, start, position)
        ):
            patient = proxies.is_patient(lexicon, message, index)
            return not (patient or (word == "they" and _are_places(lexicon, message, index)))
    return False


def _is_very(words: list[str], index: int) -> bool:
    """Tell the "so" of "made her so sick" from that of "kids were ill so I'm shattered"."""
    return words[index] == "so" and words[index - 1] in _BEFORE_VERY and words[index + 1] not in _FIRST_PERSON


def _is_other(words: list[str], index: int) -> bool:
    """Tell the "other" of "no complaints other than the itch" from other people, and from one's other half."""
    return words[index] == "other" and _OTHER_PEOPLE.isdisjoint(words[index + 1 : index + 2])


def _are_places(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell the "they" of "tingly fingers, and they've stopped" from people: a place was told and nobody was."""
    before = message.stems[max(0, position - framed.FAR) : position]
    told = not lexicon.parts.isdisjoint(before) or any(
        0 <= position - mention.end < framed.FAR for mention in message.mentions
    )
    return told and lexicon.people.isdisjoint(before)


def _leads_elsewhere(lexicon: Lexicon, message: Message, index: int) -> bool:
    """Tell whether a "my" or "me" belongs to a person ("my poor daughter") or a place ("in my group", "beside me")."""
    if message.words[index] == "me":
        return other_people.is_beside(message, index)
    if message.words[index] != "my":
        return False
    if index and message.words[index - 1] in ("in", "at", "on", "from", "of"):
        return True
    return any(stem in lexicon.people for stem in message.stems[index + 1 : index + 3])


def _is_subject(message: Message, index: int, start: int, position: int) -> bool:
    words = message.words
    before = [
        word for word in words[max(start, index - 2) : index] if word not in ("my", "the", "our", "a", "your")
    ]
    owned = words[index + 1 : index + 2] == ["'s"]
    if owned and other_people.is_caught(message, index):
        return False
    if owned:
        near = (
            position - index <= 4 or "turned" in words[index:position]
        )  # "dad's cough turned out to be a cold"
        return near or words[index + 2] in _AFTER_IS
    if words[index] == "them" and words[index - 1 : index] == ["of"]:
        return False
    if words[index] in ("his", "her", "their", "him", "them"):
        return position - index <= 4 and not other_people.is_caught(message, index)
    some_of = before[-1:] == ["of"] and not other_people.SOME.isdisjoint(words[max(0, index - 3) : index])
    return some_of or not before or before[-1] not in framed.PREPOSITIONS


def is_of_log(message: Message, clause: int, end: int) -> bool:
    """Tell "what was my pain average last week", which asks what was logged, from "what is this pain in my jaw"."""
    asked, was, whose = (message.word(clause + at) for at in range(3))
    told = any(end <= rating.start < message.sentence_end(clause) for rating in message.ratings)
    return asked in _ASKING_LOG and was in ("was", "were") and whose == "my" and not told


def is_asked(message: Message, start: int, end: int) -> bool:
    """Tell whether tokens ``start`` up to ``end`` stand in a question rather than in a report."""
    first, last = message.sentence_start(start), message.sentence_end(start)
    clause = start - (message.word(start - 1) == "so" and start > first)
    while clause > first and message.words[clause - 1] not in (",", "but", "so", ":", "-"):
        clause -= 1
    opening = message.words[clause : clause + 2]
    ends_asking = message.words[last - 1 : last] == ["?"] and "," not in message.words[end : last - 1]
    if opening[:1] == ["why"] or (opening[:1] == ["any"] and message.words[end : end + 1] == [":"]):
        return False
    asking = opening[0] in _ASKING and opening[1:] != [] and opening[1] not in _NOT_ASKING
    asking = asking or (opening[1:] == ["you"] and message.word(clause + 2) in _YOU_HAVE)
    of_log = is_of_log(message, clause, end)
    asking = asking or of_log
    if opening == ["did", "the"] and not ends_asking and message.words[-1] != "?":
        return False  # "did the breathing for a panic attack"
    alike = message.words[clause - 1 : clause] == ["so"] and opening[:1] != [] and opening[0] in _ALIKE
    if not (ends_asking or (asking and not alike)):
        return False
    if framed.is_felt_as_asked(message, clause, start, end):
        return False
    if of_log or opening == ["is", "it"] or opening[0] in _ASKING_OUTRIGHT:
        return of_log or message.words[start - 1] not in ("this", "my", "these")
    definite = {"my", "this", "these"} & set(message.words[max(clause, start - 3) : start])
    return not (definite or "i" in opening)
