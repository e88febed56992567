"""The lines of the summary as a portal takes them, the most important first. Not a flow.

Records of harm are no part of it: what is sent ahead may reach the one they are about.
"""

from bot.content import case_lines, opening
from bot.domain import history, portal_text, shortening, summary, zones
from bot.domain.portal_text import Line
from bot.flows import history_lines, summary_screen, summary_sources, visit_cards
from bot.flows.turn import Turn

CHANGES, MEDICINES, TRIED = 8, 8, 8
NAME_WIDTH = 48
WHY_WIDTH = 90
HEAD, WHY, QUESTIONS, CHANGED, TAKEN, ALLERGIES, CASES, AVOID, HELPS, STOPPED, SIGNED = (
    "head", "why", "questions", "changed", "taken", "allergies", "cases", "avoid", "helps", "stopped", "signed",
)  # fmt: skip
RANKS = {
    name: rank
    for rank, name in enumerate(
        (HEAD, WHY, SIGNED, QUESTIONS, ALLERGIES, CHANGED, TAKEN, CASES, AVOID, STOPPED, HELPS)
    )
}
"""Which goes in first where not all of it fits. Who it is from has to stand under it."""


def written(turn: Turn, size: int) -> portal_text.Message | None:
    """Write the message; None where there is nothing to say yet."""
    found = summary_sources.gather(turn.store, turn.patient, turn.now)
    lines = [*_content(turn, found)]
    if not lines:
        return None
    around = [
        (HEAD, _head(turn, found)),
        (WHY, _said(turn, "send_ahead-why", sentence=opening.sentence(found, turn.text))),
        (ALLERGIES, _allergies(turn, found)),
        (SIGNED, _said(turn, "send_ahead-signed", name=turn.patient.name) if turn.patient.name else ""),
    ]
    every = [Line(text, RANKS[section], section) for section, text in (*around, *lines)]
    return portal_text.write(every, _sections(turn, found), size)


def _said(turn: Turn, key: str, **values: int | str) -> str:
    return opening.plain(turn.text, key, **values)


def _sections(turn: Turn, found: summary.Summary) -> tuple[portal_text.Section, ...]:
    first, span = summary_screen.day(found.first_day), (found.last_day - found.first_day).days + 1
    changed = _said(turn, "send_ahead-changed", first=first, observed=found.observed, span=span)
    headings = {
        QUESTIONS: _said(turn, "send_ahead-questions"),
        CHANGED: changed,
        TAKEN: _said(turn, "send_ahead-taken"),
        CASES: _said(turn, "send_ahead-cases"),
        STOPPED: _said(turn, "send_ahead-tried"),
    }
    order = (HEAD, WHY, QUESTIONS, CHANGED, TAKEN, ALLERGIES, CASES, AVOID, HELPS, STOPPED, SIGNED)
    return tuple(portal_text.Section(name, headings.get(name, "")) for name in order)


def _content(turn: Turn, found: summary.Summary) -> list[tuple[str, str]]:
    """List the lines that hold something the patient told, each with its section."""
    now = [(CASES, line) for line in case_lines.lines(found.open_cases, turn.now, turn.zone, turn.text)]
    return [
        *(
            (QUESTIONS, _said(turn, "send_ahead-question", place=q.place or 0, text=q.text))
            for q in found.to_ask
        ),
        *((CHANGED, _change(turn, found, change)) for change in found.changes[:CHANGES] if change.now.days),
        *((TAKEN, line) for line in _taken(turn, found)),
        *((section, _said(turn, "send_ahead-case", line=line)) for section, line in now),
        *_listed(turn, found, AVOID, "avoid"),
        *_listed(turn, found, HELPS, "helps"),
        *((STOPPED, _tried(turn, item)) for item in history.tried(found.items)[:TRIED]),
    ]


def _head(turn: Turn, found: summary.Summary) -> str:
    visit = found.next_visit
    if visit is None:
        today = turn.local_now
        when = f"{today.day} {zones.MONTHS[today.month - 1]} {today.year}"
        return _said(turn, "send_ahead-head-plain", when=when)
    when = visit_cards.say_when(turn, visit)
    if not visit.with_whom:
        return _said(turn, "send_ahead-head-visit", when=when)
    return _said(turn, "send_ahead-head", when=when, whom=shortening.shorten(visit.with_whom, NAME_WIDTH))


def _change(turn: Turn, found: summary.Summary, change: summary.Change) -> str:
    now = change.now
    name = shortening.shorten(now.name[:1].upper() + now.name[1:], NAME_WIDTH)
    counted: dict[str, int | str] = {"name": name, "days": now.days, "observed": found.observed}
    if now.worst is None or now.typical is None:
        return _said(turn, "send_ahead-change", **counted)
    return _said(turn, "send_ahead-change-numbers", typical=now.typical, worst=now.worst, **counted)


def _taken(turn: Turn, found: summary.Summary) -> list[str]:
    """Say what is taken now, then what the log shows."""
    told = history.medicines_now(found.items)
    lines = []
    if told:
        items = ", ".join(history_lines.named(item) for item in told)
        lines.append(_said(turn, "send_ahead-medicines", items=items))
    elif history.is_none(found.items, "medicine"):
        lines.append(_said(turn, "send_ahead-medicines-none"))
    for medicine in found.medicines[:MEDICINES]:
        name = " ".join((medicine.name, *medicine.doses[:1]))
        counted = {"days": medicine.days, "missed": medicine.missed_days}
        lines.append(_said(turn, "send_ahead-medicine-logged", name=name, **counted))
    return lines


def _allergies(turn: Turn, found: summary.Summary) -> str:
    told = history.of_section(found.items, "allergy", "now")
    if told:
        items = ", ".join(history_lines.named(item) for item in told)
        return _said(turn, "send_ahead-allergies", items=items)
    is_none = history.is_none(found.items, "allergy")
    return _said(turn, "send_ahead-allergies-none" if is_none else "send_ahead-allergies-unknown")


def _listed(turn: Turn, found: summary.Summary, name: str, section: history.Section) -> list[tuple[str, str]]:
    told = history.of_section(found.items, section, "now")
    items = ", ".join(history_lines.named(item) for item in told)
    return [(name, _said(turn, f"send_ahead-{name}", items=items))] if told else []


def _tried(turn: Turn, item: history.Item) -> str:
    parts = (history_lines.named(item), item.lasted, shortening.shorten(item.why, WHY_WIDTH))
    return _said(turn, "send_ahead-tried-line", item=", ".join(part for part in parts if part))
