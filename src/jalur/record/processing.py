"""Writes the processes that the stretches of a record make, as far as they changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from jalur.history import Process
from jalur.record import schema
from jalur.record.packing import pack, unpack
from jalur.record.schema import passages
from jalur.talks import Course, Made

Row = dict[str, object]

PARTS = (schema.rounds, schema.process_events)
"""What hangs on a process."""


def write_processes(connection: Connection, touched: Collection[str]) -> None:
    """Write the processes that changed, and all when the record's last day did, on which it
    depends how talks stand."""
    as_of = last_day(connection)
    table = schema.processes.c
    known = {r.id: r.as_of for r in connection.execute(select(table.id, table.as_of))}
    late = {track for track, day in known.items() if day != as_of}
    found = {t: process_of(connection, t, as_of) for t in sorted({*touched, *late})}
    rows = {t: (round_rows(p), member_rows(p)) if p else ((), ()) for t, p in found.items()}
    for track in sorted(touched):
        for one, wanted in zip(PARTS, rows[track], strict=True):
            remove(connection, one, track, wanted)
    for track, process in found.items():
        if process is None:
            connection.execute(delete(schema.processes).where(table.id == track))
            continue
        put(connection, process, as_of, new=track not in known)
        if track in touched:
            for one, wanted in zip(PARTS, rows[track], strict=True):
                add(connection, one, track, wanted)


def last_day(connection: Connection) -> str | None:
    """The last day on which a report of the record was published."""
    told: str | None = connection.execute(select(func.max(schema.reports.c.told))).scalar()
    return told[:10] if told else None


def process_of(connection: Connection, track: str, as_of: str | None) -> Process | None:
    """One process from all its stretches; None if it has no rounds."""
    made, after = Made(), None
    query = select(passages).where(passages.c.track == track).order_by(passages.c.stretch)
    for row in connection.execute(query):
        made.add(unpack(Made, row.made))
        after = row.after
    if after is None:
        return None
    course = unpack(Course, after)
    made.add(course.rest())
    return course.process(made, as_of)


def put(connection: Connection, process: Process, as_of: str | None, new: bool) -> None:
    """Write one process."""
    table = schema.processes
    row = {
        "id": process.id,
        "name": process.name,
        "state": process.state,
        "since": process.since,
        "last_day": process.last,
        "as_of": as_of,
        "json": pack(process),
    }
    if new:
        connection.execute(insert(table), [row])
    else:
        connection.execute(update(table).where(table.c.id == process.id).values(**row))


def remove(connection: Connection, table: Table, process: str, rows: Sequence[Row]) -> None:
    """Delete the rows of one process that are not wanted. All that go do so before any come: a
    round may pass from one process to another."""
    keys = [c.name for c in table.primary_key]
    wanted = {cells(table, row) for row in rows}
    for gone in sorted(held(connection, table, process) - wanted, key=str):
        row = dict(zip(table.columns.keys(), gone, strict=True))
        connection.execute(delete(table).where(*(table.c[k] == row[k] for k in keys)))


def add(connection: Connection, table: Table, process: str, rows: Sequence[Row]) -> None:
    """Write the rows of one process that are not there."""
    there = held(connection, table, process)
    if fresh := [row for row in rows if cells(table, row) not in there]:
        connection.execute(insert(table), fresh)


def held(connection: Connection, table: Table, process: str) -> set[tuple[object, ...]]:
    """The rows of one process."""
    query = select(table).where(table.c.process == process)
    return {tuple(row) for row in connection.execute(query)}


def cells(table: Table, row: Row) -> tuple[object, ...]:
    """A row in the order of its table's columns."""
    return tuple(row[column.name] for column in table.columns)


def round_rows(process: Process) -> Sequence[Row]:
    """The rounds of a process as rows."""
    return [
        {
            **{n: getattr(r, n) for n in ("id", "process", "kind", "ordinal", "venue", "country")},
            **{n: getattr(r, n) for n in ("format", "status", "outcome")},
            "start_day": r.start,
            "end_day": r.end,
            "parties": " ".join(r.parties),
            "mediators": " ".join(r.mediators),
        }
        for r in process.rounds
    ]


def member_rows(process: Process) -> Sequence[Row]:
    """The events of a process, each once, with the round they are part of."""
    found: dict[str, str | None] = {e: r.id for r in process.rounds for e in r.events}
    for group in (process.proposals, process.positions, process.agreements):
        for one in group:
            for event in one.events:
                found.setdefault(event, None)
    return [{"process": process.id, "event": e, "round": r} for e, r in found.items()]
