"""Which symptoms the writer says they do not have, or no longer have.

A denial reaches forward through words that carry no news ("haven't had any real") and through lists ("no fever,
chills or nausea"), and stops at everything else, so that "no sleep because of pain" leaves the pain standing. What is
over is said after the symptom as a rule ("headache finally gone"), and taken back by words before it ("not gone yet").
"""

from collections.abc import Sequence

from bot.understanding import (
    answered_lists,
    answered_pairs,
    carried_denials,
    denial_words,
    denied_lists,
    endings,
    other_sides,
    resolutions,
    turned_denials,
    well_parts,
)
from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import Match
from bot.understanding.message import SENTENCE_ENDS, Mention, Message

_LONGEST_REACH = 30
_MOST_UNKNOWN = 2
"""How many words that the vocabulary does not know a "no" passes ("no weird electric tingling")."""
_NOUN_NEGATORS = frozenset(
    (
        "no", "without", "zero", "0", "nil", "minus", "never", "denies", "absence", "free", "sans", "zip",
        "nary", "nada",
    )
)  # fmt: skip
_STOPS = frozenset(
    ("but", "though", "although", "however", "yet", "still", "because", "so", "then", "instead", "took")
)
_SUBJECTS = frozenset(
    ("i", "my", "it", "got", "have", "feel", "had", "am", "is", "are", "was", "woke", "now", "has")
)
_EMPHASIS = frozenset(("this", "so", "such", "like"))
_SPANS = frozenset(
    ("week", "month", "year", "time", "morning", "afternoon", "evening", "wk", "summer", "winter")
)
"""After "this", tell when and not how bad ("never got the headache this month")."""
_COMPARING = frozenset(("more", "less", "worse", "better", "other", "different", "stronger", "milder"))
_UNTIL = frozenset(("till", "until", "til"))
_AT_TIMES = frozenset(
    ("rest", "sitting", "lying", "resting", "when", "unless", "except", "standing", "walking", "still")
)
"""After a denied symptom, leave it at other times if a number follows."""
_ARTICLES = frozenset(("a", "an", "any", "another", "the"))
_WITHOUT = frozenset(("without", "sans", "minus"))
_SCARCELY = frozenset(("no", "hardly", "barely", "unable", "rarely", "impossible", "scarcely"))
_CLAUSE_BREAKS = frozenset((",", "and", "but", "so", "because", "(", ")", "-", "then"))
_FARTHEST_DENIED = 8
_DOUBTS_REACH = 2
_NOT_DONE_YET = frozenset(("shift", "clear", "settle", "banish", "kick"))
"""Forms of words of ending that tell what is to be done and not what is ("something to shift the cough")."""
_WILLED = frozenset(
    (
        "to", "will", "might", "would", "could", "should", "may", "almost", "nearly", "need", "want", "wish",
        "love", "for", "needed",
    )
)  # fmt: skip
_MARKS = frozenset(("❌", "🚫", "✗", "✘", "✖", "❎"))


def judge(lexicon: Lexicon, message: Message) -> None:
    """Mark the denied and the resolved among ``message.mentions``."""
    starts = _by_start(message.mentions)
    named = {spot for mention in message.mentions for spot in range(mention.start, mention.end)}
    rated = {spot for rating in message.ratings for spot in range(rating.start, rating.end)}
    well, covered = well_parts.find(lexicon, message)
    named |= covered
    marks_follow = _marks_follow(message)
    named |= answered_pairs.deny(message)
    for match in lexicon.denials.all(message.stems):
        spot = match.start
        if spot in named and match.end - spot > 1 and _is_only_denial(message, match, starts):
            named -= set(range(match.start, match.end))
        if (
            spot in named
            or (marks_follow and message.words[spot] in _MARKS)
            or spot in rated
            or answered_lists.is_correction(message, match)
            or _is_taken_back(message, match)
        ):
            continue
        _deny_forward(lexicon, message, match, starts)
    ends = {mention.end - 1: index for index, mention in enumerate(message.mentions)}
    over: set[int] = set()
    named |= endings.find(lexicon, message, covered)
    for match in lexicon.resolved.all(message.stems):
        if not marks_follow and message.words[match.start] in _MARKS:
            continue
        if match.start not in named and resolutions.resolve_backward(lexicon, message, match, ends):
            over.add(match.end)
    carried_denials.carry_on(message, over)
    turned_denials.deny(lexicon, message)
    well += well_parts.listed_after(lexicon, message)
    answered_lists.deny(message)
    message.mentions = sorted(
        [*message.mentions, *other_sides.find(message), *well], key=lambda one: one.start
    )
    for mention in message.mentions:
        if mention.denied and not mention.is_taught:
            carried_denials.name_as_denied(lexicon, message, mention)


