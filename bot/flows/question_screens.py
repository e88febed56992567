"""How the questions are shown: the list, one question, what is said when they are done."""

from bot.domain import questions, shortening, visits
from bot.engine import flow, inputs, messages
from bot.flows import visit_cards
from bot.flows.question_list import Questions
from bot.flows.turn import Turn

LABEL_WIDTH = 36
LINE_WIDTH = 120
PARKED_SHOWN = 8


def the_list(turn: Turn, visit: visits.Visit | None, mine: Questions, page: int) -> flow.Prompt:
    """Show what is chosen, in order, and what is parked, each a tap away; foggy, the buttons alone."""
    chosen, parked = questions.chosen(mine), questions.parked(mine)
    pages = max(1, -(-len(parked) // PARKED_SHOWN))
    first = (page % pages) * PARKED_SHOWN
    waiting = parked[first : first + PARKED_SHOWN]
    foggy = turn.patient.energy == "foggy"
    rows = [_button(q, f"{q.place}. {q.text}") for q in chosen]
    if not foggy or len(chosen) < questions.TOP:
        rows += [_button(q, f"+ {q.text}") for q in waiting]
        rows += turn.choice_rows("questions-list", ("more",)) if pages > 1 else ()
    if parked:
        rows.append((inputs.Choice("message", turn.text("questions-list.message")),))
    rows += turn.choice_rows("questions-list", ("ideas", "finished") if mine else ("ideas",), per_row=2)
    lines = [head(turn, visit)]
    if not foggy:
        lines += [*chosen_lines(turn, chosen), *_parked_lines(turn, parked, waiting)]
    lines.append(turn.text("questions-list"))
    return flow.Prompt("\n".join(lines), tuple(rows))


def one(turn: Turn, mine: Questions, question_id: str) -> flow.Prompt:
    """Show one question whole, with what can be done about it."""
    found = next((q for q in mine if q.id == question_id), None)
    if found is None:
        return flow.Prompt(turn.text("questions-gone"), turn.choice_rows("questions-one", ("list",)))
    chosen = questions.chosen(mine)
    if found.place is None and len(chosen) == questions.TOP:
        rows = [_button(q, turn.text("questions-instead", place=q.place)) for q in chosen]
        rows += turn.choice_rows("questions-one", ("drop",))
        listed = "\n".join(chosen_lines(turn, chosen))
        return flow.Prompt(f"{turn.text('questions-one-full', text=found.text)}\n{listed}", tuple(rows))
    ways: tuple[str, ...] = ("park", "drop")
    if found.place is None:
        ways = ("choose", "drop")
    elif found.place > 1:
        ways = ("first", "park", "drop")
    return flow.Prompt(
        turn.text("questions-one", text=found.text), turn.choice_rows("questions-one", ways, per_row=2)
    )


def farewell(turn: Turn, visit: visits.Visit | None, mine: Questions) -> messages.Say:
    """Say back what will be asked, in order."""
    chosen, parked = questions.chosen(mine), questions.parked(mine)
    lines = [head(turn, visit), *chosen_lines(turn, chosen)]
    if parked:
        lines.append(turn.text("questions-parked-count", count=len(parked)))
    buttons = [flow.act(turn.text("questions-change"), "questions", visit.id if visit else "")]
    buttons.append(flow.act(turn.text("questions-summary"), "summary"))
    return messages.Say("\n".join(lines), buttons=(tuple(buttons),))


def dropped(turn: Turn, question_id: str) -> messages.Say:
    """Say that a question is off the list, with the way to take it back."""
    back = flow.act(turn.text("questions-bring-back"), "questions", question_id, "restore")
    every = flow.act(turn.text("questions-change"), "questions")
    return messages.Say(turn.text("questions-dropped"), buttons=((back, every),))


def head(turn: Turn, visit: visits.Visit | None) -> str:
    """Say which visit the questions are for."""
    if visit is None:
        return turn.text("questions-head-none")
    when = visit_cards.say_when(turn, visit)
    if not visit.with_whom:
        return turn.text("questions-head", when=when)
    return turn.text("questions-head-whom", when=when, whom=visit_cards.short(visit.with_whom))


def chosen_lines(turn: Turn, chosen: Questions) -> list[str]:
    """Number the chosen questions."""
    return [
        turn.text("questions-line", place=q.place, text=shortening.shorten(q.text, LINE_WIDTH))
        for q in chosen
    ]


def _parked_lines(turn: Turn, parked: Questions, shown: Questions) -> list[str]:
    if not parked:
        return []
    lines: list[str] = [turn.text("questions-parked")]
    lines += [turn.text("questions-parked-line", text=shortening.shorten(q.text, LINE_WIDTH)) for q in shown]
    if len(parked) > len(shown):
        lines.append(turn.text("questions-parked-more", count=len(parked) - len(shown)))
    return lines


def _button(question: questions.Question, label: str) -> tuple[inputs.Choice, ...]:
    return (inputs.Choice(question.id, shortening.shorten(label, LABEL_WIDTH)),)
