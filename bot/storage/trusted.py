"""Whom the patient trusts and who trusts them: sealed rows, held together by the database itself.

A grant goes with either account and takes the other side's row with it (``ON DELETE CASCADE``), so that revoking and
forgetting hold at once, whatever else happens.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain import trusted
from bot.domain.patients import PatientId
from bot.storage import inbox, patients, sealed, tables

LETTER = "letter"
RANDOM_BITS = 20
FIRST = -(1 << 62)
"""Letters stand in the inbox under numbers below zero, which Telegram never gives, in the order they were written."""


class Invitations(sealed.Rows[trusted.Invitation]):
    """Codes of one patient that wait."""

    table = tables.invitations
    kind = trusted.Invitation

    def columns(self, value: trusted.Invitation) -> dict[str, Any]:
        """Keep the keyed hash in clear, by which a code is found."""
        return {"code_hash": value.code_hash, "expires_at": value.expires_at}


class Grants(sealed.Rows[trusted.Grant]):
    """The people whom one patient trusts."""

    table = tables.grants
    kind = trusted.Grant

    def columns(self, value: trusted.Grant) -> dict[str, Any]:
        """Keep the holder's random id in clear: a grant goes with its holder."""
        return {"holder_id": value.holder}

    def of(self, holder: PatientId) -> trusted.Grant | None:
        """Find what was granted to one account."""
        return next(self._select(self.table.c.holder_id == holder), None)


class Accesses(sealed.Rows[trusted.Access]):
    """What trusted people did with what is one patient's."""

    table = tables.accesses
    kind = trusted.Access

    def columns(self, value: trusted.Access) -> dict[str, Any]:
        """Keep when it was in clear, for the order."""
        return {"at": value.at}

    def latest(self, limit: int | None = None) -> list[trusted.Access]:
        """List accesses, newest first."""
        return list(self._select(order=(self.table.c.at.desc(),), limit=limit))

    def since(self, start: datetime) -> list[trusted.Access]:
        """List accesses from ``start`` on."""
        return list(self._select(self.table.c.at >= start))


class Trusts(sealed.Rows[trusted.Trust]):
    """The people who trust this patient."""

    table = tables.trusts
    kind = trusted.Trust

    def columns(self, value: trusted.Trust) -> dict[str, Any]:
        """Keep nothing in clear but the id, which is the grant's."""
        del value
        return {}

    def is_granted(self, grant_id: str) -> bool:
        """Tell whether a grant to this account still stands; what it says only the other account can open."""
        grants, scope = tables.grants, self._scope
        mine = sa.and_(grants.c.id == grant_id, grants.c.holder_id == scope.patient_id)
        return scope.connection.execute(sa.select(grants.c.id).where(mine)).first() is not None


class Trusted:
    """Everything about trust in one patient's scope."""

    def __init__(self, scope: sealed.Scope) -> None:
        self._scope = scope
        self.invitations = Invitations(scope)
        self.grants = Grants(scope)
        self.accesses = Accesses(scope)
        self.trusts = Trusts(scope)

    def inviter(self, code_hash: bytes, now: datetime) -> tuple[str, PatientId] | None:
        """Find (invitation, whose) by the hash of a code that still holds: all that one learns of somebody else."""
        table = tables.invitations
        query = sa.select(table.c.id, table.c.patient_id).where(
            table.c.code_hash == code_hash, table.c.expires_at > now
        )
        row = self._scope.connection.execute(query).one_or_none()
        return None if row is None else (row.id, PatientId(row.patient_id))

    def count_tries(self, now: datetime) -> int:
        """Count the wrong codes this account typed lately; one noted by a clock that ran ahead counts as well."""
        table = tables.code_tries
        query = sa.select(sa.func.count()).where(
            table.c.patient_id == self._scope.patient_id, table.c.at > now - trusted.TRIES_FOR
        )
        return int(self._scope.connection.execute(query).scalar_one())

    def note_try(self, now: datetime) -> None:
        """Note a wrong code."""
        row = {"id": sealed.new_id(), "patient_id": self._scope.patient_id, "at": now}
        self._scope.connection.execute(sa.insert(tables.code_tries), row)


def post(
    directory: patients.Directory, connection: Connection, letter: trusted.Letter, now: datetime
) -> None:
    """Put a letter into the inbox of the account it is for, sealed with that account's key, as intake does."""
    scope = directory.scope(connection, letter.to)
    if scope is not None:
        inbox.store(scope, _number(scope, now), {LETTER: sealed.to_plain(letter)}, now)


def letter_in(received: inbox.Received) -> trusted.Letter | None:
    """Read what waits in the inbox as a letter; None for an update of Telegram's."""
    if received.update_id >= 0:
        return None
    found: trusted.Letter = sealed.decoder(trusted.Letter).decode(sealed.encode(received.body[LETTER]))
    return found


def _number(scope: sealed.Scope, now: datetime) -> int:
    """Take a number behind every letter that was written to this account, also where clocks differ or were set back.

    Letters of two senders at one moment differ by chance; where they do not, the second is refused and tried again.
    """
    table = tables.inbox
    last = sa.select(sa.func.max(table.c.update_id)).where(
        table.c.patient_id == scope.patient_id, table.c.update_id < 0
    )
    chance = int(sealed.new_id(), 16) >> (64 - RANDOM_BITS)
    behind = scope.connection.execute(last).scalar_one_or_none()
    by_clock = FIRST + (int(now.timestamp() * 1000) << RANDOM_BITS)
    return chance + (by_clock if behind is None else max(by_clock, behind + 1))


def clean(connection: Connection, now: datetime) -> None:
    """Drop codes that ran out, and wrong ones that count no more."""
    codes, tries = tables.invitations, tables.code_tries
    connection.execute(sa.delete(codes).where(codes.c.expires_at < now))
    connection.execute(sa.delete(tries).where(tries.c.at < now - trusted.TRIES_FOR))
