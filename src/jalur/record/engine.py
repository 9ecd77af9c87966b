"""Opens the database of a record: a SQLite file by path, or PostgreSQL by URL."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from jalur.model import JalurError

MAGIC = b"SQLite format 3\x00"
BUSY = 60_000
"""Milliseconds that SQLite itself waits; writers wait for the lock file before that."""

CACHE = 64_000
"""KiB of pages that one connection keeps."""


def is_url(where: str) -> bool:
    """Whether a record is named by URL and not by path."""
    return where.startswith(("postgresql:", "postgresql+", "postgres:"))


def engine_of(where: str) -> Engine:
    """The engine of a record. Raises JalurError for a file that is no record."""
    return postgresql(where) if is_url(where) else sqlite(Path(where))


def postgresql(url: str) -> Engine:
    """A PostgreSQL database; needs the extra `jalur[postgresql]`."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise JalurError(
            "PostgreSQL needs one more package: pip install 'jalur[postgresql]'"
        ) from error
    _, _, rest = url.partition(":")
    return create_engine(f"postgresql+psycopg:{rest}", pool_pre_ping=True)


def sqlite(path: Path) -> Engine:
    """A SQLite file, made if there is none; looked at before it is opened."""
    check_file(path)
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _: object) -> None:
        # SQLAlchemy begins transactions itself, so that DDL is part of them as well.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def check_file(path: Path) -> None:
    """Raises JalurError when a file is there and cannot be a whole SQLite database."""
    try:
        if not path.exists():
            if not path.parent.is_dir():
                raise JalurError(f"the folder {path.parent} does not exist; make it first")
            return
        if path.is_dir():
            raise JalurError(f"{path} is a folder; give the record's file")
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise JalurError(f"{path} cannot be read ({error.strerror}); check it") from error
    if size == 0:
        return
    if len(head) < 100 or not head.startswith(MAGIC):
        raise JalurError(f"{path} is no record of jalur; give another file with --record")
    page = struct.unpack(">H", head[16:18])[0]
    pages = struct.unpack(">I", head[28:32])[0]
    if size < pages * (65536 if page == 1 else page):
        raise JalurError(
            f"{path} was cut off ({size:,} bytes of {pages * page:,}); it was left as it is,"
            " restore it from a copy"
        )


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turns the database's own errors into one line that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise JalurError(said(where, error)) from error
    except SQLAlchemyError as error:
        raise JalurError(f"{where}: {first_line(error)}") from error


def said(where: str, error: DBAPIError) -> str:
    """What a database's error means to a person."""
    words = first_line(error.orig or error)
    lower = words.lower()
    if "full" in lower or "disk i/o" in lower or "no space" in lower or "file too large" in lower:
        return f"{where}: no room to write ({words}); make room and run the command again"
    if "malformed" in lower or "not a database" in lower:
        return f"{where} is damaged ({words}); it was left as it is, restore it from a copy"
    if "readonly" in lower:
        return f"{where} may not be written; check its permissions"
    if isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error):
        return f"the database cannot be reached ({words}); check that the server runs"
    return f"{where}: {words}"


def first_line(error: BaseException) -> str:
    """The first line of an error's own words."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
