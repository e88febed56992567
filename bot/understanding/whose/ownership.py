"""Whether a symptom is the writer's own and real: not a friend's, feared, asked about, planned for or long past.

Each test looks at the clause the symptom stands in, as far as the words that open it; a list goes on with what its
first member was ("my daughter has a fever, cough and rash").
"""

from collections.abc import Iterable
from itertools import pairwise

from bot.domain.readings import Measurement
from bot.understanding.whose import only_spoken_of, other_people, proxies, untaken_effects
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import TITLES, Mention, Message

_FAR = 9
"""How many words an "if" or a fear reaches."""
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself", "im", "ive"))
_BREAKS = frozenset(
    (",", "but", "so", "because", "while", "(", ")", ":", "-", "although", "though", "however")
)
_LIST = frozenset(
    (",", "and", "or", "/", "&", "a", "the", "plus", "also", "bad", "really", "of", "with", "nor")
)
_PREPOSITIONS = frozenset(
    ("with", "for", "to", "from", "by", "after", "about", "like", "at", "near", "of", "on")
)
_ASKING = frozenset(
    (
        "is", "are", "does", "do", "can", "could", "should", "what", "how", "which", "who", "anyone",
        "anybody", "will", "would", "where", "has", "did", "any",
    )
)  # fmt: skip
_ASKING_OUTRIGHT = frozenset(("do", "should", "could", "can", "what", "how", "anyone", "anybody"))
"""Ask of anything but what is called "my" or "this"."""
_NOT_ASKING = frozenset(
    (
        "barely", "hardly", "not", "feel", "only", "a", "still", "just", "you", "i", "my", "this",
    )
)  # fmt: skip
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
_DEFINITE = frozenset(("this", "these", "the", "my", "that"))
_LIKENING = frozenset(("like", "unlike", "as", "than", "since"))
_OTHER_PEOPLE = frozenset(
    ("half", "says", "said", "thinks", "reckons", "ppl", "folk", "folks", "told", "is", "has")
)
_EXCEPTING = frozenset(("apart", "except", "bar", "besides", "barring", "other", "aside"))
"""After "no side effects", tell what there is after all."""
_PUT_BACK = frozenset(
    (
        "and", ",", "place", "again", "itself", "with", "without", "no", "on", "bed", "work", "hospital",
        "er", "here",
    )
)  # fmt: skip
"""After "back in", make it a shoulder and no year."""
_LONG_AGO = frozenset(("growing", "studying", "training", "living", "teaching", "expecting", "being"))
_OF_LIFE = frozenset(
    (
        "it", "anything", "everything", "life", "living", "all", "going", "carrying", "being", "me", "existing",
        "fighting", "waking", "getting", "trying", "my", "this", "any", "even", "anymore", "continuing", "hoping",
    )
)  # fmt: skip
"""After "the point of", speak of more than an errand."""
_HAS = frozenset(("get", "have", "feel", "had", "got", "start", "see", "keep", "take"))
_UNREAL = frozenset(("would", "could", "might", "may", "will", "should", "ll", "d"))


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
        if only_spoken_of.is_so(lexicon, message, mention):
            continue
        goes_on = last_dropped is not None and _continues(message, last_dropped, mention)
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
    if not measured or lexicon.people.isdisjoint(message.stems):
        return measured
    places = {message.quote(index, index + 1): index for index in range(len(message.tokens))}
    stand = [(one, places.get(one.value.split("/")[0])) for one in measured]
    return tuple(one for one, at in stand if at is None or not is_someone_elses(lexicon, message, at))


def _years(message: Message) -> Iterable[Match[str]]:
    """Find "in 2015", which makes what it stands by history."""
    for index, (word, year) in enumerate(pairwise(message.words)):
        if word == "in" and len(year) == 4 and year.isdecimal() and year.startswith(("19", "20")):
            yield Match(index, index + 2, "history")


def _continues(message: Message, dropped: Mention, mention: Mention) -> bool:
    if dropped.start == mention.start:
        return True
    gap = message.words[dropped.end : mention.start]
    return 0 < len(gap) <= 3 and all(word in _LIST for word in gap)


