"""Closing a case with how it ended, in kind words; it can be opened again at any time."""

from bot.content import case_rules
from bot.domain import cases
from bot.engine import flow, inputs, messages
from bot.flows import case_cards, case_making
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](case_cards.CLOSE)

GOOD = frozenset({"approved", "part", "solved"})
THANKS = "someone_fought_for_me"
"""The script for thanking whoever took the trouble."""


@FLOW.start(to=("outcome", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask how it ended; a case that is closed already is shown."""
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    return flow.Done((case_cards.card(turn, case),)) if case.state == "closed" else flow.Goto("outcome")


def _ask_outcome(turn: Turn) -> flow.Prompt:
    rules, case = case_rules.load_case_rules(), turn.store.cases.get(turn.subject)
    kind = rules.kind(case.kind) if case else None
    wanted = kind.outcomes if kind else tuple(each.id for each in rules.outcomes)
    choices = [inputs.Choice(each.id, each.name) for each in rules.outcomes if each.id in wanted]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    return flow.Prompt(turn.text("close_case-outcome"), rows)


@FLOW.step("outcome", inputs.Pick(), to=("done",), ask=_ask_outcome)
def on_outcome(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Close it, and say what may follow."""
    case = turn.store.cases.get(turn.subject)
    if case is None:
        return flow.Done((case_cards.gone(turn),))
    closed = case_making.save(turn, cases.close(case, answer.choice or "closed", turn.now))
    return flow.Done((_farewell(turn, closed),))


def _farewell(turn: Turn, case: cases.Case) -> messages.Say:
    outcome = case_rules.load_case_rules().outcome(case.outcome)
    lines: list[str] = [turn.text("case-title", title=case.title)]
    if outcome:
        lines.append(turn.text("close_case-said", words=outcome.said))
    rows: list[tuple[messages.Button, ...]] = []
    if case.outcome in GOOD and not case.is_factual and turn.library.scripts().script(THANKS):
        lines.append(turn.text("close_case-thanks"))
        rows.append((flow.act(turn.text("close_case-thank"), "say", THANKS),))
    if case.outcome == "denied" and not case.is_factual:
        rows.append((flow.act(turn.text("close_case-next"), case_cards.OPEN, case.id, "next"),))
    reopen = flow.act(turn.text("case-reopen"), case_cards.CASES, case.id, "reopen")
    rows.append((reopen, flow.act(turn.text("case-all"), case_cards.CASES)))
    return messages.Say("\n".join(lines), buttons=tuple(rows), about=case_cards.about(case.id))
