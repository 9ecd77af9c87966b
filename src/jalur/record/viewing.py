"""A record opened to be looked at only: nothing that is asked here can write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, select

from jalur.model import JalurError
from jalur.record import schema
from jalur.record.engine import is_url, reader_of
from jalur.record.faults import in_words

CACHE = 8_000
"""KiB of pages for each of many connections."""

AT_ONCE = 16
"""Connections: more readers than this wait for one another on any small machine."""


class Viewer:
    """The record for readers: connections that the database itself keeps from writing."""

    def __init__(self, where: str) -> None:
        self.where = where
        if not is_url(where) and not Path(where).is_file():
            raise JalurError(f"there is no record {where}; make one with `jalur add PATH...`")
        self.engine = reader_of(where, CACHE, AT_ONCE)

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A view of the record as it is now."""
        with in_words(self.where), self.engine.connect() as connection:
            yield connection

    def version(self) -> tuple[int, ...]:
        """A value that changes with every write, and costs next to nothing to ask for."""
        if is_url(self.where):
            with self.look() as connection:
                count = select(func.count()).select_from(schema.reports)
                judged = select(func.count()).select_from(schema.judgements)
                return tuple(connection.execute(q).scalar_one() for q in (count, judged))
        found: list[int] = []
        for path in (Path(self.where), Path(f"{self.where}-wal")):
            try:
                state = path.stat()
            except FileNotFoundError:
                continue
            found += [state.st_mtime_ns, state.st_size]
        return tuple(found)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
