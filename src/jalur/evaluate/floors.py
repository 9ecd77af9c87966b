"""Floors: figures that the program may not fall below, with the hash of what they hold for.

`floors.toml` has one table per set of coded reports:

    [dev]
    folder = "../shared/gold/dev"     # seen from the file's repository
    corpus = "…"                      # `corpus_hash` of the folder
    reports = 20
    floors = { "events" = 0.48 }      # never lowered, a little below what was reached
    reached = { "events" = 0.50 }     # when pinned
    aims = { "events" = 0.60 }        # to reach
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jalur.evaluate.score import Tally
from jalur.model import JalurError

SLACK = (0.02, 0.05)
"""How far a figure may fall before it counts: two gold entries' worth, within these bounds."""

OF_MATCHED = {"status"}
"""Figures over matched events alone: they fall when harder events are found, so their floor does
not rise past the aim."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set: figure to least value, 0 to 1."""

    name: str
    folder: str
    corpus: str
    reports: int
    floors: Mapping[str, float]
    reached: Mapping[str, float]
    aims: Mapping[str, float]


def read_floors(file: Path) -> dict[str, Floors]:
    """The floors of a file by set. Raises JalurError when the file is no floors file."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        return {
            name: Floors(
                name=name,
                folder=str(table["folder"]),
                corpus=str(table["corpus"]),
                reports=int(table["reports"]),
                **{
                    title: {k: float(v) for k, v in table.get(title, {}).items()}
                    for title in ("floors", "reached", "aims")
                },
            )
            for name, table in tables.items()
        }
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise JalurError(f"{file}: no floors can be read from it ({error})") from error


def write_floors(file: Path, sets: Mapping[str, Floors]) -> None:
    """Write all sets, in a form that `read_floors` reads back."""
    lines = ["# Figures that may not fall; re-pinned by `make floors`, which never lowers one.\n"]
    for one in sets.values():
        lines.append(f"\n[{one.name}]\n")
        lines.append(f'folder = "{one.folder}"\ncorpus = "{one.corpus}"\nreports = {one.reports}\n')
        tables = (("floors", one.floors), ("reached", one.reached), ("aims", one.aims))
        for title, values in tables:
            if values:
                lines.append(f"\n[{one.name}.{title}]\n")
                lines.extend(f'"{name}" = {value:.3f}\n' for name, value in values.items())
    file.write_text("".join(lines), encoding="utf-8")


def value_of(tally: Tally, name: str) -> float:
    """A figure by its name: F1, or "events precision" and "events recall"."""
    for ending, at in ((" precision", 0), (" recall", 1)):
        if name.endswith(ending):
            return tally.figure(name.removesuffix(ending))[at]
    return tally.figure(name)[2]


def slack(tally: Tally, name: str) -> float:
    """How far a figure may fall: less for figures that many gold entries bear."""
    entries = tally.counts.get(name.removesuffix(" precision").removesuffix(" recall"), (0, 0, 0))
    return min(max(2 / max(entries[1], 1), SLACK[0]), SLACK[1])


def below(tally: Tally, floors: Mapping[str, float]) -> list[str]:
    """One line for each figure that is below its floor."""
    return [
        f"{name} {value_of(tally, name):.3f} is below {least:.3f}"
        for name, least in floors.items()
        if value_of(tally, name) < least
    ]


def raised(tally: Tally, one: Floors, *, lower: bool = False) -> dict[str, float]:
    """The floors after a new measurement: a little below it, but not below an aim once reached;
    never lower than before unless asked."""
    found = {}
    for name in dict.fromkeys([*one.floors, *one.aims]):
        value, aim = value_of(tally, name), one.aims.get(name, 1.0)
        now = math.floor(round((value - slack(tally, name)) * 1000, 6)) / 1000
        if name in OF_MATCHED:
            now = min(now, aim)
        if value >= aim:
            now = max(now, aim)
        found[name] = max(now, 0.0 if lower else one.floors.get(name, 0.0))
    return found
