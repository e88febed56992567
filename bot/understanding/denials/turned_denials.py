"""Absences told in another order: "hasn't been back, the double vision", "gone: rash", "sore till the tablet worked".

A word of ending mostly follows what has ended. It may also come first, with the name as an afterthought; "until" with
what put an end to it tells the same without any such word, and so does "didn't come" of what was foreseen.
"""

from collections.abc import Iterable, Mapping

from bot.understanding.denials import denial_words
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_OPENS = SENTENCE_ENDS | frozenset((",", "-", "but", "and", "(", "so"))
_CLOSES = _OPENS | {""}
_BEFORE = frozenset(
    (
        "it", "its", "tis", "twas", "she", "that", "thats", "is", "'s", "has", "all", "finally", "now", "thankfully",
        "at", "yay", "also", "well",
    )
)  # fmt: skip
_AFTER = frozenset(
    (
        "now", "today", "tonight", "at", "last", "finally", "thankfully", "again", "yet", "since", "for", "good",
        "so", "far", "all", "day", "this", "week", "morning",
    )
)  # fmt: skip
_AFTERTHOUGHT_TO = SENTENCE_ENDS | {"and", "then"}
_THE = frozenset(("the", "this", "that", "my", "these", "those"))
_LISTING = frozenset((",", "and", "or", "/", "the", "my", "any"))
_UNTIL = frozenset(("till", "until", "til", "before"))
_TAKES_HOLD = (["kicked", "in"], ["worked"], ["took", "hold"], ["took", "effect"], ["hit"])
_TREATMENT = frozenset(
    (
        "meds", "med", "tablet", "tablets", "pill", "pills", "dose", "painkillers", "painkiller", "steroids",
        "shot", "jab", "injection", "inhaler", "puffer", "neb", "patch", "medication", "rescue",
    )
)  # fmt: skip
_FARTHEST_WORKED = 5
_EACH = frozenset(("every", "each", "most", "always", "usually", "mornings"))
"""Before "till", tell what comes day by day ("stiff every morning til 10, then ok")."""
_ABLE = frozenset(
    (
        "could", "managed", "able", "ate", "fine", "ok", "okay", "alright", "went", "gone", "stopped", "lifted",
        "passed", "cleared", "normal", "good", "quit", "vanished", "disappeared", "settled", "over",
    )
)  # fmt: skip
"""After "till two, then", say that one was well again ("then I could eat")."""
_THEN_I = frozenset(
    (
        "i", "it", "they", "was", "were", "is", "'s", "had", "have", "finally", "suddenly", "all",
        "just", "felt",
    )
)  # fmt: skip
_WAS = frozenset(
    (
        "was", "were", "is", "'s", "back", "on", "in", "over", "about", "around", "nearly", "the",
        "more", "than", "at",
    )
)  # fmt: skip
_DATES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sept", "sep", "oct", "nov", "dec", "christmas", "easter", "summer", "winter", "spring", "autumn",
    )
)  # fmt: skip
_SPANS = frozenset(
    (
        "hours", "hrs", "day", "days", "week", "weeks", "month", "months", "year", "years", "wks",
        "yrs", "wk", "mths",
    )
)  # fmt: skip
_SINCE_I = frozenset(
    (
        "my", "the", "a", "an", "any", "i", "last", "had", "have", "got", "was", "felt", "proper",
        "real", "full",
    )
)  # fmt: skip
_ANY = frozenset(("a", "an", "any"))
_LONGEST_SPAN = 4
_IT, _HAD = frozenset(("it", "they", "that", "the")), frozenset(("had", "was", "were", "all"))
_PAST = frozenset(
    ("went", "passed", "stopped", "gone", "cleared", "settled", "lifted", "faded", "subsided", "over", "quit")
)
_ENDS_CLAUSE = _CLOSES | {"off", "away", "then", "as", "after", "by", "which"}
_LONGEST_UNTIL = 4
_AGAIN = frozenset(("again", "back", "returned", "restarted"))
_OF_SLEEP = frozenset(("insomnia", "sleepiness", "fatigue"))
"""Is not over where the night is."""
_FORESEEN = frozenset(
    (
        "expected", "expecting", "usually", "normally", "thought", "figured", "assumed", "dreading",
        "dreaded", "feared", "used", "bracing", "braced",
    )
)  # fmt: skip
"""Before a symptom, foretell it; whether it came is told next."""
_SMALL = frozenset(
    ("but", "i", "it", "by", "morning", "mornings", "after", "them", "they", "actually", "would", "id")
)
_PARTING = frozenset((",", "but", "-", "and", ";"))
_NONE = frozenset(("none", "nothing", "nope", "nah"))
_ENDED = frozenset(("over", "gone", "better", "done", "finished", "passed", "cleared", "settled", "leaving"))
_NO_MORE = frozenset(
    (
        "get", "have", "had", "got", "one", "it", "any", "today", "them", "happen", "come", "there", "so", "feel",
        "that", "was", "this", "time", "morning", "actually", "at", "all", "week", "tonight", "now", "yet", "far",
        "been", ".", "!", "on", "happened", "landed", "arrive", "arrived", "materialise", "materialised", "showed",
        "show", "up", "appear", "appeared", "develop", "developed", "hit", "follow", "followed", "longer", "more",
        "came", "touch", "wood", "thankfully", "yay", "thank", "god", "anymore",
    )
)  # fmt: skip
"""After "didn't" or "wasn't", say no more than that it did not come."""
_FARTHEST_ANSWER = 8
_THEM = frozenset(("them", "those", "these"))
_DAYS = frozenset(("today", "tonight", "this", "it"))
_ENDS_DAY = _CLOSES | {"days", "thankfully", "though", "tho", "thank", "touch", "mornings", "nights"}
_FARTHEST_DAY = 4
"""How many words of "today isn't one of them" stand before the "one"."""
_ARTICLES = frozenset(("a", "an", "the", "really", "actually"))


