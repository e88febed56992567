"""Splits a message into words that keep their place: the ground on which alerts and situations are read.

People under strain write without apostrophes, capitals or commas, so words are brought to one plain form here
and nowhere else. Punctuation becomes distance: words of two sentences stand further apart than neighbours.
"""

import re
import unicodedata
from dataclasses import dataclass

from bot.domain.recognition import Speech
from bot.understanding.cues import tick_marks

_TOKEN = re.compile(r"\d+(?:[./,:]\d+)*|[^\W\d_]+|[.!?;\n…]+|[,:()\"\u2013\u2014-]")
_MAYBE_REFERENCE = re.compile(r"(?<![\w-])(?<!\d[.,:/])(?=[a-z-]*\d)[a-z\d]++(?:-[a-z\d]++)*+(?![.,:/]?\w)")
_CHANGE = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_WORDLIKE = re.compile(r"[a-z]{5}")
_REFERENCE_CHANGES = 3
_REFERENCE = "ref"
_APOSTROPHES = re.compile("['’‘`´ʼ]")  # noqa: RUF001  the marks phones write for an apostrophe
_REPEATED = re.compile(r"(\D)\1{2,}")
_LONGEST = 32
"""Letters of one word that are looked at; no word of ours is longer."""
_SENTENCE_GAP, _COMMA_GAP = 4, 1


@dataclass(slots=True)
class Word:
    """One word: plain form, place counted with punctuation, sentence and clause it stands in.

    ``thought`` is finer than ``clause``: "and my", "and now" begin a new one, "and" alone does not.
    """

    text: str
    at: int
    sentence: int
    clause: int
    thought: int = 0


@dataclass(slots=True)
class Words:
    """The words of one message; ``asks`` holds the sentences that end in a question mark."""

    items: list[Word]
    asks: set[int]


class Splitter:
    """Splits messages, writing what is the same the same way."""

    def __init__(self, speech: Speech) -> None:
        self._same: dict[tuple[str, ...], tuple[str, ...]] = {
            tuple(plain(source).split()): tuple(plain(target).split())
            for source, target in speech.same.items()
        }
        self.starts = {source[0] for source in self._same}
        """The words with which something begins that is written otherwise."""
        self.rewritten = set(self._same.values())
        self._breaks = frozenset(speech.breaks)
        self._thoughts = frozenset(tuple(pair.split()) for pair in speech.thoughts)

    def split(self, text: str) -> Words:
        """Split ``text``; linear in its length."""
        words: list[Word] = []
        asks: set[int] = set()
        at = sentence = clause = 0
        for token in _TOKEN.findall(
            _MAYBE_REFERENCE.sub(_without_reference, plain(tick_marks.as_words(text)))
        ):
            if token[0].isalnum():
                clause += token in self._breaks
                words.append(Word(token[:_LONGEST], at, sentence, clause))
                at += 1
            elif token[0] in ".!?;\n…":
                if "?" in token:
                    asks.add(sentence)
                at, sentence, clause = at + _SENTENCE_GAP, sentence + 1, clause + 1
            else:
                at, clause = at + _COMMA_GAP, clause + 1
        items = self._rewrite(words)
        self._number_thoughts(items)
        return Words(items, asks)

    def _number_thoughts(self, items: list[Word]) -> None:
        extra = 0
        for i, word in enumerate(items):
            following = items[i + 1].text if i + 1 < len(items) else ""
            extra += (word.text, following) in self._thoughts
            word.thought = word.clause + extra

    def rewrite(self, texts: list[str]) -> list[str]:
        """Bring a plain list of words to the form in which messages are read."""
        if self.starts.isdisjoint(texts):
            return texts
        return [word.text for word in self._rewrite([Word(text, i, 0, 0) for i, text in enumerate(texts)])]

    def _rewrite(self, words: list[Word]) -> list[Word]:
        out: list[Word] = []
        i = 0
        while i < len(words):
            word = words[i]
            size, target = self._found(words, i) if word.text in self.starts else (0, ())
            if not size:
                out.append(word)
                i += 1
                continue
            out.extend(Word(text, word.at, word.sentence, word.clause) for text in target)
            i += size
        return out

    def _found(self, words: list[Word], i: int) -> tuple[int, tuple[str, ...]]:
        for size in (3, 2, 1):
            stretch = words[i : i + size]
            target = self._same.get(tuple(word.text for word in stretch))
            if target is not None and stretch[0].sentence == stretch[-1].sentence:
                return len(stretch), target
        return 0, ()


def _without_reference(found: re.Match[str]) -> str:
    """Put one word for "N35G6-CT98X": what letters and digits happen to spell in a code, nobody said."""
    said = found.group()
    is_code = len(_CHANGE.findall(said)) >= _REFERENCE_CHANGES and not _WORDLIKE.search(said)
    return _REFERENCE if is_code else said


def plain(text: str) -> str:
    """Lower the case, drop apostrophes and accents on Latin letters, shorten "sooooo" (and no 999 or 1000)."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).lower())
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _REPEATED.sub(r"\1\1", text)
