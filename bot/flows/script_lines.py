"""The lines of a script in one look at it, with their blanks filled."""

from dataclasses import dataclass, replace

from bot.domain import scripts
from bot.flows import blanks
from bot.flows.script_buttons import View
from bot.flows.turn import Turn


@dataclass(frozen=True, slots=True)
class Filled:
    """The lines of one view with their blanks filled; ``from_log``: what the log puts there or in the answers."""

    lines: tuple[str, ...]
    ask: str
    from_log: tuple[str, ...]


def opening(turn: Turn, told: blanks.Told) -> View:
    """Say how a script is first shown: in the tone chosen last, on a foggy day in one line."""
    return View("words", "short" if turn.patient.energy == "foggy" else usual_tone(turn), told)


def usual_tone(turn: Turn) -> scripts.Tone:
    """Give the tone the patient chose last; plain where they chose none."""
    return turn.patient.tone or "plain"


def fitting(script: scripts.Script, view: View) -> View:
    """Take a tone away that would soften harm."""
    if script.barrier == scripts.HARM and view.tone != "short":
        return replace(view, tone="plain")
    return view


def filled(turn: Turn, script: scripts.Script, view: View) -> Filled:
    """Fill the blanks of the lines of a view."""
    known, otherwise = blanks.known(turn, view.told, script), blanks.phrases(turn)
    tone: scripts.Tone = "plain" if view.tone == "short" else view.tone
    parts = script.lines[tone]
    texts = (script.foggy,) if view.tone == "short" else tuple(part.text for part in parts)
    told = {"medicine": view.told.medicine, "symptom": view.told.symptom}
    spoken = (*texts, *(reply.say for reply in script.replies))
    used = dict.fromkeys(name for text in spoken for name in scripts.blanks(text))
    return Filled(
        tuple(scripts.fill(text, known, otherwise) for text in texts),
        scripts.fill(parts[-1].text, known, otherwise),
        tuple(known[name] for name in used if name in known and not told.get(name)),
    )
