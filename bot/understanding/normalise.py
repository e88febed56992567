"""Cuts a message into words that can be compared, and remembers where each stood.

Patients type "Can't", "can’t", "cant" and "CANT"; "ached", "aching" and "aches"; "7/10", "50mg" and "soooo tired".
Everything later works on the plain forms made here and can still quote the patient exactly.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(
    r"(?i:w/o|n/v|h/a|b/p|d/c)(?![^\W_])|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*|(?:(?<!\d)\.)?\d+(?:[.,]\d+)*|\n|\S"
)
_SILENT = frozenset('\ufe0f\u200d\u200b\u2060\ufeff*_~"“”„«»♀♂') | {
    chr(tone) for tone in range(0x1F3FB, 0x1F400)
}
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
STRETCHED = re.compile(r"(.)\1{2,}")
_LONGEST_WORD = 40
"""Longer runs of letters are no word of any vocabulary; they are kept and never compared."""

_SPLIT = {
    "i'm": ("i", "am"), "im": ("i", "am"), "i'll": ("i", "will"), "it'll": ("it", "will"), "we'll": ("we", "will"),
    "she'll": ("she", "will"), "he'll": ("he", "will"), "they'll": ("they", "will"), "you'll": ("you", "will"),
    "i've": ("i", "have"), "ive": ("i", "have"), "i'd": ("i", "would"), "we're": ("we", "are"),
    "they're": ("they", "are"), "you're": ("you", "are"), "she'd": ("she", "would"), "we've": ("we", "have"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "w": ("with",), "&": ("and",),
    "abit": ("a", "bit"), "alot": ("a", "lot"), "w/o": ("without",), "wo": ("without",), "hv": ("have",),
    "b4": ("before",), "bc": ("because",), "cuz": ("because",), "coz": ("because",), "cos": ("because",),
    "bcos": ("because",), "becuz": ("because",), "tho": ("though",), "rly": ("really",), "v": ("very",),
    "+": ("and",), "n": ("and",), "thx": ("thanks",), "u": ("you",), "ur": ("your",), "yday": ("yesterday",),
    "2day": ("today",), "tmrw": ("tomorrow",), "hubby's": ("husband", "'s"), "feelin": ("feeling",),
    "doc": ("doctor",), "docs": ("doctors",), "kinda": ("kinda",), "lil": ("little",), "outta": ("out", "of"),
    "dunno": ("don't", "know"), "def": ("definitely",), "rn": ("right", "now"), "atm": ("at", "the", "moment"),
}  # fmt: skip
"""Contractions and typing shorthand, by what they stand for."""

_IRREGULAR = {
    "felt": "feel", "sores": "sores", "pooped": "pooped", "whacked": "whacked", "urgent": "urgent", "tripping": "tripping", "'s": "is", "aches": "ache", "ached": "ache", "aching": "ache", "threw": "throw", "thrown": "throw", "woke": "wake", "woken": "wake", "feet": "foot",
    "bled": "bleed", "shook": "shake", "shaken": "shake", "hives": "hives", "teeth": "tooth", "calves": "calf",
    "broke": "break", "broken": "break", "evening": "evening", "morning": "morning", "during": "during",
    "nothing": "nothing", "something": "something", "anything": "anything", "everything": "everything",
    "need": "need", "feed": "feed", "swelled": "swell", "dying": "die", "lying": "lie", "spun": "spin",
    "shivery": "shivery", "news": "news", "sting": "sting", "stung": "sting", "string": "string", "gotten": "got",
    "bring": "bring", "king": "king", "speed": "speed", "does": "does", "goes": "go", "went": "went", "being": "being",
    "wrecked": "wreck", "wired": "wired", "tired": "tired", "tire": "tire", "missed": "missed", "used": "used",
    "depressed": "depressed", "depression": "depression", "pressed": "pressed", "stopped": "stopped", "ed": "ed",
    "ill": "ill", "ring": "ring", "spring": "spring", "thing": "thing", "wing": "wing", "bed": "bed", "wedding": "wedding",
    "building": "building", "meeting": "meeting", "drained": "drained", "spent": "spent", "beat": "beat",
    "runs": "runs", "shits": "shits", "spots": "spots", "fits": "fits", "lows": "lows", "highs": "highs",
    "falls": "falls", "sinuses": "sinus", "pins": "pins", "flushes": "flush", "wound": "wound", "period": "period",
    "meds": "med", "palps": "palps", "flashes": "flash", "sweats": "sweat", "hearing": "hearing", "passed": "passed",
    "crashed": "crash", "lifted": "lifted", "cleared": "cleared", "settled": "settled", "ended": "ended",
    "smell": "smell", "burnt": "burn", "colds": "cold", "wiped": "wiped", "bus": "bus", "hurts": "hurt",
    "hose": "hose", "tested": "tested", "rated": "rated", "fevered": "fever", "pills": "pill", "us": "us",
    "starving": "starving", "starve": "starve", "numbers": "number", "thinking": "think", "drops": "drops",
    "shattered": "shattered", "shatter": "shatter", "roasting": "roasting", "panting": "panting", "pants": "pants",
    "hacking": "hacking", "hack": "hack", "boiling": "boiling", "flooding": "flooding", "straining": "straining",
    "isolating": "isolating", "restricting": "restricting", "speeding": "speeding", "wind": "wind", "winded": "winded",
    "winding": "winding", "gassed": "gassed", "gases": "gas", "ms": "ms", "us.": "us", "acting": "acting", "act": "act",
    "pacing": "pacing", "pace": "pace", "raging": "raging", "rage": "rage", "hots": "hots", "slept": "slept",
    "choking": "choking", "choke": "choking", "choked": "choking", "emotions": "emotion", "flutters": "flutter",
    "unhappy": "unhappy", "dropping": "dropping", "drop": "drop", "fitting": "fitting", "fitted": "fitted",
}  # fmt: skip
"""Word → its plain form, where cutting the ending would be wrong or would make two words into one."""

UNITS_OF_TEN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
"""Number words a severity can be given in."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a message."""

    word: str
    """Lower case, without apostrophes."""
    stem: str
    """The word without its ending, for comparison only."""
    start: int
    """Where it stands in the message, in characters."""
    end: int

    @property
    def is_number(self) -> bool:
        """True for digits, also with a decimal point."""
        return self.word[0].isdigit()

    @property
    def is_word(self) -> bool:
        """True for letters."""
        return self.word[0].isalpha()


