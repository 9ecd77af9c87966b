"""The command that takes a record away."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jalur.model import JalurError
from jalur.views import export as exports
from jalur.views.progress import Progress
from jalur.views.record.adding import opened
from jalur.views.safe import visible

MANY = 1_000
"""Things that pass before progress is shown."""


def export(where: str, format_: str, out: Path) -> int:
    """Write a record in a format to `out`."""
    if str(out) == "-":
        raise JalurError("OUT is a name; to see an export, write it to a file and open that")
    beside = {os.path.realpath(f"{where}{more}") for more in ("", "-wal", "-shm", ".lock")}
    if os.path.realpath(out) in beside:
        raise JalurError(f"{out} is the record itself; give another name")
    progress = Progress(MANY, "written")
    try:
        with opened(where) as record, record.look() as connection:
            exports.export(connection, format_, out, progress.tick)
    finally:
        progress.clear()
    sys.stdout.write(f"{visible(str(out))} holds the record as {format_}\n")
    return 0
