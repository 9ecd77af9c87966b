"""Merging on the stories of our own: floors that only rise."""

from __future__ import annotations

import tomllib

import pytest
from training.stories import measure

from conftest import ROOT

FLOORS = tomllib.loads((ROOT / "tests" / "stories.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", FLOORS)
def test_figures_hold(part: str) -> None:
    figures = measure(part).figures()
    for name, floor in FLOORS[part].items():
        if name == "wrong merges of look-alikes":
            assert figures[name] <= floor
        else:
            assert figures[name] >= floor - 0.0005, f"{name}: {figures[name]:.3f} < {floor}"
