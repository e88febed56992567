"""Names with their answer beside them: "jaundice - none that I can see", "itchy? not any more", "fits: none since May".

The answer may go on, so long as it says no more than how far one can tell, or since when. What goes on otherwise is no
answer: "rash: nothing new" is there as before, and "pain: none at rest" comes on the stairs.
"""

from collections.abc import Iterator

from bot.understanding.body import sides
from bot.understanding.denials import denial_words
from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_TOPIC = frozenset(("wise", "front", "side"))
"""After a name, make it what is spoken of ("pain wise nothing", "on the nausea front all good")."""
_MARKS = frozenset((":", "-", ",", "?", "(", "=")) | _TOPIC
_QUOTE = "'"
_MOST_MARKS = 3
_FIRM_MARKS = frozenset((":", "-", "?", "=", "(")) | _TOPIC
"""After a mere comma, "nothing" and "never" as often begin to tell of something else ("sick, never slept")."""
_BARE = frozenset(("none", "nil", "zero"))
"""Answer without any mark as well ("headaches none in days")."""
_PLAIN = frozenset(("no", "nope", "nah", "nay", "neg", "negative", "zilch", "nada", "nowt", "zip"))
_FIRM = frozenset(("nothing", "never"))
_NOT = frozenset(
    (
        ("anymore",), ("any", "more"), ("any", "longer"), ("today",), ("now",), ("tonight",), ("once",), ("really",),
        ("at", "all"), ("so", "far"), ("one",), ("a", "one"), ("a", "bit"), ("a", "thing"), ("this", "time"), ("here",),
        ("this", "morning"), ("this", "week"), ("lately",), ("recently",), ("for", "once"), ("since",), (),
    )
)  # fmt: skip
"""After "not", answer; "no longer" is read with them."""
_LONGEST_NOT = 2
_WHEN = frozenset(
    (
        "today", "tonight", "now", "yet", "overnight", "lately", "recently", "whatsoever", "really", "actually",
        "anymore", "either", "again", "thankfully", "luckily", "touch", "wood", "thank", "god", "goodness", "x", "lol",
        "at", "all", "so", "far", "this", "morning", "week", "time", "currently", "present", "honestly", "tbh", "for",
        "once", "yesterday", "last", "night", "evening", "afternoon", "ta", "thanks", "though", "tho", "moment", "the",
        "fortnight", "month", "weekend",
    )
)  # fmt: skip
_SINCE = frozenset(("since", "for", "during", "over", "after", "within", "throughout", "in"))
"""Open a rest that tells since when there is none."""
_SPANS = frozenset(
    (
        "days", "weeks", "months", "years", "ages", "yonks", "hours", "hrs", "wks", "quite", "a", "over", "forever",
        "last",        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "nearly", "about", "24",
    )
)  # fmt: skip
"""After "none in", count time; "none in the mornings" leaves the evenings."""
_LATEST = frozenset(("last", "past"))
_WITNESSES = frozenset(("i", "we", "you", "youd", "anyone", "anybody", "he", "she", "they", "my", "the"))
_SEEING = frozenset(
    (
        "see", "seen", "saw", "notice", "noticed", "know", "tell", "recall", "remember", "find", "found", "feel",
        "felt", "hear", "heard", "spot", "spotted", "measured", "mention", "call", "say", "describe", "report",
        "aware", "caught", "detect", "observed", "speak", "think", "worry", "bother", "counted", "logged", "had",
    )
)  # fmt: skip
_SEEN = frozenset(
    (
        "visible", "obvious", "noticeable", "apparent", "witnessed", "noted", "noticed", "seen", "felt", "reported",
        "detected", "detectable", "observed", "recorded", "evident", "found", "logged", "yet", "heard", "palpable",
        "significant", "remarkable", "measurable",
    )
)  # fmt: skip
_TO = frozenset(
    (
        "speak", "mention", "report", "note", "complain", "see", "hear", "write", "shout", "worry", "talk", "declare",
        "tell", "moan", "show", "find", "feel", "log", "record", "add",
    )
)  # fmt: skip
_OF = frozenset(
    ("note", "concern", "significance", "consequence", "late", "any", "it", "that", "them", "those")
)
_WELL = frozenset(("fine", "grand", "great", "perfect", "brilliant", "sorted"))
"""Said of a symptom itself, mean that there is none; "ok" and "good" may be said of a bearable one."""
_WELL_PLACES = _WELL | {"clear", "ok", "okay", "good", "alright", "happy", "calm", "behaving", "quiet"}
_IS = frozenset(
    ("is", "'s", "are", "been", "all", "feels", "feel", "nice", "and", "perfectly", "totally", "completely")
)
_LONGEST_WITNESS = 7
_ASKED = frozenset(("asked", "asks", "asking", "checked"))
_I_HAVE = frozenset(("i", "ive", "have", "had", "got"))
_THERE = frozenset(("in", "on"))
_TO_PLACE = frozenset(("the", "my", "either", "both", "left", "right", "any"))
_WHENEVER = frozenset(("when", "whenever", "if"))
_WHEN_REACH = 3
_ENDS = SENTENCE_ENDS | {"", ",", "and", "but", "(", ")", "-", "just", "only"}
_JOINING = frozenset(("and", "or", "/", ","))


