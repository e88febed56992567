"""Everything the bot says, by key, from Fluent files that people edit who do not program.

A message may carry the attributes ``.low`` and ``.foggy``: shorter words for a patient with less energy.
"""

import re
from pathlib import Path
from typing import Any

from bot.content import loader
from bot.domain import errors, markup
from bot.domain.patients import Energy

FOLDER = "wording"
FEWER: dict[Energy, tuple[str, ...]] = {"full": (), "low": ("low",), "foggy": ("foggy", "low")}
"""Which attribute is looked for, in order, before the full wording."""


class Wording:
    """The wording of one language."""

    def __init__(self, language: str = "en") -> None:
        from fluent.runtime import FluentBundle

        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted((loader.HOME / language / FOLDER).glob("*.ftl")):
            self._bundle.add_resource(_parse(file))

    def has(self, key: str) -> bool:
        """Tell whether there is wording for ``key`` ("message" or "message.attribute")."""
        message, _, attribute = key.partition(".")
        if not self._bundle.has_message(message):
            return False
        found = self._bundle.get_message(message)
        return attribute in found.attributes if attribute else found.value is not None

    def text(self, key: str, energy: Energy = "full", **values: Any) -> markup.Html:
        """Give the wording of ``key`` with its values filled in; what is not ours is escaped.

        Raises:
            ContentError: there is no such wording, or a value is missing from it.

        """
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            raise errors.ContentError(FOLDER, 0, key, "there is no such wording")
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else _fitting(message, energy)
        if pattern is None:
            raise errors.ContentError(FOLDER, 0, key, "there is no such wording")
        safe = {k: markup.escape(v) if isinstance(v, str) else v for k, v in values.items()}
        said, problems = self._bundle.format_pattern(pattern, safe)
        if problems:
            raise errors.ContentError(FOLDER, 0, key, f"cannot be filled in: {problems[0]}")
        return markup.Html(said)


def _fitting(message: Any, energy: Energy) -> Any:
    shorter = (message.attributes.get(name) for name in FEWER[energy])
    return next((pattern for pattern in shorter if pattern is not None), message.value)


def _parse(file: Path) -> Any:
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    shown = str(file.relative_to(loader.HOME.parent.parent))
    text = file.read_text(encoding="utf-8")
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            key = re.split(r"[\s=]", (entry.content or "").strip(), maxsplit=1)[0]
            raise errors.ContentError(shown, line, key, "is not written as Fluent asks (key = words)")
    return resource
