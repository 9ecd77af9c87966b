"""The database of a record as its verbs see it: views to read, changes that are kept or not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from jalur.model import JalurError
from jalur.record import engine as engines
from jalur.record.faults import Unreachable, in_words
from jalur.record.locking import Turn, file_lock, server_lock
from jalur.record.migrations import STEPS, Step, check_steps, copied_before, migrate, steps_done

T = TypeVar("T")
Say = Callable[[str], None]

COMING_BACK = 20.0
"""Seconds that a server which went away is given to come back."""

PAUSE = 0.25
"""Seconds between two looks at it."""


class Database:
    """Where a record is kept. Changes are made by one writer at a time; readers never wait."""

    def __init__(self, where: str, say: Say, steps: tuple[Step, ...] = STEPS) -> None:
        self.where = where
        self.say = say
        self.file = None if engines.is_url(where) else Path(where)
        with in_words(where):
            if self.file:
                engines.check_file(self.file, len(steps))
            self.update(steps)
        self.reader: Engine = engines.reader_of(where)

    def update(self, steps: tuple[Step, ...]) -> None:
        """Bring the tables up to date if they are not; of two who try, one does it."""
        reader = engines.reader_of(self.where)
        new = self.file is not None and not (self.file.exists() and self.file.stat().st_size)
        done = 0 if new else steps_done(reader)
        reader.dispose()
        self.writer: Engine = engines.writer_of(self.where)
        if done == len(steps):
            return
        check_steps(self.where, done, len(steps))
        turn = Turn(self.say, wait=True)
        with self.alone(turn):
            if self.file:
                engines.prepare(self.file)
                if done:
                    copied_before(self.file, done)
            migrate(self.writer, steps, turn)

    @property
    def frozen(self) -> bool:
        """Whether nothing can be written to it."""
        return self.file is not None and engines.frozen(self.file)

    def alone(self, turn: Turn) -> AbstractContextManager[None]:
        """The lock of a file; PostgreSQL has its own inside of transactions."""
        return file_lock(Path(f"{self.file}.lock"), turn) if self.file else nullcontext()

    @contextmanager
    def change(self, wait: bool = True) -> Iterator[Connection]:
        """A transaction of the only writer: all of it is kept, or nothing.

        Raises Busy if somebody else writes and nobody is to wait.
        """
        turn = Turn(self.say, wait)
        with in_words(self.where), self.alone(turn), self.writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                server_lock(connection, turn)
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A view of the record as it is now and stays while one looks."""
        with in_words(self.where), self.reader.connect() as connection:
            yield connection

    def twice(self, work: Callable[[], T]) -> T:
        """Do some work; if the server went away meanwhile, once more when it is back."""
        try:
            return work()
        except Unreachable as error:
            self.say(f"{error}; waiting for it, then trying once more")
            if not self.back():
                raise
            return work()

    def back(self) -> bool:
        """Whether a server that went away answers again in good time."""
        begun = time.monotonic()
        while time.monotonic() - begun < COMING_BACK:
            try:
                with self.writer.connect() as connection:
                    connection.execute(text("SELECT 1"))
                return True
            except DBAPIError:
                time.sleep(PAUSE)
        return False

    def close(self) -> None:
        """Let go of the database; what SQLite keeps beside a file is put into it and taken away
        by whoever is alone with it, else left to them."""
        self.reader.dispose()
        with suppress(JalurError):
            if self.file and not self.frozen:
                with in_words(self.where), self.alone(Turn(self.say, wait=False)):
                    with self.writer.connect():
                        pass
                    self.writer.dispose()
        self.writer.dispose()
