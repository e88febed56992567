"""An explainer on the screen: what it is, why it exists, who else is caught in it, what can be done, and the line.

The line, which says what is never excused, stands in every view and at every energy.
"""

from bot.domain import explainers, markup, patients, scripts
from bot.engine import flow, messages
from bot.flows import script_buttons, script_cards
from bot.flows.turn import Turn

WHY, MORE = "why", "more"
_FULL = ("what", "why", "who_else", "what_can_be_done", "clock")
PARTS: dict[patients.Energy, tuple[str, ...]] = {
    "full": _FULL,
    "low": ("what", "why", "what_can_be_done"),
    "foggy": ("what",),
}
"""What is shown beside the line."""


def card(turn: Turn, explainer: explainers.Explainer, *, more: bool = False) -> messages.Say:
    """Show an explainer; ``more`` shows what else there is to read, with the facts."""
    parts: list[str] = [turn.text("why-title", title=explainer.title)]
    shown = PARTS[turn.patient.energy]
    if more:
        shown = (*_FULL[2:], "more") if turn.patient.energy == "full" else ("why", *_FULL[2:], "more")
    parts += [said for name in shown if (said := _part(turn, explainer, name))]
    if more:
        parts += script_cards.fact_lines(turn, explainer.facts)
    parts.append(turn.text("why-line", words=explainer.line))
    return messages.Say("\n\n".join(parts), buttons=_buttons(turn, explainer, more=more))


def _part(turn: Turn, explainer: explainers.Explainer, name: str) -> str:
    words = getattr(explainer, name)
    if not words:
        return ""
    key = f"why-{name.replace('_', '-')}"
    return turn.text(key, words=words) if turn.speaks.has(key) else markup.escape(words)


def _buttons(turn: Turn, explainer: explainers.Explainer, *, more: bool) -> messages.Buttons:
    if more:
        first = flow.act(turn.text("why-to.less"), WHY, explainer.id)
    else:
        first = flow.act(turn.text("why-to.more"), WHY, explainer.id, MORE)
    say = flow.act(turn.text("why-to.say"), script_buttons.SAY, explainer.id, script_buttons.EXPLAINER)
    if scripts.is_barrier(explainer.id) and explainer.barriers == (explainer.id,):
        say = flow.act(turn.text("why-to.say"), script_buttons.SAY, explainer.id, script_buttons.BARRIER)
    rows = [(first, say), (flow.act(turn.text("why-to.others"), WHY, "", "topics"),)]
    if explainer.barriers == (scripts.HARM,):
        rows.insert(0, (flow.act(turn.text("say-urgent"), "urgent"),))
    return tuple(rows)
