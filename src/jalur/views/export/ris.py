"""RIS: the reports as bibliographic records, for Zotero, EndNote and the like."""

from __future__ import annotations

from pathlib import Path

from rispy.writer import RisWriter

from jalur.record.taking import Head
from jalur.views.export.cells import web
from jalur.views.export.source import Source
from jalur.views.safe import visible


def write(source: Source, path: Path) -> None:
    """Write one record after the other."""
    writer = Unnumbered()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for head in source.reports():
            file.write(writer.formats([reference(head)]))
            file.write("\n")


class Unnumbered(RisWriter):  # type: ignore[misc]
    """rispy's writer without its line "1." before a record, which is no part of RIS."""

    def set_header(self, count: int) -> str:
        """Nothing."""
        return ""


def reference(head: Head) -> dict[str, str | list[str]]:
    """A report as rispy names its fields; a newspaper article."""
    day = (head.published or "").split("-")
    found: dict[str, str | None] = {
        "type_of_reference": "NEWS",
        "id": head.id,
        "primary_title": head.title,
        "secondary_title": head.outlet,
        "year": day[0],
        "date": "/".join(day) if len(day) > 1 else None,
        "place_published": head.dateline,
        "language": head.language,
    }
    lists = {
        "authors": head.byline,
        "urls": web(head.url),
        "notes": f"SHA-256 of the text: {head.sha256}",
    }
    return {
        **{name: flat(value) for name, value in found.items() if value},
        **{name: [flat(value)] for name, value in lists.items() if value},
    }


def flat(words: str) -> str:
    """Words on one line: a line of their own could pretend to be a field."""
    return visible(" ".join(words.split()))
