"""Reads "it was the left hand mostly" and "only the left one": the side of what was just told, and nothing else.

Not a flow: which side is meant, and of what, without how it is asked about.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain import journal, readings
from bot.flows import entries
from bot.flows.turn import Turn

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_LONGEST_PLACE = 2
"""The words of a "lower back"."""
_SIDES = ("left", "right", "both")
"""What a place may begin with, as it is read from the patient's words."""


@dataclass(frozen=True, slots=True)
class Side:
    """The side that was meant, and the place where one was named."""

    side: str
    part: str | None = None


def meant(turn: Turn, text: str) -> Side | None:
    """Read words that say only on which side it was; None for any other.

    "Right" alone says yes more often than where, so a place, "side" or "one" must stand by it, or "the" before it.
    """
    words = _WORD.findall(text.casefold().replace("hand side", "side"))
    told = {side: _listed(turn, f"correction-{side}") for side in _SIDES}
    said = [(at, side) for at, word in enumerate(words) for side in _SIDES if word in told[side]]
    refusals = set(_listed(turn, "correction-not-side"))
    denied = [side for at, side in said if not refusals.isdisjoint(words[max(0, at - 2) : at])]
    sides = {side for _, side in said} - set(denied)
    if len(sides) != 1 or any(word.isdecimal() for word in words):
        return None
    (side,) = sides
    small = {word for ways in told.values() for word in ways} | refusals
    small.update(_listed(turn, "correction-small"), _listed(turn, "correction-sided"))
    rest = [word for word in words if word not in small]
    part = _part(turn, rest) if rest else None
    if rest and part is None:
        return None
    pointed = any(before == "the" for before, word in pairwise(words) if word in told[side])
    one = not set(_listed(turn, "correction-one")).isdisjoint(words)
    plain = part is not None or denied or pointed or one
    return Side(side, part) if plain or (side != "right" and _leads(turn, text, words)) else None


def _leads(turn: Turn, text: str, words: list[str]) -> bool:
    """Tell "no, left" and "left mostly" from a bare word."""
    mostly = not set(_listed(turn, "correction-mostly")).isdisjoint(words)
    return mostly or text.casefold().startswith(_listed(turn, "correction-opening"))


def sided(turn: Turn, entry: journal.Entry, text: str) -> journal.Entry | None:
    """Put what ``entry`` tells of one place on the side that ``text`` says; None where it says no such thing."""
    side = meant(turn, text)
    if side is None:
        return None
    placed = {i: base for i, s in enumerate(entry.reading.symptoms) if (base := _base(s)) and not s.negated}
    indices = [i for i, base in placed.items() if side.part in (None, base)]
    if not indices or len({placed[i] for i in indices}) > 1:
        return None
    for index in indices:
        symptom = replace(entry.reading.symptoms[index], body_part=f"{side.side} {placed[index]}")
        entry = entries.with_symptom(entry, index, symptom)
    return entry


def _base(symptom: readings.SymptomMention) -> str:
    """Give the place of a symptom without its side; "" where it has none."""
    first, _, rest = (symptom.body_part or "").partition(" ")
    return rest if first in _SIDES else symptom.body_part or ""


def _part(turn: Turn, words: list[str]) -> str | None:
    """Give the one place that ``words`` name, as it is read beside a pain."""
    said = " ".join((*words, turn.text("correction-pain")))
    found = turn.reads.update(said).symptoms if len(words) <= _LONGEST_PLACE else ()
    return _base(found[0]) or None if len(found) == 1 and found[0].words.casefold() == said else None


def _listed(turn: Turn, key: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in turn.text(key).split(","))
