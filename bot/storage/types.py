"""Column types that refuse what would go wrong silently."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as whole microseconds since 1970 in UTC.

    SQLite's own date type drops the zone, and a due row was missed that way; a number is the same in both databases.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse naive moments: nobody can tell later which zone was meant."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A stored moment needs a zone.")
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give the moment back as it went in, in UTC."""
        del dialect
        return None if value is None else EPOCH + timedelta(microseconds=value)
