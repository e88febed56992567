"""How far a denial carries beyond its clause: to what fares alike, and into the name itself."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.denials import denial_words
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_MOST_BETWEEN = 9
_ALIKE = (
    ("too",), ("also",), ("likewise",), ("as", "well"), ("and", "all"), ("an", "all"), ("an", "'", "all"),
    ("the", "same"), ("same",),
)  # fmt: skip
"""After a symptom, mean that it fares like the one before."""
_SO_IS = frozenset(
    (
        "and", ",", ".", "!", "so", "is", "'s", "are", "has", "have", "had", "did", "was", "were", "does", "the", "my",
        "this", "that", "ditto", "same", "goes", "with", "for", "as", "likewise",
    )
)  # fmt: skip
"""Between two symptoms, mean that the second fares like the first ("headache gone and so is the nausea")."""
_OR_ELSE = frozenset(("even", "any", "a", "my", "the", "really"))
_PARTS = frozenset((",", "."))
_WHEN = frozenset(
    (
        "today", "tonight", "now", "yet", "since", "for", "this", "week", "morning", "last", "night", "yesterday",
        "at", "all", "either", "so", "far", "anymore", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "days", "weeks", "a", "the", "really", "lately", "though",
    )
)  # fmt: skip
"""Between a denied symptom and the comma before "or", tell no more than when."""
_LIKEWISE = frozenset(("so", "ditto", "same", "likewise"))
_AS_DID = frozenset(("is", "are", "has", "have", "had", "did", "was", "were"))
_TURNS = frozenset(("but", "though", "although", "still", "now", "however", "back", "only", "got", "have"))
"""Before a symptom, make it another story ("headache gone, still nausea too")."""
_LONGEST_LIST = 12
_OF_ILLNESS = frozenset(("pain", "pains", "ache", "aches", "cramps"))
"""After an illness, name what it does."""
_FEELING = frozenset(("feel", "feeling", "nor", "or", "not", "neither", "even", "dizzy"))
_BEEN = frozenset(("been", "was", "wasnt", "being", "were", "once", "since"))
_FARTHEST_FELT = 5


def name_as_denied(lexicon: Lexicon, message: Message, mention: Mention) -> None:
    """Name what its word means where it is denied: "feel faint" is faintness, "didn't faint" no fainting.

    The "sick" of "nauseous but not sick" is none of the nausea that is told of.
    """
    nausea = lexicon.symptoms.get("nausea")
    if (
        nausea is not None
        and message.words[mention.start : mention.end] == ["sick"]
        and _feels(message, mention.start)
        and not any(one.name == nausea.name and not one.denied for one in message.mentions)
    ):
        mention.term, mention.name = nausea, nausea.name
    if mention.is_weak or mention.body_part is not None or _is_renamed(lexicon, message, mention):
        return
    term = lexicon.when_denied.get(tuple(message.stems[mention.start : mention.end]))
    if term is not None and term is not mention.term:
        mention.term, mention.name = term, term.name


def _is_renamed(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell the "urgency" that is a bladder's here, and not what the word means alone."""
    thing = lexicon.things.get(" ".join(message.words[mention.start : mention.end]))
    return thing is not None and thing.symptom is not None and thing.symptom.name != mention.name


def _feels(message: Message, position: int) -> bool:
    """Tell the "sick" of how one feels ("neither dizzy nor sick") from what one was or did ("not been sick")."""
    led = message.words[max(message.sentence_start(position), position - _FARTHEST_FELT) : position]
    return led != [] and led[-1] in _FEELING and _BEEN.isdisjoint(led)


def carry_into(message: Message) -> None:
    """Deny the pain of "no gout pain in the toe" and "no migraine pain", which has the denied illness in its name."""
    rated = {rating.start for rating in message.ratings}
    for illness, mention in pairwise(message.mentions):
        joined = mention.start == illness.end and message.words[mention.start] in _OF_ILLNESS
        if joined and illness.denied and rated.isdisjoint(range(mention.start, mention.end + 1)):
            mention.denied = True


def carry_on(message: Message, over: set[int]) -> None:
    """Deny what shares the fate of the symptom before it: "rash cleared up, itch too", "and so is the cough".

    ``over`` holds where words of ending end; "too" goes on with what is over, "either" with all that is denied.
    """
    for earlier, later in pairwise(message.mentions):
        if later.denied or not earlier.denied or later.start < earlier.end:
            continue
        gap = message.words[earlier.end : later.start]
        listed = _is_or(_past_when(gap)) or (
            gap == [","] and _reaches_or(message, later)
        )  # "weren't numb, tingly or weak"
        later.denied = listed or _fares_alike(message, earlier, later, over)


def _past_when(gap: Sequence[str]) -> Sequence[str]:
    """Leave out what lies before the "or" of "no nausea since Monday, or heartburn" and "no cough. Or fever"."""
    parted = next((at for at, word in enumerate(gap) if word in _PARTS), None)
    return gap if parted is None or not _WHEN.issuperset(gap[:parted]) else gap[parted + 1 :]


def _is_or(gap: Sequence[str]) -> bool:
    return gap[:1] in (["or"], ["nor"]) and _OR_ELSE.issuperset(gap[1:])


def _reaches_or(message: Message, mention: Mention) -> bool:
    """Tell whether a list goes on from ``mention`` to an "or" that holds it together."""
    last = mention
    first = bisect_left(message.mentions, mention.end, key=lambda one: one.start)
    for following in message.mentions[first : first + _LONGEST_LIST]:
        gap = message.words[last.end : following.start]
        if gap != [","]:
            return _is_or(gap)
        last = following
    return False


def _fares_alike(message: Message, earlier: Mention, later: Mention, over: set[int]) -> bool:
    """Tell whether a symptom is said to be as the one before it, which is denied."""
    gap = message.words[earlier.end : later.start]
    if len(gap) > _MOST_BETWEEN or not _TURNS.isdisjoint(gap):
        return False
    if message.word(later.end) in ("either", "neither"):
        return True
    ended = next((end for end in range(later.start, earlier.end, -1) if end in over), None)
    if ended is None:
        return False
    return _is_alike(message.words[later.end : later.end + 3]) or _is_likened(
        message.words[ended : later.start]
    )


def _is_likened(between: Sequence[str]) -> bool:
    """Tell "gone. So is" and "gone, as has" from other words between two symptoms."""
    told = not _LIKEWISE.isdisjoint(between) or ("as" in between and not _AS_DID.isdisjoint(between))
    return told and _SO_IS.issuperset(between)


def _is_alike(words: Sequence[str]) -> bool:
    """Tell whether what follows a symptom says no more than that it is as the one before ("too", "as well")."""
    length = next((len(way) for way in _ALIKE if tuple(words[: len(way)]) == way), 0)
    following = words[length : length + 1]
    if following == ["as"] and words[length - 1] == "same":
        return False  # "tinnitus same as ever"
    return length > 0 and (
        not following or not following[0].isalnum() or following[0] in denial_words.MAY_FOLLOW_END
    )
