"""What a remedy put an end to: "sat down and that sorted it", "sumatriptan jab killed it", "hot bath got rid of them".

The remedy may be anything, a tablet or a rest, so only the verb and the "it" tell. What merely helped, was hoped to
help, or did not, leaves the symptom; so does a verb of mending whose "it" is an errand ("rang the insurer, sorted it").
"""

from collections.abc import Iterable
from itertools import pairwise

from bot.understanding.denials import denial_words, endings
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_ENDING = frozenset(
    (
        "sorted", "fixed", "cured", "killed", "cleared", "shifted", "stopped", "banished", "zapped", "nixed",
        "squashed", "quashed", "settled", "nuked", "resolved", "relieved", "aborted", "dissolved", "quelled",
    )
)  # fmt: skip
_IT = frozenset(("it", "them", "that", "things", "everything"))
_TRICKS = (
    ("did", "the", "trick"), ("did", "the", "job"), ("did", "the", "business"), ("got", "rid", "of", "it"),
    ("got", "rid", "of", "them"), ("took", "it", "away"), ("took", "them", "away"), ("made", "it", "go"),
    ("made", "them", "go"), ("put", "paid", "to", "it"), ("saw", "it", "off"), ("saw", "them", "off"),
    ("sent", "it", "packing"), ("knocked", "it", "out"), ("knocked", "it", "on", "the", "head"),
    ("put", "a", "stop", "to", "it"), ("put", "an", "end", "to", "it"), ("nipped", "it", "in", "the", "bud"),
    ("wiped", "it", "out"), ("sorted", "me", "out"), ("sorted", "me"), ("put", "me", "right"), ("set", "me", "right"),
)  # fmt: skip
_DOUBTING = frozenset(
    (
        "nearly", "almost", "half", "partly", "thought", "think", "hope", "hoping", "hoped", "if", "when", "until",
        "till", "usually", "normally", "sometimes", "will", "would", "might", "should", "could", "to", "nothing",
        "mostly", "never", "cannot", "barely", "hardly", "neither", "none", "i", "always", "used", "yet", "what",
        "only", "say", "says", "said", "supposedly", "no",
    )
)  # fmt: skip
_STOPPING = frozenset(("stopped", "settled"))
"""Is done to a medicine as well, by whoever takes or prescribes it."""
_PEOPLE = frozenset(
    (
        "gp", "doctor", "dr", "doctors", "nurse", "consultant", "they", "he", "she", "we", "neuro", "rheum", "team",
        "hospital", "specialist", "surgeon", "cardiologist", "neurologist", "psych", "psychiatrist", "obgyn", "pcp",
        "gyn", "oncologist", "endo", "derm", "gastro", "er",
    )
)  # fmt: skip
_DOUBT_REACH = 5
_ERRANDS = frozenset(
    (
        "insurer", "insurance", "pharmacist", "pharmacy", "chemist", "receptionist", "bill", "form", "forms", "letter",
        "email", "phoned", "rang", "portal", "appointment", "appt", "referral", "clinic", "surgery", "office", "boss",
        "landlord", "plumber", "engineer", "boiler", "car", "claim", "prescription", "script", "refill", "hr", "desk",
        "called", "emailed", "mechanic", "computer", "app", "phone", "wifi", "password",
    )
)  # fmt: skip
_CLOSING = frozenset(
    (
        "now", "today", "tonight", "quickly", "fast", "quick", "eventually", "thankfully", "finally", "completely",
        "totally", "straight", "away", "off", "right", "out", "up", "in", "within", "by", "after", "for", "instantly",
        "immediately", "nicely", "overnight", "dead", "thank", "thanks", "phew", "again", "then", "soon", "so", "too",
        "both", "all", "before", "though", "tho", "pretty", "sharpish", "pronto", "afterwards", "pain", "good", "well",
        "lol", "x", "this", "last", "at", "night",
    )
)  # fmt: skip
"""After the "it": how, and when."""
_PARTED = SENTENCE_ENDS | frozenset(
    (",", "and", "but", "-", "(", ")", "", "which", "still", "just", "only", "no")
)
_OPENING = frozenset((",", "but", "so", "and", "then", "which", "-", "("))
_AGAIN = frozenset(("back", "returned", "again", "returns", "crept", "until", "till", "til"))
_RETURN_REACH = 8
_MOST_BACK = 24
"""How many words before the remedy the symptom may have been told."""


def deny(message: Message) -> None:
    """Deny what ``message`` says that a remedy put an end to."""
    words = message.words
    if not message.mentions or _FIRST.isdisjoint(words):
        return
    for position, (word, after) in enumerate(pairwise(words)):
        if word not in _FIRST:
            continue
        length = 2 if word in _ENDING and after in _IT else _trick(words, position)
        if length and _is_done(message, position, position + length):
            for ended in _ended(message, position):
                ended.denied = True


def _trick(words: list[str], position: int) -> int:
    """Give how many words a way like "did the trick" has that begins at ``position``; 0 for none."""
    ways = _TRICKS_BY_FIRST.get(words[position], ())
    return next((len(way) for way in ways if tuple(words[position : position + len(way)]) == way), 0)


_TRICKS_BY_FIRST = {way[0]: tuple(one for one in _TRICKS if one[0] == way[0]) for way in _TRICKS}
_FIRST = _ENDING | _TRICKS_BY_FIRST.keys()


def _is_done(message: Message, start: int, end: int) -> bool:
    """Tell what was put an end to from what may be, nearly was, or came back."""
    words = message.words
    led = words[max(message.sentence_start(start), start - _DOUBT_REACH) : start]
    clause = led[max((at + 1 for at, word in enumerate(led) if word in _OPENING), default=0) :]
    if words[start] in _STOPPING and (not clause or not _PEOPLE.isdisjoint(clause)):
        return False  # "made me sick so stopped it", "the gp stopped it"
    if not _DOUBTING.isdisjoint(clause) or any(map(denial_words.is_negator, clause)):
        return False
    following = words[end : min(message.sentence_end(start), end + _RETURN_REACH)]
    if message.word(end) not in _PARTED | _CLOSING or not _AGAIN.isdisjoint(following):
        return False
    rated = any(end <= rating.start < end + _RETURN_REACH and rating.low for rating in message.ratings)
    return not rated and _ERRANDS.isdisjoint(words[max(0, start - _MOST_BACK) : start])


def _ended(message: Message, position: int) -> Iterable[Mention]:
    """List what was told last before a remedy, in its sentence or the one before, with what was told in its breath."""
    floor = message.sentence_start(position)
    floor = message.sentence_start(floor - 1) if floor else floor
    floor = max(floor, position - _MOST_BACK)
    told = [
        one
        for one in message.mentions
        if floor <= one.start and one.end <= position and not (one.is_weak or one.denied)
    ]
    return endings.in_one_breath(message, told, every=False) if told else ()
