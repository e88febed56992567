"""Where /after goes next: to what is missing, to what a message is meant for, to tomorrow, to harm. Not a flow."""

from dataclasses import replace

from bot.domain import debriefs, visits
from bot.engine import events, flow, inputs, messages
from bot.flows import (
    after_asking,
    after_keeping,
    after_medicines,
    after_message,
    after_promises,
    after_screens,
    after_told,
    routing,
    visit_cards,
)
from bot.flows.after_asking import HARM, LEAD, ONLY, PASSED
from bot.flows.turn import Turn

LEAVES = ("correct_update", "remind_me", "add_visit", "say", "why")
"""Where a message goes that is clearly meant for something else."""


def onward(turn: Turn) -> flow.Next:
    """Go to the next piece that is missing; where none is, or one piece was opened to be changed, show the card."""
    visit = after_asking.visit_of(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    debrief = after_keeping.of_visit(turn, visit)
    if turn.answers.get(ONLY):
        lead = turn.answers.get(LEAD, "")
        return flow.Done((after_screens.card(turn, visit, debrief, lead=lead),))
    passed = turn.answers.get(PASSED, [])
    wanted = [each for each in after_keeping.missing(turn, debrief) if each not in passed]
    usual = [each for each in wanted if each in after_asking.ASKED[turn.patient.energy]]
    if usual:
        return flow.Goto(usual[0])
    return flow.Done((after_screens.closing(turn, visit, after_keeping.finish(turn, debrief)),))


def passed(turn: Turn, piece: debriefs.Piece, *, keep_lead: bool = False) -> flow.Next:
    """Leave a piece for this sitting and go on; ``keep_lead``: say first what was just kept."""
    turn.answers[PASSED] = [*turn.answers.get(PASSED, []), piece]
    if not keep_lead:
        turn.answers.pop(LEAD, None)
    return onward(turn)


def way(turn: Turn, piece: debriefs.Piece, answer: inputs.Answer) -> flow.Next | None:
    """Follow a button, a "no" or a message meant for something else; None where the answer is one."""
    visit, debrief = after_asking.visit_of(turn), after_asking.debrief_of(turn)
    if visit is None:
        return flow.Done((visit_cards.gone(turn),))
    is_nothing = answer.choice is None and _says_nothing(turn, answer.text)
    if answer.choice in {after_asking.NOTHING, after_asking.NEXT} or is_nothing:
        after_keeping.save(turn, debriefs.settle(debrief, piece, turn.now))
        return passed(turn, piece)
    match answer.choice:
        case None:
            return elsewhere(turn, answer.text, piece)
        case after_asking.FINISH:
            done = after_keeping.finish(turn, debrief)
            return flow.Done((after_screens.closing(turn, visit, done),))
        case after_asking.TOMORROW:
            return tomorrow(turn, visit)
        case _:
            return passed(turn, piece)


def _says_nothing(turn: Turn, text: str) -> bool:
    said = " ".join(text.casefold().split()).strip(" .!")
    return said in {word.strip() for word in turn.text("after-nothing-words").split(",")}


def elsewhere(turn: Turn, text: str, step: str) -> flow.Next | None:
    """Send on what is no answer: another flow's message, or an update, after which the question stands again."""
    route = routing.route(turn) if isinstance(turn.event, events.Text) else None
    if route and route.flow in LEAVES:
        return flow.Switch(route.flow, route.subject)
    if route and route.flow == "after" and after_message.asks(text):
        return flow.Goto(step)
    promised = bool(after_promises.read(turn, text, asked=False).promises)
    changes = any(after_medicines.is_change(turn, piece) for piece in after_medicines.pieces(text))
    if promised and not changes and step in {"medicines", "feeling"}:
        return _promised_meanwhile(turn, text, step)
    if promised or changes or route is None or route.flow != "quick_update":
        return None
    kept = after_told.update_too(turn, text)
    return flow.Goto(step, kept) if kept and step != "feeling" else None


def _promised_meanwhile(turn: Turn, text: str, step: str) -> flow.Next:
    """Keep a promise that is told at another question, and ask that one again."""
    debrief, lines, left = after_told.gather(turn, after_asking.debrief_of(turn), text)
    after_keeping.save(turn, replace(debrief, notes=(*debrief.notes, *left)))
    turn.answers[LEAD] = "\n".join([turn.text("after-kept"), *lines])
    return flow.Goto(step)


def told(turn: Turn, visit: visits.Visit, text: str, step: str) -> flow.Next:
    """Keep what was typed where a tap was asked for."""
    left = elsewhere(turn, text, step)
    if left:
        return left
    turn.answers[LEAD] = after_told.take(turn, visit, text)[0].text
    return asks_harm(turn) if after_told.tells_harm(turn, text) else flow.Goto(step)


def asks_harm(turn: Turn) -> flow.Next:
    """Ask whether it was harm, before anything else is asked; it is the patient who says so."""
    if after_asking.debrief_of(turn).sort == "harm":
        return onward(turn)
    turn.answers[HARM] = True
    turn.answers.pop(LEAD, None)
    return flow.Goto("how")


def did_not_happen(turn: Turn, visit: visits.Visit) -> flow.Next:
    """Leave for the change of a visit that was cancelled or moved; ``turn.choice`` says which."""
    if visit.state == "done":
        visit = turn.store.visits.save(replace(visit, state="planned"))
    turn.choice = "cancel" if turn.choice == "cancelled" else "when"
    return flow.Switch("change_visit", visit.id)


def tomorrow(turn: Turn, visit: visits.Visit) -> flow.Next:
    """Keep everything, and ask again tomorrow."""
    debrief = after_keeping.save(turn, after_keeping.of_visit(turn, visit))
    moment = after_keeping.ask_tomorrow(turn, debrief)
    now = flow.act(turn.text("after-go-on"), "after", visit.id)
    say = messages.Say(turn.text("after-tomorrow", moment=turn.say_moment(moment)), buttons=((now,),))
    return flow.Done((say,))


def thanks(turn: Turn, visit: visits.Visit) -> flow.Next:
    """Leave for thank-you words, which nobody is asked to use."""
    after_keeping.save(turn, replace(after_keeping.of_visit(turn, visit), thanked=True))
    turn.choice = "b"
    return flow.Switch("say", "gratitude")


def medicine_back(turn: Turn, visit: visits.Visit, item_id: str) -> flow.Next:
    """Take a change of medicine back out of the history."""
    debrief, done = after_medicines.take_back(turn, after_keeping.of_visit(turn, visit), item_id)
    if done:
        debrief = after_keeping.save(turn, debrief)
    lead = turn.text("after-medicine-back" if done else "after-medicine-changed-since")
    return flow.Done((after_screens.card(turn, visit, debrief, lead=lead),))
