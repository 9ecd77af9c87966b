"""Derives from all events of a record: the talks, the series of numbers, who answers for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from jalur import linking, talks
from jalur.history import Count, Event, Process, Series
from jalur.record import schema
from jalur.record.packing import pack, unpack

WHOLE = (schema.process_events, schema.rounds, schema.processes, schema.series, schema.speakers)
"""Tables that are written anew whenever anything changed."""

FEWEST_FIGHTS = 2
"""Attacks from which on two parties count as adversaries: one may be a misreading."""


def derive_talks(connection: Connection) -> None:
    """Write everything anew that is told of the record as a whole."""
    for table in WHOLE:
        connection.execute(delete(table))
    found = talks.processes(events(connection), foes(connection), last_day(connection))
    write_processes(connection, found)
    write_series(connection, series(connection))
    write_speakers(connection)


def events(connection: Connection) -> list[Event]:
    """The events that talks are read from, in a fixed order."""
    table = schema.events
    query = select(table.c.json).where(table.c.type.in_(sorted(talks.TELLING))).order_by(table.c.id)
    return [unpack(Event, row.json) for row in connection.execute(query)]


def foes(connection: Connection) -> set[tuple[str, str]]:
    """The pairs of codes that fight each other in this record, and not more often help."""
    fights, help_ = acts(connection, talks.FIGHTS), acts(connection, talks.FRIENDLY)
    return {pair for pair, n in fights.items() if n >= FEWEST_FIGHTS and n > help_[pair]}


def acts(connection: Connection, types: Collection[str]) -> Counter[tuple[str, str]]:
    """How often each pair of codes is told to have done something of some types."""
    table = schema.events
    query = select(table.c.actors, table.c.recipients).where(
        table.c.type.in_(sorted(types)), table.c.status == "happened"
    )
    found = Counter[tuple[str, str]]()
    for row in connection.execute(query):
        for a in row.actors.split():
            found.update((min(a, b), max(a, b)) for b in row.recipients.split() if a != b)
    return found


def last_day(connection: Connection) -> str | None:
    """The last day on which a report of the record was published."""
    told: str | None = connection.execute(select(func.max(schema.reports.c.told))).scalar()
    return told[:10] if told else None


def write_processes(connection: Connection, found: tuple[Process, ...]) -> None:
    """Write processes with their rounds and events."""
    if not found:
        return
    connection.execute(insert(schema.processes), [process_row(p) for p in found])
    connection.execute(insert(schema.rounds), [row for p in found for row in round_rows(p)])
    connection.execute(
        insert(schema.process_events), [row for p in found for row in member_rows(p)]
    )


def process_row(process: Process) -> dict[str, object]:
    """One process as a row."""
    return {
        "id": process.id,
        "name": process.name,
        "state": process.state,
        "since": process.since,
        "last_day": process.last,
        "json": pack(process),
    }


def round_rows(process: Process) -> list[dict[str, object]]:
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


def member_rows(process: Process) -> list[dict[str, object]]:
    """The events of a process, each once, with the round they are part of."""
    found: dict[str, str | None] = {e: r.id for r in process.rounds for e in r.events}
    for group in (process.proposals, process.positions, process.agreements):
        for one in group:
            for event in one.events:
                found.setdefault(event, None)
    return [{"process": process.id, "event": e, "round": r} for e, r in found.items()]


def series(connection: Connection) -> tuple[Series, ...]:
    """The series of numbers of the whole record."""
    tolls, reports, members = schema.tolls, schema.reports, schema.memberships
    query = (
        select(tolls.c.json, reports.c.told, reports.c.outlet, members.c.event)
        .join(reports, reports.c.id == tolls.c.report)
        .outerjoin(members, members.c.claim == tolls.c.claim)
        .order_by(tolls.c.id)
    )
    told, event_of = [], {}
    for row in connection.execute(query):
        count = unpack(Count, row.json)
        told.append((row.told, row.outlet, count))
        event_of[count.id] = row.event
    return linking.tolls.series(told, event_of)


def write_series(connection: Connection, found: tuple[Series, ...]) -> None:
    """Write series."""
    rows = [
        {
            **{n: getattr(s, n) for n in ("id", "kind", "victims", "place", "since", "event")},
            "doer": s.by,
            "disputed": int(any(p.disputed for p in s.points)),
            "last_day": max(p.day for p in s.points) or None,
            "json": pack(s),
        }
        for s in found
    ]
    if rows:
        connection.execute(insert(schema.series), rows)


def write_speakers(connection: Connection) -> None:
    """Write for how many events each source answers, how many of them others confirm, how many
    it alone tells, and how often it comes through another outlet."""
    table, members, own = schema.sources.c, schema.memberships.c, schema.events.c
    called = func.coalesce(table.code, table.name)

    def counted(condition: Any) -> Any:
        return func.count(func.distinct(members.event)).filter(condition)

    query = (
        select(
            called,
            table.kind,
            func.max(table.code),
            func.min(table.name),
            func.count(func.distinct(members.event)),
            counted(own.n_independent > 1),
            counted(own.n_independent == 1),
            counted(table.via != ""),
            counted(table.stance == "denies"),
        )
        .join(schema.memberships, members.claim == table.claim)
        .join(schema.events, own.id == members.event)
        .where(called.is_not(None))
        .group_by(called, table.kind)
    )
    connection.execute(
        insert(schema.speakers).from_select([c.name for c in schema.speakers.c], query)
    )
