"""Kills itself, again and again, while reports come into a record, and looks what is left.

`python crashing.py REPORTS WHERE...` adds the reports to the first record undisturbed and counts
the commits and statements of that. Into each other record they are added by a process that is
killed at one of these points, and by one more that is not. Prints, for each point, what differs.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, event

from records import added, differing, rows

Point = tuple[str, int]
SIZE = 4
"""Reports of a batch."""


def counting(counts: dict[str, int], reached: Callable[[str, int], None]) -> None:
    """Count statements and commits of this process."""

    def count(kind: str) -> None:
        counts[kind] += 1
        reached(kind, counts[kind])

    event.listen(Engine, "before_cursor_execute", lambda *_: count("statement"))
    event.listen(Engine, "commit", lambda *_: count("commit"))


def in_child(work: Callable[[], None]) -> int:
    """Do some work in a process of its own; its exit status."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def points(counts: dict[str, int], number: int) -> list[Point]:
    """Every commit, and as many statements, evenly spread, as make up a number."""
    commits = [("commit", n) for n in range(1, counts["commit"] + 1)]
    rest = max(1, number - len(commits))
    return [*commits, *(("statement", 1 + k * counts["statement"] // rest) for k in range(rest))]


def main() -> None:
    """Go through all points."""
    reports = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    first, *others = sys.argv[2:]
    counts = {"statement": 0, "commit": 0}
    counting(counts, lambda kind, number: None)
    added(first, reports, SIZE)
    found, all_points = {}, points(dict(counts), len(others))
    whole = rows(first)
    for (kind, number), where in zip(all_points, others, strict=True):

        def killed(kind: str = kind, number: int = number, where: str = where) -> None:
            def reached(now: str, count: int) -> None:
                if (now, count) == (kind, number):
                    os.kill(os.getpid(), signal.SIGKILL)

            counting({"statement": 0, "commit": 0}, reached)
            added(where, reports, SIZE)

        died = in_child(killed) == signal.SIGKILL
        finished = in_child(lambda where=where: added(where, reports, SIZE)) == 0
        wrong = differing(rows(where), whole)
        found[f"{kind} {number}"] = [died, finished, sound(where), sorted(wrong)]
    print(json.dumps(found))


def sound(where: str) -> str:
    """What SQLite itself says of the file."""
    if "://" in where:
        return "ok"
    with closing(sqlite3.connect(where)) as connection:
        strangers = connection.execute("PRAGMA foreign_key_check").fetchall()
        return str(strangers or connection.execute("PRAGMA integrity_check").fetchone()[0])


if __name__ == "__main__":
    main()
