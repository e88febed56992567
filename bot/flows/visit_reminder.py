"""What comes by itself around a visit: start the list, choose three, what to bring, the card, how was it.

On a locked phone the message is neutral and "Show" puts the full one in its place. The form is inside the
reminder (few people open one elsewhere: jmir.org/2021/11/e29951): questions are added and chosen right here.
"""

from bot.domain import questions, reminder_rules, shortening, visits
from bot.domain.reminders import Reminder
from bot.engine import flow, inputs, messages
from bot.flows import after_promises, after_screens, asides, question_list, visit_cards, visit_words_kept
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("visit_reminder")

STAGES = {"visit_7d": "7d", "visit_2d": "2d", "visit_eve": "eve", "visit_2h": "2h", "visit_after": "after"}
CHOOSE = "c"
"""Before a question's id in a button: give it a place."""
WRITE = "note"
"""The choice of a button that earlier versions sent, and that stays clickable for ever."""
LABEL_WIDTH = 34


@FLOW.start(to=("question", "after", "done"))
def remind(turn: Turn) -> flow.Next:
    """Say it, or that there is something to show; or do what a button under an earlier one asks."""
    reminder = turn.store.reminders.get(turn.subject) if not turn.choice else None
    visit = turn.store.visits.get(reminder.subject if reminder else turn.subject)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    if visit.state == "cancelled":
        return flow.Done((visit_cards.card(turn, visit),))
    if turn.choice == "question":
        turn.answers["visit"] = visit.id
        return flow.Goto(turn.choice)
    if turn.choice == WRITE:
        turn.choice = ""
        return flow.Switch("after", visit.id)
    if turn.choice.startswith(CHOOSE):
        question_list.choose(turn, visit, turn.choice[len(CHOOSE) :])
        return flow.Done((_choose_three(turn, visit),))
    stage = STAGES[reminder.kind] if reminder else turn.choice
    return flow.Done((_shown(turn, visit, stage, neutral=reminder is not None),))


def _shown(turn: Turn, visit: visits.Visit, stage: str, *, neutral: bool) -> messages.Say:
    if neutral and not turn.patient.open_lock_screen:
        show = flow.act(turn.text("reminder-show"), "visit_reminder", visit.id, stage)
        return messages.Say(turn.text("reminder-neutral"), buttons=((show,),))
    is_over = turn.now >= visit.at
    if is_over and stage != "after":
        return visit_cards.card(turn, visit, lead=turn.text("visit_reminder-over"))
    compose = {"2d": _choose_three, "eve": _evening_before, "2h": _waiting_room, "after": _how_was_it}
    return compose.get(stage, _start_list)(turn, visit)


def _start_list(turn: Turn, visit: visits.Visit) -> messages.Say:
    mine = question_list.read(turn, visit)
    lines = [_head(turn, visit), *_listed(turn, mine)]
    lines += [*_still_open(turn), turn.text("visit_reminder-7d" if mine else "visit_reminder-7d-empty")]
    rows = ((_add(turn, visit),), (_ideas(turn, visit), *_ladder_buttons(turn, visit, "visit_7d")))
    return _say(visit, lines, rows)


def _choose_three(turn: Turn, visit: visits.Visit) -> messages.Say:
    """Put the choosing into the message: one button for each question that waits."""
    mine = question_list.read(turn, visit)
    chosen, parked = questions.chosen(mine), questions.parked(mine)
    is_full = len(chosen) >= questions.TOP or not parked
    key = (
        "visit_reminder-2d-empty"
        if not mine
        else "visit_reminder-2d-ready"
        if is_full
        else "visit_reminder-2d"
    )
    asked = turn.text(key, count=questions.TOP - len(chosen))
    lines = [_head(turn, visit), *_listed(turn, chosen), *_still_open(turn), asked]
    waiting = () if is_full else parked
    rows = tuple(
        (
            flow.act(
                shortening.shorten(f"+ {q.text}", LABEL_WIDTH), "visit_reminder", visit.id, f"{CHOOSE}{q.id}"
            ),
        )
        for q in waiting
    )
    return _say(
        visit,
        lines,
        (
            *rows,
            (_add(turn, visit), _order(turn, visit)),
            (_practice(turn, visit),),
            _ladder_buttons(turn, visit, "visit_2d"),
        ),
    )


