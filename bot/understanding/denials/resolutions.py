"""What words of ending after a symptom say: "headache finally gone" is over, "gone up", "not gone yet" are not.

Such a word speaks of the nearest symptom before it, and of what is listed with that; words in between that doubt it,
tell of another thing or only of a part of it, leave the symptom standing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bot.understanding.body import other_sides
from bot.understanding.denials import denial_words, departures, ended_medicines, endings, went_away
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Message

_NOT_OVER_AFTER = frozenset(
    (
        "up", "of", "on", "from", "to", "me", "my", "us", "crazy", "mad", "wild", "numb", "worse", "out", "through",
        "the", "at", "into", "haywire", "a", "until", "green", "yellow", "brown", "red", "purple", "blue", "white",
        "black", "grey", "gray", "cold", "hot", "stiff", "weak", "bad", "wrong", "weird", "funny", "thick", "hard",
        "tight", "dead", "deeper", "lower", "higher", "clammy", "faint", "pale", "limp", "sweaty", "floppy", "dizzy",
    )
)  # fmt: skip
_BEFORE_OVER = frozenset(
    (
        "is", "'s", "was", "are", "were", "finally", "now", "completely", "thankfully", "well", "be", "its",
        "nearly",
    )
)  # fmt: skip
_ONLY_AT_END = frozenset(
    (
        "over", "no", "done", "ended", "finished", "sorted", "none", "nil", "zero", "negative", "quit",
        "broke", "nope", "nah", "right", "neg", "quiet", "silent", "mia", "awol", "packed",
    )
)  # fmt: skip
_QUANTITIES = frozenset(
    (
        "nada", "nowt", "zip", "zilch", "nix", "nought", "naught", "diddly", "sweet", "bugger", "sod", "naff",
        "jack", "fuck",
    )
)  # fmt: skip
"""Said right after a symptom, say that there is none; said after another word, that there is none of that."""
_ENDS_IF_LAST = frozenset(
    (
        "fine", "today", "now", "tonight", "far", "all", "have", "had", "got", "get", "any", "it", "that", "them",
        "havent", "come", "started", "happened", "on", "me", "hit", "here", "around", "there", "coming",
        "happening", "anymore", "more", "longer",
    )
)  # fmt: skip
"""Close a "not today" or "I don't have any", which a further word would turn into something else."""
_HAS = frozenset(("has", "have", "had", "'s", "finally"))
"""Before "broken", tell of a fever and not of bones or of sleep."""
_WENT_OFF = (["went", "off"], ["gone", "off"])
"""Said of a symptom, end it; said of an alarm, a back or one's food, something else."""
_OFF_ELSEWHERE = frozenset(("on", "with", "all", "right", "straight", "as", "about", "around"))
_SMALL = frozenset(("but", "it", "its", "finally", "after", "then", "completely"))
_REASONS = frozenset(("because", "so", "when", "while", "since", "if", "as"))
_OTHERWISE = _REASONS | {"went", "want", "wanted"}
"""Before a word of ending, begin to tell of something else ("pain 5, IVIG went in fine")."""
_PLAIN_ENDINGS = frozenset(("away", "up", "now", "out", "back", "better", "clear"))
_RETURNED = frozenset(("returned", "came", "returns", "crept", "restarted", "back"))
_RETURN_REACH = 8
_NEAR = 2
_STARTED = frozenset(("started", "starting", "starts", "kicked", "began", "on", "off"))
_STARTS_AGAIN = (
    ("came", "back"),
    ("come", "back"),
    ("crept", "back"),
    ("started", "again"),
    ("kicked", "off"),
)
_AND_IT = frozenset(
    ("it", "its", "'s", "is", "has", "then", "but", "and", "they", "have", "only", "to", ".", "now")
)
"""May open a sentence that goes on about what the last one ended."""
_MOST_TO_RESOLVED = 9
_MOST_TO_LONG = 12
_MOST_FOREIGN, _MOST_OF_ANOTHER, _MOST_OF_LONG = 2, 1, 4
"""Unknown words before a word of ending: as a rule, where they may be its subject, and before a plain "have"."""
_DONE_THOUGH_ING = frozenset(
    (
        "behaving", "leaving", "going", "nothing", "giving", "keeping", "staying", "minding", "letting",
        "steering", "cutting", "having", "taking", "hibernating",
    )
)  # fmt: skip
"""Words of ending that are so although they end like what still goes on ("fading", "settling")."""
_AT_A_TIME = frozenset(
    (
        "last", "least", "long", "noon", "midnight", "lunch", "lunchtime", "tea", "teatime", "dinner",
        "bedtime", "dawn", "about", "around",
    )
)  # fmt: skip
_SOMEWHAT = frozenset(
    (
        "much", "lot", "bit", "little", "slightly", "somewhat", "loads", "heaps", "far", "way", "tad", "tons",
        "marginally", "getting", "kinda", "mostly",
    )
)  # fmt: skip
"""Before "better", leave some of it."""
_TO_RATING = frozenset(
    (",", ":", "-", "(", "at", "a", "about", "around", "only", "just", "maybe", "now", "today")
)
"""Between a word of ending and a number, leave the number the one of now ("pain quiet at 2")."""
_OTHERS = frozenset(("else", "others", "elsewhere", "otherwise"))
_NONE = (["none"], ["nil"], ["zero"], ["no"])
_PART_OF_DAY = frozenset(("rest", "night", "work", "home", "school", "bedtime"))
_CAME_AND = (("came", "and"), ("comes", "and"), ("come", "and"))
_DOUBTING = frozenset(("say", "think", "claim", "pretend", "believe"))
_FARTHEST_DOUBT = 6
_WISHED = frozenset(
    ("need", "want", "wish", "would", "hope", "hoping", "id", "pray", "praying", "deserve", "wanted", "if")
)
"""Near "pain free", ask for what is not so."""
_PARTING = frozenset((",", "-", "but", "and", "so"))
_SAYING = frozenset(("say", "believe", "report"))
_PARTLY = frozenset(("when", "if", "unless", "while"))
"""After "isn't there", leave the rest of the time ("the tremor isn't there when I rest")."""
_OPENING = frozenset(
    ("the", "that", "this", "my", "and", "but", "so", "well", "all", "bad", "awful", "horrible")
)
_THAT = frozenset(("that", "which", "ive", "i", "thats"))
"""After what a sentence opens with, tell more of it."""
_APART = _PARTING | {"when", "whenever", "if", "once", "while", "because"}
_TO_END = frozenset(
    ("finally", "now", "completely", "all", "totally", "at", "last", "thankfully", "just", "mostly")
)
_HAS_OR_IS = frozenset(("is", "'s", "has", "have", "are", "seems"))
_TOWARDS = frozenset(("to", "toward", "towards"))
_JOINING = frozenset(("and", "or"))
_LISTING = _JOINING | {",", "the", "my", "/"}
_HEADING = frozenset((":", "all", "both"))
"""Before a word of ending, make it speak of the whole list ("headache, nausea: gone")."""


