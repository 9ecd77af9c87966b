"""One writer at a time: who comes later waits, and says for whom.

A SQLite record has a file beside it that is locked while somebody writes; PostgreSQL has an
advisory lock that lasts as long as the transaction. Both end with the process that holds them,
however it ends.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from jalur.model import JalurError
from jalur.record.engine import OURS, command

PAUSE = 0.05
"""Seconds between two tries."""

PATIENCE = 0.5
"""Seconds after which the waiting is told."""

HOLDER = """
SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = :key AND l.granted
AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"""


class Busy(JalurError):
    """Somebody else writes, and nobody is to wait for them."""


class Turn:
    """Waiting for one's turn to write, told once; without patience it ends at once."""

    def __init__(self, say: Callable[[str], None], wait: bool) -> None:
        self.say = say
        self.wait = wait
        self.begun = time.monotonic()
        self.told = False

    def until(self, taken: Callable[[], bool], holder: Callable[[], str]) -> None:
        """Try until it is taken. Raises Busy if nobody is to wait."""
        while not taken():
            if not self.wait:
                raise Busy(f"{holder()} writes to this record")
            if not self.told and time.monotonic() - self.begun > PATIENCE:
                self.say(f"waiting for {holder()}, who writes to this record")
                self.told = True
            time.sleep(PAUSE)


@contextmanager
def file_lock(path: Path, turn: Turn) -> Iterator[None]:
    """Hold the lock of a SQLite record while writing."""
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise JalurError(
            f"{path} cannot be written ({error.strerror}); a record is locked there to write to it"
        ) from error
    with file:
        turn.until(lambda: locked(file.fileno()), lambda: holder(path))
        try:
            note(file.fileno(), json.dumps({"pid": os.getpid(), "command": " ".join(command())}))
            yield
        finally:
            note(file.fileno(), "")
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def note(handle: int, words: str) -> None:
    """Say in the lock file who holds it; a full disk is no reason not to write."""
    try:
        os.ftruncate(handle, 0)
        os.write(handle, words.encode())
    except OSError:
        pass


def locked(handle: int) -> bool:
    """Lock a file if nobody has."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def holder(path: Path) -> str:
    """Who holds the lock of a file, in words."""
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        return f"{who['command']}, process {who['pid']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def server_lock(connection: Connection, turn: Turn) -> None:
    """Be the only writer of a PostgreSQL record until the transaction ends."""

    def taken() -> bool:
        return bool(connection.execute(select(func.pg_try_advisory_xact_lock(OURS))).scalar())

    def writer() -> str:
        return connection.execute(text(HOLDER), {"key": OURS}).scalar() or "another process"

    turn.until(taken, writer)
