"""Values of the history as flat rows, for CSV: ISO days, empty for unknown, lists by spaces.

The columns are those of the exported tables (`data/exports/tables.yaml`): one thing has one name.
"""

from __future__ import annotations

from typing import Any

from jalur.history import Dispute, Event, Process, Series
from jalur.linking.disputes import speaks_against
from jalur.record.asking import News, Speaker, Told
from jalur.views.export import event_rows, other_rows, talk_rows
from jalur.views.export.cells import chain, listed, spaced, unique, voice_name

Flat = dict[str, Any]


def event_row(event: Event) -> Flat:
    """One event."""
    return event_rows.event(event)


def claim_row(told: Told, event: str) -> Flat:
    """One claim of an event, with who answers for it."""
    one = told.telling
    return {
        "event_id": event,
        **event_rows.claim(told, speaks_against(one)),
        "sources": listed(unique(voice_name(v, one.outlet) for v in one.voices)),
        "attribution_chain": listed(unique(chain(v.via) for v in one.voices)),
        "stances": spaced(v.stance for v in one.voices),
    }


def round_rows(process: Process) -> list[Flat]:
    """The rounds of some talks."""
    return list(talk_rows.rounds(process))


def dispute_rows(dispute: Dispute) -> list[Flat]:
    """The accounts of a dispute."""
    return list(event_rows.dispute(dispute))


def series_rows(series: Series) -> list[Flat]:
    """The numbers of a series."""
    return list(other_rows.tolls(series))


def speaker_row(speaker: Speaker) -> Flat:
    """One source."""
    return next(other_rows.sources(speaker))


def news_row(news: News) -> Flat:
    """One change."""
    return {"change": news.what, "detail": news.detail, **event_row(news.event)}
