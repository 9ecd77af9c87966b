"""The database's own errors in one line each that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from jalur.model import JalurError

GONE = ("08", "57P")
"""Beginnings of PostgreSQL's codes for connections and servers that went away."""

FULL = ("full", "disk i/o", "no space", "too large")
DAMAGE = (
    *("malformed", "corrupt", "not a database", "no such table", "vtable constructor"),
    "could not decode",
)
"""Words of the database's own messages by what they mean."""


class Unreachable(JalurError):
    """The server went away; what was not committed can be tried again."""


class Refused(JalurError):
    """The database refused the values themselves; trying again is of no use."""


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turns the database's own errors into one line that says what to do."""
    try:
        yield
    except (DataError, IntegrityError) as error:
        raise Refused(f"{where}: {first_line(error.orig or error)}") from error
    except DBAPIError as error:
        raise told(shown(where), error) from error
    except SQLAlchemyError as error:
        raise JalurError(f"{shown(where)}: {first_line(error)}") from error


def told(where: str, error: DBAPIError) -> JalurError:
    """What a database's error means to a person."""
    words = first_line(error.orig or error)
    lower = words.lower()
    if gone(error):
        return Unreachable(f"the database cannot be reached ({words}); check that the server runs")
    if any(w in lower for w in FULL):
        return JalurError(
            f"{where}: no room to write ({words}); make room and run the command again"
        )
    if any(w in lower for w in DAMAGE):
        return JalurError(
            f"{where} is damaged ({words}); it was left as it is, restore it from a copy"
        )
    if "readonly" in lower or "read-only" in lower or "unable to open" in lower:
        return JalurError(f"{where} may not be written ({words}); check its permissions")
    return JalurError(f"{where}: {words}")


def gone(error: DBAPIError) -> bool:
    """Whether the connection to a server, or the server itself, went away."""
    if isinstance(error.orig, sqlite3.Error):
        return False
    code = getattr(error.orig, "sqlstate", None)
    if code is None:
        return error.connection_invalidated or isinstance(error, OperationalError)
    return str(code).startswith(GONE)


def first_line(error: BaseException) -> str:
    """The first line of an error's own words, without the value that it quotes."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return line.partition(" with text ")[0]


def shown(where: str) -> str:
    """A path or URL without its password."""
    before, at, after = where.rpartition("@")
    scheme, slashes, user = before.partition("://")
    if not at or not slashes:
        return where
    return f"{scheme}://{user.partition(':')[0]}@{after}"
