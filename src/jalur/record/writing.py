"""Writes the rows of reports into a record's tables, and takes them away."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, or_, select, text

from jalur.linking.copies import bands
from jalur.record import marks, schema
from jalur.record.derive import claims_of, note
from jalur.record.identity import clean
from jalur.record.loading import among, chunks, copies_of
from jalur.record.regrouping import drop
from jalur.record.rows import Rows

OF_CLAIM = (
    schema.participants,
    schema.sources,
    schema.blocks,
    schema.pending,
    schema.memberships,
)
OF_REPORT = (
    schema.tolls,
    schema.origins,
    schema.claims,
    schema.coded,
    schema.recoded,
)


def put_primary(connection: Connection, rows: Rows) -> None:
    """Write reports as they were read and coded."""
    if rows.reports:
        connection.execute(insert(schema.reports), rows.reports)
        connection.execute(insert(schema.coded), rows.coded)


def put_derived(connection: Connection, rows: Rows) -> None:
    """Write the rows that follow from coded reports alone."""
    for table in (
        schema.claims,
        schema.participants,
        schema.sources,
        schema.tolls,
        schema.blocks,
        schema.bands,
    ):
        if found := getattr(rows, table.name):
            connection.execute(insert(table), found)
    marks.put(connection, marks.TOTAL, {t["total"] for t in rows.tolls if t["total"]})
    if rows.searchable:
        words = ":terms" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :terms)"
        connection.execute(
            text(f"INSERT INTO searchable (report, terms) VALUES (:report, {words})"),
            rows.searchable,
        )


def take_away(connection: Connection, reports: Collection[str]) -> set[str]:
    """Take reports away with all that follows from them; the reports that were their copies.

    The claims that were of one event with theirs are noted, so that their events are derived anew.
    """
    claims = claims_of(connection, reports)
    table = schema.memberships
    events = {r.event for r in among(connection, select(table), table.c.claim, claims)}
    members = {r.claim for r in among(connection, select(table), table.c.event, events)}
    drop(connection, events)
    totals = among(connection, select(schema.tolls), schema.tolls.c.report, reports)
    marks.put(connection, marks.TOTAL, {r.total for r in totals if r.total})
    beside = {r for pair in copies_of(connection, reports) for r in pair} - set(reports)
    pairs, copies = schema.pairs.c, schema.copies.c
    remove_either(connection, schema.pairs, pairs.left_claim, pairs.right_claim, claims)
    remove_either(connection, schema.copies, copies.left_report, copies.right_report, reports)
    for one in OF_CLAIM:
        remove(connection, one, one.c.claim, claims)
    drop_bands(connection, reports)
    for one in OF_REPORT:
        remove(connection, one, one.c.report, reports)
    connection.execute(
        text("DELETE FROM searchable WHERE report IN :reports").bindparams(
            bindparam("reports", sorted(reports), expanding=True)
        )
    )
    remove(connection, schema.reports, schema.reports.c.id, reports)
    note(connection, members - claims, moved=1)
    return beside


def drop_bands(connection: Connection, reports: Collection[str]) -> None:
    """Delete the bands of reports, which are found by what they are and not by whose."""
    table, texts = schema.bands, schema.reports
    for row in list(among(connection, select(texts.c.id, texts.c.text), texts.c.id, reports)):
        own = bands(row.text)
        connection.execute(delete(table).where(table.c.band.in_(own), table.c.report == row.id))


def remove(
    connection: Connection, table: Table, column: Column[str], values: Collection[str]
) -> None:
    """Delete the rows in which a column has one of some values."""
    for part in chunks(values):
        connection.execute(delete(table).where(column.in_(part)))


def remove_either(
    connection: Connection,
    table: Table,
    left: Column[str],
    right: Column[str],
    values: Collection[str],
) -> None:
    """Delete the rows in which either of two columns has one of some values."""
    for part in chunks(values):
        connection.execute(delete(table).where(or_(left.in_(part), right.in_(part))))


def put_failures(connection: Connection, failures: Sequence[tuple[str, str]], at: str) -> None:
    """Write what could not be read and why, each once, with the last moment it failed."""
    rows = {}
    for path, reason in failures:
        path, reason = clean(path), clean(reason)
        id_ = "f" + hashlib.sha256(f"{path}|{reason}".encode()).hexdigest()[:12]
        rows[id_] = {"id": id_, "path": path, "reason": reason, "at": at}
    remove(connection, schema.failures, schema.failures.c.id, rows)
    if rows:
        connection.execute(insert(schema.failures), list(rows.values()))
