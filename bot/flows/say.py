"""/say: words for a broken system. Tell what happened, or pick; then a card of words that stays and asks nothing.

The card is no open question: whoever reads it on the phone can type a note and it goes into the log.
"""

from collections.abc import Callable

from bot.domain import journal, questions, scripts
from bot.engine import events, flow, inputs, messages
from bot.flows import (
    asides,
    blanks,
    cards,
    entries,
    pages,
    question_list,
    script_buttons,
    script_cards,
    script_finding,
    words_request,
)
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](script_buttons.SAY)

TOLD, ENTRY, FITS, MOMENT, AMONG, BARRIER, PAGE, LOST = (
    "told", "entry", "found", "moment", "among", "barrier_id", "page", "lost",
)  # fmt: skip
"""What the conversation remembers; no step bears these names, for under a step's name stands its answer."""
TOPICS, NONE, LIKE, URGENT, KEEP = "topics", "none", "more", "urgent", "keep"
FINDING = ("what", "fits", "barrier", "script", "done", *(each for each in asides.ELSEWHERE if each != "say"))


@FLOW.start(to=("what", "fits", "barrier", "script", "note", "done"))
def start(turn: Turn) -> flow.Next:
    """Open what the button names, or find words for what was told behind the command."""
    subject = turn.subject.strip()
    if view := script_buttons.read(turn.choice):
        return _pressed(turn, subject, view)
    if scripts.is_barrier(subject):
        entry = turn.store.journal.kept(turn.choice.removeprefix(script_buttons.BARRIER))
        return _from_entry(turn, subject, entry) if entry else _of_barrier(turn, subject)
    if turn.choice == script_buttons.EXPLAINER:
        return _explained(turn, subject)
    if script := turn.library.scripts().script(subject):
        return _show(turn, script)
    return _described(turn, subject) if subject else flow.Goto("what")


def _ask_what(turn: Turn) -> flow.Prompt:
    key = turn.answers.get(LOST) or "say-what"
    return flow.Prompt(turn.text(key), turn.choice_rows("say-what", (*scripts.MOMENTS, TOPICS), per_row=2))


@FLOW.step("what", inputs.Words(anything=True), to=FINDING, ask=_ask_what)
def on_what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take a description, or the moment the words are for."""
    if answer.choice is None:
        return _described(turn, answer.text, "what")
    turn.answers[MOMENT] = "" if answer.choice == TOPICS else answer.choice
    turn.answers[PAGE] = 0
    turn.answers.pop(AMONG, None)
    return flow.Goto("barrier")


def _ask_fits(turn: Turn) -> flow.Prompt:
    fits = _fits(turn)
    shown = script_finding.offered_now(fits)
    catalogue = turn.library.scripts()
    is_harm = shown == [scripts.HARM]
    key = "say-fits-harm" if is_harm else "say-fits"
    offered = script_finding.best(catalogue, shown, turn.answers.get(TOLD, ""))
    rows: list[tuple[inputs.Choice, ...]] = [(inputs.Choice(s.id, s.title),) for s in offered]
    ways = [LIKE] if len(shown) == 1 and len(_scripts(turn, shown[0])) > len(offered) else []
    rows += turn.choice_rows(key, (*ways, NONE), per_row=2)
    if is_harm:
        kept = turn.answers.get(ENTRY) or not turn.answers.get(TOLD)
        rows += turn.choice_rows(key, (URGENT,) if kept else (URGENT, KEEP), per_row=2)
    names = ", ".join(found.name for each in shown if (found := catalogue.barrier(each)))
    return flow.Prompt(turn.text(key, barriers=names), tuple(rows))


@FLOW.step("fits", inputs.Words(anything=True), to=(*FINDING, "urgent"), ask=_ask_fits)
def on_fits(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show the script that was chosen; where harm does not fit, the other barriers follow."""
    fits = _fits(turn)
    ways: dict[str | None, Callable[[], flow.Next]] = {
        None: lambda: _described(turn, answer.text, "fits"),
        URGENT: lambda: flow.Switch("urgent", say=(_standing(turn),)),
        KEEP: lambda: _keep(turn),
        LIKE: lambda: _of_barrier(turn, script_finding.offered_now(fits)[0]),
        NONE: lambda: _none_fits(turn, fits),
    }
    return ways[answer.choice]() if answer.choice in ways else _chosen(turn, answer.choice or "")


