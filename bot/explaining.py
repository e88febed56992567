"""``sameside understand``: one JSON line in, one out, for whoever edits the vocabulary."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, TextIO

from bot import app
from bot.domain import errors, readings
from bot.understanding import reader

NO_NOW = datetime(2026, 1, 1, 12, 0)  # noqa: DTZ001  local by contract: the line's own "now" is naive too
KINDS: dict[str, readings.Kind] = {"past": "past", "future": "future", "either": "either"}


def run(lines: TextIO, out: TextIO) -> None:
    """Read lines until their end and answer each, in order.

    Raises:
        OperatorError: a line is no JSON object of the described form.

    """
    understanding = app.understanding()
    for answer in explained(lines, understanding):
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()


def explained(lines: TextIO, understanding: reader.Understanding) -> Iterator[dict[str, Any]]:
    """Answer each line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, now = str(asked["text"]), _now(asked)
        except (ValueError, TypeError, KeyError) as problem:
            raise errors.OperatorError(
                f'Line {number} must be a JSON object with "id", "text" and "now" (local ISO time).'
            ) from problem
        kind = KINDS.get(str(asked.get("kind") or ""), "either")
        locale = str(asked.get("locale") or "en-US")
        yield {"id": asked.get("id"), **explain(understanding.for_patient(now, locale), text, kind)}


def explain(reads: reader.PatientReader, text: str, kind: readings.Kind) -> dict[str, Any]:
    """Say everything that is understood from one text."""
    update, when, recurring = reads.update(text), reads.find_time(text, kind), reads.recurrence(text)
    if when.value is None:
        when = reads.time(text, kind)
    return {
        "symptoms": [_only(s, "name", "body_part", "severity", "negated") for s in update.symptoms],
        "medications": [_only(m, "name", "dose", "taken") for m in update.medications],
        "onset": update.onset,
        "triggers": list(update.triggers),
        "when": {
            "value": when.value.isoformat() if when.value else None,
            "candidates": [moment.isoformat() for moment in when.candidates],
            "asks": when.asks,
        },
        "recurrence": dataclasses.asdict(recurring[0]) if recurring else None,
        "situations": list(reads.situations(text)),
        "alert": reads.alert(text).kind,
    }


def _only(value: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _now(asked: dict[str, Any]) -> datetime:
    stated = asked.get("now")
    return datetime.fromisoformat(stated).replace(tzinfo=None) if stated else NO_NOW
