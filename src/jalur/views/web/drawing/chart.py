"""A series of numbers drawn: each source's numbers by day, from low to high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from jalur.history import Point, Series
from jalur.views.web.drawing.axis import Tick, axis, day_of

WIDTH = 640.0
HEIGHT = 168.0
LEFT, RIGHT, TOP, BOTTOM = 58.0, 12.0, 12.0, 24.0
FEWEST = 3
"""Days from which on a course of numbers can be seen."""

MOST = 60
"""Numbers of one drawing, the last ones: more would lie on one another."""

SHAPES = 6
"""Shapes that sources are told apart by; further ones share the last."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One number where it is drawn: `top` to `bottom` is from high to low."""

    x: float
    top: float
    bottom: float
    shape: int
    point: Point


@dataclass(frozen=True, slots=True)
class Range:
    """One number on the common scale of its series, as shares of it."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A series where it is drawn, with the lines of its scale and its sources in order."""

    dots: tuple[Dot, ...]
    paths: tuple[str, ...]
    lines: tuple[tuple[float, int], ...]
    ticks: tuple[Tick, ...]
    sources: tuple[str, ...]
    width: float = WIDTH
    height: float = HEIGHT


def chart(series: Series) -> Chart | None:
    """The drawing of a series; None if it has numbers of fewer than three days, which its table
    shows as well."""
    dated = [(d, p) for p in series.points if (d := day_of(p.day))][-MOST:]
    scale = axis([d for d, _ in dated], LEFT + 14, WIDTH - RIGHT - 10)
    if scale is None or len({d for d, _ in dated}) < FEWEST:
        return None
    most = max(bounds(p)[1] for _, p in dated)
    top, step = ceiling(most)

    def y(value: int) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)

    sources = tuple(dict.fromkeys(p.source for _, p in dated))
    dots = tuple(
        Dot(
            *(round(scale.x(d), 1), y(bounds(p)[1]), y(bounds(p)[0])),
            *(min(sources.index(p.source), SHAPES - 1), p),
        )
        for d, p in dated
    )
    lines = tuple((y(v), v) for v in range(0, top + 1, step))
    return Chart(dots, paths(dots, sources), lines, tuple(scale.ticks(76.0)), sources)


def paths(dots: Sequence[Dot], sources: Sequence[str]) -> tuple[str, ...]:
    """A line through the numbers of each source that gave several."""
    found = []
    for source in sources:
        own = [f"{d.x:g} {d.top:g}" for d in dots if d.point.source == source]
        if len(own) > 1:
            found.append(f"M{'L'.join(own)}")
    return tuple(found)


def ranges(series: Series) -> list[Range]:
    """Every number of a series from low to high on one scale that begins at nothing."""
    known = [bounds(p) for p in series.points]
    top = max((high for _, high in known), default=0) or 1
    return [Range(round(low / top, 3), round(high / top, 3)) for low, high in known]


def bounds(point: Point) -> tuple[int, int]:
    """The lowest and highest value of a number; the one that is known for one that is open."""
    known = [v for v in (point.low, point.high) if v is not None]
    return (min(known), max(known)) if known else (0, 0)


def ceiling(most: int) -> tuple[int, int]:
    """A round number not below any, and the step of the scale's four or five lines."""
    power = 10 ** max(int(log10(max(most, 1))) - 1, 0)
    step = next(f * power for f in (1, 2, 5, 10, 20, 50) if 5 * f * power >= most)
    return step * max(2, -(-most // step)), step
