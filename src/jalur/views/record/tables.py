"""Values of the history as flat rows, for CSV: ISO days, empty for unknown, lists by spaces."""

from __future__ import annotations

from typing import Any

from jalur.history import Dispute, Event, Process, Series
from jalur.record.asking import News, Speaker, Told

Flat = dict[str, Any]


def event_row(event: Event) -> Flat:
    """One event."""
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "date_start": event.start,
        "date_end": event.end,
        "place": event.place,
        "country": event.country,
        "lat": event.latitude,
        "lon": event.longitude,
        "actors": " ".join(p.code for p in event.actors),
        "recipients": " ".join(p.code for p in event.recipients),
        "mediators": " ".join(p.code for p in event.actors if p.role == "mediator"),
        "issues": " ".join(event.issues),
        "format": event.format,
        "n_reports": event.reports,
        "n_outlets": event.outlets,
        "n_independent": event.independent,
        "first_reported": event.first,
        "last_reported": event.last,
        "disputed": " ".join(d.field for d in event.disputes),
        "quote": event.quote,
    }


def claim_row(told: Told, event: str) -> Flat:
    """One claim of an event."""
    one = told.telling
    return {
        "event_id": event,
        "claim_id": one.id,
        "report_id": one.report,
        "outlet": one.outlet,
        "origin": told.origin,
        "language": one.language,
        "published": one.told,
        "status": one.status,
        "sources": "; ".join(v.name or v.code or "" for v in one.voices),
        "via": "; ".join(" > ".join(v.via) for v in one.voices if v.via),
        "stances": " ".join(v.stance for v in one.voices),
        "char_start": told.start,
        "char_end": told.end,
        "quote": one.quote,
        "url": told.url,
        "sha256": told.sha256,
    }


def round_rows(process: Process) -> list[Flat]:
    """The rounds of some talks."""
    return [
        {
            "process_id": process.id,
            "process": process.name,
            "state": process.state,
            "round_id": r.id,
            "kind": r.kind,
            "ordinal": r.ordinal,
            "start": r.start,
            "end": r.end,
            "first_reported": r.first,
            "venue": r.venue,
            "country": r.country,
            "format": r.format,
            "parties": " ".join(r.parties),
            "mediators": " ".join(r.mediators),
            "status": r.status,
            "outcome": r.outcome,
            "n_outlets": r.outlets,
            "events": " ".join(r.events),
        }
        for r in process.rounds
    ]


def dispute_rows(dispute: Dispute) -> list[Flat]:
    """The accounts of a dispute."""
    return [
        {
            "event_id": dispute.event,
            "field": dispute.field,
            "value": s.value,
            "sources": "; ".join(s.sources),
            "first_reported": s.told,
            "claims": " ".join(s.claims),
        }
        for s in dispute.sides
    ]


def series_rows(series: Series) -> list[Flat]:
    """The numbers of a series."""
    return [
        {
            "series_id": series.id,
            "kind": series.kind,
            "victims": series.victims,
            "by": series.by,
            "place": series.place,
            "since": series.since,
            "event_id": series.event,
            "day": p.day,
            "low": p.low,
            "high": p.high,
            "source": p.source,
            "outlet": p.outlet,
            "superseded": p.superseded,
            "disputed": p.disputed,
        }
        for p in series.points
    ]


def speaker_row(speaker: Speaker) -> Flat:
    """One source."""
    return {
        "code": speaker.code,
        "name": speaker.name,
        "kind": speaker.kind,
        "events": speaker.events,
        "confirmed": speaker.confirmed,
        "alone": speaker.alone,
        "relayed": speaker.relayed,
        "denied": speaker.denied,
    }


def news_row(news: News) -> Flat:
    """One change."""
    return {"change": news.what, "detail": news.detail, **event_row(news.event)}
