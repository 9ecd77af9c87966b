"""The page of figures shows what was last measured; nothing is measured here."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from training.figures import AIMS, FILE, PAGE, Row, page, plain, read, write
from training.measures import MEASURES

ROWS = read(FILE)


def test_the_page_shows_the_last_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(ROWS), (
        "stale: python -m training.figures --only none"
    )


def test_every_measured_set_has_its_rows() -> None:
    assert [m.set for m in MEASURES] == list(dict.fromkeys(row.set for row in ROWS))


def test_every_aim_belongs_to_a_figure() -> None:
    aims = tomllib.loads(AIMS.read_text(encoding="utf-8"))
    known = {(row.set, row.what) for row in ROWS}
    assert {(name, what) for name, table in aims.items() for what in table} <= known


def test_figures_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(tmp_path / "figures.toml", ROWS)
    assert read(tmp_path / "figures.toml") == ROWS


@pytest.mark.parametrize(
    ("what", "figure", "aim", "reached"),
    [
        ("events", 0.7, ".72", False),
        ("events", 0.72, ".72", True),
        ("events", 0.72, "", False),
        ("events a report", 0.2, ".15", False),
        ("events a report", 0.1, ".15", True),
    ],
)
def test_a_figure_at_its_aim_is_marked(what: str, figure: float, aim: str, reached: bool) -> None:
    row = Row(what, "some set", figure, aim, "", "some command", "0")
    assert row.reached == reached
    assert (f"**{figure:.3f}**" in page([row])) == reached
    assert (f"{figure:.3f}*" in plain([row])) == reached
