"""Floors: the figures that may not fall, and the file that pins them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ROOT
from jalur.evaluate import load, score
from jalur.evaluate.corpus import corpus_hash
from jalur.evaluate.floors import below, raised, read_floors, write_floors
from jalur.evaluate.predict import predict
from jalur.evaluate.score import Tally
from jalur.model import JalurError

FILE = ROOT / "tests" / "floors.toml"
SETS = read_floors(FILE)


@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    one = SETS[name]
    folder = ROOT / one.folder
    if not folder.is_dir():
        pytest.skip(f"{one.folder} is not here; the repository's own cases stand in for it")
    assert corpus_hash(folder) == one.corpus, "the coded reports have changed: make floors"
    gold = load(folder)
    fallen = below(score(gold, predict(folder)), one.floors)
    assert not fallen, f"{name}: {'; '.join(fallen)}"


def tally(right: int, gold: int, predicted: int) -> Tally:
    one = Tally()
    one.add("events", right, gold, predicted)
    one.add("status", right, right, right)
    return one


def test_a_floor_rises_with_the_figure_and_never_falls_unless_asked() -> None:
    one = replace(SETS["own"], floors={"events": 0.5}, aims={"events": 0.6, "status": 0.85})
    assert raised(tally(80, 100, 100), one) == {"events": 0.78, "status": 0.85}
    assert raised(tally(30, 100, 100), one)["events"] == 0.5
    assert raised(tally(30, 100, 100), one, lower=True)["events"] == 0.28


def test_what_fell_is_said() -> None:
    floors = {"events": 0.5, "events precision": 0.2, "events recall": 0.9}
    assert below(tally(40, 100, 100), floors) == [
        "events 0.400 is below 0.500",
        "events recall 0.400 is below 0.900",
    ]


def test_the_file_is_written_as_it_is_read(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.toml", SETS)
    assert read_floors(tmp_path / "floors.toml") == SETS


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text("[dev]\nfolder = 1\n")
    with pytest.raises(JalurError, match="no floors can be read"):
        read_floors(tmp_path / "floors.toml")


def test_the_hash_changes_with_any_report(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    before = corpus_hash(tmp_path)
    (tmp_path / "a.json").write_text("{ }")
    changed = corpus_hash(tmp_path)
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    assert len({before, changed, corpus_hash(tmp_path)}) == 3
