"""Questions to a record: events, talks, disputes, numbers, sources, changes, texts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from jalur.history import Event, Process
from jalur.record import schema
from jalur.record.packing import unpack


def all_events(connection: Connection) -> list[Event]:
    """Every event, by id."""
    table = schema.events
    query = select(table.c.json).order_by(table.c.id)
    return [unpack(Event, row.json) for row in connection.execute(query)]


def all_processes(connection: Connection) -> list[Process]:
    """Every process, by id."""
    table = schema.processes
    query = select(table.c.json).order_by(table.c.id)
    return [unpack(Process, row.json) for row in connection.execute(query)]
