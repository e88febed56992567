"""/summary: at once, one phone screen: why I am here, what to ask, what changed, what was taken; and the ways on."""

from dataclasses import replace

from bot.content import opening
from bot.domain import page_choices, patients, summary
from bot.engine import flow, inputs, messages
from bot.flows import summary_choices, summary_screen, summary_sources
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("summary", waits=flow.A_WHILE)

ROWS: dict[patients.Energy, int] = {"full": 3, "low": 3, "foggy": 2}
"""Rows of buttons: more would push the words off a screen of 360 by 740."""
MORE = "more"
"""The choice of the button that puts the other ways on under the same words."""
LONGEST_WORDS = 300
"""Characters of an own opening sentence; more is a speech."""


@FLOW.start(to=("opening", "done"))
def start(turn: Turn) -> flow.Next:
    """Show the screen, or do what its button said."""
    what, _, which = turn.choice.partition("_")
    match what:
        case "page" | "calendar":
            turn.outgoing.append(messages.Document(what))
            return flow.Done()
        case "picture":
            caption = turn.text("summary-picture-caption")
            turn.outgoing.append(messages.Document(what, caption, as_photo=True))
            return flow.Done()
        case "words" if _found(turn).next_visit:
            return flow.Goto("opening")
        case _:
            return flow.Done((_said(turn, what, which),))


def _said(turn: Turn, what: str, which: str) -> messages.Say:
    match what:
        case "words":
            return _no_visit(turn)
        case "choose":
            return summary_choices.choose(turn, which)
        case "reach":
            return _reach(turn, which)
        case "more":
            return screen(turn, more=True)
        case _:
            return screen(turn)


def screen(turn: Turn, *, more: bool = False) -> messages.Say:
    """Draw the summary with its buttons; ``more`` shows the rarer ones in their place."""
    found = _found(turn)
    rows = (_rarer if more else _usual)(turn, found)
    return messages.Say(summary_screen.text(turn, found), buttons=tuple(row for row in rows if row))


def _usual(turn: Turn, found: summary.Summary) -> messages.Buttons:
    visit_id = found.next_visit.id if found.next_visit else ""
    own = (_to(turn, "words"),) if found.next_visit else turn.leads("summary-add-visit", "add_visit")
    rows = (
        (_to(turn, "page"), _to(turn, "picture")),
        (*own, *turn.leads("summary-choose", "questions", visit_id)),
    )
    last = (*turn.leads("summary-show", "show_phone"), _to(turn, "ways", MORE))
    return (*rows[: ROWS[turn.patient.energy] - 1], last)


def _rarer(turn: Turn, found: summary.Summary) -> messages.Buttons:
    calendar = (_to(turn, "calendar"),) if found.next_visit else ()
    return (
        (_to(turn, "sections", "choose"), _to(turn, "reach")),
        (*turn.leads("summary-trend", "trends"), *turn.leads("summary-send", "send_ahead")),
        (*turn.leads("summary-data", "handover"), *calendar, _to(turn, "fewer", "screen")),
    )


def _to(turn: Turn, key: str, choice: str = "") -> messages.Button:
    return flow.act(turn.text(f"summary-{key}"), FLOW.name, "", choice or key)


def _reach(turn: Turn, reach: str) -> messages.Say:
    """Keep how far back is looked and show the screen for it; with nothing chosen, ask."""
    if not page_choices.is_reach(reach):
        return summary_choices.ask_reach(turn)
    summary_choices.keep(turn, replace(summary_choices.current(turn), reach=reach))
    covered = _found(turn).period
    turn.store.journal.fold_months(covered.before, covered.end)  # so that the page is quick as well
    return screen(turn)


def _ask_opening(turn: Turn) -> flow.Prompt:
    found = _found(turn)
    text = turn.text("summary-opening-words", sentence=opening.sentence(found, turn.text))
    has_own = bool(found.next_visit and found.next_visit.opening)
    return flow.Prompt(text, turn.choice_rows("summary-opening-words", ("built",)) if has_own else ())


@FLOW.step("opening", inputs.Words(anything=True), to=("done",), ask=_ask_opening)
def own_words(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the patient's own opening sentence with the visit, or go back to the one from the log."""
    visit = _found(turn).next_visit
    if visit is None:
        return flow.Done((_no_visit(turn),))
    words = "" if answer.choice == "built" else " ".join(answer.text.split())
    if len(words) > LONGEST_WORDS:
        return flow.Again("refused-long")
    turn.store.visits.save(replace(visit, opening=words))
    if not words:
        said = turn.text("summary-words-built")
    else:
        key = "summary-words-kept" if opening.is_one_breath(words) else "summary-words-long"
        said = turn.text(key, seconds=opening.seconds(words))
    return flow.Done((messages.Say(said), screen(turn)))


def _found(turn: Turn) -> summary.Summary:
    return summary_sources.gather(turn.store, turn.patient, turn.now)


def _no_visit(turn: Turn) -> messages.Say:
    add = flow.act(turn.text("summary-add-visit"), "add_visit")
    return messages.Say(turn.text("summary-words-no-visit"), buttons=((add,),))
