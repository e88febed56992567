"""What comes by itself about a case: a last day nears, an answer is late, a day to look again, a long wait.

On a locked phone the message is neutral, and "Show" puts the full one in its place. It is composed of the case as it
stands when it is shown.
"""

from dataclasses import replace
from datetime import date

from bot.content import case_lines, case_rules
from bot.domain import cases, reminder_rules, reminder_times, shortening
from bot.engine import flow, messages
from bot.flows import case_cards, case_days, case_making, case_reminders
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("case_reminder")

SHOW, DONE = "show", "d"
"""Choices; the day that was due stands behind DONE, so that an old button cannot settle a later one."""
WIDTH = 160


@FLOW.start(to=("done",))
def remind(turn: Turn) -> flow.Next:
    """Say it, or that there is something to show; or note that it is done."""
    reminder = turn.store.reminders.get(turn.subject) if not turn.choice else None
    case = turn.store.cases.get(reminder.subject if reminder else turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    if turn.choice.startswith(DONE):
        return flow.Done((_done(turn, case, turn.choice.removeprefix(DONE)),))
    if turn.choice != SHOW and not turn.patient.open_lock_screen:
        show = flow.act(turn.text("reminder-show"), FLOW.name, case.id, SHOW)
        return flow.Done((messages.Say(turn.text("reminder-neutral"), buttons=((show,),)),))
    return flow.Done((_full(turn, case),))


def _full(turn: Turn, case: cases.Case) -> messages.Say:
    if case.state == "closed":
        return case_cards.card(turn, case)
    lines = [turn.text("case-title", title=case.title), *_why_now(turn, case)]
    if case.next_step:
        lines.append(turn.text("case-next", step=shortening.shorten(case.next_step, WIDTH)))
    if case.reference and turn.patient.energy != "foggy":
        lines.append(turn.text("case-reference", words=case.reference))
    return messages.Say("\n".join(lines), buttons=_buttons(turn, case), about=case_cards.about(case.id))


def _why_now(turn: Turn, case: cases.Case) -> list[str]:
    """Say what brings it up: every reason that holds today, else where it stands."""
    lines = []
    if _is_near(turn, case) or _is_late(turn, case):
        lines += case_days.due(turn, case)
    if case.follow_on and case.follow_on <= turn.local_now.date():
        lines.append(turn.text("case_reminder-follow"))
    return lines or [_waiting(turn, case)]


def _waiting(turn: Turn, case: cases.Case) -> str:
    days = cases.days_waiting(case, turn.now)
    side = case_lines.side(case, turn.text)
    key = "case_reminder-theirs" if case.move == "theirs" else "case_reminder-mine"
    is_ours = case.move == "theirs" and turn.patient.energy == "full"
    ours = case_rules.load_case_rules().ours if is_ours else ""
    return turn.text(key, days=days, side=side, ours=ours).strip()


def _done(turn: Turn, case: cases.Case, day: str) -> messages.Say:
    """Note that what was due is done: the day is met, or looked at again; then it is the other side's move."""
    if case.state == "closed":
        return case_cards.card(turn, case)
    reminder = case_reminders.of_case(turn, case.id)
    if reminder:
        turn.store.reminders.settle(reminder.id, "done", turn.now)
    lead = turn.text("case_reminder-done")
    if case.runs_until and case.runs_until.isoformat() == day:
        lead = turn.text("case_reminder-met", day=case_days.say_day(turn, case.runs_until))
        case = replace(case, deadline_met=True)
    if case.follow_on and case.follow_on <= turn.local_now.date():
        case = replace(case, follow_on=None, follow_at=None)
    if case.calls and case.next_step == case.calls[-1].then:
        case = replace(case, next_step=case_making.next_step(case.kind, case.move))
    if case.move == "mine":
        case = case_making.turned(turn, case, "theirs")
    return case_cards.card(turn, case_making.save(turn, case), lead=lead)


def _is_near(turn: Turn, case: cases.Case) -> bool:
    left = cases.days_left(case, turn.local_now.date())
    return left is not None and case.deadline_whose == "mine" and left <= max(reminder_times.DAYS_BEFORE)


def _is_late(turn: Turn, case: cases.Case) -> bool:
    left = cases.days_left(case, turn.local_now.date())
    return left is not None and case.deadline_whose == "theirs" and left < 0


def _buttons(turn: Turn, case: cases.Case) -> messages.Buttons:
    day: date | None = case.runs_until if _is_near(turn, case) else None
    log = flow.act(turn.text("case-log"), case_cards.CALL, case.id)
    done = flow.act(turn.text("case_reminder-is-done"), FLOW.name, case.id, f"{DONE}{day or ''}")
    see = flow.act(turn.text("case_reminder-open"), case_cards.CASES, case.id, "card")
    reminder = case_reminders.of_case(turn, case.id)
    if reminder is None:
        return ((log, done), (see,))
    answers = [
        flow.act(turn.text(f"case_reminder-{name}"), "answer_reminder", reminder.id, choice)
        for name, choice in (("later", "snooze"), ("not-now", "skip"), ("stop", "stop"))
    ]
    later = () if reminder_rules.is_paused(turn.patient, turn.now) else (answers[0],)
    if turn.patient.energy == "foggy":
        return ((log, done), (*later, answers[1]))
    return ((log, done), (*later, answers[1]), (see, answers[2]))
