"""What is said of trusted people, on both sides: their lines, their buttons. Not a flow."""

from datetime import datetime

from bot.domain import shortening, trusted
from bot.engine import events, flow, messages, session
from bot.flows.turn import Turn

HUB, INVITE, CODE, LOOK, TELL = "trusted", "invite_trusted", "take_code", "look_for", "tell_for"
ELSEWHERE = {"look": (LOOK, ""), "tell": (TELL, "")}
END, DROP, LEAVE, SEEN, SHOW = "end", "drop", "leave", "seen", "show"
ON_BUTTON = 14
"""Characters of a name on a button."""


def about(grant_id: str) -> str:
    """Name what a message to a trusted person shows, so that its end takes its place."""
    return f"trust:{grant_id}"


def called(turn: Turn, name: str) -> str:
    """Give a name, or the words for somebody who told none."""
    return name or turn.text("trusted-somebody")


def lead(name: str) -> str:
    """Give a name as it stands at the beginning of a sentence."""
    return name[:1].upper() + name[1:]


def button(turn: Turn, what: str, name: str, subject: str) -> messages.Button:
    """Make a button about one person: ``what`` is one of those that /trusted knows, or looks or tells."""
    to, choice = ELSEWHERE.get(what, (HUB, what))
    label = f"trusted-button.{what}" if name else f"trusted-button.{what}-them"
    return flow.act(turn.text(label, name=shortening.shorten(name, ON_BUTTON)), to, subject, choice)


def hub_button(turn: Turn) -> messages.Button:
    """Lead to the people one trusts."""
    return flow.act(turn.text("trusted-button.hub"), HUB)


def end_button(turn: Turn, grant: trusted.Grant) -> messages.Button:
    """End what somebody may: one tap, and no question."""
    return button(turn, END, grant.name, grant.id)


def holder_buttons(turn: Turn, trust: trusted.Trust) -> tuple[messages.Button, ...]:
    """Give what a trusted person can do for one patient."""
    look = button(turn, "look", trust.name, trust.id)
    tell = button(turn, "tell", trust.name, trust.id)
    return (look, tell) if trust.scope == "log" else (look,)


def ended(turn: Turn, name: str = "") -> messages.Say:
    """Tell a trusted person that they are so no longer."""
    return messages.Say(turn.text("trusted-over", name=called(turn, name)))


def wiped(turn: Turn, name: str, grant_id: str) -> tuple[messages.Say, ...]:
    """Put the end of it in the place of the last screen that was seen, where there is one."""
    shown = turn.store.shown_as(about(grant_id))
    text = turn.text("trusted-over", name=called(turn, name))
    return () if shown is None else (messages.Say(text, replaces=shown),)


def did(turn: Turn, access: trusted.Access) -> str:
    """Say one access in a line."""
    return turn.text(f"trusted-did.{access.what}", when=turn.say_moment(access.at), name=access.name)


def note(
    turn: Turn, grant: trusted.Grant, what: trusted.What, entry_id: str = "", album: str = ""
) -> trusted.Access:
    """List what somebody did, for the patient."""
    access = trusted.Access(turn.new_id(), turn.now, grant.id, grant.name, what, entry_id, album)
    return turn.store.trusted.accesses.add(access)


def under_way(turn: Turn) -> str:
    """Tell for whom the message being handled is meant: the id of the trust whose question is open; else empty."""
    state = turn.store.sessions.load(session.Session)
    frame = state.current if state else None
    return frame.subject if frame is not None and frame.flow == TELL else ""


def meant_for(turn: Turn) -> str:
    """Tell for whom the file being handled is meant: by the open question, or by the album it came in; else empty."""
    album = turn.event.album if isinstance(turn.event, events.Media) else ""
    same = [trust.id for trust in turn.store.trusted.trusts.all() if album and trust.album == album]
    return under_way(turn) or next(iter(same), "")


def say_kept(turn: Turn, trust: trusted.Trust, *, is_bare: bool = False) -> messages.Say:
    """Say that it is in the log; where it was a file without words, how words get there."""
    name, buttons = called(turn, trust.name), holder_buttons(turn, trust)
    text = turn.text("tell_for-kept", name=name)
    if is_bare:  # named in full: the key below the input field says "Log" as well, and is for one's own log
        text = turn.text("tell_for-kept-bare", name=name, button=buttons[-1].label)
    return messages.Say(text, buttons=(buttons,))


def unkept(turn: Turn, name: str = "") -> messages.Say:
    """Tell somebody who may log no longer that what they sent is nowhere, and how to keep it themselves."""
    return messages.Say(turn.text("tell_for-unkept", name=called(turn, name)))


def marked(turn: Turn, name: str, words: str) -> str:
    """Say before what was told whose words it is, where it is a trusted person's, as the page does."""
    return turn.text("trusted-told_by", name=name, text=words) if name else words


def told_by(turn: Turn, start: datetime) -> list[str]:
    """Say how many notes since ``start`` are by trusted people, where any are: not all of it is self-reported then."""
    told = [each for each in turn.store.trusted.accesses.since(start) if each.what == "told"]
    kept = [each for each in told if turn.store.journal.kept(each.entry_id)]
    if not kept:
        return []
    names = sorted({each.name for each in kept})
    return [turn.text("summary-told_by", count=len(kept), names=", ".join(names))]
