"""Consent: from here on things are kept. Pressing it twice, or in a year, changes nothing."""

from dataclasses import replace

from bot.engine import asking, flow, messages
from bot.flows import keys, ladder
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("agree", open_to_strangers=True)


@FLOW.start(to=("setup", "take_code", "done"))
def agree(turn: Turn) -> flow.Next:
    """Note the consent, set the keys and the first check-in, and offer the few questions of the set-up."""
    if turn.patient.agreed_at is not None:
        before = (messages.Say(turn.text("agree-before")),)
        return flow.Switch("take_code", turn.subject, say=before) if turn.subject else flow.Done(before)
    turn.save_patient(replace(turn.patient, agreed_at=turn.now))
    ladder.ensure_checkin(turn)
    day = asking.say_moment(turn, turn.local_now, with_time=False)
    # What was agreed to stays to be read, in place of the message with the button.
    agreed_to = f"{turn.text('welcome-about')}\n\n{turn.text('welcome-agreed', day=day)}"
    thanks = messages.Say(turn.text("agree-thanks"), keyboard=keys.labels(turn))
    said = (messages.Say(agreed_to), thanks)
    # Who came with a code came for somebody else: the questions about themselves can wait.
    return (
        flow.Switch("take_code", turn.subject, say=said) if turn.subject else flow.Switch("setup", say=said)
    )
