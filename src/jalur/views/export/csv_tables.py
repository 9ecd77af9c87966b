"""CSV: one file a table, UTF-8 with a header (RFC 4180), and a codebook beside them.

Formula cells are made harmless by an apostrophe; numbers stay numbers. The codebook is CSV on the
Web metadata (W3C 2015, csv-metadata.json), which loaders read, and the same as a page.
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

from jalur.views.export import codebook
from jalur.views.export.source import Source
from jalur.views.export.tables import rows, tables
from jalur.views.safe import harmless


def write(source: Source, folder: Path) -> None:
    """Write every table and the codebook into a folder."""
    with ExitStack() as open_files:
        writers = {}
        for table in tables():
            path = folder / f"{table.name}.csv"
            file = open_files.enter_context(path.open("w", encoding="utf-8", newline=""))
            # CRLF as line end, for only then does the writer quote a lone CR as well.
            writers[table.name] = csv.writer(file, lineterminator="\r\n")
            writers[table.name].writerow(column.name for column in table.columns)
        for table, row in rows(source):
            cells = (cell(row[column.name]) for column in table.columns)
            writers[table.name].writerow(cells)
    codebook.write(folder, "csv")


def cell(value: object) -> object:
    """A value as a cell: true and false in lower case (CSVW), text without formulas."""
    return str(value).lower() if isinstance(value, bool) else harmless(value)
