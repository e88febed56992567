"""A dated, factual record of what was done and said, in the patient's words, kept word for word.

Where somebody was hurt: safety first, then the record, support, a report, care from somebody else. No thanks, no
alliance, no lesson, no explaining; nobody is asked to be fair.
"""

from dataclasses import replace

from bot.domain import markup, scripts, visits
from bot.domain.debriefs import Debrief
from bot.engine import flow, inputs, messages
from bot.flows import after_keeping, after_screens, after_told, script_finding, visit_cards
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("after_record")

AGAIN, LEAD, TOLD = "again", "lead", "told"
SHOWN = 3_000
"""Characters of the record on its card; the plain copy holds all of it."""
LOOKED_AT = 5
"""Entries of the log among which words that called for help are looked for."""
LONGEST = 4_096
"""Telegram's own limit for a message: nothing of a record is refused or cut."""


@FLOW.start(to=("record", "after", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask for the record, or show, copy or begin it anew."""
    visit = turn.store.visits.get(turn.subject)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    debrief = after_keeping.of_visit(turn, visit)
    match turn.choice:
        case "card":
            return flow.Done((_card(turn, visit, debrief),))
        case "copy" if debrief.record:
            copy = messages.Say(markup.escape(debrief.record))
            return flow.Done((_card(turn, visit, debrief, lead=turn.text("after_record-copied")), copy))
        case "rest":
            return flow.Done((after_screens.card(turn, visit, debrief),))
        case choice:
            turn.answers[AGAIN] = choice == AGAIN
            return flow.Goto("record")


def _ask_record(turn: Turn) -> flow.Prompt:
    visit = turn.store.visits.get(turn.subject)
    debrief = after_keeping.of_visit(turn, visit) if visit else None
    is_harm = debrief is not None and debrief.sort == "harm"
    lead = turn.answers.get(LEAD, "")
    told = ("told",) if debrief is not None and _written_before(turn, debrief) else ()
    ways = (*told, "enough", "urgent") if is_harm else (*told, "enough")
    rows = turn.choice_rows("after_record-record" if lead else "after_record-first", ways)
    if lead:
        return flow.Prompt(f"{lead}\n\n{turn.text('after_record-record')}", rows)
    asked = turn.text("after_record-first")
    safety = _safety(turn, debrief) if is_harm and debrief else ""
    return flow.Prompt(f"{safety}\n\n{asked}" if safety else asked, rows)


@FLOW.step(
    "record", inputs.Words(anything=True, longest=LONGEST), to=("record", "urgent", "done"), ask=_ask_record
)
def record(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what was written, as it was written, with the moment it was written."""
    visit = turn.store.visits.get(turn.subject)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    debrief = after_keeping.of_visit(turn, visit)
    if answer.choice == "urgent":
        return flow.Switch("urgent", say=(_card(turn, visit, debrief),))
    if answer.choice and answer.choice != TOLD:
        debrief = after_keeping.finish(turn, debrief)
        return flow.Done((_card(turn, visit, debrief),))
    written = _written_before(turn, debrief) if answer.choice == TOLD else answer.text
    is_anew = turn.answers.pop(AGAIN, False) or not debrief.record
    said = turn.say_moment(turn.sent_at)
    added = f"{debrief.record}\n\n{markup.plain(turn.text('after_record-added', moment=said))}\n{written}"
    debrief = replace(
        debrief,
        record=written if is_anew else added,
        record_at=turn.sent_at if is_anew else debrief.record_at,
    )
    after_keeping.save(turn, debrief)
    turn.answers[LEAD] = turn.text("after_record-kept", moment=said)
    return flow.Goto("record")


def _written_before(turn: Turn, debrief: Debrief) -> str:
    """Give what was written already and is not in the record: the visit as it was told, or words that called for help.

    A message that was taken for a call for help is answered with help first and kept in the log; one tap brings its
    words into the record as well.
    """
    notes = [] if debrief.record else [each for each in debrief.notes if after_told.tells_harm(turn, each)]
    alarming = [
        entry.text
        for entry in turn.store.journal.latest(LOOKED_AT)
        if not entry.told_by
        and entry.recorded_at >= debrief.begun_at
        and turn.reads.alert(entry.text).kind != "none"
    ]
    return "\n".join(text for text in (*notes, *reversed(alarming)) if text and text not in debrief.record)


def _card(turn: Turn, visit: visits.Visit, debrief: Debrief, *, lead: str = "") -> messages.Say:
    """Show the record, and where help is."""
    is_harm = debrief.sort == "harm"
    safety = _safety(turn, debrief) if is_harm else ""
    parts = [safety, lead, after_screens.head(turn, visit), _shown(turn, debrief)]
    own = ("add", "copy", AGAIN, "rest") if debrief.record else ("write", "rest")
    buttons = [*(_help(turn) if is_harm else ()), *(_own(turn, visit, choice) for choice in own)]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    text = "\n\n".join(part for part in parts if part)
    return messages.Say(text, buttons=rows, about=f"record:{visit.id}")


def _shown(turn: Turn, debrief: Debrief) -> str:
    if not debrief.record:
        return turn.text("after_record-none")
    moment = turn.say_moment(debrief.record_at or debrief.changed_at)
    shown = debrief.record[:SHOWN]
    more = f"\n{turn.text('after_record-longer')}" if len(debrief.record) > SHOWN else ""
    return f"{turn.text('after_record-from', moment=moment)}\n{markup.escape(shown)}{more}"


def _safety(turn: Turn, debrief: Debrief) -> str:
    """Give the safety lines of the harm script that fits best what was told; where nothing was, lines for all."""
    told = " ".join([debrief.record, *debrief.notes])
    if turn.patient.energy == "foggy" or not after_told.tells_harm(turn, told):
        return turn.text("after_record-safety")
    best = script_finding.best(turn.library.scripts(), [scripts.HARM], told)
    if not best or not best[0].safety:
        return turn.text("after_record-safety")
    return "\n".join(markup.escape(line) for line in best[0].safety)


def _help(turn: Turn) -> list[messages.Button]:
    return [
        flow.act(turn.text("after_record-to.urgent"), "urgent"),
        flow.act(turn.text("after_record-to.support"), "why", scripts.HARM),
        flow.act(turn.text("after_record-to.words"), "say", scripts.HARM, "b"),
        flow.act(turn.text("after_record-to.report"), "say", "report_harm"),
    ]


def _own(turn: Turn, visit: visits.Visit, choice: str) -> messages.Button:
    return flow.act(turn.text(f"after_record-to.{choice}"), "after_record", visit.id, choice)
