"""PLOVER 2.0 records, JSON lines (openeventdata/PLOVER, manual of 2024).

jalur's codebook departs from PLOVER in that a plan keeps its type with status planned. Here
PLOVER's own rules are applied again: a planned meeting is AGREE, a planned retreat CONCEDE, another
planned kindness AGREE, planned force THREATEN; a meeting that was announced and then called off is
REJECT (meet); what else is denied, and what is only possible, is left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from jalur.history import Event, Party
from jalur.record.taking import Whole
from jalur.views.export.cells import dead
from jalur.views.export.source import Source

Record = dict[str, Any]

ENCODER = msgspec.json.Encoder()
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD = {type_: quad for quad, types in QUADS.items() for type_ in types}

PLANNED: dict[str, tuple[str, str | None]] = {
    "CONSULT": ("AGREE", None),
    "SUPPORT": ("AGREE", None),
    "COOPERATE": ("AGREE", None),
    "AID": ("AGREE", None),
    "CONCEDE": ("AGREE", None),
    "RETREAT": ("CONCEDE", None),
    "PROTEST": ("THREATEN", None),
    "SANCTION": ("THREATEN", "relations"),
    "MOBILIZE": ("THREATEN", "violence"),
    "COERCE": ("THREATEN", "restrict"),
    "ASSAULT": ("THREATEN", "violence"),
}
"""What a planned act is in PLOVER, with its mode; the other types stay what they are."""


def write(source: Source, path: Path) -> None:
    """Write every event that PLOVER has a place for."""
    with path.open("wb") as file:
        for whole in source.events():
            coded = type_and_mode(whole.event)
            if coded is not None:
                file.write(ENCODER.encode(record(whole, *coded)) + b"\n")


def type_and_mode(event: Event) -> tuple[str, str | None] | None:
    """What PLOVER codes for an event; None if it codes nothing."""
    if event.status == "happened":
        return event.type, event.mode
    if event.status == "planned":
        return PLANNED.get(event.type, (event.type, event.mode))
    announced = any(change.status == "planned" for change in event.changes)
    if event.status == "denied" and event.type == "CONSULT" and announced:
        return "REJECT", "meet"
    return None


def record(whole: Whole, type_: str, mode: str | None) -> Record:
    """An event as a record; fields are PLOVER's, those of jalur follow."""
    one = whole.event
    return {
        "id": one.id,
        "date": one.start,
        "enddate": one.end if one.end != one.start else None,
        "actor": [actor(p) for p in one.actors],
        "recipient": [actor(p) for p in one.recipients],
        "event": [type_],
        "mode": [mode] if mode else [],
        "context": [],
        "quad_code": QUAD[type_],
        "event_loc": place(one),
        "event_text": [told.telling.trigger for told in whole.told],
        "size_info": {"dead": dead(whole.harm)[1]},
        "text": one.quote,
        "text_info": {"start": whole.told[0].start, "end": whole.told[0].end},
        "cite_info": [cited(whole, position) for position in range(len(whole.told))],
        "jalur_type": one.type,
        "jalur_status": one.status,
        "issues": list(one.issues),
    }


def actor(party: Party) -> Record:
    """A participant as PLOVER's actor object."""
    return {"code": party.code, "sector": party.sector, "actor_text": party.name}


def place(event: Event) -> Record | None:
    """A place as PLOVER's location object, which is GeoNames' with `cc3`."""
    if not event.place:
        return None
    point = {"latitude": event.latitude, "longitude": event.longitude}
    return {"name": event.place, **point, "cc3": event.country}


def cited(whole: Whole, position: int) -> Record:
    """A report as PLOVER's citation object."""
    told = whole.told[position]
    return {
        "publication": told.telling.outlet,
        "url": told.url,
        "title": told.title,
        "language": told.telling.language,
        "citation": told.telling.report,
        "codebook": "plover-2.0",
        "coder": "jalur",
    }
