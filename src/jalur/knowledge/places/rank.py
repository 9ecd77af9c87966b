"""How likely each place of a name is meant: population, kind of name, context."""

from __future__ import annotations

import math
from collections.abc import Collection

from jalur.knowledge.places.names import Phrase, keys
from jalur.knowledge.places.table import (
    ALIAS,
    EXONYM,
    MAIN,
    PEOPLE,
    VARIANT,
    WITHIN,
    Entry,
    entries,
)
from jalur.model import Place

_KIND = {EXONYM: -0.7, MAIN: 0.0, ALIAS: -0.2, VARIANT: -1.6, WITHIN: 0.0, PEOPLE: 0.0}
"""What each kind of name adds; a town of the own table has 0.8 as its entry too."""
_ALIKE = {("town", "city"), ("city", "town"), ("site", "town"), ("town", "region")}


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places on a sphere; infinite where a place has no coordinates."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    la, lb = math.radians(a.latitude), math.radians(b.latitude)
    half = math.radians(b.longitude - a.longitude) / 2
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(half) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def rank(
    phrase: Phrase,
    countries: tuple[str, ...],
    near: Place | None,
    outer: Entry | None,
    within: bool = False,
) -> list[tuple[float, Entry]]:
    """All that `phrase` may name, the likeliest first."""
    barred = {PEOPLE} if within or "." in phrase.name else {PEOPLE, WITHIN}
    found = [
        (score(e, countries, near) + _fit(e, phrase, outer), e)
        for k in keys(phrase.name)[:3]
        for e in entries(k)
        if e.kind not in barred
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].place.name, pair[1].place.country or ""))
    return found


def score(entry: Entry, countries: Collection[str] = (), near: Place | None = None) -> float:
    """How likely a name means `entry`: the logarithm of its people, with the weight of about a
    hundredfold population for the country most spoken of, and for the immediate vicinity."""
    value = math.log10(entry.people + 300) + _KIND[entry.kind]
    value += 1.0 if entry.capital else 0.0
    value += 0.8 if entry.own else 0.0
    for rank, code in enumerate(countries):
        if code == entry.place.country:
            value += 2.0 * 0.85**rank
            break
    if near is not None:
        value += 2.5 * math.exp(-distance(entry.place, near) / 200.0)
        value += 0.5 if near.country and entry.place.country == near.country else 0.0
    return value


def _fit(entry: Entry, phrase: Phrase, outer: Entry | None) -> float:
    """How well `entry` agrees with the designator before it and the place around it."""
    value, grain = 0.0, entry.place.grain
    if phrase.grain:
        same = grain == phrase.grain or (grain, phrase.grain) in _ALIKE
        value += 3.0 if same else -1.0
    if outer is not None and outer.place.country is not None:
        value += 4.0 if entry.place.country == outer.place.country else -6.0
        if entry.place == outer.place or grain == "country":
            value -= 6.0
        if outer.place.grain != "country":
            if outer.admin and outer.admin == entry.admin:
                value += 4.0
            value -= min(distance(entry.place, outer.place) / 250.0, 6.0)
    return value
