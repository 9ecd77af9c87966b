"""From a path to raw texts: files by their suffix, folders, standard input."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jalur.model import JalurError, UnreadableReport
from jalur.reports import pages, records, tables
from jalur.reports.decoding import decode
from jalur.reports.records import Raw

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv")

LARGEST = 20_000_000
"""Bytes of a file or of a line of JSONL; a news page has a thousandth to a tenth of it."""

LARGEST_PAGE = 5_000_000
"""Bytes of an HTML page; live pages of news outlets have at most 2 to 3 million."""

MOST_LINES = 20_000
LONGEST = 500_000
"""Characters of a report's text: a long book chapter; a report has about 3,000."""


@dataclass(frozen=True, slots=True)
class Item:
    """What one place of the input gave: a raw text with its id, or an error."""

    path: str
    raw: Raw | None
    error: JalurError | None = None


def items(path: str) -> Iterator[Item]:
    """Every report that `path` holds, in a fixed order; each failure is an item of its own."""
    if path == "-":
        yield from of_bytes("-", sys.stdin.buffer.read(LARGEST + 1), "")
        return
    try:
        paths = list(expand(Path(path)))
    except JalurError as error:
        yield Item(path, None, error)
        return
    for file in paths:
        if file.suffix.lower() == ".jsonl":
            yield from of_lines(file)
            continue
        try:
            data = load(file)
        except JalurError as error:
            yield Item(str(file), None, error)
            continue
        yield from of_bytes(str(file), data, file.suffix.lower())


