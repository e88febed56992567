"""Which symptoms the writer says they do not have, or no longer have.

A denial reaches forward through words that carry no news ("haven't had any real") and through lists ("no fever,
chills or nausea"), and stops at everything else, so that "no sleep because of pain" leaves the pain standing. What is
over is said after the symptom as a rule ("headache finally gone"), and taken back by words before it ("not gone yet").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.body import other_sides
from bot.understanding.denials import (
    answered_lists,
    answered_names,
    answered_pairs,
    carried_denials,
    denial_words,
    denied_lists,
    elided_verbs,
    endings,
    excepted_places,
    habits,
    lack_names,
    little_left,
    normal_values,
    other_times,
    partial_denials,
    rated_apart,
    remedies,
    resolutions,
    taken_back,
    ticked_lists,
    timed_names,
    told_in_short,
    turned_denials,
    well_parts,
)
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

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
    (
        "but", "though", "although", "however", "yet", "still", "because", "so", "then", "instead", "took", "bar",
        "except", "apart", "besides", "save", "barring", "aside", "excepting", "without",
    )
)  # fmt: skip
_SUBJECTS = frozenset(
    ("i", "my", "it", "got", "have", "feel", "had", "am", "is", "are", "was", "woke", "now", "has")
)
_ENDS = SENTENCE_ENDS | {""}
_ARTICLES = frozenset(("a", "an", "any", "another", "the"))
_HEADING = frozenset(
    (
        "have", "had", "having", "got", "get", "today", "tonight", "now", "present", "there", "at", "all",
        "this",
    )
)  # fmt: skip
"""After a "not" or a "don't", head a list of what is not there."""
_REASONS = (("because", "of"), ("bc", "of"), ("cos", "of"), ("due", "to"), ("down", "to"))
"""Right after a "not", leave out as a reason what is not there ("couldn't sleep, not because of pain")."""
_OF_ANOTHER = frozenset(("the", "my"))
"""After a word that is unknown, begin another thing ("without my brace the wrist is agony")."""
_SEEN = frozenset(("saw", "see", "seen", "spot", "spotted", "hear", "heard"))
"""Before "the rash", have it for what is denied ("never saw the rash")."""
_MARKS = frozenset(("❌", "🚫", "✗", "✘", "✖", "❎"))


@dataclass(frozen=True, slots=True)
class _Reached:
    """What a denial may reach at one token, and the word that joins it to what it reached before."""

    mentions: list[Mention]
    joint: str


def judge(lexicon: Lexicon, message: Message) -> None:
    """Mark the denied and the resolved among ``message.mentions``, and add what is denied without its name."""
    well, covered = well_parts.find(lexicon, message)
    if message.mentions:
        lack_names.settle(message)
        rated_apart.part(message)
        _judge_named(lexicon, message, covered)
        carried_denials.carry_into(message)
        well += well_parts.listed_after(lexicon, message)
        well += excepted_places.find(lexicon, message)
        answered_lists.deny(message)
        answered_names.deny(message)
        remedies.deny(message)
        normal_values.deny(message)
        elided_verbs.deny(message)
        told_in_short.end(lexicon, message)
        little_left.keep_brief(message)
        other_times.keep(message)
        well = [*other_sides.find(message), *well]
    if well:
        message.mentions = sorted([*message.mentions, *well], key=lambda mention: mention.start)
    for mention in message.mentions:
        if mention.denied and not mention.is_taught:
            carried_denials.name_as_denied(lexicon, message, mention)


def _judge_named(lexicon: Lexicon, message: Message, well: set[int]) -> None:
    """Deny what ``message`` denies by name; ``well`` are the tokens that say what is well."""
    denials = lexicon.denials.all(message.stems)
    _leave_out_absence(message, denials)
    named = {spot for mention in message.mentions for spot in range(mention.start, mention.end)}
    named |= well | (ticked_lists.deny(message) or answered_pairs.deny(message))
    rated = {spot for rating in message.ratings for spot in range(rating.start, rating.end)}
    marks_follow = _marks_follow(message)
    starts = _by_start(message.mentions)
    said_over = lexicon.resolved.all(message.stems)
    ended = [*(match for match in denials if match.value == "ended"), *said_over]
    for match in denials:
        crosses_out = marks_follow and message.words[match.start] in _MARKS
        if not (
            crosses_out
            or match.start in named
            or match.start in rated
            or answered_lists.is_correction(message, match)
            or _is_of_name(message, match, starts)
            or taken_back.is_one(message, match)
            or taken_back.is_left_over(message, match, ended)
        ):
            _deny_forward(lexicon, message, match, starts)
    resolved = [
        match
        for match in said_over
        if not (
            resolutions.leaves_some(message, match)
            or partial_denials.is_of_deed(message, match)
            or habits.is_one(message, match)
        )
    ]
    after = [match for match in resolved if not _is_heading(message, match)]
    named |= endings.deny(lexicon, message, after, well)
    named -= {one.start for one in message.mentions if one.is_weak}  # "the fever skipped a night"
    spoken = [
        match
        for match in after
        if match.start not in named and (marks_follow or message.words[match.start] not in _MARKS)
    ]
    carried_denials.carry_on(message, resolutions.deny(lexicon, message, spoken))
    turned_denials.deny(lexicon, message, resolved)


def _is_heading(message: Message, match: Match[str]) -> bool:
    """Tell the "not today:" that heads what follows from what ends the symptom before it."""
    return message.word(match.end) == ":" and match.start == message.sentence_start(match.start)


def _is_of_name(message: Message, match: Match[str], starts: Mapping[int, list[Mention]]) -> bool:
    """Tell the "and no" of "anxious and no appetite", whose "no" is of the name of what is there, from a denial."""
    return any(
        position in starts
        and (message.words[position] == "no" or denial_words.is_negator(message.words[position]))
        for position in range(match.start + 1, match.end)
    )


def _leave_out_absence(message: Message, denials: Sequence[Match[str]]) -> None:
    """Take the "absence of tremor" for no tremor, and not for an absence as well."""
    read = {match.start: match.end for match in denials if message.words[match.end - 1] == "of"}
    if read:
        message.mentions = [
            mention for mention in message.mentions if mention.end >= read.get(mention.start, 0)
        ]


def _by_start(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    starts: dict[int, list[Mention]] = {}
    for mention in mentions:
        starts.setdefault(mention.start, []).append(mention)
    return starts


def _marks_follow(message: Message) -> bool:
    """Tell a message that crosses out what stands before the mark ("hives ❌ itch ❌") from "❌ hives ❌ itch"."""
    first = next((spot for spot, word in enumerate(message.words) if word in _MARKS), None)
    return first is not None and any(mention.end <= first for mention in message.mentions)


def _deny_forward(
    lexicon: Lexicon, message: Message, match: Match[str], starts: dict[int, list[Mention]]
) -> None:
    led = match.start + (message.words[match.start : match.end] == ["and", "no"])
    noun = match.value == "ended" or message.words[led] in _NOUN_NEGATORS
    reached, goes_on = _reached(lexicon, message, match, starts, noun=noun)
    if not reached or _leaves_some(message, match, reached):
        return
    first = reached[0].mentions[0]
    if goes_on or ":" in message.words[match.end : first.start]:
        shared = len(reached) - 1
    else:
        last_or = max((at for at, one in enumerate(reached) if one.joint == "or"), default=0)
        shared = max(last_or, denied_lists.last_noun(message, match, [one.mentions for one in reached]))
    for position, one in enumerate(reached):
        start, end = one.mentions[0].start, one.mentions[0].end
        rated = any(rating.lead == end for rating in message.ratings)
        alike = not noun or (first.end + 1 == start and denied_lists.is_bare(message, one.mentions[0]))
        through_and = one.joint == "and" and not rated and alike
        if position > shared and not through_and and one.joint != "of":
            return
        if one.joint == "of":  # "not a twinge of back pain" is of no other pain
            twinges = reached[position - 1].mentions
            message.mentions = [mention for mention in message.mentions if mention not in twinges]
        for mention in one.mentions:
            mention.denied = True


def _leaves_some(message: Message, match: Match[str], reached: Sequence[_Reached]) -> bool:
    """Tell a denial that takes away only how bad, how much or when from one of the whole."""
    return (
        partial_denials.is_compared(message, match)
        or partial_denials.takes_relief(message, match, reached[0].mentions[0])
        or partial_denials.is_not_so_bad(message, match)
        or partial_denials.lasts_until(message, reached[-1].mentions)
        or partial_denials.is_only_less(message, reached[-1].mentions)
        or partial_denials.is_milder(message, match, reached[0].mentions[0])
    )


def _reached(  # noqa: C901  one branch for each kind of word
    lexicon: Lexicon, message: Message, match: Match[str], starts: dict[int, list[Mention]], *, noun: bool
) -> tuple[list[_Reached], bool]:
    """List what a denial may reach, and tell whether the list goes on to an "or" of something unknown."""
    reached: list[_Reached] = []
    unknown, joint, position = 0, "", _first_reached(message, match, starts)
    position += message.word(position) == ":"
    end = min(message.sentence_end(match.start), match.end + _LONGEST_REACH)
    while position < end:
        word = message.words[position]
        if position in starts:
            if not reached and partial_denials.is_emphatic(message, match, starts[position][0]):
                break
            reached.append(_Reached(starts[position], joint))
            position, joint = max(mention.end for mention in starts[position]), ""
            continue
        if word in ("or", "nor", "/"):
            joint = "or"
        elif word == "of" and reached and position == reached[-1].mentions[0].end and position + 1 in starts:
            joint = word  # "not a twinge of back pain"
        elif word in ("and", ","):
            if not reached:
                break
            joint = joint or word
        elif _is_stop(lexicon, message, match, position, listed=bool(reached) and joint != "or"):
            break
        elif not (
            message.stems[position] in lexicon.transparent
            or word == ":"
            or timed_names.is_time_of(message, match.start, position)
        ):
            unknown += 1
            new = message.word(position + 1) in _OF_ANOTHER and word not in _SEEN
            if joint == "or" and reached and noun and message.word(position + 1) in _ENDS:
                return reached, True  # "no pain, swelling or heat"
            if reached or new or not _is_described(message, position, unknown, noun=noun):
                break
        position += 1
    return reached, False


def _is_stop(lexicon: Lexicon, message: Message, match: Match[str], position: int, *, listed: bool) -> bool:
    """Tell a word that a denial does not pass; ``listed``: what is denied was named already."""
    word = message.words[position]
    if word == ":" and not listed and _heads(message, match, position):
        return False
    if word in SENTENCE_ENDS or not word[0].isalnum() or word in _STOPS:
        return True
    return message.stems[position] in lexicon.opaque or (listed and word in _SUBJECTS)


def _heads(message: Message, match: Match[str], position: int) -> bool:
    """Tell "none of these today: cramps, wind" and "don't have: fever" from "nothing new: cramps"."""
    led = message.words[match.end : position]
    return match.end - match.start > 1 or (led != [] and _HEADING.issuperset(led))


def _is_described(message: Message, position: int, unknown: int, *, noun: bool) -> bool:
    """Tell an unknown word that may describe what is denied ("no weird tingling", "not hot or shivery")."""
    either = message.word(position + 1) in ("or", "nor")
    described = noun or (unknown == 1 and (either or message.words[position - 1] in _ARTICLES))
    return described and unknown <= _MOST_UNKNOWN


def _first_reached(message: Message, match: Match[str], starts: dict[int, list[Mention]]) -> int:
    """Find where a denial begins to reach; "stopped feeling" may end inside "feeling sick"."""
    reason = tuple(message.words[match.end : match.end + 2]) in _REASONS
    if reason and denial_words.is_negator(message.words[match.end - 1]):
        return match.end + 2
    return next((position for position in range(match.start + 1, match.end) if position in starts), match.end)
