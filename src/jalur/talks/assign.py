"""Which events belong to which talks.

An event belongs to the talks of a known conflict when two of its sides take part, or one side with
a usual mediator and a matter of the talks; talks that go on for certain at that time come first.
Otherwise it belongs to the talks of those who take part
if a mediator is told, or if they fight each other in this very record.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from jalur.days import number
from jalur.history import Event
from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.conflicts import Conflict, conflicts_of, mediated_by

WAR = ("ceasefire", "hostages", "prisoners", "withdrawal", "disarmament", "security")
PEACE = ("borders", "status", "nuclear", "aid")

MATTERS = frozenset({*WAR, *PEACE})
"""Issues that are talked about in talks between adversaries."""

THIRD = frozenset({"mediator", "host", "guarantor", "observer"})

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Track:
    """Talks between sides: those of a known conflict, or of two adversaries in this record."""

    id: str
    name: str
    sides: tuple[tuple[str, ...], ...]
    mediators: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    issues: frozenset[str] = MATTERS

    def side_of(self, code: str) -> int | None:
        """The number of the side that somebody is on."""
        return next((k for k, side in enumerate(self.sides) if code in side), None)

    def third(self, code: str) -> bool:
        """Whether somebody mediates: as usual, or where nobody is known to, is on no side."""
        return code in self.mediators if self.mediators else self.side_of(code) is None

    def present(self, codes: Iterable[str]) -> set[int]:
        """The sides of which somebody is among some codes."""
        return {k for c in codes if (k := self.side_of(c)) is not None}


Lively = Mapping[str, Sequence[int]]
"""The days on which two sides of each talks met or fought, by the talks' id: told for certain."""

ROUND_ABOUT = 45
"""Days round a certain event of some talks in which an uncertain one is taken to be of them too."""


def assigned(
    events: Iterable[Event], foes: Collection[Pair], days: Lively
) -> dict[str, tuple[Track, list[Event]]]:
    """The events of each talks."""
    found: dict[str, tuple[Track, list[Event]]] = {}
    for event in events:
        if track := track_of(event, foes, days):
            found.setdefault(track.id, (track, []))[1].append(event)
    return found


def lively(events: Iterable[Event], foes: Collection[Pair]) -> dict[str, set[int]]:
    """The days on which each talks went on for certain."""
    found: dict[str, set[int]] = {}
    for event in events:
        day = event.start or event.first[:10]
        track = track_of(event, foes, {})
        if day and track and certain(event, track):
            found.setdefault(track.id, set()).add(number(day))
    return found


def track_of(event: Event, foes: Collection[Pair], days: Lively) -> Track | None:
    """The talks that an event belongs to, None if to none."""
    day = event.start or event.first[:10]
    told = Facts(event.codes, event.type, event.issues, event.place, int(day[:4]) if day else 0)
    at = number(day) if day else None
    ranked = sorted(
        ((value + near(at, days.get(c.id, ())), c.id, c) for value, c in fitting(told)),
        key=lambda r: (-r[0], r[1]),
    )
    ranked = [r for r in ranked if r[0] >= 1.0]
    return of_conflict(ranked[0][2]) if ranked else of_adversaries(event, foes)


def certain(event: Event, track: Track) -> bool:
    """Whether an event alone shows that its talks go on: two sides of them take part."""
    return len(track.present(event.codes)) > 1


def near(at: int | None, days: Sequence[int]) -> float:
    """1 if talks went on for certain, on `days`, about the time of an event."""
    if at is None or not days:
        return 0.0
    k = bisect_left(days, at - ROUND_ABOUT)
    return float(k < len(days) and days[k] <= at + ROUND_ABOUT)


@cache
def of_conflict(conflict: Conflict) -> Track:
    """The talks of a known conflict."""
    return Track(
        conflict.id,
        conflict.name,
        conflict.sides,
        conflict.mediators,
        conflict.venues,
        conflict.issues | MATTERS,
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides how well an event fits the talks of a conflict."""

    codes: frozenset[str]
    type: str
    issues: tuple[str, ...]
    place: str | None
    year: int


@lru_cache(maxsize=20_000)
def fitting(event: Facts) -> tuple[tuple[float, Conflict], ...]:
    """The conflicts whose talks an event fits, and how well."""
    known = {c for code in event.codes for c in (*conflicts_of(code), *mediated_by(code))}
    found = ((fit(event, c), c) for c in known if event.year and c.goes_on(event.year))
    return tuple((value, c) for value, c in found if value > 0)


def fit(event: Facts, conflict: Conflict) -> float:
    """How well an event fits the talks of a conflict; 0 if not at all."""
    present = of_conflict(conflict).present(event.codes)
    shared = set(event.issues) & conflict.issues
    about = bool(shared) or event.place in conflict.venues
    principals = sum(side[0] in event.codes for side in conflict.sides)
    value = (principals + len(shared)) / 10
    if len(present) > 1:
        return two_sided(event, conflict, about) + value
    part = one_sided(event, conflict, bool(present)) if about else 0.0
    return part + value if part else 0.0


def two_sided(event: Facts, conflict: Conflict, about: bool) -> float:
    """How well an event of two sides fits: states meet on many things besides a dispute, but a
    group is only met about the conflict."""
    if event.codes - state_codes():
        return 3.0
    return 1.4 + (event.place in conflict.venues) / 2 if about else -1.0


def one_sided(event: Facts, conflict: Conflict, present: bool) -> float:
    """How well an event of one side, or of mediators alone, fits a matter of the talks.

    Below 1 it is of these talks only if they go on (see `near`). A usual mediator may be a side of
    other conflicts: a venue of these talks tells them apart.
    """
    usual = len(event.codes & conflict.mediators)
    venue = (event.place in conflict.venues) / 2
    if present and event.type != "CONSULT":
        return 0.4
    if present:
        return 1.0 + (usual - 1) * 0.4 + venue if usual else 0.0
    return 0.3 + (usual - 1) * 0.2 + venue if event.codes <= conflict.mediators else 0.0


def of_adversaries(event: Event, foes: Collection[Pair]) -> Track | None:
    """The talks of those who take part, if they are adversaries or have a mediator."""
    third = {p.code for p in event.actors if p.role in THIRD}
    parties = sorted(event.codes - third)
    if third and len(parties) == 2:
        return between(parties[0], parties[1])
    fighting = [(a, b) for a in parties for b in parties if a < b and (a, b) in foes]
    if len(fighting) == 1 and (third or MATTERS & set(event.issues)):
        return between(*fighting[0])
    return None


def between(a: str, b: str) -> Track:
    """The talks of two adversaries."""
    return Track(f"{a}-{b}".lower().replace("_", "-"), f"{a} and {b}", ((a,), (b,)))
