"""Questions of the pages: each answered in bounded time, and a broken row costs only itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from jalur.history import Event, Process, Proposal, Round
from jalur.model import JalurError
from jalur.record import asking, loading, schema
from jalur.record.asking import Wanted
from jalur.record.asking.events import found
from jalur.record.asking.filters import conditions
from jalur.record.packing import unpack

T = TypeVar("T")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row whose value cannot be read; it is shown as such in its place."""

    id: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of the wanted events, `total` in all, these from `offset` on."""

    events: tuple[Event | Unreadable, ...]
    total: int
    offset: int

    @property
    def whole(self) -> list[Event]:
        """The events that could be read."""
        return [e for e in self.events if isinstance(e, Event)]


def read(kind: type[T], id_: str, packed: str) -> T | Unreadable:
    """A value, or that it cannot be read."""
    try:
        return unpack(kind, packed)
    except JalurError:
        return Unreadable(id_)


def events(
    connection: Connection,
    wanted: Wanted,
    limit: int,
    offset: int = 0,
    more: Sequence[Select[Any]] = (),
    total: int | None = None,
) -> Listed:
    """The wanted events, the latest day first; `more` are queries for events of which they are to
    be as well. They are counted unless the caller knows their `total` already."""
    rows, total = found(connection, wanted, limit, offset, more, total)
    return Listed(tuple(read(Event, r.id, r.json) for r in rows), total, offset)


FACETS = ("type", "status", "country", "year")


def facets(connection: Connection, wanted: Wanted) -> dict[str, Counter[str]]:
    """How many of the wanted events there are of each type, status, state and year."""
    table = schema.events.c
    by = (table.type, table.status, table.country, func.substr(table.sorted_day, 1, 4))
    where = conditions(connection, wanted)
    rows = connection.execute(select(*by, func.count()).where(*where).group_by(*by))
    counted: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for *values, number in rows:
        for name, value in zip(FACETS, values, strict=True):
            if value:
                counted[name][value] += number
    return counted


def months(connection: Connection, wanted: Wanted) -> dict[str, int]:
    """How many of the wanted events each month has; "" stands for no day at all."""
    month = func.substr(schema.events.c.sorted_day, 1, 7)
    where = conditions(connection, wanted)
    query = select(month, func.count()).where(*where).group_by(month).order_by(month)
    return {row[0]: row[1] for row in connection.execute(query)}


def ends(connection: Connection) -> tuple[str | None, str | None]:
    """The first and the last moment at which a report of the record was published."""
    told = schema.reports.c.told
    first, last = connection.execute(
        select(func.min(func.nullif(told, "")), func.max(func.nullif(told, "")))
    ).one()
    return first, last


def memberships(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The process of each event that is part of one."""
    table = schema.process_events
    rows = loading.among(connection, select(table), table.c.event, ids)
    return {row.event: row.process for row in rows}


def events_of_claims(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The event that each claim is part of."""
    table = schema.memberships
    return {
        r.claim: r.event for r in loading.among(connection, select(table), table.c.claim, claims)
    }


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it is kept: what is known of it, its text, its coding (None: unreadable)."""

    id: str
    name: str | None
    language: str
    outlet: str | None
    told: str
    title: str | None
    url: str | None
    text: str
    sha256: str
    added: str
    coded: Json | None


def report(connection: Connection, wanted: str) -> Kept | None:
    """One report with its coding; None if there is none of that id."""
    table, kept = schema.reports, schema.coded
    query = select(table, kept.c.json).outerjoin(kept, kept.c.report == table.c.id)
    row = connection.execute(query.where(table.c.id == wanted)).one_or_none()
    if row is None:
        return None
    coded = read(dict[str, Any], wanted, row.json or "")
    return Kept(
        *(row.id, row.name, row.language, row.outlet, row.told, row.title, row.url, row.text),
        *(row.sha256, row.added, None if isinstance(coded, Unreadable) else coded),
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that has the same text as another, or a translation of it."""

    report: str
    kind: str
    share: float
    outlet: str | None
    told: str
    title: str | None


def copies(connection: Connection, wanted: str, most: int = 50) -> list[Copy]:
    """The reports that are copies of one, or that it copies; the first told first."""
    table, reports = schema.copies.c, schema.reports.c
    found = []
    for mine, other in (
        (table.left_report, table.right_report),
        (table.right_report, table.left_report),
    ):
        query = (
            select(other.label("report"), table.kind, table.share)
            .add_columns(reports.outlet, reports.told, reports.title)
            .join(schema.reports, reports.id == other)
            .where(mine == wanted)
            .limit(most)
        )
        found += [Copy(*row) for row in connection.execute(query)]
    return sorted(found, key=lambda c: (c.told, c.report))


def kin(connection: Connection, event: Event, most: int = 8) -> list[tuple[Event, float]]:
    """Other events that were compared with this one and nearly taken for the same."""
    table, members = schema.pairs.c, schema.memberships.c
    best: dict[str, float] = {}
    for mine, other in (
        (table.left_claim, table.right_claim),
        (table.right_claim, table.left_claim),
    ):
        query = (
            select(members.event, func.max(table.score))
            .join(schema.memberships, members.claim == other)
            .where(mine.in_(event.claims[: loading.AT_ONCE]), members.event != event.id)
            .group_by(members.event)
        )
        for id_, score in connection.execute(query):
            best[id_] = max(score, best.get(id_, 0.0))
    first = sorted(best, key=lambda i: (-best[i], i))[:most]
    found = asking.some_events(connection, first)
    return [(found[i], best[i]) for i in first if i in found]


def process_of_round(connection: Connection, wanted: str) -> tuple[Process, Round] | None:
    """A round with the talks that it is part of."""
    table = schema.rounds.c
    row = connection.execute(select(table.process).where(table.id == wanted)).one_or_none()
    if row is None:
        return None
    process = asking.process(connection, row.process)
    one = next((r for r in process.rounds if r.id == wanted), None)
    return (process, one) if one else None


def process_of_proposal(connection: Connection, wanted: str) -> tuple[Process, Proposal] | None:
    """A proposal with the talks that it is part of."""
    table = schema.processes.c
    query = select(table.id, table.json).where(table.json.contains(wanted, autoescape=True))
    for row in connection.execute(query):
        process = read(Process, row.id, row.json)
        if isinstance(process, Process):
            for one in process.proposals:
                if one.id == wanted:
                    return process, one
    return None


def processes(connection: Connection) -> list[Process | Unreadable]:
    """All talks, the most lately active first."""
    table = schema.processes.c
    order = (table.last_day.is_(None), table.last_day.desc(), table.id)
    rows = connection.execute(select(table.id, table.json).order_by(*order))
    return [read(Process, r.id, r.json) for r in rows]
