"""Reads the values of linking back from a record's tables, many at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, or_, select

from jalur.history import Count, Judgement, Telling
from jalur.linking.copies import Text, credit
from jalur.model import JalurError
from jalur.record import schema
from jalur.record.identity import standing_of
from jalur.record.packing import unpack

Json = dict[str, Any]

Coded = tuple[Json, str | None]
"""A coded report with the name that it was read under."""

AT_ONCE = 500
"""Values asked for in one query: both engines take many more."""

CREDITING = frozenset({"byline", "dateline", "boilerplate"})
"""Furniture in which an agency is credited with the text; captions credit pictures."""

REMEMBERED = 60_000
"""Tellings kept in memory, about 3 KB each: those of the last weeks of a busy conflict."""


def chunks(values: Collection[str]) -> Iterator[list[str]]:
    """Values in lists that fit one query, in a fixed order."""
    in_order = sorted(values)
    for start in range(0, len(in_order), AT_ONCE):
        yield in_order[start : start + AT_ONCE]


def among(
    connection: Connection, query: Select[Any], column: Column[str], values: Collection[str]
) -> Iterator[Row[Any]]:
    """The rows of a query in which a column has one of some values."""
    for part in chunks(values):
        yield from connection.execute(query.where(column.in_(part)))


class Tellings:
    """The tellings of a record; they never change, so that those read once are remembered."""

    def __init__(self) -> None:
        self.known: dict[str, Telling] = {}

    def add(self, tellings: Sequence[Telling]) -> None:
        """Remember tellings that were just written."""
        if len(self.known) > REMEMBERED:
            self.known.clear()
        self.known.update((t.id, t) for t in tellings)

    def get(self, connection: Connection, ids: Collection[str]) -> dict[str, Telling]:
        """The tellings of some claims."""
        found = {i: self.known[i] for i in ids if i in self.known}
        missing = [i for i in ids if i not in found]
        query = select(schema.claims.c.telling)
        rows = among(connection, query, schema.claims.c.id, missing)
        fresh = [unpack(Telling, row.telling) for row in rows]
        self.add(fresh)
        return {**found, **{t.id: t for t in fresh}}

    def forget(self) -> None:
        """Forget all, when the record was changed from outside."""
        self.known.clear()


def candidates(connection: Connection, keys: Collection[str]) -> dict[str, list[str]]:
    """The claims under each of some keys."""
    table = schema.blocks
    found: dict[str, list[str]] = {}
    for row in among(connection, select(table), table.c.key, keys):
        found.setdefault(row.key, []).append(row.claim)
    return found


def noted(connection: Connection) -> dict[str, int]:
    """The claims whose events are to be derived, the first told first, and which of them moved."""
    table, claims, reports = schema.pending, schema.claims, schema.reports
    query = (
        select(table.c.claim, table.c.moved)
        .join(claims, claims.c.id == table.c.claim)
        .join(reports, reports.c.id == claims.c.report)
        .order_by(reports.c.told, table.c.claim)
    )
    return {row.claim: row.moved for row in connection.execute(query)}


def same_pairs(connection: Connection, ids: Collection[str]) -> dict[tuple[str, str], float]:
    """Every pair judged the same by the program of which one side is among some claims."""
    table = schema.pairs
    found = {}
    for part in chunks(ids):
        for column in (table.c.left_claim, table.c.right_claim):
            query = select(table.c.left_claim, table.c.right_claim, table.c.score)
            for row in connection.execute(query.where(column.in_(part))):
                found[row.left_claim, row.right_claim] = row.score
    return found


def by_hand(connection: Connection) -> list[Judgement]:
    """The judgements of persons that stand, the oldest first, on the claims that there are now."""
    table = schema.judgements
    rows = list(connection.execute(select(table).order_by(table.c.at, table.c.id)))
    gone = {row.left_claims for row in rows if row.verdict == "withdrawn"}
    standing = [row for row in rows if row.verdict != "withdrawn" and row.id not in gone]
    now = successors(connection) if standing else {}
    return [
        Judgement(
            tuple(now.get(c, c) for c in row.left_claims.split()),
            tuple(now.get(c, c) for c in row.right_claims.split()),
            row.verdict,
            1.0,
            row.author,
            row.why,
            row.at,
            row.id,
        )
        for row in standing
    ]


def successors(connection: Connection) -> dict[str, str]:
    """For each judged claim that a newer coding dropped the claim that took its place."""
    table = schema.successors
    after = {row.claim: row.successor for row in connection.execute(select(table))}
    column = schema.claims.c.id
    held = {row.id for row in among(connection, select(column), column, {*after, *after.values()})}
    found = {}
    for claim in sorted(after):
        seen, place = {claim}, claim
        while place not in held and (place := after.get(place, place)) not in seen:
            seen.add(place)
        found[claim] = place
    return found


def judged_claims(connection: Connection) -> set[str]:
    """Every claim that persons judged, by whatever id it goes now."""
    table = schema.judgements
    rows = connection.execute(select(table).where(table.c.verdict != "withdrawn"))
    found = {c for r in rows for c in (*r.left_claims.split(), *r.right_claims.split())}
    now = successors(connection)
    return found | {now.get(c, c) for c in found}


def texts(connection: Connection, ids: Collection[str]) -> dict[str, Text]:
    """Reports as their copies are looked for."""
    table, kept = schema.reports, schema.coded
    query = select(table, kept.c.json).join(kept, kept.c.report == table.c.id)
    return {row.id: text_of(row) for row in among(connection, query, table.c.id, ids)}


def text_of(row: Row[Any]) -> Text:
    """One report as its copies are looked for."""
    head = unpack(dict[str, Any], row.json)["report"]
    aside = [row.text[f["start"] : f["end"]] for f in head["furniture"] if f["kind"] in CREDITING]
    beside = tuple(filter(None, (row.byline, *aside)))
    return Text(
        row.id,
        row.language,
        row.outlet,
        row.told[:10] or None,
        row.text,
        credit(row.outlet, row.text, beside),
    )


def sifted(connection: Connection, coded: Sequence[Coded]) -> tuple[list[Coded], list[str]]:
    """The reports among some that are to be written, each once, and which of them take the place
    of a worse reading that the record has."""
    best: dict[str, Coded] = {}
    for one, name in coded:
        head = one["report"]
        known = best.get(head["id"])
        if known is None or standing_of(head) < standing_of(known[0]["report"]):
            best[head["id"]] = (one, name)
    table, worse = schema.reports, []
    for row in list(among(connection, select(table), table.c.id, best)):
        if standing_of(best[row.id][0]["report"]) < standing_of(row._mapping):
            worse.append(row.id)
        else:
            del best[row.id]
    return [best[i] for i in sorted(best)], sorted(worse)


def kept(connection: Connection) -> Iterator[Json]:
    """Every report as it was coded, with its text, in the order of names.

    Raises JalurError for a text that is no longer as it was read.
    """
    table, reports = schema.coded, schema.reports
    ids = [r.id for r in connection.execute(select(reports.c.id).order_by(reports.c.id))]
    query = select(table.c.json, reports.c.text, reports.c.sha256, reports.c.id).join(
        reports, reports.c.id == table.c.report
    )
    for part in chunks(ids):
        for row in list(
            connection.execute(query.where(reports.c.id.in_(part)).order_by(reports.c.id))
        ):
            if hashlib.sha256(row.text.encode()).hexdigest() != row.sha256:
                raise JalurError(
                    f"the text of report {row.id} is damaged or altered (its hash differs);"
                    " nothing was changed, restore the record from a copy"
                )
            one = unpack(dict[str, Any], row.json)
            yield {**one, "report": {**one["report"], "text": row.text}}


def counts_of(connection: Connection, claims: Collection[str]) -> dict[str, list[Count]]:
    """The counts that belong to some claims."""
    table = schema.tolls
    found: dict[str, list[Count]] = {}
    query = select(table.c.claim, table.c.json).order_by(table.c.id)
    for row in among(connection, query, table.c.claim, claims):
        found.setdefault(row.claim, []).append(unpack(Count, row.json))
    return found


def copies_of(connection: Connection, reports: Collection[str]) -> set[tuple[str, str]]:
    """Every pair of copies of which one side is among some reports."""
    table = schema.copies
    query = select(table.c.left_report, table.c.right_report)
    found = set()
    for part in chunks(reports):
        either = or_(table.c.left_report.in_(part), table.c.right_report.in_(part))
        found |= {(r.left_report, r.right_report) for r in connection.execute(query.where(either))}
    return found
