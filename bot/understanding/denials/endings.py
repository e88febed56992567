"""Endings that are told in a clause of their own: "panic attack on the bus, 20 mins, over now".

People tell an episode as a story: what came, what they did, and last how it ended. Such an ending names no symptom, so
it is looked for by itself: a clause of which every word only says that it is over, and since when. It ends what was
told last before it, and all that was told in the same breath; what came back, or has only eased, it leaves standing.
"""

from collections.abc import Iterable, Iterator, Mapping

from bot.understanding.denials import denial_words, departures, habits, went_away
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_BREAKS = SENTENCE_ENDS | frozenset((",", "-", "(", ")", ":", ">", "but", "and", "then"))
_APART = _BREAKS - {"and", "then"}
_ENDS = _BREAKS | {""}
_OPENING = frozenset(
    (
        "it", "its", "is", "'s", "has", "have", "had", "all", "both", "everything", "that", "thats", "they", "was",
        "were", "are", "now", "then", "finally", "thankfully", "luckily", "been", "the", "lot", "attack", "i", "im",
        "am", "ive", "feel", "feeling", "felt", "absolutely", "totally", "completely", "just", "of", "them", "went",
        "got", "by", "after", "today", "eventually", "soon", "quickly", "perfectly", "poof", "bam", "boom", "presto",
        "whoosh", "hey", "but", "there", "theres", "been",
    )
)  # fmt: skip
"""May stand before the word of ending in its clause."""
_CLOSING = frozenset(
    (
        "now", "today", "tonight", "already", "again", "completely", "totally", "entirely", "thank", "thanks",
        "god", "goodness", "phew", "tg", "x", "lol", "too", "thankfully", "finally", "luckily", "quickly", "fast",
        "quick", "overnight", "afterwards", "afterward", "later", "itself", "by", "eventually", "straight", "away",
        "this", "morning", "afternoon", "evening", "hallelujah", "at", "last", "yay", "fully", "pretty", "soon",
        "since", "after", "then", "morn", "tonite", "anymore", "touch", "wood", "far", "so", "for", "once", "ta",
        "cheers", "poof", "whatsoever", "yet", "thanks",
    )
)  # fmt: skip
"""May stand after it."""
_SINCE = frozenset(
    ("by", "in", "inside", "within", "at", "about", "around", "since", "after", "once", "before", "on")
)
"""Open the rest of the clause, which only tells when."""
_WELL_SINCE = frozenset(("fine", "ok", "okay", "good", "grand", "alright", "clear", "nothing", "normal"))
"""Before "since", end what was told although no comma parts them."""
_NO_TIME_NEEDED = frozenset(("by", "since", "after", "once", "before"))
_TIMES = frozenset(
    (
        "a", "an", "the", "half", "quarter", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "couple", "few", "no", "about", "noon", "midnight", "lunch", "lunchtime", "tea", "teatime", "dinner",
        "breakfast", "bedtime", "minutes", "mins", "seconds", "hours", "under", "less", "waking", "time", "its",
        "night",
    )
)  # fmt: skip
_AS_EVER = frozenset(("usual", "always", "ever", "it", "they", "expected"))
_GOING_FURTHER = frozenset(("so", "because", "though", "although", "which", "just", "only", "still"))
"""After when it ended, begin to tell of something else ("went off after an hour so I'm not panicking")."""
_EACH_TIME = frozenset(("once", "after", "when"))
_I = frozenset(("i", "im", "my", "it", "its", "the", "ive", "weve", "we"))
"""After "once", begin to tell what brings relief, every time or this once."""
_HAVING = frozenset(("ive", "id", "weve", "been", "had", "have"))
_LONGEST_REST = 6
_LONGEST_OPENING = 4
_UNSAFE_ALONE = frozenset(
    (
        "no", "went", "free", "broke", "quit", "negative", "left", "absent", "nope", "nah", "zero", "nil",
        "over the",
    )
)  # fmt: skip
"""Words of ending that mean something else where no symptom stands beside them."""
_GOING_ON = frozenset(("drifting", "wandering", "slipping"))
_I_MAY_HAVE = frozenset(("stopped", "finished", "done", "ended"))
"""What I did as well as what the symptom did, where the story goes on."""
_FOUND = frozenset(("clear", "normal", "fine", "good", "ok", "okay", "negative", "quiet"))
_OF_BREATH = frozenset(
    (
        "asthma attack", "wheezing", "cough", "chest tightness", "choking", "panic attack",
        "shortness of breath", "asthma",
    )
)  # fmt: skip
"""Is over where the breath is easy."""
_OTHER_SIDE = frozenset(("left", "right", "other"))
"""After "none in the", are the side that has none ("right knee 6, none in the left")."""
_AGAIN = frozenset(("back", "returned", "returns", "crept", "again", "restarted", "came"))
_ELSEWHERE = frozenset(("work", "bed", "home", "school", "asleep", "sleep", "track"))
"""Where people are back while what ended has not come back."""
_RETURN_REACH = 8
_WHENEVER = frozenset(("when", "whenever", "if"))
_WHEN_REACH = 3
_CROSSED = frozenset((".", "!", "…", ";"))
_MOST_SENTENCES_BACK = 2
_LISTING = frozenset((",", "and", "or", "then", "/", "my", "the", "a", "bit"))
_EVERYTHING = frozenset(("all", "everything"))


