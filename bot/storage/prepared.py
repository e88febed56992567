"""Statements run at every update, translated once and handed to the driver as they are.

Running a statement through SQLAlchemy costs five times what the database itself takes for it, at some twenty statements
an update. What is written here stays SQLAlchemy's language, its types and its errors; only the way to the driver is
shorter. For what is asked rarely, or with lists of values, `Connection.execute` is the place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect

Taken = TypeVar("Taken")
Process = Callable[[Any], Any]
Row = tuple[Any, ...]
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class _Translated:
    """A statement in the words of one database, and what its values go through on their way in and out."""

    words: str
    by_place: bool
    constants: Mapping[str, Any]
    going_in: tuple[tuple[str, Process | None], ...]
    coming_out: tuple[tuple[int, Process], ...]


class Prepared:
    """One statement; what varies in it is a ``bindparam``, a column to insert or one to set."""

    def __init__(self, statement: sa.Select[Any] | sa.sql.dml.UpdateBase | sa.TextClause) -> None:
        self._statement = statement
        self._translated: dict[tuple[str, ...], _Translated] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any] = NOTHING) -> list[Row]:
        """Run it and give all rows."""
        found, form = self._run(connection, values, _all)
        return [_out(row, form.coming_out) for row in found] if form.coming_out else found

    def row(self, connection: Connection, values: Mapping[str, Any]) -> Row | None:
        """Run what finds one row at most; None where there is none."""
        return next(iter(self.rows(connection, values)), None)

    def count(self, connection: Connection, values: Mapping[str, Any] = NOTHING) -> int:
        """Run what changes rows and tell how many."""
        return self._run(connection, values, _changed)[0]

    def _run(
        self, connection: Connection, values: Mapping[str, Any], take: Callable[[Any], Taken]
    ) -> tuple[Taken, _Translated]:
        dialect = connection.dialect
        key = (dialect.name, *values)
        form = self._translated.get(key) or self._translate(key, dialect, values)
        given = {**form.constants, **values} if form.constants else values
        bound: Any
        if form.by_place:
            bound = [process(given[name]) if process else given[name] for name, process in form.going_in]
        else:
            bound = {
                name: process(given[name]) if process else given[name] for name, process in form.going_in
            }
        cursor = connection.connection.cursor()
        try:
            cursor.execute(form.words, bound)
            return take(cursor), form
        except dialect.loaded_dbapi.Error as problem:
            raise _as_usual(connection, form.words, problem) from problem
        finally:
            cursor.close()

    def _translate(self, key: tuple[str, ...], dialect: Dialect, values: Mapping[str, Any]) -> _Translated:
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=list(values))
        processes = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for bind, name in compiled.bind_names.items()
        }
        order = compiled.positiontup if compiled.positional else list(processes)
        columns = () if isinstance(self._statement, sa.TextClause) else self._statement.exported_columns
        coming_out = [c.type.dialect_impl(dialect).result_processor(dialect, None) for c in columns]
        form = self._translated[key] = _Translated(
            compiled.string,
            compiled.positional,
            {name: value for name, value in compiled.params.items() if name not in values},
            tuple((name, processes[name]) for name in order),
            tuple((place, process) for place, process in enumerate(coming_out) if process),
        )
        return form


def _all(cursor: Any) -> list[Row]:
    found: list[Row] = cursor.fetchall()
    return found


def _changed(cursor: Any) -> int:
    changed: int = cursor.rowcount
    return changed


def _out(row: Row, coming_out: tuple[tuple[int, Process], ...]) -> Row:
    values = list(row)
    for place, process in coming_out:
        values[place] = process(values[place])
    return tuple(values)


def _as_usual(connection: Connection, words: str, problem: Exception) -> BaseException:
    """Make of a driver's error what SQLAlchemy makes of it: a lost connection is not used again, no value is told."""
    dialect = connection.dialect
    lost = dialect.is_disconnect(problem, connection.connection.dbapi_connection, None)  # type: ignore[arg-type]
    if lost:
        connection.invalidate(problem)
    return sa.exc.DBAPIError.instance(
        words, None, problem, dialect.loaded_dbapi.Error, hide_parameters=True, connection_invalidated=lost
    )
