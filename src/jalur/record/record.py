"""The record: reports are added, persons judge, and everything else is derived and asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text
from sqlalchemy.exc import OperationalError

from jalur.record import engine as engines
from jalur.record import loading, schema
from jalur.record.derive import derive, regroup
from jalur.record.locking import writing
from jalur.record.migrations import migrate
from jalur.record.packing import unpack
from jalur.record.rows import Rows, derived, primary
from jalur.record.talking import derive_talks

Json = dict[str, Any]

WRITER = 0x6A616C75
"""Key of the lock that writers hold on PostgreSQL: "jalu"."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: new reports, and those that were known before."""

    new: int
    known: int


class Record:
    """A record in a database; `open_record` opens one."""

    def __init__(self, where: str, say: Say) -> None:
        self.where = where
        self.say = say
        self.known = loading.Tellings()
        with engines.in_words(where):
            self.engine = engines.engine_of(where)
            if self.behind():
                with self.locked():
                    migrate(self.engine)

    def behind(self) -> bool:
        """Whether the database is not of this version; raises JalurError for a newer one."""
        from jalur.record.migrations import STEPS, steps_done

        return steps_done(self.engine) != len(STEPS)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer of a SQLite file; PostgreSQL locks inside its transactions."""
        if engines.is_url(self.where):
            yield
            return
        with writing(Path(f"{self.where}.lock"), self.say):
            yield

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """A transaction of the only writer: all of it is kept, or nothing."""
        with engines.in_words(self.where), self.locked(), self.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(WRITER)))
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A view of the record as it is now; the talks are brought up to date before."""
        self.refresh()
        with engines.in_words(self.where), self.engine.connect() as connection:
            yield connection

    def holds(self, report: str) -> bool:
        """Whether a report is in the record."""
        table = schema.reports
        with engines.in_words(self.where), self.engine.connect() as connection:
            query = select(table.c.id).where(table.c.id == report)
            return connection.execute(query).first() is not None

    def add(self, coded: Sequence[tuple[Json, str | None]], version: str) -> Added:
        """Add coded reports, each with the name that it was read under, in one transaction.

        A broken connection to a server is tried once more from the beginning.
        """
        try:
            return self.add_once(coded, version)
        except OperationalError:
            self.known.forget()
            return self.add_once(coded, version)

    def add_once(self, coded: Sequence[tuple[Json, str | None]], version: str) -> Added:
        """Add coded reports in one transaction."""
        with self.change() as connection:
            unknown = self.unknown(connection, coded)
            for one, name in unknown:
                put_primary(connection, primary(one, name, version, now()))
            self.put([one for one, _ in unknown], connection)
            return Added(len(unknown), len(coded) - len(unknown))

    def unknown(
        self, connection: Connection, coded: Sequence[tuple[Json, str | None]]
    ) -> list[tuple[Json, str | None]]:
        """The reports among some that the record does not hold, each once."""
        fresh = {one["report"]["id"]: (one, name) for one, name in reversed(coded)}
        table = schema.reports
        held = loading.among(connection, select(table.c.id), table.c.id, fresh)
        for row in list(held):
            del fresh[row.id]
        return [fresh[i] for i in sorted(fresh)]

    def put(self, coded: Sequence[Json], connection: Connection) -> None:
        """Write what follows from coded reports, and derive events anew."""
        rows = Rows()
        for one in coded:
            derived(one, rows)
        put_derived(connection, rows)
        self.known.add(rows.tellings)
        if coded:
            derive(connection, [one["report"]["id"] for one in coded], rows.tellings, self.known)
            mark(connection, "talks", "stale")

    def refresh(self) -> None:
        """Derive the talks and the series of numbers if anything changed since."""
        with engines.in_words(self.where), self.engine.connect() as connection:
            if marked(connection, "talks") != "stale":
                return
        with self.change() as connection:
            derive_talks(connection)
            mark(connection, "talks", "fresh")

    def decide(
        self, verdict: str, left: Sequence[str], right: Sequence[str], by: str, why: str
    ) -> str:
        """Keep a person's judgement on claims and derive anew what it changes; its id."""
        at = now()
        key = "|".join((verdict, *left, *right, by, why, at))
        id_ = "j" + hashlib.sha256(key.encode()).hexdigest()[:12]
        with self.change() as connection:
            touched = {*left, *right}
            if verdict == "withdrawn":
                touched = judged(connection, left[0])
            connection.execute(
                insert(schema.judgements).values(
                    id=id_,
                    verdict=verdict,
                    left_claims=" ".join(left),
                    right_claims=" ".join(right),
                    author=by,
                    why=why,
                    at=at,
                )
            )
            regroup(connection, touched, self.known, set())
            mark(connection, "talks", "stale")
        return id_

    def fail(self, path: str, reason: str) -> None:
        """Keep what could not be read, once."""
        id_ = "f" + hashlib.sha256(f"{path}|{reason}".encode()).hexdigest()[:12]
        table = schema.failures
        with self.change() as connection:
            connection.execute(delete(table).where(table.c.id == id_))
            connection.execute(insert(table).values(id=id_, path=path, reason=reason, at=now()))

    def kept(self) -> Iterator[Json]:
        """Every report of the record as it was coded, with its text, in the order of names."""
        table, texts = schema.coded, schema.reports
        with engines.in_words(self.where), self.engine.connect() as connection:
            ids = [r.id for r in connection.execute(select(texts.c.id).order_by(texts.c.id))]
            query = select(table.c.json, texts.c.text, texts.c.id).join(
                texts, texts.c.id == table.c.report
            )
            for part in loading.chunks(ids):
                rows = connection.execute(query.where(texts.c.id.in_(part)).order_by(texts.c.id))
                for row in rows:
                    one = unpack(dict[str, Any], row.json)
                    yield {**one, "report": {**one["report"], "text": row.text}}

    def recode(self, coded: Sequence[Json], version: str) -> None:
        """Put new codings in the place of older ones; `rebuild` then derives anew from them."""
        table = schema.coded
        with self.change() as connection:
            for one in coded:
                row = primary(one, None, version, now()).coded[0]
                connection.execute(table.update().where(table.c.report == row["report"]), row)

    def rebuild(self) -> int:
        """Drop all that is derived and derive it again; how many reports there are."""
        everything = list(self.kept())
        with self.change() as connection:
            for table in reversed(schema.DERIVED):
                connection.execute(delete(table))
            connection.execute(text("DELETE FROM searchable"))
            self.known.forget()
            for start in range(0, len(everything), loading.AT_ONCE):
                self.put(everything[start : start + loading.AT_ONCE], connection)
        return len(everything)


