"""Whether a symptom stands in a fear, an if, a general truth or a past, and not in what is so now."""

from itertools import pairwise

from bot.understanding.whose import untaken_effects
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

FAR = 9
"""How many words an "if" or a fear reaches."""
BREAKS = frozenset(
    (",", "but", "so", "because", "while", "(", ")", ":", "-", "although", "though", "however")
)
PREPOSITIONS = frozenset(
    ("with", "for", "to", "from", "by", "after", "about", "like", "at", "near", "of", "on")
)
_DEFINITE = frozenset(("this", "these", "the", "my", "that"))
_LIKENING = frozenset(("like", "unlike", "as", "than", "since", "to", "from", "versus", "vs"))
_THAT_WAS = frozenset(("it", "i", "was", "were", "they", "had", "did", "in", "the", "back"))
"""Between a likening and the past that is likened to."""
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
_HAS = frozenset(("get", "have", "feel", "had", "got", "start", "see", "keep", "take"))
_AS_NOW = frozenset(("this", "these", "so", "such", "im"))
"""Right before a symptom, make it one that is felt as it is asked about."""
_DONE_TO_ME = frozenset(
    (
        ("making", "me"), ("giving", "me"), ("why", "i"), ("why", "im"), ("why", "my"), ("that", "i"), ("that", "my"),
        ("that", "im"), ("just", "me"),
    )
)  # fmt: skip
_ABOUT = frozenset(("about", "of", "for", "over"))
_OPENS_FEARED = frozenset(
    ("that", "when", "if", "how", "what", "whether", "because", "getting", "having", "cos", "in", "case")
)
"""After a fear, open what is feared."""
_UNREAL = frozenset(("would", "could", "might", "may", "will", "should", "ll", "d"))
_CATCHING = frozenset(("get", "getting", "catch", "catching", "develop", "developing"))
_LOGGED = frozenset(
    ("checked", "logged", "wrote", "looked", "asked", "measured", "posted", "updated", "messaged", "typed")
)
"""After "last time I", tell of the log and not of what came that time."""
_DREADED = frozenset(("dreading", "dread", "bracing"))
_OF_CLAUSE = frozenset(("up", "shut", "swell", "close", "seize"))
_AFTER_CLAUSE = frozenset(
    ("", ".", "?", "!", ",", "one", "some", "while", "when", "again", "at", "in", "on", "during", "and")
)
_KEPT_IN_HAND = (["under"], ["sorted"], ["checked"], ["looked"], ["seen"], ["treated"], ["to"], ["down"])
"""After "worried about getting the pain", make it one that is there."""
_RETURNS = (["come"], ["return"], ["start"])


_AS_OF_ME = frozenset(("i", "im", "ive", "my", "woke"))
_CAME = (["here", "it"], ["sure", "enough"], ["got", "it"], ["have", "it"], ["got", "them"], ["have", "them"])
"""After what was foretold, tell that it came."""
_MIGHT = frozenset(("would", "could", "might"))
_SPOIL = frozenset(("ruin", "wreck", "spoil", "finish", "mess", "derail", "undo", "kill", "cost"))
_TODAY = (["today"], ["tonight"], ["now"], ["again"], ["still"], ["this", "morning"], ["all", "day"])
_STUDIES = frozenset(("school", "uni"))
_TWO = 2
"""The words of "at school": all longer ways of naming it ("when I was at school") are of the past."""
_OLD = frozenset(
    ("ago", "years", "decades", "once", "mended", "healed", "faded", "long", "never", "happened")
)
_ONE_NOW = (
    ["one", "today"],
    ["one", "now"],
    ["one", "tonight"],
    ["one", "again"],
    ["got", "one"],
    ["got", "it"],
)
_NEAR = 4
_IVE = frozenset(("ive", "im"))
_HAVING = frozenset(("have", "had", "get", "got", "keep", "kept", "was", "am"))
_TOLD = frozenset(("told", "spoke", "rang", "called", "texted", "messaged", "emailed", "phoned", "saw"))
_NONE = frozenset(("no", "none", "without", "not", "zero", "havent", "didnt", "dont"))
_LONGEST_LIST = 20
_IN_FORCE = frozenset(("full", "force", "action", "business", "charge", "play", "strength"))
"""After "back in", make it here again ("migraine back in full force")."""
_OF_BACK = frozenset(("my", "lower", "upper", "mid", "bad", "sore"))
"""Before "back when", make it the back one has."""


