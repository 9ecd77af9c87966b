"""The `read` command: reports in, coded reports out, failures named and counted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jalur import coding, reports
from jalur.model import CodedReport, Report
from jalur.pipeline import understand
from jalur.views.progress import Progress
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
    known = reports.Given(given["published"], given["outlet"], given["language"])
    progress = Progress(shown_from=MANY)
    write = Writer(choice)
    failed = 0
    for report in progress.over(incoming(paths, known)):
        if isinstance(report, reports.Failure):
            failed += 1
            progress.say(f"jalur: {report.path}: {report.error}")
        else:
            write(understand(report))
    progress.done(failed)
    return 1 if failed else 0


def incoming(paths: Sequence[str], known: reports.Given) -> Iterator[Report | reports.Failure]:
    """The reports of all paths, one after the other."""
    for path in paths:
        yield from reports.read(path, known)


class Writer:
    """Writes coded reports as they come, in the chosen style."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.drawing = Drawing(explain=choice.explain)
        if choice.out:
            choice.out.mkdir(parents=True, exist_ok=True)

    def __call__(self, report: CodedReport) -> None:
        """Write one coded report."""
        if self.choice.out:
            save(self.choice.out, report)
        elif self.choice.style == "json":
            sys.stdout.write(json.dumps(coding.write(report), ensure_ascii=False) + "\n")
        else:
            self.drawing.draw(report)


def save(folder: Path, report: CodedReport) -> None:
    """Write one `ID.json`, whole or not at all."""
    name = "".join(c if c.isalnum() or c in "._-" else "_" for c in report.report.id)[:150] or "_"
    target = folder / f"{name}.json"
    unfinished = folder / f".{name}.json.part"
    text = json.dumps(coding.write(report), ensure_ascii=False, indent=1) + "\n"
    unfinished.write_bytes(text.encode("utf-8", "surrogatepass"))
    unfinished.replace(target)