def deny(lexicon: Lexicon, message: Message, resolved: Iterable[Match[str]], told: set[int]) -> set[int]:
    """Deny what clauses of ending in ``message`` speak of; give the tokens of those clauses.

    ``told`` are tokens that say what is well, which end no more than what is of its kind ("breathing easy").
    """
    recovered = {
        match.start: match
        for match in lexicon.recovered.all(message.stems)
        if not habits.is_one(message, match)
    }
    said = {match.start: match for match in resolved} | recovered
    if not said:
        return set()
    covered: set[int] = set()
    occupied = {spot for mention in message.mentions for spot in range(mention.start, mention.end)}
    for start in _clause_starts(message):
        match = _ending_in(message, start, said, occupied)
        if match is None or not occupied.isdisjoint(range(start, match.end)):
            continue
        end = _clause_end(lexicon, message, match.end, occupied)
        if (
            end is None
            or _comes_back(message, end)
            or not _OTHER_SIDE.isdisjoint(message.words[match.end : end])
        ):
            continue
        weak = recovered.get(match.start) is match and match.end == end and not _is_now(message, match)
        ended = _spoken_of(message, start, match, weak=weak)
        if start in told:
            ended = [mention for mention in ended if mention.name in _OF_BREATH]
        if ended:
            covered.update(range(start, end))
        for mention in ended:
            mention.denied = True
    return covered


def _clause_starts(message: Message) -> Iterator[int]:
    for position in range(1, len(message.words)):
        before, word = message.words[position - 1], message.words[position]
        opens = before in _BREAKS and before != ":" and word not in _BREAKS
        since = word in _WELL_SINCE and message.word(position + 1) == "since"  # "numb til 10 fine since"
        if opens or since:
            yield position


def _ending_in(
    message: Message, start: int, said: Mapping[int, Match[str]], occupied: set[int]
) -> Match[str] | None:
    """Find the word of ending that a clause opens with, past small words."""
    for position in range(start, min(start + _LONGEST_OPENING, len(message.words))):
        match = said.get(position)
        if match is not None and position not in occupied:
            return match if _is_ending(message, match, opens=position == start) else None
        if message.words[position] not in _OPENING:
            return None
    return None


def _is_ending(message: Message, match: Match[str], *, opens: bool) -> bool:
    """Tell a word of ending from one that means another thing in a clause of its own, which it may open."""
    said = " ".join(message.words[match.start : match.end])
    if said == "nothing":
        return _is_now(message, match) or (opens and _is_no_more(message, match))
    if message.words[match.start] in _GOING_ON:
        return False  # "now maybe 3 and drifting off" goes to sleep
    if said == "went":
        return went_away.is_timed(message, match)
    if message.words[match.end - 1] in _WELL_SINCE and message.words[match.end : match.end + 2] == [
        "on",
        "the",
    ]:
        return False  # "breathless on the stairs, fine on the flat"
    mine = opens and said in _I_MAY_HAVE and message.word(match.end) == ","
    return said not in _UNSAFE_ALONE and not mine


def _is_now(message: Message, match: Match[str]) -> bool:
    """Tell the "now nothing" that ends its clause from "now nothing helps"."""
    led = message.words[match.start - 1 : match.end] == ["now", "nothing"]
    return led and message.word(match.end) in SENTENCE_ENDS | {"", ","}


def _is_no_more(message: Message, match: Match[str]) -> bool:
    """Tell "nothing today" from nothing that was eaten or that helped, and from what was there, "then nothing"."""
    following = message.word(match.end)
    if following == "since":
        return message.word(match.end + 1) in _ENDS
    if following == "this":
        return message.word(match.end + 1) in ("morning", "afternoon", "evening", "week")
    return following in ("now", "today", "tonight")


def _clause_end(lexicon: Lexicon, message: Message, position: int, occupied: set[int]) -> int | None:
    """Give where a clause ends of which the rest only tells when; None where it tells something else."""
    words = message.words
    while position < len(words) and words[position] not in _BREAKS:
        following = message.word(position + 1)
        if words[position] in _EACH_TIME and following in _I and not _was_once(message, position):
            return None  # "fine once I sit" is there when its writer stands
        if words[position] in _SINCE and following:
            if message.word(position + 2) == "own":
                return position + 3  # "passed on its own"
            told = words[position] in _NO_TIME_NEEDED or following in _TIMES or following[0].isdecimal()
            return _rest_end(lexicon, message, position, occupied) if told else None
        as_ever = words[position] == "as" and following in _AS_EVER
        did = not denial_words.DID.isdisjoint(words[position + 1 : position + 4])
        if as_ever or (words[position] == "when" and did):
            return _rest_end(lexicon, message, position, occupied)
        if words[position] not in _CLOSING and words[position][0].isalnum():
            return None
        position += 1
    return position


