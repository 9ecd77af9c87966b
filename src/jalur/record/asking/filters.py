"""Which events are wanted: wishes in words become conditions of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from jalur.knowledge.actors import STATE_CODE
from jalur.record import schema
from jalur.record.asking.texts import mentioning


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


MANY = 1_000
"""Wanted events from which on it is faster to go through the latest and look whether each is wanted
than to put all that are wanted in order (measured on 87,000 events)."""


def conditions(
    connection: Connection, wanted: Wanted, many: bool = False
) -> list[ColumnElement[bool]]:
    """What a wish means to the database; `many` if so many events are wanted that the latest are
    gone through.

    Only one way to the events is left open, since a database that knows no numbers of rows takes
    a slow one: by day if there are many, else by the ids of those that other tables name, else by
    what the events themselves say.
    """
    table = schema.events.c
    named = list(sets(connection, wanted))
    own = shut if many or named else bare
    day = shut if named and not many else bare
    found = [
        own(c) == v for c, v in ((table.type, wanted.type), (table.status, wanted.status)) if v
    ]
    if wanted.place:
        found.append(at(wanted.place, own))
    if wanted.since:
        found.append(day(table.sorted_day) >= wanted.since)
    if wanted.until:
        found.append(day(table.sorted_day) <= wanted.until)
    if wanted.min_independent > 1:
        found.append(own(table.n_independent) >= wanted.min_independent)
    return found + [of(query, many) for query in named]


Reading = Callable[[ColumnElement[Any]], ColumnElement[Any]]


def bare(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column that may be looked up in its index."""
    return column


def shut(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column that is only looked at in rows that were found otherwise."""
    return func.coalesce(column, None)


def of(query: Select[Any], many: bool) -> ColumnElement[bool]:
    """That an event is one of those that a query gives.

    If they are many, each event is looked up: in the query's table, which knows it by a key, or in
    the set of all that a query of several tables gives.
    """
    id_ = schema.events.c.id
    if not many:
        return id_.in_(query)
    (event,) = query.selected_columns
    if isinstance(query.get_final_froms()[0], Table):
        return query.where(event == id_).correlate(schema.events).exists()
    return shut(id_).in_(query)


def sets(connection: Connection, wanted: Wanted) -> Iterator[Select[Any]]:
    """The events that a wish names through other tables: a query for each of its words."""
    for side, code in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if code:
            yield taking_part(side, code)
    if wanted.disputed:
        yield select(schema.disputes.c.event)
    if wanted.process:
        own = schema.process_events.c
        yield select(own.event).where(own.process == wanted.process)
    if wanted.source:
        yield vouched(wanted.source)
    if wanted.outlet:
        yield told_by(wanted.outlet)
    if wanted.text:
        yield telling(mentioning(connection, wanted.text, wanted.since, wanted.until))


def at(place: str, reading: Reading = bare) -> ColumnElement[bool]:
    """That an event happened at a place of some name, or anywhere in a state by its code."""
    name, state = reading(schema.events.c.place), reading(schema.events.c.country)
    if len(place) == STATE_CODE and place.isupper():
        return state == place
    return or_(name == place, state == place.upper())


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
    reports = schema.reports.c
    return telling(select(reports.id).where(func.lower(reports.outlet) == outlet.lower()))


def telling(reports: Select[Any]) -> Select[Any]:
    """The events that some reports tell of."""
    claims, members = schema.claims.c, schema.memberships.c
    joined = select(members.event).join(schema.claims, claims.id == members.claim)
    return joined.where(claims.report.in_(reports))