def deny(lexicon: Lexicon, message: Message, resolved: Iterable[Match[str]]) -> None:
    """Deny what is over before it is named, what lasted until a medicine worked, what stayed away though foreseen."""
    starts = {mention.start: mention for mention in reversed(message.mentions)}
    for match in resolved:
        mention = _named_after(message, match, starts)
        if mention is not None:
            mention.denied = True
            _deny_listed(message, mention)
    until = not _UNTIL.isdisjoint(message.words)
    if until:
        _deny_until_it_went(message)
    if "one" in message.words:
        _deny_other_days(message)
    if "much" in message.words:
        _deny_contrasted(message, starts)
    foreseen = not _FORESEEN.isdisjoint(message.words)
    last, since = "last" in message.words, "since" in message.words
    for mention in message.mentions:
        if until and (_lasted_until_treated(message, mention) or _lasted_until_able(message, mention)):
            mention.denied = True
        elif foreseen and _stayed_away(lexicon, message, mention):
            mention.denied = mention.is_answered = True
        elif (last and _was_last_time(message, mention)) or (since and _is_long_since(message, mention)):
            mention.denied = True


def _deny_until_it_went(message: Message) -> None:
    """Deny what was sat or slept out: "dizzy in the queue, squatted till it went"."""
    words = message.words
    for position, word in enumerate(words):
        if word not in _UNTIL or message.word(position + 1) not in _IT:
            continue
        end = position + 3 + (message.word(position + 2) in _HAD)
        over = message.word(end - 1) in _PAST and (message.word(end) in _ENDS_CLAUSE)
        floor = message.sentence_start(position)
        told = [one for one in message.mentions if floor <= one.start and one.end <= position]
        if over and told and not any(rating.start > told[-1].start for rating in message.ratings):
            told[-1].denied = True


def _deny_contrasted(message: Message, starts: Mapping[int, Mention]) -> None:
    """Deny the first of "not so much sore as stiff"."""
    for position, word in enumerate(message.words):
        if word == "not" and message.words[position + 1 : position + 3] == ["so", "much"]:
            mention = starts.get(message.past(_ARTICLES, position + 3))
            if mention is not None and message.word(mention.end) == "as":
                mention.denied = True


def _deny_other_days(message: Message) -> None:
    """Deny what comes on days of which this is none: "two migraine days this week, today isn't one of them"."""
    words = message.words
    for position, word in enumerate(words):
        of_them = word == "one" and message.word(position + 1) == "of" and message.word(position + 2) in _THEM
        this = (
            word == "one" and message.word(position - 1) == "this"
        )  # "some mornings I'm stiff. Not this one"
        if not (of_them or this) or message.word(position + (3 if of_them else 1)) not in _ENDS_DAY:
            continue
        led = words[max(0, position - _FARTHEST_DAY) : position]
        negated = any(map(denial_words.is_negator, led)) and not _DAYS.isdisjoint(led)
        floor = message.sentence_start(position)
        floor = message.sentence_start(floor - 1) if floor else floor
        told = [one for one in message.mentions if floor <= one.start and one.end <= position]
        if negated and told:
            told[-1].denied = True


def _named_after(message: Message, match: Match[str], starts: dict[int, Mention]) -> Mention | None:
    """Find what an ending that opens its sentence names after it ("gone at last, this headache")."""
    opened = message.led(_BEFORE, match.start)
    if opened > 0 and message.words[opened - 1] not in _AFTERTHOUGHT_TO:
        return None
    mark = message.past(_AFTER, match.end)
    owned = message.word(mark + 1) in _THE
    if message.word(mark) not in (",", "-", ":") or not (owned or message.words[mark] == ":"):
        return None
    mention = starts.get(mark + 1 + owned)
    return mention if mention is not None and message.word(mention.end) in _CLOSES else None


