"""Holds a record of real headlines against what is publicly known: `python -m training.gaza`.

Adds `../shared/data/id_headlines_gaza` (five Indonesian outlets, 15,831 headlines) to a record,
looks for each happening of `training/known_gaza.yaml`, and writes `docs/gaza.md`: found or missed,
day and participants right, how many outlets. JALUR_GAZA names a record made before.
"""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from jalur import reports
from jalur.days import number
from jalur.history import Event, Process
from jalur.model import Report
from jalur.pipeline import absorb
from jalur.record import Record, asking, open_record

HEADLINES = Path("../shared/data/id_headlines_gaza/headlines.csv")
KNOWN = Path("training/known_gaza.yaml")
PAGE = Path("docs/gaza.md")
SLACK = 2
"""Days more than a happening lasted that its event may have."""

LATE = 5
"""Days after a happening within which a headline without a day can tell of it."""


@dataclass(frozen=True)
class Known:
    """Something that is publicly known to have happened."""

    what: str
    first: str
    last: str
    types: tuple[str, ...]
    codes: frozenset[str]
    words: re.Pattern[str]


def known() -> list[Known]:
    """The happenings to look for."""
    raw: list[list[Any]] = yaml.safe_load(KNOWN.read_text(encoding="utf-8"))
    return [
        Known(w, str(a), str(b), tuple(t), frozenset(c), re.compile(p, re.I))
        for w, a, b, t, c, p in raw
    ]


def days(first: str | None, last: str | None) -> str:
    """A day or a range."""
    return f"{first}" if first == last else f"{first} to {last}"


def moved(day: str, days: int) -> str:
    """A day some days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def found(one: Known, events: list[Event], quotes: dict[str, str]) -> Event | None:
    """The event that tells a happening, that of most outlets if several do."""

    def tells(event: Event) -> bool:
        words = any(one.words.search(quotes[c]) for c in event.claims)
        return event.type in one.types and words and in_time(one, event)

    fitting = [e for e in events if tells(e)]
    return max(
        fitting,
        key=lambda e: (one.codes <= e.codes, day_right(one, e), e.outlets, e.id),
        default=None,
    )


def in_time(one: Known, event: Event) -> bool:
    """Whether an event can have been on the days of a happening."""
    if event.start and event.end:
        return event.start <= moved(one.last, 1) and moved(one.first, -1) <= event.end
    return one.first <= event.first[:10] <= moved(one.last, LATE)


def day_right(one: Known, event: Event) -> bool:
    """Whether an event has the very days, or some of them and few others."""
    if not event.start or not event.end or event.start > one.last or event.end < one.first:
        return False
    return number(event.end) - number(event.start) <= number(one.last) - number(one.first) + SLACK


def bounded(one: Known, event: Event) -> bool:
    """Whether the days of publication, where no day is told, bound a happening's own."""
    if not event.earliest or not event.latest:
        return False
    return event.earliest <= one.last and one.first <= event.latest


def told_days(one: Known, event: Event) -> str:
    """The days in the record, or those that bound them, and whether they are right."""
    if event.start:
        return f"{days(event.start, event.end)}{' ✓' if day_right(one, event) else ''}"
    if event.latest:
        mark = " (✓)" if bounded(one, event) else ""
        return f"within {days(event.earliest, event.latest)}{mark}"
    return f"told {event.first[:10]}"


def table(events: list[Event], quotes: dict[str, str]) -> tuple[list[str], dict[str, int]]:
    """The rows of the page and how many were found, with the day, with the participants."""
    rows, sums = [], {"found": 0, "day": 0, "bounded": 0, "participants": 0}
    for one in known():
        event = found(one, events, quotes)
        known_days = days(one.first, one.last)
        if event is None:
            rows.append(f"| {one.what} | {known_days} | missed | | | | |")
            continue
        right, who = day_right(one, event), one.codes <= event.codes
        sums["found"] += 1
        sums["day"] += right
        sums["participants"] += who
        sums["bounded"] += bounded(one, event)
        sides = " ".join(p.code for p in event.actors)
        sides += " → " + " ".join(p.code for p in event.recipients) if event.recipients else ""
        rows.append(
            f"| {one.what} | {known_days} | {event.type} | {told_days(one, event)} |"
            f" {sides}{' ✓' if who else ''} | {event.outlets} | {event.reports} |"
        )
    return rows, sums


def talks(process: Process) -> list[str]:
    """The rounds of the talks as rows."""
    return [
        f"| {r.start or 'told ' + r.first[:10]} | {r.kind} | {r.venue or ''} |"
        f" {' '.join(r.parties)} | {' '.join(r.mediators)} | {r.status} | {r.outlets} |"
        for r in process.rounds
    ]


def page(record: Record, seconds: float | None) -> str:
    """The page."""
    with record.look() as connection:
        events = asking.all_events(connection)
        quotes = asking.quotes(connection)
        size = asking.size(connection)
        process = asking.process(connection, "gaza")
    rows, sums = table(events, quotes)
    speed = f" in {seconds:.0f} s" if seconds else ""
    return "\n".join(
        [
            "# A real story: nine months of headlines on Gaza",
            "",
            "Written by `python -m training.gaza` from `../shared/data/id_headlines_gaza`, the",
            f"headlines of five Indonesian outlets: {size.reports:,} reports,"
            f" {size.claims:,} claims, {size.events:,} events{speed}.",
            "Headlines alone, no texts: most give no day, and the day of publication never stands",
            "in for it; it bounds it (*within*: over when first told, and nine in ten tell of",
            "the three days before). ✓ marks a day or participants as publicly known (see",
            "`training/known_gaza.yaml`), (✓) bounds in which the known day lies.",
            "",
            f"Of {len(rows)} happenings {sums['found']} are found, {sums['day']} with the day and"
            f" {sums['bounded']} with right bounds of it, {sums['participants']} with those who"
            " must be named.",
            "",
            "| what is known | day | coded as | day in the record | who | outlets | reports |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"## The talks that it gives: {process.name}, {process.state}",
            "",
            "| day | kind | venue | parties | mediators | status | outlets |",
            "|---|---|---|---|---|---|---|",
            *talks(process),
            "",
        ]
    )


def main() -> None:
    """Add the headlines, or open the record made before, and write the page."""
    where, seconds = os.environ.get("JALUR_GAZA"), None
    record = open_record(where or "build/gaza.jalur")
    if where is None:
        begun = time.monotonic()
        read = reports.read(str(HEADLINES), reports.Given(language="id"))
        absorb(
            (r for r in read if isinstance(r, Report)), record, lambda name, why: print(name, why)
        )
        record.refresh()
        seconds = time.monotonic() - begun
    text = page(record, seconds)
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