def deny(lexicon: Lexicon, message: Message, resolved: Iterable[Match[str]]) -> set[int]:
    """Deny what words of ending speak of; give where those words end that speak of something."""
    ends = {mention.end - 1: index for index, mention in enumerate(message.mentions)}
    over: set[int] = set()
    for match in resolved:
        nearest = _spoken_of(lexicon, message, match, ends)
        if nearest is not None:
            _deny_list(message, match, nearest)
            over.add(match.end)
    return over


def leaves_some(message: Message, match: Match[str]) -> bool:
    """Tell "headache 5 this morning, better now" and "much better now", which are milder, from what is over."""
    if message.words[match.start : match.end] != ["better", "now"]:
        return False
    if message.word(match.start - 1) in _SOMEWHAT:
        return True
    rated = [rating for rating in message.ratings if rating.low > 0 and rating.end <= match.start]
    return bool(rated) and not any(
        rated[-1].end <= mention.start < match.start for mention in message.mentions
    )


def _spoken_of(lexicon: Lexicon, message: Message, match: Match[str], ends: Mapping[int, int]) -> int | None:
    """Give the mention that a word of ending ends; ``ends`` gives the mention that ends with each token."""
    first = message.words[match.start]
    ongoing = first.endswith("ing") and first not in _DONE_THOUGH_ING
    lasting = ongoing or is_rated(message, match.end) or _comes_and_goes(message, match.start)
    lasting = lasting or ended_medicines.is_stopped(message, match) or _crept(message, match.end)
    if lasting or _means_more(lexicon, message, match, ends) or _returns(message, match.end):
        return None
    nearest = _told_at_length(message, match)
    nearest = _nearest_before(lexicon, message, match, ends) if nearest is None else nearest
    if nearest is None or departures.is_writers(message, message.mentions[nearest], match):
        return None
    if (
        message.words[match.start : match.end] == ["no"]
        and message.word(message.mentions[nearest].end).isdecimal()
    ):
        return None  # "headache 4, no"
    return None if _is_doubted(message, message.mentions[nearest].start) else nearest


