"""Opening a case: from a kind, a line, a script, a barrier, an update or a photo. Everything readable is taken over.

Nothing is asked that was told; the card says it all back, with a button to put each part right and one to undo it.
"""

from collections.abc import Callable
from dataclasses import replace

import msgspec

from bot.domain import cases
from bot.engine import events, flow, inputs, messages
from bot.flows import asides, cards, case_cards, case_making, case_message, entries, words_request
from bot.flows.turn import Turn
from bot.understanding.cases import case_details
from bot.understanding.cases.case_details import CaseDetails

FLOW = flow.Flow[Turn](case_cards.OPEN)

LONGEST_TOLD = 1_000
ELSEWHERE = tuple(each for each in asides.ELSEWHERE if each != FLOW.name)


@FLOW.start(to=("what", "done"))
def start(turn: Turn) -> flow.Next:
    """Open a case from what the button names or the message tells, or ask what it is about."""
    subject = turn.subject.strip()
    ways: dict[str, Callable[[], flow.Next]] = {
        "script": lambda: _from_script(turn, subject),
        "barrier": lambda: _from_barrier(turn, subject),
        "anew": lambda: _anew(turn, subject),
        "entry": lambda: _from_entry(turn, subject),
        "next": lambda: _carried_on(turn, subject),
    }
    if turn.choice in ways:
        return ways[turn.choice]()
    text = subject or entries.said(turn.event)[0] if not isinstance(turn.event, events.Command) else subject
    return _told(turn, text) if text else flow.Goto("what")


def _ask_what(turn: Turn) -> flow.Prompt:
    choices = [inputs.Choice(kind_id, name) for kind_id, name in case_message.kinds()]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    return flow.Prompt(turn.text("open_case-what"), rows)


