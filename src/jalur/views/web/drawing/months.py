"""How many events each month has, as bars to jump by; of a very long time, each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 1000.0
HEIGHT = 92.0
FOOT = 18.0
HEAD = 14.0
MOST_MONTHS = 120
"""Months of one drawing: narrower bars could not be pointed at."""

APART = 44.0
"""Width that the name of a year needs."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or year where it is drawn, with its first and last day."""

    x: float
    y: float
    width: float
    height: float
    since: date
    until: date
    number: int

    @property
    def whole_year(self) -> bool:
        """Whether this is a year."""
        return self.until.month == 12 and self.since.month == 1


@dataclass(frozen=True, slots=True)
class Months:
    """The bars, where years begin, and the most events of one bar."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int], ...]
    most: int
    base: float = HEIGHT - FOOT
    width: float = WIDTH
    height: float = HEIGHT


def months(counted: Mapping[str, int]) -> Months | None:
    """The drawing of months ("2024-03") with their numbers; None if there are fewer than two."""
    known = {m: n for m, n in counted.items() if len(m) == 7 and m[:4].isdigit() and m[5:] >= "01"}
    if len(known) < 2:
        return None
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (min(known), max(known)))
    step = 1 if last - first < MOST_MONTHS else 12
    first, last = first // step, last // step
    numbers = Counter[int]()
    for month, number in known.items():
        numbers[(int(month[:4]) * 12 + int(month[5:]) - 1) // step] += number
    most = max(numbers.values())
    each = WIDTH / (last - first + 1)
    room = HEIGHT - FOOT - HEAD
    bars = []
    for index, number in sorted(numbers.items()):
        height = round(max(1.5, room * number / most), 1)
        x, y = round((index - first) * each, 1), round(HEIGHT - FOOT - height, 1)
        since, until = beginning(index * step), beginning(index * step + step) - timedelta(days=1)
        bars.append(Bar(x, y, round(max(1.0, each * 0.86), 1), height, since, until, number))
    return Months(tuple(bars), tuple(years(first, last, step, each)), most)


def beginning(index: int) -> date:
    """The first day of a month by its number since the year 0."""
    return date(index // 12, index % 12 + 1, 1)


def years(first: int, last: int, step: int, each: float) -> list[tuple[float, int]]:
    """Where the years begin that have room for their name."""
    found: list[tuple[float, int]] = []
    for index in range(first, last + 1):
        starts = (index * step) % 12 == 0 or index == first
        x = round((index - first) * each, 1)
        if starts and (not found or x - found[-1][0] >= APART):
            found.append((x, index * step // 12))
    return found
