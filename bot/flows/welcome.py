"""First contact: what the bot is and keeps, in a few lines, and one button to agree.

Nothing a person sends is handled before that button is pressed; what came earlier waits, sealed, for a day.
"""

from bot.domain import trusted
from bot.engine import flow, messages
from bot.flows import keys
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("welcome", open_to_strangers=True)
HELD = "held"


@FLOW.start(to=("take_code", "done"))
def welcome(turn: Turn) -> flow.Next:
    """Say what this is and ask for consent; greet whoever gave it before. A code that came along is not lost."""
    code = trusted.read_code(turn.subject)
    if turn.patient.agreed_at is not None and code:
        return flow.Switch("take_code", code)
    if turn.patient.agreed_at is not None:
        name = f" {turn.patient.name}" if turn.patient.name else ""
        return flow.Done((messages.Say(turn.text("welcome-back", name=name), keyboard=keys.labels(turn)),))
    text: str = turn.text("welcome-about")
    if turn.subject == HELD:
        text = f"{turn.text('welcome-held')}\n\n{text}"
    agree = flow.act(turn.text("welcome-agree"), "agree", code or "")
    return flow.Done((messages.Say(text, buttons=((agree,),)),))
