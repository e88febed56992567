"""/after: sort what was the person, the system and harm, and follow up what was promised.

Three taps or ten minutes; whatever was told is stored at once, so that stopping, tomorrow and a restart lose nothing.
The first tap says how it was, so that nobody who was hurt is asked what was decided; then comes what fades first.
"""

from dataclasses import replace

from bot.domain import debriefs, visits
from bot.engine import flow, inputs
from bot.flows import (
    after_asking,
    after_keeping,
    after_lines,
    after_medicines,
    after_message,
    after_screens,
    after_told,
    after_ways,
    visit_cards,
)
from bot.flows.after_asking import HARM, HEARD, LEAD, ONLY
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("after")

SKIPPED = ">"
ON = (
    "how", "asked", "answer", "plan", "promises", "whose", "day", "medicines", "feeling", "more", "after_record",
    "done", *after_ways.LEAVES,
)  # fmt: skip


@FLOW.start(to=(*ON, "after", "after_visit", "change_visit"))
def start(turn: Turn) -> flow.Next:
    """Open a visit that is over, by its button, by what was told, or the latest one."""
    subject = turn.subject.strip()
    visit = turn.store.visits.get(subject)
    if visit:
        return _opened(turn, visit)
    if turn.choice:
        return flow.Done((visit_cards.gone(turn),))
    told = "" if after_message.asks(subject) else subject
    fresh = after_keeping.fresh(turn)
    if told or len(fresh) != 1:
        return flow.Switch("after_visit", told)
    return flow.Switch("after", fresh[0].id)


def _opened(turn: Turn, visit: visits.Visit) -> flow.Next:
    """Do what the button says; a button of a visit that was cancelled since shows that."""
    choice = turn.choice
    if choice in {"cancelled", "moved"}:
        return after_ways.did_not_happen(turn, visit)
    if visit.state == "cancelled":
        return flow.Done((visit_cards.card(turn, visit),))
    if debriefs.is_sort(choice):
        return _sorted(turn, visit, choice)
    if debriefs.is_piece(choice):
        turn.answers[ONLY] = True
        # an answer belongs to a question: where none is marked as asked, that comes first
        return flow.Goto("asked" if choice == "answer" and not after_asking.question_now(turn) else choice)
    return _done_to(turn, visit, choice)


def _done_to(turn: Turn, visit: visits.Visit, choice: str) -> flow.Next:
    debrief = after_keeping.of_visit(turn, visit)
    if choice == after_asking.TOMORROW:
        return after_ways.tomorrow(turn, visit)
    if choice == "thanks":
        return after_ways.thanks(turn, visit)
    if choice.startswith("u"):
        return after_ways.medicine_back(turn, visit, choice[1:])
    if choice == "card" and debrief.sort and debrief.sort != "harm":
        return flow.Done((after_screens.card(turn, visit, debrief),))
    return _resumed(turn, visit, debrief, again=choice == "how")


def _resumed(turn: Turn, visit: visits.Visit, debrief: debriefs.Debrief, *, again: bool) -> flow.Next:
    """Go on at what is missing and show what is there; what is done is shown whole."""
    if not debrief.sort or again:
        turn.answers[HARM] = not debrief.sort and any(
            after_told.tells_harm(turn, each) for each in debrief.notes
        )
        return flow.Goto("how")
    if debrief.sort == "harm":
        turn.choice = "card"
        return flow.Switch("after_record", visit.id)
    if debrief.finished:
        return flow.Done((after_screens.card(turn, visit, debrief),))
    turn.answers[LEAD] = after_screens.recap(turn, visit, debrief)
    return after_ways.onward(turn)


def _sorted(turn: Turn, visit: visits.Visit, sort: debriefs.Sort) -> flow.Next:
    """Keep how it was; harm leaves for its own conversation, in which none of the other questions is asked."""
    after_keeping.save(turn, replace(after_keeping.of_visit(turn, visit), sort=sort))
    turn.answers[HARM] = False
    turn.choice = ""
    return flow.Switch("after_record", visit.id) if sort == "harm" else after_ways.onward(turn)


