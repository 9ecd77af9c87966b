"""GeoJSON (RFC 7946): every event as a feature, longitude first; null geometry without a point."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from jalur.history import Event
from jalur.record.taking import Whole
from jalur.views.export.event_rows import events as event_rows
from jalur.views.export.source import Source

ENCODER = msgspec.json.Encoder()
ASIDE = {"lat", "lon"}
"""Cells that are in the geometry already."""


def write(source: Source, path: Path) -> None:
    """Write one feature collection, a feature a line."""
    with path.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        between = b"\n"
        for whole in source.events():
            file.write(between + ENCODER.encode(feature(whole)))
            between = b",\n"
        file.write(b"\n]}\n")


def feature(whole: Whole) -> dict[str, Any]:
    """An event as a feature; its properties are the columns of the table of events."""
    row = next(event_rows(whole))
    return {
        "type": "Feature",
        "id": whole.event.id,
        "geometry": point(whole.event),
        "properties": {k: None if v == "" else v for k, v in row.items() if k not in ASIDE},
    }


def point(event: Event) -> dict[str, Any] | None:
    """Where an event happened, None if that is not known."""
    if event.latitude is None or event.longitude is None:
        return None
    return {"type": "Point", "coordinates": [event.longitude, event.latitude]}
