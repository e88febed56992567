"""/reminders: what is coming up, in order, in plain words, and where to change it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain import reminder_rules, reminders, shortening
from bot.domain.reminders import VISIT_KINDS, Reminder
from bot.engine import flow, messages
from bot.flows import pause_words, reminder_words, visit_cards
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("reminders")

SHOWN = 12
LABEL_WIDTH = 30
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the list: when it comes next, its words, and its button where it is the patient's own."""

    at: datetime
    text: str
    button: messages.Button | None = None


@FLOW.start(to=("done",))
def show(turn: Turn) -> flow.Next:
    """List the check-in, one line a visit, and the patient's own, soonest first."""
    upcoming = turn.store.reminders.upcoming()
    lines = [_checkin(turn, r) for r in upcoming if r.kind == "checkin"]
    lines += _visits(turn, [r for r in upcoming if r.kind in VISIT_KINDS])
    lines += [_own(turn, r) for r in upcoming if r.kind == "own"]
    lines += [line for r in upcoming if r.kind == "case" for line in _case(turn, r)]
    lines.sort(key=lambda line: line.at)
    said: list[str] = [turn.text("reminders-list" if lines else "reminders-none")]
    said += [turn.text("reminders-line", text=line.text) for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        said.append(turn.text("reminders-more", count=len(lines) - SHOWN))
    if reminder_rules.is_paused(turn.patient, turn.now):
        said.append(pause_words.until(turn))
    rows = tuple((line.button,) for line in lines[:SHOWN] if line.button)
    return flow.Done((messages.Say("\n".join(said), buttons=(*rows, *_settings(turn))),))


def _settings(turn: Turn) -> messages.Buttons:
    paused = reminder_rules.is_paused(turn.patient, turn.now)
    add = flow.act(turn.text("reminders-list.add"), "remind_me")
    pause = flow.act(turn.text("reminders-list.pause"), "pause")
    resume = flow.act(turn.text("pause-days.resume"), "pause", "", "resume")
    checkin = flow.act(turn.text("reminders-list.checkin"), "settings", "", "checkin")
    quiet = flow.act(turn.text("reminders-list.quiet"), "settings", "", "quiet")
    return ((add, resume if paused else pause), (checkin, quiet))


def _checkin(turn: Turn, reminder: Reminder) -> Line:
    gap = reminders.checkin_gap_days(reminder.unanswered)
    moment = reminder.due_at or NEVER
    if reminder_words.waits(turn, reminder):
        return Line(moment, turn.text("reminders-checkin-waits"))
    return Line(moment, turn.text("reminders-checkin", days=gap, moment=turn.say_moment(moment)))


def _visits(turn: Turn, rungs: list[Reminder]) -> list[Line]:
    """Fold the ladder of each visit into one line: the visit, and when the next word about it comes."""
    first: dict[str, Reminder] = {}
    for rung in rungs:
        first.setdefault(rung.subject, rung)
    lines = []
    for visit_id, rung in first.items():
        visit = turn.store.visits.get(visit_id)
        if visit and rung.due_at:
            whom, when = visit_cards.short(visit.with_whom), visit_cards.say_when(turn, visit)
            next_at = turn.say_moment(rung.due_at)
            words = turn.text("reminders-visit", whom=whom or "none", when=when, moment=next_at)
            lines.append(Line(rung.due_at, words))
    return lines


def _case(turn: Turn, reminder: Reminder) -> list[Line]:
    """Say when the next note about a case comes; its button opens the case. A deleted one is not spoken of."""
    case = turn.store.cases.get(reminder.subject)
    if case is None or case.removed_at or reminder.due_at is None:
        return []
    words = turn.text("reminders-case", title=case.title, moment=turn.say_moment(reminder.due_at))
    label = shortening.shorten(case.title, LABEL_WIDTH)
    button = flow.act(turn.text("reminders-see", about=label), "cases", case.id, "card")
    return [Line(reminder.due_at, words, button)]


def _own(turn: Turn, reminder: Reminder) -> Line:
    words = turn.text("reminders-own", about=reminder.text, when=reminder_words.when(turn, reminder))
    label = shortening.shorten(reminder.text, LABEL_WIDTH)
    button = flow.act(turn.text("reminders-open", about=label), "remind_me", reminder.id, "show")
    return Line(reminder.due_at or NEVER, words, button)
