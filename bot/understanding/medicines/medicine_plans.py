"""Whether a medicine is asked about, planned, weighed up or still to be begun rather than taken.

"How long does X take" asks, "might put me on X" is a plan, "starting ozempic monday" is to come; "did the preventer
both times" tells, though it opens as a question does.
"""

from itertools import pairwise

from bot.understanding.words.lexicon import Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import SENTENCE_ENDS, Message

TOOK = frozenset(("took", "borrowed", "had", "pinched", "nicked", "used", "popped", "drank", "swallowed"))
"""Said first or after "I", leave no doubt about who took it and that it was."""
BREAKS = SENTENCE_ENDS | frozenset((",", "but", "so", "because", "then", "(", ")"))
"""Part the clauses of a sentence."""
_ASKS = frozenset(
    ("should", "can", "could", "do", "does", "is", "are", "would", "will", "may", "shall", "am")
)
_ASKS_WHAT = frozenset(("how", "what", "when", "where", "which", "who", "why"))
_ASKED = frozenset(
    (
        "i", "you", "we", "they", "it", "he", "she", "the", "my", "this", "that", "these", "anyone",
        "anybody", "there", "any", "people", "your",
    )
)  # fmt: skip
"""After "should", "does" or "is" at its start, make a sentence a question."""
_ASKS_ON = _ASKS | frozenset(("long", "much", "many", "often", "soon", "about", "if", "happens", "time"))
_OF_WHAT = frozenset(("'s", "is", "the", "a"))
_ASKED_ABOUT = frozenset(
    ("difference", "max", "maximum", "limit", "highest", "best", "safest", "strongest", "right", "lowest")
)
"""After "what's the", make it a question."""
_INTENT = frozenset(
    (
        "should", "can", "could", "going", "gonna", "will", "would", "want", "need", "might", "may", "if",
        "when", "before", "to", "ll",
    )
)  # fmt: skip
_PLANNED = frozenset(("take", "use", "put", "start", "restart", "try", "have", "inject", "get"))
"""Words of taking that a word of intent before them makes a plan of."""
_TO_TRY = _PLANNED | frozenset(
    ("need", "do", "swallow", "add", "ask", "buy", "order", "collect", "pick", "switch")
)
_AHEAD = frozenset(
    ("going", "gonna", "will", "ll", "might", "planning", "plan", "hoping", "hope", "may", "about")
)
_SOME = frozenset(
    ("a", "an", "my", "the", "some", "another", "one", "two", "more", "extra", "half", "that", "of", "up")
)
"""May stand between a word of taking and what is taken."""
RATING = frozenset(("say", "call", "give", "put", "rate", "guess", "go", "score", "class"))
"""After "I'd", rate what is felt, and plan nothing."""
_DOUBTS = frozenset(
    ("might", "may", "should", "would", "could", "whether", "wonder", "wondering", "ask", "asking")
)
"""Make anything that may follow a plan or a question: "they might put me on"."""
_WEIGHING = frozenset(("should", "could", "can", "shall", "may", "might", "would", "if", "whether"))
_STOPPING = frozenset(("stop", "quit", "come", "stopping"))
_WISHES = frozenset(
    (
        "want", "wants", "wanted", "wanting", "love", "like", "thinking", "hope", "hoping", "wait", "trying", "plan",
        "planning", "considering", "tempted", "need", "needs", "wish", "scared", "afraid", "think", "talking", "keen",
        "try", "dread", "dreading", "hate", "reluctant", "ready", "desperate", "safe", "worried", "thought",
    )
)  # fmt: skip
_UP_TO_WISH = frozenset(
    ("to", "of", "about", "me", "be", "get", "getting", "us", "go", "just", "fully", "slowly")
)
"""Between a wish and the stopping that is wished ("would love to get off")."""
_ILL = frozenset(
    (
        "sick", "tired", "nauseous", "nauseated", "ill", "weak", "foggy", "sleepy", "drowsy", "exhausted", "shattered",
        "knackered", "queasy", "sore", "poorly", "unwell", "drunk", "busy", "rough",
    )
)  # fmt: skip
_THE = frozenset(("my", "the", "any", "usual"))
_BEGINS = frozenset(("start", "starts", "starting", "begin", "begins", "beginning", "commence"))
_LATER = frozenset(
    (
        "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "next", "weekend", "mon", "tues", "weds", "wed", "thurs", "fri", "sat", "sun", "soon",
    )
)  # fmt: skip
"""After a word of beginning, mean that it has not begun."""
_CHANGING = frozenset(
    (
        "starting", "swapping", "switching", "going", "moving", "changing", "upping", "increasing",
        "dropping", "reducing",
    )
)  # fmt: skip
"""Before a medicine, make the day after it the day of the change ("going up to 150 pregabalin from Monday")."""
_NEXT = frozenset(("tomorrow", "next"))
_TO_DAY = frozenset(("mg", "mcg", "g", "units", "ml", "from", "on", "tablets", "tablet"))
"""May stand between what is begun and the day of it."""
_COMING = frozenset(("due", "tomorrow", "tmrw", "tmw", "booked", "scheduled"))
_VISITS = frozenset(("infusion", "injection", "jab", "shot", "dose", "cycle", "round", "treatment"))
"""Are booked before the medicine is named that they are of."""
_TO_COMING = frozenset(
    (
        "is", "are", "'s", "next", "dose", "shot", "jab", "injection", "infusion", "pen", "patch", "not", "until",
        "again", "then", "another",
    )
)  # fmt: skip
"""May stand between a medicine and the "due" that it is."""
_PARTICIPLES = frozenset(
    ("been", "had", "done", "gone", "taken", "slept", "woken", "eaten", "got", "better", "run")
)
_USUALLY = frozenset(("normally", "usually", "typically", "generally"))
_AMOUNT_REACH = 6
_THEN = frozenset((",", "then", "and", "&", "+"))
_CHANGE_REACH = 6
_DOUBTS_REACH = 8
_LATER_REACH = 12


