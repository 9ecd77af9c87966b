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
    """What changed since a moment: an event that is new, confirmed, revised or denied.

    `by` are the outlets or origins that confirm or deny it, `before` its status until then.
    """

    what: str
    event: Event
    by: tuple[str, ...] = ()
    before: str | None = None

    @property
    def detail(self) -> str:
        """How it changed, in plain English."""
        if self.what == "new":
            return f"{self.event.reports} reports, {self.event.independent} independent"
        if self.what == "revised":
            return f"{self.before} → {self.event.changes[-1].status}"
        return f"by {', '.join(self.by) or 'an unnamed outlet'}"


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
        return News("new", event_)
    late = [c for c in event_.changes if c.told >= since]
    if late and late[-1].status == "denied":
        return News("denied", event_, tuple(filter(None, (late[-1].outlet,))))
    if late:
        before = next(c for c in reversed(event_.changes) if c.told < since)
        return News("revised", event_, before=before.status)
    told_ = claims(connection, event_)
    before_ = {t.origin for t in told_ if t.telling.told < since}
    fresh = sorted({t.origin for t in told_ if t.telling.told >= since} - before_)
    return News("confirmed", event_, tuple(fresh)) if fresh else None
