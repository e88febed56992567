"""The words a patient keeps: a star on a script, their wording of it, lines for a visit or for any time. Not a flow.

What stands here is asked and changed by /say, by the rehearsal and by the visit's card, so that a line is kept in one
way only.
"""

from dataclasses import replace
from typing import Literal

from bot.domain import kept_scripts, scripts
from bot.domain.kept_scripts import KeptScript
from bot.flows import blanks, script_lines
from bot.flows.script_buttons import View
from bot.flows.turn import Turn

Source = Literal["script", "rehearsal", "own"]


def of_script(turn: Turn, script_id: str) -> KeptScript | None:
    """Find what was kept of a script for any time."""
    return kept_scripts.of_script(turn.store.kept_scripts.all(), script_id)


def own_words(turn: Turn, script: scripts.Script) -> tuple[str, ...]:
    """Give the patient's own wording of a script, line by line; nothing where the script's stands."""
    kept = of_script(turn, script.id)
    return _said(kept.text) if kept else ()


def star(turn: Turn, script: scripts.Script, tone: scripts.Tone) -> bool:
    """Put a star on a script, or take it off; tell whether it is there now."""
    kept = of_script(turn, script.id)
    if kept is None:
        fresh = KeptScript(turn.new_id(), turn.now, "script", script.id, tone, favourite=True)
        turn.store.kept_scripts.add(fresh)
        return True
    changed = replace(kept, favourite=not kept.favourite, tone=tone, kept_at=turn.now)
    if changed.favourite or changed.text:
        turn.store.kept_scripts.save(changed)
    else:
        turn.store.kept_scripts.delete(kept.id)
    return changed.favourite


def reword(turn: Turn, script: scripts.Script, text: str) -> None:
    """Put the patient's own wording in the place of the script's, which stays one tap away."""
    kept = of_script(turn, script.id) or KeptScript(
        turn.new_id(), turn.now, "script", script.id, script_lines.usual_tone(turn), favourite=True
    )
    turn.store.kept_scripts.save(replace(kept, text=text.strip()))


def restore(turn: Turn, script: scripts.Script) -> None:
    """Take the patient's own wording away; the star stays as it was."""
    kept = of_script(turn, script.id)
    if kept and kept.favourite:
        turn.store.kept_scripts.save(replace(kept, text=""))
    elif kept:
        turn.store.kept_scripts.delete(kept.id)


def keep(  # noqa: PLR0913  the fields of what is kept
    turn: Turn,
    source: Source,
    source_id: str,
    text: str,
    *,
    tone: scripts.Tone = "plain",
    visit_id: str | None = None,
) -> bool:
    """Keep words for a visit, or for any time; tell whether they were not kept there before."""
    fresh = KeptScript(
        turn.new_id(), turn.now, source, source_id, tone, text.strip(), visit_id, favourite=visit_id is None
    )
    for each in turn.store.kept_scripts.all():
        if each.visit_id == visit_id and _same(each, fresh):
            return False
    turn.store.kept_scripts.add(fresh)
    return True


def move(turn: Turn, kept: KeptScript, visit_id: str) -> bool:
    """Keep words that are kept already for a visit too; tell whether they were not there before."""
    words = kept.text or in_one_line(turn, kept)
    return keep(turn, kept.source, kept.source_id, words, tone=kept.tone, visit_id=visit_id)


def to_ask(turn: Turn, script: scripts.Script, view: View) -> str:
    """Give the words of a script for a visit: the patient's own, the one line of a foggy day, or the line that asks."""
    own = own_words(turn, script)
    said = script_lines.filled(turn, script, script_lines.fitting(script, view))
    return "\n".join(own) or (said.lines[0] if view.tone == "short" else said.ask)


def everything(turn: Turn) -> tuple[KeptScript, ...]:
    """List what is kept: what is for any time first, the latest first."""
    kept = sorted(turn.store.kept_scripts.all(), key=lambda each: (each.kept_at, each.id), reverse=True)
    return tuple(sorted(kept, key=lambda each: each.visit_id is not None))


def lines(turn: Turn, kept: KeptScript) -> tuple[str, ...]:
    """Give the words themselves: their own, else the script's; nothing where the script is gone."""
    if kept.text:
        return _said(kept.text)
    script = turn.library.scripts().script(kept.source_id)
    return script_lines.filled(turn, script, _view(turn, script, kept)).lines if script else ()


def in_one_line(turn: Turn, kept: KeptScript) -> str:
    """Give the words in one line, for a button or a card: their own, else what the script asks for."""
    if kept.text:
        return " ".join(kept.text.split())
    script = turn.library.scripts().script(kept.source_id)
    return to_ask(turn, script, _view(turn, script, kept)) if script else ""


def _view(turn: Turn, script: scripts.Script, kept: KeptScript) -> View:
    view = script_lines.opening(turn, blanks.Told())
    return script_lines.fitting(script, view if view.tone == "short" else replace(view, tone=kept.tone))


def _said(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))


def _same(one: KeptScript, other: KeptScript) -> bool:
    if one.text or other.text:
        return " ".join(one.text.split()) == " ".join(other.text.split())
    return (one.source_id, one.tone) == (other.source_id, other.tone)
