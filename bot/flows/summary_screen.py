"""The summary as one phone screen: fits a length by showing fewer things, never by cutting a word in two."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.content import case_lines, opening
from bot.domain import history, markup, shortening, summary, zones
from bot.domain.patients import Energy
from bot.flows import history_lines, trusted_lines, visit_cards
from bot.flows.turn import Turn

LONGEST: dict[Energy, int] = {"full": 850, "low": 580, "foggy": 400}
"""Characters that are read on one screen."""
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class _Room:
    """How much is shown: how many of each list, and the width of a question, of a name and of a told list."""

    changes: int
    medicines: int
    question: int
    name: int
    told: int
    before: bool = True


_ROOMS: dict[Energy, tuple[_Room, ...]] = {
    "full": (
        _Room(4, 4, 110, 40, 130),
        _Room(3, 3, 90, 40, 100),
        _Room(3, 2, 70, 30, 80, before=False),
        _Room(2, 2, 50, 24, 60, before=False),
        _Room(1, 1, 40, 20, 40, before=False),
        _Room(1, 0, 30, 20, 20, before=False),
    ),
    "low": (
        _Room(3, 3, 90, 40, 80, before=False),
        _Room(2, 2, 60, 30, 60, before=False),
        _Room(1, 1, 40, 20, 30, before=False),
        _Room(1, 0, 30, 20, 20, before=False),
    ),
    "foggy": (
        _Room(2, 0, 70, 30, 60, before=False),
        _Room(1, 0, 40, 20, 40, before=False),
        _Room(1, 0, 30, 16, 16, before=False),
    ),
}
OPENING_WIDTH = 200


def text(turn: Turn, found: summary.Summary) -> str:
    """Draw the screen with as much as fits."""
    drawn = ""
    for room in _ROOMS[turn.patient.energy]:
        drawn = _draw(turn, found, room)
        if read_length(drawn) <= LONGEST[turn.patient.energy]:
            break
    return drawn


def read_length(drawn: str) -> int:
    """Count the characters a reader sees."""
    return len(html.unescape(_TAG.sub("", drawn)))


def _draw(turn: Turn, found: summary.Summary, room: _Room) -> str:
    sentence = shortening.shorten(opening.sentence(found, turn.text), OPENING_WIDTH)
    foggy = turn.patient.energy == "foggy"
    sections = [
        [turn.text("summary-opening", sentence=sentence), *_visit(turn, found, room)],
        _questions(turn, found, room),
        _changes(turn, found, room),
        [*([] if foggy else _medicines(turn, found, room)), *_to_mind(turn, found, room)],
        [] if foggy else _cases(turn, found, room),
        [_self_reported(turn, found), *trusted_lines.told_by(turn, found.period.start)],
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def _visit(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    visit = found.next_visit
    if visit is None or turn.patient.energy == "foggy":
        return []
    when = visit_cards.say_when(turn, visit)
    if not visit.with_whom:
        return [turn.text("summary-visit", when=when)]
    return [turn.text("summary-visit-whom", when=when, whom=shortening.shorten(visit.with_whom, room.name))]


def _questions(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    if not found.to_ask:
        return [turn.text("summary-no-questions")]
    lines: list[str] = [turn.text("summary-questions")]
    for question in found.to_ask:
        said = shortening.shorten(question.text, room.question)
        lines.append(turn.text("summary-question", place=question.place, text=said))
    return lines


def _changes(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    since = found.period.since_visit
    if not found.observed:
        return [turn.text("summary-nothing" if since is None else "summary-nothing-since")]
    if since is not None:
        when = day(zones.to_local(since.at, turn.zone).date())
        heading = turn.text("summary-changed-visit", when=when, observed=found.observed)
    elif found.period.days is not None:
        heading = turn.text("summary-changed-days", days=found.period.days, observed=found.observed)
    else:
        heading = turn.text("summary-changed-all", observed=found.observed)
    changes = found.changes if room.before else [c for c in found.changes if c.now.days]
    lines = [_change(turn, found, change, room) for change in changes]
    return [heading, *_first(turn, lines, room.changes)] if lines else []


def _change(turn: Turn, found: summary.Summary, change: summary.Change, room: _Room) -> str:
    now, before = change.now, change.before
    values = {"name": _name(now.name, room.name), "days": now.days, "observed": found.observed}
    if not now.days:
        return turn.text(
            "summary-change-gone", before=before.days, observed_before=found.observed_before, **values
        )
    if now.worst is None:
        said = turn.text("summary-change", **values)
    elif found.observed == 1:
        said = turn.text("summary-change-one", name=values["name"], worst=now.worst)
    else:
        said = turn.text("summary-change-worst", worst=now.worst, typical=now.typical, **values)
    if room.before and found.observed_before:
        earlier = turn.text("summary-change-before", days=before.days, observed=found.observed_before)
        said = markup.Html(f"{said} {earlier}")
    return said


def _medicines(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    """Show what was told to be taken now, in one line, then what the log shows."""
    every = found.items
    told = history.medicines_now(every)
    lines = [_medicine(turn, medicine, room) for medicine in found.medicines]
    if told:
        now = turn.text("summary-medicines-now", items=_one_line(turn, told, room))
        logged = turn.text("summary-medicines-logged", items=markup.Html("; ".join(lines[: room.medicines])))
        return [now, logged] if lines[: room.medicines] else [now]
    if history.is_none(every, "medicine"):
        return [turn.text("summary-medicines-none"), *_first(turn, lines, room.medicines)]
    if not lines:
        return [turn.text("summary-no-medicines")]
    return [turn.text("summary-medicines"), *_first(turn, lines, room.medicines)]


def _to_mind(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    """Show allergies, unknown apart from none, and what the patient asks people not to do; foggy, what was told."""
    every = found.items
    allergies = history.of_section(every, "allergy", "now")
    lines: list[str] = []
    if allergies:
        lines.append(turn.text("summary-allergies-told", items=_one_line(turn, allergies, room)))
    elif history.is_none(every, "allergy"):
        lines.append(turn.text("summary-allergies-none"))
    elif turn.patient.energy != "foggy":
        lines.append(turn.text("summary-allergies"))
    if avoid := history.of_section(every, "avoid", "now"):
        lines.append(turn.text("summary-avoid", items=_one_line(turn, avoid, room)))
    return lines


def _cases(turn: Turn, found: summary.Summary, room: _Room) -> list[str]:
    """Name the open cases, the most pressing first, with their day and whose move it is."""
    said = case_lines.lines(found.open_cases, turn.now, turn.zone, turn.text)
    if not said:
        return []
    shown = [shortening.shorten(line, room.told) for line in said[: max(1, room.medicines)]]
    items, rest = "; ".join(shown), len(said) - len(shown)
    every = turn.text("summary-and-more", items=items, count=rest) if rest else items
    return [turn.text("summary-cases", items=every)]


def _one_line(turn: Turn, items: tuple[history.Item, ...], room: _Room) -> str:
    """Name items in one line; those that find no room are counted, never cut off silently."""
    shown: list[str] = []
    for item in items:
        name = shortening.shorten(history_lines.named(item), room.name)
        if shown and sum(map(len, shown)) + len(name) > room.told:
            break
        shown.append(name)
    rest = len(items) - len(shown)
    said = ", ".join(shown)
    return turn.text("summary-and-more", items=said, count=rest) if rest else said


def _medicine(turn: Turn, medicine: summary.MedicineCount, room: _Room) -> str:
    dose = f" {medicine.doses[0]}" if medicine.doses else ""
    name = _name(medicine.name, room.name - len(dose)) + dose
    if medicine.days:
        return turn.text("summary-medicine", name=name, days=medicine.days)
    return turn.text("summary-medicine-missed", name=name, days=medicine.missed_days)


def _self_reported(turn: Turn, found: summary.Summary) -> str:
    return turn.text("summary-self-reported", first=day(found.first_day), last=day(found.last_day))


def day(moment: date) -> str:
    """Say a day shortly: "3 Nov"."""
    return f"{moment.day} {zones.MONTHS[moment.month - 1][:3]}"


def _name(name: str, width: int) -> str:
    return shortening.shorten(name[:1].upper() + name[1:], width)


def _first(turn: Turn, lines: Iterable[str], limit: int) -> list[str]:
    """Give the first lines, and say how many more there are."""
    every = list(lines)
    shown = every[:limit]
    if len(every) > limit:
        shown.append(turn.text("summary-more", count=len(every) - limit))
    return shown
