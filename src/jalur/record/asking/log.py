"""The record about itself: its size, its copies, who judged what, what failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from jalur.history import Judgement
from jalur.linking import components
from jalur.model import JalurError
from jalur.record import loading, schema


@dataclass(frozen=True, slots=True)
class Size:
    """How much a record holds."""

    reports: int
    outlets: int
    claims: int
    events: int
    processes: int
    disputes: int
    failures: int
    first: str | None
    last: str | None


def size(connection: Connection) -> Size:
    """How much a record holds, and from which days."""

    def count(column: Any) -> int:
        return int(connection.execute(select(func.count(column))).scalar_one())

    reports = schema.reports.c
    days = select(func.min(func.nullif(reports.told, "")), func.max(reports.told))
    first, last = connection.execute(days).one()
    return Size(
        count(reports.id),
        count(func.distinct(reports.outlet)),
        count(schema.claims.c.id),
        count(schema.events.c.id),
        count(schema.processes.c.id),
        count(func.distinct(schema.disputes.c.event)),
        count(schema.failures.c.id),
        first[:10] if first else None,
        last[:10] if last else None,
    )


def copied(connection: Connection) -> int:
    """How many reports are copies or translations of an earlier one."""
    links = {(r.left_report, r.right_report) for r in connection.execute(select(schema.copies))}
    groups = components({i for link in links for i in link}, links)
    return sum(len(g) - 1 for g in groups)


def judgement(connection: Connection, wanted: str) -> Judgement:
    """A person's judgement that stands. Raises JalurError if there is none of that id."""
    for one in loading.by_hand(connection):
        if one.id == wanted:
            return one
    raise JalurError(f"no judgement {wanted} stands in this record; `jalur judgements` lists them")


def judgements(connection: Connection) -> list[Judgement]:
    """The judgements of persons that stand, the oldest first."""
    return loading.by_hand(connection)


def failures(connection: Connection) -> list[tuple[str, str, str]]:
    """What could not be read: moment, path, reason."""
    table = schema.failures
    query = select(table.c.at, table.c.path, table.c.reason).order_by(table.c.at, table.c.path)
    return [(row.at, row.path, row.reason) for row in connection.execute(query)]
