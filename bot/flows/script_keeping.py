"""Keeping words from under a card: a star, a tone, own wording, a visit. Not a flow; /say asks it.

What is being kept is named by the button it began with: a script and its view, or words that are kept already.
"""

from dataclasses import replace

from bot.domain import scripts, visits
from bot.engine import flow, inputs, messages
from bot.flows import (
    blanks,
    script_buttons,
    script_cards,
    script_kept,
    script_lines,
    script_mine,
    visit_cards,
)
from bot.flows.script_buttons import View
from bot.flows.turn import Turn

VIEW = "view"
"""Where the conversation keeps the choice of the button it began with."""
ANY_TIME = "any"
SHOWN = 4
"""Visits to choose from."""


def in_tone(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Show the script in the tone that was pressed, and remember it for the next one."""
    if view.tone not in {"short", turn.patient.tone}:
        turn.save_patient(replace(turn.patient, tone=view.tone))
    own = script_kept.own_words(turn, script)
    return script_cards.card(turn, script, replace(view, what="original" if own else "words"))


def starred(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Put the star on, or take it off, and say which."""
    tone = script_lines.usual_tone(turn) if view.tone == "short" else view.tone
    is_on = script_kept.star(turn, script, tone)
    lead = turn.text("say-starred" if is_on else "say-unstarred")
    return script_cards.card(turn, script, replace(view, what="words"), lead=lead)


def to_visit(turn: Turn, script: scripts.Script, view: View) -> flow.Next:
    """Keep the words for the visit at hand; ask which where there are several."""
    ahead = visit_cards.at_hand(turn)
    if len(ahead) > 1:
        turn.answers[VIEW] = turn.choice
        return flow.Goto("visit", (script_cards.card(turn, script, replace(view, what="words")),))
    return flow.Done((_keep_script(turn, script, view, ahead[0] if ahead else None),))


def which_visit(turn: Turn) -> flow.Prompt:
    """Ask which visit the words are for."""
    ahead = visit_cards.at_hand(turn)[:SHOWN]
    rows = tuple((inputs.Choice(visit.id, visit_cards.label(visit)),) for visit in ahead)
    return flow.Prompt(
        turn.text("say-which-visit"), (*rows, *turn.choice_rows("say-which-visit", (ANY_TIME,)))
    )


def for_picked(turn: Turn, choice: str) -> messages.Say:
    """Keep what the conversation began with for the visit that was picked."""
    visit = next((each for each in visit_cards.at_hand(turn) if each.id == choice), None)
    view = script_buttons.read(turn.answers.get(VIEW, ""))
    script = turn.library.scripts().script(turn.subject)
    if view and script:
        return _keep_script(turn, script, view, visit)
    kept = turn.store.kept_scripts.get(turn.subject)
    return script_mine.for_visit(turn, kept, visit) if kept else script_mine.gone(turn)


def ask_edit(turn: Turn) -> flow.Prompt:
    """Ask for the patient's own wording."""
    return flow.Prompt(turn.text("say-edit"))


def edited(turn: Turn, text: str) -> messages.Say:
    """Put the patient's own wording in the place of what stood there."""
    script = turn.library.scripts().script(turn.subject)
    if script:
        script_kept.reword(turn, script, text)
        view = script_lines.opening(turn, blanks.Told())
        return script_cards.card(turn, script, view, lead=turn.text("say-own-kept"))
    kept = turn.store.kept_scripts.get(turn.subject)
    if kept is None:
        script_kept.keep(turn, "own", "", text)
        return script_mine.every(turn, lead=turn.text("say-own-kept"))
    changed = turn.store.kept_scripts.save(replace(kept, text=text.strip()))
    return script_mine.card(turn, changed, lead=turn.text("say-own-kept"))


def _keep_script(turn: Turn, script: scripts.Script, view: View, visit: visits.Visit | None) -> messages.Say:
    """Keep a script for any time; for a visit the line that asks, as it is shown, or the patient's own wording."""
    tone = script_lines.usual_tone(turn) if view.tone == "short" else view.tone
    shown = replace(view, what="words")
    if visit is None:
        kept = script_kept.of_script(turn, script.id)
        if kept is None or not kept.favourite:
            script_kept.star(turn, script, tone)
        return script_cards.card(turn, script, shown, lead=turn.text("say-kept-any"), done="visit")
    words = script_kept.to_ask(turn, script, view)
    fresh = script_kept.keep(turn, "script", script.id, words, tone=tone, visit_id=visit.id)
    key = "say-kept-visit" if fresh else "say-kept-visit-same"
    lead = turn.text(key, visit=visit_cards.label(visit))
    return script_cards.card(turn, script, shown, lead=lead, done="visit")
