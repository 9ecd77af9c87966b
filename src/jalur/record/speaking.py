"""Who answers for how many events: counted up and down as events come and go."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, select, update

from jalur.record import schema
from jalur.record.loading import among, chunks

Key = tuple[str, str]
COUNTED = ("events", "confirmed", "alone", "relayed", "denied")


def count(connection: Connection, events: Collection[str], sign: int) -> None:
    """Add what some events say of their speakers, or with a sign of -1 take it away.

    Whoever is touched has no name until `name` gives one.
    """
    change = tally(connection, events)
    table = schema.speakers
    held = {
        (row.called, row.kind): row._mapping
        for row in among(connection, select(table), table.c.called, {c for c, _ in change})
    }
    rows = []
    for (called, kind), numbers in sorted(change.items()):
        before = held.get((called, kind))
        sums = {
            name: (before[name] if before else 0) + sign * n
            for name, n in zip(COUNTED, numbers, strict=True)
        }
        if before:
            own = (table.c.called == called) & (table.c.kind == kind)
            connection.execute(delete(table).where(own))
        if sums["events"]:
            rows.append({"called": called, "kind": kind, "code": None, "name": None, **sums})
    if rows:
        connection.execute(insert(table), rows)


def tally(connection: Connection, events: Collection[str]) -> dict[Key, list[int]]:
    """For each speaker of some events: how many these are, how many of them others confirm, how
    many it alone tells, came through another outlet, are denied by it."""
    table, members, own = schema.sources.c, schema.memberships.c, schema.events.c
    called = func.coalesce(table.code, table.name).label("called")

    def any_of(condition: Any, name: str) -> Any:
        return func.max(case((condition, 1), else_=0)).label(name)

    query = (
        select(
            called,
            table.kind,
            own.id,
            own.n_independent,
            any_of(table.via != "", "relayed"),
            any_of(table.stance == "denies", "denied"),
        )
        .join(schema.memberships, members.claim == table.claim)
        .join(schema.events, own.id == members.event)
        .where(called.is_not(None))
        .group_by(called, table.kind, own.id, own.n_independent)
    )
    found: dict[Key, list[int]] = {}
    for part in chunks(events):
        for row in connection.execute(query.where(own.id.in_(part))):
            numbers = found.setdefault((row.called, row.kind), [0] * len(COUNTED))
            alone = row.n_independent == 1
            for k, n in enumerate((1, not alone, alone, row.relayed, row.denied)):
                numbers[k] += int(n)
    return found


def name(connection: Connection) -> None:
    """Give every speaker that was touched its code, and the first of its names."""
    table, sources = schema.speakers, schema.sources.c
    unnamed = table.c.code.is_(None) & table.c.name.is_(None)
    for row in list(connection.execute(select(table.c.called, table.c.kind).where(unnamed))):
        coded = (sources.code == row.called) & (sources.kind == row.kind)
        bare = sources.code.is_(None) & (sources.name == row.called) & (sources.kind == row.kind)
        names = list(filter(None, (least(connection, coded), least(connection, bare))))
        has_code = connection.execute(select(sources.code).where(coded).limit(1)).scalar()
        own = (table.c.called == row.called) & (table.c.kind == row.kind)
        values: dict[str, str | None] = {"code": has_code, "name": min(names, default=None)}
        connection.execute(update(table).where(own).values(**values))


def least(connection: Connection, condition: Any) -> str | None:
    """The first of the names of some sources."""
    found: str | None = connection.execute(
        select(func.min(schema.sources.c.name)).where(condition)
    ).scalar()
    return found
