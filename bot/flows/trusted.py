"""/trusted: who may see what, since when, what they did; ended with one tap. And the people who trust this patient.

The screen is no open question, and its buttons stay good for ever.
"""

from bot.domain import trusted
from bot.engine import flow, messages
from bot.flows import cards, trusted_lines
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](trusted_lines.HUB)

MOST_SHOWN = 25
"""Accesses on their own screen; the archive has them all."""


@FLOW.start(to=(trusted_lines.CODE, "done"))
def start(turn: Turn) -> flow.Next:
    """Show the screen, or do what its button said."""
    if not turn.choice and trusted.read_code(turn.subject):
        return flow.Switch(trusted_lines.CODE, turn.subject)
    said = {
        trusted_lines.END: _end,
        trusted_lines.DROP: _drop,
        trusted_lines.LEAVE: _leave,
        trusted_lines.SEEN: _seen,
        trusted_lines.SHOW: _show,
    }.get(turn.choice, _screen)
    return flow.Done((said(turn),))


def _drop(turn: Turn) -> messages.Say:
    turn.store.trusted.invitations.delete(turn.subject)
    return _screen(turn, turn.text("trusted-dropped"))


def _show(turn: Turn) -> messages.Say:
    """Show what a trusted person put in the log."""
    entry = turn.store.journal.kept(turn.subject)
    return cards.card(turn, entry) if entry else messages.Say(turn.text("card-lost"))


def _end(turn: Turn) -> messages.Say:
    grant = turn.store.trusted.grants.get(turn.subject)
    if grant is None:
        return _screen(turn, turn.text("trusted-ended-before"))
    turn.store.trusted.grants.delete(grant.id)
    trusted_lines.note(turn, grant, "ended")
    turn.letters.append(trusted.Letter(to=grant.holder, kind="ended", about=grant.id, name=turn.patient.name))
    return _screen(turn, turn.text("trusted-ended", name=trusted_lines.lead(grant.name)))


def _leave(turn: Turn) -> messages.Say:
    trust = turn.store.trusted.trusts.get(turn.subject)
    if trust is None:
        return trusted_lines.ended(turn)
    turn.store.trusted.trusts.delete(trust.id)
    turn.letters.append(trusted.Letter(to=trust.owner, kind="left", about=trust.id))
    return _screen(turn, turn.text("trusted-left-it", name=trusted_lines.called(turn, trust.name)))


def _screen(turn: Turn, first: str = "") -> messages.Say:
    kept = turn.store.trusted
    people = sorted(kept.grants.all(), key=lambda each: each.since)
    waiting = [each for each in kept.invitations.all() if each.expires_at > turn.now]
    others = sorted(kept.trusts.all(), key=lambda each: each.since)
    lines = [turn.text("trusted-head"), *(_person(turn, each) for each in people)]
    lines += [_code(turn, each) for each in waiting]
    if not people and not waiting:
        lines.append(turn.text("trusted-nobody"))
    blocks = [first, "\n".join(lines)]
    if others:
        told = [_other(turn, each) for each in others]
        blocks.append("\n".join([turn.text("trusted-head-others"), *told]))
    rows: list[tuple[messages.Button, ...]] = [(trusted_lines.end_button(turn, each),) for each in people]
    rows += [(trusted_lines.button(turn, trusted_lines.DROP, each.name, each.id),) for each in waiting]
    rows += _ways(turn, len(people) + len(waiting), has_seen=bool(kept.accesses.latest(1)))
    for other in others:
        leave = trusted_lines.button(turn, trusted_lines.LEAVE, other.name, other.id)
        rows += [trusted_lines.holder_buttons(turn, other), (leave,)]
    return messages.Say("\n\n".join(block for block in blocks if block), buttons=tuple(rows))


def _ways(turn: Turn, count: int, *, has_seen: bool) -> list[tuple[messages.Button, ...]]:
    invite = flow.act(turn.text("trusted-button.invite"), trusted_lines.INVITE)
    code = flow.act(turn.text("trusted-button.code"), trusted_lines.CODE)
    seen = flow.act(turn.text("trusted-button.seen"), FLOW.name, choice=trusted_lines.SEEN)
    return [*([(seen,)] if has_seen else []), (*([invite] if count < trusted.MOST_PEOPLE else []), code)]


def _person(turn: Turn, grant: trusted.Grant) -> str:
    last = (
        turn.text("trusted-last", when=turn.say_moment(grant.last_at))
        if grant.last_at
        else turn.text("trusted-last-never")
    )
    since = turn.say_moment(grant.since, with_time=False)
    may = turn.text(f"trusted-may.{grant.scope}")
    return turn.text("trusted-person", name=grant.name, may=may, since=since, last=last)


def _code(turn: Turn, waiting: trusted.Invitation) -> str:
    return turn.text("trusted-waiting", name=waiting.name, until=turn.say_moment(waiting.expires_at))


def _other(turn: Turn, trust: trusted.Trust) -> str:
    name = trusted_lines.called(turn, trust.name)
    return turn.text(f"trusted-other.{trust.scope}", name=name)


def _seen(turn: Turn) -> messages.Say:
    """List what trusted people did, the latest first."""
    found = turn.store.trusted.accesses.latest(MOST_SHOWN + 1)
    lines = [trusted_lines.did(turn, each) for each in found[:MOST_SHOWN]] or [turn.text("trusted-nothing")]
    if len(found) > MOST_SHOWN:
        lines.append(turn.text("trusted-more"))
    text = "\n".join([turn.text("trusted-seen"), *lines])
    return messages.Say(text, buttons=((trusted_lines.hub_button(turn),),))