@FLOW.step(
    "how",
    inputs.Words(anything=True),
    to=(*ON, "after_visit", "change_visit"),
    ask=after_asking.how,
    skip="done",
)
def how(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Sort it, or say that it did not take place; what is typed is kept as told."""
    visit = after_asking.visit_of(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    choice = answer.choice
    if choice is None:
        return after_ways.told(turn, visit, answer.text, "how")
    if choice in {"cancelled", "moved"}:
        turn.choice = choice
        return after_ways.did_not_happen(turn, visit)
    if choice == "other":
        return flow.Switch("after_visit")
    if debriefs.is_sort(choice):
        turn.answers.pop(LEAD, None)
        return _sorted(turn, visit, choice)
    turn.answers[HARM] = False
    return flow.Goto("how") if choice == "else" else after_ways.onward(turn)


@FLOW.step("asked", inputs.Words(anything=True), to=ON, ask=after_asking.asked, skip="done")
def asked(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Mark the questions that were asked; the others wait for the next visit."""
    visit, debrief = after_asking.visit_of(turn), after_asking.debrief_of(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    match answer.choice:
        case None:
            return after_ways.told(turn, visit, answer.text, "asked")
        case after_asking.NEXT | "all":
            if answer.choice == "all":
                after_keeping.mark_all(turn, debrief, were_asked=True)
            after_keeping.park_unasked(turn, after_keeping.save(turn, debrief))
            return _answers_of(turn)
        case "none":
            after_keeping.mark_all(turn, debrief, were_asked=False)
            after_keeping.save(turn, debriefs.settle(debrief, "asked", turn.now))
        case choice if choice != SKIPPED:
            was_asked = choice not in {question.id for question in after_keeping.asked(turn, debrief)}
            after_keeping.mark(turn, debrief, choice, was_asked=was_asked)
            after_keeping.save(turn, debrief)
            return flow.Goto("asked")
    return after_ways.passed(turn, "asked")


def _answers_of(turn: Turn) -> flow.Next:
    """Ask what they said to each question, where there is strength for it."""
    turn.answers.pop(LEAD, None)
    usual = turn.answers.get(ONLY) or "answer" in after_asking.ASKED[turn.patient.energy]
    return (
        flow.Goto("answer") if usual and after_asking.question_now(turn) else after_ways.passed(turn, "asked")
    )


@FLOW.step("answer", inputs.Words(anything=True), to=ON, ask=after_asking.answer, skip="done")
def on_answer(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what they said to a question, and come to the next one."""
    question = after_asking.question_now(turn)
    way = after_ways.way(turn, "answer", answer) if answer.choice not in {None, SKIPPED} else None
    if way or question is None:
        return way or _without_question(turn, answer)
    turn.answers[HEARD] = [*turn.answers.get(HEARD, []), question.id]
    lines: list[str] = []
    if answer.choice is None:
        elsewhere = after_ways.elsewhere(turn, answer.text, "answer")
        if elsewhere:
            return elsewhere
        after_keeping.answered(turn, question.id, answer.text)
        debrief, lines, _ = after_told.gather(turn, after_asking.debrief_of(turn), answer.text)
        after_keeping.save(turn, debrief)
    turn.answers[LEAD] = "\n".join(lines)
    if after_told.tells_harm(turn, answer.text):
        return after_ways.asks_harm(turn)
    return (
        flow.Goto("answer")
        if after_asking.question_now(turn)
        else after_ways.passed(turn, "answer", keep_lead=True)
    )


def _without_question(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go on where the question was taken away meanwhile; what was typed is kept as told."""
    visit = after_asking.visit_of(turn)
    if answer.choice is not None or visit is None:
        return after_ways.passed(turn, "answer")
    turn.answers[LEAD] = after_told.take(turn, visit, answer.text)[0].text
    if after_told.tells_harm(turn, answer.text):
        return after_ways.asks_harm(turn)
    return after_ways.passed(turn, "answer", keep_lead=True)


@FLOW.step("plan", inputs.Words(anything=True), to=ON, ask=after_asking.plan, skip="done")
def plan(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the plan word for word, and what was promised in it."""
    way = after_ways.way(turn, "plan", answer)
    if way:
        return way
    debrief = replace(after_asking.debrief_of(turn), plan=answer.text)
    debrief, lines, _ = after_told.gather(turn, debrief, answer.text)
    after_keeping.save(turn, debrief)
    turn.answers[LEAD] = "\n".join([turn.text("after-kept"), *lines]) if lines else ""
    return (
        after_ways.asks_harm(turn)
        if after_told.tells_harm(turn, answer.text)
        else after_ways.passed(turn, "plan", keep_lead=True)
    )


@FLOW.step(
    "promises", inputs.Words(anything=True), to=(*ON, "after_promise"), ask=after_asking.promises, skip="done"
)
def on_promises(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep who does what by when, one or many at a time, until there is nothing else."""
    choice = answer.choice or ""
    if choice.startswith(after_asking.TASK) and choice != after_asking.TOMORROW:
        turn.choice = choice[1:]
        return flow.Switch("after_promise", turn.subject)
    way = after_ways.way(turn, "promises", answer)
    if way:
        return way
    return flow.Goto(after_lines.take(turn, answer.text))


@FLOW.step("whose", inputs.Pick(anything=True), to=ON, ask=after_asking.whose, skip="done")
def whose(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep a line that did not say whose it is."""
    return flow.Goto(after_lines.take_whose(turn, answer.choice or ""))


@FLOW.step("day", inputs.Pick(anything=True), to=ON, ask=after_lines.ask_day, skip="done")
def day(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take one of two days that a promise may have meant."""
    return flow.Goto(after_lines.take_day(turn, answer.choice or ""))


@FLOW.step("medicines", inputs.Words(anything=True), to=ON, ask=after_asking.medicines, skip="done")
def on_medicines(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep changes of medicine, and put them into the history."""
    way = after_ways.way(turn, "medicines", answer)
    if way:
        return way
    debrief = after_asking.debrief_of(turn)
    known = len(debrief.applied)
    debrief = after_keeping.save(
        turn, after_medicines.take(turn, debrief, after_medicines.pieces(answer.text))
    )
    lines = [after_medicines.line(turn, applied) for applied in debrief.applied[known:]]
    turn.answers[LEAD] = "\n".join(lines or [turn.text("after-medicine-words", text=answer.text)])
    return after_ways.passed(turn, "medicines", keep_lead=True)


@FLOW.step("feeling", inputs.Words(anything=True), to=ON, ask=after_asking.feeling, skip="done")
def feeling(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep how it felt."""
    if answer.choice not in after_asking.FEELINGS:
        way = after_ways.way(turn, "feeling", answer)
        if way:
            return way
    after_keeping.save(turn, replace(after_asking.debrief_of(turn), feeling=answer.text))
    typed = answer.choice is None
    if typed and after_told.tells_harm(turn, answer.text):
        return after_ways.asks_harm(turn)
    return after_ways.passed(turn, "feeling")


@FLOW.step("more", inputs.Words(anything=True), to=ON, ask=after_asking.more, skip="done")
def more(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep whatever else there is, until there is nothing else."""
    way = after_ways.way(turn, "more", answer)
    if way:
        return way
    debrief = after_asking.debrief_of(turn)
    debrief, lines, _ = after_told.gather(
        turn, replace(debrief, notes=(*debrief.notes, answer.text)), answer.text
    )
    after_keeping.save(turn, debrief)
    turn.answers[LEAD] = "\n".join([turn.text("after-kept"), *lines])
    return after_ways.asks_harm(turn) if after_told.tells_harm(turn, answer.text) else flow.Goto("more")
