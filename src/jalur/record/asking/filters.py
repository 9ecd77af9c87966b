"""Which events are wanted: wishes in words become conditions of a query."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from jalur.knowledge.terms import asked, folded
from jalur.record import schema


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted; None or "" asks for nothing. Days are ISO 8601.

    `actor` and `recipient` are codes, `place` a name or a state's code, `source` a code or part of
    a name, `text` words that a telling report has in any language.
    """

    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    status: str | None = None
    process: str | None = None
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    min_independent: int = 1
    text: str | None = None
    disputed: bool = False


def conditions(connection: Connection, wanted: Wanted) -> list[Any]:
    """What a wish means to the database."""
    table = schema.events.c
    found: list[Any] = [table.id == table.id]
    plain = ((table.type, wanted.type), (table.status, wanted.status))
    found += [column == value for column, value in plain if value]
    for side, code in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if code:
            found.append(table.id.in_(taking_part(side, code)))
    if wanted.place:
        found.append(or_(table.place == wanted.place, table.country == wanted.place.upper()))
    if wanted.since:
        found.append(table.sorted_day >= wanted.since)
    if wanted.until:
        found.append(table.sorted_day <= wanted.until)
    if wanted.min_independent > 1:
        found.append(table.n_independent >= wanted.min_independent)
    if wanted.disputed:
        found.append(table.disputed > 0)
    if wanted.process:
        own = schema.process_events.c
        found.append(table.id.in_(select(own.event).where(own.process == wanted.process)))
    if wanted.source:
        found.append(table.id.in_(vouched(wanted.source)))
    if wanted.outlet:
        found.append(table.id.in_(told_by(wanted.outlet)))
    if wanted.text:
        found.append(table.id.in_(telling(searched(connection, wanted.text))))
    return found


def taking_part(side: str, code: str) -> Select[Any]:
    """The events in which somebody takes part on one side."""
    table = schema.event_participants.c
    return select(table.event).where(table.side == side, table.code == code.upper())


def vouched(source: str) -> Select[Any]:
    """The events for which a source answers, by code or by part of its name."""
    table, members = schema.sources.c, schema.memberships.c
    named = or_(table.code == source.upper(), func.lower(table.name).contains(source.lower()))
    return select(members.event).join(schema.sources, table.claim == members.claim).where(named)


def told_by(outlet: str) -> Select[Any]:
    """The events that an outlet tells of."""
    claims, members, reports = schema.claims.c, schema.memberships.c, schema.reports.c
    return (
        select(members.event)
        .join(schema.claims, claims.id == members.claim)
        .join(schema.reports, reports.id == claims.report)
        .where(func.lower(reports.outlet) == outlet.lower())
    )


def telling(reports: Collection[str]) -> Select[Any]:
    """The events that some reports tell of."""
    claims, members = schema.claims.c, schema.memberships.c
    joined = select(members.event).join(schema.claims, claims.id == members.claim)
    return joined.where(claims.report.in_(sorted(reports)))


MOST_FOUND = 5_000
"""Reports that a search takes up, the best first: more than anybody reads."""


def searched(connection: Connection, words: str, most: int = MOST_FOUND) -> list[str]:
    """The reports that have every one of some words, in any form; the best first."""
    groups = [sorted(asked(word)) for word in folded(words)]
    if not groups:
        return []
    if connection.dialect.name == "sqlite":
        query = "SELECT report FROM searchable WHERE terms MATCH :q ORDER BY rank, report LIMIT :n"
        match = " AND ".join("(" + " OR ".join(f'"{s}"' for s in group) + ")" for group in groups)
    else:
        query = (
            "SELECT report FROM searchable WHERE terms @@ to_tsquery('simple', :q)"
            " ORDER BY ts_rank(terms, to_tsquery('simple', :q)) DESC, report LIMIT :n"
        )
        match = " & ".join("(" + " | ".join(f"'{s}'" for s in group) + ")" for group in groups)
    return [row.report for row in connection.execute(text(query), {"q": match, "n": most})]
