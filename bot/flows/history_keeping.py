"""Puts into the history what was told, and takes it out again when the entry that told it is undone. Not a flow.

What is told again adds to what is there. A medicine that was stopped keeps its place in the ledger when it is begun
anew. What the patient changed by hand is theirs: no undo of an entry touches it any more.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.domain import history, journal, readings
from bot.flows import history_areas, history_lines
from bot.flows.turn import Turn
from bot.understanding.history import history_told
from bot.understanding.history.history_items import Draft

_DEPTH = 4
"""Earlier forms kept of one item, each told by an entry of its own."""


def told_in(turn: Turn, text: str) -> tuple[Draft, ...]:
    """Find what a loose message tells for the history."""
    if not history_told.may_tell(turn.reads.plain(text)):
        return ()
    taken = tuple(item.name for item in turn.store.history.all() if item.section == "medicine" and item.name)
    return turn.reads.once(("told", text, taken), lambda: history_areas.reader(turn).find(text, taken))


def without_reactions(turn: Turn, text: str, reading: readings.UpdateReading) -> readings.UpdateReading:
    """Leave out what an allergy does: "allergic to penicillin, hives" tells of no hives today."""
    told = " ".join(f"{d.detail} {d.why}" for d in told_in(turn, text) if d.section == "allergy").casefold()
    if not told.strip() or turn.alert.kind != "none":
        return reading
    felt = tuple(s for s in reading.symptoms if s.severity is not None or s.words.casefold() not in told)
    return replace(reading, symptoms=felt)


def tell(turn: Turn, entry: journal.Entry) -> tuple[history.Item, ...]:
    """Keep what an entry tells, its added words included, in place of what it told before."""
    retract(turn, entry.id)
    words = "\n".join(part for part in (entry.text, entry.note) if part)
    return keep(turn, told_in(turn, words), entry.id) if entry.kind == "update" else ()


def retract(turn: Turn, entry_id: str) -> None:
    """Take out what an entry told; what it changed is again as it was before."""
    for item in turn.store.history.all():
        if item.entry_id != entry_id:
            continue
        if item.before:
            turn.store.history.save(item.before)
        else:
            turn.store.history.delete(item.id)


def keep(turn: Turn, drafts: Iterable[Draft], entry_id: str | None = None) -> tuple[history.Item, ...]:
    """Keep drafts; give what is new or changed by them."""
    kept = (_kept(turn, draft, entry_id, place) for place, draft in enumerate(drafts))
    return tuple(item for item in kept if item is not None)


def remove(turn: Turn, item: history.Item, *, offered: bool) -> None:
    """Take an item out; where the log would offer it again, only that it was refused stays."""
    turn.store.history.delete(item.id)
    if offered:
        refuse(turn, item.section, item.name)


def refuse(turn: Turn, section: history.Section, name: str) -> None:
    """Note that something the log shows is not the patient's, so that it is not asked again."""
    if history.find_same(turn.store.history.all(), section, name) is None:
        turn.store.history.add(history.Item(turn.new_id(), section, name, turn.now, state="refused"))


def bring_back(turn: Turn, item: history.Item) -> None:
    """Put a removed item back."""
    same = history.find_same(turn.store.history.all(), item.section, item.name)
    if same and same.state == "refused":
        turn.store.history.delete(same.id)
    turn.store.history.tell(item)


def by_hand(turn: Turn, item: history.Item) -> history.Item:
    """Keep what the patient changed themselves."""
    return turn.store.history.tell(replace(item, entry_id=None, before=None, changed_at=turn.now))


def say_none(turn: Turn, section: history.Section, entry_id: str | None = None) -> history.Item | None:
    """Note that there is nothing in a section; None where something is, or where it was said before."""
    every = turn.store.history.all()
    if history.of_section(every, section, "now", "none"):
        return None
    note = history.Item(turn.new_id(), section, "", turn.now, state="none", entry_id=entry_id)
    turn.store.history.set_none(section, note)
    return note


def _kept(turn: Turn, draft: Draft, entry_id: str | None, place: int) -> history.Item | None:
    if draft.state == "none":
        return say_none(turn, draft.section, entry_id)
    told_at = turn.now + timedelta(microseconds=place)  # a list stays in its order
    fresh = replace(
        history.Item(turn.new_id(), draft.section, draft.name, told_at, draft.state, draft.detail, draft.why),
        since=history_lines.as_of(turn, draft.since),
        until=history_lines.as_of(turn, draft.until),
        lasted=draft.lasted,
        entry_id=entry_id,
    )
    old = _same(turn, fresh)
    if old is None:
        return turn.store.history.tell(fresh)
    merged = _merged(turn, old, fresh)
    if merged == old:
        return None
    before = _limited(old, _DEPTH) if entry_id else None
    return turn.store.history.tell(replace(merged, entry_id=entry_id, before=before, changed_at=turn.now))


def _same(turn: Turn, fresh: history.Item) -> history.Item | None:
    """Find what ``fresh`` adds to: a medicine begun anew is a second chapter, not a change of the first."""
    every = turn.store.history.all()
    states: tuple[history.State, ...] = ("now", "refused", "stopped")
    if fresh.section == "medicine" and fresh.state == "now":
        states = ("now", "refused")
    for state in states:
        found = history.find_same([i for i in every if i.state == state], fresh.section, fresh.name)
        if found:
            return found
    return None


def _merged(turn: Turn, old: history.Item, fresh: history.Item) -> history.Item:
    """Give ``old`` with what ``fresh`` says besides; what is told last counts."""
    detail = fresh.detail or old.detail
    if fresh.section in {"family", "allergy"} and old.detail and fresh.detail:
        is_there = fresh.detail.casefold() in old.detail.casefold()
        detail = old.detail if is_there else f"{old.detail}, {fresh.detail}"
    told = replace(
        old,
        detail=detail,
        since=fresh.since or old.since,
        lasted=fresh.lasted or old.lasted,
        why=fresh.why or old.why,
    )
    if fresh.state == "stopped" and old.state != "stopped":
        return history.stop(told, turn.now, why=fresh.why, until=fresh.until, lasted=fresh.lasted)
    if fresh.state == "stopped":
        return replace(told, until=fresh.until or old.until)
    return replace(told, state="now")


def _limited(item: history.Item, depth: int) -> history.Item:
    if item.before is None:
        return item
    return replace(item, before=_limited(item.before, depth - 1) if depth > 1 else None)
