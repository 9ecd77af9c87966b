"""The `read` command: reports in, coded reports out, failures named and counted."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jalur import reports
from jalur.model import CodedReport, JalurError, Report
from jalur.pipeline import understood
from jalur.views.progress import Progress
from jalur.views.saving import Folder, as_line
from jalur.views.text import Drawing

MANY = 3
"""From how many reports on progress is shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How the coded reports are wanted: text or json, to a folder or not, explained or not."""

    style: str
    out: Path | None
    explain: bool


def run(paths: Sequence[str], given: Mapping[str, str | None], choice: Choice) -> int:
    """Read every path and write what is found; 0 when all was read, 1 when something failed."""
    if not all(paths):
        raise JalurError("a path is empty; give a file, a folder or - for standard input")
    known = reports.Given(given["published"], given["outlet"], given["language"])
    each = [reports.read(path, known) for path in paths]
    progress = Progress(shown_from=MANY)
    write = Writer(choice, progress)
    failed = 0
    for report in progress.over(found for readings in each for found in readings):
        failed += not one(report, write, progress)
    progress.done(failed)
    return 1 if failed else 0


def one(report: Report | reports.Failure, write: Writer, progress: Progress) -> bool:
    """Understand and write one report; False, with a line on standard error, when that fails."""
    if isinstance(report, reports.Failure):
        said = str(report.error)
        progress.say(said if said.startswith(report.path) else f"{report.path}: {said}")
        return False
    coded = understood(report, report.id, lambda name, why: progress.say(f"{name}: {why}"))
    if coded is None:
        return False
    write(coded)
    return True


class Writer:
    """Writes coded reports as they come, in the chosen style."""

    def __init__(self, choice: Choice, progress: Progress) -> None:
        self.folder = Folder(choice.out, progress.say) if choice.out else None
        self.style = choice.style
        self.progress = progress
        encode_output(strict=choice.style == "json")
        self.drawing = Drawing(explain=choice.explain)

    def __call__(self, report: CodedReport) -> None:
        """Write one coded report."""
        if self.folder:
            self.folder.save(report)
            return
        self.progress.clear()
        if self.style == "json":
            sys.stdout.write(as_line(report))
        else:
            self.drawing.draw(report)


def encode_output(strict: bool) -> None:
    """JSON is UTF-8 wherever it goes; text has a question mark for what the terminal lacks."""
    change = getattr(sys.stdout, "reconfigure", None)
    if change and strict:
        change(encoding="utf-8", newline="\n")
    elif change:
        change(errors="replace")
