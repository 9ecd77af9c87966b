"""A time axis on which long empty times are folded, so that what happened has room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

FOLDED = 75
"""Days without anything after which the axis may be folded."""

SHARE = 0.25
"""…if they are this much of the whole time."""

FOLD = 34.0
"""Width of a fold."""

LEAST = 70.0
"""Width that any stretch between folds has at least."""

APART = 62.0
"""Width between two labels of the axis."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days between two folds, and where they are drawn."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day: `month` is its number when the label is a month or year, else a day."""

    x: float
    day: date
    grain: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to places from left to right."""

    stretches: tuple[Stretch, ...]

    def x(self, day: date) -> float:
        """Where a day is drawn; days in a fold are drawn at its edge."""
        for stretch in self.stretches:
            if day <= stretch.last:
                return stretch.at(max(day, stretch.first))
        return self.stretches[-1].right

    def holds(self, day: date) -> bool:
        """Whether a day is on the axis and not in a fold."""
        return any(s.first <= day <= s.last for s in self.stretches)

    @property
    def folds(self) -> list[tuple[float, float]]:
        """Where the axis is folded: from and to."""
        return [(a.right, b.left) for a, b in pairwise(self.stretches)]

    def ticks(self, apart: float = APART) -> list[Tick]:
        """The labelled days, `apart` from one another."""
        return [t for s in self.stretches for t in ticks(s, apart)]


def day_of(text: str | None) -> date | None:
    """A day from ISO text; None for anything else."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def axis(days: Iterable[date], left: float, right: float) -> Axis | None:
    """An axis for some days; None for none."""
    known = sorted(set(days))
    if not known:
        return None
    whole = max((known[-1] - known[0]).days, 1)
    groups = [[known[0]]]
    for day in known[1:]:
        gap = (day - groups[-1][-1]).days
        if gap > FOLDED and gap > SHARE * whole:
            groups.append([])
        groups[-1].append(day)
    room = (right - left) - FOLD * (len(groups) - 1) - LEAST * len(groups)
    total = sum((g[-1] - g[0]).days for g in groups)
    found, x = [], left
    for group in groups:
        share = (group[-1] - group[0]).days / total if total else 1 / len(groups)
        width = LEAST + room * share
        found.append(Stretch(*padded(group[0], group[-1]), x, x + width))
        x += width + FOLD
    return Axis(tuple(found))


def padded(first: date, last: date) -> tuple[date, date]:
    """A stretch of days with some room on both sides."""
    room = timedelta(days=max(3, round((last - first).days * 0.06)))
    return first - room, last + room


STEPS = (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366), ("decade", 3660))


def ticks(stretch: Stretch, apart: float) -> list[Tick]:
    """The labelled days of a stretch: as fine as there is room for."""
    days = max((stretch.last - stretch.first).days, 1)
    wide = (stretch.right - stretch.left) / days
    grain = next((g for g, n in STEPS if n * wide >= apart), "decade")
    found = []
    for number in range(days + 1):
        day = stretch.first + timedelta(days=number)
        if begins(day, grain) and stretch.at(day) < stretch.right - apart / 3:
            found.append(Tick(round(stretch.at(day), 1), day, grain))
    return found


def begins(day: date, grain: str) -> bool:
    """Whether a week, month, quarter, year or decade begins on a day."""
    if grain in ("day", "week"):
        return grain == "day" or day.weekday() == 0
    if day.day != 1:
        return False
    every = {"month": 1, "quarter": 3, "year": 12, "decade": 12}[grain]
    return (day.month - 1) % every == 0 and (grain != "decade" or day.year % 10 == 0)
