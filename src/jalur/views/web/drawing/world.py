"""A map of the land and of borders, as much of it as some places need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from math import cos, radians, sqrt

from jalur.record.tallying import Spot

WIDTH = 1000.0
HEIGHT = 520.0
LEAST_MOST = 30
"""Events of a place with the largest disc, at least: few events make no large ones."""

MOST_NAMED = 22
LETTER = 6.2
"""Width of a letter of a name."""

Line = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

Extent = tuple[float, float, float, float]
"""Left, top, right, bottom on the drawing."""

REGIONS: dict[str, Box] = {
    "world": (-170.0, -56.0, 180.0, 76.0),
    "middle-east": (24.0, 11.0, 66.0, 43.0),
    "europe": (-12.0, 34.0, 52.0, 63.0),
    "africa": (-20.0, -36.0, 56.0, 38.0),
    "south-asia": (58.0, 4.0, 100.0, 40.0),
    "southeast-asia": (92.0, -12.0, 142.0, 24.0),
    "americas": (-126.0, -40.0, -34.0, 36.0),
}


@dataclass(frozen=True, slots=True)
class Disc:
    """A place where it is drawn."""

    x: float
    y: float
    radius: float
    spot: Spot


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a place where it is drawn: to the right of its disc, or to the left."""

    disc: Disc
    left: bool

    @property
    def x(self) -> float:
        """Where the name begins, or ends if it is to the left."""
        beside = self.disc.radius + 3
        return round(self.disc.x + (-beside if self.left else beside), 1)

    @property
    def extent(self) -> Extent:
        """The room that it takes."""
        length = LETTER * len(self.disc.spot.place) + 2
        first, last = (self.x - length, self.x + 2) if self.left else (self.x - 2, self.x + length)
        return first, self.disc.y - 8, last, self.disc.y + 8


@dataclass(frozen=True, slots=True)
class World:
    """A map: outlines as SVG paths, places as discs, the largest first."""

    land: str
    borders: str
    discs: tuple[Disc, ...]
    named: tuple[Name, ...]
    width: float
    height: float


@cache
def outlines() -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The rings of land and the lines of borders, in degrees."""
    text = (files("jalur") / "data" / "web" / "land.json").read_text(encoding="utf-8")
    packed = json.loads(text)
    return tuple(map(line, packed["land"])), tuple(map(line, packed["borders"]))


def line(flat: Sequence[int]) -> Line:
    """A line from the differences of its points in hundredths of a degree."""
    found, x, y = [], 0, 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / 100, y / 100))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to places on the drawing: true in scale along its middle parallel."""

    box: Box
    scale: float
    flat: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point is drawn."""
        x = (longitude - self.box[0]) * self.flat * self.scale
        return round(x, 1), round((self.box[3] - latitude) * self.scale, 1)


def projection(box: Box) -> Projection:
    """The projection that fills the drawing's width, or its height if that is less."""
    west, south, east, north = box
    flat = cos(radians((south + north) / 2)) if east - west < 150 else 0.82
    scale = min(WIDTH / ((east - west) * flat), HEIGHT / (north - south))
    return Projection(box, scale, flat)


@cache
def outlines_of(region: str) -> tuple[str, str]:
    """The outlines of a region as SVG paths."""
    by = projection(REGIONS[region])
    land, borders = outlines()
    return path(land, by, closed=True), path(borders, by, closed=False)


def path(lines: Iterable[Line], by: Projection, closed: bool) -> str:
    """Lines as an SVG path, without points that no eye could tell apart."""
    parts = []
    for one in lines:
        for turned in around(one):
            if not touches(turned, by.box):
                continue
            kept: list[tuple[float, float]] = []
            for point in turned:
                here = by.at(*point)
                if not kept or abs(here[0] - kept[-1][0]) + abs(here[1] - kept[-1][1]) >= 1.2:
                    kept.append(here)
            if len(kept) > (3 if closed else 1):
                middle = "L".join(f"{x:g} {y:g}" for x, y in kept)
                parts.append(f"M{middle}{'Z' if closed else ''}")
    return "".join(parts)


def around(one: Line) -> list[Line]:
    """A line that crosses the 180th meridian, unrolled on both sides of the map; else itself."""
    whole, shift = [one[0]], 0.0
    for before, here in pairwise(one):
        if abs(here[0] - before[0]) > 180:
            shift += 360.0 if here[0] < before[0] else -360.0
        whole.append((here[0] + shift, here[1]))
    moved = tuple(whole)
    if moved == one:
        return [one]
    return [tuple((x + turn, y) for x, y in moved) for turn in (-360.0, 0.0, 360.0)]


def touches(one: Line, box: Box) -> bool:
    """Whether a line may be seen in a box."""
    west, south, east, north = box
    xs, ys = [p[0] for p in one], [p[1] for p in one]
    return max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north


def world(region: str, spots: Sequence[Spot]) -> World:
    """The map of a region with some places."""
    box = REGIONS[region]
    by = projection(box)
    land, borders = outlines_of(region)
    inside = [
        s for s in spots if box[0] <= s.longitude <= box[2] and box[1] <= s.latitude <= box[3]
    ]
    most = max(LEAST_MOST, max((s.events for s in inside), default=1))
    discs = tuple(
        Disc(*by.at(s.longitude, s.latitude), round(3 + 17 * sqrt(s.events / most), 1), s)
        for s in inside
    )
    width = round((box[2] - box[0]) * by.flat * by.scale)
    height = round((box[3] - box[1]) * by.scale)
    return World(land, borders, discs, named(discs, width, height), width, height)


def named(discs: Sequence[Disc], width: float, height: float) -> tuple[Name, ...]:
    """The names that there is room for: of the largest discs first, all within the drawing, none on
    another or on a disc but its own and those that lie with it."""
    taken: list[Extent] = []
    found: list[Name] = []
    for disc in discs:
        others = [d for d in discs if not together(d, disc)]
        for name in (Name(disc, left=False), Name(disc, left=True)):
            here = name.extent
            inside = min(here[:2]) >= 0 and here[2] <= width and here[3] <= height
            if inside and not any(overlap(here, one) for one in chain(taken, map(room_of, others))):
                taken.append(here)
                found.append(name)
                break
        if len(found) == MOST_NAMED:
            break
    return tuple(found)


def together(one: Disc, other: Disc) -> bool:
    """Whether two discs lie on one another, so that no name could part them."""
    reach = one.radius + other.radius
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < reach**2


def room_of(disc: Disc) -> Extent:
    """The room that a disc takes."""
    return (
        disc.x - disc.radius,
        disc.y - disc.radius,
        disc.x + disc.radius,
        disc.y + disc.radius,
    )


def overlap(one: Extent, other: Extent) -> bool:
    """Whether two rooms share something."""
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]
