"""How a record of an older version becomes one of today, step by step, each in one transaction.

A step is a function that changes a connection's database. The number of steps done is kept in
`meta`; a record with more steps than this program knows is of a newer version and is refused.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, inspect, text

from jalur.model import JalurError
from jalur.record import schema

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


STEPS: tuple[Step, ...] = (first_tables,)


def migrate(engine: Engine, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring a database up to date. Raises JalurError if it is of a newer version."""
    done = steps_done(engine)
    if done > len(steps):
        raise JalurError(
            f"this record is of a newer version of jalur (step {done}, this program knows"
            f" {len(steps)}); install the newer jalur, nothing was changed"
        )
    for number, step in enumerate(steps[done:], done + 1):
        with engine.begin() as connection:
            step(connection)
            connection.execute(schema.meta.delete().where(schema.meta.c.key == "steps"))
            connection.execute(schema.meta.insert().values(key="steps", value=str(number)))


def steps_done(engine: Engine) -> int:
    """How many steps a database has behind it; 0 for a new one."""
    if not inspect(engine).has_table("meta"):
        return 0
    with engine.connect() as connection:
        query = schema.meta.select().where(schema.meta.c.key == "steps")
        row = connection.execute(query).one_or_none()
    return int(row.value) if row else 0
