"""Says a check-in in words: for the line that ends it, and wherever else one is shown. Not a flow."""

from collections.abc import Sequence

from bot.domain import journal
from bot.flows import cards
from bot.flows.turn import Turn


def told(turn: Turn, entry: journal.Entry) -> list[str]:
    """List what a check-in told, each in a few words; what was skipped is left out."""
    answers = entry.checkin or journal.Checkin()
    said = [_said(turn, "checkin-told-energy", "checkin-energy.e", answers.energy)]
    said += [cards.symptom_line(turn, symptom) for symptom in entry.reading.symptoms]
    said.append(_said(turn, "checkin-told-sleep", "checkin-sleep.s", answers.sleep))
    said.append(_said(turn, "checkin-told-day", "checkin-told-day.f", answers.function))
    if answers.medicines:
        said.append(turn.text(f"checkin-told-medicines.{answers.medicines}"))
    return [words for words in said if words]


def listed(turn: Turn, names: Sequence[str]) -> str:
    """Join names the way they are said: "migraine, nausea and fatigue"."""
    *first, last = names
    return turn.text("checkin-and", first=", ".join(first), last=last) if first else last


def _said(turn: Turn, key: str, word: str, level: int | None) -> str:
    return "" if level is None else turn.text(key, word=turn.text(f"{word}{level}").lower())
