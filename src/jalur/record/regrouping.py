"""Derives the events of the claims that were noted, and writes those that changed.

Groups are joined the best pair first, and whether two join depends on nothing but these two. So
only the groups that changed are joined anew, beside those next to them; when one of these does not
come out as it was, those next to it are looked at as well. The outcome is the same as if all was
derived at once, whatever order the reports came in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from jalur import linking
from jalur.history import Event, Judgement, Telling
from jalur.record import loading, marks, schema, speaking
from jalur.record.derive import Pairs
from jalur.record.loading import Tellings, among
from jalur.record.packing import pack

TOGETHER = 2_000
"""Noted claims whose events are derived in one go."""

Groups = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hands:
    """The judgements of persons, and for each judged claim those that it is judged with."""

    all: Sequence[Judgement]
    beside: Mapping[str, set[str]]


@dataclass(slots=True)
class Region:
    """The claims that are grouped together: all of each event, `events` by claim as they were.

    `waiting` are noted claims without an event whose turn has not come.
    """

    waiting: Collection[str]
    claims: set[str] = field(default_factory=set)
    pairs: Pairs = field(default_factory=dict)
    events: dict[str, frozenset[str]] = field(default_factory=dict)

    def open(self, connection: Connection, claims: Collection[str], hands: Hands) -> set[str]:
        """Take in claims with the rest of their events; those that are judged with any of them."""
        table = schema.memberships
        found = {r.event for r in among(connection, select(table), table.c.claim, claims)}
        members: dict[str, set[str]] = {}
        for row in among(connection, select(table), table.c.event, found):
            members.setdefault(row.event, set()).add(row.claim)
        self.events.update({c: frozenset(m) for m in members.values() for c in m})
        fresh = ({*claims} | {c for m in members.values() for c in m}) - self.claims
        self.claims |= fresh
        pairs = loading.same_pairs(connection, fresh)
        self.pairs.update(pairs)
        beside = {c for pair in pairs for c in pair}
        beside |= {other for c in fresh for other in hands.beside.get(c, ())}
        return beside - self.claims - set(self.waiting)

    def groups(self, tellings: Mapping[str, Telling], hands: Hands) -> Groups:
        """The groups that the claims make."""
        inside = [(pair, s) for pair, s in self.pairs.items() if self.claims.issuperset(pair)]
        judged = [Judgement((a,), (b,), "same", s, "jalur", "") for (a, b), s in inside]
        return linking.clusters(tellings, [*judged, *hands.all])


def regroup(connection: Connection, known: Tellings) -> None:
    """Derive the events of all noted claims and of those whose events change with them.

    Some weeks of claims at a time, so that memory does not grow with the record.
    """
    all_ = loading.by_hand(connection)
    hands = Hands(all_, near(hand_links(all_)))
    noted = loading.noted(connection)
    order = list(noted)
    table = schema.memberships
    held = {r.claim for r in among(connection, select(table.c.claim), table.c.claim, noted)}
    waiting = set(order) - held
    for start in range(0, len(order), TOGETHER):
        some = order[start : start + TOGETHER]
        waiting.difference_update(some)
        regroup_some(
            connection, some, {c for c in some if noted[c]}, Region(waiting), (hands, known)
        )
    connection.execute(delete(schema.pending))


def regroup_some(
    connection: Connection,
    some: Collection[str],
    moved: Collection[str],
    region: Region,
    beside: tuple[Hands, Tellings],
) -> None:
    """Derive the events of some claims and of those whose events change with them."""
    hands, known = beside
    border = region.open(connection, some, hands)
    changed = set(region.claims)
    while True:
        region.open(connection, border, hands)
        tellings = known.get(connection, region.claims)
        groups = region.groups(tellings, hands)
        own = {c: frozenset(g) for g in groups for c in g}
        other = {c for c in region.claims - changed if own[c] != region.events.get(c)}
        if not other:
            break
        changed |= other
        border = edge(connection, other, region, hands)
    rewrite(connection, groups, tellings, moved)


def edge(connection: Connection, claims: Collection[str], region: Region, hands: Hands) -> set[str]:
    """The claims outside a region that are judged with some claims in it."""
    found = {c for pair in loading.same_pairs(connection, claims) for c in pair}
    found |= {other for c in claims for other in hands.beside.get(c, ())}
    return found - region.claims - set(region.waiting)


def near(links: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each linked claim those that it is linked with."""
    found: dict[str, set[str]] = {}
    for a, b in links:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


