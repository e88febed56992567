"""Words of the vocabulary that mean something else here.

The "solid" of "a solid 7" is no muscle, the "back" of a shoulder that popped back no back, and who hurt themselves in
a fall did not harm themselves.
"""

from bot.understanding.body import place_words
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

_OPENS = SENTENCE_ENDS | {"", ",", "and", "but"}
"""Before "weak 4", make it what is felt and no rating of what was told before."""
_FEELS = SENTENCE_ENDS | {"", "feel", "feeling", "felt"}
"""Before "miserable 6", make it what is felt."""
_RETURNING = frozenset(
    (
        "popped", "pops", "pop", "popping", "slipped", "slid", "clicked", "clunked", "went", "goes", "go", "put",
        "came", "comes", "come", "coming", "bounced", "snapped", "crept", "straight", "shoved", "eased", "swung",
    )
)  # fmt: skip
"""Right before "back", say that something returned."""
_HURT_MYSELF = ["hurt", "myself"]
_ACCIDENTS = frozenset(
    (
        "fell", "fall", "fallen", "slipped", "tripped", "stumbled", "tumble", "tumbled", "bike", "crashed", "bumped",
        "kerb", "curb", "ladder", "stairs", "step", "skidded", "toppled", "chair", "ice",
    )
)  # fmt: skip
_DOING = frozenset(
    (
        "lifting", "gardening", "moving", "playing", "running", "exercising", "carrying", "reaching", "bending",
        "climbing", "falling", "accidentally", "somehow", "dancing", "working", "skiing", "cycling",
    )
)  # fmt: skip
_MEANT = frozenset(
    (
        "want", "wanted", "wanting", "wish", "wished", "hoping", "hoped", "hope", "thinking", "thought", "thoughts",
        "urge", "urges", "need", "needed", "purpose", "deliberately", "jump", "jumped", "jumping", "throw",
        "threw", "tried",
        "try", "trying", "could", "would", "might", "cut", "cutting", "harm", "die", "tempted", "plan", "planned",
        "intentionally",
    )
)  # fmt: skip
"""Where any of these stands, nothing is taken for an accident."""
_TO_HURT = frozenset(("and", "but", "not", "didnt", "i", ",", "really", "never", "without"))
"""Between an accident and "hurt myself"."""
_FARTHEST_ACCIDENT = 7
_LIKE = frozenset(("type", "like", "style", "esque"))
_LIKENING = _LIKE | {"-"}
_FELT = frozenset(("pain", "pains", "ache", "aches", "aching", "headache", "headaches", "cramps", "pressure"))
_MOST_TO_FELT = 1
"""How many words may stand between "type" and what is felt ("toothache type bad headache")."""
_MOST_TO_PLACE = 3
_IN_FORCE = frozenset((("in", "full"), ("on", "day")))
_OF_BACK = frozenset(
    (
        "sore", "stiff", "achy", "aching", "itchy", "itching", "tight", "tender", "numb", "weak", "painful", "swollen",
        "throbbing", "hurting", "burning", "tired", "dodgy", "bad", "hot", "red", "blotchy", "sweaty",
    )
)  # fmt: skip
"""Before "back", say what the back is like ("sore back on the left side")."""
_TO_PLACE = frozenset(("my", "the", "both")) | place_words.SIDES.keys()
_VALUES = frozenset(("crp",))
_OF_HEADACHE = _OPENS | {
    "a", "my", "the", "no", "this", "with", "still", "bad", "mild", "slight", "awful", "massive", "killer", "of",
    "tension", "cluster", "sinus", "have", "had", "got", "severe", "+", "/", "&", "plus", "or", "terrible", "horrible",
    "morning", "dull", "pounding", "throbbing", "splitting", "constant", "huge", "big", "another", "same", "some",
}  # fmt: skip


def is_other(lexicon: Lexicon, message: Message, match: Match[Thing]) -> bool:
    """Tell whether ``match`` names nothing that its writer feels or has there."""
    told = is_strength(lexicon, message, match) or _is_return(message, match) or _is_accident(message, match)
    if told or _is_laugh(message, match):
        return True
    return message.word(match.end) in _LIKENING and _is_likeness(message, match)


def is_strength(lexicon: Lexicon, message: Message, match: Match[Thing]) -> bool:
    """Tell the "solid" of "a solid 7" from a muscle that is solid, and "mark it 6" from a mark."""
    following = message.words[match.end : match.end + 1]
    ratings, word = lexicon.vocabulary.ratings, message.words[match.start]
    if match.end != match.start + 1 or not following:
        return False
    marked = word in ratings.framing and following[0] in ("it", "that", "this")  # "I'd mark it 6" is no mark
    strong = word in ratings.strengths and following[0].isdecimal()
    return marked or (strong and not _is_felt_there(message, match))