def _ask_barrier(turn: Turn) -> flow.Prompt:
    moment, among = turn.answers.get(MOMENT, ""), turn.answers.get(AMONG)
    found = [
        each for each in turn.library.scripts().barriers
        if _scripts(turn, each.id) and (among is None or each.id in among)
    ]  # fmt: skip
    found.sort(key=lambda each: not any(script.moments[0] == moment for script in each.scripts))
    choices = [inputs.Choice(each.id, each.name) for each in found]
    return flow.Prompt(turn.text("say-barrier"), pages.rows(turn, choices, turn.answers.get(PAGE, 0)))


@FLOW.step("barrier", inputs.Words(anything=True), to=FINDING, ask=_ask_barrier)
def on_barrier(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go to the barrier's scripts."""
    if answer.choice is None:
        return _described(turn, answer.text, "barrier")
    if answer.choice == pages.MORE:
        turn.answers[PAGE] = turn.answers.get(PAGE, 0) + 1
        return flow.Goto("barrier")
    return _of_barrier(turn, answer.choice)


def _ask_script(turn: Turn) -> flow.Prompt:
    barrier_id = turn.answers.get(BARRIER, "")
    barrier = turn.library.scripts().barrier(barrier_id)
    rows = [(inputs.Choice(script.id, script.title),) for script in _scripts(turn, barrier_id)]
    return flow.Prompt(
        turn.text("say-script", barrier=barrier.name if barrier else ""),
        (*rows, *turn.choice_rows("say-what", (TOPICS,))),
    )


@FLOW.step("script", inputs.Words(anything=True), to=FINDING, ask=_ask_script)
def on_script(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show the script."""
    if answer.choice is None:
        return _described(turn, answer.text, "script")
    if answer.choice == TOPICS:
        turn.answers[MOMENT], turn.answers[PAGE] = "", 0
        turn.answers.pop(AMONG, None)
        return flow.Goto("barrier")
    return _chosen(turn, answer.choice)


def _ask_note(turn: Turn) -> flow.Prompt:
    script = turn.library.scripts().script(turn.subject)
    is_above = turn.patient.energy != "low"  # the card above has the list; a foggy day has no room for it
    listed = "" if script is None or is_above else script_cards.write_down(turn, script)
    return flow.Prompt("\n\n".join(part for part in (turn.text("say-note-ask"), listed) if part))


@FLOW.step("note", inputs.Words(anything=True), to=("done",), ask=_ask_note)
def on_note(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what happened in the log, word for word and dated."""
    del answer
    entry = turn.store.journal.add(entries.entry_of(turn))
    return flow.Done((cards.card(turn, entry, greeting=turn.text("say-noted")),))


def _described(turn: Turn, text: str, step: str = "") -> flow.Next:
    """Offer what fits a description; what was typed at ``step`` and describes nothing goes where it belongs."""
    found = script_finding.in_order(turn.reads.situations(text))
    asks_why = bool(step) and scripts.HARM not in found and words_request.asks_why(text)
    if found and not asks_why:
        turn.answers[TOLD], turn.answers[FITS] = text, found
        turn.answers.pop(ENTRY, None)
        return flow.Goto("fits", _kept_too(turn, text))
    elsewhere = asides.aside(turn, FLOW.name, step) if step else None
    if elsewhere is None:
        turn.answers[LOST] = "say-lost"
    return elsewhere or flow.Goto("what")


def _kept_too(turn: Turn, text: str) -> tuple[messages.Say, ...]:
    """Keep a description in the log where it also says how it is: no update is lost for want of words."""
    typed = isinstance(turn.event, events.Text) and turn.alert.kind == "none"
    if not typed or not words_request.tells_how_it_is(turn.reads.update(text)):
        return ()
    entry = turn.store.journal.add(entries.entry_of(turn))
    turn.answers[ENTRY] = entry.id
    return (cards.card(turn, entry),)


def _none_fits(turn: Turn, fits: list[str]) -> flow.Next:
    """Offer what else was found where it was not harm; else ask again, in other words."""
    if fits[:1] == [scripts.HARM] and len(fits) > 1:
        turn.answers[FITS] = fits[1:]
        return flow.Goto("fits")
    turn.answers[LOST] = "say-lost"
    return flow.Goto("what")


def _from_entry(turn: Turn, barrier_id: str, entry: journal.Entry) -> flow.Next:
    """Offer what fits an entry of the log, under whose card the button was pressed."""
    found = script_finding.in_order(turn.reads.situations(entry.text)) or [barrier_id]
    turn.answers[TOLD], turn.answers[FITS], turn.answers[ENTRY] = entry.text, found, entry.id
    return flow.Goto("fits")


def _of_barrier(turn: Turn, barrier_id: str) -> flow.Next:
    """List a barrier's scripts; a single one is shown at once."""
    found = _scripts(turn, barrier_id)
    if len(found) == 1:
        return _show(turn, found[0])
    turn.answers[BARRIER] = barrier_id
    return flow.Goto("script")


def _explained(turn: Turn, explainer_id: str) -> flow.Next:
    """Offer the barriers of an explainer."""
    explainer = turn.library.explainers().explainer(explainer_id)
    if explainer is None:
        turn.answers[LOST] = "say-gone"
        return flow.Goto("what")
    if len(explainer.barriers) == 1:
        return _of_barrier(turn, explainer.barriers[0])
    turn.answers[AMONG], turn.answers[PAGE] = list(explainer.barriers), 0
    return flow.Goto("barrier")


def _pressed(turn: Turn, script_id: str, view: script_buttons.View) -> flow.Next:
    """Show another view of a card, or do what its button says."""
    script = turn.library.scripts().script(script_id)
    if script is None:
        turn.answers[LOST] = "say-gone"
        return flow.Goto("what")
    if view.what == "note":
        return flow.Goto("note", (script_cards.card(turn, script, view),))
    return flow.Done(_shown(turn, script, view))


def _shown(turn: Turn, script: scripts.Script, view: script_buttons.View) -> tuple[messages.Say, ...]:
    match view.what:
        case "replies":
            return (script_cards.replies(turn, script, view),)
        case "facts":
            return (script_cards.facts(turn, script, view),)
        case "copy":
            again = script_cards.card(turn, script, view, lead=turn.text("say-copied"), done="copy")
            return again, script_cards.copy(turn, script, view)
        case "visit" if script.barrier != scripts.HARM:
            return (_added(turn, script, view),)
        case _:
            return (script_cards.card(turn, script, view),)


def _added(turn: Turn, script: scripts.Script, view: script_buttons.View) -> messages.Say:
    """Keep the line that asks: for the doctor a question of the visit, for anybody else a parked one."""
    ask = script_cards.filled(turn, script, view).ask
    visit = question_list.visit_of(turn, "")
    if "room" in script.moments:
        kept = question_list.add(turn, visit, ask)
    elif questions.find_same(question_list.read(turn, visit), ask):
        kept = "same"
    else:
        turn.store.questions.add(questions.Question(turn.new_id(), ask, turn.now))
        kept = "parked"
    return script_cards.card(turn, script, view, lead=turn.text(f"say-added-{kept}"), done="visit")


def _standing(turn: Turn) -> messages.Say:
    """Leave what was offered on the screen, with buttons that stay good, while the numbers come below."""
    asked = _ask_fits(turn)
    told = blanks.told_in(turn, turn.answers.get(TOLD, ""))
    offered = (turn.library.scripts().script(choice.id) for row in asked.rows for choice in row)
    view = script_cards.opening(turn, told)
    rows = tuple((script_buttons.press(script.title, script, view),) for script in offered if script)
    return messages.Say(asked.text, buttons=rows)


def _keep(turn: Turn) -> flow.Next:
    """Keep the description of harm in the log, word for word and dated."""
    text = turn.answers.get(TOLD, "")
    if turn.answers.get(ENTRY) or not text:
        return flow.Again("say-kept")
    entry = journal.Entry(
        id=turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=text,
        reading=turn.reads.update(text),
    )
    turn.answers[ENTRY] = turn.store.journal.add(entry).id
    return flow.Again("say-kept")


def _chosen(turn: Turn, script_id: str) -> flow.Next:
    script = turn.library.scripts().script(script_id)
    if script is None:
        turn.answers[LOST] = "say-gone"
        return flow.Goto("what")
    return _show(turn, script)


def _show(turn: Turn, script: scripts.Script) -> flow.Done:
    view = script_cards.opening(turn, blanks.told_in(turn, turn.answers.get(TOLD, "")))
    return flow.Done((script_cards.card(turn, script, view),))


def _fits(turn: Turn) -> list[str]:
    return list(turn.answers.get(FITS, ()))


def _scripts(turn: Turn, barrier_id: str) -> tuple[scripts.Script, ...]:
    """List a barrier's scripts for the moment that was picked; all of them where none was."""
    barrier = turn.library.scripts().barrier(barrier_id)
    moment = turn.answers.get(MOMENT, "")
    return tuple(s for s in barrier.scripts if not moment or moment in s.moments) if barrier else ()
