"""How fast reports are read: `python -m training.bench [--data DIR] [--reports N]`.

Reads texts of the id_indosum set on one core, one after the other, in this process, and prints
reports and words per second, the share of each stage and the peak memory. The first report, which
loads models and knowledge, is timed apart.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from jalur import coding, events, grounding, language, sources
from jalur import pipeline as line
from jalur.model import Report
from jalur.reports import read

STAGES: tuple[tuple[Any, str], ...] = (
    (language, "parse"),
    (events, "find"),
    (events, "count"),
    (sources, "attribute"),
    (sources, "answering"),
    (grounding, "ground"),
    (coding, "fold"),
)


def main() -> None:
    """Run the benchmark and print its table."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=Path, default=Path("../shared/data/id_indosum/articles.jsonl"))
    args.add_argument("--reports", type=int, default=300)
    given = args.parse_args()
    if not given.data.exists():
        raise SystemExit(
            f"bench: {given.data} is not here; name the id_indosum articles with --data"
        )
    spent: Counter[str] = Counter()
    size = sum(1 for _ in given.data.open(encoding="utf-8"))
    reports = read_all(given.data, max(1, size // given.reports), spent)
    reading = spent["reports.read"]
    for room, door in STAGES:
        setattr(room, door, timed(getattr(room, door), f"{room.__name__[6:]}.{door}", spent))
    begun = time.process_time()
    line.understand(reports[0])
    first = time.process_time() - begun
    spent.clear()
    spent["reports.read"] = reading
    begun = time.process_time()
    found = sum(len(line.understand(report).events) for report in reports)
    total = time.process_time() - begun + reading
    words = sum(len(report.text.split()) for report in reports)
    digest = hashlib.sha256("".join(r.text for r in reports).encode()).hexdigest()[:12]
    print(f"{len(reports)} reports, {words} words, {found} events, corpus {digest}, one core")
    print(f"{len(reports) / total:.1f} reports/s  {words / total:.0f} words/s  first {first:.2f} s")
    for name, seconds in spent.most_common():
        print(f"  {name:22}{seconds / total:6.1%}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB, {os.cpu_count()} cores on this machine")


def read_all(data: Path, every: int, spent: Counter[str]) -> list[Report]:
    """Every so many of the articles as reports, the reading of them timed."""
    begun = time.process_time()
    found = [r for r in islice(read(str(data)), None, None, every) if isinstance(r, Report)]
    spent["reports.read"] += (time.process_time() - begun) / every
    return found


def timed(door: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    """A stage's door that adds its time to `spent`."""

    def through(*args: Any) -> Any:
        begun = time.process_time()
        try:
            return door(*args)
        finally:
            spent[name] += time.process_time() - begun

    return through


if __name__ == "__main__":
    main()
