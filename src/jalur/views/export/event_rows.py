"""The rows that an event makes: itself, who takes part, its claims, who says so, disputes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jalur.history import Dispute, Event
from jalur.record.asking import Told
from jalur.record.taking import Whole
from jalur.views.export.cells import (
    chain,
    country,
    dead,
    listed,
    precision,
    sectors,
    spaced,
    unique,
    voice_name,
)

Flat = dict[str, Any]


def event(one: Event) -> Flat:
    """What an event by itself says of its row, the same wherever events are a table."""
    return {
        "event_id": one.id,
        "type": one.type,
        "mode": one.mode,
        "status": one.status,
        "date_start": one.start,
        "date_end": one.end,
        "date_precision": precision(one.start, one.end),
        "date_earliest": one.earliest,
        "date_latest": one.latest,
        "actors": spaced(p.code for p in one.actors),
        "actor_names": listed(p.name for p in one.actors),
        "actor_sectors": sectors(one.actors),
        "recipients": spaced(p.code for p in one.recipients),
        "recipient_names": listed(p.name for p in one.recipients),
        "recipient_sectors": sectors(one.recipients),
        "mediators": spaced(p.code for p in one.actors if p.role == "mediator"),
        "location": one.place,
        "country_iso3": one.country,
        "lat": one.latitude,
        "lon": one.longitude,
        "geo_precision": one.grain,
        "issues": spaced(one.issues),
        "format": one.format,
        "round_ordinal": one.ordinal,
        "n_reports": one.reports,
        "n_outlets": one.outlets,
        "n_independent": one.independent,
        "quote": one.quote,
        "first_reported": one.first,
        "last_changed": one.last,
        "contradicts": spaced(d.field for d in one.disputes),
        "claims_against": spaced(one.against),
    }


def events(whole: Whole) -> Iterator[Flat]:
    """The row of an event, with what else the record knows of it."""
    low, best, high = dead(whole.harm)
    voices = [(v, t.telling.outlet) for t in whole.told for v in t.telling.voices]
    yield {
        **event(whole.event),
        "record_status": "reviewed" if whole.judged else "candidate",
        "process_id": spaced(unique(process for process, _ in whole.talks)),
        "round_id": spaced(unique(round_ for _, round_ in whole.talks)),
        "fatalities_low": low,
        "fatalities_best": best,
        "fatalities_high": high,
        "sources": listed(unique(voice_name(v, outlet) for v, outlet in voices)),
        "attribution_chain": listed(unique(chain(v.via) for v, _ in voices)),
    }


def participants(whole: Whole) -> Iterator[Flat]:
    """The rows of those who take part."""
    for side, parties in (("actor", whole.event.actors), ("recipient", whole.event.recipients)):
        for position, party in enumerate(parties, 1):
            yield {
                "event_id": whole.event.id,
                "side": side,
                "position": position,
                "code": party.code,
                "name": party.name,
                "country_iso3": country(party.code),
                "sector": party.sector,
                "role": party.role,
            }


def claims(whole: Whole) -> Iterator[Flat]:
    """The rows of an event's claims."""
    for told in whole.told:
        yield {"event_id": whole.event.id, **claim(told, told.telling.id in whole.event.against)}


def claim(told: Told, against: bool) -> Flat:
    """The row of a claim, without its event."""
    one = told.telling
    return {
        "claim_id": one.id,
        "doc_id": one.report,
        "outlet": one.outlet,
        "origin": told.origin,
        "url": told.url,
        "title": told.title,
        "language": one.language,
        "published": one.told,
        "type": one.type,
        "status": one.status,
        "date_start": one.start,
        "date_end": one.end,
        "location": one.place,
        "country_iso3": one.country,
        "against": against,
        "char_start": told.start,
        "char_end": told.end,
        "trigger": one.trigger,
        "quote": one.quote,
        "sha256": told.sha256,
    }


def attributions(whole: Whole) -> Iterator[Flat]:
    """The rows of those who answer for an event's claims."""
    for told in whole.told:
        for position, voice in enumerate(told.telling.voices, 1):
            yield {
                "claim_id": told.telling.id,
                "event_id": whole.event.id,
                "position": position,
                "kind": voice.kind,
                "code": voice.code,
                "name": voice.name,
                "via": chain(voice.via),
                "stance": voice.stance,
            }


def disputes(whole: Whole) -> Iterator[Flat]:
    """The rows of accounts that exclude each other."""
    for one in whole.event.disputes:
        yield from dispute(one)


def dispute(one: Dispute) -> Iterator[Flat]:
    """The rows of the accounts of one dispute."""
    for position, side in enumerate(one.sides, 1):
        yield {
            "event_id": one.event,
            "field": one.field,
            "position": position,
            "value": side.value,
            "sources": listed(side.sources),
            "first_reported": side.told,
            "claims": spaced(side.claims),
        }
