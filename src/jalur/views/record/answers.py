"""An answer in three skins: rows for a reader, values for a program, a table for a spreadsheet."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jalur.views.reading import encode_output
from jalur.views.safe import harmless
from jalur.views.shown import Row
from jalur.views.text import Drawing

Json = Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives: `shown` for a reader, `values` for JSON, `table` for CSV."""

    shown: Sequence[Row]
    values: Json
    table: Sequence[Mapping[str, object]] = field(default=())


def give(answer: Answer, style: str) -> None:
    """Write an answer to standard output as text, json or csv."""
    encode_output(strict=style != "text")
    if style == "json":
        sys.stdout.write(json.dumps(answer.values, ensure_ascii=False, indent=1) + "\n")
    elif style == "csv":
        write_table(answer.table)
    else:
        drawing = Drawing()
        for row in answer.shown:
            drawing.row(row)


def write_table(rows: Iterable[Mapping[str, object]]) -> None:
    """A table as CSV; cells that a spreadsheet would take for formulas are made harmless."""
    writer: Any = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({k: harmless(v) for k, v in row.items()})


def heading(words: str) -> Row:
    """A line that heads what follows."""
    return Row("report", "", ((words, "title"),))


def gap() -> Row:
    """An empty line."""
    return Row("gap", "", ())


def line(label: str, words: str, meaning: str = "") -> Row:
    """A labelled line."""
    return Row("detail", label, ((words, meaning),))


def nothing(words: str) -> list[Row]:
    """That there is nothing of what was asked."""
    return [Row("detail", "", ((words, "quiet"),))]
