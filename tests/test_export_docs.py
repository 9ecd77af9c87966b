"""The page of exports says everything: formats, PLOVER's rules, kinds of lines, own columns."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from jalur.views.export import FORMATS
from jalur.views.export.gdelt import columns
from jalur.views.export.plover import PLANNED, QUAD

PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
JSONL = (ROOT / "src" / "jalur" / "views" / "export" / "jsonl.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_section(name: str) -> None:
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert any(name in heading.split(" and ") for heading in headings)


@pytest.mark.parametrize("type_", QUAD)
def test_the_rules_for_plans_are_the_program_s(type_: str) -> None:
    rows = re.findall(r"^\| planned ([A-Z, ]+) \| (.+) \|$", PAGE, re.MULTILINE)
    told = next(becomes for types, becomes in rows if type_ in types.split(", "))
    if type_ in PLANNED:
        become, mode = PLANNED[type_]
        assert told == (f"{become} ({mode})" if mode else become)
    else:
        assert told == "its type and mode"


def test_every_kind_of_line_is_told() -> None:
    kinds = set(re.findall(r'yield "(\w+)"', JSONL))
    assert len(kinds) == 9
    assert all(f"| `{kind}` |" in PAGE for kind in kinds)


@pytest.mark.parametrize("table", ["events", "mentions"])
def test_own_columns_of_gdelt_are_told(table: str) -> None:
    own = columns(table)[61 if table == "events" else 16 :]
    assert ", ".join(f"`{name}`" for name in own) in PAGE.replace("\n", " ")
