"""A message while it is being read: its tokens, its sentences and the things found in it."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.domain.vocabulary import SymptomTerm
from bot.understanding.words import diary
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.normalise import UNITS_OF_TEN, Token, is_number

SENTENCE_ENDS = frozenset(".!?;\n…")
TITLES = frozenset(("dr", "mr", "mrs", "ms", "prof", "sr"))
_ANSWERS = frozenset(
    (
        "no", "nope", "none", "nah", "not", "yes", "yep", "yeah", "yup", "bad", "awful", "terrible", "mild",
        "moderate", "severe", "gone", "ok", "fine", "about", "still", "a", "negative", "neg", "nil", "zero", "normal",
        "never", "nada", "nowt", "zilch", "cleared", "settled",
    )
)  # fmt: skip
"""After "headache?", answer it."""

_OF_NOW = frozenset(("today", "tonight", "now", "level", "score"))
_NUMBERED = frozenset(
    (
        "jab", "shot", "injection", "infusion", "dose", "cycle", "round", "session", "chemo", "treatment", "pen",
        "patch",
    )
)  # fmt: skip
"""Before "no. 5", tell which of them it is."""
_BACK_AT = (["back", "'s", "at"], ["back", "is", "at"])
_OWN = ("my", "the", "")
_ABOUT = frozenset(("a", "an", "about", "around"))
_A = ("a", "an")
_CLOSES = SENTENCE_ENDS | {"", ",", "today", "now", "and", "but"}
_HALVES = ("only_denied", "only_listed", "only_rated")
_OF_NEXT = {"back": ("of",), "side": ("of",), "body": ("my", "the", "both")}
"""A part that may only tell which side of the next is meant, and what then follows it."""
_FARTHEST_WHOLE = 3
"""How many words may lie between a side and what it is a side of ("back of my left knee")."""


@dataclass(slots=True)
class Mention:
    """A symptom on its way to the reading; filled in by one reader after the other."""

    name: str
    term: SymptomTerm | None
    start: int
    end: int
    """Tokens of the whole phrase, its body parts included."""
    body_part: str | None = None
    denied: bool = False
    severity: int | None = None
    severity_range: tuple[int, int] | None = None
    decorates: tuple[str, ...] | None = None
    """For an emoji: the symptoms beside which it says nothing of its own."""
    is_taught: bool = False
    is_weak: bool = False
    """True where it counts only if it is denied or rated."""
    is_only_rated: bool = False
    """True where it counts only if it is rated."""
    is_answered: bool = False
    """True where it was asked about and the writer said no."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A number on the 0-10 scale, in tokens ``start`` up to ``end``; two numbers where a span was given."""

    start: int
    end: int
    low: int
    high: int
    explicit: bool
    """True for "7/10" and "7 out of 10"."""
    past: bool = False
    lead: int = 0
    """The first of the small words that lead up to it; what ends here is likely what it rates."""
    of_next: bool = False
    """True where it can only be of what follows ("6 head 4 neck")."""
    in_row: bool = False
    """True where a row of its like tells which name it is of: the one that ends at ``lead``."""
    sums_up: bool = False
    """True for the 5 of "all of it about 5", a sentence that speaks of all that the one before it told."""
    is_gone: bool = False
    """True for the "nothing" of "from 9 to nothing": an end of it, and no number."""


