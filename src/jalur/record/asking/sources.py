"""Who says what, and how often others say it too."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import Connection, select

from jalur.record import schema


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and what it answers for: how many events, how many of them others confirm, how
    many it alone tells, and how often it comes through another outlet."""

    code: str | None
    name: str | None
    kind: str
    events: int
    confirmed: int
    alone: int
    relayed: int
    denied: int


def speakers(connection: Connection, limit: int, offset: int = 0) -> list[Speaker]:
    """The sources that answer for most events."""
    table = schema.speakers
    columns = [table.c[one.name] for one in fields(Speaker)]
    order = (table.c.events.desc(), table.c.called, table.c.kind)
    query = select(*columns).order_by(*order).limit(limit).offset(offset)
    return [Speaker(*row) for row in connection.execute(query)]
