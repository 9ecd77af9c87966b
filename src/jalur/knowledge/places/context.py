"""Places named together in one report: each settles what the others mean."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from jalur.knowledge.places import Resolved, distance, resolve, score
from jalur.knowledge.places.names import clean, keys, readings, split
from jalur.knowledge.places.table import WITHIN, Entry, entries
from jalur.model import Reason

_CANDIDATES = 25
_VOICES = 8
_NAMES = 40
_KILOMETRES = 120.0
_TRUST = 0.5
"""How far a prior is trusted: as its square root."""
_VICINITY, _COUNTRY = 1.2, 2.0
"""Weights of what stands near and in the same country, in powers of ten of population."""

Ranking = list[tuple[float, Entry]]


def together(
    names: Sequence[str], language: str, countries: Collection[str] = ()
) -> dict[str, Resolved]:
    """What each of `names` means in one report, the other names taken as context.

    A small town wins over a big one of the same name abroad where other names of the report lie
    near it or in its country. Names beyond the first forty are resolved one by one.
    """
    found = {name: resolve(name, language, tuple(countries)) for name in dict.fromkeys(names)}
    open_ones = {
        name: ranking
        for name in list(found)[:_NAMES]
        if (ranking := _ranking(name, countries)) and not split(clean(name))[1]
    }
    settled = {name: _likelihoods(ranking) for name, ranking in open_ones.items()}
    for _ in range(2):
        settled = {name: _likelihoods(_supported(name, open_ones, settled)) for name in open_ones}
    for name, likely in settled.items():
        entry = max(likely, key=lambda pair: pair[1])[0]
        before = found[name].place
        if before is not None and not _same_reading(before.name, open_ones[name]):
            continue
        if before is None or before != entry.place:
            reason = Reason("place-together", f"{entry.place.name}, {entry.place.country}")
            found[name] = Resolved(entry.place, reason, found[name].candidates)
    return found


def _same_reading(name: str, ranking: Ranking) -> bool:
    """Whether the answer was one of the places ranked, and not a part or spot of another."""
    return any(e.place.name == name for _, e in ranking)


def _ranking(name: str, countries: Collection[str]) -> Ranking:
    """The places that the first reading of `name` with any may mean, the likeliest first."""
    for phrase in readings(clean(name)):
        barred = {WITHIN} if "." not in phrase.name else set()
        pool = [e for k in keys(phrase.name) for e in entries(k) if e.kind not in barred]
        if phrase.part or not pool:
            continue
        fits = [e for e in pool if not phrase.grain or e.place.grain == phrase.grain] or pool
        ranking = sorted(((score(e, countries), e) for e in fits), key=lambda p: -p[0])
        return ranking[:_CANDIDATES]
    return []


def _likelihoods(ranking: Ranking) -> list[tuple[Entry, float]]:
    """Scores as shares of one: they are powers of ten."""
    best = max(value for value, _ in ranking)
    top = sorted(ranking, key=lambda pair: -pair[0])[:_VOICES]
    shares = [(entry, 10.0 ** (_TRUST * (value - best))) for value, entry in top]
    total = sum(share for _, share in shares)
    return [(entry, share / total) for entry, share in shares]


def _supported(
    name: str, rankings: dict[str, Ranking], settled: dict[str, list[tuple[Entry, float]]]
) -> Ranking:
    """The ranking of `name` with what its candidates gain from all other names."""
    others = [likely for other, likely in settled.items() if other != name]
    supported = []
    for value, entry in rankings[name]:
        near = sum(max(s * _closeness(entry, e) for e, s in likely) for likely in others)
        home = entry.place.country
        same = sum(s for likely in others for e, s in likely if home and e.place.country == home)
        gain = _VICINITY * min(near, 2.5) + _COUNTRY * same / max(len(others), 1)
        supported.append((value + gain, entry))
    return supported


def _closeness(a: Entry, b: Entry) -> float:
    """1 at the same spot, towards 0 with distance; a state and its towns are close."""
    if b.place.grain == "country":
        return 0.0
    near = math.exp(-distance(a.place, b.place) / _KILOMETRES)
    return max(near, 0.6) if a.admin and a.admin == b.admin else near
