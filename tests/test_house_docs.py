"""The pages keep true: every option is told, what the program says itself is fresh, links lead."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from training.docs import PAGES, refresh

from conftest import ROOT
from jalur.views.cli import main

USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("name", main.commands)
def test_every_option_is_told(name: str) -> None:
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in USAGE
        else:
            assert str(parameter.metavar or parameter.name).rstrip(".").upper() in USAGE


@pytest.mark.parametrize("page", PAGES)
def test_what_the_program_says_is_fresh(page: str) -> None:
    assert not refresh(ROOT / page, write=False), f"{page} is stale: make docs"


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_make_targets_that_the_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        word
        for page in MARKDOWN
        for word in re.findall(r"^\s*make ([a-z]+)|`make ([a-z]+)", page.read_text("utf-8"))
        for word in word
        if word
    }
    assert named <= targets
