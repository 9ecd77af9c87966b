"""Counts over a whole record for its lists of places, actors and changes; kept by who asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from sqlalchemy import Connection, Select, and_, false, func, or_, select

from jalur.history import Event, Process, Series
from jalur.record import browsing, loading, schema
from jalur.record.asking import News, Wanted
from jalur.record.asking.filters import Reading, bare, conditions, shut
from jalur.record.asking.news import news as news_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how many events happened there, how many of them talks, how many violent."""

    place: str
    country: str | None
    latitude: float
    longitude: float
    events: int
    talks: int
    violent: int


def spots(connection: Connection, wanted: Wanted, most: int) -> list[Spot]:
    """The places of the wanted events, those with most events first."""
    table = schema.events.c
    number = func.count()
    query = (
        select(
            table.place,
            func.max(table.country),
            func.avg(table.latitude),
            func.avg(table.longitude),
            number,
            number.filter(table.type == "CONSULT"),
            number.filter(table.type == "ASSAULT"),
        )
        .where(table.latitude.is_not(None), table.place.is_not(None))
        .where(*conditions(connection, wanted))
        .group_by(table.place, func.round(table.latitude), func.round(table.longitude))
        .order_by(number.desc(), table.place)
        .limit(most)
    )
    return [Spot(*row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody who takes part in events: in how many on each side."""

    code: str
    acts: int
    bears: int


def doers(connection: Connection, most: int, offset: int = 0) -> list[Doer]:
    """Everybody who takes part, those in most events first."""
    table = schema.event_participants.c
    number = func.count()
    query = (
        select(
            table.code,
            number.filter(table.side == "actor"),
            number.filter(table.side == "recipient"),
        )
        .group_by(table.code)
        .order_by(number.desc(), table.code)
        .limit(most)
        .offset(offset)
    )
    return [Doer(*row) for row in connection.execute(query)]


def doings(connection: Connection, code: str) -> dict[str, tuple[int, int]]:
    """How many events of each type somebody does, and bears."""
    table, taking = schema.events.c, schema.event_participants.c
    number = func.count()
    query = (
        select(
            table.type,
            number.filter(taking.side == "actor"),
            number.filter(taking.side == "recipient"),
        )
        .join(schema.event_participants, taking.event == table.id)
        .where(taking.code == code)
        .group_by(table.type)
    )
    return {type_: (acts, bears) for type_, acts, bears in connection.execute(query)}


def opposite(connection: Connection, code: str, most: int) -> list[tuple[str, int]]:
    """With whom somebody has most to do."""
    mine, other = schema.event_participants.alias("mine"), schema.event_participants.alias("other")
    number = func.count(func.distinct(other.c.event))
    query = (
        select(other.c.code, number)
        .join(mine, mine.c.event == other.c.event)
        .where(mine.c.code == code, other.c.code != code)
        .group_by(other.c.code)
        .order_by(number.desc(), other.c.code)
        .limit(most)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def answers(connection: Connection, code: str, most: int) -> list[tuple[str, str, int]]:
    """Who speaks for somebody: name, kind of source, number of claims."""
    table = schema.sources.c
    number = func.count()
    query = (
        select(table.name, func.min(table.kind), number)
        .where(table.code == code, table.name.is_not(None))
        .group_by(table.name)
        .order_by(number.desc(), table.name)
        .limit(most)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def news(connection: Connection, since: str, most: int) -> list[News]:
    """What changed since a moment, the latest first; at most as many events are looked at."""
    table = schema.events.c
    query = (
        select(table.id, table.json)
        .where(table.last_told >= since)
        .order_by(table.last_told.desc(), table.id.desc())
        .limit(most)
    )
    rows = [(r.id, r.json) for r in connection.execute(query)]
    found = [browsing.read(Event, id_, packed) for id_, packed in rows]
    each = (news_of(connection, e, since) for e in found if isinstance(e, Event))
    return [n for n in each if n]


def opposed(process: Process, reading: Reading = bare) -> Select[Any]:
    """The events that are what one side of some talks does to another."""
    taking = schema.event_participants
    acts, bears = taking.alias("acts"), taking.alias("bears")
    either = [
        and_(reading(acts.c.code).in_(acting), reading(bears.c.code).in_(bearing))
        for acting, bearing in permutations(process.sides, 2)
    ]
    return (
        select(acts.c.event)
        .join(bears, bears.c.event == acts.c.event)
        .where(acts.c.side == "actor", bears.c.side == "recipient", or_(false(), *either))
    )


def between(
    connection: Connection,
    process: Process,
    types: Iterable[str],
    days: tuple[str, str],
    limit: int,
) -> list[Event]:
    """What one side of some talks does to another in some days: the earliest first."""
    table = schema.events
    opposing = opposed(process, shut)
    (event,) = opposing.selected_columns
    here = opposing.where(event == table.c.id).correlate(table)
    query = (
        select(table.c.id, table.c.json)
        .where(table.c.type.in_(list(types)), table.c.sorted_day >= days[0])
        .where(table.c.sorted_day <= days[1])
        .where(table.c.status != "denied", here.exists())
        .order_by(table.c.sorted_day, table.c.id)
        .limit(limit)
    )
    found = (browsing.read(Event, r.id, r.json) for r in connection.execute(query))
    return [e for e in found if isinstance(e, Event)]


def series(
    connection: Connection, disputed: bool, events: Collection[str], limit: int, offset: int = 0
) -> tuple[list[Series | browsing.Unreadable], int]:
    """Series of numbers, the disputed and the longest first; of some events if any are given."""
    table = schema.series.c
    where = [table.id == table.id]
    if disputed:
        where.append(table.disputed > 0)
    if events:
        where.append(table.event.in_(sorted(events)[: loading.AT_ONCE * 4]))
    total = connection.execute(select(func.count(table.id)).where(*where)).scalar_one()
    order = (table.disputed.desc(), func.length(table.json).desc(), table.id)
    query = select(table.id, table.json).where(*where).order_by(*order)
    rows = connection.execute(query.limit(limit).offset(offset))
    return [browsing.read(Series, r.id, r.json) for r in rows], total
