"""`jalur evaluate` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import ROOT, Run

OWN = ROOT / "tests" / "cases" / "gold"


def test_a_table_of_figures_is_printed(jalur: Run) -> None:
    done = jalur("evaluate", OWN, OWN)
    assert done.returncode == 0
    assert done.stdout.startswith("10 reports\n")
    assert "sourced events    1.000  1.000  1.000" in done.stdout


def test_errors_come_by_cause_with_their_sentences(jalur: Run) -> None:
    done = jalur("evaluate", OWN, "--errors")
    assert "# missed: " in done.stdout
    assert "id-" in done.stdout and "→" in done.stdout


def test_each_gives_a_table_per_report(jalur: Run) -> None:
    assert jalur("evaluate", OWN, OWN, "--each").stdout.count("== ") == 10


def test_json_gives_precision_recall_and_f1(jalur: Run) -> None:
    found = json.loads(jalur("evaluate", OWN, OWN, "--json").stdout)
    assert found["events"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none", None),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", '{"report": 1}'),
        ("a.json", '{"report": {"id": "a"}}'),
        ("a.json", "[" * 100_000),
        ("a.json", '{"report": {"id": "a"}, "events": [{"type": "AID"}]}'),
        ("a.json", '{"report": {"id": "a", "text": "x"}, "events": 3}'),
    ],
)
def test_a_folder_that_holds_no_gold_is_one_line(
    jalur: Run, tmp_path: Path, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    done = jalur("evaluate", tmp_path, OWN)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("jalur: ")


def test_a_gold_report_whose_text_cannot_be_read_is_named(jalur: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"report": {"id": "a", "text": ""}, "events": []}')
    done = jalur("evaluate", tmp_path)
    assert done.returncode == 0 and "a.json: not read" in done.stderr
