"""Tables of headlines: CSV with the columns published, outlet, title, url, and perhaps more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from jalur.model import UnreadableReport
from jalur.reports.records import TEXT, Raw, raw_of

TITLES = ("title", "headline")
SIGNS = (",", ";", "\t")
"""What stands between cells: programs in Indonesian write semicolons."""

Row = dict[str, str]


def rows(text: str) -> Iterator[tuple[int, Row]]:
    """The rows of a table, each with its line; cells beyond the named columns under "".

    Raises UnreadableReport for what is no table, after the rows before it.
    """
    plain = text.replace("\x00", "")
    reader = csv.DictReader(io.StringIO(plain), strict=True, restkey="", delimiter=sign(plain))
    found = 0
    try:
        reader.fieldnames = named(reader.fieldnames or ())
        for row in reader:
            found += 1
            yield reader.line_num, {k: told(v) for k, v in row.items() if v is not None}
    except csv.Error as error:
        raise UnreadableReport(f"line {reader.line_num} is no row of a table ({error})") from error
    if not found:
        raise UnreadableReport("this table has no rows; nothing to read")


def sign(text: str) -> str:
    """What stands between the cells of a table: the sign that its first line has most of."""
    first = next(iter(text.splitlines()), "")
    return max(SIGNS, key=first.count)


def named(columns: Sequence[str]) -> list[str]:
    """The names of the columns, folded. Raises UnreadableReport if no column can be a report."""
    names = [name.strip().lower() for name in columns]
    if not {*TITLES, *TEXT} & set(names):
        raise UnreadableReport(
            "this table has no column title or text; its first line names the columns, such as"
            " published,outlet,title,url"
        )
    return names


def told(cell: str | list[str]) -> str:
    """What a cell says; several cells without a name of their own as one."""
    return cell if isinstance(cell, str) else " ".join(cell)


def raw_of_row(row: Row) -> Raw:
    """The report of one row. Raises UnreadableReport for a row with more cells than columns."""
    if row.get("", "").strip():
        raise UnreadableReport(
            "this row has more cells than there are columns; put text with commas in quotes"
        )
    said = {k: v.strip() for k, v in row.items() if k and v.strip()}
    if not any(name in said for name in TEXT):
        # A headline is all the text there is, and nothing above it.
        said["text"] = next((said.pop(name) for name in TITLES if name in said), "")
    return raw_of(said)
