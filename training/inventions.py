"""Events read from reports that tell none: `python -m training.inventions`.

Reads reports of sport, entertainment and technology of the id_indosum set, a seeded choice, and
prints how many events the program finds in them, by category and by the words that told them. The
less the better; a few are right (a strike of players, a ban), so the aim is at most one a report.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jalur.model import CodedReport, Report
from jalur.pipeline import understand
from jalur.reports import Given, read

CATEGORIES = ("olahraga", "showbiz", "hiburan", "teknologi")
SEED = 2024
AIM = 1.0
"""Events a report, on average."""


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=Path, default=Path("../shared/data/id_indosum/articles.jsonl"))
    args.add_argument("--reports", type=int, default=200)
    args.add_argument("--list", action="store_true", help="each event with its sentence")
    given = args.parse_args()
    if not given.data.exists():
        raise SystemExit(f"inventions: {given.data} is not here; name the articles with --data")
    reports, events = Counter[str](), Counter[str]()
    types, words = Counter[str](), Counter[str]()
    for category, coded in coded_reports(given.data, given.reports):
        reports[category] += 1
        events[category] += len(coded.events)
        for event in coded.events:
            word = event.trigger.cut(coded.report.text).lower()
            types[event.type] += 1
            words[f"{event.type} {word}"] += 1
            if given.list:
                sentence = " ".join(event.evidence[0].cut(coded.report.text).split())
                print(f"{coded.report.id[:40]}  {event.type} {word}: {sentence[:150]}")
    show(reports, events, types, words)


def coded_reports(data: Path, number: int) -> Iterator[tuple[str, CodedReport]]:
    """Category and coded report of a seeded choice of articles, each category alike."""
    with data.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["category"] in CATEGORIES]
    for row in chosen(rows, number):
        found = report_of(row)
        if found:
            yield row["category"], understand(found)


def chosen(rows: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """An even share of each category, drawn by a seeded shuffle."""
    draw = random.Random(SEED)
    by_category = {c: [r for r in rows if r["category"] == c] for c in CATEGORIES}
    for some in by_category.values():
        draw.shuffle(some)
    present = [some for some in by_category.values() if some]
    taken = [some[k] for k in range(max(map(len, present))) for some in present if k < len(some)]
    return taken[:number]


def report_of(row: dict[str, Any]) -> Report | None:
    """The report of one article, or None when it cannot be read."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(row, file)
        file.flush()
        return next((r for r in read(file.name, Given()) if isinstance(r, Report)), None)


def line(name: str, reports: int, events: int) -> str:
    """One line of the table."""
    return f"{name:12}{reports:5} reports {events:5} events {events / max(reports, 1):6.2f}"


def show(
    reports: Counter[str], events: Counter[str], types: Counter[str], words: Counter[str]
) -> None:
    """Print the table."""
    total, found = sum(reports.values()), sum(events.values())
    for category in CATEGORIES:
        if reports[category]:
            print(line(category, reports[category], events[category]))
    print(f"{line('all', total, found)}  (aim at most {AIM:.2f})")
    print("types    " + ", ".join(f"{name} {n}" for name, n in types.most_common()))
    print("triggers " + ", ".join(f"{name} {n}" for name, n in words.most_common(25)))


if __name__ == "__main__":
    main()
