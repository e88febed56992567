"""Everything the bot says, by key, from Fluent files that people edit who do not program.

A message may carry the attributes ``.low`` and ``.foggy``: shorter words for a patient with less energy. A message is
parsed when it is first said: parsing all of them takes half a second that a start need not wait for. ``check`` parses
them all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content import loader
from bot.domain import errors, markup
from bot.domain.patients import Energy

FOLDER = "wording"
FEWER: dict[Energy, tuple[str, ...]] = {"full": (), "low": ("low",), "foggy": ("foggy", "low")}
"""Which attribute is looked for, in order, before the full wording."""
HEAD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*=|^([^\s}\[*])", re.MULTILINE)
"""Where an entry begins: a key and "=". Any other line not indented ends the one before, save a plural's own lines."""
REMARK = "#"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as it stands in its file, not parsed yet."""

    file: str
    line: int
    key: str
    source: str


class Wording:
    """The wording of one language.

    Raises:
        ContentError: a file holds a line that belongs to no message, or two messages of the same key.

    """

    def __init__(self, language: str = "en") -> None:
        from fluent.runtime import FluentBundle

        self._bundle = FluentBundle([language], use_isolating=False)
        self._fixed: dict[tuple[str, Energy], markup.Html] = {}
        self._entries: dict[str, Entry] = {}
        for file in sorted((loader.HOME / language / FOLDER).glob("*.ftl")):
            for entry in _entries(file):
                if entry.key in self._entries:
                    raise errors.ContentError(entry.file, entry.line, entry.key, "stands twice")
                self._entries[entry.key] = entry

    def check(self) -> None:
        """Parse every message.

        Raises:
            ContentError: one of them is not Fluent.

        """
        for key in self._entries:
            self._message(key)

    def has(self, key: str) -> bool:
        """Tell whether there is wording for ``key`` ("message" or "message.attribute")."""
        name, _, attribute = key.partition(".")
        if name not in self._entries:
            return False
        found = self._message(name)
        return attribute in found.attributes if attribute else found.value is not None

    def text(self, key: str, energy: Energy = "full", **values: Any) -> markup.Html:
        """Give the wording of ``key`` with its values filled in; what is not ours is escaped.

        Raises:
            ContentError: there is no such wording, or a value is missing from it.

        """
        if values:
            return self._filled(key, energy, values)
        # Most wording has nothing to fill in and is asked for again and again.
        if (key, energy) not in self._fixed:
            self._fixed[key, energy] = self._filled(key, energy, values)
        return self._fixed[key, energy]

    def _filled(self, key: str, energy: Energy, values: Mapping[str, Any]) -> markup.Html:
        name, _, attribute = key.partition(".")
        message = self._message(name)
        pattern = message.attributes.get(attribute) if attribute else _fitting(message, energy)
        if pattern is None:
            raise errors.ContentError(FOLDER, 0, key, "there is no such wording")
        safe = {k: markup.escape(v) if isinstance(v, str) else v for k, v in values.items()}
        said, problems = self._bundle.format_pattern(pattern, safe)
        if problems:
            raise errors.ContentError(FOLDER, 0, key, f"cannot be filled in: {problems[0]}")
        return markup.Html(said)

    def _message(self, name: str) -> Any:
        if not self._bundle.has_message(name):
            entry = self._entries.get(name)
            if entry is None:
                raise errors.ContentError(FOLDER, 0, name, "there is no such wording")
            self._bundle.add_resource(_parsed(entry))
        return self._bundle.get_message(name)


def _fitting(message: Any, energy: Energy) -> Any:
    shorter = (message.attributes.get(name) for name in FEWER[energy])
    return next((pattern for pattern in shorter if pattern is not None), message.value)


def _entries(file: Path) -> list[Entry]:
    shown = str(file.relative_to(loader.HOME.parent.parent))
    text = file.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    found = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        key, line = head.group(1), text.count("\n", 0, head.start()) + 1
        source = text[head.start() : following.start() if following else len(text)]
        if key:
            found.append(Entry(shown, line, key, source))
        elif head.group(2) != REMARK:
            word = re.split(r"[\s=]", source.strip(), maxsplit=1)[0]
            raise errors.ContentError(shown, line, word, "is not written as Fluent asks (key = words)")
    return found


def _parsed(entry: Entry) -> Any:
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    resource = FluentResource(entry.source)
    if any(isinstance(part, ast.Junk) for part in resource.body):
        raise errors.ContentError(
            entry.file, entry.line, entry.key, "is not written as Fluent asks (key = words)"
        )
    return resource
