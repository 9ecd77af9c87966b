"""Which reports have some words, in any form and either language."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, column, select, text

from jalur.knowledge.terms import SNOWBALL, asked, folded, stopped
from jalur.record import schema

MOST_FOUND = 1_500
"""Reports that a search takes up: more than anybody reads, and as many as can be looked through
while somebody waits."""


def mentioning(
    connection: Connection, words: str, since: str | None = None, until: str | None = None
) -> Select[Any]:
    """The reports that have every one of some words; of very many those told last, or first since a
    day: what happened on a day is mostly told soon after it."""
    query = matching(connection, words)
    if mentions(connection, words) <= MOST_FOUND:
        return query
    found, reports = query.subquery(), schema.reports.c
    some = select(found.c.report).join(schema.reports, reports.id == found.c.report)
    if since:
        ordered = some.where(reports.told >= since).order_by(reports.told, reports.id)
    else:
        last = some.where(reports.told <= f"{until}~") if until else some
        ordered = last.order_by(reports.told.desc(), reports.id)
    return ordered.limit(MOST_FOUND)


def mentions(connection: Connection, words: str) -> int:
    """How many reports have every one of some words, however many they are."""
    found = matching(connection, words).subquery()
    counted = select(text("count(*)")).select_from(found)
    return int(connection.execute(counted).scalar_one())


def matching(connection: Connection, words: str) -> Select[Any]:
    """The reports that have every one of some words. Words that say nothing, as "the", are asked
    for only if there are no others, since texts are kept without them."""
    every = folded(words)
    telling = [w for w in every if not stopped(w, tuple(SNOWBALL))] or every
    groups = [sorted(asked(word)) for word in telling]
    query: Select[Any] = select(column("report")).select_from(text("searchable"))
    if not groups:
        return query.where(text("1 = 0"))
    if connection.dialect.name == "sqlite":
        match = " AND ".join("(" + " OR ".join(f'"{s}"' for s in group) + ")" for group in groups)
        return query.where(text("searchable MATCH :words").bindparams(words=match))
    match = " & ".join("(" + " | ".join(f"'{s}'" for s in group) + ")" for group in groups)
    return query.where(text("terms @@ to_tsquery('simple', :words)").bindparams(words=match))
