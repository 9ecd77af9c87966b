"""Deriving goes on from what was derived: the outcome is that of deriving everything at once."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from itertools import islice

import pytest
from sqlalchemy import select, text
from training.invented import reports as invented

from jalur import talks
from jalur.record import asking, open_record, regrouping, schema
from jalur.record.processing import write_processes
from records import Json, added, coded, differing, rows


@pytest.fixture(scope="module")
def months() -> list[Json]:
    """Reports of ten weeks, so that talks go on over several stretches of days."""
    return list(islice(invented(), 0, 3000, 15))


@pytest.fixture(scope="module")
def whole(months: list[Json], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Their record, derived once."""
    where = str(tmp_path_factory.mktemp("whole") / "r.jalur")
    added(where, months)
    return where


def test_a_small_add_wherever_in_time_gives_the_same_record(
    months: list[Json], whole: str, tmp_path: object
) -> None:
    where = f"{tmp_path}/r.jalur"
    some = list(months)
    random.Random(5).shuffle(some)
    for start in range(0, len(some), 20):
        added(where, some[start : start + 20])
    assert not differing(rows(where), rows(whole))


def test_talks_of_stretches_are_those_of_all_events_at_once(whole: str) -> None:
    record = open_record(whole)
    with record.look() as connection:
        stretches = {r.stretch for r in connection.execute(select(schema.passages))}
        told = talks.processes(asking.all_events(connection), foes(whole), "2021-03-10")
        found = {p.id: p for p in asking.all_processes(connection)}
    record.close()
    assert len(stretches) > 2
    assert {p.id for p in told} == set(found)
    for one in told:
        assert one.rounds == found[one.id].rounds
        assert one.proposals == found[one.id].proposals
        assert one.positions == found[one.id].positions
        assert one.agreements == found[one.id].agreements


def foes(where: str) -> set[tuple[str, str]]:
    """Who fights whom, counted over all events."""
    fights, help_ = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    with sqlite3.connect(where) as file:
        query = "SELECT type, actors, recipients FROM events WHERE status = 'happened'"
        for kind, actors, recipients in file.execute(query):
            into = fights if kind in talks.FIGHTS else help_
            if kind in talks.FIGHTS | talks.FRIENDLY:
                for a in actors.split():
                    into.update(tuple(sorted((a, b))) for b in recipients.split() if a != b)
    return {(p[0], p[1]) for p, n in fights.items() if n > 1 and n > help_[p]}


def test_speakers_are_counted_as_their_sources_tell(whole: str) -> None:
    with sqlite3.connect(whole) as file:
        counted = file.execute("SELECT called, kind, code, name, events, alone FROM speakers")
        told = file.execute(
            "SELECT coalesce(s.code, s.name), s.kind, max(s.code), min(s.name),"
            " count(DISTINCT e.id), count(DISTINCT CASE WHEN e.n_independent = 1 THEN e.id END)"
            " FROM sources s JOIN memberships m ON m.claim = s.claim"
            " JOIN events e ON e.id = m.event"
            " WHERE coalesce(s.code, s.name) IS NOT NULL GROUP BY 1, 2"
        )
        assert sorted(counted) == sorted(told)


def test_a_small_add_groups_only_what_is_near_anew(
    months: list[Json], whole: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = f"{tmp_path}/r.jalur"
    added(where, months[:-1])
    seen = []
    clusters = regrouping.linking.clusters
    monkeypatch.setattr(
        regrouping.linking, "clusters", lambda t, j: seen.append(len(t)) or clusters(t, j)
    )
    added(where, months[-1:])
    claims = sum(len(one["events"]) for one in months)
    assert 0 < max(seen) < claims / 5


def test_a_record_of_an_older_program_is_derived_anew(tmp_path: object) -> None:
    where, today = f"{tmp_path}/old.jalur", f"{tmp_path}/new.jalur"
    for one in (where, today):
        added(one, coded(3))
    with sqlite3.connect(where) as file:
        for table in ("stretches", "passages", "disturbed"):
            file.execute(f"DROP TABLE {table}")
        for index in ("tolls_total", "series_total", "series_event"):
            file.execute(f"DROP INDEX {index}")
        for table, column in (("tolls", "total"), ("series", "total"), ("processes", "as_of")):
            file.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        file.execute("UPDATE meta SET value = '1' WHERE key = 'steps'")
        file.execute("PRAGMA user_version = 1")
    added(where, ())
    assert not differing(rows(where), rows(today))


def test_a_round_may_pass_from_one_process_to_another(tmp_path: object) -> None:
    where = f"{tmp_path}/r.jalur"
    added(where, coded(2))
    record = open_record(where)
    with record.change() as connection:
        rounds = connection.execute(select(schema.rounds.c.id)).scalars().all()
        (track,) = set(connection.execute(select(schema.processes.c.id)).scalars())
        for column in ("made", "after"):
            named = f"replace({column}, '\"{track}\"', '\"aaa\"')"
            connection.execute(text(f"UPDATE passages SET {column} = {named}"))
        connection.execute(text("UPDATE passages SET track = 'aaa'"))
        write_processes(connection, {"aaa", track})
        now = connection.execute(select(schema.rounds.c.id, schema.rounds.c.process)).all()
    record.close()
    assert rounds
    assert sorted(now) == sorted((r, "aaa") for r in rounds)
