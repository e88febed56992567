"""What a button under a script does: another look at it, a star, a visit, the patient's own wording. Not a flow."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain import questions, scripts
from bot.engine import flow, messages
from bot.flows import question_list, script_buttons, script_cards, script_keeping, script_kept, script_lines
from bot.flows.script_buttons import View
from bot.flows.turn import Turn

_ASKING = {"note", "edit"}
"""What goes on with a question below the card."""
_NOT_OF_HARM = {"visit", "question", "tone"}
"""What would soften harm: old buttons may still say so."""


def pressed(turn: Turn, script: scripts.Script, view: View) -> flow.Next:
    """Do what the button says; what is asked stands below the card, which stays."""
    if view.what in _NOT_OF_HARM and script.barrier == scripts.HARM:
        view = replace(view, what="words")
    if view.what in _ASKING:
        return flow.Goto(view.what, (script_cards.card(turn, script, replace(view, what="words")),))
    if view.what == "visit":
        return script_keeping.to_visit(turn, script, view)
    if view.what == "copy":
        again = script_cards.card(turn, script, view, lead=turn.text("say-copied"), done="copy")
        return flow.Done((again, script_cards.copy(turn, script, view)))
    return flow.Done((_SHOWN.get(view.what, script_cards.card)(turn, script, view),))


def _dropped(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Give up the patient's own wording."""
    script_kept.restore(turn, script)
    return script_cards.card(turn, script, replace(view, what="words"), lead=turn.text("say-own-dropped"))


def _added(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Keep the line that asks: for the doctor a question of the visit, for anybody else a parked one."""
    ask = script_lines.filled(turn, script, view).ask
    visit = question_list.visit_of(turn, "")
    if "room" in script.moments:
        kept = question_list.add(turn, visit, ask)
    elif questions.find_same(question_list.read(turn, visit), ask):
        kept = "same"
    else:
        turn.store.questions.add(questions.Question(turn.new_id(), ask, turn.now))
        kept = "parked"
    return script_cards.card(turn, script, view, lead=turn.text(f"say-added-{kept}"), done="question")


_SHOWN: Mapping[script_buttons.What, Callable[[Turn, scripts.Script, View], messages.Say]] = {
    "replies": script_cards.replies,
    "facts": script_cards.facts,
    "tone": script_keeping.in_tone,
    "star": script_keeping.starred,
    "question": _added,
    "drop": _dropped,
}