def tokens(text: str) -> list[Token]:
    """Cut ``text`` into tokens, in time proportional to its length."""
    found: list[Token] = []
    for piece in _PIECE.finditer(text):
        raw = piece.group()
        if raw in _SILENT or (raw == "-" and _joins_letters(text, piece.start(), piece.end())):
            continue
        found.extend(Token(word, stem(word), piece.start(), piece.end()) for word in _words(raw))
    return found


def _joins_letters(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen stands inside a word ("light-headed"), where it counts as a space."""
    return start > 0 and end < len(text) and text[start - 1].isalpha() and text[end].isalpha()


def _words(raw: str) -> Iterable[str]:
    if len(raw) > _LONGEST_WORD:
        return (raw[:_LONGEST_WORD].lower() + "…",)
    if raw == "\n":
        return (raw,)
    return _plain(raw)


@lru_cache(maxsize=8192)
def _plain(raw: str) -> tuple[str, ...]:
    word = unicodedata.normalize("NFKC", raw).lower().strip()
    for mark in "’ʼ`´":
        word = word.replace(mark, "'")
    if word[:1] == "." and word[1:2].isdecimal():
        return (f"0{word}",)
    if word in _SPLIT:
        return tuple(part.translate(_APOSTROPHES) if part != "'s" else part for part in _SPLIT[word])
    if word.endswith("'s") and len(word) > 2:
        return word[:-2].translate(_APOSTROPHES) or "s", "'s"
    return (word.translate(_APOSTROPHES) or raw,)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Cut the ending off ``word``, so that "aches", "ached" and "aching" compare equal.

    A light stemmer on purpose: it joins the forms of one word and hardly ever two words.
    """
    word = STRETCHED.sub(r"\1\1", word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    return _without_e(_without_ending(word))


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and any(vowel in rest for vowel in "aeiouy"):
            return _with_e(rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest, rest)
    return word


def _with_e(word: str, rest: str) -> str:
    """Give a short word its e back: "taking" is "take", while "getting" is "get" and "asking" is "ask"."""
    short = len(rest) == 3 and rest[1] in "aeiou" and rest[0] not in "aeiou" and rest[2] not in "aeiouwxy"
    return word + "e" if short else word


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def stems(phrase: str) -> tuple[str, ...]:
    """Give the stems of a vocabulary phrase, cut exactly as a message would be."""
    return tuple(token.stem for token in tokens(phrase))