def _was_once(message: Message, position: int) -> bool:
    """Tell "fine once I'd sat down" and "gone after the nap", which are over, from what comes back each time."""
    rest = message.words[position + 1 : position + 2 + _LONGEST_REST]
    rest = rest[: next((at for at, word in enumerate(rest) if word in _BREAKS), len(rest))]
    done = any(word in denial_words.DID or (word.endswith("ed") and word != "need") for word in rest)
    named = rest[0] in ("my", "the") and message.word(position) == "after"
    return done or named or not _HAVING.isdisjoint(rest[:3])


def _rest_end(lexicon: Lexicon, message: Message, position: int, occupied: set[int]) -> int | None:
    end = position
    while end < len(message.words) and message.words[end] not in _BREAKS | _GOING_FURTHER:
        if end in occupied or end - position > _LONGEST_REST or message.stems[end] in lexicon.parts:
            return None
        end += 1
    return end


def _comes_back(message: Message, position: int) -> bool:
    """Tell whether it started again after all ("gone by 2, back again tonight")."""
    end = min(message.sentence_end(position - 1), position + _RETURN_REACH)
    words = message.words[position:end]
    return not _AGAIN.isdisjoint(words) and _ELSEWHERE.isdisjoint(words)


def _spoken_of(message: Message, start: int, match: Match[str], *, weak: bool) -> list[Mention]:
    """List the symptoms that an ending at ``start`` speaks of; ``weak``: it may as well be said of the day."""
    before = [mention for mention in message.mentions if mention.end <= start]
    nearest = _nearest(message, before, start)
    if nearest is None:
        return []
    last = before[nearest]
    gap = message.words[last.end : start]
    between = [word for word in gap if word not in _BREAKS]
    said = message.words[match.start : match.end]
    told = message.words[max(0, last.start - 2) : last.start] + between
    of_a_test = not denial_words.TESTED.isdisjoint(between) and not _FOUND.isdisjoint(said)
    of_another = wore_off_a_medicine(message, start, match) or departures.is_writers(message, last, match)
    if (weak and not between) or of_a_test or "still" in told or of_another:
        return []
    clause, told_last = message.words[start : match.end], before[: nearest + 1]
    if "both" in clause:
        meant: Iterable[Mention] = told_last[-2:]
    else:
        meant = in_one_breath(message, told_last, every=not _EVERYTHING.isdisjoint(clause))
    return [mention for mention in meant if not mention.denied]


def wore_off_a_medicine(message: Message, start: int, match: Match[str]) -> bool:
    """Tell "tramadol at noon, wore off", which leaves the pain, from the pain that wore off."""
    if message.words[match.start] not in ("wore", "worn"):
        return False
    opened = start - 1
    while opened > 0 and message.words[opened - 1] not in _BREAKS:
        opened -= 1
    return any(thing.value.medicine and opened <= thing.start < start for thing in message.things)


def _nearest(message: Message, before: list[Mention], start: int) -> int | None:
    """Find the last symptom before an ending, other than one that only tells when ("only when I'm tired")."""
    floor = _told_from(message, before[-1].start, start) if before else None
    if floor is None:
        return None
    index = len(before) - 1
    while index > 0 and before[index - 1].start >= floor:
        led = message.words[max(floor, before[index].start - _WHEN_REACH) : before[index].start]
        if _WHENEVER.isdisjoint(led):
            break
        index -= 1
    return index


def _told_from(message: Message, last: int, start: int) -> int | None:
    """Give where the sentence begins that an ending at ``start`` speaks of: its own, or one of the two before it.

    It goes back to the symptom at ``last``, past no question, and only from the opening of its own sentence.
    """
    floor = message.sentence_start(start)
    if floor <= last:
        return floor
    if start - floor > _LONGEST_OPENING:
        return None
    for _ in range(_MOST_SENTENCES_BACK):
        if message.word(floor - 1) not in _CROSSED:
            return None
        while floor > 1 and message.words[floor - 2] in SENTENCE_ENDS:
            floor -= 1  # of the dots of "..." each ends a sentence
        floor = message.sentence_start(floor - 1)
        if floor <= last:
            return floor
    return None


def in_one_breath(message: Message, mentions: list[Mention], *, every: bool) -> Iterator[Mention]:
    """Go back from the last of ``mentions`` over those told with it; ``every``: over a list with commas too."""
    later = mentions[-1]
    yield later
    for mention in reversed(mentions[:-1]):
        gap = message.words[mention.end : later.start]
        if not _APART.isdisjoint(gap) and not (every and _LISTING.issuperset(gap)):
            return
        yield mention
        later = mention
