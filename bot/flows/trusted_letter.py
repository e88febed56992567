"""A letter from another account is read: whether it may be answered is looked up here, each time, in one's own rows.

Nobody opens this by a button: without a letter there is nothing to read, and a letter is never a patient's own event.
"""

from dataclasses import replace

from bot.domain import journal, markup, trusted
from bot.domain.quiet_hours import QuietHours
from bot.engine import events, flow, messages
from bot.flows import cards, entries, summary_screen, summary_sources, trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("trusted_letter")

MOST_IN_ALBUM = 10
"""Files that Telegram sends together (Bot API, sendMediaGroup): no more accesses lie between two of them, or few."""


@FLOW.start(to=("done",))
def read(turn: Turn) -> flow.Next:
    """Do what a letter asks, or tell what it answers."""
    letter = turn.letter
    if letter is None:
        return flow.Done((messages.Say(turn.text("engine-stale")),))
    match letter.kind:
        case "accept":
            said = _accepted(turn, letter)
        case "look":
            said = _looked(turn, letter)
        case "tell":
            said = _told(turn, letter)
        case "left":
            said = _left(turn, letter)
        case "granted":
            said = _granted(turn, letter)
        case _:
            said = _answered(turn, letter)
    return flow.Done(said)


# The patient's side


def _accepted(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    """Use a code up: whoever comes second is refused."""
    kept, holder = turn.store.trusted, letter.sender
    invitation = kept.invitations.get(letter.about)
    if holder is None or invitation is None or invitation.expires_at <= turn.now:
        _answer(turn, letter, "refused")
        return ()
    kept.invitations.delete(invitation.id)
    before = kept.grants.of(holder)
    if before is not None:
        kept.grants.delete(before.id)
    grant = trusted.Grant(turn.new_id(), holder, invitation.name, invitation.scope, turn.now)
    kept.grants.add(grant)
    trusted_lines.note(turn, grant, "joined")
    _answer(turn, letter, "granted", about=grant.id, scope=grant.scope)
    return (_to_patient(turn, grant, turn.text(f"trusted-joined.{grant.scope}", name=grant.name)),)


def _looked(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    """Draw the screen afresh for one who may see it, and list that; the patient hears of it once a day."""
    grant = _grant(turn, letter)
    if grant is None:
        _answer(turn, letter, "ended")
        return ()
    own = turn.patient
    turn.patient = replace(own, energy=letter.energy)
    screen = summary_screen.text(turn, summary_sources.gather(turn.store, own, turn.now))
    turn.patient = own
    _answer(turn, letter, "screen", text=screen, scope=grant.scope, message_id=letter.message_id)
    trusted_lines.note(turn, grant, "looked")
    turn.store.trusted.grants.save(replace(grant, last_at=turn.now))
    if grant.last_at is None:
        return (
            _to_patient(turn, grant, turn.text("trusted-first_look", name=trusted_lines.lead(grant.name))),
        )
    if turn.local(grant.last_at).date() == turn.local_now.date():
        return ()
    return (
        _to_patient(turn, grant, turn.text("trusted-look", name=trusted_lines.lead(grant.name)), silent=True),
    )


def _told(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    """Put the words into the log as the trusted person's; health words come unasked only where that is chosen."""
    grant = _grant(turn, letter)
    if grant is None or grant.scope != "log":
        _answer(turn, letter, "unkept")
        return ()
    sent = turn.event = _as_sent(letter)
    begun = _album(turn, letter)
    if begun is not None and isinstance(sent, events.Media):
        return _joined(turn, entries.add_file(turn, begun, sent))
    read = entries.entry_of(turn)
    entry = replace(read, text=letter.text, message_id=None, told_by=grant.name)
    turn.store.journal.add(entry)
    trusted_lines.note(turn, grant, "told", entry.id, letter.album)
    turn.store.trusted.grants.save(replace(grant, last_at=turn.now))
    _answer(turn, letter, "kept", file=None if letter.text else letter.file)
    if turn.patient.open_lock_screen:
        return (cards.card(turn, entry),)
    show = flow.act(turn.text("trusted-button.show"), trusted_lines.HUB, entry.id, trusted_lines.SHOW)
    text = turn.text("trusted-told", name=trusted_lines.lead(grant.name))
    return (
        messages.Say(
            text, buttons=((show,), (trusted_lines.hub_button(turn),)), silent=_is_quiet(turn, letter)
        ),
    )


def _as_sent(letter: trusted.Letter) -> events.Text | events.Media:
    """Give it as the patient would say it, to be read; it is kept as it was said.

    The message is one of another chat: no number of it here.
    """
    words, file = trusted.as_patient(letter.text), letter.file
    if file is None:
        return events.Text(words, 0)
    return events.Media(file.kind, file.file_id, 0, file.name, file.size, words)


def _album(turn: Turn, letter: trusted.Letter) -> journal.Entry | None:
    """Find the entry that the first picture of the same album made; one with words of its own makes its own."""
    if not letter.album or letter.text:
        return None
    latest = turn.store.trusted.accesses.latest(MOST_IN_ALBUM)
    same = (each for each in latest if (each.grant_id, each.album) == (letter.about, letter.album))
    begun = next(same, None)
    return turn.store.journal.kept(begun.entry_id) if begun else None


def _joined(turn: Turn, entry: journal.Entry) -> tuple[messages.Say, ...]:
    """Keep one more picture with the others: of that nobody hears again."""
    turn.store.journal.save(entry)
    return (cards.card(turn, entry, refresh=True),) if turn.patient.open_lock_screen else ()


def _left(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    """Note that a trusted person went by themselves; where their account is gone, so is the grant already."""
    kept = turn.store.trusted
    grant = kept.grants.get(letter.about)
    if grant is not None and grant.holder != letter.sender:
        return ()
    known = [each for each in kept.accesses.all() if each.grant_id == letter.about]
    if grant is None and (not known or any(each.what == "ended" for each in known)):
        return ()
    name = grant.name if grant else known[-1].name
    kept.grants.delete(letter.about)
    kept.accesses.add(trusted.Access(turn.new_id(), turn.now, letter.about, name, "ended"))
    return (messages.Say(turn.text("trusted-left", name=trusted_lines.lead(name)), silent=True),)


def _grant(turn: Turn, letter: trusted.Letter) -> trusted.Grant | None:
    grant = turn.store.trusted.grants.get(letter.about)
    return grant if grant is not None and grant.holder == letter.sender else None


def _answer(turn: Turn, letter: trusted.Letter, kind: trusted.LetterKind, **values: object) -> None:
    if letter.sender is None:
        return
    answer = trusted.Letter(to=letter.sender, kind=kind, about=letter.about, name=turn.patient.name)
    turn.letters.append(replace(answer, **values))  # type: ignore[arg-type]  # fields of a letter, by name


def _to_patient(turn: Turn, grant: trusted.Grant, text: str, *, silent: bool = False) -> messages.Say:
    buttons = ((trusted_lines.end_button(turn, grant),), (trusted_lines.hub_button(turn),))
    return messages.Say(text, buttons=buttons, silent=silent)


def _is_quiet(turn: Turn, letter: trusted.Letter) -> bool:
    """Tell whether a word about the log makes no sound: where it is an alarm it always does."""
    hours = QuietHours(turn.patient.quiet_start, turn.patient.quiet_end)
    return not letter.urgent and hours.covers(turn.local_now.time())


# The trusted person's side


def _granted(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    kept = turn.store.trusted.trusts
    if letter.sender is None or not kept.is_granted(letter.about):
        return (trusted_lines.ended(turn, letter.name),)
    trust = trusted.Trust(letter.about, letter.sender, letter.name, letter.scope, turn.now)
    kept.add(trust)
    name = trusted_lines.lead(trusted_lines.called(turn, trust.name))
    text = turn.text(f"trusted-granted.{trust.scope}", name=name)
    return (messages.Say(text, buttons=(trusted_lines.holder_buttons(turn, trust),)),)


def _answered(turn: Turn, letter: trusted.Letter) -> tuple[messages.Say, ...]:
    """Show what came back, where the trust it is about still stands."""
    if letter.kind == "refused":
        return (messages.Say(turn.text("take_code-wrong")),)
    kept = turn.store.trusted.trusts
    trust = kept.get(letter.about)
    if letter.kind in {"ended", "unkept"} or trust is None or trust.owner != letter.sender:
        kept.delete(letter.about)
        told = trusted_lines.unkept if letter.kind == "unkept" else trusted_lines.ended
        return (*trusted_lines.wiped(turn, letter.name, letter.about), told(turn, letter.name))
    trust = kept.save(replace(trust, name=letter.name))
    if letter.kind == "kept":
        return (trusted_lines.say_kept(turn, trust, is_bare=letter.file is not None),)
    name = trusted_lines.lead(trusted_lines.called(turn, trust.name))
    text = turn.text(
        "trusted-screen", name=name, screen=markup.Html(letter.text), when=turn.say_moment(turn.now)
    )
    return (
        messages.Say(
            text,
            buttons=(trusted_lines.holder_buttons(turn, trust),),
            replaces=letter.message_id,
            about=trusted_lines.about(trust.id),
        ),
    )