def _evening_before(turn: Turn, visit: visits.Visit) -> messages.Say:
    chosen = questions.chosen(question_list.read(turn, visit))
    lines = [_head(turn, visit), turn.text("visit_reminder-eve"), *_listed(turn, chosen)]
    if not chosen:
        lines.append(turn.text("visit_reminder-no-questions"))
    summary = flow.act(turn.text("visit_reminder-summary"), "summary")
    return _say(visit, lines, ((summary, _add(turn, visit)),))


def _waiting_room(turn: Turn, visit: visits.Visit) -> messages.Say:
    chosen = questions.chosen(question_list.read(turn, visit))
    words = visit_words_kept.lines(turn, visit.id)
    lines = [_head(turn, visit), *_listed(turn, chosen), *words, turn.text("visit_reminder-2h")]
    return _say(visit, lines, ((flow.act(turn.text("visit_reminder-summary"), "summary"),),))


def _how_was_it(turn: Turn, visit: visits.Visit) -> messages.Say:
    """Carry the first question and its taps; where it was begun before, show what is there and go on."""
    begun = turn.store.debriefs.of_visit(visit.id)
    ladder_row = _ladder_buttons(turn, visit, "visit_after")
    if begun and begun.sort:
        go_on = flow.act(turn.text("visit_reminder-go-on"), "after", visit.id)
        lines = [after_screens.recap(turn, visit, begun), turn.text("visit_reminder-go-on-asked")]
        return _say(visit, lines, ((go_on,), ladder_row))
    text, rows = after_screens.first_question(turn, visit)
    return _say(visit, [text], (*rows, ladder_row))


@asides.step(FLOW, "question", inputs.Words(anything=True), to=("done",))
def question(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep a question for the visit and show the list it now stands on."""
    visit = _visit(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    question_list.add(turn, visit, answer.text)
    return flow.Done((_choose_three(turn, visit),))


def _visit(turn: Turn) -> visits.Visit | None:
    return turn.store.visits.get(turn.answers.get("visit", turn.subject))


def _head(turn: Turn, visit: visits.Visit) -> str:
    when = visit_cards.say_when(turn, visit)
    whom = visit_cards.short(visit.with_whom)
    return turn.text("visit_reminder-head", whom=whom or "none", when=when)


def _listed(turn: Turn, mine: tuple[questions.Question, ...]) -> list[str]:
    return [
        turn.text(
            "visit_reminder-listed", mark=f"{q.place}." if q.place else "•", text=visit_cards.short(q.text)
        )
        for q in mine
    ]


def _still_open(turn: Turn) -> list[str]:
    """Say in one line what was promised at an earlier visit and is not done."""
    line = after_promises.open_line(turn)
    return [line] if line else []


def _say(visit: visits.Visit, lines: list[str], rows: messages.Buttons) -> messages.Say:
    kept = tuple(row for row in rows if row)
    return messages.Say("\n".join(lines), buttons=kept, about=visit_cards.about(visit.id))


def _add(turn: Turn, visit: visits.Visit) -> messages.Button:
    return flow.act(turn.text("visit_reminder-add"), "visit_reminder", visit.id, "question")


def _ideas(turn: Turn, visit: visits.Visit) -> messages.Button:
    return flow.act(turn.text("visit_reminder-ideas"), "questions", visit.id, "ideas")


def _practice(turn: Turn, visit: visits.Visit) -> messages.Button:
    return flow.act(turn.text("visit-practice"), "rehearse", visit.id, "visit")


def _order(turn: Turn, visit: visits.Visit) -> messages.Button:
    return flow.act(turn.text("visit_reminder-order"), "questions", visit.id)


def _ladder_buttons(turn: Turn, visit: visits.Visit, kind: str) -> tuple[messages.Button, ...]:
    """Offer to bring this one again, or to leave the visit's others out; nothing where it is gone or paused."""
    found: Reminder | None = next((r for r in turn.store.reminders.about(visit.id) if r.kind == kind), None)
    if found is None:
        return ()
    later = flow.act(turn.text("visit_reminder-later"), "answer_reminder", found.id, "snooze")
    not_now = flow.act(turn.text("visit_reminder-not-now"), "answer_reminder", found.id, "skip")
    if reminder_rules.is_paused(turn.patient, turn.now):
        return (not_now,)
    if kind == "visit_after":
        return (later, not_now)
    return (later, flow.act(turn.text("visit_reminder-stop"), "answer_reminder", found.id, "stop"))
