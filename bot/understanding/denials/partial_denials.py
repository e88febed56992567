"""Denials that leave some of what they speak of: "not hurting as much", "no dizziness till five", "no new spots".

What is compared, rated or only away for a time is there, although a "no" or a "not" leads up to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.denials import denial_words
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_RELIEF = frozenset(("less", "fewer"))
"""Between a denial and a symptom, are what is denied ("not getting any less itchy")."""
_SIGNS = frozenset(("sign", "signs", "hint", "chance", "prospect", "evidence", "indication", "hope", "talk"))
_EASING = frozenset(
    (
        "easing", "going", "lifting", "shifting", "settling", "clearing", "improving", "fading", "stopping", "ending",
        "leaving", "breaking", "letting", "abating", "subsiding", "budging", "healing",
    )
)  # fmt: skip
_TO_END = frozenset(
    (
        "stop", "end", "go", "lift", "shift", "ease", "leave", "quit", "clear", "settle", "heal", "gone", "over", "bad",
        "severe", "terrible", "serious",
    )
)  # fmt: skip
_WILL = frozenset(
    (
        "will", "would", "ever", "is", "are", "'s", "has", "have", "gonna", "be", "actually", "really", "that", "was",
        "too", "so", "very", "as",
    )
)  # fmt: skip
"""Between a symptom and its end, or how bad it is, leave it there ("don't think the cramps will ever stop")."""
_RELIEF_REACH = 4
_EMPHASIS = frozenset(("this", "so", "such", "like"))
_SPANS = frozenset(
    ("week", "month", "year", "time", "morning", "afternoon", "evening", "wk", "summer", "winter")
)
"""After "this", tell when and not how bad ("never got the headache this month")."""
_COMPARING = frozenset(("more", "less", "worse", "better", "other", "different", "stronger", "milder"))
_AS = frozenset(("as", "so"))
_DEGREES = frozenset(
    (
        "much", "bad", "badly", "often", "hard", "heavily", "intensely", "severely", "strongly", "long", "constantly",
        "frequently", "loudly", "sharply", "fiercely", "violently",
    )
)  # fmt: skip
"""After "not hurting as", leave some of it."""
_AT_TIMES = frozenset(
    ("rest", "sitting", "lying", "resting", "when", "unless", "except", "standing", "walking", "still")
)
"""After a denied symptom, leave it at other times if a number follows."""
_CONTRASTING = frozenset(
    (",", "but", "just", "though", "although", "still", "today", "again", "bit", "a", "-", "(", "/")
)
"""Between two words for one symptom, of which the second is denied, leave it as bad as the first."""
_TO_NAMED = frozenset((*map(str, range(11)), "a", "still"))
"""May lead to a further symptom ("stopped being sick, still 5 nausea")."""
_NEW = frozenset(("new", "fresh", "further", "extra", "other"))
_OF_NOW = frozenset(("now", "anymore", "any", "currently", "at", "since", "tonight"))
"""After a denied symptom, say that what was told before is over."""
_OLD = frozenset(("old", "existing", "usual"))
_ONES = frozenset(("one", "ones"))
_BAD = frozenset(("bad", "terrible", "awful"))
"""After "not too" or "wasn't a", leave what is not so bad."""
_TO_BAD = frozenset(("too", "so", "that", "a", "the", "very", "my", "really", "as"))

_URGES = frozenset(("self-harm urges", "suicidal thoughts", "urge to drink", "cravings"))


def is_compared(message: Message, match: Match[str]) -> bool:
    """Tell "no more than the usual tiredness" from "no tiredness": what is compared is there."""
    words = message.words[match.start : match.end + 4]
    return any(word in _COMPARING and "than" in words[index + 1 :] for index, word in enumerate(words))


def takes_relief(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell "no days off from this pain" and "no sign of it easing", in which relief is what is not there."""
    between = message.words[match.start : mention.start]
    if not _RELIEF.isdisjoint(between) or ("off", "from") in pairwise(between):
        return True
    if message.word(mention.end) in _EASING and not _SIGNS.isdisjoint(between):
        return True
    if between == ["no"]:
        return False  # "no pain will stop me"
    end = message.past(_WILL, mention.end)
    if message.word(mention.end) == "so":
        return message.word(end) in _BAD  # "don't feel sick, so going out" tells what comes of it
    return mention.end < end < mention.end + _RELIEF_REACH and message.word(end) in _EASING | _TO_END


def is_only_less(message: Message, mentions: list[Mention]) -> bool:
    """Tell "not hurting as much" and "not coughing so hard", which are less, from "not hurting"."""
    end = max(mention.end for mention in mentions)
    contrasted = message.word(end + 2) == "as" and message.word(end) == "so"  # "not dizzy so much as faint"
    return message.word(end) in _AS and message.word(end + 1) in _DEGREES and not contrasted


