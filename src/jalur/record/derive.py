"""Derives what follows from new reports: judgements on pairs, copies, origins, events.

What new claims touch is noted when they are added, and its events are derived when somebody asks:
the claims that hang together with the touched ones by judgements. The outcome is the same as if
all was derived at once, whatever order the reports came in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from jalur import linking
from jalur.history import Event, Judgement, Telling
from jalur.linking.copies import Text
from jalur.record import loading, schema
from jalur.record.loading import Tellings, among
from jalur.record.packing import pack
from jalur.record.rows import Row, Rows

Pairs = dict[tuple[str, str], float]

TOGETHER = 2_000
"""Noted claims whose events are derived in one go."""


def derive(connection: Connection, rows: Rows, beside: Collection[str], known: Tellings) -> None:
    """Judge new reports, their own rows already written, and note whose events that touches;
    reports `beside` have lost a copy."""
    found = compare(connection, rows.tellings, known)
    translations = across(known.get(connection, {i for pair in found for i in pair}), found)
    moved = claims_of(connection, trace(connection, rows, beside, translations))
    note(connection, moved, moved=1)
    note(connection, {t.id for t in rows.tellings} - moved, moved=0)


def note(connection: Connection, claims: Collection[str], moved: int) -> None:
    """Note claims whose events are to be derived; `moved` ones even if no other claim joins."""
    table = schema.pending
    query = select(table)
    held = {r.claim: max(r.moved, moved) for r in among(connection, query, table.c.claim, claims)}
    rows = [{"claim": c, "moved": held.get(c, moved)} for c in sorted(claims)]
    for part in loading.chunks(held):
        connection.execute(delete(table).where(table.c.claim.in_(part)))
    if rows:
        connection.execute(insert(table), rows)


def compare(connection: Connection, fresh: Sequence[Telling], known: Tellings) -> Pairs:
    """Judge new tellings against all that share a key with them; keep who are the same."""
    keys = {t.id: list(linking.keys(t)) for t in fresh}
    held = loading.candidates(connection, {k for all_ in keys.values() for k in all_})
    tellings = known.get(connection, {c for all_ in held.values() for c in all_})
    found: Pairs = {}
    rows = []
    for telling in fresh:
        for other in sorted({c for key in keys[telling.id] for c in held.get(key, ())}):
            pair = min(telling.id, other), max(telling.id, other)
            if other == telling.id or pair in found:
                continue
            judgement = linking.judge(telling, tellings[other])
            if judgement.verdict == "same":
                found[pair] = judgement.score
                rows.append(pair_row(judgement))
    if rows:
        connection.execute(insert(schema.pairs), rows)
    return found


def pair_row(judgement: Judgement) -> dict[str, object]:
    """One judgement of the program as a row."""
    return {
        "left_claim": judgement.left[0],
        "right_claim": judgement.right[0],
        "score": judgement.score,
        "why": judgement.why,
    }


def across(tellings: dict[str, Telling], pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Pairs of reports in two languages that tell of one happening: they may be translations."""
    found = set()
    for a, b in pairs:
        one, other = tellings[a], tellings[b]
        if one.language != other.language and one.report != other.report:
            found.add((min(one.report, other.report), max(one.report, other.report)))
    return found


def trace(
    connection: Connection,
    rows: Rows,
    beside: Collection[str],
    translations: Collection[tuple[str, str]],
) -> set[str]:
    """Find the copies of new reports and each report's origin; the reports whose origin moved."""
    possible = set(translations) | banded(connection, rows.bands)
    texts = loading.texts(connection, {r for pair in possible for r in pair})
    found = [row for a, b in sorted(possible) if (row := copy_row(texts[a], texts[b]))]
    if found:
        connection.execute(insert(schema.copies), found)
    return settle_origins(connection, {r["report"] for r in rows.searchable}, beside)


def banded(connection: Connection, bands: Iterable[Row]) -> set[tuple[str, str]]:
    """Pairs of reports, one of them new, that share a band of their sketches."""
    table = schema.bands
    mine: dict[str, list[str]] = {}
    for new in bands:
        mine.setdefault(new["band"], []).append(new["report"])
    found = set[tuple[str, str]]()
    for row in among(connection, select(table), table.c.band, mine):
        pairs = ((min(r, row.report), max(r, row.report)) for r in mine[row.band])
        found.update(p for p in pairs if p[0] != p[1])
    return found


def copy_row(a: Text, b: Text) -> dict[str, object] | None:
    """The row of two reports that are one text; None if they are two."""
    share = linking.copies.copied(a, b)
    kind = "copy"
    if not share:
        share, kind = linking.copies.translated(a, b), "translation"
    if not share:
        return None
    return {
        "left_report": a.report,
        "right_report": b.report,
        "kind": kind,
        "share": round(share, 4),
    }


def settle_origins(
    connection: Connection, fresh: Collection[str], beside: Collection[str]
) -> set[str]:
    """Give every copy of a new report its origin; the older reports whose origin changed."""
    some = {*fresh, *beside}
    links = spread(some, lambda ids: loading.copies_of(connection, ids))
    reports = some | {r for pair in links for r in pair}
    texts = loading.texts(connection, reports)
    wanted = {
        r: linking.copies.origin_of([texts[m] for m in sorted(group)])
        for group in linking.components(reports, links)
        for r in group
    }
    table = schema.origins
    before = {r.report: r.origin for r in among(connection, select(table), table.c.report, reports)}
    changed = {r for r in reports if before.get(r) != wanted[r]}
    for part in loading.chunks(changed):
        connection.execute(delete(table).where(table.c.report.in_(part)))
        connection.execute(insert(table), [{"report": r, "origin": wanted[r]} for r in part])
    return changed - set(fresh)


def spread(
    start: Collection[str], links_of: Callable[[Collection[str]], Collection[tuple[str, str]]]
) -> set[tuple[str, str]]:
    """Every link that can be reached from some ids."""
    seen, edge, found = set[str](), set(start), set[tuple[str, str]]()
    while edge:
        seen |= edge
        links = set(links_of(edge))
        found |= links
        edge = {i for pair in links for i in pair} - seen
    return found


def claims_of(connection: Connection, reports: Collection[str]) -> set[str]:
    """The claims of some reports."""
    table = schema.claims
    return {r.id for r in among(connection, select(table.c.id), table.c.report, reports)}


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
