"""The commands that change a record: add, judge, split, withdraw, rebuild."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from jalur import reports
from jalur.model import JalurError, Report
from jalur.pipeline import absorb, reread
from jalur.record import Record, asking, open_record
from jalur.views.progress import Progress

MANY = 3
AT_ONCE = 200
"""Failures that are written to the log in one go."""


@contextmanager
def opened(where: str) -> Iterator[Record]:
    """A record, closed in the end."""
    progress = Progress(shown_from=MANY)
    record = open_record(where, progress.say)
    try:
        yield record
    finally:
        record.close()


def add(where: str, paths: Sequence[str], given: Mapping[str, str | None]) -> int:
    """Read every path into the record; 0 when all was read, 1 when something failed."""
    if not all(paths):
        raise JalurError("a path is empty; give a file, a folder or - for standard input")
    known = reports.Given(given["published"], given["outlet"], given["language"])
    each = [reports.read(path, known) for path in paths]
    progress = Progress(shown_from=MANY)
    with opened(where) as record, Failures(record, progress) as failed:
        read = progress.over(failed.sifted(found for readings in each for found in readings))
        done = absorb(read, record, failed.note)
        progress.clear()
        record.refresh()
        with record.look() as connection:
            copies = asking.copied(connection)
    sys.stdout.write(
        f"{done.new} new, {done.known} known, {failed.count} failed;"
        f" {copies} of the record's reports are copies of others\n"
    )
    return 1 if failed.count else 0


class Failures:
    """What could not be read, understood or kept: said at once, and kept in the record's log."""

    def __init__(self, record: Record, progress: Progress) -> None:
        self.record = record
        self.progress = progress
        self.waiting: list[tuple[str, str]] = []
        self.count = 0

    def __enter__(self) -> Failures:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Keep the failures whatever ended the work, unless it was the record itself."""
        if kind is None or not issubclass(kind, JalurError):
            self.keep()

    def sifted(self, read: Iterator[Report | reports.Failure]) -> Iterator[Report]:
        """The reports among what was read."""
        for one in read:
            if isinstance(one, reports.Failure):
                self.note(one.path, str(one.error))
            else:
                yield one

    def note(self, path: str, why: str) -> None:
        """One failure."""
        self.count += 1
        self.waiting.append((path, why))
        self.progress.say(why if why.startswith(path) else f"{path}: {why}")
        if len(self.waiting) >= AT_ONCE:
            self.keep()

    def keep(self) -> None:
        """Write the failures into the record's log."""
        self.record.fail(self.waiting)
        self.waiting = []


def judge(where: str, verdict: str, pair: tuple[str, str], by: str, why: str) -> int:
    """Keep a person's word that two events or claims are one happening, or are two."""
    with opened(where) as record:
        with record.look() as connection:
            left, right = (meant(connection, one) for one in pair)
        if set(left) & set(right):
            raise JalurError(f"{pair[0]} and {pair[1]} are one event; part it with `jalur split`")
        said(record.decide(verdict, left, right, by, why))
    return 0


def split(where: str, event: str, claims: Sequence[str], by: str, why: str) -> int:
    """Part some claims from their event."""
    with opened(where) as record:
        with record.look() as connection:
            members = asking.event(connection, event).claims
        unknown = sorted(set(claims) - set(members))
        if unknown:
            raise JalurError(f"{unknown[0]} is no claim of {event}; `jalur event {event}` has them")
        rest = [c for c in members if c not in claims]
        if not rest:
            raise JalurError(f"these are all claims of {event}; name those that are of another")
        said(record.decide("different", list(claims), rest, by, why))
    return 0


def withdraw(where: str, judgement: str, by: str, why: str) -> int:
    """Take a person's judgement back."""
    with opened(where) as record:
        with record.look() as connection:
            asking.judgement(connection, judgement)
        said(record.decide("withdrawn", [judgement], [], by, why))
    return 0


def said(judgement: str) -> None:
    """Tell under which id a judgement is kept."""
    sys.stdout.write(f"kept as {judgement}; take it back with `jalur withdraw {judgement}`\n")


def meant(connection: Connection, wanted: str) -> tuple[str, ...]:
    """The claims of an event, or the claim of that id alone."""
    event = asking.event(connection, wanted)
    return (wanted,) if wanted in event.claims else event.claims


def rebuild(where: str, anew: bool) -> int:
    """Derive everything anew, from the kept codings or from the kept texts."""
    with opened(where) as record:
        if anew:
            number = reread(record, lambda name, why: Progress(MANY).say(f"{name}: {why}"))
        else:
            number = record.rebuild()
    sys.stdout.write(f"{number} reports, everything derived anew\n")
    return 0
