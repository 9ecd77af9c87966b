"""What every column means: as CSV on the Web metadata and as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jalur.views.export.tables import Column, Table, tables

DATATYPES = {
    "text": "string",
    "date": "date",
    "moment": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
"""Datatypes of CSVW; a moment is text, for some are days alone."""

HEAD = """# Codebook

Written by jalur. An empty cell is "not known". Days are ISO 8601, moments UTC (or the day alone).
Codes in one cell are parted by spaces, names by "; ". Text is the report's own and not checked; in
CSV an apostrophe stands before a cell that a spreadsheet would take for a formula.
"""


def write(folder: Path, suffix: str) -> None:
    """Write the codebook of the tables; the metadata only where they are CSV."""
    if suffix == "csv":
        text = json.dumps(metadata(), indent=1, ensure_ascii=False) + "\n"
        (folder / "csv-metadata.json").write_text(text, encoding="utf-8")
    page = "".join((HEAD, *(section(table, suffix) for table in tables())))
    (folder / "codebook.md").write_text(page, encoding="utf-8")


def metadata() -> dict[str, Any]:
    """The tables as CSVW describes them (Metadata Vocabulary for Tabular Data, W3C 2015)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [described(table) for table in tables()],
    }


def described(table: Table) -> dict[str, Any]:
    """One table."""
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.row,
        "tableSchema": {"columns": [column(c) for c in table.columns]},
    }


def column(one: Column) -> dict[str, Any]:
    """One column."""
    return {
        "name": one.name,
        "titles": one.name,
        "dc:description": one.words,
        "datatype": DATATYPES[one.kind],
    }


def section(table: Table, suffix: str) -> str:
    """One table as a part of the page."""
    return "\n".join(("", *lines(table, f"{table.name}.{suffix}"), ""))


def lines(table: Table, title: str) -> Iterator[str]:
    """The lines of a table's part."""
    yield from (f"## {title}", "", table.row, "", "| column | kind | meaning |", "|---|---|---|")
    for one in table.columns:
        words = one.words.replace("|", "\\|")
        yield f"| `{one.name}` | {one.kind} | {words} |"
