"""Where a rehearsal begins: who is across the desk, what fits a wish told in words, the encounter. Not a flow."""

from bot.content import rehearsals as content
from bot.engine import flow
from bot.flows import rehearse_choices, rehearse_screens, script_finding, words_request
from bot.flows.turn import Turn


def who(turn: Turn) -> flow.Goto:
    """Ask who is across the desk, with what may come up; it is looked for once, so that the buttons stay."""
    for name in (rehearse_choices.DESK, rehearse_choices.AMONG, rehearse_choices.PAGE):
        turn.answers.pop(name, None)
    if found := rehearse_choices.best(turn):
        turn.answers[rehearse_choices.BEST] = found
    return flow.Goto("who")


def asked(turn: Turn, text: str) -> flow.Next:
    """Find what fits a wish told in words; nothing named leaves the choice open."""
    found = turn.reads.situations(text) if text else ()
    if script_finding.is_harm(found):
        return flow.Switch("say", text)
    wish = words_request.practice_in(text)
    if wish.is_call:
        turn.answers[rehearse_choices.KIND] = "call"
    elif wish.is_visit:
        turn.answers[rehearse_choices.KIND] = "visit"
    there = _of(turn, found)
    if there and not wish.desk:
        return _among(turn, there)
    ahead = who(turn)
    if wish.desk is None:
        return ahead
    likely = turn.answers.get(rehearse_choices.BEST, [])
    turn.answers[rehearse_choices.BEST] = [*there, *(each for each in likely if each not in there)]
    turn.answers[rehearse_choices.DESK] = wish.desk
    return flow.Goto("which")


def fitting(turn: Turn, barriers: tuple[str, ...]) -> flow.Next:
    """Offer the encounters of barriers; where there is none, ask who is across the desk."""
    found = _of(turn, barriers)
    return _among(turn, found) if found else who(turn)


def _of(turn: Turn, barriers: tuple[str, ...]) -> list[str]:
    """Name the encounters of barriers, the likeliest barrier's first."""
    kind = turn.answers.get(rehearse_choices.KIND)
    shelf = content.load_rehearsals()
    return list(dict.fromkeys(each.id for barrier in barriers for each in shelf.fitting(barrier, kind)))


def _among(turn: Turn, found: list[str]) -> flow.Next:
    turn.answers.pop(rehearse_choices.DESK, None)
    turn.answers[rehearse_choices.AMONG], turn.answers[rehearse_choices.PAGE] = found, 0
    return begin(turn, found[0]) if len(found) == 1 else flow.Goto("which")


def begin(turn: Turn, encounter_id: str) -> flow.Goto:
    """Begin an encounter; the one under way goes on where it was."""
    if turn.answers.get(rehearse_screens.ENCOUNTER) != encounter_id:
        turn.answers[rehearse_screens.ENCOUNTER], turn.answers[rehearse_screens.AT] = encounter_id, 0
        turn.answers.pop(rehearse_screens.TOLD, None)
        return flow.Goto("answer", rehearse_screens.scene(turn))
    return flow.Goto("answer")