def _comes_and_goes(message: Message, position: int) -> bool:
    """Tell "the pain came and went" from "the pain went"."""
    return tuple(message.words[max(0, position - 2) : position]) in _CAME_AND


def _crept(message: Message, position: int) -> bool:
    """Tell "it's crept off 9 toward 6" from what went off."""
    return message.word(position)[:1].isdecimal() and message.word(position + 1) in _TOWARDS


def _is_doubted(message: Message, position: int) -> bool:
    """Tell "can't say the fatigue has lifted" and "thought it was gone" from "the fatigue has lifted"."""
    words = message.words[max(message.sentence_start(position), position - _FARTHEST_DOUBT) : position]
    doubted = any(denial_words.is_negator(word) and after in _DOUBTING for word, after in pairwise(words))
    return doubted or "thought" in words


def is_rated(message: Message, position: int) -> bool:
    """Tell what only got milder from what is over: "the spasms have quietened, 2"."""
    position = message.past(_TO_RATING, position)
    return any(rating.start == position and rating.low > 0 and not rating.past for rating in message.ratings)


def _deny_list(message: Message, match: Match[str], nearest: int) -> None:
    """Deny the mention ``nearest`` before a word of ending, and those listed with it."""
    mentions = message.mentions
    mentions[nearest].denied = True
    headed = message.words[match.start - 1] in _HEADING
    for later, earlier in pairwise(reversed(mentions[: nearest + 1])):
        gap = message.words[earlier.end : later.start]
        joined = headed or gap == ["/"] or not _JOINING.isdisjoint((*gap, message.word(later.end)))
        if earlier.start != later.start and not (gap and joined and _LISTING.issuperset(gap)):
            return
        earlier.denied = True


def _means_more(lexicon: Lexicon, message: Message, match: Match[str], ends: Mapping[int, int]) -> bool:
    """Tell "gone" from "gone up" and "over" from "over the weekend"; "went away" is plain whatever follows."""
    said = message.words[match.start : match.end]
    if said == ["free"] and match.start - 1 in ends:
        until = message.word(match.end) in denial_words.UNTIL  # "nausea free until 4pm, then 5"
        return until or _is_wished(message, match)
    led = message.word(match.start - 1)
    if (said == ["quiet"] and led == "the") or (said == ["gone"] and led in denial_words.UNTIL):
        return True  # "6 in the quiet", "restless till gone midnight"
    if said == ["broken"] and message.word(match.start - 1) not in _HAS:
        return True  # "bruised hip, nothing broken"
    if said == ["over"] and not _says_it_is(message, match.start, ends):
        return True
    if match.end == len(message.words) or message.words[match.end - 1] in _PLAIN_ENDINGS:
        return False
    return _goes_on(lexicon, message, match)


