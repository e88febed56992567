"""A trusted person asks for a patient's summary: by a letter, answered by the patient's own turn or not at all."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import trusted
from bot.engine import events, flow
from bot.flows import trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.LOOK)


@FLOW.start(to=("done",))
def look(turn: Turn) -> flow.Next:
    """Write the letter; a thumb that trembles writes one."""
    trust = turn.store.trusted.trusts.get(turn.subject)
    if trust is None:
        return flow.Done((trusted_lines.ended(turn),))
    if trust.asked_at and timedelta() <= turn.now - trust.asked_at < trusted.LOOK_AGAIN_AFTER:
        return flow.Done()
    turn.store.trusted.trusts.save(replace(trust, asked_at=turn.now))
    pressed = turn.event.message_id if isinstance(turn.event, events.Press) else None
    turn.letters.append(
        trusted.Letter(
            to=trust.owner, kind="look", about=trust.id, energy=turn.patient.energy, message_id=pressed
        )
    )
    return flow.Done()