def is_question(message: Message, position: int) -> bool:
    """Tell whether the sentence at ``position`` asks something: "should I be taking", "how long does X take"."""
    first = message.sentence_start(position)
    opening = message.words[first : first + 2]
    if len(opening) < 2 or first + 1 > position:
        return False
    if opening == ["did", "i"]:
        return message.words[message.sentence_end(position) - 1] == "?"
    asks = opening[0] in _ASKS and (opening[1] in _ASKED or first + 1 == position)
    told = message.past(_OF_WHAT, first + 1)
    asks = asks or (opening[0] in ("what", "whats") and message.word(told) in _ASKED_ABOUT)
    return asks or (opening[0] in _ASKS_WHAT and opening[1] in _ASKS_ON)


def is_told(message: Message, position: int) -> bool:
    """Tell "took the X?" and "did the preventer twice", which tell of what was done, from a question about it."""
    first, last = message.sentence_start(position), message.sentence_end(position)
    if message.words[first] in TOOK:
        return True
    return message.words[_clause_start(message, position)] == "did" and message.words[last - 1] != "?"


def is_intended(message: Message, position: int) -> bool:
    """Tell the word of taking at ``position`` that is a plan: "going to take", "they might put me on"."""
    word, first = message.words[position], message.sentence_start(position)
    if word in TOOK:  # "I'd say a 6, took two paracetamol"
        first = _clause_start(message, position)
    before = message.words[max(first, position - _DOUBTS_REACH) : position]
    if any(
        word in _DOUBTS and not _is_had(message, at) for at, word in enumerate(before, position - len(before))
    ):
        return before[-1:] != ["have"] or before[-2:-1] in (["would"], ["should"], ["could"])
    return word in _PLANNED and not _INTENT.isdisjoint(before[-3:]) and before[-2:] != ["had", "to"]


def is_planned(message: Message, position: int) -> bool:
    """Tell "going to try a" and "gonna need some" right before ``position`` from what was done."""
    at = message.led(_SOME, position)
    led = message.words[max(message.sentence_start(position), at - 3) : at]
    return led[-1:] != [] and led[-1] in _TO_TRY and not _AHEAD.isdisjoint(led[:-1])


def is_short_of(message: Message, position: int) -> bool:
    """Tell "running low on", right before ``position``, from what is taken."""
    at = message.led(_SOME, position)
    return message.word(at - 1) in ("on", "of") and message.word(at - 2) in ("low", "short", "shy")


def is_only_weighed(message: Message, position: int) -> bool:
    """Tell "should I stop the tablets", with its word of stopping at ``position``, from "stopped the tablets"."""
    led = message.words[max(0, position - 2) : position]
    weighed = message.words[position] in _STOPPING and not _WEIGHING.isdisjoint(led)
    return weighed or _is_wished(message, position)


def _is_wished(message: Message, position: int) -> bool:
    """Tell "want to come off X", "gp wants me off X" and "tempted to skip X", with what is wished at ``position``."""
    first = message.led(_UP_TO_WISH, position)
    if first == position or first == message.sentence_start(position):
        return False
    return message.words[first - 1] in _WISHES


