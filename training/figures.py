"""Every figure of the program in one table: `python -m training.figures [--only SET] [--check]`.

Runs the measuring commands in this process (`training.measures`), prints one table, and writes
`training/figures.toml` and `docs/figures.md`. A set that is not here, or not named with --only,
keeps its figures. `--check` measures nothing and fails when the page does not show them. Each row
has the command that prints it and the hash of what it was measured on: two figures compare only
where the hash is the same. What to reach and what others reached stands in `training/aims.toml`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from training.measures import MEASURES, SHARED, Measure

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "training" / "figures.toml"
AIMS = ROOT / "training" / "aims.toml"
PAGE = ROOT / "docs" / "figures.md"
FEWER = {"events a report"}
"""Figures of which less is better."""
INTRODUCTION = """# Figures

Written by `python -m training.figures`, which measures every set anew and fills
`training/figures.toml`; the sets themselves are not part of this repository. Figures are 0 to 1 (F1
where nothing else is said), inventions are events a report. **Bold** is at or past its aim. What
others published is for the set or part named beside it, not always the one measured here.

* `gold/dev` is held out: only its figures are looked at. Words, rules and the small models have
  been learnt from `gold/train`, so its figures say what is known, not what is read. The baselines
  get the same sentences and the same actors as the program.
* No model is trained on zsp, PolNeAR, PFSA-ID, IndoTimex, TempEval-3, TR-News and LGL. The codebook
  files some acts elsewhere than the set zsp does; `training/plover.py` says which. What it spells
  out of PLOVER's definitions was chosen with the set's table of types by types in view (not its
  sentences), so these two figures are a little high.
* re3d marks few of the relations that its texts tell, so precision on it is a lower bound.
"""


@dataclass(frozen=True)
class Row:
    """One figure: what, on which set, its value, what to reach, what others reached, how."""

    what: str
    set: str
    figure: float
    aim: str
    published: str
    command: str
    corpus: str

    @property
    def reached(self) -> bool:
        """Whether the figure is where it should be."""
        if not self.aim:
            return False
        least = float(self.aim)
        return self.figure <= least if self.what in FEWER else self.figure >= least


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", action="append", help="a set, or the beginning of its name")
    options.add_argument("--check", action="store_true", help="measure nothing; is the page fresh?")
    given = options.parse_args()
    rows = read(FILE)
    if not given.check:
        rows = measured(rows, given.only or [""])
        write(FILE, rows)
        PAGE.write_text(page(rows), encoding="utf-8")
        print("\n" + plain(rows))
        return 0
    fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page(rows)
    print(f"{PAGE.name} is {'fresh' if fresh else 'stale: python -m training.figures --only none'}")
    return 0 if fresh else 1


def measured(rows: Sequence[Row], only: Sequence[str]) -> list[Row]:
    """The rows with the chosen sets measured anew, the others as they were."""
    found: list[Row] = []
    for one in MEASURES:
        here = any(SHARED.glob(one.files))
        if here and one.set.startswith(tuple(only)):
            begun = time.monotonic()
            found += rows_of(one)
            print(f"{one.set}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        else:
            found += [replace(r, command=one.command) for r in rows if r.set == one.set]
    known = tomllib.loads(AIMS.read_text(encoding="utf-8"))
    beside = [known.get(row.set, {}).get(row.what, {}) for row in found]
    return [
        replace(row, aim=more.get("aim", ""), published=more.get("published", ""))
        for row, more in zip(found, beside, strict=True)
    ]


def rows_of(one: Measure) -> list[Row]:
    """The rows of one set, measured now, without what stands beside them."""
    corpus = corpus_of(SHARED.glob(one.files))
    return [
        Row(what, one.set, round(value, 3), "", "", one.command, corpus)
        for what, value in one.run()
    ]


def corpus_of(files: Iterable[Path]) -> str:
    """The beginning of a SHA-256 over names and bytes of files, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def read(file: Path) -> list[Row]:
    """The rows of a figures file; none when there is no such file."""
    if not file.exists():
        return []
    return [Row(**row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["figures"]]


def write(file: Path, rows: Iterable[Row]) -> None:
    """Write rows so that `read` reads them back."""
    parts = ["# The last figures; written by `python -m training.figures`.\n"]
    for row in rows:
        values = {k: v if isinstance(v, float) else f'"{v}"' for k, v in asdict(row).items()}
        parts.append("[[figures]]\n" + "".join(f"{k} = {v}\n" for k, v in values.items()))
    file.write_text("\n".join(parts), encoding="utf-8")


def page(rows: Sequence[Row]) -> str:
    """The page of all figures."""
    lines = [INTRODUCTION]
    for one in dict.fromkeys((r.set, r.command, r.corpus) for r in rows):
        lines.append(f"## {one[0]}\n\n`{one[1]}`, corpus `{one[2]}`\n")
        lines.append("| what | reached | aim | published |\n|---|---|---|---|")
        for row in rows:
            if (row.set, row.command, row.corpus) == one:
                shown = f"**{row.figure:.3f}**" if row.reached else f"{row.figure:.3f}"
                lines.append(f"| {row.what} | {shown} | {row.aim} | {row.published} |")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def plain(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    lines = [f"{'set':40}{'what':46}{'figure':>8}{'aim':>6}   published"]
    for row in rows:
        mark = "*" if row.reached else " "
        figure = f"{row.figure:.3f}{mark}"
        lines.append(f"{row.set:40}{row.what:46}{figure:>9}{row.aim:>5}   {row.published}")
    return "\n".join([*lines, "* at or past its aim"])


if __name__ == "__main__":
    sys.exit(main())
