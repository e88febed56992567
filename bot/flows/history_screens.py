"""How the history is shown: all parts on one screen, one part, one item, and what is asked about them. Not a flow."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import history, markup
from bot.engine import flow, inputs, messages
from bot.flows import history_areas, history_lines, history_offers, pages
from bot.flows.history_areas import Area
from bot.flows.turn import Turn

ADD, NONE, ALL, FINISHED, MORE_PARTS = "add", "none", "list", "finished", "parts"
OFFER = "offer-"
BACK_AGAIN = "again"
NAME_WIDTH, FEW_WIDTH = 90, 60
EMPTY = "empty"
BECAUSE = ("effects", "no_help", "cost", "doctor")
"""Why a medicine stopped, for who cannot type today; the label is kept as the reason."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is kept of where the patient stands on the screens."""

    page: int = 0
    every_part: bool = False
    is_offered: bool = True


def the_list(turn: Turn, shown: Shown, offer: history_offers.Offer | None) -> flow.Prompt:
    """Show every part: what is known, what was said to be none, and what was not told yet, each apart."""
    foggy = turn.patient.energy == "foggy"
    first = history_areas.FEW if foggy else history_areas.MAIN
    areas = [area for area in history_areas.AREAS if shown.every_part or area.id in first]
    buttons = [inputs.Choice(area.id, area_label(turn, area)) for area in areas]
    rows: list[tuple[inputs.Choice, ...]] = []
    lines: list[str] = [turn.text("history-head")]
    if not foggy:
        lines += _filled(turn) + _unfilled(turn)
    if offer and not foggy:
        lines += ["", history_offers.question(turn, offer)]
        answers = (history_offers.YES, history_offers.NO, history_offers.LATER)
        rows.append(
            tuple(inputs.Choice(f"{OFFER}{name}", turn.text(f"history-offer.{name}")) for name in answers)
        )
    rows += [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    last: tuple[str, ...] = (MORE_PARTS, FINISHED) if len(areas) < len(history_areas.AREAS) else (FINISHED,)
    rows += turn.choice_rows("history-list", last, per_row=2)
    lines += [*([] if foggy else [""]), turn.text("history-list")]
    return flow.Prompt("\n".join(lines), tuple(rows))


def the_part(turn: Turn, area: Area, page: int, gone: history.Item | None) -> flow.Prompt:
    """Show one part: each item a tap away, Add, and None where nothing stands there."""
    found = history_areas.items(turn, area)
    first = (page % max(1, -(-len(found) // pages.A_PAGE))) * pages.A_PAGE
    lines = _told(turn, area, () if turn.patient.energy == "foggy" else found[first : first + pages.A_PAGE])
    rows = list(pages.rows(turn, [inputs.Choice(i.id, history_lines.label(i)) for i in found], page))
    if gone:
        label = turn.text("history-bring-back", name=history_lines.label(gone))
        rows.append((inputs.Choice(BACK_AGAIN, label),))
    may_be_none = not found and area.id != history_areas.TRIED and not history_areas.is_none(turn, area)
    rows += turn.choice_rows("history-part", (ADD, NONE, ALL) if may_be_none else (ADD, ALL), per_row=3)
    lines.append(turn.text("history-part"))
    return flow.Prompt("\n".join(lines), tuple(rows))


def answer(turn: Turn, area: Area | None) -> messages.Say:
    """Say what is known of one part, or of all of them, to who only asked; what changes it is a tap away."""
    buttons = [flow.act(turn.text("history-open"), history_offers.HISTORY)]
    if area is None:
        return messages.Say(
            "\n".join([turn.text("history-head"), *_filled(turn), *_unfilled(turn)]), (tuple(buttons),)
        )
    buttons.insert(0, flow.act(turn.text("history-change-part"), history_offers.HISTORY, area.id))
    return messages.Say("\n".join(_told(turn, area, history_areas.items(turn, area))), (tuple(buttons),))


def _told(turn: Turn, area: Area, found: Sequence[history.Item]) -> list[str]:
    """Head a part and list what stands in it; where that is nothing, say whether there is none or none was told."""
    lines: list[str] = [turn.text("history-part-head", part=title(turn, area))]
    lines += [turn.text("history-line", item=markup.Html(history_lines.line(turn, item))) for item in found]
    if not history_areas.items(turn, area):
        lines.append(
            turn.text("history-said-none" if history_areas.is_none(turn, area) else "history-not-told")
        )
    return lines


def adding(turn: Turn, area: Area) -> flow.Prompt:
    """Ask for what is to be added, with an example of how it may be written."""
    text = f"{turn.text('history-part-head', part=title(turn, area))}\n{turn.text(f'history-add-{_dashed(area)}')}"
    return flow.Prompt(text, turn.choice_rows("history-add", (FINISHED,)))


def one(turn: Turn, item: history.Item | None) -> flow.Prompt:
    """Show one item whole, with what can be changed in it."""
    if item is None:
        return flow.Prompt(turn.text("history-gone"), turn.choice_rows("history-one", (ALL,)))
    area = history_areas.of_item(item)
    fields = [inputs.Choice(name, field_label(turn, area, name)) for name in fields_of(area)]
    rows = [tuple(fields[i : i + 2]) for i in range(0, len(fields), 2)]
    moves: tuple[str, ...] = ("remove",)
    if item.section == "medicine":
        moves = ("stopped" if item.state == "now" else "taking", "remove")
    rows += turn.choice_rows("history-one", moves, per_row=2)
    said = turn.text("history-one", item=markup.Html(history_lines.line(turn, item)))
    return flow.Prompt(said, tuple(rows))


def changing(turn: Turn, item: history.Item | None, field: str) -> flow.Prompt:
    """Ask what a field should say; where it says something, it may be left empty."""
    if item is None:
        return flow.Prompt(turn.text("history-gone"), turn.choice_rows("history-one", (ALL,)))
    area = history_areas.of_item(item)
    now = getattr(item, field)
    asked = _special(turn, "history-ask", area, field)
    text = turn.text("history-change-now" if now else "history-change", ask=asked, name=item.name, now=now)
    rows: flow.Rows = ()
    if field == "why" and area.section == "medicine":
        rows += turn.choice_rows("history-because", BECAUSE, per_row=2)
    if now and field != "name":
        rows += turn.choice_rows("history-change-to", (EMPTY,))
    return flow.Prompt(text, rows)


def where(turn: Turn, text: str, *, every_part: bool) -> flow.Prompt:
    """Ask which part something belongs to."""
    areas = [area for area in history_areas.AREAS if every_part or area.id in history_areas.MAIN]
    choices = [inputs.Choice(area.id, title(turn, area)) for area in areas]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    more = () if every_part else turn.choice_rows("history-list", (MORE_PARTS,))
    return flow.Prompt(turn.text("history-where", text=text), (*rows, *more))


def title(turn: Turn, area: Area) -> str:
    """Name a part."""
    return turn.text(f"history-parts.{area.id}")


def area_label(turn: Turn, area: Area) -> str:
    """Name a part on its button, with how many there are or that there is none."""
    count = len(history_areas.items(turn, area))
    if count:
        return turn.text("history-count", part=title(turn, area), count=count)
    if history_areas.is_none(turn, area):
        return turn.text("history-count-none", part=title(turn, area))
    return title(turn, area)


def fields_of(area: Area) -> tuple[str, ...]:
    """List the fields that mean something in a part."""
    if area.id == history_areas.TRIED:
        return ("name", "detail", "why", "lasted", "until")
    if area.id == "avoid":
        return ("name", "why")
    if area.id in {"allergy", "care_team", "insurance", "family", "helps"}:
        return ("name", "detail")
    return ("name", "detail", "since")


def field_label(turn: Turn, area: Area, field: str) -> str:
    """Name a field the way people call it in its part ("Reaction")."""
    return _special(turn, "history-field", area, field)


def _special(turn: Turn, kind: str, area: Area, field: str) -> str:
    """Give the wording of a field, that of the part where it has its own."""
    key = f"{kind}-{field}"
    own = f"{key}.{area.section}"
    return turn.text(own if turn.speaks.has(own) else key)


def _filled(turn: Turn) -> list[str]:
    width = NAME_WIDTH if turn.patient.energy == "full" else FEW_WIDTH
    found = [(area, len(history_areas.items(turn, area))) for area in history_areas.AREAS]
    return [
        turn.text(
            "history-part-line",
            part=title(turn, area),
            count=count,
            items=history_lines.shown_in(turn, area, width),
        )
        for area, count in found
        if count
    ]


def _unfilled(turn: Turn) -> list[str]:
    empty = [area for area in history_areas.AREAS if not history_areas.items(turn, area)]
    none = [area for area in empty if history_areas.is_none(turn, area)]
    lines: list[str] = []
    if none:
        lines.append(turn.text("history-none-line", parts=_listed(turn, none)))
    if unknown := [area for area in empty if area not in none]:
        lines.append(turn.text("history-unknown-line", parts=_listed(turn, unknown)))
    return lines


def _listed(turn: Turn, areas: list[Area]) -> str:
    return ", ".join(str(title(turn, area)).lower() for area in areas)


def _dashed(area: Area) -> str:
    return area.id.replace("_", "-")
