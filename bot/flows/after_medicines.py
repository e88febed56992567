"""Changes of medicine told after a visit: kept in the patient's words, put into the history, each taken back by a tap.

"start propranolol 40", "stop topiramate because of fog", "lyrica up to 75". A change that cannot be read stays words.
Not a flow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain import history
from bot.domain.debriefs import Applied, Debrief
from bot.flows.turn import Turn
from bot.understanding.history import history_medicines

MOST = 10
_LED_BY = (
    r"^(?:(?:and|then|also|ok|so|to|new|she|he|they|dr\.? \w+|doctor|i|i'll|i'm to|we|will|should|need to|have to|must|"
    r"wants? me to|told me to|asked me to|said to|says to|am to|going to|can|medicine|meds?)[\s:,]+)*"
)
_START = re.compile(_LED_BY + r"(?:start(?:ed|ing|s)?|begin|began|try|add(?:ed|s)?|put me on|prescribed|restart)\s+(?:on\s+|taking\s+|me on\s+)?(?P<what>\S.*)$", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_STOP = re.compile(_LED_BY + r"(?:stop(?:ped|ping|s)?|quit|come off|came off|no more|taper off|wean off|took me off|drop(?:ped)?)\s+(?:taking\s+|of\s+)?(?P<what>\S.*)$", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_DOSE = re.compile(_LED_BY + r"(?:up(?:ped)?|increased?|raised?|lower(?:ed)?|reduced?|cut|decreased?|change[d]?|go up on|go down on|double[d]?|halve[d]?)\s+(?:the |my )?(?:dose of )?(?P<what>\S.*)$", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_SWITCH = re.compile(_LED_BY + r"(?:switch(?:ed)?|swap(?:ped)?|change[d]?)\s+(?:me\s+)?(?:from\s+)?(?P<old>\S.*?)\s+(?:to|for|with)\s+(?P<what>[^\d\s].*)$", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_PIECES = re.compile(r"\s*[\n;]\s*|[.!]\s+|\s*,\s*(?:and\s+|then\s+)?(?=(?:start|stop|add|up|increase|lower|reduce|switch|no more|come off|quit)\w*\s)|\s+(?:and|then|but)\s+(?=(?:(?:start|stop|add|increase|lower|reduce|switch)\w*|wants?|order\w*|refer\w*|said|will|ask\w*|told|book\w*|sent|i|he|she|they|we)\s)", re.IGNORECASE)  # fmt: skip  # noqa: E501  one pattern
_TO_DOSE = re.compile(r"\s+(?:up |down )?(?:from\s+\S+\s+)?to\s+(?=\d)", re.IGNORECASE)
_OFF = re.compile(r"\b(?:not|don't|dont|never|if|maybe|might|unless)\b|\?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """One change as read: "now" for begun or another dose, "stopped" for stopped."""

    state: history.State
    medicine: history_medicines.Medicine


def pieces(text: str) -> list[str]:
    """Cut a message into single changes."""
    return [piece.strip(" ,.-") for piece in _PIECES.split(text) if piece.strip(" ,.-")][:MOST]


def is_change(turn: Turn, piece: str) -> bool:
    """Tell whether free text clearly speaks of a change of a medicine that the vocabulary knows."""
    if _OFF.search(piece) or not turn.reads.update(piece).medications:
        return False
    return any(pattern.match(piece) for pattern in (_SWITCH, _STOP, _START, _DOSE))


def take(turn: Turn, debrief: Debrief, told: list[str]) -> Debrief:
    """Keep the changes in their words and put what can be read into the history."""
    for piece in told:
        applied = tuple(_apply(turn, piece, change) for change in _read(turn, piece))
        debrief = replace(
            debrief, medicines=(*debrief.medicines, piece), applied=(*debrief.applied, *applied)
        )
    return debrief


def line(turn: Turn, applied: Applied) -> str:
    """Say what the history holds of one change."""
    item = applied.after
    if item.state == "stopped":
        return turn.text("after-medicine-stopped", name=item.name, why=item.why or "none")
    return turn.text("after-medicine-now", name=item.name, detail=item.detail or "none")


def take_back(turn: Turn, debrief: Debrief, item_id: str) -> tuple[Debrief, bool]:
    """Put the history back as it was before a change; leave it where it was changed again since, and say so."""
    mine = [each for each in debrief.applied if each.after.id == item_id]
    current = turn.store.history.get(item_id)
    if not mine:
        return debrief, False
    if current != mine[-1].after:
        return debrief, False
    if mine[-1].before:
        turn.store.history.save(mine[-1].before)
    else:
        turn.store.history.delete(item_id)
    words = mine[-1].text
    applied = tuple(each for each in debrief.applied if each is not mine[-1])
    medicines = debrief.medicines
    if not any(each.text == words for each in applied):
        medicines = tuple(each for each in medicines if each != words)
    return replace(debrief, applied=applied, medicines=medicines), True


def _read(turn: Turn, piece: str) -> Iterator[Change]:
    if _OFF.search(piece):
        return
    switch = _SWITCH.match(piece)
    if switch:
        yield from _changes(turn, "stopped", switch["old"])
        yield from _changes(turn, "now", switch["what"])
        return
    states: tuple[tuple[re.Pattern[str], history.State], ...] = (
        (_STOP, "stopped"),
        (_START, "now"),
        (_DOSE, "now"),
    )
    for pattern, state in states:
        found = pattern.match(piece)
        if found:
            yield from _changes(turn, state, _TO_DOSE.sub(" ", found["what"], count=1))
            return


def _changes(turn: Turn, state: history.State, told: str) -> Iterator[Change]:
    stopped = state == "stopped"
    found = list(history_medicines.read(turn.reads.readers.updates, told, tried=stopped))
    for medicine in found[:1]:  # what follows a comma may be a reason as well as a second medicine
        yield Change(state, medicine)


def _apply(turn: Turn, piece: str, change: Change) -> Applied:
    told, every = change.medicine, turn.store.history.all()
    now = [item for item in every if item.state == "now"]
    before = history.find_same(now, "medicine", told.name)
    blank = before or history.Item(turn.new_id(), "medicine", told.name, turn.now)
    if change.state == "stopped":
        after = history.stop(blank, turn.now, why=told.why, until=told.until, lasted=told.lasted)
    else:
        # One that was stopped before stays in the ledger: what is begun anew is a chapter of its own.
        after = replace(blank, detail=told.detail or blank.detail, changed_at=turn.now)
    return Applied(piece, turn.store.history.tell(after), before)
