"""What is known of each stretch of days before talks are read in it: who fights whom, and on which
days each talks went on for certain. Both decide which talks an event belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import Connection, delete, insert, select

from jalur import talks
from jalur.history import Event
from jalur.record import schema
from jalur.record.marks import STRETCH, stretch_of, within
from jalur.record.packing import pack, unpack
from jalur.talks import Pair

FEWEST_FIGHTS = 2
"""Attacks from which on two parties count as adversaries: one may be a misreading."""

REACH = -(-talks.ROUND_ABOUT // STRETCH)
"""Stretches before and after one whose certain days count for its events."""

Days = Mapping[str, list[int]]
"""The days on which each talks went on for certain."""


class Stretches(Protocol):
    """Whoever knows the events of a stretch."""

    def events(self, stretch: int) -> list[Event]:
        """The events of one stretch that talks are read from."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of one stretch: days by talks, attacks and help by pairs of codes."""

    certain: dict[str, list[int]]
    fights: dict[str, int]
    help: dict[str, int]


@dataclass(slots=True)
class Chart:
    """What is known of every stretch."""

    heads: dict[int, Head]
    foes: set[Pair] = field(default_factory=set)

    def adversaries(self) -> set[Pair]:
        """The pairs of codes that fight each other in this record, and not more often help."""
        fights, help_ = Counter[str](), Counter[str]()
        for head in self.heads.values():
            fights.update(head.fights)
            help_.update(head.help)
        found = (p.split() for p, n in fights.items() if n >= FEWEST_FIGHTS and n > help_[p])
        return {(a, b) for a, b in found}

    def days(self, stretch: int) -> Days:
        """The certain days of each talks that count for events of one stretch, in order."""
        found: dict[str, list[int]] = {}
        for near in range(stretch - REACH, stretch + REACH + 1):
            if near in self.heads:
                for track, days in self.heads[near].certain.items():
                    found.setdefault(track, []).extend(days)
        return found


def update(
    connection: Connection, changed: Collection[int], stretches: Stretches
) -> tuple[Chart, set[int]]:
    """Look at the stretches that changed: what is known now, and all stretches in which events
    may belong to other talks than before."""
    before = Chart(heads(connection))
    before.foes = before.adversaries()
    now = Chart(dict(before.heads))
    for stretch in changed:
        fights, help_ = acts(connection, stretch)
        now.heads[stretch] = Head({}, fights, help_)
    now.foes = now.adversaries()
    dirty = {*changed, *of_pairs(connection, now.foes ^ before.foes)}
    for stretch in dirty:
        found = talks.lively(stretches.events(stretch), now.foes)
        certain = {track: sorted(days) for track, days in found.items()}
        known = now.heads[stretch]
        now.heads[stretch] = Head(certain, known.fights, known.help)
    write(connection, {n: now.heads[n] for n in dirty})
    near = {m for n in dirty for m in range(n - REACH, n + REACH + 1)}
    beside = {m for m in near - dirty if m in now.heads and moved(m, before.days(m), now.days(m))}
    return now, dirty | beside


def moved(stretch: int, before: Days, now: Days) -> bool:
    """Whether other talks than before go on about some day of a stretch."""
    days = range(stretch * STRETCH, (stretch + 1) * STRETCH)
    return any(
        talks.near(day, before.get(track, ())) != talks.near(day, now.get(track, ()))
        for track in {*before, *now}
        if before.get(track) != now.get(track)
        for day in days
    )


def heads(connection: Connection) -> dict[int, Head]:
    """What was known of every stretch."""
    rows = connection.execute(select(schema.stretches))
    return {r.stretch: unpack(Head, r.json) for r in rows}


def write(connection: Connection, known: Mapping[int, Head]) -> None:
    """Keep what is known of some stretches; one of which nothing is known is no stretch."""
    table = schema.stretches
    connection.execute(delete(table).where(table.c.stretch.in_(sorted(known))))
    empty = Head({}, {}, {})
    rows = [{"stretch": n, "json": pack(h)} for n, h in sorted(known.items()) if h != empty]
    if rows:
        connection.execute(insert(table), rows)


def acts(connection: Connection, stretch: int) -> tuple[dict[str, int], dict[str, int]]:
    """How often each pair of codes is told to have fought and helped in one stretch."""
    table = schema.events.c
    query = select(table.type, table.actors, table.recipients).where(
        within(stretch),
        table.type.in_(sorted(talks.FIGHTS | talks.FRIENDLY)),
        table.status == "happened",
    )
    fights, help_ = Counter[str](), Counter[str]()
    for row in connection.execute(query):
        found = fights if row.type in talks.FIGHTS else help_
        found.update(pairs(row.actors.split(), row.recipients.split()))
    return dict(fights), dict(help_)


def pairs(actors: Iterable[str], recipients: Collection[str]) -> Iterable[str]:
    """Every actor with every recipient, as one word."""
    return (f"{min(a, b)} {max(a, b)}" for a in actors for b in recipients if a != b)


def of_pairs(connection: Connection, pairs_: Collection[Pair]) -> set[int]:
    """The stretches in which the two of a pair take part in one event."""
    people, events = schema.event_participants.c, schema.events.c
    found = set[int]()
    for a, b in pairs_:
        with_a = select(people.event).where(people.code == a)
        with_b = select(people.event).where(people.code == b)
        query = select(events.sorted_day).where(events.id.in_(with_a), events.id.in_(with_b))
        found |= {stretch_of(row.sorted_day) for row in connection.execute(query.distinct())}
    return found
