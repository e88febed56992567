"""The card of one visit: weekday, date, time, with whom, and what can be done about it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import questions, shortening, visits, zones
from bot.engine import flow, messages
from bot.flows import phone_buttons, visit_words_kept
from bot.flows.turn import Turn

LABEL_WIDTH = 34
"""Characters of a button that takes a whole row on a small phone."""
DETAIL_WIDTH = 200
LINE_WIDTH = 60


def about(visit_id: str) -> str:
    """Name the visit, so that a later change finds its card."""
    return f"visit:{visit_id}"


def at_hand(turn: Turn) -> tuple[visits.Visit, ...]:
    """List the visits still ahead or hardly begun, soonest first."""
    return visits.at_hand(turn.store.visits.planned(turn.now - visits.RUNNING_LATE), turn.now)


def say_when(turn: Turn, visit: visits.Visit) -> str:
    """Say when, on the clock at the clinic; another zone than the patient's is named, an hour not told is not."""
    said = zones.say(
        visit.local, visit_now(turn, visit), with_time=visit.hour_known, clock24=turn.patient.clock24
    )
    if visit.zone == turn.patient.zone or not visit.hour_known:
        return said
    return turn.text("visit-in-zone", when=said, place=visit.zone.rpartition("/")[2].replace("_", " "))


def card(turn: Turn, visit: visits.Visit, *, lead: str = "") -> messages.Say:
    """Show a visit with its buttons; ``lead`` says first what just happened."""
    if visit.state == "cancelled":
        return _cancelled(turn, visit)
    lines = [lead, turn.text("visit-when", when=say_when(turn, visit)), *_details(turn, visit)]
    text = "\n".join(line for line in lines if line)
    return messages.Say(text, buttons=_buttons(turn, visit), about=about(visit.id))


def gone(turn: Turn) -> messages.Say:
    """Say kindly that the visit behind a button is no longer there."""
    every = flow.act(turn.text("visits-back"), "visits")
    return messages.Say(turn.text("visits-lost"), buttons=((every,),))


def label(visit: visits.Visit) -> str:
    """Name a visit on a button: "Tue 24 Nov, Dr Wu"."""
    day = visit.local
    said = f"{zones.WEEKDAYS[day.weekday()][:3]} {day.day} {zones.MONTHS[day.month - 1][:3]}"
    return shortening.shorten(f"{said}, {visit.with_whom}" if visit.with_whom else said, LABEL_WIDTH)


def short(words: str) -> str:
    """Give the patient's own words in one line of a list."""
    return shortening.shorten(words, LINE_WIDTH)


def is_over(turn: Turn, visit: visits.Visit) -> bool:
    """Tell whether a visit lies behind: the patient said so, or its hour is long past."""
    return visit.state == "done" or visit.at <= turn.now - visits.RUNNING_LATE


def visit_now(turn: Turn, visit: visits.Visit) -> datetime:
    """Give the wall clock where the visit is."""
    return zones.to_local(turn.now, ZoneInfo(visit.zone))


def _details(turn: Turn, visit: visits.Visit) -> list[str]:
    shown = {
        name: shortening.shorten(getattr(visit, name), DETAIL_WIDTH) for name in ("with_whom", "where", "why")
    }
    lines: list[str] = [
        turn.text(f"visit-{name.replace('_', '-')}", words=said) for name, said in shown.items() if said
    ]
    if visit.minutes != visits.DEFAULT_MINUTES:
        lines.append(turn.text("visit-minutes", count=visit.minutes))
    ahead = [v.id for v in at_hand(turn)]
    if visit.id in ahead:
        chosen = questions.chosen(questions.for_visit(turn.store.questions.open(), visit.id, ahead))
        lines.append(turn.text("visit-questions", count=len(chosen)))
        lines.extend(visit_words_kept.lines(turn, visit.id))
    return lines


def _buttons(turn: Turn, visit: visits.Visit) -> messages.Buttons:
    change = flow.act(turn.text("visit-change"), "change_visit", visit.id)
    if is_over(turn, visit):
        return ((_after(turn, visit),), (change,))
    choose = flow.act(turn.text("visit-choose"), "questions", visit.id)
    practice = flow.act(turn.text("visit-practice"), "rehearse", visit.id, "visit")
    words = flow.act(turn.text("visit-words"), "say", visit.id, "visit")
    file = flow.act(turn.text("visit-file"), "visits", visit.id, "file")
    cancel = flow.act(turn.text("visit-cancel"), "change_visit", visit.id, "cancel")
    missing = [
        flow.act(turn.text(f"visit-add-{name.replace('_', '-')}"), "change_visit", visit.id, name)
        for name in ("with_whom", "where")
        if not getattr(visit, name)
    ]
    after = (_after(turn, visit),) if visit.at <= turn.now else ()
    show = phone_buttons.of_visit(turn, visit.id)
    if turn.patient.energy == "foggy":
        rows: messages.Buttons = (after, (choose, words), (show, change))
    else:  # at most four, so that the words above stay on a small screen; a long label fits half a row
        rows = (after, (choose, practice), (words, show), (file, change), (*missing, cancel))
    return tuple(row for row in rows if row)


def _after(turn: Turn, visit: visits.Visit) -> messages.Button:
    """Open what was said; where nothing is kept yet, begin with it."""
    begun = turn.store.debriefs.of_visit(visit.id)
    return flow.act(turn.text("after-card" if begun else "after-begin"), "after", visit.id, "card")


def _cancelled(turn: Turn, visit: visits.Visit) -> messages.Say:
    text = turn.text("visit-cancelled", when=say_when(turn, visit))
    back = flow.act(turn.text("visit-bring-back"), "change_visit", visit.id, "restore")
    return messages.Say(text, buttons=((back,),) if visit.at > turn.now else (), about=about(visit.id))
