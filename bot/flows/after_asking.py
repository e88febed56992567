"""The questions of /after: how each is put, and what can be tapped at it. Not a flow."""

from bot.domain import debriefs, shortening, visits
from bot.domain.debriefs import Debrief
from bot.domain.questions import Question
from bot.engine import flow, inputs
from bot.flows import after_keeping, after_screens
from bot.flows.turn import Turn

LEAD, ONLY, PASSED, HEARD, HARM, UNSURE, DAYS = ("lead", "only", "passed", "heard", "harm", "unsure", "days")
"""What the conversation remembers; no step bears these names, for under a step's name stands its answer."""
FINISH, TOMORROW, NOTHING, NEXT, TASK = "finish", "tomorrow", "nothing", "next", "t"
FEELINGS = ("lighter", "fine", "tired", "unsure", "upset")
LABEL_WIDTH = 34
TASKS_SHOWN, TASKS_FRESH = 8, 2
ASKED: dict[str, tuple[debriefs.Piece, ...]] = {
    "full": debriefs.PIECES,
    "low": ("asked", "plan", "promises"),
    "foggy": ("asked",),
}
"""Which pieces are asked by themselves; all of them can be added from the card."""


def visit_of(turn: Turn) -> visits.Visit | None:
    """Find the visit it is about."""
    return turn.store.visits.get(turn.subject)


def debrief_of(turn: Turn) -> Debrief:
    """Give what is kept of the visit it is about; of one that is gone, an empty one that is never stored."""
    visit = visit_of(turn)
    if visit is None:
        return Debrief("", turn.subject, turn.now, turn.now)
    return after_keeping.of_visit(turn, visit)


def how(turn: Turn) -> flow.Prompt:
    """Ask how it was; where what was told may be harm, that comes first and safely."""
    visit = visit_of(turn)
    title = after_screens.head(turn, visit) if visit else ""
    if turn.answers.get(HARM):
        return _led(
            turn, turn.text("after-heard-harm"), turn.choice_rows("after-heard-harm", ("harm", "else"))
        )
    told = bool(debrief_of(turn).notes)  # whoever told of it was there
    ways = ("other",) if told else ("cancelled", "moved", "other")
    rows = [
        choices for row in after_screens.SORTS for choices in turn.choice_rows("after-how", row, per_row=2)
    ]
    return _led(
        turn, f"{title}\n{turn.text('after-how')}", (*rows, *turn.choice_rows("after-how", ways, per_row=3))
    )


def asked(turn: Turn) -> flow.Prompt:
    """Ask which of the questions were asked: one tap each."""
    rows = []
    mine = after_keeping.asked_for(turn, debrief_of(turn))
    for question in mine:
        mark = "✓" if question.state == "asked" else "○"
        rows.append((inputs.Choice(question.id, shortening.shorten(f"{mark} {question.text}", LABEL_WIDTH)),))
    ways = (NEXT,) if any(question.state == "asked" for question in mine) else ("all", "none")
    return _led(turn, turn.text("after-asked"), (*rows, *turn.choice_rows("after-asked", ways, per_row=2)))


def question_now(turn: Turn) -> Question | None:
    """Find the asked question whose answer is wanted next."""
    heard = turn.answers.get(HEARD, [])
    every = after_keeping.asked(turn, debrief_of(turn))
    wanted = [q for q in every if q.id not in heard and (turn.answers.get(ONLY) or not q.answer)]
    return wanted[0] if wanted else None


def answer(turn: Turn) -> flow.Prompt:
    """Ask what they said to one question."""
    question = question_now(turn)
    said = turn.text("after-answer", question=question.text if question else "")
    return _led(turn, _with(turn, said, question.answer if question else ""), _ways(turn))


def plan(turn: Turn) -> flow.Prompt:
    """Ask for the plan in the patient's own words."""
    return _led(turn, _with(turn, turn.text("after-plan"), debrief_of(turn).plan), _ways(turn))


def promises(turn: Turn) -> flow.Prompt:
    """Ask who does what by when; each one kept can be opened."""
    tasks = debrief_of(turn).tasks
    rows = [
        (inputs.Choice(f"{TASK}{task.id}", shortening.shorten(f"✎ {task.text}", LABEL_WIDTH)),)
        for task in (tasks if turn.answers.get(ONLY) else tasks[-TASKS_FRESH:])[-TASKS_SHOWN:]
    ]
    key = "after-promises-more" if tasks else "after-promises"
    ways = turn.choice_rows("after-promises", (NEXT if tasks else NOTHING,))
    return _led(turn, turn.text(key), (*rows, *ways, *_ways(turn)))


def whose(turn: Turn) -> flow.Prompt:
    """Ask whose a line is that does not say."""
    waiting = turn.answers.get(UNSURE) or [{"text": ""}]
    text = shortening.shorten(waiting[0]["text"], 200)
    return _led(
        turn,
        turn.text("after-whose", text=text),
        turn.choice_rows("after-whose", ("mine", "theirs", "note"), per_row=2),
    )


def medicines(turn: Turn) -> flow.Prompt:
    """Ask whether a medicine changed."""
    rows = turn.choice_rows("after-medicines", (NOTHING,))
    return _led(turn, turn.text("after-medicines"), (*rows, *_ways(turn)))


def feeling(turn: Turn) -> flow.Prompt:
    """Ask how it felt: one tap, or words."""
    rows = turn.choice_rows("after-feeling", FEELINGS, per_row=2)
    return _led(turn, turn.text("after-feeling"), (*rows, *_ways(turn)))


def more(turn: Turn) -> flow.Prompt:
    """Ask whether there is something else."""
    return _led(turn, turn.text("after-more"), _ways(turn))


def _led(turn: Turn, text: str, rows: flow.Rows) -> flow.Prompt:
    lead = turn.answers.get(LEAD, "")
    return flow.Prompt(f"{lead}\n\n{text}" if lead else text, rows)


def _with(turn: Turn, text: str, so_far: str) -> str:
    """Show what is there already, where it is opened to be changed."""
    if not so_far:
        return text
    return f"{text}\n{turn.text('after-so-far', text=shortening.shorten(so_far, 400))}"


def _ways(turn: Turn) -> flow.Rows:
    if turn.answers.get(ONLY):
        return ()
    ways = (FINISH,) if turn.patient.energy == "foggy" else (FINISH, TOMORROW)
    return turn.choice_rows("after-ways", ways, per_row=2)