@dataclass(slots=True)
class Message:
    """The text, its tokens (``words`` and ``stems`` run beside them) and what stands where."""

    text: str
    tokens: list[Token]
    things: list[Match[Thing]]
    halves: list[Match[Thing]] = field(default_factory=list)
    """Words that count only where they are denied, rated or listed beside their like."""
    ratings: list[Rating] = field(default_factory=list)
    unread: frozenset[int] = frozenset()
    """Tokens of the numbers that no rule reads as a rating nor as anything else."""
    mentions: list[Mention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    """Token → number of its sentence."""

    def quote(self, start: int, end: int) -> str:
        """Give tokens ``start`` up to ``end`` as they were written."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def word(self, position: int) -> str:
        """Give the word at ``position``; "" before the first and after the last."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    def past(self, small: Container[str], position: int) -> int:
        """Go forward from ``position`` over words of ``small``, to the first that is none of them."""
        while position < len(self.words) and self.words[position] in small:
            position += 1
        return position

    def led(self, small: Container[str], position: int) -> int:
        """Go back from ``position`` over the words of ``small`` that stand right before it, to the first of them."""
        while position > 0 and self.words[position - 1] in small:
            position -= 1
        return position

    def sentence_start(self, position: int) -> int:
        """Give the first token of the sentence that ``position`` stands in."""
        return self.bounds[self.sentence[position]][0]

    def sentence_end(self, position: int) -> int:
        """Give the token after the last of the sentence that ``position`` stands in."""
        return self.bounds[self.sentence[position]][1]

    bounds: list[tuple[int, int]] = field(default_factory=list)
    """Sentence → its first token and the one after its last."""


def open_message(lexicon: Lexicon, text: str) -> Message:
    """Cut ``text`` up and find the vocabulary's things in it."""
    tokens = _as_meant(lexicon, diary.spell_out(lexicon.read(text), text))
    stems = [token.stem for token in tokens]
    message = Message(text, tokens, lexicon.things.all(stems), stems=stems, words=[t.word for t in tokens])
    message.halves = [thing for thing in message.things if thing.value.kind in _HALVES]
    message.things = [
        thing
        for thing in (
            _own_back(lexicon, message, _rated_back(lexicon, message, one)) for one in message.things
        )
        if thing.value.kind not in _HALVES and not _is_side_of_next(message, thing)
    ]
    _join_answers(message)
    start = 0
    for position, word in enumerate(message.words):
        message.sentence.append(len(message.bounds))
        if word in SENTENCE_ENDS and not _follows_title(message, position):
            message.bounds.append((start, position + 1))
            start = position + 1
    message.bounds.append((start, len(tokens)))
    return message


def _rated_back(lexicon: Lexicon, message: Message, thing: Match[Thing]) -> Match[Thing]:
    """Read the back of "back's at a 7" and "my back has gone from 8 to 5", not that of "the bus back is at 5"."""
    if thing.value.kind != "nothing":
        return thing
    said = message.words[thing.start : thing.end]
    gone = said[0] in ("back", "backs") and said[-1] == "from" and message.word(thing.start - 1) in _OWN
    gone = gone and "gone" in said and message.word(thing.end + 1) == "to"
    if not (gone or said in _BACK_AT):
        return thing
    at = message.past(_ABOUT, thing.end)
    part, number = lexicon.part_of_stem.get("back"), message.word(at)
    alone = thing.start == 0 and message.word(at + 1) in _CLOSES
    rates = gone or alone or message.word(at - 1) in _A or message.word(thing.start - 1) == "my"
    if part is None or not rates or not (number.isdecimal() or number in UNITS_OF_TEN):
        return thing
    return replace(thing, value=Thing("part", part=part), end=thing.start + 1)


def _own_back(lexicon: Lexicon, message: Message, thing: Match[Thing]) -> Match[Thing]:
    """Read the back of "the worst is my back, 6", and not the "is back" of what returned."""
    part = lexicon.part_of_stem.get("back")
    if part is None or message.words[thing.start : thing.end] != ["is", "my", "back"]:
        return thing
    return replace(thing, value=Thing("part", part=part), start=thing.end - 1)


def _as_meant(lexicon: Lexicon, tokens: list[Token]) -> list[Token]:
    """Read the "me" of "a crick in me neck" as "my", and the "bout" of "bout a 7" as "about"."""
    found = list(tokens)
    for at, (token, following) in enumerate(pairwise(tokens)):
        if token.word == "me" and following.stem in lexicon.parts:
            found[at] = Token("my", "my", token.start, token.end)
        elif token.word == "bout":
            number = tokens[at + 2].word if following.word in _A and at + 2 < len(tokens) else following.word
            if is_number(number):
                found[at] = Token("about", "about", token.start, token.end)
    return found


def _is_side_of_next(message: Message, thing: Match[Thing]) -> bool:
    """Tell the back of the knee from the back, and "all over my back" from all over."""
    part, following = thing.value.part, message.word(thing.end)
    if part is None or following not in _OF_NEXT.get(part.name, ()):
        return False
    return any(
        other.value.part is not None and thing.end < other.start <= thing.end + _FARTHEST_WHOLE
        for other in message.things
    )


def _follows_title(message: Message, position: int) -> bool:
    if message.words[position] != "." or position == 0:
        return False
    numbers = message.words[position - 1] == "no" and message.word(position + 1).isdecimal()
    return message.words[position - 1] in TITLES or (numbers and message.word(position - 2) in _NUMBERED)


def _join_answers(message: Message) -> None:
    """Read "headache? 6" and "fever? no" as "headache: 6" and "fever: no": nothing is asked of anyone."""
    for position, word in enumerate(message.words):
        if word == "and" and ":" in (message.word(position - 1), message.word(position + 1)):
            message.words[position] = message.stems[position] = "no"  # "fever: N", "N: fever, cough"
    for thing in (*message.things, *message.halves):
        mark = thing.end + (message.word(thing.end) in _OF_NOW)
        if message.word(mark) != "?":
            continue
        answer = message.word(mark + 1 + (message.word(mark + 1) == "'"))  # 'chest pain?' no
        if answer.isdecimal() or answer in _ANSWERS or answer in UNITS_OF_TEN:
            message.words[mark] = message.stems[mark] = ":"