def expand(path: Path) -> Iterator[Path]:
    """The path itself if it is a file, or the readable files in and below a folder."""
    try:
        if not path.is_dir():
            yield path
            return
        next(
            path.iterdir(), None
        )  # a folder that may not be read raises here; os.walk would be silent
        found = sorted(
            Path(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        )
    except (OSError, ValueError) as error:
        raise UnreadableReport(f"{path} cannot be read ({reason(error)})") from error
    if not found:
        raise UnreadableReport(f"{path} holds no reports; looked for {', '.join(SUFFIXES)}")
    yield from found


def reason(error: Exception) -> str:
    """The short words of a system error."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def load(file: Path) -> bytes:
    """The bytes of a file of bearable size."""
    try:
        if not file.exists():
            raise UnreadableReport(f"{file} does not exist; check the path")
        if not file.is_file():
            raise UnreadableReport(f"{file} is no file; give a file, a folder or - for input")
        if file.stat().st_size > LARGEST:
            raise UnreadableReport(
                f"{file} is larger than {LARGEST // 10**6} MB; put many reports in a .jsonl file"
            )
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableReport(f"{file} cannot be read ({reason(error)}); check it") from error


def of_lines(file: Path) -> Iterator[Item]:
    """The reports of a JSONL file, read line by line."""
    try:
        with file.open("rb") as stream:
            number = found = 0
            while line := stream.readline(LARGEST + 1):
                number += 1
                if line.strip():
                    found += 1
                    yield from of_line(f"{file}:{number}", line)
                while len(line) > LARGEST and not line.endswith(b"\n"):
                    line = stream.readline(LARGEST + 1)
    except (OSError, ValueError) as error:
        yield Item(str(file), None, UnreadableReport(f"{file} cannot be read ({reason(error)})"))
        return
    if not found:
        yield Item(str(file), None, UnreadableReport(f"{file} is empty; nothing to read"))


def of_line(name: str, line: bytes) -> Iterator[Item]:
    """The report of one line of JSONL."""
    if len(line) > LARGEST:
        message = f"{name}: the line is larger than {LARGEST // 10**6} MB"
        yield Item(name, None, UnreadableReport(message))
        return
    yield from guarded(name, lambda: (records.raw_of(records.parse(decode(line.strip()))),))


def of_bytes(name: str, data: bytes, suffix: str) -> Iterator[Item]:
    """The reports of one file's bytes; without a suffix the kind is guessed."""
    if len(data) > LARGEST:
        message = f"the input is larger than {LARGEST // 10**6} MB; give a .jsonl file"
        yield Item(name, None, UnreadableReport(message))
        return
    if suffix in (".html", ".htm"):
        yield from guarded(name, lambda: (page_of(data),))
        return
    try:
        text = decode(data)
    except JalurError as error:
        yield Item(name, None, located(name, error))
        return
    kind = suffix or guess(text)
    if kind == ".html":
        yield from guarded(name, lambda: (page_of(data),))
    elif kind == ".jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield from of_line(f"{name}:{number}", line.encode("utf-8"))
    elif kind == ".json":
        yield from of_json(name, text)
    elif kind == ".csv":
        yield from of_table(name, text)
    else:
        yield from guarded(name, lambda: (Raw(text),))


def page_of(data: bytes) -> Raw:
    """The article of an HTML page of bearable size."""
    if len(data) > LARGEST_PAGE:
        raise UnreadableReport(
            f"the page is larger than {LARGEST_PAGE // 10**6} MB; save the article's text as .txt"
        )
    return pages.raw_of(data)


def of_json(name: str, text: str) -> Iterator[Item]:
    """The report or the list of reports of a JSON file."""
    try:
        values = list(records.records(records.parse(text)))
    except JalurError as error:
        yield Item(name, None, located(name, error))
        return
    if not values:
        yield Item(name, None, UnreadableReport(f"{name}: the list is empty; nothing to read"))
    for number, value in enumerate(values, 1):
        place = name if len(values) == 1 else f"{name}:{number}"
        yield from guarded(place, lambda value=value: (records.raw_of(value),))


def of_table(name: str, text: str) -> Iterator[Item]:
    """The reports of a table of headlines."""
    rows = tables.rows(text)
    try:
        for number, row in rows:
            yield from guarded(f"{name}:{number}", lambda row=row: (tables.raw_of_row(row),))
    except JalurError as error:
        yield Item(name, None, located(name, error))


def guess(text: str) -> str:
    """The kind of an input without a name, by how it begins."""
    begin = text.lstrip()[:3000]
    if re.match(r"<(?:!doctype|html|head|body|article|div|p|meta|\?xml)\b", begin, re.IGNORECASE):
        return ".html"
    if begin.startswith("{"):
        head, *rest = text.strip().splitlines()
        return ".jsonl" if rest and head.endswith("}") and rest[0].startswith("{") else ".json"
    if re.match(r"\[\s*\{", begin):
        return ".json"
    return ".txt"


def located(name: str, error: JalurError) -> JalurError:
    """The same error, its line beginning with the place it comes from."""
    text = " ".join(str(error).split())
    return type(error)(text if text.startswith(name) else f"{name}: {text}")


def guarded(name: str, read: object) -> Iterator[Item]:
    """The raw texts that `read` gives, empty and overlong ones and its errors turned to items."""
    assert callable(read)
    try:
        for raw in read():
            if not raw.text.strip():
                raise UnreadableReport("there is no text in it; nothing to read")
            if len(raw.text) > LONGEST:
                raise UnreadableReport(
                    f"its text has more than {LONGEST:,} characters; give one report at a time"
                )
            if len(raw.text.splitlines()) > MOST_LINES:
                raise UnreadableReport(
                    f"its text has more than {MOST_LINES:,} lines; give one report at a time"
                )
            yield Item(name, with_id(name, raw))
    except JalurError as error:
        yield Item(name, None, located(name, error))


def with_id(name: str, raw: Raw) -> Raw:
    """The raw text with an id: its own, else the file's stem, else a hash of the text."""
    if raw.id:
        return raw
    numbered = re.search(r":\d+$", name) is not None
    if name == "-" or numbered:
        digest = hashlib.sha256(raw.text.encode("utf-8", "replace")).hexdigest()
        return replace(raw, id=digest[:12])
    return replace(raw, id=Path(name).stem)
