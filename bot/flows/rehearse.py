"""/rehearse: try out a visit or a call before it counts. Never forced, never scored, left at any time.

They say what people on the other side of a desk really say; the patient types or chooses a line and hears one thing
about it. What was done to somebody is never rehearsed: whoever tells of harm is led to help and words for that.
"""

from bot.content import rehearsals as content
from bot.domain import rehearsals, scripts
from bot.engine import flow, inputs
from bot.flows import (
    asides,
    cards,
    entries,
    rehearse_answers,
    rehearse_choices,
    rehearse_feedback,
    rehearse_opening,
    rehearse_screens,
    script_buttons,
    script_finding,
    script_typed,
)
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("rehearse", waits=flow.A_WHILE)

RESUME = "t"
"""Before the number of a turn in the button that goes on where it was left."""
TYPED = inputs.Words(anything=True, longest=inputs.MAX_TYPED)
AWAY: tuple[str, ...] = ("minute", "say", *script_typed.AWAY)
"""Where any question may lead: out, to words for harm, to what was meant for another part of the bot."""


@FLOW.start(to=("who", "which", "answer", "say"))
def start(turn: Turn) -> flow.Next:
    """Open what the button names, or what was asked for in words."""
    subject = turn.subject.strip()
    if turn.choice == script_buttons.VISIT:
        turn.answers[rehearse_choices.VISIT] = subject
        turn.answers[rehearse_choices.KIND] = "visit"
        return rehearse_opening.who(turn)
    if found := content.load_rehearsals().encounter(subject):
        place = turn.choice.removeprefix(RESUME)
        if not place.isdecimal():
            return rehearse_opening.begin(turn, found.id)
        turn.answers[rehearse_screens.ENCOUNTER], turn.answers[rehearse_screens.AT] = found.id, int(place)
        return flow.Goto("answer")
    if scripts.is_barrier(subject):
        return rehearse_opening.fitting(turn, (subject,))
    return rehearse_opening.asked(turn, subject)


