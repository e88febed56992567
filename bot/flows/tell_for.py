"""A trusted person logs for a patient: the next message goes to the patient's log, marked as theirs.

Where that message tells of danger, the help comes first, as everywhere; the words are passed on all the same.
"""

from bot.domain import trusted
from bot.engine import events, flow, inputs
from bot.flows import trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.TELL)


@FLOW.start(to=("words", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask for the words; an alarm typed at that question is passed on at once."""
    trust = _trust(turn)
    if trust is None:
        return flow.Done((trusted_lines.ended(turn),))
    if turn.alert.kind != "none" and isinstance(turn.event, events.Text):
        return _passed(turn, trust, turn.event.text)
    return flow.Goto("words")


def _ask_words(turn: Turn) -> flow.Prompt:
    trust = _trust(turn)
    name = trusted_lines.called(turn, trust.name if trust else "")
    return flow.Prompt(turn.text("tell_for-words", name=name))


@FLOW.step("words", inputs.Words(anything=True, longest=inputs.MAX_TYPED), to=("done",), ask=_ask_words)
def words(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Pass the words on; where that has ended meanwhile, say so: they are in the chat still."""
    trust = _trust(turn)
    return _passed(turn, trust, answer.text) if trust else flow.Done((trusted_lines.ended(turn),))


def _trust(turn: Turn) -> trusted.Trust | None:
    trust = turn.store.trusted.trusts.get(turn.subject)
    return trust if trust and trust.scope == "log" else None


def _passed(turn: Turn, trust: trusted.Trust, text: str) -> flow.Done:
    is_alert = turn.alert.kind != "none"
    turn.letters.append(
        trusted.Letter(
            to=trust.owner, kind="tell", about=trust.id, text=text, at=turn.sent_at, urgent=is_alert
        )
    )
    return flow.Done()