def _is_only_denial(message: Message, match: Match[str], starts: dict[int, list[Mention]]) -> bool:
    """Take the "absence of tremor" for no tremor, and for no absence; what was read of its first word is left out."""
    read = starts.get(match.start, [])
    if not read or message.words[match.end - 1] != "of" or any(one.end >= match.end for one in read):
        return False
    message.mentions = [mention for mention in message.mentions if mention not in read]
    return True


def _by_start(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    starts: dict[int, list[Mention]] = {}
    for mention in mentions:
        starts.setdefault(mention.start, []).append(mention)
    return starts


def _marks_follow(message: Message) -> bool:
    """Tell a message that crosses out what stands before the mark ("hives ❌ itch ❌") from "❌ hives ❌ itch"."""
    first = next((spot for spot, word in enumerate(message.words) if word in _MARKS), None)
    return first is not None and any(mention.end <= first for mention in message.mentions)


def _is_taken_back(message: Message, match: Match[str]) -> bool:
    """Tell whether a denial is itself denied: "haven't stopped vomiting", "can't walk without pain"."""
    words = message.words
    if match.value == "ended":
        led = words[max(0, match.start - _DOUBTS_REACH) : match.start]
        return words[match.start] in _NOT_DONE_YET or any(
            denial_words.is_negator(word) or word in _WILLED for word in led
        )
    if words[match.start] not in _WITHOUT:
        return False
    floor = max(message.sentence_start(match.start), match.start - _FARTHEST_DENIED)
    for index in range(match.start - 1, floor - 1, -1):
        if words[index] in _CLAUSE_BREAKS:
            return False
        if denial_words.is_negator(words[index]) or words[index] in _SCARCELY:
            return True
    return False


def _deny_forward(
    lexicon: Lexicon, message: Message, match: Match[str], starts: dict[int, list[Mention]]
) -> None:
    listed = _reached(lexicon, message, match, starts)
    first = listed[0][0][0].start if listed else match.end
    headed = ":" in message.words[match.end : first]
    noun = match.value == "ended" or message.words[match.start] in _NOUN_NEGATORS
    last_or = max((i for i, (_, joint) in enumerate(listed) if joint == "or"), default=0)
    if _is_compared(message, match) or (listed and _lasts_until(message, (listed[-1][0] or listed[-2][0]))):
        return
    last_or = max(last_or, denied_lists.last_noun(message, match, listed))
    for position, (mentions, joint) in enumerate(listed):
        if not mentions:
            return
        rated = any(rating.lead == mentions[0].end for rating in message.ratings)
        through_list = position <= last_or or headed
        through_and = (
            joint == "and" and not rated and (not noun or listed[0][0][0].end + 1 == mentions[0].start)
        )
        if position and not (through_list or through_and):
            return
        for mention in mentions:
            mention.denied = True


def _is_compared(message: Message, match: Match[str]) -> bool:
    """Tell "no more than the usual tiredness" from "no tiredness": what is compared is there."""
    words = message.words[match.start : match.end + 4]
    return any(word in _COMPARING and "than" in words[index + 1 :] for index, word in enumerate(words))


def _lasts_until(message: Message, mentions: Sequence[Mention]) -> bool:
    """Tell whether a symptom was only away for a time ("no dizziness till five", "no pain at rest, 6 on stairs")."""
    end = max(mention.end for mention in mentions)
    if not _UNTIL.isdisjoint(message.words[end : end + 1]):
        return True
    partly = _AT_TIMES.intersection(message.words[end : end + 2])
    last = message.sentence_end(end - 1)
    if "except" in partly and any(end < thing.start < last and thing.value.part for thing in message.things):
        return False  # "no joint pain except wrists 4"
    return bool(partly) and any(end < rating.start < last and rating.low > 0 for rating in message.ratings)


def _reached(  # noqa: C901  one branch for each kind of word
    lexicon: Lexicon, message: Message, match: Match[str], starts: dict[int, list[Mention]]
) -> list[tuple[list[Mention], str]]:
    """List what a denial may reach, each with the word that joins it to what stood before."""
    listed: list[tuple[list[Mention], str]] = []
    noun = match.value == "ended" or message.words[match.start] in _NOUN_NEGATORS
    unknown, joint, position = 0, "", _first_reached(match, starts)
    position += message.words[position : position + 1] == [":"]
    end = min(message.sentence_end(match.start), match.end + _LONGEST_REACH)
    while position < end:
        word, stem = message.words[position], message.stems[position]
        if position in starts:
            if not listed and _is_emphatic(message, match, starts[position][0]):
                return []
            listed.append((starts[position], joint))
            position, joint = max(mention.end for mention in starts[position]), ""
            continue
        if word in ("or", "nor", "/"):
            joint = "or"
        elif word in ("and", ","):
            if not listed:
                return listed
            joint = joint or ("and" if word == "and" else ",")
        elif _is_stop(lexicon, message, match, position, listed=bool(listed) and joint != "or"):
            return listed
        elif stem not in lexicon.transparent and word != ":":
            unknown += 1
            if joint == "or" and listed and noun and _ends(message, position + 1):
                return [*listed, ([], "or")]  # "no pain, swelling or heat"
            if listed or not _is_described(message, position, unknown, noun=noun):
                return listed
        position += 1
    return listed


def _is_stop(lexicon: Lexicon, message: Message, match: Match[str], position: int, *, listed: bool) -> bool:
    """Tell a word that a denial does not pass; ``listed``: what is denied was named already."""
    word = message.words[position]
    if word == ":" and not listed and match.end - match.start > 1:
        return False  # "none of these today: cramps, wind"
    if word in SENTENCE_ENDS or not word[0].isalnum() or word in _STOPS:
        return True
    return message.stems[position] in lexicon.opaque or (listed and word in _SUBJECTS)


def _is_described(message: Message, position: int, unknown: int, *, noun: bool) -> bool:
    """Tell an unknown word that may describe what is denied ("no weird tingling", "not hot or shivery")."""
    either = message.words[position + 1 : position + 2] in (["or"], ["nor"])
    described = noun or (unknown == 1 and (either or message.words[position - 1] in _ARTICLES))
    return described and unknown <= _MOST_UNKNOWN


def _ends(message: Message, position: int) -> bool:
    following = message.words[position : position + 1]
    return not following or following[0] in SENTENCE_ENDS


def _first_reached(match: Match[str], starts: dict[int, list[Mention]]) -> int:
    """Find where a denial begins to reach; "stopped feeling" may end inside "feeling sick"."""
    return next((position for position in range(match.start + 1, match.end) if position in starts), match.end)


def _is_emphatic(message: Message, match: Match[str], mention: Mention) -> bool:
    """Tell "haven't had a headache" from "never had a headache this bad" and "not as foggy as yesterday"."""
    if message.words[match.end : match.end + 1] == ["as"]:
        return True
    if message.words[match.start] not in ("never", "havent", "hasnt", "hadnt"):
        return False
    inside = message.words[mention.start : mention.end - 1][:1]  # of "so tired", which is a name
    before = message.words[max(0, mention.start - 2) : mention.start] + inside
    after = message.words[mention.end : mention.end + 2]
    dated = after[:1] == ["this"] and not _SPANS.isdisjoint(after[1:])
    dated = dated or after == ["so", "far"]
    return any(word in _EMPHASIS for word in (*before, *(() if dated else after)))
