"""Derives the talks of a record from its events, beginning with the first days that changed.

Time is cut into stretches of 32 days. How far each talks had come after a stretch is kept, so that
only the stretches that changed are read again, and those after them until the talks stand as they
stood before. The outcome is the same as if all events were read at once, in the order of days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from jalur import talks
from jalur.history import Event
from jalur.record import charting, marks, schema
from jalur.record.charting import Chart
from jalur.record.packing import pack, unpack
from jalur.record.processing import write_processes
from jalur.record.schema import passages
from jalur.talks import Course, Track

KEPT = 8
"""Stretches whose events are kept in memory."""

Own = dict[str, tuple[Track, list[Event]]]


class Stretches:
    """The events of a record that talks are read from, a stretch at a time."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.kept: dict[int, list[Event]] = {}

    def events(self, stretch: int) -> list[Event]:
        """The events of one stretch in a fixed order."""
        if stretch not in self.kept:
            while len(self.kept) >= KEPT:
                del self.kept[next(iter(self.kept))]
            self.kept[stretch] = list(self.read(stretch))
        return self.kept[stretch]

    def read(self, stretch: int) -> Iterator[Event]:
        """The events of one stretch from the database."""
        table = schema.events.c
        query = (
            select(table.json)
            .where(marks.within(stretch), table.type.in_(sorted(talks.TELLING)))
            .order_by(table.id)
        )
        for row in self.connection.execute(query):
            yield unpack(Event, row.json)


def derive_talks(connection: Connection) -> None:
    """Write the talks anew as far as they changed."""
    stretches = Stretches(connection)
    changed = {int(key) for key in marks.taken(connection, marks.DAYS)}
    chart, dirty = charting.update(connection, changed, stretches)
    touched = replay(connection, chart, dirty, stretches)
    write_processes(connection, touched)


def replay(
    connection: Connection, chart: Chart, dirty: Collection[int], stretches: Stretches
) -> set[str]:
    """Read the stretches that changed again, and those after them as long as talks stand
    otherwise than before; the talks that changed."""
    waiting: dict[int, set[str] | None] = dict.fromkeys(dirty)
    touched = set[str]()
    while waiting:
        stretch = min(waiting)
        tracks = waiting.pop(stretch)
        own = talks.assigned(stretches.events(stretch), chart.foes, chart.days(stretch))
        here = select(passages).where(passages.c.stretch == stretch)
        held = {r.track: r for r in connection.execute(here)}
        for track in sorted({*own, *held} if tracks is None else tracks):
            before = held[track].after if track in held else None
            after = passage(connection, stretch, track, own)
            touched.add(track)
            later = following(connection, track, stretch)
            if later is not None and after != before:
                asked = waiting.setdefault(later, set())
                if asked is not None:
                    asked.add(track)
    return touched


def passage(connection: Connection, stretch: int, track: str, own: Own) -> str | None:
    """Read one stretch of some talks and keep what they make in it; how they stand then, None if
    nothing is told of them there."""
    here = (passages.c.track == track) & (passages.c.stretch == stretch)
    connection.execute(passages.delete().where(here))
    if track not in own:
        return None
    first, events = own[track]
    course = course_before(connection, track, stretch) or Course(first)
    made = pack(course.take(events))
    after = pack(course)
    row = {"track": track, "stretch": stretch, "made": made, "after": after}
    connection.execute(passages.insert(), [row])
    return after


def course_before(connection: Connection, track: str, stretch: int) -> Course | None:
    """Where some talks stood when a stretch began."""
    query = (
        select(passages.c.after)
        .where(passages.c.track == track, passages.c.stretch < stretch)
        .order_by(passages.c.stretch.desc())
        .limit(1)
    )
    packed = connection.execute(query).scalar()
    return unpack(Course, packed) if packed else None


def following(connection: Connection, track: str, stretch: int) -> int | None:
    """The next stretch after one in which something is told of some talks."""
    query = (
        select(passages.c.stretch)
        .where(passages.c.track == track, passages.c.stretch > stretch)
        .order_by(passages.c.stretch)
        .limit(1)
    )
    found: int | None = connection.execute(query).scalar()
    return found
