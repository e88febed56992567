"""Answers when a visit was or will be, and with how many: from the visits, not from the log. Not a flow."""

from bot.domain import finding, visits
from bot.engine import flow, messages
from bot.flows import find_sources, visit_cards
from bot.flows.turn import Turn


def say(turn: Turn, request: finding.Request) -> messages.Say:
    """Say the answer, with a button that opens the visit."""
    found = find_sources.visits_with(turn, request.name)
    behind = [visit for visit in found if visit.at <= turn.now]
    if request.ask == "days":
        inside = [visit for visit in behind if _is_inside(request, visit)]
        return messages.Say(turn.text("find-visit-days", count=len(inside)))
    one = _one(request.ask, found, behind, turn)
    if one is None:
        key = "find-visit-none-whom" if request.name else "find-visit-none"
        add = flow.act(turn.text("visits-add"), "add_visit")
        return messages.Say(turn.text(key, whom=request.name), buttons=((add,),))
    lines: list[str] = [turn.text(f"find-visit-{request.ask}", when=visit_cards.say_when(turn, one))]
    if one.with_whom:
        lines.append(turn.text("find-visit-whom", whom=one.with_whom))
    button = flow.act(turn.text("find-visit-open"), "visits", one.id)
    return messages.Say("\n".join(lines), buttons=((button,),))


def _one(
    ask: finding.Ask, found: list[visits.Visit], behind: list[visits.Visit], turn: Turn
) -> visits.Visit | None:
    if ask == "next":
        return next((visit for visit in found if visit.at > turn.now and visit.state == "planned"), None)
    if not behind:
        return None
    return behind[0] if ask == "first" else behind[-1]


def _is_inside(request: finding.Request, visit: visits.Visit) -> bool:
    day = visit.local.date()
    return (request.first is None or day >= request.first) and (request.last is None or day <= request.last)
