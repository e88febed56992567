"""/questions: what to ask. Three for this visit, in order; the rest waits in a parking lot."""

from bot.domain import visits
from bot.engine import events, flow, inputs, messages
from bot.flows import asides, question_ideas, question_list, question_message, question_screens
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("questions", waits=flow.A_WHILE)

ELSEWHERE = (
    "remind_me",
    "add_visit",
    "open_case",
    "log_call",
    "after",
    "reminders",
    "visits",
    "summary",
    "cases",
    "settings",
    "energy",
    "urgent",
    "help",
)
"""What may be asked of the bot while the list is open; all else that is typed is a question to add."""
MANY_LINES = 20
"""Questions taken from one message, one a line."""
OPEN, OFFSET, PAGE = "open", "offset", "page"


@FLOW.start(to=("list", "kind", "message", "done"))
def start(turn: Turn) -> flow.Next:
    """Show the list; what is typed behind the command is a question to add.

    One that was told in passing ("question for dr: ...") is kept, and no list stays open to take in what comes next.
    """
    if turn.choice == "ideas":
        return flow.Goto("kind")
    if turn.choice == "message":
        return flow.Goto("message")
    if turn.choice == "entry":
        entry = turn.store.journal.get(turn.subject)
        kept = _add(turn, entry.text) if entry else "same"
        return flow.Goto("list", (messages.Say(turn.text(f"questions-added-{kept}")),))
    if turn.choice == "restore":
        question_list.bring_back(turn, turn.subject)
    elif turn.subject.strip() and isinstance(turn.event, events.Text):
        _add(turn, turn.subject)
        return flow.Done((question_screens.farewell(turn, _visit(turn), _mine(turn)),))
    elif " " in turn.subject.strip():
        return flow.Goto("list", (messages.Say(turn.text(f"questions-added-{_add(turn, turn.subject)}")),))
    return flow.Goto("list")


def _ask_list(turn: Turn) -> flow.Prompt:
    return question_screens.the_list(turn, _visit(turn), _mine(turn), turn.answers.get(PAGE, 0))


@asides.step(
    FLOW,
    "list",
    inputs.Words(anything=True),
    to=("one", "kind", "message", "done", *ELSEWHERE),
    ask=_ask_list,
)
def on_list(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Add what was typed unless it asks something of the bot, or go where the button leads."""
    match answer.choice:
        case None:
            elsewhere = asides.asked_of_us(turn, ELSEWHERE)
            return elsewhere or flow.Again(f"questions-added-{_add(turn, answer.text)}")
        case "ideas":
            return flow.Goto("kind")
        case "message":
            return flow.Goto("message")
        case "finished":
            return flow.Done((question_screens.farewell(turn, _visit(turn), _mine(turn)),))
        case "more":
            turn.answers[PAGE] = turn.answers.get(PAGE, 0) + 1
            return flow.Goto("list")
        case question_id:
            turn.answers[OPEN] = question_id
            return flow.Goto("one")


def _ask_one(turn: Turn) -> flow.Prompt:
    return question_screens.one(turn, _mine(turn), turn.answers.get(OPEN, ""))


@FLOW.step("one", inputs.Pick(), to=("questions", "done"), ask=_ask_one)
def on_one(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Move, choose, park or drop one question; then the list opens afresh, so that the way back stays short."""
    visit, question_id = _visit(turn), turn.answers.get(OPEN, "")
    match answer.choice:
        case "first":
            question_list.move_first(turn, visit, question_id)
        case "park":
            question_list.park(turn, visit, question_id)
        case "choose":
            question_list.choose(turn, visit, question_id)
        case "drop":
            question_list.drop(turn, visit, question_id)
            return flow.Done((question_screens.dropped(turn, question_id),))
        case None | "list":
            pass
        case other_id:
            question_list.swap(turn, visit, question_id, other_id)
    return _afresh(visit)


@FLOW.step("kind", inputs.Pick(), to=("ideas",), ask=question_ideas.kinds)
def on_kind(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Offer questions for one kind of visit."""
    del answer
    turn.answers[OFFSET] = 0
    return flow.Goto("ideas")


def _ask_ideas(turn: Turn) -> flow.Prompt:
    kind = turn.answered("kind")
    kind_id = kind.choice or "" if kind else ""
    return question_ideas.offer(turn, kind_id, _mine(turn), turn.answers.get(OFFSET, 0))


@FLOW.step("ideas", inputs.Pick(), to=("ideas", "questions"), ask=_ask_ideas)
def on_ideas(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Add an idea, say why it is worth asking, or offer others."""
    what, idea = question_ideas.chosen(answer.choice)
    if idea and what == question_ideas.ADD:
        return flow.Again(f"questions-added-{_add(turn, idea.text)}")
    if idea and what == question_ideas.WHY:
        return flow.Again("questions-because", {"text": idea.text, "why": idea.why})
    if what == "others":
        turn.answers[OFFSET] = turn.answers.get(OFFSET, 0) + question_ideas.FEW[turn.patient.energy]
        return flow.Goto("ideas")
    return _afresh(_visit(turn))


@FLOW.step("message", inputs.Pick(), to=("done",), ask=question_message.sizes)
def on_message(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Write what is parked as a message to the clinic, to be copied."""
    return flow.Done(question_message.written(turn, _mine(turn), answer.choice or ""))


def _visit(turn: Turn) -> visits.Visit | None:
    return question_list.visit_of(turn, turn.subject)


def _mine(turn: Turn) -> question_list.Questions:
    return question_list.read(turn, _visit(turn))


def _afresh(visit: visits.Visit | None) -> flow.Switch:
    return flow.Switch(FLOW.name, visit.id if visit else "")


def _add(turn: Turn, text: str) -> question_list.Kept:
    """Add each line as a question; tell what became of the last."""
    lines = [line.strip(" \t-*\N{BULLET}") for line in text.splitlines()]
    kept: question_list.Kept = "same"
    for line in [line for line in lines if line][:MANY_LINES]:
        kept = question_list.add(turn, _visit(turn), line)
    return kept
