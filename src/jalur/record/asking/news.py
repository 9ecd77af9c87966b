"""What changed since a moment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from jalur.history import Event
from jalur.record import schema
from jalur.record.asking.claims import claims
from jalur.record.packing import unpack


@dataclass(frozen=True, slots=True)
class News:
    """What changed since a moment: an event that is new, confirmed, revised or denied, and how."""

    what: str
    event: Event
    detail: str


def changes(connection: Connection, since: str, limit: int) -> list[News]:
    """What the reports published since a moment changed, the latest first."""
    table = schema.events
    query = select(table.c.json).where(table.c.last_told >= since)
    order = (table.c.last_told.desc(), table.c.id)
    rows = connection.execute(query.order_by(*order).limit(limit))
    return [n for row in rows if (n := news(connection, unpack(Event, row.json), since))]


def news(connection: Connection, event_: Event, since: str) -> News | None:
    """What changed of one event since a moment; None if it was only told again."""
    if event_.first >= since:
        return News("new", event_, f"{event_.reports} reports, {event_.independent} independent")
    late = [c for c in event_.changes if c.told >= since]
    if late and late[-1].status == "denied":
        return News("denied", event_, f"by {late[-1].outlet or 'an unnamed outlet'}")
    if late:
        before = next(c for c in reversed(event_.changes) if c.told < since)
        return News("revised", event_, f"{before.status} → {late[-1].status}")
    told_ = claims(connection, event_)
    before_ = {t.origin for t in told_ if t.telling.told < since}
    fresh = sorted({t.origin for t in told_ if t.telling.told >= since} - before_)
    return News("confirmed", event_, f"by {', '.join(fresh)}") if fresh else None
