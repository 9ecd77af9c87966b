"""The claims of an event: where each stands, and why it was taken to be of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from jalur.history import Count, Event, Telling
from jalur.record import loading, schema
from jalur.record.packing import unpack


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with where it stands: its report, outlet, day, words and their characters."""

    telling: Telling
    url: str | None
    title: str | None
    sha256: str
    start: int
    end: int
    origin: str
    why: str


def claims(connection: Connection, event_: Event) -> list[Told]:
    """The claims of an event in the order of telling, each with why it was taken to be of it."""
    found = standing(connection, event_.claims, best_reasons(connection, event_.claims))
    return [found[c] for c in event_.claims]


def standing(
    connection: Connection, claims_: Collection[str], why: Mapping[str, str]
) -> dict[str, Told]:
    """Some claims by id, with where they stand and why they were taken to be of their events."""
    table, reports, origins = schema.claims, schema.reports.c, schema.origins.c
    query = (
        select(
            table.c.telling,
            table.c.char_start,
            table.c.char_end,
            reports.url,
            reports.title,
            reports.sha256,
            origins.origin,
        )
        .join(schema.reports, reports.id == table.c.report)
        .outerjoin(schema.origins, origins.report == table.c.report)
    )
    rows = loading.among(connection, query, table.c.id, claims_)
    return {one.telling.id: one for one in (told(row, why) for row in rows)}


def told(row: Row[Any], why: Mapping[str, str]) -> Told:
    """One claim of an event."""
    one = unpack(Telling, row.telling)
    return Told(
        one,
        row.url,
        row.title,
        row.sha256,
        row.char_start,
        row.char_end,
        row.origin or one.report,
        why.get(one.id, ""),
    )


def best_reasons(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """For each claim, the strongest judgement that it is of one happening with another."""
    table, members = schema.pairs.c, set(ids)
    best: dict[str, tuple[float, str]] = {}
    for part in loading.chunks(members):
        query = select(schema.pairs).where(table.left_claim.in_(part))
        for row in connection.execute(query):
            if row.right_claim in members:
                for one in (row.left_claim, row.right_claim):
                    best[one] = max(best.get(one, (0.0, "")), (row.score, row.why))
    return {claim: f"{score:.2f}: {why}" for claim, (score, why) in best.items()}


def counts(connection: Connection, event_: Event) -> list[Count]:
    """The numbers told with an event."""
    found = loading.counts_of(connection, event_.claims)
    return [c for claim in event_.claims for c in found.get(claim, ())]


def quotes(connection: Connection) -> dict[str, str]:
    """The words of every claim."""
    table = schema.claims.c
    return {row.id: row.quote for row in connection.execute(select(table.id, table.quote))}
