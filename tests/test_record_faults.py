"""Full disks, servers that go away, two writers, readers meanwhile, migrations that fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from sqlalchemy import Connection, text

from conftest import ROOT, environment
from jalur.model import JalurError
from jalur.record import asking, open_record
from jalur.record import record as records_
from jalur.record.database import Database
from jalur.record.migrations import STEPS
from jalur.record.schema import judgements, reports
from records import Server, added, coded, differing, rows

ADDING = """
import json, resource, sys
from pathlib import Path
from jalur.views.cli import finish
from records import added
where, file, limit = sys.argv[1:]
some = json.loads(Path(file).read_text())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
finish(lambda: added(where, some, 5) or 0)
"""


def in_process(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A program of ours in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env={**environment(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("room", [200_000, 700_000, 1_200_000])
def test_a_full_disk_loses_nothing_that_was_kept(room: int, tmp_path: Path) -> None:
    """A limit on the size of files is a disk that is full when any of them reaches it."""
    where, file = str(tmp_path / "r.jalur"), tmp_path / "reports.json"
    added(where, coded(3)[:4])
    before = rows(where)
    file.write_text(json.dumps(coded(5)))
    done = in_process(ADDING, where, str(file), str(room))
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "no room to write" in done.stderr
    with closing(connect(where)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert set(before["reports"]) <= set(rows(where)["reports"])
    added(where, coded(5), 5)
    whole = str(tmp_path / "whole.jalur")
    added(whole, coded(5))
    assert not differing(rows(where), rows(whole))


def test_a_second_writer_waits_and_says_for_whom(where: str) -> None:
    said: list[str] = []
    first, second = open_record(where), open_record(where, said.append)
    with first.change():
        waiting = threading.Thread(target=second.add, args=([(coded(1)[0], None)], "test"))
        waiting.start()
        waiting.join(1.5)
        assert waiting.is_alive()
    waiting.join(60)
    assert not waiting.is_alive()
    assert [line for line in said if f"process {os.getpid()}" in line] == said
    assert said[0].startswith("waiting for ")
    assert len(said) == 1
    with second.look() as connection:
        assert asking.size(connection).reports == 1
    first.close()
    second.close()


WRITING = """
import json, sys
from pathlib import Path
from records import added
where, file = sys.argv[1:]
added(where, json.loads(Path(file).read_text()), 3)
"""


def test_two_writers_at_once_make_one_record(where: str, tmp_path: Path) -> None:
    some = coded(4)
    files = []
    for k in range(2):
        files.append(tmp_path / f"{k}.json")
        files[k].write_text(json.dumps(some[:: 1 - 2 * k]))
    both = [threading.Thread(target=in_process, args=(WRITING, where, str(f))) for f in files]
    for one in both:
        one.start()
    for one in both:
        one.join()
    whole = str(tmp_path / "whole.jalur")
    added(whole, some)
    assert not differing(rows(where), rows(whole))


def test_readers_see_one_moment_and_never_wait_for_a_writer(where: str) -> None:
    some = coded(3)
    added(where, some[:5])
    writer, reader = open_record(where), open_record(where)
    with reader.look() as looking:
        before = asking.all_events(looking)
        writer.add([(one, None) for one in some[5:]], "test")
        writer.refresh()
        assert asking.all_events(looking) == before
        assert asking.size(looking).reports == 5
    with writer.change(), reader.look() as looking:
        assert asking.size(looking).reports == len(some)
    writer.close()
    reader.close()


def test_a_connection_cut_in_mid_batch_is_tried_once_more(
    postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = postgresql.database()
    said: list[str] = []
    record, cuts = open_record(where, said.append), [1]
    real = records_.put_primary

    def cutting(connection: Connection, some: object) -> None:
        real(connection, some)
        if cuts.pop() if cuts else 0:
            pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            postgresql.run(f"SELECT pg_terminate_backend({pid})")

    monkeypatch.setattr(records_, "put_primary", cutting)
    done = record.add([(one, None) for one in coded(2)], "test")
    record.refresh()
    record.close()
    assert (done.new, done.known, len(said)) == (len(coded(2)), 0, 1)
    whole = postgresql.database()
    added(whole, coded(2))
    assert not differing(rows(where), rows(whole))


def test_a_server_restarted_in_mid_batch_is_waited_for(
    postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = postgresql.database()
    record, restarts = open_record(where), [1]
    real = records_.put_derived

    def restarting(connection: Connection, some: object) -> None:
        real(connection, some)
        if restarts.pop() if restarts else 0:
            postgresql.kill()
            threading.Timer(1.0, postgresql.start).start()

    monkeypatch.setattr(records_, "put_derived", restarting)
    done = record.add([(one, None) for one in coded(2)], "test")
    with record.look() as connection:
        assert asking.size(connection).reports == done.new == len(coded(2))
    record.close()


def test_a_server_that_stays_away_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(JalurError, match="cannot be reached"):
        open_record(f"postgresql://someone:secret@/nothing?host={tmp_path}")


def failing(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE half_done (a TEXT)"))
    connection.execute(text("UPDATE reports SET outlet = 'nobody'"))
    raise JalurError("this step failed")


def working(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE reports ADD COLUMN seen TEXT"))


def test_an_interrupted_migration_leaves_the_old_record_as_it_was(where: str) -> None:
    added(where, coded(2))
    before = rows(where)
    with pytest.raises(JalurError, match="this step failed"):
        Database(where, print, (*STEPS, failing))
    assert not differing(rows(where), before)


def test_a_migration_keeps_a_copy_of_the_file_and_makes_older_programs_refuse(
    tmp_path: Path,
) -> None:
    where = str(tmp_path / "r.jalur")
    added(where, coded(2))
    before = rows(where)
    Database(where, print, (*STEPS, working)).close()
    with pytest.raises(JalurError, match="newer version of jalur"):
        open_record(where)
    copy = f"{where}.step{len(STEPS)}"
    assert not differing(rows(copy), before)


def test_a_migration_of_postgresql_is_of_one_piece_too(postgresql: Server) -> None:
    where = postgresql.database()
    added(where, coded(1))
    Database(where, print, (*STEPS, working)).close()
    with pytest.raises(JalurError, match="newer version of jalur"):
        open_record(where)


def test_one_report_that_cannot_be_kept_does_not_stop_the_others(where: str) -> None:
    some = list(coded(2))
    bad = {**some[3], "events": [*some[3]["events"], *some[3]["events"]]}
    worse = {**some[4], "events": [{"id": "nothing else"}]}
    record = open_record(where)
    done = record.add([(one, f"n{k}") for k, one in enumerate([*some[:3], bad, worse])], "test")
    with record.look() as connection:
        held = {r.id for r in connection.execute(reports.select())}
        assert not connection.execute(judgements.select()).all()
    record.close()
    assert (done.new, [name for name, _ in done.refused]) == (3, ["n3", "n4"])
    assert held == {one["report"]["id"] for one in some[:3]}
