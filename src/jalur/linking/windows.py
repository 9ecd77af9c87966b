"""When a telling's happening can have been: its own days, or what the day of the report allows.

The day of publication never becomes the day of an event; it only bounds which tellings can be of
one happening.
"""

from __future__ import annotations

from dataclasses import dataclass

from jalur.days import number
from jalur.history import Telling

ALLOWED = {"happened": (3, 0), "planned": (1, 21), "possible": (7, 14), "denied": (7, 14)}
"""Days before and after publication in which an undated happening of each status lies: news tells
of the last days; rounds of talks are announced up to three weeks ahead."""

MARGIN_OF_SLIPS = 1
"""Days by which accounts of one happening differ: time zones, night attacks, slips of the pen."""

NARROW = 3
"""Most days of a range that names a happening's own day, give or take."""


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day, as ordinals; `sure` if the report itself gives them."""

    first: int
    last: int
    sure: bool

    @property
    def narrow(self) -> bool:
        """Whether it names a day, give or take."""
        return self.sure and self.last - self.first < NARROW


def window(telling: Telling) -> Window | None:
    """The days in which a telling's happening lies; None if nothing is known."""
    if telling.start and telling.end:
        return Window(number(telling.start), number(telling.end), True)
    if not telling.day:
        return None
    before, after = ALLOWED[telling.status]
    told = number(telling.day)
    return Window(told - before, told + after, False)


def gap(a: Window, b: Window) -> int:
    """Days between two windows, 0 if they share one."""
    return max(0, a.first - b.last, b.first - a.last)
