"""Every row of every table, out and in again as plain values: for backups, and to move between databases."""

import base64
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import tables

BATCH = 500
TRANSIENT = {"leases", "journal_months"}
"""What says who works now is not part of what is kept, nor is what is made from the rest."""

Row = list[Any]


def rows(connection: Connection) -> Iterator[tuple[str, Row]]:
    """Give every row as (table, values in column order): bytes in base64, moments in microseconds."""
    for table in tables.metadata.sorted_tables:
        if table.name in TRANSIENT:
            continue
        query = _raw_select(table).execution_options(yield_per=BATCH)
        with connection.execute(query) as found:
            for row in found:
                yield str(table.name), [_plain(value) for value in row]


def replace_all(
    connection: Connection, copied: Iterable[tuple[str, Row]], forgotten: AbstractSet[str]
) -> int:
    """Put the copied rows in place of all rows; give their number.

    Whoever was forgotten, here, in the copy, or by ``forgotten``, stays so; so does what a patient known here took back
    from a trusted person.
    """
    stands = _trust_that_stands(connection)
    ledger = tables.forgotten
    known = {row.patient_id: row.at for row in connection.execute(sa.select(ledger))}
    for table in reversed(tables.metadata.sorted_tables):
        connection.execute(sa.delete(table))
    count = _insert_all(connection, copied)
    for table, (owners, ids) in stands.items():
        for row in connection.execute(sa.select(table.c.id, table.c.patient_id)).all():
            if row.patient_id in owners and row.id not in ids:
                connection.execute(sa.delete(table).where(table.c.id == row.id))
    listed = set(connection.execute(sa.select(ledger.c.patient_id)).scalars())
    added = [{"patient_id": one, "at": at} for one, at in known.items() if one not in listed]
    if added:
        connection.execute(sa.insert(ledger), added)
    for gone in known.keys() | listed | forgotten:
        connection.execute(sa.delete(tables.patients).where(tables.patients.c.id == gone))
        for table in reversed(tables.metadata.sorted_tables):
            if "patient_id" in table.c and table is not ledger:
                connection.execute(sa.delete(table).where(table.c.patient_id == gone))
    return count


def _trust_that_stands(connection: Connection) -> dict[sa.Table, tuple[set[str], set[str]]]:
    """Note who is known here, and what they allow or offer now: whatever a copy has besides was ended, or used up."""
    owners = set(connection.execute(sa.select(tables.patients.c.id)).scalars())
    return {
        table: (owners, set(connection.execute(sa.select(table.c.id)).scalars()))
        for table in (tables.grants, tables.invitations)
    }


def _insert_all(connection: Connection, copied: Iterable[tuple[str, Row]]) -> int:
    count, waiting, into = 0, list[dict[str, Any]](), ""
    for name, values in copied:
        if name != into or len(waiting) >= BATCH:
            _flush(connection, into, waiting)
            into, waiting = name, []
        table = tables.metadata.tables[name]
        waiting.append({c.name: _typed(c, v) for c, v in zip(table.columns, values, strict=True)})
        count += 1
    _flush(connection, into, waiting)
    return count


def _flush(connection: Connection, name: str, waiting: list[dict[str, Any]]) -> None:
    if waiting:
        connection.execute(sa.insert(_raw_table(name)), waiting)


def _raw_table(name: str) -> sa.TableClause:
    table = tables.metadata.tables[name]
    return sa.table(name, *(sa.column(c.name) for c in table.columns))


def _raw_select(table: sa.Table) -> sa.Select[Any]:
    return sa.select(*(sa.type_coerce(c, sa.BigInteger) if _is_moment(c) else c for c in table.columns))


def _is_moment(column: sa.Column[Any]) -> bool:
    return type(column.type).__name__ == "UtcDateTime"


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _typed(column: sa.Column[Any], value: Any) -> Any:
    return base64.b64decode(value) if isinstance(column.type, sa.LargeBinary) and value is not None else value
