"""What a medicine does to one who therefore leaves it: "skipped it, it makes me dizzy", "gave me cramps last time".

Such an effect is why the medicine was not taken, and is not felt now.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.words.message import Mention, Message

_NEAR_EFFECT = 4
"""How many words may stand between a medicine and that it was left out, or what it does and the symptom."""
_DOES = frozenset(("makes", "gives", "causes", "upsets", "wrecks", "knocks"))
"""Say of a medicine what it does at any time."""
_DID = frozenset(("gave", "made", "caused", "brought", "left", "sent"))
"""Say what it did, which is long past where it stands beside one of these."""
_BEFORE = (["last", "time"], ["the", "past"], ["first", "time"], ["years", "ago"], ["last", "year"])
_LONG_PAST = frozenset(("previously", "before"))
_LIKENING = frozenset(("like", "than", "as", "since"))
_BECAUSE = frozenset(("as", "because", "cos", "cause", "coz", "cuz", "bc", "since", "when"))
_LEFT_OUT = frozenset(("skipped", "skipping", "skip", "refused", "refusing", "avoiding", "avoid", "ditched"))
_NOT = frozenset(("didnt", "dont", "wont", "not", "havent", "never", "wouldnt", "hasnt"))
_TAKING = frozenset(
    (
        "take",
        "taking",
        "taken",
        "took",
        "use",
        "used",
        "using",
        "put",
        "apply",
        "start",
        "starting",
        "having",
        "do",
    )
)
_DECLINED = (["said", "no"], ["saying", "no"], ["no", "thanks"], ["never", "again"])
_STILL_FELT = frozenset(("today", "now", "still", "tonight", "again"))


def is_one(message: Message, mention: Mention) -> bool:
    """Tell what a medicine does when it is taken ("skipped it, it makes me dizzy") from what is felt now."""
    words, start = message.words, message.sentence_start(mention.start)
    clause = words[max(start, mention.start - _NEAR_EFFECT) : mention.end]
    does = not _DOES.isdisjoint(clause)
    did = not does and not _DID.isdisjoint(clause) and _is_long_past(message, mention)
    itself = words[mention.start - 1] == "it" and message.word(mention.start - 2) in _BECAUSE
    if not (does or did or itself) or not _is_untaken(message):
        return False
    return _STILL_FELT.isdisjoint(words[mention.start : mention.end + 2])


def was_done(words: Sequence[str]) -> bool:
    """Tell the steroid that "made me bloated" from a bloating that is felt."""
    return not _DID.isdisjoint(words)


def _is_long_past(message: Message, mention: Mention) -> bool:
    """Tell "it gave me cramps last time" from "gave me cramps like last time"."""
    words = message.words
    for at in range(message.sentence_start(mention.start), message.sentence_end(mention.start)):
        told = words[at] in _LONG_PAST or words[at : at + 2] in _BEFORE
        if told and message.word(at - 1) not in _LIKENING and message.word(at - 2) not in _LIKENING:
            return True
    return False


def _is_untaken(message: Message) -> bool:
    """Tell whether a medicine is said not to have been taken ("skipped the naproxen", "so I didn't take it")."""
    medicines = [thing.start for thing in message.things if thing.value.medicine]
    for index, (word, after) in enumerate(pairwise(message.words) if medicines else ()):
        named = after in ("it", "them") or any(_is_by(message, start, index) for start in medicines)
        if (word in _NOT and after in _TAKING) or (word in _LEFT_OUT and named) or [word, after] in _DECLINED:
            return True
    return False


def _is_by(message: Message, start: int, index: int) -> bool:
    """Tell whether a medicine at ``start`` stands by the word at ``index``, with no comma in between."""
    low, high = min(start, index), max(start, index)
    return high - low <= _NEAR_EFFECT and "," not in message.words[low:high]
