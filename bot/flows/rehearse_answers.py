"""What is remembered of an answer in a rehearsal, and where it is kept. Not a flow."""

from bot.domain import journal, scripts
from bot.engine import flow
from bot.flows import cards, rehearse_choices, rehearse_screens, script_kept, visit_cards
from bot.flows.turn import Turn


def settle(  # noqa: PLR0913  what is remembered of one answer
    turn: Turn, said: str, reaction: str, *, tone: str = "", works: str = "", advice: str = ""
) -> None:
    """Remember an answer as it now stands; nothing of the one before stays."""
    turn.answers.update(
        {
            rehearse_screens.SAID: said,
            rehearse_screens.REACTION: reaction,
            rehearse_screens.CHOSEN: tone,
            rehearse_screens.WORKS: works,
            rehearse_screens.ADVICE: advice,
            rehearse_screens.KEPT: "",
            rehearse_screens.NOTE: False,
        }
    )


def keep(turn: Turn) -> flow.Next:
    """Keep the line; which visit it is for is asked only where that is not plain."""
    ahead = [visit.id for visit in visit_cards.at_hand(turn)]
    if not ahead:
        return kept(turn, "")
    wanted = turn.answers.get(rehearse_choices.VISIT, "")
    return kept(turn, wanted) if wanted in ahead else flow.Goto("keep")


def kept(turn: Turn, visit_id: str) -> flow.Goto:
    """Keep the line for a visit; for any time where there is none of that id."""
    visit = next((each for each in visit_cards.at_hand(turn) if each.id == visit_id), None)
    chosen = turn.answers.get(rehearse_screens.CHOSEN)
    fresh = script_kept.keep(
        turn,
        "rehearsal",
        turn.answers.get(rehearse_screens.ENCOUNTER, ""),
        turn.answers.get(rehearse_screens.SAID, ""),
        tone=chosen if chosen in scripts.TONES else "plain",
        visit_id=visit.id if visit else None,
    )
    turn.answers[rehearse_screens.COUNT] = turn.answers.get(rehearse_screens.COUNT, 0) + fresh
    said = turn.text("say-kept-visit", visit=visit_cards.label(visit)) if visit else turn.text("say-kept-any")
    turn.answers[rehearse_screens.KEPT] = str(said)
    return flow.Goto("heard")


def logged(turn: Turn) -> flow.Goto:
    """Keep an answer in the log too, where it also says how things are."""
    said = turn.answers.get(rehearse_screens.SAID, "")
    entry = journal.Entry(
        id=turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        text=said,
        reading=turn.reads.update(said),
    )
    turn.answers[rehearse_screens.NOTE] = False
    return flow.Goto("heard", (cards.card(turn, turn.store.journal.add(entry)),))