def _is_own(lexicon: Lexicon, message: Message, frames: list[Match[str]], mention: Mention) -> bool:
    return not (
        _names_a_thing(lexicon, message, mention)
        or _is_of_errand(message, mention)
        or untaken_effects.is_one(message, mention)
        or _names_a_person(message, mention)
        or (
            is_someone_elses(lexicon, message, mention.start)
            and not other_people.is_done_to_me(message, mention)
        )
        or other_people.is_tagged(lexicon, message, mention)
        or (is_asked(message, mention.start, mention.end) and not _is_remarked(message, mention))
        or any(_frames(message, frame, mention) for frame in frames)
    )


def _is_of_errand(message: Message, mention: Mention) -> bool:
    """Tell "what's the point of logging" from a life that has none ("what's the point of it all")."""
    if mention.name != "hopelessness" or message.word(mention.end) not in ("of", "in", "to"):
        return False
    return message.words[mention.end - 1] == "point" and message.word(mention.end + 1) not in _OF_LIFE


def _is_remarked(message: Message, mention: Mention) -> bool:
    """Tell "no cramps today??", which wonders at what is so, from the "no fever?" that a nurse asks."""
    marks = message.words[mention.end : message.sentence_end(mention.start) + 1]
    return mention.denied and marks[-2:] == ["?", "?"]


