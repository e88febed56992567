"""What the buttons under a script carry, in the 26 bytes beside the script's id, and for as long as the chat lasts.

A choice is two letters (what is to be shown, in which tone) and then, where the patient told what it is about, the
medicine and the symptom behind tildes: "rf~sumatriptan". A tilde alone says that nothing is to be filled in.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from bot.domain import scripts
from bot.engine import flow, messages
from bot.flows.blanks import Told

SAY = "say"
BARRIER = "b"
"""The choice of a button about a barrier; the id of the entry that told of it may follow."""
EXPLAINER = "x"
"""The choice of a button about an explainer."""
VISIT = "visit"
"""The choice of a button about a visit, which is then the subject."""
ROOM = 22
"""Bytes for what was told: 64 less the flow's name, two colons, an id of at most 32 and the two letters."""

What = Literal[
    "words", "replies", "facts", "copy", "visit", "note",
    "tone", "star", "edit", "original", "drop", "question", "more",
]  # fmt: skip
"""What a press shows or does; no two begin alike. "drop" gives up the patient's own wording."""
Tone = Literal["soft", "plain", "firm", "short"]
"""A tone of the lines, or "short": the one line for a foggy day."""
_WHATS: dict[str, What] = {what[0]: what for what in get_args(What)}
_TONES: dict[str, Tone] = {"s": "soft", "p": "plain", "f": "firm", "g": "short"}
_LETTERS = {tone: letter for letter, tone in _TONES.items()}


@dataclass(frozen=True, slots=True)
class View:
    """One look at a script: what of it, in which tone, filled with what was told."""

    what: What
    tone: Tone
    told: Told


def press(label: str, script: scripts.Script, view: View) -> messages.Button:
    """Make a button that opens a view of a script."""
    return flow.act(label, SAY, script.id, f"{view.what[0]}{_LETTERS[view.tone]}{_carried(view.told)}")


def read(choice: str) -> View | None:
    """Read the choice of such a button; None where it is none of ours."""
    what, tone = _WHATS.get(choice[:1]), _TONES.get(choice[1:2])
    if what is None or tone is None:
        return None
    _, *told = choice[2:].split("~")
    medicine, symptom = [*told, "", ""][:2]
    return View(what, tone, Told(medicine, symptom, plain=bool(told) and not (medicine or symptom)))


def _carried(told: Told) -> str:
    """Write what was told, as much of it as fits; a name is never cut, for half a name is a wrong one."""
    if told.plain:
        return "~"
    medicine, symptom = (name if "~" not in name else "" for name in (told.medicine, told.symptom))
    for carried in (f"~{medicine}~{symptom}", f"~{medicine}", f"~~{symptom}"):
        kept = carried.rstrip("~")
        if kept and ":" not in kept and len(kept.encode()) <= ROOM:
            return kept
    return ""
