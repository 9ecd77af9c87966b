"""The tables of places: the gazetteer of towns and the table of our own, both read-only SQLite.

Both are built by `python -m training.places`: the gazetteer from GeoNames, the own table from
`regions.yaml`, `exonyms.yaml` and `countries.yaml` beside it.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from jalur.model import KnowledgeError, Place

FOLDER = Path(__file__).parents[2] / "data" / "places"
TABLES = ("own.sqlite", "gazetteer.sqlite")

EXONYM, MAIN, ALIAS, VARIANT, WITHIN, PEOPLE = 0, 1, 2, 3, 4, 5
"""Kinds of names: of a town in our own table, the place's own, another in use, a respelling in
the gazetteer, one that only names an enclosing place ("Paris, TX"), and that of its people, which
names no place but shows that the report speaks of it."""

SURE, WEAK, MARK = 0, 1, 2
"""How a key is searched for: it tells a place by itself, or in a context only; `MARK` is no place
of its table but makes another table's name weak."""

_QUERY = (
    "SELECT p.name, p.country, p.admin, p.lat, p.lon, p.people, p.grain, n.kind "
    "FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
)


_SOUND = (
    "SELECT p.name, p.country, p.admin, p.lat, p.lon, p.people, p.grain "
    "FROM sound s JOIN place p ON p.id = s.place WHERE s.key = ? AND s.country = ?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a name may mean. `people` is its population, or for what has none the
    population of a town as often spoken of; `own`: from the own table; `kind`: how it is named."""

    place: Place
    admin: str
    people: int
    kind: int
    own: bool
    capital: bool


@cache
def _open(pid: int) -> tuple[sqlite3.Connection, ...]:
    """Connections of process `pid`: SQLite's must not be carried across a fork."""
    opened = []
    for table in TABLES:
        path = FOLDER / table
        if not path.exists():
            raise KnowledgeError(f"{table} is missing: run `python -m training.places`")
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        opened.append(sqlite3.connect(uri, uri=True, check_same_thread=False))
    return tuple(opened)


@lru_cache(maxsize=8192)
def entries(key: str) -> tuple[Entry, ...]:
    """Every place named `key` (see `places.names.key`), those of the own table first."""
    found = []
    for own, base in zip((True, False), _open(os.getpid()), strict=True):
        for name, country, admin, lat, lon, people, grain, kind in base.execute(_QUERY, (key,)):
            found.append(_entry((name, country, admin, lat, lon, people, grain), kind, own))
    return tuple(found)


def _entry(row: tuple[str, str, str, int, int, int, str], kind: int, own: bool) -> Entry:
    name, country, admin, lat, lon, people, grain = row
    place = Place(name, country or None, grain.rstrip("*"), lat / 1e4, lon / 1e4)
    return Entry(place, admin, people, kind, own, grain.endswith("*"))


@lru_cache(maxsize=4096)
def sounding(sound: str, country: str) -> tuple[Entry, ...]:
    """Towns of a country of another script whose consonants are `sound` (see `places.names`)."""
    towns = _open(os.getpid())[1]
    return tuple(_entry(row, VARIANT, False) for row in towns.execute(_SOUND, (sound, country)))


_CAPITAL = (
    "SELECT name, country, admin, lat, lon, people, grain FROM place "
    "WHERE country = ? AND grain LIKE '%*' ORDER BY people DESC"
)


@lru_cache(maxsize=512)
def capital(country: str) -> Place | None:
    """The capital of a state, under the name of the own table where it has one."""
    for base in _open(os.getpid()):
        for row in base.execute(_CAPITAL, (country,)):
            return _entry(row, MAIN, False).place
    return None


@cache
def _hits(pid: int) -> dict[str, bool]:
    own, towns = _open(pid)
    query = "SELECT key, weak FROM hit"
    table = {key: weak == WEAK for key, weak in towns.execute(query)}
    for key, weak in own.execute(query):
        if weak != MARK or key in table:
            table[key] = weak != SURE
    return table


def hits() -> dict[str, bool]:
    """The keys that texts are searched for, and whether each needs a context to be a place."""
    return _hits(os.getpid())
