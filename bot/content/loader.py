"""Reads content files into typed values and, where one is wrong, names the file, the line and the key.

Content is written by people who do not program; a traceback would send them away.
"""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from bot.domain import errors

T = TypeVar("T")

HOME = Path(__file__).parent
"""The folder that holds one folder a language."""


def load(path: Path, kind: type[T]) -> T:
    """Read the YAML file at ``path`` as ``kind`` (any type msgspec can convert to).

    Raises:
        ContentError: the file is missing, is not YAML, or does not have the form of ``kind``.

    """
    shown = (
        str(path.relative_to(HOME.parent.parent)) if path.is_relative_to(HOME.parent.parent) else str(path)
    )
    try:
        text = path.read_text(encoding="utf-8")
        raw = yaml.load(text, Loader=yaml.CSafeLoader)
    except OSError as problem:
        raise errors.ContentError(shown, 0, path.name, f"cannot be read ({problem.strerror})") from problem
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 0
        raise errors.ContentError(shown, line, path.name, f"is not YAML: {problem.problem}") from problem
    try:
        return msgspec.convert(raw, kind, strict=True)
    except msgspec.ValidationError as problem:
        sentence, _, where = str(problem).partition(" - at ")
        key = where.strip("`").removeprefix("$.") or path.name
        raise errors.ContentError(shown, _line_of(text, key), key, sentence) from problem


def _line_of(text: str, key: str) -> int:
    """Find the line that ``key`` (msgspec's path, like ``a.b[3].c`` or ``[...].c``) stands on."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    line = node.start_mark.line + 1 if node else 1
    for part in _parts(key):
        below = _child(node, part)
        if below is None:
            break
        node, line = below
    return line


def _parts(key: str) -> list[str]:
    return [part for part in key.replace("[", ".").replace("]", "").split(".") if part]


def _child(node: Any, part: str) -> tuple[Any, int] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == part:
                return value, name.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and part.isdigit() and int(part) < len(node.value):
        child = node.value[int(part)]
        return child, child.start_mark.line + 1
    return None


@cache
def languages() -> tuple[str, ...]:
    """List the languages the content is written in, by their folder names."""
    return tuple(sorted(folder.name for folder in HOME.iterdir() if (folder / "wording").is_dir()))
