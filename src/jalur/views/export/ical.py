"""iCalendar (RFC 5545): the rounds of talks that were announced for a day.

A round stays in the calendar under one UID when it is held (CONFIRMED) or called off (CANCELLED),
so that a calendar that takes the file again moves or strikes it. icalendar folds and escapes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar
from icalendar import Event as Entry

from jalur import __version__
from jalur.history import Event, Process, Round
from jalur.record import asking
from jalur.views.export.cells import spaced
from jalur.views.export.source import Source
from jalur.views.safe import visible

STATUS = {
    "planned": "TENTATIVE",
    "possible": "TENTATIVE",
    "happened": "CONFIRMED",
    "denied": "CANCELLED",
}


def write(source: Source, path: Path) -> None:
    """Write one calendar."""
    calendar = Calendar()
    calendar.add("prodid", f"-//jalur//jalur {__version__}//EN")
    calendar.add("version", "2.0")
    for process in source.processes():
        ids = [e for r in process.rounds for e in r.events]
        events = asking.some_events(source.connection, ids)
        for round_ in process.rounds:
            mine = [events[e] for e in round_.events if e in events]
            if round_.start and announced(round_, mine):
                calendar.add_component(entry(process, round_, mine))
    path.write_bytes(calendar.to_ical())


def announced(round_: Round, events: list[Event]) -> bool:
    """Whether a round was told of before it was held."""
    changes = [change for event in events for change in event.changes]
    return round_.status == "planned" or any(c.status == "planned" for c in changes)


def entry(process: Process, round_: Round, events: list[Event]) -> Entry:
    """A round as whole days; the stamp is the last moment it was told of, not that of writing."""
    start, end = (
        date.fromisoformat(str(round_.start)),
        date.fromisoformat(str(round_.end or round_.start)),
    )
    last = max([round_.first, *(e.last for e in events)])
    one = Entry()
    one.add("uid", f"{round_.id}@jalur")
    one.add("dtstamp", stamp(last))
    one.add("dtstart", start)
    one.add("dtend", end + timedelta(days=1))
    one.add("summary", plain(title(process, round_)))
    one.add("status", STATUS[round_.status])
    one.add("transp", "TRANSPARENT")
    if round_.venue:
        one.add("location", plain(", ".join(filter(None, (round_.venue, round_.country)))))
    one.add("description", plain(details(round_, events)))
    return one


def title(process: Process, round_: Round) -> str:
    """What a calendar shows."""
    number = f", round {round_.ordinal}" if round_.ordinal else ""
    return f"{process.name}: {round_.kind}{number}"


def details(round_: Round, events: list[Event]) -> str:
    """Who takes part, and the words of the first report."""
    third = f"; mediators: {spaced(round_.mediators)}" if round_.mediators else ""
    quote = f" – “{events[0].quote}”" if events else ""
    return f"Parties: {spaced(round_.parties)}{third}{quote}"


def plain(words: str) -> str:
    """Words on one line, without characters that cannot be seen."""
    return visible(" ".join(words.split()))


def stamp(moment: str) -> datetime:
    """A moment of the record; a day alone is its beginning, an unknown one the epoch."""
    return datetime.fromisoformat(moment or "1970-01-01").replace(tzinfo=UTC)