@FLOW.step("who", TYPED, to=("who", "which", "answer", *AWAY), ask=rehearse_choices.who)
def on_who(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go to the desk, or straight to what may come up."""
    if answer.choice is None:
        turn.answers[rehearse_choices.LOST] = True
        return script_typed.elsewhere(turn, "who") or rehearse_opening.asked(turn, answer.text)
    if answer.choice == rehearse_choices.UPSET:
        return flow.Goto("minute")
    if answer.choice in rehearsals.WHO:
        turn.answers[rehearse_choices.DESK], turn.answers[rehearse_choices.PAGE] = answer.choice, 0
        return flow.Goto("which")
    return rehearse_opening.begin(turn, answer.choice)


@FLOW.step("which", TYPED, to=("who", "which", "answer", *AWAY), ask=rehearse_choices.which)
def on_which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Begin the visit or call that was picked."""
    match answer.choice:
        case None:
            return script_typed.elsewhere(turn, "which") or rehearse_opening.asked(turn, answer.text)
        case rehearse_choices.UPSET:
            return flow.Goto("minute")
        case rehearse_choices.MORE:
            turn.answers[rehearse_choices.PAGE] = turn.answers.get(rehearse_choices.PAGE, 0) + 1
            return flow.Goto("which")
        case rehearse_choices.OTHERS:
            return rehearse_opening.who(turn)
        case chosen:
            return rehearse_opening.begin(turn, chosen)


@FLOW.step("answer", TYPED, to=("who", "answer", "tighter", "heard", *AWAY), ask=rehearse_screens.answer)
def on_answer(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Hear what was typed or chosen."""
    here = rehearse_screens.at(turn)
    if answer.choice == rehearse_choices.UPSET:
        return flow.Goto("minute")
    if here is None or answer.choice == rehearse_choices.OTHERS:
        return rehearse_opening.who(turn)
    chosen = next(
        (line for tone, line in rehearse_screens.lines(turn).items() if tone == answer.choice), None
    )
    if chosen is None:
        return _typed(turn, "answer", answer.text, here)
    first = not turn.answers.get(rehearse_screens.AT) and turn.patient.energy != "foggy"
    works = rehearse_feedback.works(turn, chosen) if first else ""
    rehearse_answers.settle(turn, chosen, here.if_asked, tone=answer.choice or "", works=works)
    return flow.Goto("heard")


@FLOW.step("tighter", TYPED, to=("answer", "tighter", "heard", *AWAY), ask=rehearse_screens.tighter)
def on_tighter(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take the tighter wording or keep their own; what is typed is a new answer."""
    here = rehearse_screens.at(turn)
    if answer.choice == rehearse_choices.UPSET:
        return flow.Goto("minute")
    if here is None or answer.choice == rehearse_screens.AGAIN:
        return flow.Goto("answer")
    if answer.choice is None:
        return _typed(turn, "tighter", answer.text, here)
    taken = rehearse_screens.OFFERED if answer.choice == rehearse_screens.USE else rehearse_screens.MINE
    said = turn.answers.get(taken, "")
    rehearse_answers.settle(turn, said, here.then(asked=rehearse_feedback.asks(said)))
    return flow.Goto("heard")


@FLOW.step(
    "heard", TYPED, to=("answer", "tighter", "heard", "keep", "done", *AWAY), ask=rehearse_screens.heard
)
def on_heard(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go on, keep the line, or say it again."""
    here = rehearse_screens.at(turn)
    match answer.choice:
        case None if here:
            return _typed(turn, "heard", answer.text, here)
        case rehearse_choices.UPSET:
            return flow.Goto("minute")
        case rehearse_screens.KEEP:
            return rehearse_answers.keep(turn)
        case rehearse_screens.LOG:
            return rehearse_answers.logged(turn)
        case rehearse_screens.NEXT:
            if rehearse_screens.is_last(turn):
                return flow.Done((rehearse_screens.closing(turn),))
            turn.answers[rehearse_screens.AT] = turn.answers.get(rehearse_screens.AT, 0) + 1
            turn.answers.pop(rehearse_screens.TOLD, None)
    return flow.Goto("answer")


@FLOW.step("keep", inputs.Pick(), to=("heard", *AWAY), ask=rehearse_screens.keep)
def on_keep(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the line for the visit that was picked, or for any time."""
    if answer.choice == rehearse_choices.UPSET:
        return flow.Goto("minute")
    return rehearse_answers.kept(
        turn, "" if answer.choice == rehearse_screens.ANY_TIME else answer.choice or ""
    )


@FLOW.step("minute", TYPED, to=("done", "urgent", "say", *asides.ELSEWHERE), ask=rehearse_screens.minute)
def on_minute(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what is typed in the log; there is nothing to answer here."""
    if answer.choice == rehearse_screens.URGENT:
        return flow.Switch("urgent")
    if script_finding.is_harm(turn.reads.situations(answer.text)):
        return flow.Switch("say", answer.text)
    elsewhere = asides.aside(turn, FLOW.name, "minute")
    if isinstance(elsewhere, flow.Switch):
        return elsewhere
    said = elsewhere.say if isinstance(elsewhere, flow.Goto) else ()
    return flow.Done(said or (cards.card(turn, turn.store.journal.add(entries.entry_of(turn))),))


def _typed(turn: Turn, step: str, text: str, here: rehearsals.Turn) -> flow.Next:
    """Hear an answer in the patient's own words, unless it tells of harm or belongs elsewhere."""
    if script_finding.is_harm(turn.reads.situations(text)):
        return flow.Switch("say", text)
    elsewhere = script_typed.elsewhere(turn, step)
    if isinstance(elsewhere, flow.Switch):
        return flow.Switch(elsewhere.flow, elsewhere.subject, rehearse_screens.way_back(turn))
    if elsewhere:
        return elsewhere
    told = turn.answers.get(rehearse_screens.TOLD, [])
    heard = rehearse_feedback.hear(turn, text, here.goal, told)
    turn.answers[rehearse_screens.TOLD] = [*told, heard.kind]
    rehearse_answers.settle(turn, text, here.then(asked=heard.asks), works=heard.works, advice=heard.advice)
    turn.answers[rehearse_screens.MINE], turn.answers[rehearse_screens.OFFERED] = text, heard.tighter
    turn.answers[rehearse_screens.NOTE] = turn.reads.update(text).is_plain_update
    return flow.Goto("tighter" if heard.tighter and turn.patient.energy != "foggy" else "heard")
