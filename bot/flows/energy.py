"""How much the patient can read today: one tap, and every flow gets shorter."""

from dataclasses import replace

from bot.domain import patients
from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("energy")


@FLOW.start(to=("done",))
def energy(turn: Turn) -> flow.Next:
    """Set what was pressed or typed behind the command, or offer the three levels."""
    said = (turn.choice or turn.subject).strip().casefold()
    level = next((level for level in patients.ENERGIES if level == said), None)
    if level is None:
        return flow.Done((messages.Say(turn.text("energy-ask"), buttons=(_levels(turn),)),))
    turn.save_patient(replace(turn.patient, energy=level))
    return flow.Done((messages.Say(turn.text(f"energy-set-{level}"), buttons=(_levels(turn),)),))


def _levels(turn: Turn) -> tuple[messages.Button, ...]:
    """Offer the levels as buttons that stay good for ever; the one that is set has a mark."""
    now = turn.patient.energy
    return tuple(
        flow.act(turn.text(f"energy-label.{level}{'-now' if level == now else ''}"), "energy", choice=level)
        for level in patients.ENERGIES
    )
