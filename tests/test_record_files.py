"""Files that are no record, or a damaged, newer or locked one: refused in one line, untouched."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from conftest import Run, environment
from jalur.model import JalurError
from jalur.record import asking, open_record
from records import added, coded, differing, rows


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of some reports."""
    path = tmp_path_factory.mktemp("made") / "r.jalur"
    added(str(path), coded(3))
    return path


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copy(made, tmp_path / "r.jalur"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def cut_in_the_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def text_file(path: Path) -> None:
    path.write_text("A letter to an editor.\n" * 40)


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claims (id)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 99")
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'steps'")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut, "was cut off"),
        (cut_in_the_head, "no record of jalur"),
        (text_file, "no record of jalur"),
        (of_another_program, "database of another program"),
        (newer, "newer version of jalur"),
    ],
)
@pytest.mark.parametrize("command", [["add", "examples/paris.txt"], ["events"], ["rebuild"]])
def test_what_is_no_whole_record_is_refused_and_left_as_it_is(
    spoil: Callable[[Path], None], said: str, command: list[str], record: Path, jalur: Run
) -> None:
    spoil(record)
    before = hashlib.sha256(record.read_bytes()).hexdigest()
    done = jalur(*command, "--record", record)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert str(record) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert hashlib.sha256(record.read_bytes()).hexdigest() == before
    assert list(record.parent.iterdir()) == [record]


def test_a_file_killed_while_its_log_was_put_into_it_is_whole(tmp_path: Path, made: Path) -> None:
    """Page 1 says already how long the file will be; the log has the other pages."""
    where = tmp_path / "r.jalur"
    record = open_record(str(where))
    record.add([(one, None) for one in coded(3)[:10]], "test")
    record.refresh()
    halfway = Path(shutil.copy(where, tmp_path / "halfway.jalur"))
    shutil.copy(f"{where}-wal", f"{halfway}-wal")
    record.close()
    head, short = where.read_bytes()[:100], bytearray(halfway.read_bytes())
    assert len(short) < struct.unpack(">I", head[28:32])[0] * 4096
    short[:100] = head
    halfway.write_bytes(short)
    assert not differing(rows(str(halfway)), rows(str(where)))


def test_a_folder_or_a_missing_one_is_no_record(tmp_path: Path, jalur: Run) -> None:
    for where, said in ((tmp_path, "is no file"), (tmp_path / "no" / "r", "does not exist")):
        done = jalur("add", "examples/paris.txt", "--record", where)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert said in done.stderr


def pages(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:100]
    return struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]


def answers(path: Path) -> str:
    """Everything that a record says of events, talks and numbers."""
    record = open_record(str(path))
    try:
        with record.look() as connection:
            events = asking.all_events(connection)
            told = [asking.claims(connection, e) for e in events[::9]]
            more = asking.all_processes(connection), asking.series(connection, False, 100)
            return repr((events, sorted(map(repr, told)), more))
    finally:
        record.close()


def test_a_zeroed_page_is_never_taken_for_an_empty_one(record: Path, made: Path) -> None:
    """Whatever page is lost: the program says that the file is damaged, or it answers right."""
    size, number = pages(record)
    whole, said, refused = rows(str(made)), answers(made), 0
    for page in range(1, number, max(1, number // 40)):
        shutil.copy(made, record)
        with record.open("r+b") as file:
            file.seek(page * size)
            file.write(bytes(size))
        try:
            assert answers(record) == said
            one = open_record(str(record))
            try:
                one.rebuild()
            finally:
                one.close()
            assert not differing(rows(str(record)), whole)
        except JalurError as error:
            refused += 1
            assert "damaged" in str(error)
    assert refused > 20


def test_an_altered_text_stops_a_rebuild(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("UPDATE reports SET text = text || ' and more' WHERE rowid = 3")
        connection.commit()
    before = rows(str(record))
    one = open_record(str(record))
    with pytest.raises(JalurError, match="its hash differs"):
        one.rebuild()
    one.close()
    assert not differing(rows(str(record)), before)


NOBODY = """
import os, sys
from click.testing import CliRunner
from jalur.views.cli import main
spare, words = sys.argv[1], sys.argv[2:]
for command in (["status"], ["withdraw", "j1", "--by", "x", "--why", "y"]):
    CliRunner().invoke(main, [*command, "--record", spare])
if os.getuid() == 0:
    os.setuid(65534)
main(words)
"""


def test_a_file_that_may_only_be_read_answers_and_takes_nothing(made: Path, tmp_path: Path) -> None:
    """In a process of a user who may write nothing: root may everything."""
    folder = tmp_path / "shut"
    folder.mkdir()
    file = Path(shutil.copy(made, folder / "r.jalur"))
    file.chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents):
        if Path(tempfile.gettempdir()) in parent.parents:
            parent.chmod(parent.stat().st_mode | 0o055)
    spare = shutil.copy(made, tmp_path / "spare.jalur")

    def nobody(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", NOBODY, str(spare), *words, "--record", str(file)],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    told = nobody("status")
    assert told.returncode == 0, told.stderr
    assert "reports" in told.stdout
    done = nobody("judge", "same", *claims(file), "--by", "Ani", "--why", "one day")
    assert done.returncode == 2
    assert "may not be written" in done.stderr or "cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    folder.chmod(0o755)
    assert [p.name for p in folder.iterdir()] == ["r.jalur"]


def claims(path: Path) -> list[str]:
    """Two claims of two events."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT min(claim) FROM memberships GROUP BY event ORDER BY event LIMIT 2"
        return [row[0] for row in connection.execute(query)]


def test_nothing_stays_beside_a_record_but_its_lock(made: Path) -> None:
    record = open_record(str(made))
    with record.look():
        pass
    record.close()
    assert {p.name for p in made.parent.iterdir()} <= {"r.jalur", "r.jalur.lock"}
