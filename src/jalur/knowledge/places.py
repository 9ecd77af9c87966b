"""What jalur knows of places: from a name as a report writes it to a place, or to why not."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from jalur.knowledge.places_find import PlaceHit, find
from jalur.knowledge.places_names import Phrase, clean, in_english, key, keys, readings, split
from jalur.knowledge.places_table import (
    ALIAS,
    EXONYM,
    MAIN,
    PEOPLE,
    VARIANT,
    WITHIN,
    Entry,
    entries,
)
from jalur.model import Place, Reason

__all__ = ["PlaceHit", "Resolved", "distance", "find", "resolve", "score"]

_WELL_KNOWN = 100_000
_SMALL = 50_000
_KIND = {EXONYM: -0.7, MAIN: 0.0, ALIAS: -0.2, VARIANT: -1.6, WITHIN: 0.0, PEOPLE: 0.0}
"""What each kind of name adds; a town of the own table has 0.8 as its entry too."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means: `place`, or None with the reason why not; `candidates` are all places
    that were considered, the best first."""

    place: Place | None
    reason: Reason
    candidates: tuple[Place, ...] = ()


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places on a sphere; infinite where a place has no coordinates."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    la, lb = math.radians(a.latitude), math.radians(b.latitude)
    half = math.radians(b.longitude - a.longitude) / 2
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(half) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def resolve(
    name: str, language: str, countries: Collection[str] = (), near: Place | None = None
) -> Resolved:
    """The place that `name` means in a report.

    `countries` are ISO alpha-3 codes that the report speaks of, the most frequent first; `near`
    is a place that the report has just spoken of. The English name of the codebook is returned.
    """
    return _resolve(name, language, tuple(countries), near)


@lru_cache(maxsize=4096)
def _resolve(name: str, language: str, countries: tuple[str, ...], near: Place | None) -> Resolved:
    head, rest = split(clean(name))
    if not key(head):
        return Resolved(None, Reason("place-empty", name))
    outer = _enclosing(rest, language, countries, near) if rest else None
    tried: tuple[Place, ...] = ()
    for phrase in readings(head):
        ranked = _rank(phrase, countries, near, outer)
        tried = tried or tuple(e.place for _, e in ranked[:8])
        if ranked and (why := _accept(ranked[0][1], phrase, countries, near, outer)):
            return _answer(phrase, ranked, outer, why)
    if outer is not None:
        return _inside(in_english(head) if language == "id" else head, outer.place, tried)
    return Resolved(None, Reason("place-unknown", name), tried)


def _enclosing(
    rest: str, language: str, countries: tuple[str, ...], near: Place | None
) -> Entry | None:
    """What encloses a place: the first part of "Illinois, United States" that is known."""
    head, more = split(rest)
    outer = _enclosing(more, language, countries, near) if more else None
    best: Entry | None = None
    for phrase in readings(clean(head)):
        ranked = _rank(phrase, countries, near, outer, within=True)
        if ranked:
            best = ranked[0][1]
            break
    return best or outer


def _rank(
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


_ALIKE = {("town", "city"), ("city", "town"), ("site", "town"), ("town", "region")}


def _accept(
    best: Entry,
    phrase: Phrase,
    countries: tuple[str, ...],
    near: Place | None,
    outer: Entry | None,
) -> str:
    """The rule by which `best` may be taken, or "" where it is too far-fetched."""
    place = best.place
    if outer is not None:
        here = outer.place
        if here.country not in (None, place.country):
            return ""
        if here.grain in ("city", "town", "site") and distance(place, here) > 150:
            return ""
        return "place-enclosed"
    if phrase.part and place.grain in ("site", "town"):
        return ""
    if best.own:
        return "place-own"
    if near is not None and distance(place, near) < 150:
        return "place-near"
    if place.country in countries:
        return "place-hinted"
    if best.people >= _WELL_KNOWN or best.capital:
        return "place-known"
    return "" if countries or best.kind == VARIANT else "place-exact"


def _answer(
    phrase: Phrase, ranked: list[tuple[float, Entry]], outer: Entry | None, why: str
) -> Resolved:
    place = ranked[0][1].place
    if phrase.part:
        place = replace(place, name=f"{phrase.part} {place.name}", grain="region")
    elif outer is not None and outer.place.grain in ("city", "town"):
        small = place.grain in ("town", "site") or ranked[0][1].people < _SMALL
        if small and "," not in place.name:
            place = replace(place, name=f"{place.name}, {outer.place.name}")
    detail = f"{ranked[0][1].place.name}, {place.country}; {len(ranked)} considered"
    return Resolved(place, Reason(why, detail), tuple(e.place for _, e in ranked[:8]))


def _inside(head: str, outer: Place, tried: tuple[Place, ...]) -> Resolved:
    """An unknown spot in a known place: its name as written, the coordinates of what is around."""
    name = head if outer.grain == "country" else f"{head}, {outer.name}"
    place = replace(outer, name=name, grain="site")
    return Resolved(place, Reason("place-inside", outer.name), tried)
