"""Logging a call about a case: one line is enough; else step by step, or a tap. Nothing has to be known."""

from dataclasses import replace

from bot.domain import cases, journal
from bot.engine import events, flow, inputs
from bot.flows import asides, cards, case_cards, case_making, case_message, words_request
from bot.flows.turn import Turn
from bot.understanding.cases import call_details
from bot.understanding.cases.call_details import CallDetails

FLOW = flow.Flow[Turn](case_cards.CALL)

SKIPPED = ">"
STEPS, NONE = "steps", "none"
OUTCOMES: dict[str, cases.Move | None] = {
    "waiting": "theirs",
    "needs": "mine",
    "yes": "mine",
    "no": "mine",
    "nobody": None,
}
"""What a call may come to, in one tap, and whose move it is then; None where that stays as it was."""
LONGEST = 300
"""Characters kept of each part."""
MOST_OFFERED = 8
CASE, LINE = "case", "line"


@FLOW.start(to=("line", "which", "done"))
def start(turn: Turn) -> flow.Next:
    """Log what a message tells of a call, or ask how it went."""
    if isinstance(turn.event, events.Text):
        return _from_message(turn, turn.event.text)
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    if case.state == "closed":
        return flow.Done((case_cards.card(turn, case),))
    turn.answers[CASE] = case.id
    return flow.Goto("line")


def _from_message(turn: Turn, text: str) -> flow.Next:
    case = turn.store.cases.get(turn.subject) or case_message.meant(turn, text)
    if case and case.state == "open":
        return _keep(turn, case, _read(turn, text))
    turn.answers[LINE] = text
    return flow.Goto("which")


def _ask_line(turn: Turn) -> flow.Prompt:
    steps = () if turn.patient.energy == "foggy" else (STEPS,)
    rows = turn.choice_rows("log_call-line", (*OUTCOMES, *steps), per_row=2)
    return flow.Prompt(turn.text("log_call-line"), rows)


TO_LINE = ("line", "who", "done", *(each for each in asides.ELSEWHERE if each != FLOW.name))


@FLOW.step("line", inputs.Words(anything=True), to=TO_LINE, ask=_ask_line)
def on_line(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Log the line or the outcome that was tapped; an update goes into the log and the question stands again."""
    if answer.choice == STEPS:
        return flow.Goto("who")
    if answer.choice in OUTCOMES:
        return _log(turn, _outcome(turn, answer.choice))
    is_update = words_request.tells_how_it_is(turn.reads.update(answer.text))
    elsewhere = asides.aside(turn, FLOW.name, "line") if is_update else None
    return elsewhere or _log(turn, _read(turn, answer.text))


def _ask_which(turn: Turn) -> flow.Prompt:
    open_now = turn.store.cases.open()[:MOST_OFFERED]
    rows = tuple((inputs.Choice(case.id, case_cards.label(case)),) for case in open_now)
    return flow.Prompt(turn.text("log_call-which"), (*rows, *turn.choice_rows("log_call-which", (NONE,))))


@FLOW.step("which", inputs.Pick(), to=("done",), ask=_ask_which)
def on_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Log the line with the case that was meant; where it is none of them, it goes into the log."""
    text = str(turn.answers.get(LINE, ""))
    if answer.choice == NONE:
        return flow.Done((cards.card(turn, turn.store.journal.add(_entry(turn, text))),))
    turn.answers[CASE] = answer.choice or ""
    return _log(turn, _read(turn, text))


@asides.step(FLOW, "who", inputs.Words(anything=True), to=("reference",), skip="reference")
def on_who(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep with whom it was."""
    del turn, answer
    return flow.Goto("reference")


@asides.step(FLOW, "reference", inputs.Words(anything=True), to=("said",), skip="said")
def on_reference(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the number of the call."""
    del turn, answer
    return flow.Goto("said")


def _ask_said(turn: Turn) -> flow.Prompt:
    rows = turn.choice_rows("log_call-line", tuple(OUTCOMES), per_row=2)
    return flow.Prompt(turn.text("log_call-said"), rows)


@asides.step(FLOW, "said", inputs.Words(anything=True), to=("then",), ask=_ask_said, skip="then")
def on_said(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what they said."""
    del turn, answer
    return flow.Goto("then")


@asides.step(FLOW, "then", inputs.Words(anything=True), to=("done",), skip="done")
def on_then(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what comes next and when, and log the whole call."""
    following = CallDetails() if answer.choice == SKIPPED else _next(turn, answer.text)
    said = turn.answered("said")
    move = OUTCOMES.get(said.choice) if said and said.choice else None
    told = said.text if said and not said.choice else _words(turn, said.choice if said else None)
    details = replace(
        following,
        who=_answered(turn, "who"),
        reference=_answered(turn, "reference"),
        said=told,
        move=following.move or move or (_read(turn, told).move if told else None),
    )
    return _log(turn, details)


def _next(turn: Turn, text: str) -> CallDetails:
    """Read an answer to "what comes next", which is nothing but that."""
    read = _read(turn, text)
    if read.follow_on is None:
        read = _read(turn, f"will {text}")
    return CallDetails(then=text, follow_on=read.follow_on, follow_at=read.follow_at, move=read.move)


def _answered(turn: Turn, step: str) -> str:
    answer = turn.answered(step)
    return answer.text if answer else ""


def _outcome(turn: Turn, choice: str) -> CallDetails:
    return CallDetails(said=_words(turn, choice), move=OUTCOMES[choice])


def _words(turn: Turn, choice: str | None) -> str:
    return str(turn.text(f"log_call-line.{choice}")) if choice else ""


def _log(turn: Turn, details: CallDetails) -> flow.Done:
    case = turn.store.cases.get(turn.answers.get(CASE, turn.subject))
    return _keep(turn, case, details) if case else flow.Done((case_cards.gone(turn),))


def _keep(turn: Turn, case: cases.Case, details: CallDetails) -> flow.Done:
    """Add the call, hand the move on, and set the day to look at it again."""
    who, reference, said, then = (
        each[:LONGEST] for each in (details.who, details.reference, details.said, details.then)
    )
    call = cases.Call(turn.sent_at, who, reference, said, then)
    move = details.move or case.move
    following = case_making.next_step(case.kind, move, case.next_step) if move != case.move else ""
    noted = cases.note_call(case, call, move=move, next_step=then or following)
    noted = replace(noted, follow_on=details.follow_on, follow_at=details.follow_at)
    kept = case_making.save(turn, noted)
    undo = f"u{len(kept.calls)}"
    return flow.Done((case_cards.card(turn, kept, lead=turn.text("log_call-kept"), undo=undo),))


def _entry(turn: Turn, text: str) -> journal.Entry:
    return journal.Entry(
        id=turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=text,
        reading=turn.reads.update(text),
    )


def _read(turn: Turn, text: str) -> CallDetails:
    return call_details.read(text, turn.local_now, turn.patient.locale)
