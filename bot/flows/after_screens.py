"""How a visit that is over is shown: the first question with its taps, what was said, and what can be done about it.

Where the patient said that they were hurt there is no thanks, no alliance and no lesson on any of these screens.
"""

from dataclasses import replace

from bot.domain import debriefs, shortening, visits
from bot.domain.debriefs import Debrief
from bot.engine import flow, messages
from bot.flows import after_keeping, after_medicines, after_promises, after_told, visit_cards
from bot.flows.turn import Turn

WIDTH = 400
"""Characters of one piece on the card."""
SORTS: tuple[tuple[debriefs.Sort, ...], ...] = (("good", "person"), ("system",), ("harm",))
"""How the four taps lie: few rows, and being hurt has one of its own, where no tap goes astray."""
EDITED = ("asked", "plan", "promises", "medicines", "feeling", "more", "how")
EDITS_A_ROW = 3
BARRIERS = 2


def about(visit_id: str) -> str:
    """Name what a message shows."""
    return f"after:{visit_id}"


def head(turn: Turn, visit: visits.Visit) -> str:
    """Say which visit it is."""
    whom = visit_cards.short(visit.with_whom)
    return turn.text("after-head", whom=whom or "none", when=visit_cards.say_when(turn, visit))


def first_question(turn: Turn, visit: visits.Visit) -> tuple[str, messages.Buttons]:
    """Give the question that stands inside the reminder, and its taps."""
    taps = [tuple(_act(turn, visit, f"after-how.{sort}", sort) for sort in row) for row in SORTS]
    elsewhere = (
        _act(turn, visit, "after-how.cancelled", "cancelled"),
        _act(turn, visit, "after-how.moved", "moved"),
    )
    return f"{head(turn, visit)}\n{turn.text('after-how')}", (*taps, elsewhere)


def card(
    turn: Turn, visit: visits.Visit, debrief: Debrief, *, lead: str = "", brief: bool = False
) -> messages.Say:
    """Show what was said, with a way to change or add each piece; ``brief``: behind one button."""
    rest = [*_asked_lines(turn, debrief), *_lines(turn, debrief)]
    lines = [lead, head(turn, visit), _sorted(turn, debrief), *rest]
    text = "\n".join(line for line in lines if line)
    edits = [(_act(turn, visit, "after-edit.all", "card"),)] if brief else _edits(turn, visit, debrief)
    rows = [*_outcome(turn, visit, debrief), *_undo(turn, visit, debrief), *edits]
    return messages.Say(text, buttons=tuple(row for row in rows if row), about=about(visit.id))


def closing(turn: Turn, visit: visits.Visit, debrief: Debrief) -> messages.Say:
    """Say that it is kept, with an honest way on for what it was."""
    key = f"after-closing-{debrief.sort or 'none'}"
    return card(turn, visit, debrief, lead=turn.text(key), brief=True)


def recap(turn: Turn, visit: visits.Visit, debrief: Debrief) -> str:
    """Say what is there, without buttons, above the question that goes on."""
    rest = [*_asked_lines(turn, debrief), *_lines(turn, replace(debrief, notes=()))]
    return "\n".join([head(turn, visit), *rest])


def _sorted(turn: Turn, debrief: Debrief) -> str:
    return turn.text(f"after-sorted.{debrief.sort}") if debrief.sort else ""


def _asked_lines(turn: Turn, debrief: Debrief) -> list[str]:
    lines: list[str] = []
    for question in after_keeping.asked_for(turn, debrief):
        key = "after-asked-line" if question.state == "asked" else "after-unasked-line"
        answer = shortening.shorten(question.answer, WIDTH)
        lines.append(turn.text(key, text=visit_cards.short(question.text), answer=answer or "none"))
    return lines


def _lines(turn: Turn, debrief: Debrief) -> list[str]:
    lines: list[str] = []
    if debrief.plan:
        lines.append(turn.text("after-plan-line", text=shortening.shorten(debrief.plan, WIDTH)))
    lines += [after_promises.line(turn, task) for task in debrief.tasks]
    lines += [after_medicines.line(turn, applied) for applied in debrief.applied]
    read = {applied.text for applied in debrief.applied}
    lines += [turn.text("after-medicine-words", text=each) for each in debrief.medicines if each not in read]
    if debrief.feeling:
        lines.append(turn.text("after-feeling-line", text=shortening.shorten(debrief.feeling, WIDTH)))
    lines += [turn.text("after-note-line", text=shortening.shorten(note, WIDTH)) for note in debrief.notes]
    return lines


def _outcome(turn: Turn, visit: visits.Visit, debrief: Debrief) -> list[tuple[messages.Button, ...]]:
    """Offer what fits: thanks, words for what stood in the way, another way to say it or another doctor, the record."""
    match debrief.sort:
        case "good":
            return [(_act(turn, visit, "after-do.thanks", "thanks"),)]
        case "system":
            thanks = [(_act(turn, visit, "after-do.thanks", "thanks"),)]
            kind = after_told.tells_kindness(turn, debrief)
            return [*_at_the_barrier(turn, debrief), *(thanks if kind else [])]
        case "person":
            return [
                *_at_the_barrier(turn, debrief, otherwise="dismissed"),
                (flow.act(turn.text("after-do.second"), "say", "second_opinion_or_leave", "b"),),
                (flow.act(turn.text("after-do.record"), "after_record", visit.id),),
            ]
        case "harm":
            return [(flow.act(turn.text("after-do.harm"), "after_record", visit.id, "card"),)]
        case _:
            return []


def _at_the_barrier(turn: Turn, debrief: Debrief, otherwise: str = "") -> list[tuple[messages.Button, ...]]:
    found = after_told.barriers(turn, debrief)[:BARRIERS] or ([otherwise] if otherwise else [])
    if not found:
        return [(flow.act(turn.text("after-do.words"), "say"),)]
    catalogue = turn.library.scripts()
    rows: list[tuple[messages.Button, ...]] = []
    for barrier_id in found:
        barrier = catalogue.barrier(barrier_id)
        if barrier:
            rows.append((flow.act(turn.text("after-words-for", name=barrier.name), "say", barrier_id, "b"),))
    if debrief.sort == "system":
        rows.append((flow.act(turn.text("after-do.case"), "open_case", found[0], "barrier"),))
    return rows


def _undo(turn: Turn, visit: visits.Visit, debrief: Debrief) -> list[tuple[messages.Button, ...]]:
    return [
        (
            flow.act(
                turn.text("after-medicine-undo", name=shortening.shorten(applied.after.name, 20)),
                "after",
                visit.id,
                f"u{applied.after.id}",
            ),
        )
        for applied in debrief.applied[-2:]
    ]


def _edits(turn: Turn, visit: visits.Visit, debrief: Debrief) -> list[tuple[messages.Button, ...]]:
    shown = [piece for piece in EDITED if piece != "asked" or debrief.questions]
    edits = [_act(turn, visit, f"after-edit.{piece}", piece) for piece in shown]
    return [tuple(edits[i : i + EDITS_A_ROW]) for i in range(0, len(edits), EDITS_A_ROW)]


def _act(turn: Turn, visit: visits.Visit, key: str, choice: str) -> messages.Button:
    return flow.act(turn.text(key), "after", visit.id, choice)
