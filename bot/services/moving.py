"""Moves everything from one database to another, and compares row for row before anything counts as moved."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from bot.domain import errors
from bot.storage import copying, database, opening, schema

Tally = dict[str, tuple[int, int]]
"""Of each table the number of rows and the sum of their digests, which does not depend on their order."""
MODULUS = 1 << 256


def move(opened: opening.Opened, url: str) -> int:
    """Copy every row into the empty database at ``url`` in one transaction; give the number of rows.

    The bot must not run: what it writes meanwhile would stay behind.

    Raises:
        OperatorError: the database holds data, does not answer, or a row arrived changed; nothing is in it then.

    """
    target = database.Database(url)
    try:
        schema.upgrade(target)
        with opened.database.snapshot() as source, target.write() as into:
            if _tally(copying.rows(into)):
                raise errors.OperatorError("That database holds data already; name an empty one.")
            copying.replace_all(into, copying.rows(source), opened.ledger.forgotten())
            wanted, arrived = _tally(copying.rows(source)), _tally(copying.rows(into))
            if wanted != arrived:
                tables = ", ".join(name for name in wanted if wanted[name] != arrived.get(name))
                raise errors.OperatorError(f"Rows arrived changed ({tables}); nothing was moved.")
            return sum(count for count, _ in arrived.values())
    except database.UnavailableError as problem:
        raise errors.OperatorError("The database to move to does not answer; check the address.") from problem
    finally:
        target.close()


def _tally(rows: Iterable[tuple[str, copying.Row]]) -> Tally:
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for name, values in rows:
        digest = int.from_bytes(hashlib.sha256(msgspec.json.encode(values)).digest(), "big")
        count, total = found[name]
        found[name] = (count + 1, (total + digest) % MODULUS)
    return dict(found)
