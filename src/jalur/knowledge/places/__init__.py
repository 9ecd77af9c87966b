"""What jalur knows of places: from a name as a report writes it to a place, or to why not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from jalur.knowledge.data import load_yaml
from jalur.knowledge.places.find import PlaceHit, find
from jalur.knowledge.places.kinds import settlement, site
from jalur.knowledge.places.names import Phrase, clean, key, readings, sides, sound, split
from jalur.knowledge.places.rank import distance, rank, score
from jalur.knowledge.places.table import VARIANT, Entry, capital, entries, sounding
from jalur.model import Place, Reason

__all__ = [
    "PlaceHit",
    "Resolved",
    "capital",
    "country",
    "distance",
    "find",
    "parted",
    "resolve",
    "score",
]

_LONGEST = 200
"""Characters: what is longer is no name."""
_WELL_KNOWN = 100_000
_SMALL = 50_000
_CITY = 30
"""Kilometres between the two ways in which a city may stand in the gazetteer."""
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


def country(code: str) -> Place | None:
    """The state or territory of a code, as a place."""
    entry = (load_yaml("places/countries.yaml") or {}).get(code)
    return Place(entry[2], code, "country", entry[0], entry[1]) if entry else None


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
        return _inside(head, outer.place, tried)
    found = _border(head, language) or _respelled(head, countries)
    found = found or _unlisted(head, language, countries, near)
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


def parted(name: str, language: str, countries: Collection[str] = ()) -> str:
    """`name` with a comma before the town that it ends in: "Bandara Adi Sutjipto Yogyakarta"."""
    words = name.split()
    if "," in name or len(words) < 3 or not (site(name) or settlement(name)):
        return name
    for cut in (len(words) - 2, len(words) - 1):
        front, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if (
            not (site(front) or settlement(front))
            or _resolve(" ".join(words[1:]), language, tuple(countries), None).place
        ):
            continue
        found = resolve(tail, language, countries)
        known = found.reason.rule in ("place-own", "place-known", "place-hinted")
        if known and found.place is not None and found.place.grain in ("city", "region"):
            return f"{front}, {tail}"
    return name


def _unlisted(
    head: str, language: str, countries: tuple[str, ...], near: Place | None
) -> Resolved | None:
    """A site or village that no table has but whose kind is told ("Hodeidah airport"): as it is
    written, with the coordinates of the town that it is called by, in the state spoken of most."""
    named, kind = site(head), "site"
    if named is None:
        own = settlement(head)
        if own is None:
            return None
        named, kind = (own, own), "town"
    place = _resolve(named[1], language, countries, near).place if kind == "site" else None
    if place is None:
        home = countries[0] if countries else None
        place = Place(named[0], home, kind)
    reason = Reason("place-kind", named[0])
    return Resolved(replace(place, name=named[0], grain=kind), reason)


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
        place = replace(place, name=_plain(phrase.name, place))
    if phrase.part:
        place = replace(place, name=f"{phrase.part} {place.name}", grain="region")
    elif outer is not None and outer.place.grain in ("city", "town"):
        small = place.grain in ("town", "site") or ranked[0][1].people < _SMALL
        if small and "," not in place.name:
            place = replace(place, name=f"{place.name}, {outer.place.name}")
    detail = f"{ranked[0][1].place.name}, {place.country}; {len(ranked)} considered"
    return Resolved(place, Reason(why, detail), tuple(e.place for _, e in ranked[:8]))


def _plain(name: str, place: Place) -> str:
    """`name` without the word for a city where the town is called so too: "Kota Bandung"."""
    bare = name[5:] if name.lower().startswith("kota ") else ""
    close = (e.place for e in entries(key(bare)) if bare and e.place.country == place.country)
    return bare if any(distance(p, place) < _CITY for p in close) else name


def _inside(head: str, outer: Place, tried: tuple[Place, ...]) -> Resolved:
    """An unknown spot in a known place: its name as written, the coordinates of what is around."""
    kind = site(head)
    head = kind[0] if kind else settlement(head) or head
    if not any(map(str.isupper, head)):
        return Resolved(outer, Reason("place-inside", outer.name), tried)
    near = outer.grain in ("city", "town") or (kind and outer.grain != "country")
    name = f"{head}, {outer.name}" if near else head
    place = replace(outer, name=name, grain="site")
    return Resolved(place, Reason("place-inside", outer.name), tried)
