"""Tables that the builders of places write: one schema for both."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from jalur.knowledge.places.table import FOLDER

SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL,
  admin TEXT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL, people INTEGER NOT NULL,
  grain TEXT NOT NULL);
CREATE TABLE name(key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL,
  PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE hit(key TEXT PRIMARY KEY, weak INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sound(key TEXT NOT NULL, country TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY(key, country, place)) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass
class Row:
    """A place to be written; `keys` gives each of its keys the kind of name that it is."""

    name: str
    country: str
    lat: float
    lon: float
    people: int
    grain: str
    admin: str = ""
    sound: str = ""
    keys: dict[str, int] = field(default_factory=dict)


def write(table: str, rows: list[Row], hits: dict[str, int], meta: dict[str, str]) -> Path:
    """Write a table anew. `hits`: the keys that texts are searched for (`places.table.SURE` …).

    Coordinates are kept to 0.0001 degrees.
    """
    path = FOLDER / table
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF;" + SCHEMA)
    for number, r in enumerate(rows, 1):
        base.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?)",
            (number, r.name, r.country, r.admin, round(r.lat * 1e4), round(r.lon * 1e4),
             r.people, r.grain),
        )  # fmt: skip
    names = sorted((k, n, kind) for n, r in enumerate(rows, 1) for k, kind in r.keys.items())
    base.executemany("INSERT INTO name VALUES (?,?,?)", names)
    sounds = {(r.sound, r.country, n) for n, r in enumerate(rows, 1) if r.sound}
    base.executemany("INSERT INTO sound VALUES (?,?,?)", sorted(sounds))
    base.executemany("INSERT INTO hit VALUES (?,?)", sorted(hits.items()))
    base.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
    base.commit()
    base.execute("VACUUM")
    base.close()
    return path
