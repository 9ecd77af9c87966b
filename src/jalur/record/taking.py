"""A whole record in a fixed order, a part at a time, for whoever takes it away.

Pages are asked for by key ("after the last one seen"), so that a long record is never in memory
at once and no engine keeps a cursor open. Nothing here writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, select, tuple_

from jalur.history import Event, Process, Series
from jalur.record import schema
from jalur.record.asking import Told
from jalur.record.asking.claims import standing
from jalur.record.loading import AT_ONCE, among, by_hand
from jalur.record.packing import unpack


@dataclass(frozen=True, slots=True)
class Whole:
    """An event with all that hangs on it.

    `talks` are the processes it is part of, each with its round if it is of one; `harm` the series
    of numbers told with it; `judged` whether a person decided on one of its claims.
    """

    event: Event
    told: tuple[Told, ...]
    talks: tuple[tuple[str, str | None], ...]
    harm: tuple[Series, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A report without its text."""

    id: str
    language: str
    outlet: str | None
    published: str | None
    told: str
    title: str | None
    byline: str | None
    dateline: str | None
    url: str | None
    sha256: str
    version: str
    origin: str


def pages(
    connection: Connection, query: Select[Any], keys: Sequence[Column[Any]]
) -> Iterator[list[Row[Any]]]:
    """The rows of a query by ascending key, a page at a time; the keys are among its columns."""
    ordered = query.order_by(*keys).limit(AT_ONCE)
    page = list(connection.execute(ordered))
    while page:
        yield page
        if len(page) < AT_ONCE:
            return
        last = page[-1]._mapping
        after = tuple_(*keys) > tuple_(*(last[key] for key in keys))
        page = list(connection.execute(ordered.where(after)))


def events(connection: Connection) -> Iterator[Whole]:
    """Every event by id, with all that hangs on it."""
    table = schema.events.c
    judged = {c for j in by_hand(connection) for c in (*j.left, *j.right)}
    for page in pages(connection, select(table.id, table.json), [table.id]):
        found = [unpack(Event, row.json) for row in page]
        told = standing(connection, [c for e in found for c in e.claims], {})
        ids = [e.id for e in found]
        talks, harm = memberships(connection, ids), numbers(connection, ids)
        for one in found:
            yield Whole(
                one,
                tuple(told[c] for c in one.claims),
                tuple(sorted(talks[one.id], key=str)),
                tuple(harm[one.id]),
                not judged.isdisjoint(one.claims),
            )


def memberships(
    connection: Connection, events_: Sequence[str]
) -> dict[str, list[tuple[str, str | None]]]:
    """The processes and rounds that some events are part of."""
    table = schema.process_events
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for row in among(connection, select(table), table.c.event, events_):
        found[row.event].append((row.process, row.round))
    return found


def numbers(connection: Connection, events_: Sequence[str]) -> dict[str, list[Series]]:
    """The series of numbers told with some events."""
    table = schema.series
    found: dict[str, list[Series]] = defaultdict(list)
    query = select(table.c.event, table.c.json).order_by(table.c.id)
    for row in among(connection, query, table.c.event, events_):
        found[row.event].append(unpack(Series, row.json))
    return found


def heads(connection: Connection) -> Iterator[Head]:
    """Every report by id, without its text."""
    table, origins, coded = schema.reports.c, schema.origins.c, schema.coded.c
    names = ("language", "outlet", "published", "told", "title", "byline", "dateline", "url")
    query = (
        select(table.id, *(table[n] for n in names), table.sha256, coded.version, origins.origin)
        .join(schema.coded, coded.report == table.id)
        .outerjoin(schema.origins, origins.report == table.id)
    )
    for page in pages(connection, query, [table.id]):
        for row in page:
            yield Head(**{**row._mapping, "origin": row.origin or row.id})


def texts(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """The texts of some reports as read."""
    table = schema.reports.c
    rows = among(connection, select(table.id, table.text), schema.reports.c.id, reports)
    return {row.id: row.text for row in rows}


def codings(connection: Connection) -> Iterator[Row[Any]]:
    """Every report by id with its text, its coding and the version that coded it."""
    table, coded = schema.reports.c, schema.coded.c
    query = select(table.id, table.text, table.sha256, table.told, coded.version, coded.json).join(
        schema.coded, coded.report == table.id
    )
    for page in pages(connection, query, [table.id]):
        yield from page


def copies(connection: Connection) -> Iterator[Row[Any]]:
    """Every pair of reports that are one text."""
    table = schema.copies.c
    for page in pages(connection, select(schema.copies), [table.left_report, table.right_report]):
        yield from page


def pairs(connection: Connection) -> Iterator[Row[Any]]:
    """Every judgement of the program that two claims are of one happening."""
    table = schema.pairs.c
    for page in pages(connection, select(schema.pairs), [table.left_claim, table.right_claim]):
        yield from page


def processes(connection: Connection) -> Iterator[Process]:
    """Every process by id."""
    table = schema.processes.c
    for page in pages(connection, select(table.id, table.json), [table.id]):
        for row in page:
            yield unpack(Process, row.json)


def series(connection: Connection) -> Iterator[Series]:
    """Every series of numbers by id."""
    table = schema.series.c
    for page in pages(connection, select(table.id, table.json), [table.id]):
        for row in page:
            yield unpack(Series, row.json)


def latest(connection: Connection, most: int) -> list[str]:
    """The events last told of, the latest first, that have a moment."""
    table = schema.events.c
    query = select(table.id).where(table.last_told != "").limit(most)
    return [row.id for row in connection.execute(query.order_by(table.last_told.desc(), table.id))]
