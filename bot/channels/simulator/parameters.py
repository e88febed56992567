"""Reads the parameters of a Bot API call, which come as values or, from forms, as JSON in strings."""

import json
from collections.abc import Mapping
from typing import Any

from bot.channels.simulator import refusals

Json = dict[str, Any]


class Parameters:
    """The named parameters of one call; a missing one is None, "" or False."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str) -> str:
        """The parameter as text, "" where it is missing."""
        value = self._values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str) -> int | None:
        """The parameter as a whole number, None where it is missing or none."""
        try:
            return int(self._values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """The parameter as a yes or no, as Telegram reads them: "true", "yes" and "1" are yes."""
        value = self._values.get(name, False)
        return value.lower() in {"true", "yes", "1"} if isinstance(value, str) else bool(value)

    def object(self, name: str) -> Json:
        """The parameter as an object, read from JSON where it came as text; empty where it is missing."""
        value = self._structure(name, {})
        if not isinstance(value, dict):
            raise _unreadable(name)
        return value

    def objects(self, name: str) -> list[Json]:
        """The parameter as a list of objects; empty where it is missing."""
        value = self.items(name)
        if not all(isinstance(each, dict) for each in value):
            raise _unreadable(name)
        return value

    def items(self, name: str) -> list[Any]:
        """The parameter as a list, read from JSON where it came as text; empty where it is missing."""
        value = self._structure(name, [])
        if not isinstance(value, list | tuple):
            raise _unreadable(name)
        return list(value)

    def _structure(self, name: str, missing: Any) -> Any:
        value = self._values.get(name, missing)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else missing
        except ValueError:
            raise _unreadable(name) from None


def _unreadable(name: str) -> refusals.RefusedError:
    return refusals.bad_request(f"can't parse {name.replace('_', ' ')} JSON object")
