"""The record: reports are added, persons judge, and everything else is derived and asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from jalur.model import JalurError, Report
from jalur.record import judging, loading, rebuilding, schema
from jalur.record.counting import derive_series
from jalur.record.database import Database, Say
from jalur.record.derive import derive
from jalur.record.faults import Refused, first_line
from jalur.record.identity import clean, standing, standing_of
from jalur.record.locking import Busy
from jalur.record.regrouping import regroup
from jalur.record.rows import Rows, derived, primary
from jalur.record.speaking import name
from jalur.record.talking import derive_talks
from jalur.record.words import FRESH, OUTDATED, STALE, mark, marked
from jalur.record.writing import put_derived, put_failures, put_primary, take_away

Json = dict[str, Any]


@dataclass(slots=True)
class Added:
    """What came of adding: how many reports were new, known before, not understood or not kept;
    `refused` are the names of the last of these, and why."""

    new: int = 0
    known: int = 0
    failed: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


class Record:
    """A record in a database; `open_record` opens one."""

    def __init__(self, where: str, say: Say) -> None:
        self.where = where
        self.known = loading.Tellings()
        self.generation: str | None = None
        self.database = Database(where, say)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    @contextmanager
    def change(self, wait: bool = True) -> Iterator[Connection]:
        """A transaction of the only writer: all of it is kept, or nothing."""
        try:
            with self.database.change(wait) as connection:
                self.keep_up(connection)
                yield connection
        except BaseException:
            self.known.forget()
            raise

    def keep_up(self, connection: Connection) -> None:
        """Forget the tellings in memory when somebody changed those in the record."""
        generation = marked(connection, "generation")
        if generation != self.generation:
            self.known.forget()
        self.generation = generation

    def move_on(self, connection: Connection) -> None:
        """Tell everybody who has tellings in memory that those in the record have changed."""
        self.generation = str(int(marked(connection, "generation") or 0) + 1)
        mark(connection, "generation", self.generation)
        self.known.forget()

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A view of the record as it is now, its events and talks brought up to date before;
        while somebody else writes, that is left to them."""
        if not self.database.frozen:
            self.refresh(wait=False)
        with self.database.look() as connection:
            yield connection

    def holds(self, report: Report) -> bool:
        """Whether the record has a report, and no worse reading of it than this one."""
        table = schema.reports
        with self.database.look() as connection:
            query = select(table).where(table.c.id == report.id)
            row = connection.execute(query).one_or_none()
        return row is not None and standing_of(row._mapping) <= standing(report)

    def add(self, coded: Sequence[loading.Coded], version: str) -> Added:
        """Add coded reports in one transaction; those that cannot be kept are left out.

        When the server went away, once more from the beginning when it is back.
        """
        try:
            return self.database.twice(lambda: self.add_once(coded, version))
        except Exception as error:  # one report must not stop the others
            if isinstance(error, JalurError) and not isinstance(error, Refused):
                raise
            if len(coded) == 1:
                (one, name), why = coded[0], first_line(error)
                return Added(refused=[(name or one["report"]["id"], f"not kept ({why})")])
        half = len(coded) // 2
        one_half, other = self.add(coded[:half], version), self.add(coded[half:], version)
        return Added(
            one_half.new + other.new,
            one_half.known + other.known,
            refused=one_half.refused + other.refused,
        )

    def add_once(self, coded: Sequence[loading.Coded], version: str) -> Added:
        """Add coded reports in one transaction."""
        with self.change() as connection:
            fresh, worse = loading.sifted(connection, coded)
            beside = set[str]()
            if worse:
                beside = take_away(connection, worse)
                self.move_on(connection)
            at = now()
            for one, name in fresh:
                put_primary(connection, primary(one, name and clean(name), version, at))
            self.put([one for one, _ in fresh], connection, beside)
            new = len(fresh) - len(worse)
            return Added(new, len(coded) - new)

    def put(
        self, coded: Sequence[Json], connection: Connection, beside: Iterable[str] = ()
    ) -> None:
        """Write what follows from coded reports and note whose events it touches; reports
        `beside` have lost a copy."""
        rows = Rows()
        for one in coded:
            derived(one, rows)
        put_derived(connection, rows)
        self.known.add(rows.tellings)
        if coded:
            derive(connection, rows, set(beside), self.known)
            self.note_stale(connection)

    def refresh(self, wait: bool = True) -> None:
        """Derive events, talks and series of numbers if anything changed since they were.

        While somebody else writes, wait for them or leave it to them.
        """
        with self.database.look() as connection:
            if marked(connection, "derived") not in (STALE, OUTDATED):
                return
        try:
            self.database.twice(lambda: self.settle_once(wait))
        except Busy:
            return

    def settle_once(self, wait: bool) -> None:
        """Derive what is to be derived, in one transaction."""
        with self.change(wait) as connection:
            outdated = marked(connection, "derived") == OUTDATED
            (self.derive_all if outdated else self.settle)(connection)

    def note_stale(self, connection: Connection) -> None:
        """Note that something is to be derived, if not all is."""
        if marked(connection, "derived") != OUTDATED:
            mark(connection, "derived", STALE)

    def settle(self, connection: Connection) -> None:
        """Derive events, talks and series."""
        regroup(connection, self.known)
        name(connection)
        derive_series(connection)
        derive_talks(connection)
        mark(connection, "derived", FRESH)

    def decide(
        self, verdict: str, left: Sequence[str], right: Sequence[str], by: str, why: str
    ) -> str:
        """Keep a person's judgement on claims, or `withdrawn` with one judgement's id; its id.

        What it changes is derived when somebody next asks. Raises JalurError for a judgement that
        cannot be.
        """
        if not by.strip() or not why.strip():
            raise JalurError("a judgement has an author and a reason; give --by and --why")
        at: list[str] = []

        def once() -> str:
            with self.change() as connection:
                at[:] = at or [judging.moment(connection)]
                judging.check(connection, verdict, left, right)
                touched = {*left, *right}
                if verdict == "withdrawn":
                    touched = judging.claims_on(connection, left[0])
                id_ = judging.keep(
                    connection, verdict, (left, right), author=by.strip(), why=why.strip(), at=at[0]
                )
                judging.touch(connection, touched)
                self.note_stale(connection)
            return id_

        return self.database.twice(once)

    def fail(self, failures: Sequence[tuple[str, str]]) -> None:
        """Keep in the log what could not be read, and why."""

        def once() -> None:
            with self.change() as connection:
                put_failures(connection, failures, now())

        if failures:
            self.database.twice(once)

    def kept(self) -> Iterator[Json]:
        """Every report of the record as it was coded, with its text, in the order of names."""
        with self.database.look() as connection:
            yield from loading.kept(connection)

    def recode(self, coded: Sequence[Json] | None, version: str) -> None:
        """Put new codings aside until `rebuild` takes them all at once; None forgets those that
        an earlier rebuild left behind."""

        def once() -> None:
            with self.change() as connection:
                rebuilding.put_aside(connection, coded, version)

        self.database.twice(once)

    def rebuild(self, recoded: bool = False) -> int:
        """Drop all that is derived and derive it again, from new codings put aside if wanted; how
        many reports there are. Raises JalurError, and changes nothing, for an altered text."""

        def once() -> int:
            with self.change() as connection:
                if recoded:
                    rebuilding.adopt(connection)
                return self.derive_all(connection)

        return self.database.twice(once)

    def derive_all(self, connection: Connection) -> int:
        """Drop all that is derived and derive it again; how many reports there are."""
        number = 0
        rebuilding.clear(connection)
        self.move_on(connection)
        reports = loading.kept(connection)
        while part := list(islice(reports, loading.AT_ONCE)):
            self.put(part, connection)
            number += len(part)
        self.settle(connection)
        return number


def now() -> str:
    """This moment in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
