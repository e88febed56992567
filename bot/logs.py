"""Logs as one JSON object a line, on standard error: what happened and to which part, never what anybody wrote."""

import json
import logging
import sys
from datetime import UTC, datetime

OURS = "bot"
FIELDS = ("error", "at", "update", "reminder", "kind", "keys", "seconds")
"""What our own log calls may add; anything else is left out, since a value may be somebody's words."""


class JsonLines(logging.Formatter):
    """Writes time, level, part, message and the allowed fields; of foreign exceptions only their type."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"time": at, "level": record.levelname.lower(), "part": record.name}
        line["message"] = record.getMessage() if record.name.startswith(OURS) else _foreign(record.msg)
        line.update({name: record.__dict__[name] for name in FIELDS if name in record.__dict__})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, default=str, ensure_ascii=False)


def _foreign(message: object) -> str:
    """Keep the first line of a library's message, before its values are put in; further lines show values."""
    return str(message).partition("\n")[0][:200]


def set_up() -> None:
    """Send our logs at info and the libraries' warnings to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
