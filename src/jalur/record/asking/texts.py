"""Which reports have some words, in any form and either language."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, column, select, text

from jalur.knowledge.terms import SNOWBALL, asked, folded, stopped
from jalur.record import schema

MOST_FOUND = 3_000
"""Reports that a search takes up: more than anybody reads, and as many as can be looked through
while somebody waits."""


def mentioning(connection: Connection, words: str) -> Select[Any]:
    """The reports that have every one of some words; of very many those that were kept last."""
    query = matching(connection, words)
    if connection.dialect.name == "sqlite":
        return query.order_by(text("rowid DESC")).limit(MOST_FOUND)
    reports = schema.reports.c
    kept = select(reports.added).where(reports.id == column("report")).scalar_subquery()
    return query.order_by(kept.desc(), column("report")).limit(MOST_FOUND)


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
