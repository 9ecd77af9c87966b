"""Derives the series of numbers of people harmed of the events and totals that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, insert, select

from jalur import linking
from jalur.history import Count, Series
from jalur.record import marks, schema
from jalur.record.loading import among, chunks
from jalur.record.packing import pack, unpack


def derive_series(connection: Connection) -> None:
    """Write the series anew of whatever is marked."""
    events = marks.taken(connection, marks.EVENT)
    totals = marks.taken(connection, marks.TOTAL)
    table, members, tolls = schema.series.c, schema.memberships.c, schema.tolls.c
    remove(connection, table.event, events)
    remove(connection, table.total, totals)
    write(connection, told(connection, members.event, events))
    write(connection, told(connection, tolls.total, totals))


def remove(connection: Connection, column: Column[str], values: Iterable[str]) -> None:
    """Delete series."""
    for part in chunks(set(values)):
        connection.execute(delete(schema.series).where(column.in_(part)))


def told(connection: Connection, column: Column[str], values: set[str]) -> Iterator[Row[Any]]:
    """The counts of some events or totals, with who told them when."""
    tolls, reports, members = schema.tolls, schema.reports, schema.memberships
    query = (
        select(tolls.c.json, tolls.c.total, reports.c.told, reports.c.outlet, members.c.event)
        .join(reports, reports.c.id == tolls.c.report)
        .outerjoin(members, members.c.claim == tolls.c.claim)
    )
    return among(connection, query, column, values)


def write(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    """Write the series that some counts make."""
    counts, event_of, total_of = [], {}, {}
    for row in rows:
        count = unpack(Count, row.json)
        counts.append((row.told, row.outlet, count))
        event_of[count.id], total_of[count.id] = row.event, row.total
    found = linking.tolls.series(counts, event_of)
    if found:
        connection.execute(
            insert(schema.series), [series_row(s, total_of[s.points[0].count]) for s in found]
        )


def series_row(series: Series, total: str | None) -> dict[str, object]:
    """One series as a row."""
    return {
        **{n: getattr(series, n) for n in ("id", "kind", "victims", "place", "since", "event")},
        "total": total,
        "doer": series.by,
        "disputed": int(any(p.disputed for p in series.points)),
        "last_day": max(p.day for p in series.points) or None,
        "json": pack(series),
    }
