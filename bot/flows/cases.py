"""/cases: the barriers being worked on, the most pressing first, each a tap away from its card."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain import cases, journal
from bot.engine import flow, messages
from bot.flows import case_cards, case_making, case_reminders
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](case_cards.CASES)

A_PAGE = 6
OPEN_PAGE, CLOSED_PAGE, UNCALL = "o", "z", "u"
"""Before a number in a button: a page of the open cases, of the closed ones; take back the n-th call."""


@FLOW.start(to=("open_case", "done"))
def show(turn: Turn) -> flow.Next:
    """Show a list or one case, or do what its button says; what is typed behind the command opens one."""
    if not turn.choice:
        return (
            flow.Switch("open_case", turn.subject) if turn.subject.strip() else flow.Done((_open(turn, 0),))
        )
    if turn.choice[:1] in {OPEN_PAGE, CLOSED_PAGE} and not turn.subject:
        page = int(turn.choice[1:]) if turn.choice[1:].isdecimal() else 0
        return flow.Done((_open(turn, page) if turn.choice[:1] == OPEN_PAGE else _closed(turn, page),))
    case = turn.store.cases.get(turn.subject)
    return flow.Done((_pressed(turn, case) if case else case_cards.gone(turn),))


def _pressed(turn: Turn, case: cases.Case) -> messages.Say:
    if case.removed_at is not None:
        return _restore(turn, case) if turn.choice == "restore" else case_cards.deleted(turn, case)
    if turn.choice.startswith(UNCALL) and turn.choice[1:].isdecimal():
        return _uncall(turn, case, int(turn.choice[1:]))
    ways: dict[str, Callable[[Turn, cases.Case], messages.Say]] = {
        "mine": _turn,
        "theirs": _turn,
        "more": case_cards.more,
        "calls": case_cards.calls,
        "undo": _undo,
        "delete": _delete,
        "reopen": _reopen,
        "remind": _remind,
    }
    return ways.get(turn.choice, case_cards.card)(turn, case)


def _turn(turn: Turn, case: cases.Case) -> messages.Say:
    if case.state == "closed":
        return case_cards.card(turn, case)
    move: cases.Move = "mine" if turn.choice == "mine" else "theirs"
    return case_cards.card(turn, case_making.save(turn, case_making.turned(turn, case, move)))


def _undo(turn: Turn, case: cases.Case) -> messages.Say:
    """Take back that a case was opened; the words that opened it stay in the log."""
    if case.told and not case.entry_ids:
        entry = journal.Entry(
            id=turn.new_id(),
            at=case.opened_at,
            recorded_at=turn.now,
            zone=turn.patient.zone,
            text=case.told,
            reading=turn.reads.update(case.told),
        )
        turn.store.journal.add(entry)
        case = replace(case, entry_ids=(entry.id,))
    return _delete(turn, case)


def _delete(turn: Turn, case: cases.Case) -> messages.Say:
    return case_cards.deleted(turn, case_making.save(turn, cases.remove(case, turn.now)))


def _restore(turn: Turn, case: cases.Case) -> messages.Say:
    return case_cards.card(turn, case_making.save(turn, cases.restore(case)), lead=turn.text("case-restored"))


def _reopen(turn: Turn, case: cases.Case) -> messages.Say:
    if case.state == "open":
        return case_cards.card(turn, case)
    return case_cards.card(
        turn, case_making.save(turn, cases.reopen(case, turn.now)), lead=turn.text("case-reopened")
    )


def _remind(turn: Turn, case: cases.Case) -> messages.Say:
    case_reminders.switch_on(turn, case)
    return case_cards.card(turn, case, lead=turn.text("case-reminding"))


def _uncall(turn: Turn, case: cases.Case, number: int) -> messages.Say:
    """Take the latest call back, if it is still the one the button stood under."""
    if len(case.calls) != number or not number:
        return case_cards.card(turn, case)
    changed = cases.take_back_call(case)
    return case_cards.card(turn, case_making.save(turn, changed), lead=turn.text("case-uncalled"))


def _open(turn: Turn, page: int) -> messages.Say:
    every = turn.store.cases.open()
    last = [flow.act(turn.text("cases-new"), "open_case")]
    if cases.closed_ones(turn.store.cases.all()):
        last.append(flow.act(turn.text("cases-closed"), case_cards.CASES, "", f"{CLOSED_PAGE}0"))
    if not every:
        return messages.Say(turn.text("cases-none"), buttons=(tuple(last),))
    lines, rows = _listed(turn, every, page, OPEN_PAGE)
    return messages.Say("\n".join([turn.text("cases-list"), *lines]), buttons=(*rows, tuple(last)))


def _closed(turn: Turn, page: int) -> messages.Say:
    every = cases.closed_ones(turn.store.cases.all())
    back = (flow.act(turn.text("case-all"), case_cards.CASES),)
    if not every:
        return messages.Say(turn.text("cases-none-closed"), buttons=(back,))
    lines, rows = _listed(turn, every, page, CLOSED_PAGE)
    return messages.Say("\n".join([turn.text("cases-closed-list"), *lines]), buttons=(*rows, back))


def _listed(
    turn: Turn, every: Sequence[cases.Case], page: int, pages: str
) -> tuple[list[str], list[tuple[messages.Button, ...]]]:
    """Give the lines and the buttons of one page of cases; behind the last page comes the first."""
    count = -(-len(every) // A_PAGE)
    first = page % count * A_PAGE
    shown = every[first : first + A_PAGE]
    lines = [case_cards.list_line(turn, case) for case in shown] if turn.patient.energy != "foggy" else []
    rows: list[tuple[messages.Button, ...]] = [
        (flow.act(case_cards.label(case), case_cards.CASES, case.id, "card"),) for case in shown
    ]
    if count > 1:
        more = turn.text("cases-more", page=page % count + 1, pages=count)
        rows.append((flow.act(more, case_cards.CASES, "", f"{pages}{page + 1}"),))
    return lines, rows
