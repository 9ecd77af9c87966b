"""Makes a large record to measure on: `python -m training.bigrecord SMALL LARGE TIMES`.

Copies the rows of a small record many times over: each copy has ids of its own and is moved by
some days, so that the tables are as long as those of years of reading. The talks are derived anew.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import sys
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from sqlalchemy import delete, select

from jalur.record import marks, open_record, schema, speaking

TABLES = (
    *("reports", "coded", "claims", "participants", "sources", "tolls", "blocks", "pairs"),
    *("bands", "copies", "origins", "events", "memberships", "event_participants", "disputes"),
)
ID = re.compile(r"(?<![0-9a-f])([ecrtnpo]?)([0-9a-f]{15,16})(?![0-9a-f])")
DAY = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")
STEP = 11
"""Days by which each copy is moved from the one before."""


def moved(text: str, number: int) -> str:
    """A text with ids and days of its own."""

    def named(match: re.Match[str]) -> str:
        return match[1] + renamed(match[2], number)

    def later(match: re.Match[str]) -> str:
        try:
            day = date.fromisoformat(match[0])
        except ValueError:
            return match[0]
        return (day - timedelta(days=STEP * number)).isoformat()

    return DAY.sub(later, ID.sub(named, text))


@lru_cache(maxsize=200_000)
def renamed(name: str, number: int) -> str:
    """The id of a copy, as long as the first one's."""
    return hashlib.sha256(f"{name}|{number}".encode()).hexdigest()[: len(name)]


def main() -> None:
    """Write the large record."""
    small, large, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    open_record(str(small)).close()
    shutil.copy(small, large)
    file = sqlite3.connect(large)
    rows = {name: list(file.execute(f"SELECT * FROM {name}")) for name in (*TABLES, "searchable")}
    for number in range(1, times):
        for name, some in rows.items():
            values = [
                tuple(moved(v, number) if isinstance(v, str) else v for v in row) for row in some
            ]
            holes = ", ".join("?" * len(some[0])) if some else ""
            if holes:
                file.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({holes})", values)
        file.commit()
    file.close()
    record = open_record(str(large))
    with record.change() as connection:
        events = [row.id for row in connection.execute(select(schema.events.c.id))]
        connection.execute(delete(schema.speakers))
        speaking.count(connection, events, 1)
        marks.changed(connection, events)
        record.note_stale(connection)
    record.refresh()
    record.close()


if __name__ == "__main__":
    main()
