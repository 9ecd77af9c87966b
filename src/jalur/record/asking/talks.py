"""Talks and the series of numbers of people harmed."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

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


def series(
    connection: Connection, disputed: bool, limit: int, offset: int = 0
) -> tuple[list[Series], int]:
    """The series of numbers, those with most said of them first: a page, and how many in all."""
    table = schema.series
    where = table.c.disputed > 0 if disputed else table.c.id == table.c.id
    total = connection.execute(select(func.count(table.c.id)).where(where)).scalar_one()
    order = (func.length(table.c.json).desc(), table.c.id)
    query = select(table.c.json).where(where).order_by(*order).limit(limit).offset(offset)
    return [unpack(Series, row.json) for row in connection.execute(query)], total
