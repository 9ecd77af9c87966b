"""What jalur knows of places: from a name as a report writes it to a place, or to why not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from jalur.knowledge.places.find import PlaceHit, find
from jalur.knowledge.places.names import (
    Phrase,
    clean,
    in_english,
    key,
    readings,
    sides,
    sound,
    split,
)
from jalur.knowledge.places.rank import distance, rank, score
from jalur.knowledge.places.table import VARIANT, Entry, sounding
from jalur.model import Place, Reason

__all__ = ["PlaceHit", "Resolved", "distance", "find", "resolve", "score"]

_LONGEST = 200
"""Characters: what is longer is no name."""
_WELL_KNOWN = 100_000
_SMALL = 50_000
_SAME = 0.75
"""Least share of letters in order at which two spellings may be of one name."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means: `place`, or None with the reason why not; `candidates` are all places
    that were considered, the best first."""

    place: Place | None
    reason: Reason
    candidates: tuple[Place, ...] = ()


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
    if not key(head) or len(name) > _LONGEST:
        return Resolved(None, Reason("place-empty", name))
    outer = _enclosing(rest, language, countries, near) if rest else None
    tried: tuple[Place, ...] = ()
    for phrase in readings(head):
        ranked = rank(phrase, countries, near, outer)
        tried = tried or tuple(e.place for _, e in ranked[:8])
        if ranked and (why := _accept(ranked[0][1], phrase, countries, near, outer)):
            return _answer(phrase, ranked, outer, why)
    if outer is not None:
        alone = _resolve(head, language, countries, near)
        if alone.place is not None and alone.reason.rule in ("place-own", "place-known"):
            return alone
        return _inside(in_english(head) if language == "id" else head, outer.place, tried)
    found = _border(head, language) or _respelled(head, countries)
    return found or Resolved(None, Reason("place-unknown", name), tried)


def _respelled(head: str, countries: tuple[str, ...]) -> Resolved | None:
    """A town of a country spoken of whose name is spelt otherwise in the gazetteer."""
    for phrase in readings(head)[:3]:
        heard = sound(phrase.name)
        if len(heard) < 3 or not phrase.name[:1].isupper() or phrase.part:
            continue
        towns = [e for c in countries[:4] for e in sounding(heard, c)]
        written = key(phrase.name)
        towns = [e for e in towns if _alike(e, written) >= _SAME]
        if towns:
            best = max(towns, key=lambda e: (_alike(e, written), e.people)).place
            reason = Reason("place-respelled", f"{best.name}, {best.country}")
            return Resolved(replace(best, name=phrase.name), reason, tuple(e.place for e in towns))
    return None


def _alike(entry: Entry, written: str) -> float:
    """How far the two spellings share letters in order, in twentieths: people decide ties."""
    return round(SequenceMatcher(None, key(entry.place.name), written).ratio() * 20) / 20


def _border(head: str, language: str) -> Resolved | None:
    """The border between two states: "perbatasan Lebanon-Israel", "Myanmar-Bangladesh border"."""
    ends = [resolve(name, language).place for name in sides(head)]
    if len(ends) != 2 or any(p is None or p.grain != "country" for p in ends):
        return None
    one, other = (p for p in ends if p is not None)
    place = replace(one, name=f"{one.name}-{other.name} border", grain="region")
    return Resolved(place, Reason("place-border", f"{one.country}, {other.country}"), (one, other))


def _enclosing(
    rest: str, language: str, countries: tuple[str, ...], near: Place | None
) -> Entry | None:
    """What encloses a place: the first part of "Illinois, United States" that is known."""
    head, more = split(rest)
    outer = _enclosing(more, language, countries, near) if more else None
    best: Entry | None = None
    for phrase in readings(clean(head)):
        ranked = rank(phrase, countries, near, outer, within=True)
        if ranked:
            best = ranked[0][1]
            break
    return best or outer


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
    if phrase.name.islower():
        return ""
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
    best = ranked[0][1]
    place = best.place
    if (
        not best.own
        and place.grain != "region"
        and any(map(str.islower, phrase.name))
        and phrase.name[:1].isupper()
    ):
        place = replace(place, name=phrase.name)
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