def deny(message: Message) -> None:
    """Deny the names of ``message`` whose answer says that there is none."""
    for index, mention in enumerate(message.mentions):
        mark, position = _past_marks(message, mention.end)
        loose = mark not in _FIRM_MARKS and (mention.is_weak or _is_only_when(message, mention))
        well = (not mark or mark in _TOPIC) and _is_well(message, mention, position, mark)
        there = None if loose or well else _place_of_none(message, mention, position)
        part = there.value.part if there is not None else None
        if there is not None and part is not None:
            mention.body_part = sides.place(sides.around(message.words, there.start, there.end), part)
            mention.name = part.pain_name if mention.name == "pain" else mention.name
        if there is not None or (not loose and (well or _is_none(message, mark, position))):
            led = message.words[max(0, mention.start - 2) : mention.start]
            asked = mark == "?" or "any" in led or (led[-1:] == ["about"] and led[0] in _ASKED)
            for one in _answered(message, index, mark):
                one.denied = True
                one.is_answered = one.is_answered or asked


def _is_only_when(message: Message, mention: Mention) -> bool:
    """Tell the tiredness of "blurred vision only when I'm shattered, none today" from what the "none" is of."""
    return not _WHENEVER.isdisjoint(message.words[max(0, mention.start - _WHEN_REACH) : mention.start])


def _past_marks(message: Message, position: int) -> tuple[str, int]:
    """Give the mark between a name and its answer, and where the answer begins."""
    mark, end = "", position + _MOST_MARKS
    while position < end and (message.word(position) in _MARKS or message.word(position) == _QUOTE):
        mark = message.words[position] if message.words[position] != _QUOTE else mark
        position += 1
    none = message.past(_I_HAVE, position)
    return mark, none if mark and message.word(none) in _BARE else position


def _place_of_none(message: Message, mention: Mention, position: int) -> Match[Thing] | None:
    """Find the one place of "swelling? none in the right leg", where no other is told."""
    if message.word(position) not in _BARE or message.word(position + 1) not in _THERE or mention.body_part:
        return None
    start = message.past(_TO_PLACE, position + 2)
    end = message.sentence_end(position)
    places = [thing for thing in message.things if position < thing.start < end and thing.value.part]
    only = len(places) == 1 and places[0].start == start and _is_end(message, places[0].end)
    return places[0] if only else None


def _is_well(message: Message, mention: Mention, position: int, mark: str) -> bool:
    """Tell "reflux fine" and "sinuses clear" from "cough ok", which may be there."""
    named = message.words[max(0, mention.start - 1) : mention.end]
    if any(map(denial_words.is_negator, named)):
        return False  # "can't think clear", "not sleeping great"
    position = message.past(_IS, position)
    if message.words[position : position + 2] == ["under", "control"]:
        return _is_end(message, position + 2)
    place = bool(mark) or message.words[mention.start : mention.end] == ["sinuses"]
    said = message.word(position) in (_WELL_PLACES if place else _WELL)
    return said and _is_end(message, position + 1)


def _is_none(message: Message, mark: str, position: int) -> bool:
    word = message.word(position)
    if word in _BARE or (word == "0" and mark in _FIRM_MARKS):
        return _says_no_more(message, position + 1)
    if not mark:
        return False
    if word == "not" or (word == "no" and message.word(position + 1) == "longer"):
        return _is_not(message, position)
    if word in _PLAIN:
        return mark in _FIRM_MARKS and _is_end(message, position + 1)
    if word in _FIRM:
        return mark in _FIRM_MARKS and _says_no_more(message, position + 1)
    return False


def _is_not(message: Message, position: int) -> bool:
    """Tell "not any more" and "not that I've noticed" from "not sleeping"."""
    if message.words[position] == "no":
        return _is_end(message, position + 2)
    if message.word(position + 1) == "that":
        return _is_witnessed(message, position + 2)
    for length in range(_LONGEST_NOT, 0, -1):
        said = tuple(message.words[position + 1 : position + 1 + length])
        if said in _NOT and _says_no_more(message, position + 1 + length - (said == ("since",))):
            return True
    return False


def _says_no_more(message: Message, position: int) -> bool:
    """Tell whether an answer ends at ``position``, but for how far one can tell or since when."""
    position = message.past(_WHEN - {"for"}, position)
    word, after = message.word(position), message.word(position + 1)
    if word in _ENDS or word in _SEEN:
        return True
    if word == "that":
        return _is_witnessed(message, position + 1)
    if word in _SINCE:
        counted = after in _SPANS or after.isdecimal() or message.word(position + 2) in _LATEST
        return word != "in" or counted
    told = (word == "to" and after in _TO) or (word == "of" and after in _OF)
    return told or word == "worth" or (word == "as" and after == "far") or _is_witnessed(message, position)


def _is_witnessed(message: Message, position: int) -> bool:
    """Tell "that I can see" and "you'd notice" from what somebody else does."""
    seen = message.words[position + 1 : position + _LONGEST_WITNESS]
    return message.word(position) in _WITNESSES and not _SEEING.isdisjoint(seen)


def _is_end(message: Message, position: int) -> bool:
    return message.word(message.past(_WHEN, position)) in _ENDS


def _answered(message: Message, index: int, mark: str) -> Iterator[Mention]:
    """List what an answer is of: after a mark that heads it, all that is listed before ("nausea/vomiting: none")."""
    later = message.mentions[index]
    yield later
    for earlier in reversed(message.mentions[:index] if mark in (":", "-") else ()):
        gap = message.words[earlier.end : later.start]
        together = earlier.start == later.start
        if not together and not (gap and _JOINING.issuperset(gap) and gap != [","]):
            return
        yield earlier
        later = earlier
