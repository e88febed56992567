"""A code is typed, or comes with a link: whoever made it is asked. A wrong one says nothing, and few may be tried."""

from bot.domain import trusted
from bot.engine import flow, inputs, messages
from bot.flows import trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.CODE)


@FLOW.start(to=("code", "done"))
def start(turn: Turn) -> flow.Next:
    """Try the code that came, or ask for one."""
    code = trusted.read_code(turn.subject)
    if code is None:
        return flow.Goto("code")
    return flow.Done(_refused(turn) or _tried(turn, code))


@FLOW.step("code", inputs.Words(), to=("code", "done"))
def code(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Try the code that was typed; what cannot be one costs no try."""
    typed = trusted.read_code(answer.text)
    if typed is None:
        return flow.Again("take_code-unlike")
    return flow.Done(_refused(turn) or _tried(turn, typed))


def _refused(turn: Turn) -> tuple[messages.Say, ...]:
    if turn.store.trusted.count_tries(turn.now) < trusted.MOST_TRIES:
        return ()
    return (messages.Say(turn.text("take_code-too_many")),)


def _tried(turn: Turn, code: str) -> tuple[messages.Say, ...]:
    """Ask whoever made the code; their turn uses it up, once, and answers."""
    found = turn.store.trusted.inviter(turn.code_hash(code), turn.now)
    if found is None:
        turn.store.trusted.note_try(turn.now)
        again = flow.act(turn.text("take_code-again"), FLOW.name)
        return (messages.Say(turn.text("take_code-wrong"), buttons=((again,),)),)
    invitation_id, owner = found
    if owner == turn.patient.id:
        return (messages.Say(turn.text("take_code-own")),)
    turn.letters.append(trusted.Letter(to=owner, kind="accept", about=invitation_id))
    return ()
