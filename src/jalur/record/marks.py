"""What has to be derived anew when events come and go: stretches of days, series of numbers.

Marks are kept until the next derivation is done, so that an `add` that ends early loses none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from jalur.days import number
from jalur.record import schema
from jalur.record.loading import among, chunks

STRETCH = 32
"""Days of one stretch: talks are derived anew from the first stretch that changed."""

DAYS, EVENT, TOTAL = "days", "event", "total"
"""Kinds of marks: a stretch of days, an event, a total of a conflict."""


def stretch_of(day: str) -> int:
    """The stretch that a day lies in; 0 for no day."""
    return number(day) // STRETCH if day else 0


def within(stretch: int) -> ColumnElement[bool]:
    """Whether an event lies in a stretch."""
    day = schema.events.c.sorted_day
    until = date.fromordinal((stretch + 1) * STRETCH).isoformat()
    since = date.fromordinal(stretch * STRETCH).isoformat() if stretch else ""
    return and_(day >= since, day < until)


def put(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Mark what is to be derived anew, each once."""
    table = schema.disturbed
    wanted = set(keys)
    query = select(table.c.key).where(table.c.kind == kind)
    held = {r.key for r in among(connection, query, table.c.key, wanted)}
    if fresh := sorted(wanted - held):
        connection.execute(insert(table), [{"kind": kind, "key": key} for key in fresh])


def taken(connection: Connection, kind: str) -> set[str]:
    """The marks of a kind, which are now done with."""
    table = schema.disturbed
    found = {r.key for r in connection.execute(select(table).where(table.c.kind == kind))}
    connection.execute(delete(table).where(table.c.kind == kind))
    return found


def changed(connection: Connection, events: Collection[str]) -> None:
    """Mark all that follows from some events, which are about to go or were just written."""
    table = schema.events.c
    query = select(table.sorted_day).distinct()
    days = {
        r.sorted_day
        for part in chunks(events)
        for r in connection.execute(query.where(table.id.in_(part)))
    }
    put(connection, DAYS, {str(stretch_of(day)) for day in days})
    put(connection, EVENT, events)