def hand_links(hands: Iterable[Judgement]) -> set[tuple[str, str]]:
    """The links that judgements of persons make between claims."""
    return {(a, b) for j in hands for a in j.left for b in j.right}


def rewrite(
    connection: Connection,
    groups: Sequence[tuple[str, ...]],
    tellings: dict[str, Telling],
    moved: Collection[str],
) -> None:
    """Write the events of some groups; those that are as they were stay untouched."""
    table = schema.memberships
    before: dict[str, set[str]] = {}
    for row in among(connection, select(table), table.c.claim, tellings):
        before.setdefault(row.event, set()).add(row.claim)
    wanted = {frozenset(g): g for g in groups}
    kept = {frozenset(m) for m in before.values() if not m & set(moved)} & wanted.keys()
    drop(connection, {e for e, members in before.items() if frozenset(members) not in kept})
    anew = [g for members, g in wanted.items() if members not in kept]
    write(connection, accounts(connection, anew, tellings))


def accounts(
    connection: Connection, groups: Sequence[tuple[str, ...]], tellings: dict[str, Telling]
) -> list[Event]:
    """The events of some groups."""
    members = {m for g in groups for m in g}
    counts = loading.counts_of(connection, members)
    table = schema.origins
    reports = {tellings[m].report for m in members}
    origins = {
        r.report: r.origin for r in among(connection, select(table), table.c.report, reports)
    }
    return [
        linking.account(
            [tellings[m] for m in group],
            [(tellings[m], c) for m in group for c in counts.get(m, ())],
            origins,
        )
        for group in groups
    ]


def drop(connection: Connection, events: Collection[str]) -> None:
    """Take events away with everything that hangs on them."""
    speaking.count(connection, events, -1)
    marks.changed(connection, events)
    tables = (schema.process_events, schema.disputes, schema.event_participants, schema.memberships)
    for part in loading.chunks(events):
        for table in tables:
            connection.execute(delete(table).where(table.c.event.in_(part)))
        connection.execute(delete(schema.events).where(schema.events.c.id.in_(part)))


def write(connection: Connection, events: Sequence[Event]) -> None:
    """Write events with their participants, members and disputes."""
    if not events:
        return
    connection.execute(insert(schema.events), [event_row(e) for e in events])
    members = [{"claim": c, "event": e.id} for e in events for c in e.claims]
    connection.execute(insert(schema.memberships), members)
    people = [
        {"event": e.id, "side": side, "code": p.code, "name": p.name, "role": p.role}
        for e in events
        for side, all_ in (("actor", e.actors), ("recipient", e.recipients))
        for p in all_
    ]
    if people:
        connection.execute(insert(schema.event_participants), people)
    if rows := [row for e in events for row in dispute_rows(e)]:
        connection.execute(insert(schema.disputes), rows)
    written = [e.id for e in events]
    speaking.count(connection, written, 1)
    marks.changed(connection, written)


def event_row(event: Event) -> dict[str, object]:
    """One event as a row."""
    return {
        **{n: getattr(event, n) for n in ("id", "type", "mode", "status", "place", "country")},
        **{n: getattr(event, n) for n in ("latitude", "longitude", "format", "quote")},
        "start_day": event.start,
        "end_day": event.end,
        "issues": " ".join(event.issues),
        "actors": " ".join(p.code for p in event.actors),
        "recipients": " ".join(p.code for p in event.recipients),
        "n_reports": event.reports,
        "n_outlets": event.outlets,
        "n_independent": event.independent,
        "first_told": event.first,
        "last_told": event.last,
        "sorted_day": event.start or event.first[:10],
        "disputed": len(event.disputes),
        "json": pack(event),
    }


def dispute_rows(event: Event) -> list[dict[str, object]]:
    """The accounts of an event's disputes as rows."""
    return [
        {
            "event": event.id,
            "field": dispute.field,
            "position": k,
            "value": side.value,
            "sources": "; ".join(side.sources),
            "told": side.told,
        }
        for dispute in event.disputes
        for k, side in enumerate(dispute.sides)
    ]
