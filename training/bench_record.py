"""What a record costs as it grows: `python -m training.bench_record [--claims N ...]`.

Fills records with invented coded reports (`training.invented`) up to each number of claims, in
batches of 200 as `jalur add` does, derives events and talks once in the end, then adds a batch of
200 and one of 20, all that follows from each derived, and asks every question many times over.
Reading is not part of it: `training.bench` times that.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from jalur.record import Record, asking, open_record
from jalur.record.asking import Wanted
from training.invented import PAIRS, WORDS, reports

BATCH = 200
SMALL = 20
SIZES = (1_000, 10_000, 100_000)
ASKED = 12
"""Times that each question is asked, each time about something else."""

Question = Callable[[Any], object]


def main() -> None:
    """Fill a record of each size in a process of its own and print the table."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--claims", type=int, nargs="+", default=SIZES)
    args.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = args.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return
    found = [apart(size) for size in given.claims]
    show(found)


def apart(size: int) -> dict[str, Any]:
    """One size measured in a process of its own, so that memory is its own too."""
    line = [sys.executable, "-m", "training.bench_record", "--one", str(size)]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(size: int) -> dict[str, Any]:
    """Everything about a record of so many claims."""
    with TemporaryDirectory() as folder:
        record = open_record(f"{folder}/r.jalur")
        stream = reports()
        begun, claims, count = time.process_time(), 0, 0
        while claims < size:
            some = list(islice(stream, BATCH))
            record.add([(one, None) for one in some], "bench")
            claims += sum(len(one["events"]) for one in some)
            count += len(some)
        adding = time.process_time() - begun
        begun = time.process_time()
        record.refresh()
        deriving = time.process_time() - begun
        more = {n: one_more(record, stream, n) for n in (BATCH, SMALL)}
        asked = answers(record)
        record.close()
        return {
            "claims": claims,
            "reports": count,
            "adding": 1000 * adding / count,
            "deriving": 1000 * deriving / count,
            "more": more[BATCH],
            "few": more[SMALL],
            "asked": asked,
            "file": Path(f"{folder}/r.jalur").stat().st_size / 1e6,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def one_more(record: Record, stream: Iterator[dict[str, Any]], number: int) -> float:
    """Milliseconds a report that one more `jalur add` takes, with all that follows from it."""
    begun = time.process_time()
    record.add([(one, None) for one in islice(stream, number)], "bench")
    record.refresh()
    return 1000 * (time.process_time() - begun) / number


def answers(record: Record) -> dict[str, list[float]]:
    """Milliseconds that each question took, each time it was asked."""
    found: dict[str, list[float]] = defaultdict(list)
    with record.look() as connection:
        pass
    for name, question in questions(record):
        begun = time.process_time()
        with record.look() as connection:
            question(connection)
        found[name].append(1000 * (time.process_time() - begun))
    return found


def questions(record: Record) -> Iterator[tuple[str, Question]]:
    """Every question, about this and that."""
    chance = Random(3)
    with record.look() as connection:
        page = asking.events(connection, Wanted(), 500)
        days = sorted(e.start for e in page.events if e.start)
        talks = asking.all_processes(connection)
    for _ in range(ASKED):
        event, day = chance.choice(page.events), chance.choice(days)
        code, word = chance.choice(chance.choice(PAIRS)), chance.choice(WORDS)
        process = chance.choice(talks).id
        for name, wanted in (
            ("all", Wanted()),
            ("type", Wanted(type=event.type)),
            ("actor", Wanted(actor=code)),
            ("recipient", Wanted(recipient=code)),
            ("place", Wanted(place=event.place)),
            ("status", Wanted(status=event.status)),
            ("process", Wanted(process=process)),
            ("source", Wanted(source=f"bicara {code}")),
            ("outlet", Wanted(outlet="Antara")),
            ("since", Wanted(since=day, until=day)),
            ("independent", Wanted(min_independent=3)),
            ("text", Wanted(text=word)),
            ("disputed", Wanted(disputed=True)),
            ("several", Wanted(actor=code, type="ASSAULT", since="2021-03-01", text=word)),
        ):
            yield f"events {name}", lambda c, w=wanted: asking.events(c, w, 50)
        yield "event", lambda c, e=event: asking.event(c, e.id)
        yield "claims", lambda c, e=event: (asking.claims(c, e), asking.counts(c, e))
        yield "talks", asking.all_processes
        yield "process", lambda c, p=process: asking.process(c, p)
        yield "tolls", lambda c: asking.series(c, False, 50)
        yield "tolls disputed", lambda c: asking.series(c, True, 50)
        yield "sources", lambda c: asking.speakers(c, 50)
        yield "changes", lambda c, d=day: asking.changes(c, d, 500)
        yield "text", lambda c, w=word: asking.mentions(c, w)
        yield "size", asking.size
        yield "copies", asking.copied
        yield "judgements", asking.judgements
        yield "failures", asking.failures


def show(found: list[dict[str, Any]]) -> None:
    """Print the table."""
    print("claims   reports  adding  deriving  200 more  20 more  question p95  memory   file")
    for one in found:
        every = sorted(t for times in one["asked"].values() for t in times)
        print(
            f"{one['claims']:7,} {one['reports']:8,}  {one['adding']:4.1f} ms"
            f"  {one['deriving']:5.1f} ms  {one['more']:5.1f} ms  {one['few']:4.1f} ms"
            f"  {every[int(len(every) * 0.95)]:9.0f} ms  {one['memory']:4.0f} MB"
            f"  {one['file']:4.0f} MB"
        )
    slow = {name: sorted(times)[-1] for name, times in found[-1]["asked"].items()}
    print("slowest answers of the largest record, ms:")
    for name, worst in sorted(slow.items(), key=lambda p: -p[1])[:10]:
        print(f"  {name:20}{worst:7.0f}")


if __name__ == "__main__":
    main()
