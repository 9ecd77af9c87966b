"""Wishes mean the same however many events they are, to the commands and to the pages."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import select

from jalur.record import asking, browsing, open_record
from jalur.record.asking import Wanted, texts
from jalur.record.schema import reports
from jalur.record.viewing import Viewer
from records import Server
from web import make, told

WISHES = (
    Wanted(),
    Wanted(type="CONSULT", status="happened"),
    Wanted(actor="ISR"),
    Wanted(recipient="hamas"),
    Wanted(place="Doha"),
    Wanted(place="QAT"),
    Wanted(source="israel"),
    Wanted(outlet="reuters"),
    Wanted(text="negotiators"),
    Wanted(disputed=True),
    Wanted(since="2024-02-01", until="2024-03-31", min_independent=2),
    Wanted(actor="ISR", type="ASSAULT", text="Gaza"),
)

NEW = ("claims_told", "reports_told", "events_tally", "events_spots", "series_event")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("asking") / "r.jalur", list(told()))


@pytest.mark.parametrize("wanted", WISHES, ids=str)
def test_few_and_many_are_the_same_events(
    path: Path, wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = Viewer(str(path))
    with viewer.look() as connection:
        few = asking.events(connection, wanted, 500)
        monkeypatch.setattr(import_module("jalur.record.asking.events"), "MANY", -1)
        many = asking.events(connection, wanted, 500)
        shown = browsing.events(connection, wanted, 500)
        counted = browsing.facets(connection, wanted)["status"].total()
    viewer.close()
    assert few == many
    assert shown.events == few.events
    assert few.total == len(few.events) == counted
    assert few.events or wanted.recipient or wanted.source


def test_postgresql_gives_the_same(
    path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = postgresql.database()
    record = open_record(where)
    record.add(list(told()), "test")
    record.refresh()
    record.close()
    here, there = Viewer(str(path)), Viewer(where)
    for many in (3_000, -1):
        monkeypatch.setattr(import_module("jalur.record.asking.events"), "MANY", many)
        with here.look() as file, there.look() as server:
            for wanted in WISHES:
                assert asking.events(server, wanted, 500) == asking.events(file, wanted, 500)
                assert browsing.facets(server, wanted) == browsing.facets(file, wanted)
    here.close()
    there.close()


def test_words_that_say_nothing_are_not_asked_for(path: Path) -> None:
    viewer = Viewer(str(path))
    with viewer.look() as connection:
        plain = asking.mentions(connection, "negotiators")
        assert 0 < plain == asking.mentions(connection, "the negotiators of")
        assert asking.mentions(connection, "the") == asking.mentions(connection, "¿?") == 0
    viewer.close()


def test_of_very_many_reports_the_last_are_looked_through_or_the_first_since_a_day(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_FOUND", 3)
    viewer = Viewer(str(path))
    with viewer.look() as connection:

        def told_in(since: str | None = None, until: str | None = None) -> list[str]:
            query = texts.mentioning(connection, "talks", since, until)
            some = {row.report for row in connection.execute(query)}
            days = select(reports.c.told).where(reports.c.id.in_(some))
            return sorted(row.told for row in connection.execute(days))

        assert asking.mentions(connection, "talks") > 8
        everything = told_in("0000-01-01")
        assert len(everything) == 3 and everything < told_in()
        assert all(day >= "2024-03-01" for day in told_in("2024-03-01"))
        assert told_in("2024-03-01") <= told_in()
        assert all(day[:10] <= "2024-03-01" for day in told_in(until="2024-03-01"))
    viewer.close()


def test_a_record_of_the_first_version_gets_the_indexes_for_counting(tmp_path: Path) -> None:
    path = make(tmp_path / "old.jalur", list(told())[:3])
    with sqlite3.connect(path) as file:
        for name in NEW:
            file.execute(f"DROP INDEX {name}")
        file.execute("CREATE INDEX claims_report ON claims (report)")
        file.execute("UPDATE meta SET value = '1' WHERE key = 'steps'")
        file.execute("PRAGMA user_version = 1")
    file.close()
    record = open_record(str(path))
    record.close()
    with sqlite3.connect(path) as file:
        names = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        plan = file.execute(
            "EXPLAIN QUERY PLAN SELECT type, status, country, substr(sorted_day, 1, 4), count(*)"
            " FROM events GROUP BY 1, 2, 3, 4"
        ).fetchall()
    file.close()
    assert set(NEW) <= names
    assert "claims_report" not in names
    assert "COVERING INDEX events_tally" in str(plan)
