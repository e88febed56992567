"""Another's illness where the other is told last, by the door or by the place: "sick as a dog she is", "next door"."""

from itertools import pairwise

from bot.understanding.whose import proxies
from bot.understanding.words import clauses
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import Mention, Message

_OTHERS = frozenset(("he", "she", "they"))
_TAGS = frozenset(("is", "was", "are", "were", "has", "had"))
_TAG_ENDS = frozenset(("", ".", ",", "!", ";", "\n", "with", "too"))
"""After "sick as a dog she is", close what is told of her."""
_HURTS = frozenset(
    ("hurt", "hurts", "hurting", "wrecked", "wrecks", "made", "makes", "making", "gave", "gives", "giving")
)
_I_FEEL = frozenset(("i", "im", "ive", "my"))
"""After "how tired", make the writer the one who is."""
_MINE_TO_HURT = frozenset(("me", "my"))
_ASKS, _FARTHEST_ASKING = frozenset(("ask", "asks", "asked", "asking")), 6
_ASKED_OF = frozenset(("my", "the", "bad", "much"))
_IS_ASKED = frozenset(("is", "'s", "was", "are", "were", "has", "had", "feels", "felt", "today", "doing"))
"""After "how my pain", go on with what is asked."""
_ANSWERED = {("i", "said"), ("i", "say"), ("i", "told"), ("told", "him"), ("told", "her"), ("told", "them")}
_IT_IS = frozenset(("it", "its", "still"))
"""After what was asked, tell how it is."""
_HE, _SAID = frozenset(("he", "she", "they")), frozenset(("said", "says", "reckons", "goes"))
_SELVES = frozenset(("herself", "himself", "themselves"))
_SPREAD = frozenset(("cough", "sneezing", "vomiting", "crying", "bleeding"))
_GOING_ROUND = (
    ["going", "round"], ["going", "around"], ["doing", "the", "rounds"], ["is", "going", "round"],
    ["is", "going", "around"],
)  # fmt: skip
_CAUGHT = frozenset(
    (
        "cough",
        "vomiting",
        "upset stomach",
        "diarrhea",
        "common cold",
        "sore throat",
        "runny nose",
        "fever",
        "nausea",
    )
)
"""What goes round, as no "pain going round to my back" does."""
_DETERMINING = frozenset(
    (
        "my",
        "the",
        "our",
        "a",
        "an",
        "one",
        "some",
        "that",
        "this",
        "your",
        "another",
        "old",
        "poor",
        "two",
        "of",
        "every",
    )
)
_HAVING = frozenset(
    (
        "is", "was", "are", "were", "has", "had", "have", "'s", "got", "gets", "feels", "felt", "keeps", "kept", "came",
        "woke", "caught", "still", "also", "started", "who", "and", "isnt", "wasnt", "hasnt", "up", "went", "says",
        "said", "did", "&",
    )
)  # fmt: skip
"""After a name, tell of whom it is."""
_BEFORE_NAME = frozenset(
    ("my", "our", "the", "little", "wee", "poor", "dear", "old", "young", "a", "both", "all")
)
_SEEN = frozenset(("met", "nursed"))
_CARED_FOR = frozenset(
    (
        "with", "e", "hospital", "doctor", "doctors", "gp", "er", "casualty", "vet", "vets", "clinic", "who",
        "because", "for",
    )
)  # fmt: skip
"""After somebody whom the writer took along, tell that they are who is ill ("took mum to hospital, chest pain")."""
_SEEN_TO = frozenset(
    (
        "fainting",
        "choking",
        "vomiting",
        "crying",
        "seizure",
        "crash",
        "falls",
        "bleeding",
        "cough",
        "sneezing",
    )
)
"""Are seen in others: "boy choked at the pool" tells of him."""
_BEFORE_FELT = frozenset(
    ("god", "man", "the", "this", "a", "my", "feel", "feeling", "still", "so", "such", "lord", "dear")
)
_HAILING = frozenset(("oh", "hi", "hey", "ok", "right", "morning", "evening", "hello", "yo"))
_FOUND = frozenset(
    (
        "found", "noticed", "saw", "spotted", "felt", "detected", "sees", "see", "finds", "pointed", "diagnosed",
        "discovered",
    )
)  # fmt: skip
_NEAR_FOUND = 4
_AT_ME = (
    ["on", "me"],
    ["at", "me"],
    ["over", "me"],
    ["near", "me"],
    ["beside", "me"],
    ["on", "us"],
    ["behind", "me"],
)
_OUR = frozenset(("my", "our", "the", "poor", "dear", "old"))
_AGED = (["who", "is"], ["whos"], ["who", "'s"], ["aged"], ["age"])
_GONE = (["weeks", "gone"], ["months", "gone"], ["weeks", "along"], ["months", "along"], ["wks", "gone"])
_OLD = (["years", "old"], ["year", "old"], ["yrs", "old"], ["yr", "old"], ["yo"], ["y", "o"])
_AGES = range(13, 111)
"""Of a number alone between two commas ("my mum, 80, dizzy"): below, it is as often an hour or how bad it is."""
_MINE = frozenset(("from", "her", "him", "them", "so"))
"""After an aside, tell of what the writer has of it ("my mum, 80, back sore from lifting her")."""
_AFTER_DOOR = _TAGS | {"'s", "have", "got"}
SOME = frozenset(("one", "two", "three", "some", "half", "most", "both", "all", "none", "few", "couple"))
"""Before "of the lads", tell how many of them."""
_ONES = frozenset(("one", "ones"))
_LITTLE = frozenset(("little", "wee", "loved"))
_OF_ONE = frozenset(("of", "on", "under", "in", "at", "above", "below"))
_NAMED_IN_TWO = _ONES | {"door"}
"""The second words of those who are named in two."""
_BESIDE = frozenset(("beside", "opposite", "behind", "near", "by", "alongside", "around"))
_BESIDE_IN_TWO = frozenset((("next", "to"), ("front", "of"), ("across", "from"), ("close", "to")))
_CATCHING = frozenset(
    ("got", "caught", "picked", "have", "catching", "catch", "developed", "inherited", "getting")
)
_REACHED = frozenset(("hit", "got", "reached", "caught"))
_GOT_IT = frozenset(("got", "caught", "have"))
_BY_NOW = frozenset(("now", "also", "just", "up", "too", "down", "with", "my", "the", "our"))
_I = frozenset(("i", "ive", "have", "now", "im", "just", "ve", "definitely", "think", "probably"))


