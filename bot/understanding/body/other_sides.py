"""The other side, said alone: "R wrist 6, L is ok" tells of the left wrist too, although nobody names it again."""

from bot.understanding.body import place_words, sides
from bot.understanding.words.lexicon import Lexicon
from bot.understanding.words.message import SENTENCE_ENDS, Mention, Message

_OPENS = SENTENCE_ENDS | frozenset((",", "but", "and", "-", "(", "while"))
_CLOSES = _OPENS | {")", "now", "today", "tonight", "though", "so", "again", ""}
_AFTER_NUMBER = _CLOSES | {"/"}
_OWN = frozenset(("my", "the"))
_LEADING = _OWN | place_words.SIDES.keys()
"""May stand before a place that a clause opens with."""
OPPOSITE = {"left": "right", "right": "left"}
_OTHER = "other"
_NAMING = {word for word, side in place_words.SIDES.items() if side in OPPOSITE} | {_OTHER}
_IS = frozenset(
    ("is", "'s", "was", "feels", "one", "side", "totally", "absolutely", "all", "perfectly", "still")
)
TO_NUMBER = _IS | frozenset(("a", "an", "about", "only", "just", ":", "around", "maybe"))
_HIGHEST = 10
ONE = frozenset(("one", "side"))
"""After a side, say that it is one of two that were named."""
_FARTHEST_ONE = 9
_SHORT = 6
_OWNER = 3
"""Words before a place in which somebody else may be named whose it is."""
_HIS = frozenset(("his", "her", "their"))
_WELL = frozenset(
    ("ok", "okay", "fine", "good", "grand", "alright", "clear", "normal", "quiet", "calm", "great")
)
_AND = frozenset(("and", "&", "plus"))
_AND_OR = _AND | {"/"}
_ENDED = frozenset(("cleared", "settled", "gone", "healed", "calmed", "quietened", "sorted"))
_UP = frozenset(("up", "down", "off"))


def find(message: Message) -> list[Mention]:
    """List what is denied of the other side of what ``message`` told last ("left knee 5, the right one's fine")."""
    found: list[Mention] = []
    for position, word in enumerate(message.words):
        side = place_words.SIDES.get(word)
        if side not in OPPOSITE or not _opens(message, position):
            continue
        told = next((m for m in reversed(message.mentions) if m.end <= position), None)
        end = _well_end(message, position + 1)
        if told is None or told.denied or end is None or told.body_part is None:
            continue
        of_side, _, part = told.body_part.partition(" ")
        if of_side == OPPOSITE[side] and message.sentence[told.start] == message.sentence[position]:
            found.append(Mention(told.name, told.term, position, end, f"{side} {part}", denied=True))
    return found


def rated(lexicon: Lexicon, message: Message) -> list[Mention]:
    """List what is rated of the other side, its rating still to be read ("left hip 5, right 3", "other knee 6")."""
    found: list[Mention] = []
    if _NAMING.isdisjoint(message.words):
        return found
    taken = {spot for one in message.mentions for spot in range(one.start, one.end)}
    for position, word in enumerate(message.words):
        opened = word in _NAMING and (_opens(message, position) or message.word(position - 1).isdecimal())
        if not opened or position in taken:
            continue
        bare = _bare(lexicon, message, position)
        told = [m for m in (*message.mentions, *found) if m.end <= position and m.body_part]
        last = max((*told, *bare), key=lambda mention: mention.end, default=None)
        if last is None or _is_anothers(lexicon, message, last):
            continue
        end = _side_end(message, position, last, is_bare=last in bare)
        if end is None or not _is_number_only(message, end):
            continue
        one = _one_of_both(message, position, last)
        where = _opposite(last.body_part or "", word)
        if one:
            found.append(one)
        elif where and message.sentence[last.start] == message.sentence[position]:
            found.append(Mention(last.name, last.term, position, end, where))
    return found


def _side_end(message: Message, position: int, told: Mention, *, is_bare: bool) -> int | None:
    """Give where "left", "the left one" and "right hand" end, which is of what was ``told``; None where it is not.

    A side of a bare place is left to who reads those ("left knee 4, right knee 6"), but not what is "the other".
    """
    part = next((thing for thing in message.things if thing.start == position + 1 and thing.value.part), None)
    if part is None or part.value.part is None:
        return position + 1 + (message.word(position + 1) in ONE)
    same = (told.body_part or "").removeprefix("left ").removeprefix("right ") == part.value.part.name
    return part.end if same and (not is_bare or message.word(position) == _OTHER) else None


