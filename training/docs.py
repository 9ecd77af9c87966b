"""Fills in what the program itself says in the pages: `python -m training.docs [--check]`.

Between `<!-- begin NAME -->` and `<!-- end NAME -->` in README.md and docs/ stands the example's
output, the help texts and the pinned figures. `--check` changes nothing and fails when a page is
stale.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from jalur.evaluate.floors import read_floors
from jalur.model import Report
from jalur.pipeline import understand
from jalur.reports import read
from jalur.views.cli import main as command
from jalur.views.text import Drawing

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/install.md", "docs/usage.md", "docs/evaluation.md", "docs/record.md")
BLOCK = re.compile(r"(<!-- begin ([a-z-]+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)
SHOWN = 4
"""Events of the example that the front page shows."""

NAMES = {
    "events": "events found, F1",
    "events precision": "events found, precision",
    "sourced events": "events with status and source right, F1",
    "status": "status of found events, share right",
    "tolls": "counts of people harmed, F1",
}


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    check = args.parse_args().check
    stale = [page for page in PAGES if refresh(ROOT / page, write=not check)]
    for page in stale:
        print(f"{page} {'is stale: make docs' if check else 'is fresh now'}")
    return 1 if check and stale else 0


def refresh(page: Path, *, write: bool) -> bool:
    """Whether a page was stale; it is rewritten if asked."""
    old = page.read_text(encoding="utf-8")
    new = BLOCK.sub(lambda m: f"{m[1]}{BLOCKS[m[2]]()}{m[3]}", old)
    if write and new != old:
        page.write_text(new, encoding="utf-8")
    return new != old


def example() -> str:
    """The beginning and the tolls of the example report, as a pipe gets them."""
    report = next(r for r in read(str(ROOT / "examples/paris.txt")) if isinstance(r, Report))
    out = io.StringIO()
    Drawing(file=out, width=92).draw(understand(report))
    parts = re.split(r"\n\n(?=Tolls)", out.getvalue().rstrip("\n"))
    told = parts[0].split("\n\n")
    shown = told[: SHOWN + 1]
    left = len(told) - len(shown)
    more = [f"    … and {left} more"] if left > 0 else []
    return fenced("\n\n".join([*shown, *more, *parts[1:]]))


def figures() -> str:
    """The pinned figures as a table."""
    sets = read_floors(ROOT / "tests" / "floors.toml")
    one = sets["dev"]
    lines = [
        f"| {one.reports} development reports | reached | never below | aim |",
        "|---|---|---|---|",
    ]
    for name, floor in one.floors.items():
        reached, aim = one.reached.get(name, 0.0), one.aims.get(name, 0.0)
        lines.append(f"| {NAMES.get(name, name)} | {reached:.2f} | {floor:.2f} | {aim:.2f} |")
    return "\n".join(lines) + "\n"


def record() -> str:
    """The talks that the example reports make, as a pipe gets them."""
    with TemporaryDirectory() as folder:
        where = str(Path(folder) / "doha.jalur")
        env = {"COLUMNS": "92", "TERM": "dumb", "JALUR_RECORD": where}
        runner = CliRunner(env=env)
        runner.invoke(command, ["add", str(ROOT / "examples/doha")], catch_exceptions=False)
        found = runner.invoke(command, ["talks", "gaza"], catch_exceptions=False)
    return fenced(found.output.rstrip("\n"))


def stories() -> str:
    """The pinned figures of merging as a table."""
    parts = tomllib.loads((ROOT / "tests" / "stories.toml").read_text(encoding="utf-8"))
    lines = ["| figure | to tune on | to test on |", "|---|---|---|"]
    for name in parts["tune"]:
        cells = " | ".join(f"{parts[part][name]:g}" for part in ("tune", "test"))
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"


def helped(*words: str) -> str:
    """The help text of a command."""
    found = CliRunner(env={"COLUMNS": "80", "TERM": "dumb"}).invoke(
        command, [*words, "--help"], prog_name="jalur", terminal_width=88
    )
    return fenced(found.output.rstrip("\n"))


def fenced(text: str) -> str:
    """Text as a block of its own."""
    return f"```text\n{text}\n```\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "example": example,
    "figures": figures,
    "help": helped,
    "record": record,
    "stories": stories,
    **{f"help-{name}": partial(helped, name) for name in command.commands},
}

if __name__ == "__main__":
    sys.exit(main())
