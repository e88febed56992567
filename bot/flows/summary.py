"""/summary: at once, one phone screen: why I am here, what to ask, what changed, what was taken."""

from dataclasses import replace

from bot.content import opening
from bot.domain import summary
from bot.engine import flow, inputs, messages
from bot.flows import summary_screen, summary_sources
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("summary")

LONGEST_WORDS = 300
"""Characters of an own opening sentence; more is a speech."""


@FLOW.start(to=("opening", "done"))
def start(turn: Turn) -> flow.Next:
    """Show the screen, or do what its button said."""
    match turn.choice:
        case "page":
            turn.outgoing.append(messages.Document("page"))
            return flow.Done()
        case "calendar":
            turn.outgoing.append(messages.Document("calendar"))
            return flow.Done()
        case "words" if _found(turn).next_visit:
            return flow.Goto("opening")
        case "words":
            return flow.Done((_no_visit(turn),))
        case _:
            return flow.Done((screen(turn),))


def screen(turn: Turn) -> messages.Say:
    """Draw the summary with its buttons."""
    found = _found(turn)
    first = [flow.act(turn.text("summary-page"), "summary", "", "page")]
    if found.next_visit:
        first.append(flow.act(turn.text("summary-calendar"), "summary", "", "calendar"))
        second = flow.act(turn.text("summary-words"), "summary", "", "words")
    else:
        second = flow.act(turn.text("summary-add-visit"), "add_visit")
    visit_id = found.next_visit.id if found.next_visit else ""
    choose = flow.act(turn.text("summary-choose"), "questions", visit_id)
    return messages.Say(summary_screen.text(turn, found), buttons=(tuple(first), (second, choose)))


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
