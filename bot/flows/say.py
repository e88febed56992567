"""/say: words for a broken system. Tell what happened, or pick; then a card of words that stays and asks nothing.

The card is no open question: whoever reads it on the phone can type a note and it goes into the log.
"""

from collections.abc import Callable

from bot.domain import journal, scripts
from bot.engine import events, flow, inputs, messages
from bot.flows import (
    asides,
    blanks,
    cards,
    entries,
    pages,
    script_buttons,
    script_cards,
    script_finding,
    script_keeping,
    script_kept,
    script_lines,
    script_mine,
    script_offers,
    script_pressed,
    script_typed,
    words_request,
)
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](script_buttons.SAY, waits=flow.A_WHILE)

FINDING = ("what", "fits", "barrier", "script", "done", *(each for each in asides.ELSEWHERE if each != "say"))
TYPED = inputs.Words(anything=True, longest=inputs.MAX_TYPED)
"""What happened may take long to tell, and what was done to somebody is never cut."""


@FLOW.start(to=("what", "fits", "barrier", "script", "note", "visit", "edit", "own", "done"))
def start(turn: Turn) -> flow.Next:
    """Open what the button names, or find words for what was told behind the command."""
    subject = turn.subject.strip()
    view, script = script_buttons.read(turn.choice), turn.library.scripts().script(subject)
    if view:
        return script_pressed.pressed(turn, script, view) if script else _gone(turn)
    return script_mine.opened(turn, subject, turn.choice) or _found(turn, subject)


def _found(turn: Turn, subject: str) -> flow.Next:
    """Find words for a visit, a barrier, an explainer, a script, or for what was told."""
    if turn.choice == script_buttons.VISIT:
        turn.answers[script_offers.MOMENT], turn.answers[script_offers.PAGE] = "room", 0
        return flow.Goto("barrier")
    if scripts.is_barrier(subject):
        entry = turn.store.journal.kept(turn.choice.removeprefix(script_buttons.BARRIER))
        return _from_entry(turn, subject, entry) if entry else _of_barrier(turn, subject)
    if turn.choice == script_buttons.EXPLAINER:
        return _explained(turn, subject)
    if script := turn.library.scripts().script(subject):
        return _show(turn, script)
    return _described(turn, subject) if subject else flow.Goto("what")


@FLOW.step("what", TYPED, to=FINDING, ask=script_offers.what)
def on_what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take a description, or the moment the words are for."""
    if answer.choice is None:
        return _described(turn, answer.text, "what")
    if answer.choice == script_offers.MINE:
        return flow.Done((script_mine.every(turn),))
    turn.answers[script_offers.MOMENT] = "" if answer.choice == script_offers.TOPICS else answer.choice
    turn.answers[script_offers.PAGE] = 0
    turn.answers.pop(script_offers.AMONG, None)
    return flow.Goto("barrier")


@FLOW.step("fits", TYPED, to=(*FINDING, "urgent"), ask=script_offers.fits)
def on_fits(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show the script that was chosen; where harm does not fit, the other barriers follow."""
    fits = script_offers.found(turn)
    ways: dict[str | None, Callable[[], flow.Next]] = {
        None: lambda: _described(turn, answer.text, "fits"),
        script_offers.URGENT: lambda: flow.Switch("urgent", say=(script_offers.standing(turn),)),
        scripts.HARM: lambda: _harm(turn),
        script_offers.KEEP: lambda: _keep(turn),
        script_offers.LIKE: lambda: _of_barrier(turn, script_finding.offered_now(fits)[0]),
        script_offers.NONE: lambda: _none_fits(turn, fits),
    }
    return ways[answer.choice]() if answer.choice in ways else _chosen(turn, answer.choice or "")


