"""The formats that a record can be taken away in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jalur.views.export.source import Source

    Write = Callable[[Source, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, whether it is a folder, and what it is good for."""

    module: str
    folder: bool
    words: str


FORMATS = {
    "csv": Format("csv_tables", True, "tables for spreadsheets, pandas and R, with a codebook"),
    "parquet": Format("parquet", True, "the same tables, typed"),
    "jsonl": Format("jsonl", False, "the whole record, one object a line"),
    "geojson": Format("geojson", False, "events on a map (RFC 7946)"),
    "jsonld": Format("jsonld", False, "linked data: SEM, PROV-O, Web Annotation"),
    "ftm": Format("ftm", False, "FollowTheMoney entities for Aleph and OpenSanctions tools"),
    "plover": Format("plover", False, "PLOVER 2.0 records, JSON lines"),
    "gdelt": Format("gdelt", True, "event and mention tables as GDELT has them"),
    "ical": Format("ical", False, "announced rounds for a calendar (RFC 5545)"),
    "atom": Format("atom", False, "a feed of the latest changes (RFC 4287)"),
    "ris": Format("ris", False, "the reports for a reference manager"),
}


def writer(name: str) -> Write:
    """The function that writes a format; its libraries are loaded now."""
    module = import_module(f"jalur.views.export.{FORMATS[name].module}")
    write: Write = module.write
    return write
