"""Makes the outlines of the map page from npm's world-atlas: `python -m training.worldmap FOLDER`.

FOLDER holds the unpacked package (`npm pack world-atlas@2.0.2`). Its TopoJSON, made from Natural
Earth (public domain), becomes `data/web/land.json`: rings of land and lines of borders in
hundredths of a degree, each point as the difference from the one before.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

OUT = Path("src/jalur/data/web/land.json")
LEAST = 6
"""Points of the smallest island kept: smaller ones are dots on any map that we draw."""

Json = dict[str, Any]
Line = list[tuple[int, int]]


def lines(topology: Json) -> list[Line]:
    """Every arc in hundredths of a degree."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round(100 * (x * kx + x0)), round(100 * (y * ky + y0)))
            if not line or line[-1] != point:
                line.append(point)
        found.append(line)
    return found


def ring(arcs: list[int], every: list[Line]) -> Line:
    """A closed line from its arcs; a negative number is an arc backwards."""
    found: Line = []
    for number in arcs:
        line = every[number] if number >= 0 else every[~number][::-1]
        found += line[1:] if found else line
    return found


def polygons(geometry: Json) -> list[list[list[int]]]:
    """The polygons of a geometry, each a list of rings, each a list of arcs."""
    if geometry["type"] == "GeometryCollection":
        return [p for g in geometry["geometries"] for p in polygons(g)]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def packed(line: Line) -> list[int]:
    """A line as the first point and then differences, flat."""
    flat, before = [], (0, 0)
    for x, y in line:
        flat += [x - before[0], y - before[1]]
        before = (x, y)
    return flat


def main() -> None:
    """Write the outlines."""
    folder = Path(sys.argv[1])
    land = json.loads((folder / "land-50m.json").read_text(encoding="utf-8"))
    states = json.loads((folder / "countries-50m.json").read_text(encoding="utf-8"))
    every = lines(land)
    shapes = polygons(land["objects"]["land"])
    rings = [ring(r, every) for p in shapes for r in p]
    used = Counter(
        a if a >= 0 else ~a for p in polygons(states["objects"]["countries"]) for r in p for a in r
    )
    shared = lines(states)
    borders = [shared[a] for a, times in used.items() if times > 1 and len(shared[a]) > 1]
    out = {
        "land": [packed(r) for r in rings if len(r) >= LEAST],
        "borders": [packed(b) for b in borders],
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(out, separators=(",", ":")) + "\n", encoding="utf-8")
    print(len(out["land"]), "rings,", len(out["borders"]), "borders,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
