"""A series of numbers drawn: each source's numbers by day, from low to high."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from jalur.history import Point, Series
from jalur.views.web.drawing.axis import Tick, axis, day_of

WIDTH = 640.0
HEIGHT = 168.0
LEFT, RIGHT, TOP, BOTTOM = 58.0, 12.0, 12.0, 24.0
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
class Chart:
    """A series where it is drawn, with the lines of its scale and its sources in order."""

    dots: tuple[Dot, ...]
    lines: tuple[tuple[float, int], ...]
    ticks: tuple[Tick, ...]
    sources: tuple[str, ...]
    width: float = WIDTH
    height: float = HEIGHT


def chart(series: Series) -> Chart | None:
    """The drawing of a series; None if it has fewer than two numbers with a day."""
    dated = [(d, p) for p in series.points if (d := day_of(p.day)) and bounds(p)]
    scale = axis([d for d, _ in dated], LEFT + 14, WIDTH - RIGHT - 10)
    if scale is None or len(dated) < 2:
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
    return Chart(dots, lines, tuple(scale.ticks(76.0)), sources)


def bounds(point: Point) -> tuple[int, int]:
    """The lowest and highest value of a number; the one that is known for one that is open."""
    known = [v for v in (point.low, point.high) if v is not None]
    return (min(known), max(known)) if known else (0, 0)


def ceiling(most: int) -> tuple[int, int]:
    """A round number not below any, and the step of the scale's four or five lines."""
    power = 10 ** max(int(log10(max(most, 1))) - 1, 0)
    step = next(f * power for f in (1, 2, 5, 10, 20, 50) if 5 * f * power >= most)
    return step * max(2, -(-most // step)), step