def are_told_of(lexicon: Lexicon, message: Message) -> bool:
    """Tell whether anybody else may be told of, so that it need be looked at whose a symptom is."""
    return (
        not lexicon.people.isdisjoint(message.stems)
        or not _NAMED_IN_TWO.isdisjoint(message.words)
        or lexicon.tells("first_names", message.words)
    )


def is_person(lexicon: Lexicon, message: Message, index: int) -> bool:
    """Tell a "neighbour", a "she" and a "Jake" from all that is nobody; a name has a capital letter."""
    if message.stems[index] in lexicon.people:
        return not _is_called_to(lexicon, message, index)
    named = (
        lexicon.tells("first_names", (message.words[index],)) and message.quote(index, index + 1)[0].isupper()
    )
    told = named and _is_told_of(message, index)
    return told and not proxies.is_written_for_another(lexicon, message)


def _is_called_to(lexicon: Lexicon, message: Message, index: int) -> bool:
    """Tell the "mate" of "mate, I'm wrecked" and who writes ("chap here with COPD") from "my mate is wrecked"."""
    word, led, after = message.words[index], message.word(index - 1), message.words[index + 1 : index + 5]
    if not lexicon.tells("hailed", (word,)):
        return after[:1] == ["of"] and "here" in after
    if led in _DETERMINING or not _HAVING.isdisjoint(after[:1]):
        return False
    at = message.past(_BEFORE_FELT, index + 1)
    felt = any(index < one.start <= at and one.name not in _SEEN_TO for one in message.mentions)
    return (
        word == "ex"
        or after[:1] == ["here"]
        or (felt and clauses.opens(message, message.led(_HAILING, index)))
    )


def _is_told_of(message: Message, index: int) -> bool:
    """Tell "Jake has a fever" and "Jake threw up" from "visited Jake" and "Priya, 24, with lupus"."""
    opens = clauses.opens(message, message.led(_BEFORE_NAME, index))
    told = any(one.start == index + 1 and one.severity is None for one in message.mentions)
    after = message.word(index + 1 + message.word(index + 1).isdecimal())
    return opens and (told or after in _HAVING)


def is_done_to(lexicon: Lexicon, message: Message, index: int, position: int) -> bool:
    """Tell the grandkids of "minded the grandkids all day wrecked" from whom the symptom at ``position`` is of."""
    at = message.led(_BEFORE_NAME, index) - 1
    if at < 0 or not lexicon.tells("done_to_others", (message.words[at],)) or not clauses.opens(message, at):
        return False
    between = message.words[index + 1 : position]
    return _CARED_FOR.isdisjoint(between) and (between != [] or message.words[at] not in _SEEN)


def is_on_me(message: Message, mention: Mention) -> bool:
    """Tell the lump of "they found a lump in my breast" from one that is theirs, and from what is done to me."""
    placed = message.words[mention.start + 1 : mention.end]
    found = message.words[
        max(message.sentence_start(mention.start), mention.start - _NEAR_FOUND) : mention.start
    ]
    return "my" in placed and not _FOUND.isdisjoint(found)


