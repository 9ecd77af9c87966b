"""The name of a report in the record: what it says, who published it and when, and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping

from jalur.model import Report

UNKEPT = re.compile("[\x00\ud800-\udfff]")
FIELDS = ("title", "byline", "dateline", "url")
"""What one reading of a report may tell of it and another not."""

Standing = tuple[int | str, ...]


def identity(report: Report) -> str:
    """A name that the same report has in every record, from whatever file it was read."""
    published = report.published_at.isoformat() if report.published_at else report.published
    parts = (report.text, report.outlet or "", str(published or ""), report.language)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"r{digest.hexdigest()[:15]}"


def keepable(report: Report) -> Report:
    """The report under its name in the record, without the two kinds of characters that no
    database keeps (NUL, halves of surrogate pairs): a sign of one character stands for each, so
    that every offset still holds."""
    kept: dict[str, Any] = {
        name: clean(value)
        for name in ("text", "outlet", *FIELDS)
        if (value := getattr(report, name)) is not None
    }
    return replace(report, id=identity(report), **kept)


def clean(text: str) -> str:
    """A text with a sign in the place of every character that no database keeps."""
    return UNKEPT.sub("\ufffd", text)


def standing(report: Report) -> Standing:
    """The place of one reading of a report among several of it: the one that comes first is kept,
    whichever was added first. Who tells more comes before who tells less."""
    return ranked([getattr(report, name) for name in FIELDS])


def standing_of(head: Mapping[str, Any] | RowMapping) -> Standing:
    """The same of a coded report's head or a row."""
    return ranked([head[name] for name in FIELDS])


def ranked(told: Sequence[str | None]) -> Standing:
    """How much is told, then what."""
    return sum(value is None for value in told), *(value or "" for value in told)
