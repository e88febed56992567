"""What is offered on the way to the right words: where it was, what is in the way, which script comes closest."""

from bot.domain import scripts
from bot.engine import flow, inputs, messages
from bot.flows import blanks, pages, script_buttons, script_finding, script_lines, script_mine
from bot.flows.turn import Turn

TOLD, ENTRY, FITS, MOMENT, AMONG, BARRIER, PAGE, LOST = (
    "told", "entry", "found", "moment", "among", "barrier_id", "page", "lost",
)  # fmt: skip
"""What the conversation remembers; no step bears these names, for under a step's name stands its answer."""
TOPICS, NONE, LIKE, URGENT, KEEP, MINE = "topics", "none", "more", "urgent", "keep", "mine"
"""What can be chosen besides a script, a barrier or a moment."""
HARM_OFFERED = 2
"""Scripts for harm offered at once, side by side; the others are behind "More like these"."""


def what(turn: Turn) -> flow.Prompt:
    """Ask what happened, or where."""
    key = turn.answers.get(LOST) or "say-what"
    mine = (MINE,) if script_mine.has_any(turn) else ()
    ways = (*mine, *scripts.MOMENTS, TOPICS)
    return flow.Prompt(turn.text(key), turn.choice_rows("say-what", ways, per_row=2))


def fits(turn: Turn) -> flow.Prompt:
    """Offer what fits the description; where it tells of harm, with help and a record."""
    shown = script_finding.offered_now(found(turn))
    catalogue = turn.library.scripts()
    is_harm = shown == [scripts.HARM]
    key = "say-fits-harm" if is_harm else "say-fits"
    offered = script_finding.best(catalogue, shown, turn.answers.get(TOLD, ""))
    rows: list[tuple[inputs.Choice, ...]] = []
    if is_harm:  # help stands first, and few rows leave what is said about safety in sight
        kept = turn.answers.get(ENTRY) or not turn.answers.get(TOLD)
        rows += turn.choice_rows(key, (URGENT,) if kept else (URGENT, KEEP), per_row=2)
        offered = offered[:HARM_OFFERED]
    titles = [inputs.Choice(s.id, s.title) for s in offered]
    rows += [tuple(titles)] if is_harm else [(title,) for title in titles]
    ways = [LIKE] if len(shown) == 1 and len(scripts_of(turn, shown[0])) > len(offered) else []
    rows += turn.choice_rows(key, (*ways, NONE), per_row=2)
    if scripts.HARM in found(turn) and not is_harm:
        rows.append((inputs.Choice(scripts.HARM, turn.text("say-fits.hurt")),))
    likeliest = catalogue.barrier(shown[0]) if shown else None  # a second guess is offered and not claimed
    return flow.Prompt(turn.text(key, barrier=likeliest.name if likeliest else ""), tuple(rows))


def barrier(turn: Turn) -> flow.Prompt:
    """Ask what is in the way; what most often is at the moment that was picked comes first."""
    moment, among = turn.answers.get(MOMENT, ""), turn.answers.get(AMONG)
    able = [
        each for each in turn.library.scripts().barriers
        if scripts_of(turn, each.id) and (among is None or each.id in among)
    ]  # fmt: skip
    able.sort(key=lambda each: not any(script.moments[0] == moment for script in each.scripts))
    choices = [inputs.Choice(each.id, each.name) for each in able]
    return flow.Prompt(turn.text("say-barrier"), pages.rows(turn, choices, turn.answers.get(PAGE, 0)))


def script(turn: Turn) -> flow.Prompt:
    """Ask which of a barrier's scripts comes closest."""
    barrier_id = turn.answers.get(BARRIER, "")
    chosen = turn.library.scripts().barrier(barrier_id)
    rows = [(inputs.Choice(each.id, each.title),) for each in scripts_of(turn, barrier_id)]
    return flow.Prompt(
        turn.text("say-script", barrier=chosen.name if chosen else ""),
        (*rows, *turn.choice_rows("say-what", (TOPICS,))),
    )


def standing(turn: Turn) -> messages.Say:
    """Leave what was offered on the screen, with buttons that stay good, while the numbers come below."""
    asked = fits(turn)
    told = blanks.told_in(turn, turn.answers.get(TOLD, ""))
    offered = (turn.library.scripts().script(choice.id) for row in asked.rows for choice in row)
    view = script_lines.opening(turn, told)
    rows = tuple((script_buttons.press(each.title, each, view),) for each in offered if each)
    return messages.Say(asked.text, buttons=rows)


def found(turn: Turn) -> list[str]:
    """List the barriers that the description tells of, harm first."""
    return list(turn.answers.get(FITS, ()))


def scripts_of(turn: Turn, barrier_id: str) -> tuple[scripts.Script, ...]:
    """List a barrier's scripts for the moment that was picked; all of them where none was."""
    chosen = turn.library.scripts().barrier(barrier_id)
    moment = turn.answers.get(MOMENT, "")
    return tuple(s for s in chosen.scripts if not moment or moment in s.moments) if chosen else ()
