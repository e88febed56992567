"""Loads the explainers, one file each, and refuses one that could never be found or shown.

A file that bears a barrier's id explains that barrier; every barrier has one. Any other file tells of a pressure
behind barriers, and may be added without a change here.
"""

from functools import cache
from pathlib import Path

from bot.content import loader
from bot.domain import errors, explainers, scripts

FOLDER = "explainers"
LONGEST_LABEL = 28
"""Characters of a button's label that a narrow phone still shows."""
MAX_ID_BYTES = 32
"""An id stands in a button's data beside other words (64 bytes in all)."""


@cache
def load_explainers(language: str = "en") -> explainers.Shelf:
    """Load every explainer of ``language``.

    Raises:
        ContentError: a file is missing or malformed, its id is not its file's name or too long for a button, its
            title is too long, or it belongs to no barrier.

    """
    folder = loader.HOME / language / FOLDER
    own = [_load(folder / f"{barrier}.yaml") for barrier in scripts.BARRIERS]
    behind = [_load(path) for path in sorted(folder.glob("*.yaml")) if not scripts.is_barrier(path.stem)]
    return explainers.Shelf((*own, *behind))


def _load(path: Path) -> explainers.Explainer:
    found = loader.load(path, explainers.Explainer)
    wrong = _wrong(found, path.stem)
    if wrong is None:
        return found
    key, problem = wrong
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, start=1) if text.startswith(f"{key}:")), 0)
    shown = f"bot/content/{path.parent.parent.name}/{FOLDER}/{path.name}"
    raise errors.ContentError(shown, line, key, problem)


def _wrong(found: explainers.Explainer, stem: str) -> tuple[str, str] | None:
    """Name the key that is wrong and what would be right; None where all is well."""
    if found.id != stem:
        return "id", f"is {found.id!r} in a file named {stem!r}; both must be the same"
    if len(found.id.encode()) > MAX_ID_BYTES:
        return "id", f"is longer than {MAX_ID_BYTES} bytes"
    if len(found.title) > LONGEST_LABEL:
        return "title", f"is longer than {LONGEST_LABEL} characters"
    if not found.barriers:
        return "barriers", "is empty; name the barriers it explains, or nobody will find it"
    if scripts.is_barrier(stem) and stem not in found.barriers:
        return "barriers", f"leaves out {stem!r}, which this file explains"
    return None
