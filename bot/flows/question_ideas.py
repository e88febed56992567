"""Questions worth asking, a few at a time, with why on a tap; what is on the list already is not offered again."""

from bot.content import questions as bank
from bot.domain import questions
from bot.engine import flow, inputs
from bot.flows.question_list import Questions
from bot.flows.turn import Turn

FEW = {"full": 3, "low": 2, "foggy": 1}
"""Ideas shown at a time."""
ADD, WHY = "a", "w"


def kinds(turn: Turn) -> flow.Prompt:
    """Ask what kind of visit it is."""
    choices = [inputs.Choice(kind.id, kind.label) for kind in bank.load_bank().kinds]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    return flow.Prompt(turn.text("questions-kind"), rows)


def offer(turn: Turn, kind_id: str, mine: Questions, offset: int) -> flow.Prompt:
    """Offer the next few ideas of a kind, with buttons to add each and to hear why."""
    fresh = _fresh(kind_id, mine)
    few = FEW[turn.patient.energy]
    start = offset % len(fresh) if fresh else 0
    shown = fresh[start : start + few]
    ways = ("others", "list") if len(fresh) > len(shown) else ("list",)
    last = turn.choice_rows("questions-ideas", ways, per_row=2)
    if not shown:
        return flow.Prompt(turn.text("questions-ideas-none"), last)
    lines: list[str] = [turn.text("questions-ideas")]
    lines += [turn.text("questions-line", place=n, text=idea.text) for n, idea in enumerate(shown, start=1)]
    rows = tuple(
        tuple(
            inputs.Choice(f"{what}.{idea.id}", turn.text(key, place=n))
            for n, idea in enumerate(shown, start=1)
        )
        for what, key in ((ADD, "questions-add"), (WHY, "questions-why"))
    )
    return flow.Prompt("\n".join(lines), (*rows, *last))


def chosen(choice: str | None) -> tuple[str, bank.BankQuestion | None]:
    """Read a choice: what is to be done (``ADD``, ``WHY`` or another word), and with which idea."""
    what, _, idea_id = (choice or "").partition(".")
    return what, bank.load_bank().question(idea_id)


def _fresh(kind_id: str, mine: Questions) -> list[bank.BankQuestion]:
    kind = bank.load_bank().kind(kind_id)
    return [q for q in kind.questions if not questions.find_same(mine, q.text)] if kind else []