def put_primary(connection: Connection, rows: Rows) -> None:
    """Write a report as it was read and coded."""
    connection.execute(insert(schema.reports), rows.reports)
    connection.execute(insert(schema.coded), rows.coded)


def put_derived(connection: Connection, rows: Rows) -> None:
    """Write the rows that follow from coded reports alone."""
    for table in (
        schema.claims,
        schema.participants,
        schema.sources,
        schema.tolls,
        schema.blocks,
        schema.bands,
    ):
        if found := getattr(rows, table.name):
            connection.execute(insert(table), found)
    if rows.searchable:
        words = ":terms" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :terms)"
        connection.execute(
            text(f"INSERT INTO searchable (report, terms) VALUES (:report, {words})"),
            rows.searchable,
        )


def judged(connection: Connection, judgement: str) -> set[str]:
    """The claims that a judgement is on."""
    table = schema.judgements
    row = connection.execute(select(table).where(table.c.id == judgement)).one()
    return {*row.left_claims.split(), *row.right_claims.split()}


def mark(connection: Connection, key: str, value: str) -> None:
    """Keep a word about the record itself."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta).values(key=key, value=value))


def marked(connection: Connection, key: str) -> str | None:
    """A word kept about the record itself."""
    query = select(schema.meta.c.value).where(schema.meta.c.key == key)
    value: str | None = connection.execute(query).scalar()
    return value


def now() -> str:
    """This moment in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