def takes_in(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell whether a cue of fear, condition, generality or history takes ``mention`` in."""
    if message.sentence[frame.start] != message.sentence[mention.start]:
        return False
    if mention.start <= frame.start < mention.end or _is_of_now(message, frame, mention):
        return False
    if frame.end <= mention.start:
        return _heads(message, frame, mention) or _frames_ahead(message, frame, mention)
    if frame.value == "history":
        past = not (_is_of_that_hour(message, frame) or _is_other_than(message, frame, mention))
        return past and _same_clause(message, mention.end, frame.start)
    listed = frame.value == "general" and not _is_none_of_warned(message, mention)
    general = listed and _same_clause(message, mention.end, frame.start)
    return general or _is_what_it_can_do(message, frame, mention)


def is_imagined(message: Message, mention: Mention) -> bool:
    """Tell "a flare would wreck my finals" from "the nausea would not stop" and "this flare could ruin my finals"."""
    spoils = message.word(mention.end) in _MIGHT and message.word(mention.end + 1) in _SPOIL
    return spoils and message.word(mention.start - 1) not in _DEFINITE


def _heads(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell what a leaflet lists ("the leaflet: weight gain, drowsiness")."""
    listed = mention.start - frame.end <= _LONGEST_LIST and message.word(frame.end) == ":"
    told = frame.value == "general" or message.words[frame.end - 1] == "for"
    return told and listed and not mention.denied


def _is_of_now(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell "as a kid, itchy today", "my back when I sit" and what came as foretold from a childhood and what may come.

    "Stress kills" is of anybody, "this migraine is killing me" of now.
    """
    said = message.words[frame.start : frame.end]
    if said[-1] in ("killing", "killed") or (said == ["back", "in"] and message.word(frame.end) in _IN_FORCE):
        return True
    if said[0] == "back" and message.word(frame.start - 1) in _OF_BACK:
        return True
    if said == ["caused"] and message.word(frame.end) == "by":
        return True
    if said[-1] in _STUDIES and len(said) == _TWO and not _is_long_over(message, mention):
        return True
    if frame.value == "history":
        return frame.end <= mention.start and _is_today(message, mention)
    return frame.value in ("general", "condition") and _is_here(message, frame, mention)


def _is_long_over(message: Message, mention: Mention) -> bool:
    """Tell "collapsed lung at uni, long mended" from "felt sick at uni", which a student writes."""
    end = message.sentence_end(mention.start)
    told = message.words[message.sentence_start(mention.start) : end]
    return not _OLD.isdisjoint(told) or "since" in message.words[mention.start - 2 : mention.start]


def _is_today(message: Message, mention: Mention) -> bool:
    """Tell "as a kid I had asthma, chest tight again" and "used to get migraines, one today" from what is only past."""
    at = mention.end + message.word(mention.end).isdecimal()
    said = message.words[at : at + 2]
    if message.words[mention.start - 1] == "," and (said[:1] in _TODAY or said in _TODAY):
        return True
    end = message.sentence_end(mention.start)
    return any(message.words[at : at + 2] in _ONE_NOW for at in range(mention.end, end))


def _is_here(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell what came as the leaflet listed it, and the fever of "unless this fever drops", from what may come."""
    words, end = message.words, message.sentence_end(mention.start)
    said = words[max(0, mention.start - 1) : mention.end]
    if ("this" in said or "these" in said) and message.word(mention.start - 2) not in _HAS:
        return True
    if frame.value == "condition":
        return _is_told_about(message, frame, mention)
    between = words[frame.end : mention.start]
    anew = "and" in between and not _AS_OF_ME.isdisjoint(between[between.index("and") :])
    came = any(words[at : at + 2] in _CAME for at in range(mention.end, end))
    came = came or words[mention.start - 2 : mention.start] == ["made", "me"]
    first = frame.end if frame.end <= mention.start else message.sentence_start(mention.start)
    led = words[max(first, mention.start - _NEAR) : mention.start]
    return anew or came or ("now" in led and BREAKS.isdisjoint(led))


def _is_told_about(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell the rash of "told the nurse about the rash" and "ask about the rash I've had" from one that may come."""
    words, after = message.words, mention.end + (message.word(mention.end) in ("that", "which"))
    if words[frame.end - 1] != "about" or frame.end > mention.start:
        return False
    had = message.word(after) in _IVE or (message.word(after) == "i" and message.word(after + 1) in _HAVING)
    told = not _TOLD.isdisjoint(words[max(0, frame.start - _NEAR) : frame.start])
    return had or (told and words[mention.start - 1] in ("my", "this", "these"))


def _is_what_it_can_do(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell the stress of "stress can cause rashes", which is anybody's, from "my stress can cause a rash"."""
    can = message.words[frame.start] == "can" and frame.start == mention.end
    return can and message.word(mention.start - 1) not in _DEFINITE


def _is_none_of_warned(message: Message, mention: Mention) -> bool:
    """Tell "none of the dizziness they warned about" from "dizziness isn't listed"."""
    led = message.words[max(0, mention.start - _NEAR) : mention.start]
    return mention.denied and not _NONE.isdisjoint(led)


def _is_of_that_hour(message: Message, frame: Match[str]) -> bool:
    """Tell "a seven when I was lying on it", which was last night, from "when I was young" and "growing up"."""
    doing = message.words[frame.end : frame.end + 1]
    told = message.words[frame.start : frame.end] == ["when", "i", "was"] and doing != []
    return told and doing[0].endswith("ing") and doing[0] not in _LONG_AGO


def _is_other_than(message: Message, frame: Match[str], mention: Mention) -> bool:
    """Tell "worse than last month" and "not hopeless like it was in May", of today, from "had no pain last month"."""
    led = message.led(_THAT_WAS, frame.start)
    return mention.end < led <= frame.start and message.word(led - 1) in _LIKENING


def _frames_ahead(message: Message, frame: Match[str], mention: Mention) -> bool:
    gap = message.words[frame.end : mention.start]
    if len(gap) > FAR or any(word in BREAKS - {","} for word in gap):
        return False
    if "," in gap and not (frame.value == "history" and frame.start == message.sentence_start(frame.start)):
        return False
    if frame.value == "fear":
        return _is_feared(message, frame, mention, gap)
    if frame.value == "history":
        return _is_past(message, frame, mention, gap)
    said = message.words[frame.start : frame.end]
    if said == ["is", "it"]:
        return not is_felt_as_asked(message, frame.end, mention.start, mention.end)
    asks = said[0] == "should" and message.words[message.sentence_end(frame.start) - 1] == "?"
    return not (
        (asks and said[-1] != "i")
        or (said[0] in ("if", "unless") and _is_habit(gap))
        or _is_exception(message, frame, gap)
    )


def _is_feared(message: Message, frame: Match[str], mention: Mention, gap: list[str]) -> bool:
    """Tell "scared of a seizure" from "scared of the pain" and from what fear does."""
    if _is_what_fear_does(message, frame, gap):
        return False
    foreseen = message.words[mention.end : mention.end + 2]
    returns = foreseen[:1] != [] and foreseen[0] in _UNREAL and foreseen[1:] in _RETURNS
    caught = not _CATCHING.isdisjoint(gap) and foreseen[:1] not in _KEPT_IN_HAND
    what_if = message.words[frame.start : frame.end] == ["what", "if"] and _is_clause(message, mention)
    dreaded = message.words[frame.start] in _DREADED and gap == ["the"]
    return returns or caught or what_if or dreaded or not gap or gap[-1] not in _DEFINITE


def _is_clause(message: Message, mention: Mention) -> bool:
    """Tell the "throat closes up" of "what if my throat closes up one day" from a noun that a verb follows."""
    said = message.words[mention.start : mention.end]
    verb = len(said) > 1 and any(word.endswith("s") or word in _OF_CLAUSE for word in said[1:])
    return verb and message.word(mention.end) in _AFTER_CLAUSE


def _is_past(message: Message, frame: Match[str], mention: Mention, gap: list[str]) -> bool:
    """Tell the sprain of "back in May a sprain" from a shoulder that is back in, and from what is so still."""
    said = message.words[frame.start : frame.end]
    if said == ["last", "time"]:
        then = gap[:1] == ["i"] and "," not in gap and _LOGGED.isdisjoint(gap[1:2])
        return (then and mention.severity is None) or untaken_effects.was_done(gap)
    if "remembered" in said:
        return False
    put_back = message.words[frame.end - 1] == "in" and gap[:1] and gap[0] in _PUT_BACK
    return not put_back and "now" not in gap and "still" not in gap


def _is_what_fear_does(message: Message, frame: Match[str], gap: list[str]) -> bool:
    """Tell "so worried about the scan I couldn't sleep", which happened, from "so scared I'll faint"."""
    second = next((index for index, word in enumerate(gap) if word in ("i", "im", "ive")), 0)
    about = not _ABOUT.isdisjoint((message.words[frame.end - 1], *gap[:1]))
    told = second > 0 and _OPENS_FEARED.isdisjoint(gap[:second]) and _UNREAL.isdisjoint(gap[second:])
    return about and told


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
    if second is None or gap[1] in _HAS or gap[second - 1] == "or":
        return False
    return gap[second] in ("i", "it") or second == len(gap) - 1


def _same_clause(message: Message, start: int, end: int) -> bool:
    gap = message.words[start:end]
    return len(gap) <= FAR and BREAKS.isdisjoint(gap) and "and" not in gap


def is_felt_as_asked(message: Message, clause: int, start: int, end: int) -> bool:
    """Tell "is it normal to be this itchy" and "is it the tablets making me sick" from what may come."""
    farthest = (
        start - 1 if message.word(start - 1) in PREPOSITIONS else start - 2
    )  # "ok to take this for pain"
    near = message.words[max(clause, farthest) : end]
    return not (_AS_NOW.isdisjoint(near) and _DONE_TO_ME.isdisjoint(pairwise(message.words[clause:end])))