@FLOW.step("what", inputs.Words(anything=True), to=("what", "done", *ELSEWHERE), ask=_ask_what)
def on_what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Open the kind that was picked, or a case of what was told; an update is kept and the question stands again."""
    if answer.choice:
        return _opened(
            turn, case_making.new(turn, answer.choice, CaseDetails(), barrier=_usual(turn, answer.choice))
        )
    details = _read(turn, answer.text)
    if not (details.reference or details.deadline or case_making.kind_of(turn, details, answer.text)):
        elsewhere = asides.aside(turn, FLOW.name, "what")
        if elsewhere:
            return elsewhere
    return _told(turn, answer.text, asked=True)


def _told(turn: Turn, text: str, *, asked: bool = False) -> flow.Next:
    """Open a case of a message; one that is open already learns what is new."""
    details = _read(turn, text)
    kind_id = case_making.kind_of(turn, details, text)
    is_bare = not (kind_id or details.reference or details.deadline or details.about or details.with_whom)
    if is_bare and not asked:
        return flow.Goto("what")
    alike = [c for c in turn.store.cases.open() if c.kind == kind_id]
    if alike and details == CaseDetails(kind=details.kind, is_request=True):
        return _already(turn, alike[0], kind_id)
    said, entry_ids = _kept_too(turn, text)
    same = cases.find_same(turn.store.cases.open(), kind_id, details.about, details.reference)
    if same:
        told = "\n".join(each for each in (same.told, text) if each)[:LONGEST_TOLD]
        ids = tuple(dict.fromkeys((*same.entry_ids, *entry_ids)))
        same = replace(case_making.filled_in(turn, same, details), told=told, entry_ids=ids)
        card = case_cards.card(turn, case_making.save(turn, same), lead=turn.text("open_case-same"))
        return flow.Done((*said, card))
    kind_id = kind_id or case_making.OTHER
    barrier = case_making.barrier_of(turn, kind_id, text)
    case = case_making.new(turn, kind_id, details, barrier=barrier, told=text[:LONGEST_TOLD])
    return _opened(turn, replace(case, entry_ids=entry_ids), said)


def _kept_too(turn: Turn, text: str) -> tuple[tuple[messages.Say, ...], tuple[str, ...]]:
    """Keep the message in the log where it also says how they are, or brings a file."""
    is_file = isinstance(turn.event, events.Media)
    tells = isinstance(turn.event, events.Text) and words_request.tells_how_it_is(turn.reads.update(text))
    if turn.alert.kind != "none" or not (is_file or tells):
        return (), ()
    entry = turn.store.journal.add(entries.entry_of(turn))
    shown = (cards.card(turn, entry),) if words_request.tells_how_it_is(entry.reading) else ()
    return shown, (entry.id,)


def _from_script(turn: Turn, script_id: str) -> flow.Next:
    script = turn.library.scripts().script(script_id)
    return _from_barrier(turn, script.barrier) if script else flow.Goto("what")


def _from_barrier(turn: Turn, barrier_id: str) -> flow.Next:
    """Open the likeliest kind for a barrier; one that is open already is shown, with the way to another."""
    kind = case_making.likeliest(barrier_id)
    if kind is None:
        return flow.Goto("what")
    alike = [c for c in turn.store.cases.open() if c.barrier == barrier_id and c.kind == kind.id]
    if alike:
        return _already(turn, alike[0], barrier_id)
    return _opened(turn, case_making.new(turn, kind.id, CaseDetails(), barrier=barrier_id))


def _anew(turn: Turn, subject: str) -> flow.Next:
    """Open one more case of a kind, or of the likeliest kind for a barrier."""
    likeliest = case_making.likeliest(subject)
    kind_id = likeliest.id if likeliest else subject
    if kind_id not in dict(case_message.kinds()):
        return flow.Goto("what")
    barrier = subject if likeliest else _usual(turn, kind_id)
    return _opened(turn, case_making.new(turn, kind_id, CaseDetails(), barrier=barrier))


def _already(turn: Turn, case: cases.Case, subject: str) -> flow.Done:
    """Show the case that is open already, with the way to another one."""
    card = case_cards.card(turn, case, lead=turn.text("open_case-already"))
    another = flow.act(turn.text("open_case-anew"), FLOW.name, subject, "anew")
    return flow.Done((msgspec.structs.replace(card, buttons=(*card.buttons, (another,))),))


def _from_entry(turn: Turn, entry_id: str) -> flow.Next:
    """Open a case of an update, under whose card it was offered."""
    entry = turn.store.journal.kept(entry_id)
    if entry is None:
        return flow.Goto("what")
    known = next((c for c in turn.store.cases.open() if entry.id in c.entry_ids), None)
    if known:
        return flow.Done((case_cards.card(turn, known, lead=turn.text("open_case-already")),))
    details = _read(turn, entry.text)
    kind_id = case_making.kind_of(turn, details, entry.text) or case_making.OTHER
    barrier = case_making.barrier_of(turn, kind_id, entry.text)
    case = case_making.new(turn, kind_id, details, barrier=barrier, told=entry.text[:LONGEST_TOLD])
    opened = _opened(turn, replace(case, entry_ids=(entry.id,)))
    return flow.Done((cards.card(turn, entry), *opened.say))


def _carried_on(turn: Turn, case_id: str) -> flow.Next:
    """Open the next round of a case that ended in a no, with everything that is known of it."""
    before = turn.store.cases.get(case_id)
    if before is None:
        return flow.Goto("what")
    details = CaseDetails(about=before.about, reference=before.reference, with_whom=before.with_whom)
    same = cases.find_same(turn.store.cases.open(), "denial", details.about, details.reference)
    if same:
        return flow.Done((case_cards.card(turn, same, lead=turn.text("open_case-already")),))
    case = case_making.new(turn, "denial", details, barrier=_usual(turn, "denial"), told=before.told)
    return _opened(turn, replace(case, entry_ids=before.entry_ids, calls=before.calls))


def _opened(turn: Turn, case: cases.Case, said: tuple[messages.Say, ...] = ()) -> flow.Done:
    kept = case_making.save(turn, case)
    return flow.Done((*said, case_cards.fresh(turn, kept, lead=turn.text("open_case-kept"))))


def _usual(turn: Turn, kind_id: str) -> str:
    return case_making.barrier_of(turn, kind_id, "")


def _read(turn: Turn, text: str) -> CaseDetails:
    return case_details.read(text, turn.local_now, turn.patient.locale)