def _is_laugh(message: Message, match: Match[Thing]) -> bool:
    """Tell the "ha" that closes a joke from the one that is short for a headache ("bad HA", "nausea, ha")."""
    closes = message.word(match.end) in SENTENCE_ENDS | {""}
    laughs = closes and message.quote(match.start, match.end) == "ha"
    return laughs and message.word(match.start - 1) not in _OF_HEADACHE


def is_value(message: Message, half: Match[Thing]) -> bool:
    """Tell the "crp" of "crp 4, esr 12", a value of the blood, from the "crps" of whom it hurts."""
    return half.value.kind == "only_rated" and message.words[half.start] in _VALUES


def _is_felt_there(message: Message, match: Match[Thing]) -> bool:
    """Tell the "weak" of "arms weak 4" and "no rash, weak 4" from that of "arms a weak 4"."""
    word, before = message.words[match.start], message.word(match.start - 1)
    if (word == "weak" and before in _OPENS) or (word == "miserable" and before in _FEELS):
        return True
    if word == "nagging" and before in _OPENS:
        return _is_before_place(message, match.end + 1)  # "nagging 4 in my back"
    placed = match.value.kind == "symptom" and match.value.symptom is not None and match.value.symptom.placed
    parts = (one for one in message.things if one.value.part is not None)
    return placed and any(one.end == match.start for one in parts)


def _is_return(message: Message, match: Match[Thing]) -> bool:
    """Tell the "back" of a shoulder that popped back, and an elbow's inside, from the back and the insides one has."""
    if match.value.part is None or match.end != match.start + 1:
        return False
    word = message.words[match.start]
    turned = word == "back" and message.words[match.end : match.end + 2] in (["up", "to"], ["down", "to"])
    described = message.word(match.start - 1) in _OF_BACK
    placed = word == "back" and not described and _is_before_place(message, match.end)
    if (turned or placed) and any(one.end == match.start and one.value.symptom for one in message.things):
        return True  # "pain back up to 7", "rash back on my arms"
    return word == "inside" or (word == "back" and message.word(match.start - 1) in _RETURNING)


def _is_before_place(message: Message, position: int) -> bool:
    """Tell the "on my arms" of "rash back on my arms", and "in full force", from the "in bed" of "ache back in bed"."""
    if tuple(message.words[position : position + 2]) in _IN_FORCE:
        return True
    if message.word(position) not in ("on", "in"):
        return False
    start = message.past(_TO_PLACE, position + 1)
    return any(one.start == start and one.value.part is not None for one in message.things)


def _is_likeness(message: Message, match: Match[Thing]) -> bool:
    """Tell the toothache of "toothache type face pain" from one that is felt; "pleurisy type pain" is all there is."""
    at = match.end + (message.word(match.end) == "-")
    if match.value.symptom is None or message.word(at) not in _LIKE:
        return False
    if message.word(at) == "like" and at == match.end and message.word(at + 1) not in _FELT:
        return False  # "a rash like pinpricks" is a rash
    farthest = at + 1 + _MOST_TO_FELT * (message.word(at) != "like")
    felt = next((one for one in message.things if at < one.start <= farthest), None)
    if felt is None or "," in message.words[at : felt.start]:
        return False
    if felt.value.part is not None:
        return True
    bare = felt.value.symptom is not None and felt.value.symptom.name == "pain"
    placed = any(
        felt.end < one.start <= felt.end + _MOST_TO_PLACE and one.value.part is not None
        for one in message.things
    )
    return felt.value.symptom is not None and (placed or not bare)


def _is_accident(message: Message, match: Match[Thing]) -> bool:
    """Tell "slipped and hurt myself" and "hurt myself lifting the pram" from somebody who harms themselves."""
    words = message.words
    if words[match.start : match.end] != _HURT_MYSELF or not _MEANT.isdisjoint(words):
        return False
    led = message.led(_TO_HURT, match.start)
    before = words[max(message.sentence_start(match.start), led - _FARTHEST_ACCIDENT) : led]
    fell = led < match.start and not _ACCIDENTS.isdisjoint(before)
    after = message.word(match.end) == "when" and not _ACCIDENTS.isdisjoint(words[match.end : match.end + 4])
    return fell or after or (message.word(match.end) in _DOING and message.word(match.start - 1) != "to")
