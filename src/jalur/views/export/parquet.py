"""Parquet: the tables of csv, typed; needs the extra `jalur[parquet]` (pyarrow)."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from jalur.model import JalurError
from jalur.views.export import codebook
from jalur.views.export.source import Source
from jalur.views.export.tables import Column, Table, rows, tables

AT_ONCE = 5_000
"""Rows of a row group: a few MB."""


def write(source: Source, folder: Path) -> None:
    """Write every table and the codebook into a folder."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        message = "Parquet needs one more package: pip install 'jalur[parquet]'"
        raise JalurError(message) from error
    with ExitStack() as open_files:
        writers = {}
        for table in tables():
            schema = pyarrow.schema([field(column, pyarrow) for column in table.columns])
            path = folder / f"{table.name}.parquet"
            file = open_files.enter_context(ParquetWriter(path, schema, compression="zstd"))
            writers[table.name] = Batches(file, schema, table, pyarrow)
        for table, row in rows(source):
            writers[table.name].add(row)
        for batches in writers.values():
            batches.flush()
    codebook.write(folder, "parquet")


def field(column: Column, arrow: Any) -> Any:
    """The field of a column, with its meaning as metadata."""
    kinds = {
        "text": arrow.string(),
        "moment": arrow.string(),
        "date": arrow.date32(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
    }
    return arrow.field(column.name, kinds[column.kind], metadata={"description": column.words})


class Batches:
    """Rows of one table, gathered and written some thousands at a time."""

    def __init__(self, file: Any, schema: Any, table: Table, arrow: Any) -> None:
        self.file = file
        self.schema = schema
        self.arrow = arrow
        self.days = [c.name for c in table.columns if c.kind == "date"]
        self.rows: list[dict[str, Any]] = []

    def add(self, row: dict[str, Any]) -> None:
        """One row; an empty cell is null."""
        typed: dict[str, Any] = {
            name: value if value != "" else None for name, value in row.items()
        }
        typed.update((n, date.fromisoformat(typed[n])) for n in self.days if typed[n])
        self.rows.append(typed)
        if len(self.rows) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered."""
        if self.rows:
            self.file.write_table(self.arrow.Table.from_pylist(self.rows, schema=self.schema))
            self.rows = []
