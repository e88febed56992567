"""Says a check-in in words: for the line that ends it, and wherever else one is shown. Not a flow."""

from collections.abc import Sequence

from bot.domain import journal
from bot.flows.turn import Turn


def answers(turn: Turn, told: journal.Checkin) -> list[str]:
    """List what was answered, each in a few words; what was skipped is left out."""
    said = [
        _said(turn, "checkin-told-energy", "checkin-energy.e", told.energy),
        _said(turn, "checkin-told-sleep", "checkin-sleep.s", told.sleep),
        _said(turn, "checkin-told-day", "checkin-day.f", told.function),
    ]
    if told.medicines:
        said.append(turn.text(f"checkin-told-medicines.{told.medicines}"))
    return [words for words in said if words]


def listed(turn: Turn, names: Sequence[str]) -> str:
    """Join names the way they are said: "migraine, nausea and fatigue"."""
    *first, last = names
    return turn.text("checkin-and", first=", ".join(first), last=last) if first else last


def _said(turn: Turn, key: str, word: str, level: int | None) -> str:
    return "" if level is None else turn.text(key, word=_small(turn.text(f"{word}{level}")))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