@FLOW.step("barrier", TYPED, to=FINDING, ask=script_offers.barrier)
def on_barrier(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go to the barrier's scripts."""
    if answer.choice is None:
        return _described(turn, answer.text, "barrier")
    if answer.choice == pages.MORE:
        turn.answers[script_offers.PAGE] = turn.answers.get(script_offers.PAGE, 0) + 1
        return flow.Goto("barrier")
    return _of_barrier(turn, answer.choice)


@FLOW.step("script", TYPED, to=FINDING, ask=script_offers.script)
def on_script(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show the script."""
    if answer.choice is None:
        return _described(turn, answer.text, "script")
    if answer.choice == script_offers.TOPICS:
        turn.answers[script_offers.MOMENT], turn.answers[script_offers.PAGE] = "", 0
        turn.answers.pop(script_offers.AMONG, None)
        return flow.Goto("barrier")
    return _chosen(turn, answer.choice)


def _ask_note(turn: Turn) -> flow.Prompt:
    script = turn.library.scripts().script(turn.subject)
    is_room = turn.patient.energy != "foggy"
    listed = script_cards.write_down(turn, script) if script and is_room else ""
    return flow.Prompt("\n\n".join(part for part in (turn.text("say-note-ask"), listed) if part))


@FLOW.step("note", TYPED, to=("done",), ask=_ask_note)
def on_note(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what happened in the log, word for word and dated."""
    del answer
    entry = turn.store.journal.add(entries.entry_of(turn))
    return flow.Done((cards.card(turn, entry, greeting=turn.text("say-noted")),))


def _described(turn: Turn, text: str, step: str = "") -> flow.Next:
    """Offer what fits a description; what was typed at ``step`` and describes nothing goes where it belongs."""
    if words_request.asks_for_mine(text):
        return flow.Done((script_mine.every(turn),))
    told = () if words_request.asks_for_nothing_told(text) else turn.reads.situations(text)
    found = script_finding.in_order(told)
    asks_why = bool(step) and not script_finding.is_harm(found) and words_request.asks_why(text)
    if found and not asks_why:
        turn.answers[script_offers.TOLD], turn.answers[script_offers.FITS] = text, found
        for name in (script_offers.ENTRY, script_offers.MOMENT):
            turn.answers.pop(name, None)
        return flow.Goto("fits", _kept_too(turn, text))
    elsewhere = asides.aside(turn, FLOW.name, step) if step else None
    if elsewhere is None:
        turn.answers[script_offers.LOST] = "say-lost"
    return elsewhere or flow.Goto("what")


def _kept_too(turn: Turn, text: str) -> tuple[messages.Say, ...]:
    """Keep a description in the log where it also says how it is: no update is lost for want of words."""
    typed = isinstance(turn.event, events.Text) and turn.alert.kind == "none"
    if not typed or not words_request.tells_how_it_is(turn.reads.update(text)):
        return ()
    entry = turn.store.journal.add(entries.entry_of(turn))
    turn.answers[script_offers.ENTRY] = entry.id
    return (cards.card(turn, entry),)


def _none_fits(turn: Turn, fits: list[str]) -> flow.Next:
    """Offer what else was found where it was not harm; else ask again, in other words."""
    if fits[:1] == [scripts.HARM] and len(fits) > 1:
        turn.answers[script_offers.FITS] = fits[1:]
        return flow.Goto("fits")
    turn.answers[script_offers.LOST] = "say-lost"
    return flow.Goto("what")


def _harm(turn: Turn) -> flow.Goto:
    """Somebody was hurt: from here on its words alone."""
    turn.answers[script_offers.FITS] = [scripts.HARM]
    return flow.Goto("fits")


def _from_entry(turn: Turn, barrier_id: str, entry: journal.Entry) -> flow.Next:
    """Offer what fits an entry of the log, under whose card the button was pressed."""
    found = script_finding.in_order(turn.reads.situations(entry.text)) or [barrier_id]
    turn.answers[script_offers.TOLD], turn.answers[script_offers.FITS], turn.answers[script_offers.ENTRY] = (
        entry.text,
        found,
        entry.id,
    )
    return flow.Goto("fits")


def _of_barrier(turn: Turn, barrier_id: str) -> flow.Next:
    """List a barrier's scripts; a single one is shown at once."""
    found = script_offers.scripts_of(turn, barrier_id)
    if len(found) == 1:
        return _show(turn, found[0])
    turn.answers[script_offers.BARRIER] = barrier_id
    return flow.Goto("script")


def _explained(turn: Turn, explainer_id: str) -> flow.Next:
    """Offer the barriers of an explainer."""
    explainer = turn.library.explainers().explainer(explainer_id)
    if explainer is None:
        return _gone(turn)
    if len(explainer.barriers) == 1:
        return _of_barrier(turn, explainer.barriers[0])
    turn.answers[script_offers.AMONG], turn.answers[script_offers.PAGE] = list(explainer.barriers), 0
    return flow.Goto("barrier")


@FLOW.step("visit", inputs.Pick(), to=("done",), ask=script_keeping.which_visit)
def on_visit(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the words for the visit that was picked, or for any time."""
    return flow.Done((script_keeping.for_picked(turn, answer.choice or ""),))


@FLOW.step(
    "edit", inputs.Words(anything=True), to=("edit", "done", *script_typed.AWAY), ask=script_keeping.ask_edit
)
def on_edit(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Put what was typed in the place of the words."""
    elsewhere = script_typed.elsewhere(turn, "edit")
    return elsewhere or flow.Done((script_keeping.edited(turn, answer.text),))


@FLOW.step("own", inputs.Words(anything=True), to=("own", "done", *script_typed.AWAY))
def on_own(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep words that came from no script."""
    elsewhere = script_typed.elsewhere(turn, "own")
    if elsewhere:
        return elsewhere
    script_kept.keep(turn, "own", "", answer.text)
    return flow.Done((script_mine.every(turn, lead=turn.text("say-own-kept")),))


def _keep(turn: Turn) -> flow.Next:
    """Keep the description of harm in the log, word for word and dated."""
    text = turn.answers.get(script_offers.TOLD, "")
    if turn.answers.get(script_offers.ENTRY) or not text:
        return flow.Again("say-kept")
    entry = journal.Entry(
        id=turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=text,
        reading=turn.reads.update(text),
    )
    turn.answers[script_offers.ENTRY] = turn.store.journal.add(entry).id
    return flow.Again("say-kept")


def _chosen(turn: Turn, script_id: str) -> flow.Next:
    script = turn.library.scripts().script(script_id)
    if script is None:
        return _gone(turn)
    return _show(turn, script)


def _gone(turn: Turn) -> flow.Goto:
    turn.answers[script_offers.LOST] = "say-gone"
    return flow.Goto("what")


def _show(turn: Turn, script: scripts.Script) -> flow.Done:
    view = script_lines.opening(turn, blanks.told_in(turn, turn.answers.get(script_offers.TOLD, "")))
    return flow.Done((script_cards.card(turn, script, view),))
