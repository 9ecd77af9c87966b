"""Derives what follows from new reports: judgements on pairs, copies, origins, events.

What new claims touch is noted when they are added, and its events are derived when somebody asks:
the claims that hang together with the touched ones by judgements. The outcome is the same as if
all was derived at once, whatever order the reports came in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select

from jalur import linking
from jalur.history import Judgement, Telling
from jalur.linking.copies import Text
from jalur.record import loading, schema
from jalur.record.loading import Tellings, among
from jalur.record.rows import Row, Rows

Pairs = dict[tuple[str, str], float]


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
    """Pairs of reports that tell of one happening: one may pass on the other."""
    reports = ((tellings[a].report, tellings[b].report) for a, b in pairs)
    return {(min(a, b), max(a, b)) for a, b in reports if a != b}


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
        share, kind = linking.copies.relayed(a, b), "relay"
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
