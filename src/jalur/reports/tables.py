"""Tables of headlines: CSV with the columns published, outlet, title, url, and perhaps more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from jalur.model import UnreadableReport
from jalur.reports.records import TEXT, Raw, raw_of

TITLES = ("title", "headline")
Row = dict[str, str]


def rows(text: str) -> Iterator[tuple[int, Row]]:
    """The rows of a table, each with its line. Raises UnreadableReport for what is no table."""
    reader = csv.DictReader(io.StringIO(text.replace("\x00", "")), strict=True)
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    if not {*TITLES, *TEXT} & set(names):
        raise UnreadableReport(
            "this table has no column title or text; its first line names the columns, such as"
            " published,outlet,title,url"
        )
    reader.fieldnames = names
    found = 0
    try:
        for row in reader:
            found += 1
            yield reader.line_num, {k: v for k, v in row.items() if k and isinstance(v, str)}
    except csv.Error as error:
        raise UnreadableReport(f"line {reader.line_num} is no row of a table ({error})") from error
    if not found:
        raise UnreadableReport("this table has no rows; nothing to read")


def raw_of_row(row: Row) -> Raw:
    """The report of one row."""
    told = {k: v.strip() for k, v in row.items() if v.strip()}
    if not any(name in told for name in TEXT):
        # A headline is all the text there is, and nothing above it.
        told["text"] = next((told.pop(name) for name in TITLES if name in told), "")
    return raw_of(told)
