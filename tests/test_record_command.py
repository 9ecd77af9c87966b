"""`jalur add` and its kin on the command line: counts, headlines, settings, errors, Ctrl-C."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from conftest import Run
from jalur import pipeline
from jalur.model import CodedReport, Report
from jalur.record import asking, open_record
from jalur.settings import record_at

HEADLINES = """published,outlet,title,url
2024-02-23,Antara,"Israel, Hamas gelar perundingan di Paris",https://antara.example/1
2024-02-24,Reuters,Israel and Hamas held talks in Paris on Friday,https://reuters.example/2
2024-02-24,Kompas,Israel menyerang Rafah,https://kompas.example/3
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are kept without being understood: what is tested here is the keeping."""
    monkeypatch.setattr(pipeline, "understand", lambda report: CodedReport(report, (), ()))


def size(where: object) -> asking.Size:
    record = open_record(str(where))
    with record.look() as connection:
        found = asking.size(connection)
    record.close()
    return found


def test_headlines_are_reports_too(where: str, tmp_path: Path, jalur: Run) -> None:
    file = tmp_path / "headlines.csv"
    file.write_text(HEADLINES, encoding="utf-8")
    done = jalur("add", file, "--record", where)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 new, 0 known, 0 failed; 0 of the record's reports are copies")
    again = jalur("add", file, file, "--record", where)
    assert again.stdout.startswith("0 new, 6 known, 0 failed")
    found = json.loads(jalur("events", "--json", "--record", where).stdout)
    assert {e["type"] for e in found["events"]} >= {"CONSULT", "ASSAULT"}
    assert size(where).outlets == 3


@pytest.mark.parametrize(
    ("table", "counts", "said"),
    [
        ("published,outlet\n2024-02-23,Antara\n", (0, 1), "no column title or text"),
        ("published,outlet,title,url\n", (0, 1), "no rows"),
        (HEADLINES + '2024-02-25,Tempo,"never closed\n', (3, 1), "is no row of a table"),
        (HEADLINES + "2024-02-25,Tempo,A, B and C,url\n", (3, 1), "more cells than"),
        (HEADLINES + "2024-02-25,Tempo,,https://tempo.example\n", (3, 1), "no text in it"),
        (HEADLINES + f"2024-02-25,Tempo,{'x' * 140_000},\n", (3, 1), "is no row of a table"),
        (HEADLINES.replace('"', "").replace(", ", " ").replace(",", ";"), (3, 0), ""),
        ("\ufeff" + HEADLINES.replace("title", "Headline"), (3, 0), ""),
    ],
)
def test_tables_with_faults_lose_no_other_row(
    table: str, counts: tuple[int, int], said: str, tmp_path: Path, jalur: Run, quick: None
) -> None:
    file = tmp_path / "headlines.csv"
    file.write_text(table, encoding="utf-8")
    done = jalur("add", file, "--record", tmp_path / "r.jalur", "--language", "id")
    new, failed = counts
    assert done.stdout.startswith(f"{new} new, 0 known, {failed} failed")
    assert done.returncode == (1 if failed else 0)
    assert len(done.stderr.splitlines()) == failed
    assert said in done.stderr


def test_what_failed_is_kept_with_its_reason_once(tmp_path: Path, jalur: Run, quick: None) -> None:
    where = tmp_path / "r.jalur"
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text("Israel menyerang Rafah pada hari Senin, kata tentara.")
    for _ in range(2):
        done = jalur("add", tmp_path / "empty.txt", tmp_path / "good.txt", "--record", where)
        assert done.returncode == 1
    kept = json.loads(jalur("failures", "--json", "--record", where).stdout)
    assert [(Path(f["path"]).name, "no text in it" in f["reason"]) for f in kept] == [
        ("empty.txt", True)
    ]
    assert size(where).reports == 1


def test_a_report_that_breaks_the_reading_is_named_and_the_others_go_on(
    tmp_path: Path, jalur: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(report: Report) -> CodedReport:
        if "Rafah" in report.text:
            raise ValueError("a fault of ours")
        return CodedReport(report, (), ())

    monkeypatch.setattr(pipeline, "understand", broken)
    file = tmp_path / "headlines.csv"
    file.write_text(HEADLINES)
    done = jalur("add", file, "--record", tmp_path / "r.jalur")
    assert done.stdout.startswith("2 new, 0 known, 1 failed")
    assert "not understood (ValueError: a fault of ours)" in done.stderr


def interrupting(after: int) -> Callable[[Report], CodedReport]:
    calls = count()

    def understand(report: Report) -> CodedReport:
        if next(calls) == after:
            raise KeyboardInterrupt
        return CodedReport(report, (), ())

    return understand


def test_an_interrupt_loses_the_running_batch_at_most(
    tmp_path: Path, jalur: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, file = tmp_path / "r.jalur", tmp_path / "headlines.csv"
    lines = [f"2024-02-{n:02},Antara,Serangan nomor {n} di Rafah,\n" for n in range(1, 21)]
    file.write_text("published,outlet,title,url\n" + "".join(lines))
    monkeypatch.setattr(pipeline, "BATCH", 5)
    monkeypatch.setattr(pipeline, "understand", interrupting(after=13))
    done = jalur("add", file, "--record", where, "--language", "id")
    assert done.returncode == 130
    assert size(where).reports == 10
    done = jalur("add", file, "--record", where, "--language", "id")
    assert done.stdout.startswith("10 new, 10 known, 0 failed")


def test_characters_that_no_database_keeps_are_shown_by_a_sign(
    where: str, tmp_path: Path, jalur: Run
) -> None:
    text = "Israel\\u0000 menyerang Rafah\\ud800 pada Senin, kata tentara di Rafah."
    file = tmp_path / "odd.json"
    file.write_text(
        f'{{"text": "{text}", "outlet": "An\\u0000tara\\udfff", "id": "a\\ud801", '
        '"published": "2024-02-24", "title": "Ser\\u0000angan", "url": "https://a.example/\\udc00"}'
    )
    done = jalur("add", file, "--record", where, "--language", "id")
    assert done.stdout.startswith("1 new"), done.stderr
    assert jalur("add", file, "--record", where).stdout.startswith("0 new, 1 known")
    found = json.loads(jalur("events", "--json", "--record", where).stdout)
    assert found["total"]
    assert jalur("rebuild", "--reread", "--record", where).returncode == 0
    assert json.loads(jalur("events", "--json", "--record", where).stdout) == found


def test_persons_judge_split_and_withdraw_by_command(tmp_path: Path, jalur: Run) -> None:
    where, file = tmp_path / "r.jalur", tmp_path / "headlines.csv"
    file.write_text(HEADLINES)
    jalur("add", file, "--record", where)
    reason = ("--by", "Ani", "--why", "one and the same", "--record", str(where))

    def events() -> list[dict[str, object]]:
        found = json.loads(jalur("events", "--json", "--record", where).stdout)["events"]
        return sorted(found, key=lambda e: str(e["id"]))

    before = events()
    a, b = (str(e["id"]) for e in before[:2])
    for one, other in ((a, b), (a[1:], b[1:])):
        done = jalur("judge", "same", one, other, *reason)
        assert done.returncode == 0, done.stderr
        assert len(events()) == len(before) - 1
        assert jalur("judge", "same", a, b, *reason).returncode == 2
        joined = next(e for e in events() if len(e["claims"]) > 1)  # type: ignore[arg-type]
        split = jalur("split", str(joined["id"]), a[1:], *reason)
        assert split.returncode == 0, split.stderr
        assert len(events()) == len(before)
        for word in (split, done):
            id_ = word.stdout.split()[2].rstrip(";")
            assert jalur("withdraw", id_, *reason).returncode == 0
        assert events() == before
    assert jalur("withdraw", "j0", *reason).returncode == 2
    assert jalur("judge", "same", "e0", b, *reason).returncode == 2
    assert jalur("rebuild", "--record", where).returncode == 0
    assert events() == before


def test_the_record_is_the_option_else_the_environment_else_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    (home / ".config").mkdir(parents=True)
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("JALUR_RECORD", raising=False)
    assert record_at(None) == "record.jalur"
    (home / ".config" / "jalur.toml").write_text('record = "~/gaza.jalur"')
    assert record_at(None) == str(home / "gaza.jalur")
    (here / "jalur.toml").write_text('record = "postgresql://localhost/gaza"')
    assert record_at(None) == "postgresql://localhost/gaza"
    monkeypatch.setenv("JALUR_RECORD", "other.jalur")
    assert record_at(None) == "other.jalur"
    assert record_at("mine.jalur") == "mine.jalur"


@pytest.mark.parametrize(
    ("settings", "said"),
    [("record = ", "cannot be read"), ("record = 3", "in quotes"), ("dbase = 'x'", "unknown")],
)
def test_settings_with_faults_are_told_in_one_line(
    settings: str, said: str, tmp_path: Path, jalur: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JALUR_RECORD", raising=False)
    (tmp_path / "jalur.toml").write_text(settings)
    done = jalur("events")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("nothing.jalur", "there is no record"),
        ("postgresql://nobody:secret@127.0.0.1:1/x", "cannot be reached"),
        ("postgresql://host:port/x", "URL cannot be"),
        ("mysql://host/x", "is no URL of a record"),
    ],
)
def test_a_record_that_is_not_there_is_told_in_one_line(where: str, said: str, jalur: Run) -> None:
    done = jalur("events", "--record", where)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert "secret" not in done.stderr