def _is_wished(message: Message, match: Match[str]) -> bool:
    """Tell "need a pain free day" and "pain free would be nice" from "pain free, hoping it lasts"."""
    led = message.words[max(message.sentence_start(match.start), match.start - _FARTHEST_DOUBT) : match.start]
    parted = max((at for at, word in enumerate(led) if word in _PARTING), default=-1)
    wished = not _WISHED.isdisjoint(led[parted + 1 :]) and _SAYING.isdisjoint(led)
    return wished or message.words[match.end : match.end + 1] == ["would"]


def _goes_on(lexicon: Lexicon, message: Message, match: Match[str]) -> bool:
    """Tell by the next word whether a word of ending is only part of what is said ("gone up", "stopped breathing")."""
    following, after = message.words[match.end], message.word(match.end + 1)
    said = message.words[match.start : match.end]
    if _tells_how(message, match.end) or (following == "any" and after in ("more", "longer")):
        return False
    stopped = message.words[match.end - 1] == "stopped" and (
        following.endswith("ing") or following in ("it", "them")
    )
    if stopped or _is_over_only_when(message, match):
        return True
    if _is_only_at_end(said):
        worded = following[0].isalnum() or following == "'s"
        return worded and following not in denial_words.MAY_FOLLOW_END
    if message.words[match.end - 1] == "went" or said in _WENT_OFF:
        return went_away.goes_on(message, match)
    if following == "from" and not lexicon.parts.isdisjoint(message.stems[match.end + 1 : match.end + 4]):
        return False  # "gone from my hip" is gone
    return following in _NOT_OVER_AFTER or following[0].isdigit()


def _is_over_only_when(message: Message, match: Match[str]) -> bool:
    """Tell "isn't there when I rest", "none at rest" and "went off on one" from "gone when I woke"."""
    following, first = message.words[match.end], message.words[match.start]
    said = message.words[match.start : match.end]
    if following == "at" and (said in _NONE or denial_words.is_negator(first)):
        return message.word(match.end + 1) in _PART_OF_DAY
    if said in _WENT_OFF:
        return following in _OFF_ELSEWHERE
    once = not denial_words.DID.isdisjoint(message.words[match.end + 1 : match.end + 5])
    if first == "gone":
        return following in ("when", "once") and not once
    return denial_words.is_negator(first) and following in _PARTLY


def _is_only_at_end(words: Sequence[str]) -> bool:
    """Tell whether words of ending count only where nothing else is said after them ("over", "not today")."""
    if words[0] in _ONLY_AT_END or words[0] in _QUANTITIES or words[-1] == "fine":
        return True
    return words[-1] in _ENDS_IF_LAST and any(denial_words.is_negator(word) for word in words[:2])


def _tells_how(message: Message, position: int) -> bool:
    """Tell "gone at last" and "settled on its own", which are over, from "gone at my knee"."""
    said, after = message.words[position], message.word(position + 1)
    if said == "at":
        return after in _AT_A_TIME or after[:1].isdecimal()
    return said in ("on", "by") and message.word(position + 2) == "own"


def _says_it_is(message: Message, position: int, ends: Mapping[int, int]) -> bool:
    """Tell "the migraine is over" from "sore all over" and "doubled me over"."""
    return position - 1 in ends or message.word(position - 1) in _BEFORE_OVER


def _returns(message: Message, position: int) -> bool:
    """Tell whether what ended came back before the next symptom is told ("gone by noon, back by tea")."""
    following = bisect_left(message.mentions, position, key=lambda mention: mention.start)
    told = [mention.start for mention in message.mentions[following : following + 1]]
    closed = message.sentence_end(position - 1)
    words = message.words[position : min(closed, position + _RETURN_REACH, *told)]
    again = any(word in _STARTED and after == "again" for word, after in pairwise(words))
    returned = any(
        word in _RETURNED and not any(map(denial_words.is_negator, words[max(0, at - _NEAR) : at]))
        for at, word in enumerate(words)
    )  # "headache gone, appetite hasn't come back" is no return
    return again or returned or _returns_next(message, closed)


