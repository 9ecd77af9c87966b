"""How a record of an older version becomes one of today, step by step, each in one transaction.

A step is a function that changes a connection's database. The number of steps done is kept in
`meta`, in a SQLite file also in its head; a record with more steps than this program knows is of
a newer version and is refused. Before an older file is changed it is copied.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.schema import CreateIndex

from jalur.record import schema
from jalur.record.engine import newer
from jalur.record.locking import Turn, server_lock
from jalur.record.words import OUTDATED, mark

Step = Callable[[Connection], None]


def first_tables(connection: Connection) -> None:
    """All tables and views of the first version, with an index for searching texts."""
    schema.metadata.create_all(connection)
    for name, query in schema.VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("CREATE VIRTUAL TABLE searchable USING fts5(report UNINDEXED, terms)")
        )
        return
    connection.execute(text("CREATE TABLE searchable (report TEXT PRIMARY KEY, terms TSVECTOR)"))
    connection.execute(text("CREATE INDEX searchable_terms ON searchable USING GIN (terms)"))


def counting_indexes(connection: Connection) -> None:
    """Indexes that hold all that is counted by place, type, status, state and day, and which
    claims a report has, so that counting reads no row of a large record."""
    connection.execute(text("DROP INDEX IF EXISTS claims_report"))
    for table, names in (
        (schema.reports, ("reports_told",)),
        (schema.claims, ("claims_told",)),
        (schema.events, ("events_tally", "events_spots")),
        (schema.series, ("series_event",)),
    ):
        for index in table.indexes:
            if index.name in names:
                connection.execute(CreateIndex(index, if_not_exists=True))


def tables_of_stretches(connection: Connection) -> None:
    """How far talks had come is kept by stretches of days, speakers are counted up and down: what
    an older program derived is derived anew when somebody next asks."""
    known = inspect(connection)
    if known.has_table(schema.stretches.name):
        return
    connection.execute(text("DROP INDEX sources_code"))
    schema.metadata.create_all(connection)
    for table in (schema.tolls, schema.series, schema.processes):
        held = {c["name"] for c in known.get_columns(table.name)}
        for column in table.columns:
            if column.name not in held:
                kind = column.type.compile(connection.dialect)
                connection.execute(
                    text(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}")
                )
    for table in (schema.sources, schema.tolls, schema.series):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    mark(connection, "derived", OUTDATED)


def index_of_facets(connection: Connection) -> None:
    """An index from which events that other tables name are counted without reading their rows."""
    (index,) = (i for i in schema.events.indexes if i.name == "events_facets")
    connection.execute(CreateIndex(index, if_not_exists=True))


STEPS: tuple[Step, ...] = (first_tables, counting_indexes, tables_of_stretches, index_of_facets)


def migrate(engine: Engine, steps: tuple[Step, ...], turn: Turn) -> None:
    """Bring a database up to date. Whoever finds a step done by another goes on after it."""
    for number, step in enumerate(steps, 1):
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                server_lock(connection, turn)
            if steps_of(connection) >= number:
                continue
            step(connection)
            connection.execute(schema.meta.delete().where(schema.meta.c.key == "steps"))
            connection.execute(schema.meta.insert().values(key="steps", value=str(number)))
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copied_before(path: Path, done: int) -> Path:
    """Copy a file that is about to be changed: `record.jalur` to `record.jalur.step1`."""
    copy = Path(f"{path}.step{done}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def check_steps(where: str, done: int, newest: int) -> None:
    """Raises JalurError for a record of a newer version."""
    if done > newest:
        raise newer(where, done, newest)


def steps_done(engine: Engine) -> int:
    """How many steps a database has behind it; 0 for a new one."""
    with engine.connect() as connection:
        return steps_of(connection)


def steps_of(connection: Connection) -> int:
    """How many steps a database has behind it; 0 for a new one."""
    if not inspect(connection).has_table("meta"):
        return 0
    query = schema.meta.select().where(schema.meta.c.key == "steps")
    row = connection.execute(query).one_or_none()
    return int(row.value) if row else 0
