"""The terminal's skin: rows wrapped with a hanging indent; colour only where it means something."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TextIO

from rich.console import Console
from rich.text import Text

from jalur.model import CodedReport
from jalur.views.shown import Row, rows

STYLES = {
    "title": "bold",
    "happened": "green",
    "planned": "blue",
    "possible": "yellow",
    "denied": "red",
    "confirms": "green",
    "denies": "red",
    "doubts": "yellow",
    "quiet": "dim",
    "trigger": "bold underline",
    "cue": "underline",
}

SIGNS = {"trigger": "*", "cue": "_"}
"""Put around words where there is no style to mark them with."""

WIDEST = 120
NARROWEST = 40
NUMBER, LABEL = 4, 10


class Drawing:
    """Draws coded reports on a stream, with styles on a terminal and signs in a pipe."""

    def __init__(
        self, explain: bool = False, file: TextIO | None = None, width: int | None = None
    ) -> None:
        self.explain = explain
        columns = width or columns_of(sys.stdout)
        self.console = Console(file=file or sys.stdout, highlight=False, width=columns)
        self.drawn = 0

    def draw(self, coded: CodedReport) -> None:
        """One report, a blank line between it and the one before."""
        if self.drawn:
            self.console.print()
        self.drawn += 1
        label = ""
        for row in rows(coded, self.explain):
            again = row.label == label == "told"  # quotation marks show where each begins
            self.row(replace(row, label="") if again else row)
            label = row.label

    def row(self, row: Row) -> None:
        """One row, wrapped below its own beginning."""
        first, indent = margins(row)
        text = Text()
        for words, meaning in row.pieces:
            text.append(*self.piece(words, meaning))
        wide = max(NARROWEST, self.console.width) - indent
        for k, line in enumerate(text.wrap(self.console, wide) if row.pieces else [Text()]):
            line.rstrip()
            whole = Text.assemble(Text(first if k == 0 else " " * indent, "dim"), line)
            whole.rstrip()
            self.console.print(whole, soft_wrap=True)

    def piece(self, words: str, meaning: str) -> tuple[str, str]:
        """A piece of text with its style, or with the sign that stands for it."""
        if self.console.is_terminal and not self.console.is_dumb_terminal:
            return words, STYLES.get(meaning, "")
        sign = SIGNS.get(meaning, "")
        return f"{sign}{words}{sign}", ""


def margins(row: Row) -> tuple[str, int]:
    """What stands before a row, and how far its further lines are indented."""
    if row.level == "report":
        return "", 2
    if row.level == "event":
        return f"{row.label:>{NUMBER - 2}}  ", NUMBER
    return f"{'':{NUMBER}}{row.label:{LABEL}}", NUMBER + LABEL


def columns_of(stream: TextIO) -> int:
    """Columns to write in: the terminal's, but no more than reads well; in a pipe 80 or COLUMNS."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isdecimal() and int(asked) else columns or 80
    return max(NARROWEST, min(columns, WIDEST))
