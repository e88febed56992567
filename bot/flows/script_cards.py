"""A script on the screen: what is going on, the lines in one tone, what they may say back, facts, a plain copy.

Where the patient wrote the lines anew, theirs stand there, and the script's are one tap away. Where a person was
harmed, safety comes first, there is no tone to choose, and the ways on are help and a record.
"""

from dataclasses import replace

from bot.domain import markup, scripts, zones
from bot.engine import flow, messages
from bot.flows import blanks, script_buttons, script_kept, script_lines, script_ways
from bot.flows.script_buttons import View
from bot.flows.script_lines import Filled
from bot.flows.turn import Turn


def card(turn: Turn, script: scripts.Script, view: View, *, lead: str = "", done: str = "") -> messages.Say:
    """Show the lines; ``lead`` says first what just happened, ``done`` names the button that did it."""
    view = script_lines.fitting(script, view)
    own = script_kept.own_words(turn, script)
    is_own = bool(own) and view.what != "original"
    said = spoken(turn, script, view) if is_own else script_lines.filled(turn, script, view)
    heading: str = turn.text("say-own" if is_own else "say-original") if own else ""
    parts = [*_safety(script), lead, heading, _lines(turn, said.lines)]
    if view.tone != "short":
        around = [turn.text("say-title", title=script.title), markup.escape(script.going_on)]
        listed = write_down(turn, script) if view.what == "more" else ""
        if script.safety and view.what != "more":
            around = around[:1]  # what to do now, and what to say, fit above the buttons together
        parts = [*_safety(script), lead, *around, heading, _lines(turn, said.lines), listed]
    text = "\n\n".join(part for part in parts if part)
    facts_here = bool(fact_lines(turn, script.facts))
    ways = script_ways.Ways(turn, script, view, is_own=bool(own), has_facts=facts_here, done=done)
    return messages.Say(text, buttons=script_ways.rows(ways, said))


def replies(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Show what they may say, and what can be said then."""
    view = script_lines.fitting(script, view)
    known, otherwise = blanks.known(turn, view.told, script), blanks.phrases(turn)
    parts = [*_safety(script), turn.text("say-title", title=script.title)]
    for reply in script.replies:
        answer = scripts.fill(reply.say, known, otherwise)
        parts.append(turn.text("say-reply", heard=scripts.fill(reply.heard, known, otherwise), answer=answer))
    if turn.patient.energy != "full":
        parts.append(write_down(turn, script))
    return messages.Say("\n\n".join(parts), buttons=_back(turn, script, view))


def facts(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Show the facts, each with where it holds, when it was looked up and where it stands."""
    parts = [*_safety(script), turn.text("say-title", title=script.title)]
    parts += fact_lines(turn, script.facts) or [turn.text("say-no-facts")]
    return messages.Say("\n\n".join(parts), buttons=_back(turn, script, script_lines.fitting(script, view)))


def fact_lines(turn: Turn, every: tuple[scripts.Fact, ...]) -> list[str]:
    """Say each fact that holds where the patient is."""
    here = [fact for fact in every if fact.holds_in(turn.patient.place)]
    return [
        turn.text(
            "say-fact",
            text=fact.text,
            region=turn.text(f"say-region.{fact.region}"),
            month=_month(fact.checked),
            source=fact.source,
        )
        for fact in here
    ]


def copy(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Give a message that holds the words and nothing else, easy to copy or to pass on."""
    return bare(spoken(turn, script, view).lines)


def bare(lines: tuple[str, ...]) -> messages.Say:
    """Give words with nothing around them: no heading, no mark-up, no button."""
    return messages.Say(markup.escape("\n".join(lines)))


def spoken(turn: Turn, script: scripts.Script, view: View) -> Filled:
    """Give what is said: the patient's own wording, else the script's in the view's tone."""
    said = script_lines.filled(turn, script, script_lines.fitting(script, view))
    own = script_kept.own_words(turn, script)
    return replace(said, lines=own, from_log=()) if own else said


def write_down(turn: Turn, script: scripts.Script) -> str:
    """List what to note."""
    listed = "\n".join(turn.text("say-note-line", words=line) for line in script.write_down)
    return f"{turn.text('say-write-down')}\n{listed}"


def _safety(script: scripts.Script) -> list[str]:
    return ["\n".join(markup.escape(line) for line in script.safety)] if script.safety else []


def _lines(turn: Turn, said: tuple[str, ...]) -> str:
    return "\n".join(turn.text("say-line", words=line) for line in said)


def _back(turn: Turn, script: scripts.Script, view: View) -> messages.Buttons:
    rows = [(script_buttons.press(turn.text("say-back"), script, replace(view, what="words")),)]
    if script.barrier == scripts.HARM:
        rows.insert(0, (flow.act(turn.text("say-urgent"), "urgent"),))
    return tuple(rows)


def _month(checked: str) -> str:
    year, _, month = checked.partition("-")
    return f"{zones.MONTHS[int(month) - 1]} {year}"
