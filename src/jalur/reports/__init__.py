"""The room of reports: from files, pages and records to `Report`s with exact text.

The text is kept as it was read; what is no part of the story (title, captions, bylines, dates,
the dateline, links to other stories, notices) is set aside as furniture, so that every later
stage reads the story alone and still points into the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jalur.model import JalurError, Report, UnknownLanguage, UnreadableReport

__all__ = ["Failure", "Given", "read"]


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of the reports; it wins over what is found.

    `published` is a day, a moment or text in a form that outlets use ("2024-02-24").
    """

    published: date | datetime | str | None = None
    outlet: str | None = None
    language: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """One report that could not be read, and why; the others go on."""

    path: str
    error: JalurError


def read(path: str, given: Given = Given()) -> Iterator[Report | Failure]:
    """Read a file (.txt, .html, .json, .jsonl), a folder of them, or "-" for standard input.

    Raises JalurError at once if `given` itself cannot be (an impossible day, an unknown
    language); whatever is wrong with the input comes as a Failure in its place.
    """
    from jalur.reports.compose import checked

    return reports(path, checked(given))


def reports(path: str, given: Given) -> Iterator[Report | Failure]:
    """The reports of a path, one by one."""
    from jalur.reports import compose, files

    for item in files.items(path):
        if item.raw is None:
            yield Failure(item.path, item.error or UnreadableReport(f"{item.path}: unreadable"))
            continue
        try:
            yield compose.report_of(item.raw, given)
        except UnknownLanguage as error:
            yield Failure(item.path, files.located(item.path, error))
        except JalurError as error:
            yield Failure(item.path, files.located(item.path, error))
