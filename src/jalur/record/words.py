"""Words that a record keeps about itself."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from jalur.record import schema

FRESH, STALE, OUTDATED = "fresh", "stale", "outdated"
"""How what is derived stands (`derived`): as of the last report; some of it is to be derived; all
of it is, as an older program derived it."""


def mark(connection: Connection, key: str, value: str) -> None:
    """Keep a word about the record itself."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


def marked(connection: Connection, key: str) -> str | None:
    """A word kept about the record itself."""
    query = select(schema.meta.c.value).where(schema.meta.c.key == key)
    value: str | None = connection.execute(query).scalar()
    return value