def is_milder(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell "tired but not wiped out" and "achy, not sore", which say how much is there, from "tired, no fever"."""
    if message.word(mention.end) in _OF_NOW or message.words[match.start] == "nor":
        return False
    index = bisect_right(message.mentions, match.start, key=lambda one: one.end) - 1
    one = message.mentions[index] if index >= 0 else None
    if _is_only_new(message, match, mention) or _is_rated_apart(message, match, mention):
        return True
    if one is None or one.denied or not _is_same(one, mention):
        return False
    gap = message.words[one.end : match.start]
    said_again = set(message.stems[one.start : one.end]) & set(message.stems[mention.start : mention.end])
    contrasted = all(word in _CONTRASTING or word.isdecimal() for word in gap) and gap != []
    return contrasted and not said_again


def _is_same(one: Mention, other: Mention) -> bool:
    placed = one.body_part is not None and other.body_part is not None
    return one.name == other.name and not (placed and one.body_part != other.body_part)


def _is_rated_apart(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell the "no clots" of "bleeding heavy 6, pain 8, no clots", which does not take the 6 back."""
    first = message.sentence_start(match.start)
    rated = {rating.lead for rating in message.ratings if first <= rating.lead <= match.start and rating.low}
    words = set(message.stems[mention.start : mention.end])
    return bool(rated) and any(
        one.end in rated and _is_same(one, mention) and words.isdisjoint(message.stems[one.start : one.end])
        for one in message.mentions
    )


def _is_only_new(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell the "no new spots" told after a rash, which leaves it, from "no new spots" alone."""
    if _NEW.isdisjoint(message.words[match.start : mention.end]):
        return False
    if message.word(mention.end + 1) in _OLD and message.word(mention.end + 2) in _ONES:
        return True  # "no new rash, old one itchy"
    return any(
        _is_same(one, mention) and not one.denied and one.end <= match.start for one in message.mentions
    )


def lasts_until(message: Message, mentions: Sequence[Mention]) -> bool:
    """Tell whether a symptom was only away for a time ("no dizziness till five", "no pain at rest, 6 on stairs")."""
    end = max(mention.end for mention in mentions)
    if message.word(end) in denial_words.UNTIL:
        return True
    partly = _AT_TIMES.intersection(message.words[end : end + 2])
    last = message.sentence_end(end - 1)
    if partly:  # "no cough, still wiped out, 7" and "no blood when I wipe, cramps a 3"
        following = bisect_left(message.mentions, end, key=lambda mention: mention.start)
        told = message.mentions[following : following + 1]
        told = [one for one in told if message.word(end) == "," or one.name != mentions[0].name]
        last = min([last, *(message.led(_TO_NAMED, mention.start) for mention in told)])
    if "except" in partly and any(end < thing.start < last and thing.value.part for thing in message.things):
        return False  # "no joint pain except wrists 4"
    return bool(partly) and any(end < rating.start < last and rating.low > 0 for rating in message.ratings)


def is_emphatic(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell "haven't had a headache" from "never had a headache this bad" and "not as foggy as yesterday"."""
    if message.word(match.end) == "as":
        return True
    if message.words[match.start] not in ("never", "havent", "hasnt", "hadnt"):
        return False
    inside = message.words[
        mention.start : mention.end - 1
    ]  # of "so tired" and "felt this sick", which are names
    before = message.words[max(0, mention.start - 2) : mention.start] + inside
    after = message.words[mention.end : mention.end + 2]
    dated = after == ["so", "far"] or (after[:1] == ["this"] and not _SPANS.isdisjoint(after[1:]))
    return not _EMPHASIS.isdisjoint(before if dated else before + after)


def is_not_so_bad(message: Message, match: Match[str]) -> bool:
    """Tell "not too bad the nausea" and "not the worst headache", which are there, from "not dizzy"."""
    position = message.past(_TO_BAD, match.end)
    bad = message.word(position) == "worst" or (
        message.word(position) in _BAD and message.word(position - 1) != "the"
    )
    return bad and denial_words.is_negator(message.words[match.end - 1])


def is_of_deed(message: Message, match: Match[str]) -> bool:
    """Tell "urges to cut but I haven't", which did not give in to what is there, from an urge that is gone."""
    if not denial_words.is_negator(message.words[match.end - 1]):
        return False
    before = [mention for mention in message.mentions if mention.end <= match.start]
    return bool(before) and before[-1].name in _URGES