def _returns_next(message: Message, position: int) -> bool:
    """Tell whether the next sentence takes an ending back ("gone by noon. came back at 6 though")."""
    position = message.past(_AND_IT, position)
    said, after = message.word(position), message.word(position + 1)
    if said == "back":
        return after in ("again", "now", "with", "by", "tonight")
    return said in ("returned", "restarted") or (said, after) in _STARTS_AGAIN


def _nearest_before(
    lexicon: Lexicon, message: Message, match: Match[str], ends: Mapping[int, int]
) -> int | None:
    """Find the symptom that a word of ending speaks of."""
    start = message.sentence_start(match.start)
    of_treatment = ended_medicines.wore_off(message, match) or endings.wore_off_a_medicine(
        message, match.start, match
    )
    if of_treatment and not ended_medicines.is_its_effect(message, match.start):
        return None
    foreign, most = 0, _most_foreign(message, match)
    reach = _MOST_TO_RESOLVED if most < _MOST_OF_LONG else _MOST_TO_LONG
    for position in range(match.start - 1, max(start, match.start - reach) - 1, -1):
        if position in ends:
            return ends[position]
        word, stem = message.words[position], message.stems[position]
        of_another = other_sides.is_subject(lexicon, message, position) or _is_of_rest(message, position)
        if word in denial_words.TESTED or of_another:
            return None  # "stomach pain, bloods back to normal"
        far = word == "from" and message.word(position - 1) == "far"  # "far from gone"
        if far or stem in lexicon.not_resolved or denial_words.is_negator(word) or word in _OTHERWISE:
            return None
        familiar = stem in lexicon.transparent or stem in lexicon.links or not word[0].isalpha()
        foreign += not (familiar or word in _SMALL)
        most = 0 if word == "," and most == _MOST_OF_ANOTHER else most
        if foreign > most:
            return None
    return None


def _told_at_length(message: Message, match: Match[str]) -> int | None:
    """Find the subject of "the headache that had me in bed since sunday is finally gone"."""
    start = message.sentence_start(match.start)
    index = bisect_left(message.mentions, start, key=lambda mention: mention.start)
    subject = message.mentions[index] if index < len(message.mentions) else None
    if subject is None or subject.end >= match.start or message.led(_OPENING, subject.start) > start:
        return None
    between = message.words[subject.end : message.led(_TO_END, match.start)]
    whole = between[:1] != [] and between[0] in _THAT and between[-1] in _HAS_OR_IS
    alone = index + 1 == len(message.mentions) or message.mentions[index + 1].start > match.start
    return index if whole and alone and _APART.isdisjoint(between) else None


def _is_of_rest(message: Message, position: int) -> bool:
    """Tell the "everything else" and the "rest of me" that behave from the hip that was rated before them."""
    word = message.words[position]
    rest = word == "rest" and "of" in (message.word(position - 1), message.word(position + 1))
    return word in _OTHERS or rest or (word == "rest" and message.word(position - 1) == "the")


def _most_foreign(message: Message, match: Match[str]) -> int:
    """Say how many unknown words may stand before a word of ending: fewer where they may be its own subject.

    "Headache, slept nowt" and "cramps, period hasn't started" end neither the headache nor the cramps.
    """
    words = message.words[match.start : match.end]
    if words[0] in _QUANTITIES or words in _WENT_OFF:
        return 0
    if words == ["went"] or any(map(denial_words.is_negator, words[:2])):
        return _MOST_OF_ANOTHER
    opened = message.sentence_start(match.start)
    whole = "," not in message.words[opened : match.start] and words[0] not in _ONLY_AT_END
    return _MOST_OF_LONG if whole and message.words[match.start - 1] in ("has", "have") else _MOST_FOREIGN
