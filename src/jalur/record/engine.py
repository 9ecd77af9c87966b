"""Opens the database of a record: a SQLite file by path, or PostgreSQL by URL.

A file is looked at before SQLite opens it, so that what is no record of ours, or of a newer
version, is refused without a byte of it or beside it being changed. Readers open the file for
reading alone: SQLite before 3.51.3 may damage a file when two connections write or checkpoint at
once, and only who holds the writers' lock does either.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from jalur.model import JalurError

MAGIC = b"SQLite format 3\x00"
OURS = 0x6A616C75
""""jalu": the application id in the head of every record that is a file."""

BUSY = 60_000
"""Milliseconds that SQLite itself waits; writers wait for the lock file before that."""

CACHE = 64_000
"""KiB of pages that one connection keeps."""

SHORTEST = 100
"""Bytes of the head of a SQLite file."""


def is_url(where: str) -> bool:
    """Whether a record is named by URL and not by path."""
    return where.startswith(("postgresql:", "postgresql+", "postgres:"))


def writer_of(where: str) -> Engine:
    """The engine that writes to a record."""
    if is_url(where):
        return postgresql(where)
    return sqlite(f"{uri(Path(where))}?mode=rw", "BEGIN IMMEDIATE")


def reader_of(where: str, cache: int = CACHE, at_once: int = 5) -> Engine:
    """The engine that reads a record, each transaction one unchanging view of it; so many of them
    at once, each with a cache of its own."""
    if is_url(where):
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return postgresql(where).execution_options(**options)
    path = Path(where)
    mode = "immutable=1" if frozen(path) else "mode=ro"
    return sqlite(f"{uri(path)}?{mode}", "BEGIN", cache, at_once)


def postgresql(url: str) -> Engine:
    """A PostgreSQL database; needs the extra `jalur[postgresql]`."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise JalurError(
            "PostgreSQL needs one more package: pip install 'jalur[postgresql]'"
        ) from error
    _, _, rest = url.partition(":")
    try:
        return create_engine(
            f"postgresql+psycopg:{rest}",
            poolclass=NullPool,
            connect_args={"application_name": who()},
        )
    except (ArgumentError, ValueError) as error:
        raise JalurError("the record's URL cannot be; write postgresql://HOST/DATABASE") from error


def who() -> str:
    """This process in words, for whoever waits for it."""
    return f"{' '.join(command())}, process {os.getpid()} on {os.uname().nodename}"[:63]


def command() -> list[str]:
    """The name of the running command and its first word, without paths of reports."""
    return [Path(sys.argv[0]).name, *(a for a in sys.argv[1:2] if not a.startswith("-"))]


def sqlite(address: str, begin: str, cache: int = CACHE, at_once: int = 5) -> Engine:
    """A SQLite file by URI."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"file:{address}", uri=True, check_same_thread=False)

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=at_once, max_overflow=5
    )

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _: object) -> None:
        # SQLAlchemy begins transactions itself, so that DDL is part of them as well.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute(f"PRAGMA cache_size = -{cache}")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def uri(path: Path) -> str:
    """A path as SQLite's URIs have it."""
    return quote(os.fsencode(path.absolute()))


def frozen(path: Path) -> bool:
    """Whether a file can be read but nothing be written beside it, as SQLite's readers do."""
    return not logged(path) and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def logged(path: Path) -> bool:
    """Whether SQLite's log beside a file has what is yet to be put into the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def prepare(path: Path) -> None:
    """Make a new file a record's: its head says whose it is before anything else is written.

    Done again if it was interrupted.
    """
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def check_file(path: Path, newest: int) -> None:
    """Raises JalurError when a file is there and cannot be a whole record of this version."""
    try:
        if not path.exists():
            if ":/" in str(path):
                raise JalurError(f"{path} is no URL of a record; write postgresql://HOST/DATABASE")
            if not path.parent.is_dir():
                raise JalurError(f"the folder {path.parent} does not exist; make it first")
            return
        if not path.is_file():
            raise JalurError(f"{path} is no file; give the record's file with --record")
        with path.open("rb") as file:
            head = file.read(SHORTEST)
        size = path.stat().st_size
    except OSError as error:
        raise JalurError(f"{path} cannot be read ({error.strerror}); check it") from error
    if size:
        check_head(path, head, size, newest)


def check_head(path: Path, head: bytes, size: int, newest: int) -> None:
    """Raises JalurError when the head of a file is not that of a whole record of this version."""
    if len(head) < SHORTEST or not head.startswith(MAGIC):
        raise JalurError(f"{path} is no record of jalur; give another file with --record")
    page, pages, steps, owner = (
        struct.unpack(kind, head[start : start + struct.calcsize(kind)])[0]
        for kind, start in ((">H", 16), (">I", 28), (">I", 60), (">I", 68))
    )
    if owner != OURS:
        raise JalurError(
            f"{path} is a database of another program; give another file with --record"
        )
    whole = pages * (65536 if page == 1 else page)
    if size < whole and not logged(path):  # else it was killed while the log was put into it
        raise JalurError(
            f"{path} was cut off ({size:,} bytes of {whole:,}); it was left as it is,"
            " restore it from a copy"
        )
    if steps > newest:
        raise newer(str(path), steps, newest)


def newer(where: str, steps: int, newest: int) -> JalurError:
    """The refusal of a record that a newer version wrote."""
    return JalurError(
        f"{where} is of a newer version of jalur (step {steps}, this program knows {newest});"
        " install the newer jalur, nothing was changed"
    )
