"""The room of the record: what was read is kept, what follows from it is derived.

`open_record` opens one by path (SQLite) or URL (PostgreSQL). Reports, their coded form and the
judgements of persons are kept as they came; events, talks and series are derived and can be
rebuilt at any time. `Record` adds, judges and rebuilds; `asking` answers questions.
"""

from __future__ import annotations

from collections.abc import Callable

from jalur.record.identity import keepable, standing
from jalur.record.record import Added, Record

__all__ = ["Added", "Record", "keepable", "open_record", "standing"]


def open_record(where: str, say: Callable[[str], None] = lambda line: None) -> Record:
    """The record at a path or URL, made if there is none.

    `say` takes a line for the person who waits (who else writes). Raises JalurError when what is
    there is no record, is damaged or of a newer version.
    """
    return Record(where, say)
