"""Any message that is not an answer is an update: saved at once, shown back, nothing asked."""

from datetime import timedelta

from bot.domain import journal
from bot.engine import events, flow, messages
from bot.flows import cards
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("quick_update")

GAP = timedelta(days=3)
"""After so long without a word, the bot is glad to hear from the patient, and asks nothing about the gap."""


@FLOW.start(to=("done",))
def keep(turn: Turn) -> flow.Next:
    """Save what was sent; where it was an alert, the help already said so and no card follows."""
    last = turn.store.journal.latest(1)
    entry = turn.store.journal.add(entry_of(turn))
    if turn.alert.kind != "none":
        return flow.Done()
    was_away = bool(last) and turn.sent_at - last[0].at > GAP
    greeting = turn.text("card-welcome-back") if was_away else ""
    return flow.Done((cards.card(turn, entry, greeting=greeting),))


def entry_of(turn: Turn) -> journal.Entry:
    """Read the turn's message as a journal entry; its time is when it was sent."""
    text, message_id = _said(turn.event)
    entry_id = turn.new_id()
    attachments: tuple[journal.Attachment, ...] = ()
    if isinstance(turn.event, events.Media):
        attachments = (attach(turn, turn.event, entry_id),)
    return journal.Entry(
        id=entry_id,
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=text,
        reading=turn.reads.update(text),
        attachments=attachments,
        message_id=message_id,
    )


def attach(turn: Turn, media: events.Media, entry_id: str) -> journal.Attachment:
    """Note a file and have its bytes fetched."""
    attachment = journal.Attachment(turn.new_id(), media.media, media.file_id, media.name, media.size)
    turn.outgoing.append(messages.Fetch(entry_id, attachment.id, media.file_id))
    return attachment


def _said(event: events.Event | None) -> tuple[str, int | None]:
    match event:
        case events.Text(text=text, message_id=message_id):
            return text, message_id
        case events.Media(caption=text, message_id=message_id):
            return text, message_id
        case events.Command(name=name, argument=argument, message_id=message_id):
            return f"/{name} {argument}".strip(), message_id
        case _:
            return "", None
