"""Says an item of the history in words: on a card, in a list, on a button. Not a flow."""

import re

from bot.domain import history, markup, shortening
from bot.flows import history_areas
from bot.flows.turn import Turn

LABEL_WIDTH = 34
LINE_WIDTH = 160
_FIXED = re.compile(
    r"(?:19|20)\d\d|\d{4}|\d0s|age|childhood|birth|i was|teens|ties|school|college", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:last|this|ago|yesterday|today|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
    r"|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)


def line(turn: Turn, item: history.Item) -> str:
    """Say everything that is known of an item, in one line."""
    said = [turn.text("history-named", words=named(item)), *_when(turn, item)]
    if item.state == "stopped":
        said.append(_stopped(turn, item))
    elif item.why:
        said.append(turn.text("history-why", why=item.why))
    return ", ".join(said)


def named(item: history.Item) -> str:
    """Name an item with its dose, reaction, result or role, as plain text."""
    name, detail = (shortening.shorten(words, LINE_WIDTH) for words in (item.name, item.detail))
    if not detail:
        return name
    return f"{name} {detail}" if item.section == "medicine" else f"{name} ({detail})"


def label(item: history.Item) -> str:
    """Name an item on a button."""
    return shortening.shorten(named(item), LABEL_WIDTH)


def told(turn: Turn, entry_id: str) -> str:
    """Say in one line what an entry put into the history; empty where it put nothing there."""
    found = [item for item in turn.store.history.all() if item.entry_id == entry_id]
    if not found:
        return ""
    each = [_told(turn, item) for item in sorted(found, key=lambda i: (i.changed_at or i.added_at, i.id))]
    return turn.text("history-told", items=markup.Html("; ".join(each))) if all(each) else ""


def as_of(turn: Turn, words: str) -> str:
    """Add the day it was told to a time that only that day explains ("last week", "in March")."""
    if not words or _FIXED.search(words) or not _RELATIVE.search(words):
        return words
    day = turn.say_moment(turn.sent_at, with_time=False).partition(" ")[2]
    return str(turn.text("history-as-of", words=words, day=f"{day} {turn.local(turn.sent_at).year}"))


def _told(turn: Turn, item: history.Item) -> str:
    if item.state == "none":
        return turn.text(f"history-none-in.{item.section}")
    key = f"history-told-in.{item.section}"
    said = line(turn, item)
    return turn.text(key, item=markup.Html(said)) if turn.speaks.has(key) else said


def _when(turn: Turn, item: history.Item) -> list[str]:
    said: list[str] = []
    if item.since:
        key = "history-done" if item.section in {"operation", "test"} else "history-since"
        said.append(turn.text(key, when=item.since))
    if item.lasted:
        said.append(turn.text("history-lasted", span=item.lasted))
    return said


def _stopped(turn: Turn, item: history.Item) -> str:
    if item.until and item.why:
        return turn.text("history-stopped-when-why", when=item.until, why=item.why)
    if item.until:
        return turn.text("history-stopped-when", when=item.until)
    if item.why:
        return turn.text("history-stopped-why", why=item.why)
    return turn.text("history-stopped")


def shown_in(turn: Turn, area: history_areas.Area, width: int) -> str:
    """Name what stands in a part, in one line of at most ``width`` characters."""
    return shortening.shorten(", ".join(named(item) for item in history_areas.items(turn, area)), width)


def listed(turn: Turn, items: tuple[history.Item, ...]) -> markup.Html:
    """Say several items one after the other; empty where there are none."""
    return markup.Html("; ".join(line(turn, item) for item in items))
