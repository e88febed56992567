"""What the page for this clinician holds and how far back it looks: chosen by tapping, and remembered. Not a flow."""

from dataclasses import replace

from bot.domain import page_choices, visits
from bot.engine import flow, messages
from bot.flows import summary_sources
from bot.flows.turn import Turn

SUMMARY = "summary"
TWO_PAGES = "two"


def current(turn: Turn) -> page_choices.PageChoice:
    """Give what was chosen for the clinician of the visit at hand, as that clinician's own."""
    ahead = _ahead(turn)
    whom = page_choices.whose(ahead[0].with_whom) if ahead else ""
    found = summary_sources.choice_for(turn.store, ahead)
    return found if found.id and found.for_whom == whom else replace(found, id=turn.new_id(), for_whom=whom)


def keep(turn: Turn, choice: page_choices.PageChoice) -> None:
    """Remember a choice."""
    turn.store.page_choices.save(choice)


def choose(turn: Turn, what: str) -> messages.Say:
    """Turn one section on or off (none where ``what`` is no section), and show all of them."""
    choice = current(turn)
    if page_choices.is_section(what):
        is_out = what in choice.left_out
        out = set(choice.left_out) - {what} if is_out else {*choice.left_out, what}
        choice = replace(choice, left_out=tuple(s for s in page_choices.PAGE_SECTIONS if s in out))
        keep(turn, choice)
    elif what == TWO_PAGES:
        choice = replace(choice, two_pages=not choice.two_pages)
        keep(turn, choice)
    return messages.Say(_heading(turn), buttons=(*_sections(turn, choice), _ways_back(turn)))


def ask_reach(turn: Turn) -> messages.Say:
    """Show how far back the summary may look; the one that holds is marked."""
    now = current(turn).reach
    buttons = [
        _button(turn, "summary-reaches", reach, f"reach_{reach}", marked=reach == now)
        for reach in page_choices.REACHES
    ]
    return messages.Say(turn.text("summary-reach-ask"), buttons=(*_in_pairs(buttons), (_back(turn),)))


def _heading(turn: Turn) -> str:
    ahead = _ahead(turn)
    if ahead and ahead[0].with_whom:
        return turn.text("summary-choose-whom", whom=ahead[0].with_whom)
    return turn.text("summary-choose-ask")


def _sections(turn: Turn, choice: page_choices.PageChoice) -> messages.Buttons:
    buttons = [
        _button(
            turn, "summary-section", name, f"choose_{name}", marked=name not in choice.left_out, both=True
        )
        for name in page_choices.PAGE_SECTIONS
    ]
    two = _button(
        turn, "summary-section", TWO_PAGES, f"choose_{TWO_PAGES}", marked=choice.two_pages, both=True
    )
    return _in_pairs([*buttons, two])


def _button(  # noqa: PLR0913  a label, a meaning, and how it is marked
    turn: Turn, key: str, name: str, choice: str, *, marked: bool, both: bool = False
) -> messages.Button:
    label = turn.text(f"{key}.{name}")
    if marked:
        label = turn.text("summary-marked", label=label)
    elif both:
        label = turn.text("summary-unmarked", label=label)
    return flow.act(label, SUMMARY, "", choice)


def _ways_back(turn: Turn) -> tuple[messages.Button, ...]:
    return (flow.act(turn.text("summary-page"), SUMMARY, "", "page"), _back(turn))


def _back(turn: Turn) -> messages.Button:
    return flow.act(turn.text("summary-back"), SUMMARY)


def _in_pairs(buttons: list[messages.Button]) -> messages.Buttons:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _ahead(turn: Turn) -> tuple[visits.Visit, ...]:
    since = turn.now - visits.RUNNING_LATE
    return visits.at_hand(turn.store.visits.planned(since), turn.now)
