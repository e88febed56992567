"""Names that are a lack and begin with "no": where the "no" is said of more than the name.

"No memory" is a symptom, "no memory problems" denies it, and in "no feeling sick" no feeling is lost.
"""

from bot.understanding.words.message import Mention, Message

_NO = frozenset(("no", "zero", "nae", "nil", "0"))
_COUNTED = frozenset(("diarrhea", "frequent urination", "vomiting", "heavy bleeding"))
"""Are named with their number: of "0 loose stools" there are none."""
_TROUBLE = frozenset(
    (
        "problem", "problems", "issue", "issues", "trouble", "troubles", "difficulty", "difficulties", "changes",
        "change", "loss", "lapses", "complaints", "worries", "wobbles", "pangs", "bother", "fade", "slips",
    )
)  # fmt: skip
_FELT = frozenset(("feeling", "feelings", "bm", "poo"))


def settle(message: Message) -> None:
    """Deny the lacks that ``message`` denies, and leave out those that only look like one."""
    lacks = [mention for mention in message.mentions if message.words[mention.start] in _NO]
    if not lacks:
        return
    for mention in lacks:
        if message.words[mention.start] == "0" and mention.name in _COUNTED:
            mention.denied = True
    _deny_or_else(message, lacks)
    starts = {mention.start for mention in message.mentions}
    left_out: list[Mention] = []
    for mention in lacks:
        if message.word(mention.end) in _TROUBLE and mention.end > mention.start + 1:
            mention.denied = True
        elif message.words[mention.end - 1] in _FELT and mention.end in starts:
            left_out.append(mention)
    if left_out:
        message.mentions = [one for one in message.mentions if one not in left_out]


def _deny_or_else(message: Message, lacks: list[Mention]) -> None:
    """Deny the itch of "no smell or itch": the "no" of the name is said of both."""
    ends = {mention.end for mention in lacks}
    for mention in message.mentions:
        if message.word(mention.start - 1) in ("or", "nor") and mention.start - 1 in ends:
            mention.denied = True
            ends.add(mention.end)
