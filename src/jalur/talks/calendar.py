"""Events in the order of days, so that those about a round are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from jalur.days import number
from jalur.history import Event


class Calendar:
    """Events by day: their own, else the day they were first told."""

    def __init__(self, events: Iterable[Event]) -> None:
        dated = [(number(day), e.id, e) for e in events if (day := e.start or e.first[:10])]
        self.events = sorted(dated, key=lambda d: d[:2])
        self.days = [d for d, _, _ in self.events]

    def between(self, first: int, last: int) -> Iterator[Event]:
        """The events of some days, both included."""
        for k in range(bisect_left(self.days, first), bisect_right(self.days, last)):
            yield self.events[k][2]