def is_too_ill(message: Message, position: int) -> bool:
    """Tell the "take" of "too sick to take X", and the name in "too tired for my X", at ``position``."""
    index = message.led(_THE, position)
    if message.word(index - 1) not in ("to", "for"):
        return False
    return message.word(index - 2) in _ILL and message.word(index - 3) == "too"


def is_doubted(message: Message, position: int) -> bool:
    """Tell whether a sentence that names a medicine at ``position`` only wonders about it until there.

    What was wondered is over where a comma and a rating follow ("would have gone but migraine 8, suma 50").
    """
    first = message.sentence_start(position)
    led = message.words[first:position]
    doubts = [
        at
        for at, (word, after) in enumerate(pairwise((*led, "")), first)
        if word in _DOUBTS and not (word == "would" and (after in RATING or _is_usual(message, at)))
    ]
    if not doubts:
        return False
    past = next((at for at in range(doubts[-1], position) if message.words[at] in BREAKS), position)
    return not any(doubts[-1] < rating.start < position for rating in message.ratings) or past == position


def _is_usual(message: Message, position: int) -> bool:
    """Tell the "'d" of "I'd been up", and that of "I'd normally live with", from one that weighs taking something."""
    usual = message.word(position + 1) in _USUALLY and message.word(position + 2) not in _PLANNED
    return usual or _is_had(message, position)


def _is_had(message: Message, position: int) -> bool:
    """Tell the "'d" of "I'd been up since 4", which is "had", from the one that is "would"."""
    after = message.word(position + 1)
    short = message.words[position] == "would" and message.quote(position, position + 1).lower() != "would"
    return short and (after in _PARTICIPLES or after.endswith("ed"))


def is_due(message: Message, position: int) -> bool:
    """Tell "enbrel 50 due thurs" and "mtx 15 tomorrow", whose amount ends at ``position``, from one that was taken."""
    at = message.past(_TO_COMING, position)
    due = at < message.sentence_end(position - 1) and message.words[at] in _COMING
    return due and message.word(at + 1) != "to"


def is_booked(message: Message, position: int) -> bool:
    """Tell the name at ``position`` of "infusion no. 6 booked tuesday 8am, ocrevus", told after what is to come."""
    first = message.sentence_start(position)
    opened = next((at for at in range(position - 1, first - 1, -1) if message.words[at] in BREAKS), first)
    if opened != position - 1 or message.words[opened] not in (",", "("):
        return False
    before = message.words[first:opened]
    had = not (TOOK | {"done"}).isdisjoint(before)
    return not (had or _VISITS.isdisjoint(before) or _COMING.isdisjoint(before))


def is_for_later(message: Message, match: Match[Thing]) -> bool:
    """Tell whether a medicine is still to be begun ("upped to 5, start tomorrow", "10mg begins monday")."""
    words = message.words
    end = min(message.sentence_end(match.start), match.end + _LATER_REACH)
    led = words[max(message.sentence_start(match.start), match.start - _CHANGE_REACH) : match.start]
    ahead = _LATER if not _CHANGING.isdisjoint(led) else _NEXT
    return any(
        (words[index] in _BEGINS and not _LATER.isdisjoint(words[index + 1 : index + 3]))
        or (
            words[index] == "from"
            and words[index + 1] in ahead
            and not _is_next_amount(message, match.end, index)
        )
        or (words[index] == "next" and words[index + 1] == "week" and ahead is _LATER)
        or (words[index] == "first" and not _NEXT.isdisjoint(words[index + 1 : index + 3]))
        for index in range(match.end, end - 1)
    )


def _is_next_amount(message: Message, start: int, position: int) -> bool:
    """Tell the "100 from tomorrow" of "X 200 today, 100 from tomorrow", which follows what is taken now."""
    unit = position - (message.words[position - 1] in _TO_DAY)
    if not message.word(unit - 1)[:1].isdecimal():
        return False
    between = message.words[start : unit - 1]
    return any(word[0].isdecimal() for word in between) and not _THEN.isdisjoint(between)


def begins_later(message: Message, position: int, match: Match[Thing]) -> bool:
    """Tell "starting ozempic monday", with its word of beginning at ``position``, from "started ozempic monday"."""
    words, end = message.words, match.end
    limit = min(message.sentence_end(match.start), end + _AMOUNT_REACH)
    while end < limit and (words[end][0].isdecimal() or words[end] in _TO_DAY):
        end += 1
    return words[position] in _BEGINS and not _LATER.isdisjoint(
        words[match.end : max(end + 1, match.end + 3)]
    )


def _clause_start(message: Message, position: int) -> int:
    floor = message.sentence_start(position)
    return next((at + 1 for at in range(position - 1, floor - 1, -1) if message.words[at] in BREAKS), floor)
