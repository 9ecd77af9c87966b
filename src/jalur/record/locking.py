"""One writer at a time: a file beside the SQLite record, locked while somebody writes.

The lock is the operating system's, so that it ends with the process, however that ends. The file
says who holds it, so that the one who waits can say for whom.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE = 0.1
"""Seconds between two tries."""

PATIENCE = 0.5
"""Seconds after which the waiting is told."""


@contextmanager
def writing(path: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of a record while writing; wait for whoever has it, and say so once."""
    with path.open("a+", encoding="utf-8") as file:
        take(file.fileno(), path, say)
        try:
            file.truncate(0)
            file.write(json.dumps({"pid": os.getpid(), "command": " ".join(command())}))
            file.flush()
            yield
        finally:
            file.truncate(0)
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def take(handle: int, path: Path, say: Callable[[str], None]) -> None:
    """Lock a file, waiting as long as it takes."""
    begun, told = time.monotonic(), False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if not told and time.monotonic() - begun > PATIENCE:
                say(f"waiting for {holder(path)}, who writes to this record")
                told = True
            time.sleep(PAUSE)


def holder(path: Path) -> str:
    """Who holds a lock, in words."""
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        return f"process {who['pid']} ({who['command']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def command() -> list[str]:
    """The name of the running command and its first words, without paths of reports."""
    return [Path(sys.argv[0]).name, *(a for a in sys.argv[1:2] if not a.startswith("-"))]
