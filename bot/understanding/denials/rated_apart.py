"""The last place of a denied row where it alone is rated: "no pain in back or legs, neck 4" is of a neck that hurts."""

from itertools import groupby

from bot.understanding.words.message import Mention, Message

_DENYING = frozenset(("no", "not", "without", "zero", "nil", "never"))


def part(message: Message) -> None:
    """Let the rated place of a denied row in ``message`` begin after the comma, a complaint by itself."""
    leads = {rating.lead for rating in message.ratings if rating.low > 0}
    if not leads or _DENYING.isdisjoint(message.words):
        return
    for (start, end), row in groupby(message.mentions, key=lambda one: (one.start, one.end)):
        if end in leads and message.word(start - 1) in _DENYING:
            _part_last(message, list(row))


def _part_last(message: Message, row: list[Mention]) -> None:
    last = row[-1]
    words = message.words[last.start : last.end]
    if len(row) == 1 or "," not in words:
        return
    after = last.end - words[::-1].index(",")
    placed = [thing.value.part for thing in message.things if after <= thing.start and thing.end <= last.end]
    if len(placed) == 1 and placed[0] is not None and placed[0].name in (last.body_part or ""):
        last.start = after
