"""The rows of reports, of sources, and of numbers of people harmed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jalur.history import Series
from jalur.record.asking import Speaker
from jalur.record.taking import Head

Flat = dict[str, Any]


def reports(head: Head) -> Iterator[Flat]:
    """The row of a report."""
    yield {
        "doc_id": head.id,
        "language": head.language,
        "outlet": head.outlet,
        "published": head.published,
        "published_at": head.told,
        "title": head.title,
        "byline": head.byline,
        "dateline": head.dateline,
        "url": head.url,
        "origin": head.origin,
        "sha256": head.sha256,
        "code_version": head.version,
    }


def sources(speaker: Speaker) -> Iterator[Flat]:
    """The row of a source."""
    yield {
        "code": speaker.code,
        "name": speaker.name,
        "kind": speaker.kind,
        "n_events": speaker.events,
        "n_confirmed": speaker.confirmed,
        "n_alone": speaker.alone,
        "n_relayed": speaker.relayed,
        "n_denied": speaker.denied,
    }


def tolls(series: Series) -> Iterator[Flat]:
    """The rows of a series of numbers."""
    for one in series.points:
        yield {
            "series_id": series.id,
            "toll_id": one.count,
            "kind": series.kind,
            "victims": series.victims,
            "by": series.by,
            "location": series.place,
            "since": series.since,
            "event_id": series.event,
            "date": one.day,
            "low": one.low,
            "high": one.high,
            "source": one.source,
            "outlet": one.outlet,
            "doc_id": one.report,
            "superseded": one.superseded,
            "disputed": one.disputed,
        }
