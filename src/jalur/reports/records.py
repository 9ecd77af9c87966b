"""Reports kept as JSON: one object, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from jalur.model import UnreadableReport
from jalur.reports.decoding import whole_characters

TEXT = ("text", "body", "content", "article", "articleBody")
PUBLISHED = ("published", "published_at", "date", "datePublished", "pubDate")
OUTLET = ("outlet", "publisher", "source")


@dataclass(frozen=True, slots=True)
class Raw:
    """A text with what its file tells of it; None for what it does not tell."""

    text: str
    id: str | None = None
    title: str | None = None
    language: str | None = None
    published: object = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None


def parse(text: str) -> object:
    """The JSON value; raises UnreadableReport with a line that says where it breaks."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableReport(
            f"this is no valid JSON (line {error.lineno}: {error.msg}); check the file"
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableReport("this JSON is nested too deep or has too long numbers") from error
    return value


def records(value: object) -> Iterator[object]:
    """The objects that may be reports: the value itself, or the members of a list."""
    if isinstance(value, list):
        yield from value
    else:
        yield value


def raw_of(value: object) -> Raw:
    """The report that a JSON object holds, flat or under "report"."""
    if isinstance(value, dict) and isinstance(value.get("report"), dict):
        value = {**value, **value["report"]}
    if not isinstance(value, dict):
        raise UnreadableReport('this JSON is no report; expected an object with a "text"')
    text = first(value, TEXT)
    if text is None:
        raise UnreadableReport('this JSON object has no "text"; put the article\'s text there')
    identity = value.get("id")
    return Raw(
        text=whole_characters(text),
        id=str(identity) if isinstance(identity, str | int) and str(identity).strip() else None,
        title=first(value, ("title", "headline")),
        language=first(value, ("language", "lang")),
        published=next((value[k] for k in PUBLISHED if value.get(k) is not None), None),
        outlet=first(value, OUTLET),
        byline=first(value, ("byline", "author")),
        url=first(value, ("url", "link")),
    )


def first(value: dict[str, object], names: tuple[str, ...]) -> str | None:
    """The first of the named fields that holds text."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and (found.strip() or name == "text"):
            return found if name in TEXT else whole_characters(found)
    return None