def _deny_listed(message: Message, first: Mention) -> None:
    """Deny what is listed with ``first`` after a heading ("negative: chest pain, palpitations")."""
    if message.words[first.start - 1] != ":":
        return
    last = first
    for mention in message.mentions:
        if mention.start < last.end:
            continue
        if not _LISTING.issuperset(message.words[last.end : mention.start]):
            return
        mention.denied = True
        last = mention


def _stayed_away(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell "usually dizzy by now, wasn't today" and "expected a headache, didn't get one" from "dizzy, didn't fall"."""
    words = message.words
    opened = max(message.sentence_start(mention.start), mention.start - _FARTHEST_ANSWER)
    led = words[opened : mention.start]
    if _FORESEEN.isdisjoint(led[max((at for at, word in enumerate(led) if word == ","), default=0) :]):
        return False
    end = message.sentence_end(mention.end - 1)
    parted, small = False, True
    for position in range(mention.end, min(end, mention.end + _FARTHEST_ANSWER + 1)):
        word = words[position]
        if denial_words.is_negator(word) or word in _NONE:
            rest = message.past(_NO_MORE, position + 1)
            return parted and (rest >= end or message.word(rest) == ",")
        if word in _ENDED:
            return False  # "thought the vertigo was over, it isn't"
        if word in _PARTING:
            parted = True
        elif parted and word[0].isalpha():
            small = message.stems[position] in lexicon.transparent or word in _SMALL
        if not small:
            return False
    return False


def _was_last_time(message: Message, mention: Mention) -> bool:
    """Tell "last seizure was in March" and "last vomited 3 days ago", after which none came."""
    words, rated = message.words, any(mention.end <= rating.start for rating in message.ratings)
    if rated or message.word(mention.start - 1) != "last":
        return False
    position = message.past(_WAS, mention.end)
    dated = message.word(position) in _DATES and message.word(position + 1) != "night"
    return dated or (message.word(position + 1) in _SPANS and words[position + 2 : position + 3] == ["ago"])


def _is_long_since(message: Message, mention: Mention) -> bool:
    """Tell "two weeks since my last migraine" from "2 weeks since the fall", which tells when something began."""
    words, since = message.words, message.led(_SINCE_I, mention.start) - 1
    told = words[since + 1 : mention.start]
    if (
        message.word(since) != "since"
        or not ("last" in told or _ANY.intersection(told))
        or mention.name == "falls"
    ):
        return False
    opened = max(message.sentence_start(since), since - _LONGEST_SPAN)
    span = words[opened:since]
    return not _SPANS.isdisjoint(span) and "," not in span and words[mention.start] != "night"


def _lasted_until_able(message: Message, mention: Mention) -> bool:
    """Tell "the sickness lasted till about 2 then I could eat", which is over, from what came back or goes on."""
    words, start, end = message.words, mention.end, message.sentence_end(mention.end - 1)
    until = _until(message, start, end)
    if until is None or mention.name in _OF_SLEEP:
        return False
    then = next(
        (at for at in range(until + 2, min(end, until + 2 + _LONGEST_UNTIL)) if words[at] == "then"), None
    )
    if then is None or not _AGAIN.isdisjoint(words[then:end]):
        return False
    position = message.past(_THEN_I, then + 1)
    return message.word(position) in _ABLE and message.word(position + 1) not in ("not", "off", "down")


def _until(message: Message, start: int, end: int) -> int | None:
    """Find the "till" that tells right after a symptom how long it lasted."""
    words = message.words
    until = next((at for at in range(start, min(end, start + _FARTHEST_WORKED)) if words[at] in _UNTIL), None)
    parted = until is None or any(
        word in _OPENS or word in _EACH or denial_words.is_negator(word) for word in words[start:until]
    )
    return None if parted else until


def _lasted_until_treated(message: Message, mention: Mention) -> bool:
    """Tell "stiff as a plank till the levodopa kicked in" from what a medicine only eased, and rated what is left."""
    words, start, end = message.words, mention.end, message.sentence_end(mention.end - 1)
    until = _until(message, start, end)
    if until is None:
        return False
    if any(start <= rating.start < end for rating in message.ratings):
        return False
    for at in range(until + 1, min(end, until + 1 + _FARTHEST_WORKED)):
        if any(words[at : at + len(way)] == way for way in _TAKES_HOLD):
            named = any(thing.value.medicine and until < thing.start <= at for thing in message.things)
            return named or not _TREATMENT.isdisjoint(words[until:at])
    return False
