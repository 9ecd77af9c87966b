"""Builds the own table of places from the YAML files under `data/places/`."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import yaml

from jalur.knowledge.places.names import key
from jalur.knowledge.places.table import (
    ALIAS,
    EXONYM,
    FOLDER,
    MAIN,
    MARK,
    PEOPLE,
    SURE,
    TABLES,
    WEAK,
    WITHIN,
)
from jalur.model import KnowledgeError
from training.places_common import Row, write

FILES = ("regions.yaml", "exonyms.yaml", "countries.yaml", "weak.yaml")
WEIGHT = {"country": 50_000_000, "region": 1_500_000, "water": 1_000_000, "city": 500_000,
          "town": 60_000, "site": 60_000}  # fmt: skip
"""As whose equal in population a place of that grain is looked up where its entry says nothing."""

_TOWN = (
    "SELECT p.lat, p.lon, p.people, p.grain, p.admin FROM name n JOIN place p ON p.id = n.place "
    "WHERE n.key = ? AND p.country = ?"
)


def read(name: str) -> Any:
    """A YAML file of the folder."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = FOLDER / name
    if not path.exists():
        return {}
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}


def digest() -> str:
    """What the own table is built from, in one checksum."""
    return hashlib.sha256(b"".join((FOLDER / f).read_bytes() for f in FILES)).hexdigest()


def weak() -> frozenset[str]:
    """Keys of names that are also common words or names of persons."""
    return frozenset(key(str(w)) for group in read("weak.yaml").values() for w in group)


def row(name: str, country: str, grain: str, entry: list[Any]) -> Row:
    """One entry: latitude, longitude, then other names, "in:TX" and "people:500000"."""
    if len(entry) < 2 or not all(isinstance(v, (int, float)) for v in entry[:2]):
        raise KnowledgeError(f"{name}: an entry starts with latitude and longitude")
    if not (-90 <= entry[0] <= 90 and -180 <= entry[1] <= 180):
        raise KnowledgeError(f"{name}: no such coordinates")
    made = Row(name, country, entry[0], entry[1], WEIGHT[grain], grain)
    for other in map(str, entry[2:]):
        if other.startswith("in:"):
            made.keys[key(other[3:])] = WITHIN
            if country == "USA" and len(other) == 5:
                made.admin = "US." + other[3:]
        elif other.startswith("people:"):
            made.people = int(other[7:])
        else:
            made.keys.setdefault(key(other.removeprefix("id:")), ALIAS)
    made.keys[key(name)] = MAIN
    return made


def _regions() -> list[Row]:
    found = []
    for country, grains in read("regions.yaml").items():
        for grain, entries in grains.items():
            if grain not in WEIGHT:
                raise KnowledgeError(f"{country}: no grain {grain}")
            for name, entry in entries.items():
                found.append(row(str(name), "" if country == "none" else country, grain, entry))
    return found


def _countries(taken: frozenset[str]) -> list[Row]:
    """The countries, with the names and peoples that the table of states has for them.

    `taken` are names of places within a country, such as Wales, that the table counts to it.
    """
    table, states = read("countries.yaml"), read("../actors/states.yaml")
    found = []
    for code, entry in table.items():
        made = row(entry[2], code, "country", [*entry[:2], *entry[3:]])
        for field, kind in (("names", ALIAS), ("en", ALIAS), ("id", ALIAS), ("people", PEOPLE)):
            for name in (states.get(code) or {}).get(field, "").split("|"):
                k = key(name)
                if k and not name.strip().endswith("?") and (k not in taken or code == "GEO"):
                    made.keys.setdefault(k, kind)
                    if kind == PEOPLE:
                        made.keys.setdefault(k + "s", kind)
        found.append(made)
    return found


def _towns() -> list[Row]:
    """The towns of `exonyms.yaml`, each with the coordinates that the gazetteer has for it."""
    gazetteer = sqlite3.connect(f"file:{FOLDER / TABLES[1]}?mode=ro", uri=True)
    found = []
    for country, towns in read("exonyms.yaml").items():
        for name, others in towns.items():
            written = [str(o).removeprefix("id:") for o in others or []]
            known = [
                r for n in (name, *written) for r in gazetteer.execute(_TOWN, (key(n), country))
            ]
            if not known:
                raise KnowledgeError(f"exonyms.yaml: {name}, {country} is in no gazetteer")
            lat, lon, people, grain, admin = max(known, key=lambda r: r[2])
            made = Row(name, country, lat / 1e4, lon / 1e4, people, grain, admin)
            made.keys = {key(o): EXONYM for o in written} | {key(name): EXONYM}
            found.append(made)
    return found


def build() -> Path:
    """Write `own.sqlite`; the gazetteer must be there already."""
    rows = _regions() + _towns()
    rows += _countries(frozenset(k for r in rows for k in r.keys))
    doubtful = weak()
    hits = dict.fromkeys(doubtful, MARK)
    names = [k for r in rows for k, kind in r.keys.items() if kind not in (WITHIN, PEOPLE)]
    for k in (k for k in names if len(k) > 2):
        hits[k] = WEAK if k in doubtful or len(k) < 4 else SURE
    return write("own.sqlite", rows, hits, {"sha256": digest()})