def _opposite(told: str, word: str) -> str | None:
    """Give the place of the other side of the one ``told``, or of "the other" where no side was told."""
    of_side, _, part = told.partition(" ")
    if word == _OTHER:
        known = f"{OPPOSITE[of_side]} {part}" if of_side in OPPOSITE else f"{_OTHER} {told}"
        return None if of_side in ("both", _OTHER) else known
    side = place_words.SIDES[word]
    return f"{side} {part}" if of_side == OPPOSITE[side] else None


def _one_of_both(message: Message, position: int, told: Mention) -> Mention | None:
    """Read "my knees!!! the right one's a 7" and "ankles: left one 3", whose side comes after the place of both."""
    named = message.word(position + 1) in ONE
    side = place_words.SIDES.get(message.word(position))
    part = (told.body_part or "").removeprefix("both ")
    apart = message.sentence[position] - message.sentence[told.start]
    of_both = side is not None and part.partition(" ")[0] not in (*OPPOSITE, _OTHER)
    if not of_both or not (named or message.word(position - 1) == "the"):
        return None
    between = message.words[told.end : position]
    counted = any(word[0].isdecimal() for word in between)
    if len(between) > _FARTHEST_ONE or counted or not _is_near(message, apart, told):
        return None
    return Mention(told.name, told.term, position, position + 1 + named, f"{side} {part}")


def _is_anothers(lexicon: Lexicon, message: Message, told: Mention) -> bool:
    """Tell "my son's knees!!! the right one's a 7" from the writer's own."""
    before = slice(max(0, told.start - _OWNER), told.start)
    return not lexicon.people.isdisjoint(message.stems[before]) or not _HIS.isdisjoint(message.words[before])


def _is_near(message: Message, apart: int, told: Mention) -> bool:
    """Tell whether the place was told in the same sentence or ended the one before."""
    return apart == 0 or message.sentence_start(told.start) + _SHORT >= told.start


def _bare(lexicon: Lexicon, message: Message, position: int) -> list[Mention]:
    """List the pains of the places before ``position``, should they be rated."""
    found: list[Mention] = []
    for thing in message.things:
        part = thing.value.part
        if part is not None and thing.end <= position:
            where = sides.place(sides.around(message.words, thing.start, thing.end), part)
            found.append(Mention(part.pain_name, lexicon.pain, thing.start, thing.end, where))
    return found


def _is_number_only(message: Message, position: int) -> bool:
    """Tell whether a clause goes on with no more than a number up to ten."""
    position = message.past(TO_NUMBER, position)
    number = message.word(position)
    rates = number.isdecimal() and int(number) <= _HIGHEST
    return rates and message.word(position + 1) in _AFTER_NUMBER


def _opens(message: Message, position: int) -> bool:
    before = position - 1 - (message.word(position - 1) in _OWN)
    return message.word(before) in _OPENS


def _well_end(message: Message, position: int) -> int | None:
    """Give where "is ok" ends that begins at ``position`` and closes its clause; None where it is no such thing."""
    position = message.past(_IS, position)
    end = position + 1 + (message.word(position) in _ENDED and message.word(position + 1) in _UP)
    is_well = message.word(position) in (_WELL | _ENDED) and message.word(end) in _CLOSES
    return end if is_well else None


def joined_before(message: Message, start: int, bare: dict[int, int], *, shared: bool = False) -> list[int]:
    """List where the places start that share the rating of the one at ``start`` ("shoulders and neck about a 5").

    ``bare`` gives, for each place that nothing else was said of, its end and its start. The first of them must open
    its clause, so that "sat on my bum and knees 6" rates the knees alone. No "and" is needed where the rating is
    said to be ``shared`` ("ankles, knees, all a 5").
    """
    found: list[int] = []
    opened = message.led(_LEADING, start)
    whole = 0
    while (
        message.word(opened - 1) in _AND_OR
        or ((found or shared) and opened - 1 in bare and message.word(opened - 1) == ",")
        or (shared and opened in bare)
    ):
        end = opened if shared and opened in bare else opened - 1
        if end not in bare:
            return []
        found.append(bare[end])
        opened = message.led(_LEADING, found[-1])
        whole = len(found) if opened == 0 or message.words[opened - 1] in _OPENS else whole
    return found[:whole]


def is_subject(lexicon: Lexicon, message: Message, position: int) -> bool:
    """Tell whether a place opens a clause of its own before a word of ending ("wrist 5, ankles quiet, R fine")."""
    if message.stems[position] not in lexicon.parts and message.words[position] not in place_words.SIDES:
        return False
    return message.word(message.led(_LEADING, position) - 1) == ","
