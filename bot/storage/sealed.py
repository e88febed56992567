"""Rows whose body is sealed: how a value of ours becomes a row of one patient and comes back.

Everything read or written through a ``Scope`` belongs to one patient by construction: no query here can
reach another patient's rows, and no other patient's key would open them.
"""

import functools
import json
import secrets
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.patients import PatientId
from bot.storage import prepared, vault


class HasId(Protocol):
    """A value that knows its own row."""

    @property
    def id(self) -> str:
        """The row's random id."""


V = TypeVar("V")
T = TypeVar("T", bound=HasId)


def new_id() -> str:
    """Make a random row id: 16 hex digits, which also fits beside a name into 64 bytes of button data."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Scope:
    """One patient inside one transaction."""

    connection: Connection
    patient_id: PatientId
    cipher: vault.Cipher

    def seal(self, value: Any, table: str, row: str | int) -> bytes:
        """Encode and seal a value for its place."""
        return self.cipher.seal(encode(value), f"{table}/{row}/{self.patient_id}")

    def open(self, sealed: bytes, kind: type[V], table: str, row: str | int) -> V:
        """Open and decode a value from its place."""
        found: V = decoder(kind).decode(self.cipher.open(sealed, f"{table}/{row}/{self.patient_id}"))
        return found


def _as_plain_text(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError(f"There is no stored form of a {type(value).__name__}.")


_encoder = msgspec.json.Encoder(enc_hook=_as_plain_text)


def encode(value: object) -> bytes:
    """Write a value of ours as JSON."""
    return _encoder.encode(value)


_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Keep one decoder a type; making one costs more than many decodings."""
    found = _decoders.get(kind)
    if found is None:
        found = _decoders[kind] = msgspec.json.Decoder(kind)
    return found


def to_plain(value: Any) -> Any:
    """Turn a value of ours into what JSON knows, for exports."""
    return json.loads(encode(value))


@dataclass(frozen=True, slots=True)
class Statements:
    """What is done to the rows of every table. Building a statement costs more than running it, so it is done once."""

    insert: prepared.Prepared
    update: prepared.Prepared
    delete: prepared.Prepared
    one: prepared.Prepared
    all: prepared.Prepared


@functools.cache
def statements(table: sa.Table) -> Statements:
    """Prepare the statements of a table; ``of_patient`` and ``row`` say which rows are meant."""
    mine = table.c.patient_id == sa.bindparam("of_patient")
    the_row = table.c.id == sa.bindparam("row")
    return Statements(
        insert=prepared.Prepared(sa.insert(table)),
        update=prepared.Prepared(sa.update(table).where(the_row, mine)),
        delete=prepared.Prepared(sa.delete(table).where(the_row, mine)),
        one=selecting(table, the_row),
        all=selecting(table),
    )


def selecting(
    table: sa.Table, *where: sa.ColumnElement[bool], order: tuple[Any, ...] = (), limit: int | None = None
) -> prepared.Prepared:
    """Prepare a query for rows of one patient, for `Rows._found`; what varies in ``where`` is a ``bindparam``."""
    return prepared.Prepared(_selecting(table, where, order, limit))


def _selecting(
    table: sa.Table, where: tuple[sa.ColumnElement[bool], ...], order: tuple[Any, ...], limit: int | None
) -> sa.Select[Any]:
    mine = table.c.patient_id == sa.bindparam("of_patient")
    return sa.select(table.c.id, table.c.body).where(mine, *where).order_by(*order).limit(limit)


class Rows(ABC, Generic[T]):
    """The rows of one table that belong to one patient."""

    table: sa.Table
    kind: type[T]

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @abstractmethod
    def columns(self, value: T) -> dict[str, Any]:
        """Name the clear columns of ``value``, besides id, patient and body."""

    def save(self, value: T) -> T:
        """Store ``value``: in place of the row with its id, or as a new one."""
        table, scope = self.table, self._scope
        body = scope.seal(value, table.name, value.id)
        row = {**self.columns(value), "body": body}
        which = {"row": value.id, "of_patient": scope.patient_id}
        if not statements(table).update.count(scope.connection, which | row):
            self._insert(value.id, row)
        return value

    def add(self, value: T) -> T:
        """Store a value that is new."""
        body = self._scope.seal(value, self.table.name, value.id)
        self._insert(value.id, {**self.columns(value), "body": body})
        return value

    def get(self, row_id: str) -> T | None:
        """Find one by its id."""
        return next(self._found(statements(self.table).one, row=row_id), None)

    def all(self) -> list[T]:
        """List all of them in no promised order."""
        return list(self._found(statements(self.table).all))

    def delete(self, row_id: str) -> None:
        """Remove the row."""
        which = {"row": row_id, "of_patient": self._scope.patient_id}
        statements(self.table).delete.count(self._scope.connection, which)

    def _insert(self, row_id: str, row: dict[str, Any]) -> None:
        values = {"id": row_id, "patient_id": self._scope.patient_id, **row}
        statements(self.table).insert.count(self._scope.connection, values)

    def _select(
        self, *where: sa.ColumnElement[bool], order: tuple[Any, ...] = (), limit: int | None = None
    ) -> Iterator[T]:
        """Find what is asked for rarely: the statement is built for it."""
        query = _selecting(self.table, where, order, limit)
        return self._opened(self._scope.connection.execute(query, {"of_patient": self._scope.patient_id}))

    def _found(self, query: prepared.Prepared, **bound: Any) -> Iterator[T]:
        """Open the rows that a statement of ``selecting`` finds, as they are asked for."""
        scope = self._scope
        return self._opened(query.rows(scope.connection, {"of_patient": scope.patient_id, **bound}))

    def _opened(self, rows: Iterable[Any]) -> Iterator[T]:
        scope, name = self._scope, self.table.name
        for row_id, body in rows:
            yield scope.open(body, self.kind, name, row_id)