def is_tagged(lexicon: Lexicon, message: Message, mention: Mention) -> bool:
    """Tell whether what comes last makes ``mention`` another's ("sick as a dog she is", "coughed on me")."""
    at = mention.end
    if message.word(at) in _SELVES or (mention.name in _SPREAD and message.words[at : at + 2] in _AT_ME):
        return True
    if mention.name in _CAUGHT and any(message.words[at : at + len(way)] == way for way in _GOING_ROUND):
        return mention.severity is None and not is_passed_on(message, mention)
    tagged = (
        message.word(at) in _OTHERS and message.word(at + 1) in _TAGS and message.word(at + 2) in _TAG_ENDS
    )
    return tagged and not proxies.is_patient(lexicon, message, at)


def is_told_past_aside(lexicon: Lexicon, message: Message, start: int, comma: int) -> bool:
    """Tell the neighbour of "my neighbour, 8 months gone, left thigh huge", whose aside ends at ``comma``."""
    words, at = message.words, message.past(_OUR, start)
    if at + 1 >= comma or words[at + 1] != "," or message.stems[at] not in lexicon.people:
        return False
    told = words[comma + 1 : message.sentence_end(comma)]
    if not _MINE.isdisjoint(told) or any(word.isdecimal() for word in told):
        return False  # nobody rates what another has
    return _is_of_age(words[at + 2 : comma]) and not proxies.is_patient(lexicon, message, at)


def _is_of_age(aside: list[str]) -> bool:
    """Tell "80", "aged 4", "8 years old" and "8 months gone" from "2 meetings" and "8 weeks old", just born."""
    if aside[-1:] == ["pregnant"]:
        return True
    if aside[-1:] != [] and aside[-1].isdecimal():
        return aside[:-1] in _AGED or (len(aside) == 1 and int(aside[0]) in _AGES)
    return aside[:1] != [] and aside[0].isdecimal() and (aside[1:] in _OLD or aside[1:] in _GONE)


def is_done_to_me(message: Message, mention: Mention) -> bool:
    """Tell the night of "the kid woke me 5 times" and "he has no idea how tired I am" from a kid's and from his."""
    said = message.words[mention.start : mention.end]
    hurts = said[0] in _HURTS and not _MINE_TO_HURT.isdisjoint(said)
    mine = message.word(mention.start - 1) == "how" and message.word(mention.end) in _I_FEEL
    return hurts or mine or (mention.name == "insomnia" and "me" in said)


def is_named_in_two(message: Message, index: int) -> bool:
    """Tell the neighbours of "next door had the bug" from a room next door, and a "little one" from one of all."""
    word, led, after = message.words[index], message.word(index - 1), message.word(index + 1)
    if word in _ONES:
        return led in _LITTLE and after not in _OF_ONE
    return word == "door" and led == "next" and after in _AFTER_DOOR


def is_beside(message: Message, index: int) -> bool:
    """Tell the "me" of "the woman opposite me coughed", who only sits there, from one it is done to."""
    led = message.word(index - 1)
    return led in _BESIDE or (message.word(index - 2), led) in _BESIDE_IN_TWO


def is_passed_on(message: Message, mention: Mention) -> bool:
    """Tell the bug of "she brought a bug home and now I've got it", which is one's own too, from hers alone."""
    words = message.words[mention.end : message.sentence_end(mention.start)]
    return any(
        (word in _GOT_IT and words[at + 1 : at + 2] == ["it"] and words[at - 1] in _I)
        or (word in _REACHED and words[at + 1 : at + 2] == ["me"])
        for at, word in enumerate(words)
        if at
    )


def is_caught(message: Message, index: int) -> bool:
    """Tell the cough of "now I've got her cough", which is one's own by now, from hers."""
    at = message.led(_BY_NOW, index) - 1
    opens = at == message.sentence_start(index)
    return message.word(at) in _CATCHING and (opens or message.word(at - 1) in _I)


def is_asked_after(message: Message, mention: Mention) -> bool:
    """Tell the pain of "dad asks how my pain is", which tells nothing of it, from what is answered to it."""
    at = message.led(_ASKED_OF, mention.start) - 1
    first = max(message.sentence_start(mention.start), at - _FARTHEST_ASKING)
    asked = message.word(at) == "how" and not _ASKS.isdisjoint(message.words[first:at])
    if not asked or message.word(mention.end) not in _IS_ASKED:
        return False
    after = message.words[mention.end + 1 :]
    answered = any(pair in _ANSWERED for pair in pairwise(after)) or not _IT_IS.isdisjoint(after)
    his = any(who in _HE and said in _SAID for who, said in pairwise(after))
    return not answered and (his or mention.severity is None)
