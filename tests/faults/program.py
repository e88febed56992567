"""The real program, but for its clock: that jumps by as many seconds as a file says.

``python tests/faults/program.py OFFSET_FILE run``
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import cli, clock

OFFSET = Path(sys.argv[1])


def jumping_now() -> datetime:
    """Read the machine's clock, and add what the file says."""
    try:
        ahead = float(OFFSET.read_text() or 0)
    except (OSError, ValueError):  # being written
        ahead = 0.0
    return datetime.now(UTC) + timedelta(seconds=ahead)


if __name__ == "__main__":
    clock.system_now = jumping_now
    cli.main(sys.argv[2:])
