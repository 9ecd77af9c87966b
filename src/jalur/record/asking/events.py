"""Events: a page of those that are wanted, one by any of its ids, or all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from jalur.history import Event
from jalur.model import JalurError
from jalur.record import loading, schema
from jalur.record.asking.filters import MANY, Wanted, conditions, of
from jalur.record.packing import unpack


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a longer answer: `total` events in all, these from `offset` on."""

    events: tuple[Event, ...]
    total: int
    offset: int


def events(connection: Connection, wanted: Wanted, limit: int, offset: int = 0) -> Page:
    """The wanted events, the latest day first; undated ones by when they were first told."""
    rows, total = found(connection, wanted, limit, offset)
    return Page(tuple(unpack(Event, row.json) for row in rows), total, offset)


def found(
    connection: Connection,
    wanted: Wanted,
    limit: int,
    offset: int = 0,
    more: Sequence[Select[Any]] = (),
    total: int | None = None,
) -> tuple[list[Row[Any]], int]:
    """The id and the JSON of some of the wanted events, and how many there are in all.

    `more` are queries for events of which the wanted ones are to be as well. They are counted
    unless the caller knows their `total` already.
    """
    table = schema.events
    if total is None:
        counted = (*conditions(connection, wanted), *(of(query, False) for query in more))
        number = select(func.count()).select_from(table).where(*counted)
        total = connection.execute(number).scalar_one()
    many = total > MANY
    where = (*conditions(connection, wanted, many), *(of(query, many) for query in more))
    order = (table.c.sorted_day.desc(), table.c.id.desc())
    query = select(table.c.id, table.c.json).where(*where).order_by(*order)
    return list(connection.execute(query.limit(limit).offset(offset))), total


def event(connection: Connection, wanted: str) -> Event:
    """One event by its own id or by that of any of its claims, which outlives merging.

    Raises JalurError if there is none.
    """
    table, members = schema.events, schema.memberships.c
    row = connection.execute(select(table.c.json).where(table.c.id == wanted)).one_or_none()
    if row is None:
        either = (wanted, wanted.removeprefix("e"))  # a claim's own id may begin with an e
        query = select(table.c.json).join(schema.memberships, members.event == table.c.id)
        row = connection.execute(query.where(members.claim.in_(either))).one_or_none()
    if row is None:
        raise JalurError(f"there is no event {wanted} in this record; `jalur events` lists them")
    return unpack(Event, row.json)


def some_events(connection: Connection, ids: Collection[str]) -> dict[str, Event]:
    """Events by id."""
    table = schema.events
    rows = loading.among(connection, select(table.c.id, table.c.json), table.c.id, ids)
    return {row.id: unpack(Event, row.json) for row in rows}


def all_events(connection: Connection) -> list[Event]:
    """Every event, by id."""
    table = schema.events
    query = select(table.c.json).order_by(table.c.id)
    return [unpack(Event, row.json) for row in connection.execute(query)]
