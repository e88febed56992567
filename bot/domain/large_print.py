"""Cuts what is to be shown in large print into pictures: at ends of sentences, as few as can be read across a desk."""

import re

MOST_LETTERS = 200
"""Letters on one picture; more of them would be too small to read at arm's length. Our own choice, looked at."""
MOST_PICTURES = 4
_SENTENCE = re.compile(
    r"[^.!?\u2026\u3002\u061f\u0964]*[.!?\u2026\u3002\u061f\u0964]+[\"'\u201d\u2019)]*\s*|[^.!?\u2026\u3002\u061f\u0964]+$"
)


def pictures(text: str) -> tuple[str, ...]:
    """Cut a text, blank lines and all, into parts of at most ``MOST_LETTERS``, about as long as one another.

    A sentence is only cut where it alone is longer; then between words.
    """
    plain = " ".join(text.split())
    if len(plain) <= MOST_LETTERS:
        return (plain,) if plain else ()
    count = -(-len(plain) // MOST_LETTERS)
    while True:
        parts = _filled(_pieces(plain), max(-(-len(plain) // count), 1))
        if len(parts) <= count or count >= len(plain):
            return tuple(parts)
        count += 1


def _pieces(plain: str) -> list[str]:
    """Give the sentences; one that fits nowhere in pieces of its words."""
    pieces: list[str] = []
    for found in _SENTENCE.findall(plain):
        sentence = found.strip()
        if len(sentence) <= MOST_LETTERS:
            pieces.append(sentence)
        else:
            pieces += _filled(_words(sentence), MOST_LETTERS)
    return [piece for piece in pieces if piece]


def _words(sentence: str) -> list[str]:
    return [
        word[at : at + MOST_LETTERS] for word in sentence.split() for at in range(0, len(word), MOST_LETTERS)
    ]


def _filled(pieces: list[str], about: int) -> list[str]:
    """Fill parts to ``about`` so many letters, and never beyond what one picture holds."""
    parts: list[str] = []
    for piece in pieces:
        joined = f"{parts[-1]} {piece}" if parts else piece
        if parts and len(joined) <= MOST_LETTERS and len(parts[-1]) < about:
            parts[-1] = joined
        else:
            parts.append(piece)
    return parts
