"""The name of a report in the record: what it says, who published it and when, and nothing else."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import Any

from jalur.model import Report

UNKEPT = re.compile("[\x00\ud800-\udfff]")


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
    clean: dict[str, Any] = {
        name: UNKEPT.sub("\ufffd", value)
        for name in ("text", "title", "byline", "dateline", "outlet", "url")
        if (value := getattr(report, name)) is not None
    }
    return replace(report, id=identity(report), **clean)
