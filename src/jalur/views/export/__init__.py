"""The room where a record is taken away in the formats of other programs.

`export` writes one format to a file or folder, whole or not at all. `FORMATS` names them; each is
one small module with a function that writes. docs/exports.md says what each holds.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jalur.views.export.registry import FORMATS, writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["FORMATS", "export"]


def export(
    connection: Connection, format_: str, out: Path, seen: Callable[[], None] = lambda: None
) -> None:
    """Write a record in a format to `out`; `seen` is called for everything that passes.

    Raises JalurError when it cannot be written; what was at `out` is then as it was.
    """
    # Imported now, so that the names of formats cost nothing on the command line.
    from jalur.views.export.source import Source
    from jalur.views.export.writing import whole_file, whole_folder

    if connection.dialect.name == "postgresql" and not connection.in_transaction():
        # SQLite reads one state of the record by itself; PostgreSQL has to be asked.
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    write = writer(format_)
    source = Source(connection, seen)
    place = whole_folder(out, format_) if FORMATS[format_].folder else whole_file(out)
    with place as part:
        write(source, part)
