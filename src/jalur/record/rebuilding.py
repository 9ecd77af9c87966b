"""Derives a record anew: new codings wait beside the old ones and take their place all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from jalur.record import judging, loading, schema
from jalur.record.packing import unpack
from jalur.record.rows import primary

Json = dict[str, Any]


def put_aside(connection: Connection, coded: Sequence[Json] | None, version: str) -> None:
    """Put new codings beside the old ones; None forgets all that were put aside."""
    table = schema.recoded
    if coded is None:
        connection.execute(delete(table))
        return
    rows = [primary(one, None, version, "").coded[0] for one in coded]
    connection.execute(delete(table).where(table.c.report.in_([r["report"] for r in rows])))
    if rows:
        connection.execute(insert(table), rows)


def adopt(connection: Connection) -> None:
    """Put the codings that were put aside in the place of the older ones."""
    table, texts = schema.recoded, schema.reports
    ids = [row.report for row in connection.execute(select(table.c.report))]
    for part in loading.chunks(ids):
        found = []
        for row in connection.execute(select(table).where(table.c.report.in_(part))):
            one = unpack(dict[str, Any], row.json)
            found.append(one)
            connection.execute(
                schema.coded.update()
                .where(schema.coded.c.report == row.report)
                .values(version=row.version, json=row.json)
            )
            head = {k: one["report"][k] for k in ("title", "byline", "dateline")}
            connection.execute(texts.update().where(texts.c.id == row.report).values(**head))
        judging.succeed(connection, found)


def clear(connection: Connection) -> None:
    """Take away all that is derived, and what is put aside."""
    connection.execute(delete(schema.recoded))
    for table in reversed(schema.DERIVED):
        connection.execute(delete(table))
    connection.execute(text("DELETE FROM searchable"))
