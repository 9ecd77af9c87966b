"""Talks and the series of numbers of people harmed."""

from __future__ import annotations

from sqlalchemy import Connection, select

from jalur.history import Process, Series
from jalur.model import JalurError
from jalur.record import schema
from jalur.record.packing import unpack


def all_processes(connection: Connection) -> list[Process]:
    """Every process, the most lately active first."""
    table = schema.processes
    query = select(table.c.json).order_by(table.c.last_day.desc(), table.c.id)
    return [unpack(Process, row.json) for row in connection.execute(query)]


def process(connection: Connection, wanted: str) -> Process:
    """One process by id. Raises JalurError if there is none."""
    table = schema.processes
    row = connection.execute(select(table.c.json).where(table.c.id == wanted)).one_or_none()
    if row is None:
        raise JalurError(f"there are no talks {wanted} in this record; `jalur talks` lists them")
    return unpack(Process, row.json)


def all_series(connection: Connection, disputed: bool = False) -> list[Series]:
    """The series of numbers, the longest first."""
    table = schema.series
    query = select(table.c.json).order_by(table.c.id)
    if disputed:
        query = query.where(table.c.disputed > 0)
    found = [unpack(Series, row.json) for row in connection.execute(query)]
    return sorted(found, key=lambda s: (-len(s.points), s.id))
