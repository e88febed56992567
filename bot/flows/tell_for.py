"""A trusted person logs for a patient: the next message goes to the patient's log, marked as theirs.

A photo, voice note or file goes there as well, with the rest of its album; never into the sender's own log. Where what
is sent tells of danger, the help comes first, as everywhere; it is passed on all the same.
"""

from dataclasses import replace

from bot.domain import journal, trusted
from bot.engine import events, flow, inputs
from bot.flows import trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.TELL)


@FLOW.start(to=("words", "done"))
def start(turn: Turn) -> flow.Next:
    """Ask for the words; an alarm told at that question, and the rest of an album, are passed on at once."""
    trust = _trust(turn)
    match turn.event:
        case events.Media(caption=text):
            return _passed(turn, trust, text.strip())
        case events.Text(text=text) if turn.alert.kind != "none":
            return _passed(turn, trust, text)
    return flow.Goto("words") if trust else flow.Done((trusted_lines.ended(turn),))


def _ask_words(turn: Turn) -> flow.Prompt:
    trust = _trust(turn)
    name = trusted_lines.called(turn, trust.name if trust else "")
    return flow.Prompt(turn.text("tell_for-words", name=name))


@FLOW.step(
    "words",
    inputs.Words(anything=True, longest=inputs.MAX_TYPED, files=True),
    to=("done",),
    ask=_ask_words,
)
def words(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Pass on what was sent."""
    return _passed(turn, _trust(turn), answer.text)


def _trust(turn: Turn) -> trusted.Trust | None:
    trust = turn.store.trusted.trusts.get(turn.subject)
    return trust if trust and trust.scope == "log" else None


def _passed(turn: Turn, trust: trusted.Trust | None, text: str) -> flow.Done:
    """Write the letter; where that has ended meanwhile, say so: what was sent is in the chat still."""
    if trust is None:
        return flow.Done((trusted_lines.unkept(turn),))
    letter = trusted.Letter(
        to=trust.owner,
        kind="tell",
        about=trust.id,
        text=text,
        at=turn.sent_at,
        urgent=turn.alert.kind != "none",
    )
    if isinstance(turn.event, events.Media):
        sent = turn.event
        file = journal.Attachment(turn.new_id(), sent.media, sent.file_id, sent.name, sent.size)
        letter = replace(letter, file=file, album=sent.album)
        turn.store.trusted.trusts.save(replace(trust, album=sent.album))
    turn.letters.append(letter)
    return flow.Done()
