"""My words: what the patient kept, as a list and one by one; every button here stays good for ever. Not a flow."""

from bot.domain import shortening, visits
from bot.domain.kept_scripts import KeptScript
from bot.engine import flow, messages
from bot.flows import (
    blanks,
    phone_buttons,
    script_buttons,
    script_cards,
    script_kept,
    script_lines,
    visit_cards,
)
from bot.flows.turn import Turn

MINE, OWN = "mine", "own"
"""The choice of a button that opens the list (a page number may follow), or asks for words of their own."""
KEPT = "k-"
"""Before what a button does with words that are kept; their id is the subject."""
A_PAGE = {"full": 6, "low": 6, "foggy": 3}
LABEL_WIDTH = 34


def has_any(turn: Turn) -> bool:
    """Tell whether anything is kept."""
    return bool(turn.store.kept_scripts.all())


def opened(turn: Turn, subject: str, choice: str) -> flow.Next | None:
    """Do what a button about kept words says; None where it is none of ours."""
    if choice == OWN:
        return flow.Goto("own")
    if choice.startswith(MINE):
        page = choice.removeprefix(MINE)
        return flow.Done((every(turn, int(page) if page.isdecimal() else 0),))
    return _one(turn, subject, choice.removeprefix(KEPT)) if choice.startswith(KEPT) else None


def every(turn: Turn, page: int = 0, *, lead: str = "") -> messages.Say:
    """List what is kept, a page at a time."""
    kept = [each for each in script_kept.everything(turn) if script_kept.lines(turn, each)]
    own = flow.act(turn.text("say-mine-own"), script_buttons.SAY, "", OWN)
    find = flow.act(turn.text("say-mine-find"), script_buttons.SAY)
    if not kept:
        text = "\n\n".join(part for part in (lead, turn.text("say-mine-none")) if part)
        return messages.Say(text, buttons=((own, find),))
    size = A_PAGE[turn.patient.energy]
    pages = -(-len(kept) // size)
    first = (page % pages) * size
    rows = [(_button(turn, each),) for each in kept[first : first + size]]
    if pages > 1:
        rows.append((flow.act(turn.text("say-more"), script_buttons.SAY, "", f"{MINE}{(page + 1) % pages}"),))
    text = "\n\n".join(part for part in (lead, turn.text("say-mine")) if part)
    return messages.Say(text, buttons=(*rows, (own, find)))


def card(turn: Turn, kept: KeptScript, *, lead: str = "") -> messages.Say:
    """Show one line, or set of lines, that is kept, with what can be done about it."""
    lines = "\n".join(turn.text("say-line", words=line) for line in script_kept.lines(turn, kept))
    visit = turn.store.visits.get(kept.visit_id) if kept.visit_id else None
    for_whom = turn.text("say-mine-for", visit=visit_cards.label(visit)) if visit else ""
    text = "\n\n".join(part for part in (lead, lines, for_whom) if part)
    to = {what: _to(turn, kept, what) for what in ("copy", "edit", "visit", "drop")}
    on = (to["visit"],) if kept.visit_id is None else _whole(turn, kept)
    show = phone_buttons.of_kept(turn, kept.id)
    rows = (on, (show, to["copy"]), (to["edit"], to["drop"]), (_list(turn),))
    return messages.Say(text, buttons=tuple(row for row in rows if row))


def for_visit(turn: Turn, kept: KeptScript, visit: visits.Visit | None) -> messages.Say:
    """Keep words for a visit too, and say so."""
    if visit is None:
        return card(turn, kept, lead=turn.text("say-kept-any"))
    fresh = script_kept.move(turn, kept, visit.id)
    key = "say-kept-visit" if fresh else "say-kept-visit-same"
    return card(turn, kept, lead=turn.text(key, visit=visit_cards.label(visit)))


def gone(turn: Turn) -> messages.Say:
    """Say kindly that the words behind a button are no longer kept."""
    return messages.Say(turn.text("say-mine-gone"), buttons=((_list(turn),),))


def _one(turn: Turn, kept_id: str, what: str) -> flow.Next:
    kept = turn.store.kept_scripts.get(kept_id)
    if kept is None or not script_kept.lines(turn, kept):
        return flow.Done((gone(turn),))
    if what == "edit":
        return flow.Goto("edit", (card(turn, kept),))
    ahead = visit_cards.at_hand(turn)
    if what == "visit" and len(ahead) > 1:
        return flow.Goto("visit", (card(turn, kept),))
    if what == "visit":
        return flow.Done((for_visit(turn, kept, ahead[0] if ahead else None),))
    return flow.Done(_done(turn, kept, what))


def _done(turn: Turn, kept: KeptScript, what: str) -> tuple[messages.Say, ...]:
    """Do what needs no question."""
    match what:
        case "copy":
            return card(turn, kept, lead=turn.text("say-copied")), _copied(turn, kept)
        case "drop":
            return (_sure(turn, kept),)
        case "gone":
            turn.store.kept_scripts.delete(kept.id)
            return (every(turn, lead=turn.text("say-mine-dropped")),)
        case _:
            return (_shown(turn, kept),)


def _shown(turn: Turn, kept: KeptScript) -> messages.Say:
    """Show a script that is kept for any time as its own card, everything else as plain lines."""
    script = turn.library.scripts().script(kept.source_id) if kept.source == "script" else None
    if script is None or kept.visit_id:
        return card(turn, kept)
    view = script_lines.opening(turn, blanks.Told())
    if view.tone != "short":
        view = script_buttons.View("words", kept.tone, view.told)
    return script_cards.card(turn, script, view)


def _copied(turn: Turn, kept: KeptScript) -> messages.Say:
    return script_cards.bare(script_kept.lines(turn, kept))


def _sure(turn: Turn, kept: KeptScript) -> messages.Say:
    """Ask before words go that cannot be brought back."""
    rows = ((_to(turn, kept, "gone"), _to(turn, kept, "show")),)
    words = script_kept.in_one_line(turn, kept)
    return messages.Say(turn.text("say-mine-sure", words=words), buttons=rows)


def _button(turn: Turn, kept: KeptScript) -> messages.Button:
    script = turn.library.scripts().script(kept.source_id) if kept.source == "script" else None
    name = script.title if script and not kept.visit_id else script_kept.in_one_line(turn, kept)
    mark = "★" if kept.visit_id is None else "📅"
    label = shortening.shorten(f"{mark} {name}", LABEL_WIDTH)
    return flow.act(label, script_buttons.SAY, kept.id, f"{KEPT}show")


def _to(turn: Turn, kept: KeptScript, what: str) -> messages.Button:
    return flow.act(turn.text(f"say-mine-to.{what}"), script_buttons.SAY, kept.id, f"{KEPT}{what}")


def _whole(turn: Turn, kept: KeptScript) -> tuple[messages.Button, ...]:
    """Open the whole script, of which a visit has one line."""
    script = turn.library.scripts().script(kept.source_id) if kept.source == "script" else None
    if script is None:
        return ()
    view = script_buttons.View("words", kept.tone, blanks.Told())
    return (script_buttons.press(turn.text("say-long"), script, view),)


def _list(turn: Turn) -> messages.Button:
    return flow.act(turn.text("say-mine-list"), script_buttons.SAY, "", MINE)
