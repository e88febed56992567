"""/visits: what is coming up, soonest first, each a tap away from its card."""

from bot.domain import visits
from bot.engine import flow, messages
from bot.flows import visit_cards
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("visits")

SHOWN = 5


@FLOW.start(to=("done",))
def show(turn: Turn) -> flow.Next:
    """Show the list, one card, or send one visit's calendar file, as the button said."""
    visit = turn.store.visits.get(turn.subject) if turn.choice in {"card", "file"} else None
    if turn.choice == "card":
        return flow.Done((visit_cards.card(turn, visit) if visit else visit_cards.gone(turn),))
    if turn.choice == "file":
        if visit is None or visit.state == "cancelled":
            return flow.Done((visit_cards.gone(turn),))
        turn.outgoing.append(messages.Document("calendar", subject=visit.id))
        return flow.Done()
    if turn.choice == "past":
        return flow.Done((_past(turn),))
    return flow.Done((_upcoming(turn, everything=turn.choice == "all"),))


def _upcoming(turn: Turn, *, everything: bool) -> messages.Say:
    ahead = visit_cards.at_hand(turn)
    shown = ahead if everything else ahead[:SHOWN]
    rows = [_row(visit) for visit in shown]
    if len(shown) < len(ahead):
        more = turn.text("visits-more", count=len(ahead) - len(shown))
        rows.append((flow.act(more, "visits", "", "all"),))
    last = [flow.act(turn.text("visits-add"), "add_visit")]
    if _over(turn):
        last.append(flow.act(turn.text("visits-past"), "visits", "", "past"))
    rows.append(tuple(last))
    if not ahead:
        return messages.Say(turn.text("visits-none"), buttons=tuple(rows))
    lines = [turn.text("visits-list"), *(_line(turn, visit) for visit in shown)]
    return messages.Say("\n".join(lines), buttons=tuple(rows))


def _past(turn: Turn) -> messages.Say:
    """Show the latest visits that are over, newest first."""
    shown = sorted(_over(turn), key=lambda v: v.at, reverse=True)[:SHOWN]
    rows = (*(_row(visit) for visit in shown), (_list_button(turn),))
    if not shown:
        return messages.Say(turn.text("visits-none-past"), buttons=rows)
    lines = [turn.text("visits-past-list"), *(_line(turn, visit) for visit in shown)]
    return messages.Say("\n".join(lines), buttons=rows)


def _over(turn: Turn) -> list[visits.Visit]:
    return [v for v in turn.store.visits.all() if v.state != "cancelled" and visit_cards.is_over(turn, v)]


def _line(turn: Turn, visit: visits.Visit) -> str:
    when = visit_cards.say_when(turn, visit)
    if visit.with_whom:
        return turn.text("visits-line", when=when, whom=visit_cards.short(visit.with_whom))
    return turn.text("visits-line-plain", when=when)


def _row(visit: visits.Visit) -> tuple[messages.Button, ...]:
    return (flow.act(visit_cards.label(visit), "visits", visit.id, "card"),)


def _list_button(turn: Turn) -> messages.Button:
    return flow.act(turn.text("visits-back"), "visits")
