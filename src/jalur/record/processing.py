"""Writes the processes that the stretches of a record make, as far as they changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from jalur.history import Process
from jalur.record import schema
from jalur.record.packing import pack, unpack
from jalur.record.schema import passages
from jalur.talks import Course, Made

Row = dict[str, object]


def write_processes(connection: Connection, touched: Collection[str]) -> None:
    """Write the processes that changed, and all when the record's last day did, on which it
    depends how talks stand."""
    as_of = last_day(connection)
    table = schema.processes.c
    known = {r.id: r.as_of for r in connection.execute(select(table.id, table.as_of))}
    late = {track for track, day in known.items() if day != as_of}
    for track in sorted({*touched, *late}):
        process = process_of(connection, track, as_of)
        if process is None:
            take_away(connection, track)
            continue
        put(connection, process, as_of, new=track not in known)
        if track in touched:
            replace(connection, schema.rounds, track, round_rows(process))
            replace(connection, schema.process_events, track, member_rows(process))


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


def take_away(connection: Connection, track: str) -> None:
    """Delete a process with everything that hangs on it."""
    for table in (schema.process_events, schema.rounds):
        connection.execute(delete(table).where(table.c.process == track))
    connection.execute(delete(schema.processes).where(schema.processes.c.id == track))


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


def replace(connection: Connection, table: Table, process: str, rows: Iterable[Row]) -> None:
    """Make the rows of one process what they are to be; those that are so already stay."""
    names = [c.name for c in table.columns]
    keys = [c.name for c in table.primary_key]
    wanted = {tuple(row[n] for n in names) for row in rows}
    query = select(table).where(table.c.process == process)
    held = {tuple(row._mapping[n] for n in names) for row in connection.execute(query)}
    for gone in sorted(held - wanted, key=str):
        row = dict(zip(names, gone, strict=True))
        connection.execute(delete(table).where(*(table.c[k] == row[k] for k in keys)))
    if fresh := [dict(zip(names, row, strict=True)) for row in sorted(wanted - held, key=str)]:
        connection.execute(insert(table), fresh)


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