def _names_a_thing(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "migraine clinic" and "pain meds" from a migraine and a pain."""
    if message.stems[mention.end : mention.end + 1] == [] or message.stems[mention.end] not in lexicon.nouns:
        return False
    if message.words[mention.end - 1] in _PREPOSITIONS:
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
    if lexicon.people.isdisjoint(message.stems) and "door" not in message.words:
        return False
    words, start = message.words, message.sentence_start(position)
    for index in range(position - 1, max(start, position - 14) - 1, -1):
        word = words[index]
        if word in _FIRST_PERSON and not _leads_elsewhere(lexicon, message, index):
            return False
        if other_people.is_next_door(message, index) or (
            word == "," and other_people.is_told_past_aside(lexicon, message, start, index)
        ):
            return True
        if word in _BREAKS and not (word == "," and index == start):
            return False
        if (
            message.stems[index] in lexicon.people
            and not _is_other(words, index)
            and _is_subject(message, index, start, position)
        ):
            patient = proxies.is_patient(lexicon, message, index)
            return not (patient or (word == "they" and _are_places(lexicon, message, index)))
    return False


def _is_other(words: list[str], index: int) -> bool:
    """Tell the "other" of "no complaints other than the itch" from other people, and from one's other half."""
    return words[index] == "other" and _OTHER_PEOPLE.isdisjoint(words[index + 1 : index + 2])


def _are_places(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell the "they" of "tingly fingers, and they've stopped" from people: a place was told and nobody was."""
    before = message.stems[max(0, position - _FAR) : position]
    told = not lexicon.parts.isdisjoint(before) or any(
        0 <= position - mention.end < _FAR for mention in message.mentions
    )
    return told and lexicon.people.isdisjoint(before)


def _leads_elsewhere(lexicon: Lexicon, message: Message, index: int) -> bool:
    """Tell whether a "my" belongs to a person ("my poor daughter") or only to a place ("in my group")."""
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
    if owned:
        return position - index <= 4 or words[index + 2] in _AFTER_IS
    if words[index] == "them" and words[index - 1 : index] == ["of"]:
        return False
    if words[index] in ("his", "her", "their", "him", "them"):
        return position - index <= 4
    return not before or before[-1] not in _PREPOSITIONS


def is_asked(message: Message, start: int, end: int) -> bool:
    """Tell whether tokens ``start`` up to ``end`` stand in a question rather than in a report."""
    first, last = message.sentence_start(start), message.sentence_end(start)
    clause = start
    while clause > first and message.words[clause - 1] not in (",", "but", "so", ":", "-"):
        clause -= 1
    opening = message.words[clause : clause + 2]
    ends_asking = message.words[last - 1 : last] == ["?"] and "," not in message.words[end : last - 1]
    if opening[:1] == ["why"] or (opening[:1] == ["any"] and message.words[end : end + 1] == [":"]):
        return False
    asking = opening[0] in _ASKING and opening[1:] != [] and opening[1] not in _NOT_ASKING
    if opening == ["did", "the"] and not ends_asking and message.words[-1] != "?":
        return False  # "did the breathing for a panic attack"
    alike = message.words[clause - 1 : clause] == ["so"] and opening[:1] != [] and opening[0] in _ALIKE
    if not (ends_asking or (asking and not alike)):
        return False
    if opening == ["is", "it"] or opening[0] in _ASKING_OUTRIGHT:
        return message.words[start - 1] not in ("this", "my", "these")
    definite = {"my", "this", "these"} & set(message.words[max(clause, start - 3) : start])
    return not (definite or "i" in opening)


def _frames(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell whether a cue of fear, condition, generality or history takes ``mention`` in."""
    if message.sentence[frame.start] != message.sentence[mention.start]:
        return False
    if mention.start <= frame.start < mention.end or _is_of_now(message, frame, mention):
        return False
    if frame.end <= mention.start:
        return _frames_ahead(message, frame, mention)
    if frame.value == "history" and (
        _is_of_that_hour(message, frame) or _is_other_than(message, frame, mention)
    ):
        return False
    return frame.value in ("general", "history") and _same_clause(message, mention.end, frame.start)


def _is_of_now(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell "the itch caused by the morphine" and "hurting 5 at school" from what causes itching and a childhood."""
    said = message.words[frame.start : frame.end]
    if said[-1] == "school" and said[0] in ("at", "in"):
        return any(mention.end <= rating.start <= frame.start for rating in message.ratings)
    return said == ["caused"] and message.word(frame.end) == "by"


def _is_of_that_hour(message: Message, frame: Match[str]) -> bool:
    """Tell "a seven when I was lying on it", which was last night, from "when I was young" and "growing up"."""
    doing = message.words[frame.end : frame.end + 1]
    told = message.words[frame.start : frame.end] == ["when", "i", "was"] and doing != []
    return told and doing[0].endswith("ing") and doing[0] not in _LONG_AGO


def _is_other_than(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell "not hopeless like last month", which is of today, from "had no pain last month"."""
    return mention.denied and message.words[frame.start - 1] in _LIKENING


def _frames_ahead(message: Message, frame: Match[str], mention: Mention) -> bool:
    gap = message.words[frame.end : mention.start]
    if len(gap) > _FAR or any(word in _BREAKS - {","} for word in gap):
        return False
    if "," in gap and not (frame.value == "history" and frame.start == message.sentence_start(frame.start)):
        return False
    if (message.words[frame.start] == "if" and _is_habit(gap)) or _is_exception(message, frame, gap):
        return False
    if frame.value == "fear":
        foreseen = message.words[mention.end : mention.end + 2]
        returns = (
            foreseen[:1] != []
            and foreseen[0] in _UNREAL
            and foreseen[1:] in (["come"], ["return"], ["start"])
        )
        return returns or not gap or gap[-1] not in _DEFINITE
    if frame.value == "history":
        put_back = message.words[frame.end - 1] == "in" and gap[:1] and gap[0] in _PUT_BACK
        return not put_back and "now" not in gap and "still" not in gap
    return True


def _is_exception(message: Message, frame: Match[str], gap: list[str]) -> bool:
    """Tell the dry mouth of "no side effects apart from a dry mouth" from side effects that are feared."""
    return message.word(frame.start - 1) in ("no", "zero", "without", "any") and not _EXCEPTING.isdisjoint(
        gap
    )


def _is_habit(gap: list[str]) -> bool:
    """Tell "if I stand I get dizzy", which happens, from "if I get dizzy", which may.

    ``gap`` is what stands between the "if" and the symptom: a whole first clause, then the beginning of the second.
    """
    if len(gap) < 3 or gap[0] not in ("i", "it", "the", "my") or not _UNREAL.isdisjoint(gap):
        return False
    second = next((index for index in range(2, len(gap)) if gap[index] in ("i", "it", "my", "the")), None)
    if second is None or gap[1] in _HAS:
        return False
    return gap[second] in ("i", "it") or second == len(gap) - 1


def _same_clause(message: Message, start: int, end: int) -> bool:
    gap = message.words[start:end]
    return len(gap) <= _FAR and _BREAKS.isdisjoint(gap) and "and" not in gap
