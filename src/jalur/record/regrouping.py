"""Derives the events of the claims that were noted, and writes those that changed.

What hangs together by judgements is grouped together; an event that is as it was stays untouched.
The outcome is the same as if all was derived at once, whatever order the reports came in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from jalur import linking
from jalur.history import Event, Judgement, Telling
from jalur.record import loading, schema
from jalur.record.derive import Pairs, spread
from jalur.record.loading import Tellings, among
from jalur.record.packing import pack

TOGETHER = 2_000
"""Noted claims whose events are derived in one go."""


def regroup(connection: Connection, known: Tellings) -> None:
    """Derive the events of all noted claims and of those that hang together with them.

    Some weeks of claims at a time, so that memory does not grow with the record.
    """
    hands = loading.by_hand(connection)
    by_hand = near(hand_links(hands))
    noted = loading.noted(connection)
    waiting = list(noted)
    done = set[str]()
    while waiting:
        some = [c for c in waiting[:TOGETHER] if c not in done]
        del waiting[:TOGETHER]
        done |= regroup_some(connection, some, noted, (hands, by_hand), known)
    connection.execute(delete(schema.pending))


def regroup_some(
    connection: Connection,
    some: Collection[str],
    noted: Mapping[str, int],
    by_hand: tuple[Sequence[Judgement], Mapping[str, set[str]]],
    known: Tellings,
) -> set[str]:
    """Derive the events of some claims and of all that hang together with them; all these."""
    hands, beside = by_hand
    pairs: Pairs = {}

    def links_of(ids: Collection[str]) -> set[tuple[str, str]]:
        here = loading.same_pairs(connection, ids)
        pairs.update(here)
        return set(here) | {(a, b) for a in ids for b in beside.get(a, ())}

    links = spread(some, links_of)
    ids = set(some) | {i for link in links for i in link}
    tellings = known.get(connection, ids)
    judged = [Judgement((a,), (b,), "same", s, "jalur", "") for (a, b), s in pairs.items()]
    groups = linking.clusters(tellings, [*judged, *hands])
    rewrite(connection, groups, tellings, {i for i in ids if noted.get(i)})
    return ids


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
