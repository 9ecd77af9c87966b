"""The room where the talks are read from events: processes, rounds, proposals, positions, deals.

`processes` is its door: pure, from the events of a record to its talks. What no event tells stays
unknown, and every value keeps the ids of the events that it was read from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jalur.history import Event, Process
from jalur.talks.assign import ROUND_ABOUT, Pair, Track, assigned, lively, near
from jalur.talks.course import Course, Made

__all__ = [
    "FIGHTS",
    "FRIENDLY",
    "ROUND_ABOUT",
    "TELLING",
    "Course",
    "Made",
    "Pair",
    "Track",
    "assigned",
    "lively",
    "near",
    "processes",
]

TALKING = ("CONSULT", "AGREE", "REJECT", "REQUEST", "SUPPORT", "CONCEDE")
DOING = ("RETREAT", "THREATEN", "ACCUSE", "SANCTION", "ASSAULT")

TELLING = frozenset({*TALKING, *DOING})
"""Types of event that talks are read from."""

FIGHTS, FRIENDLY = frozenset({"ASSAULT"}), frozenset({"AID", "SUPPORT", "COOPERATE", "AGREE"})
"""Types of event that show two parties to be adversaries, or friends."""


def processes(
    events: Iterable[Event], foes: Collection[Pair], as_of: str | None
) -> tuple[Process, ...]:
    """The talks among some events. `foes` are the pairs of codes that fight in this record,
    `as_of` the last day of which the record tells; it stands in for today."""
    found = []
    for _, (track, own) in sorted(by_track(events, foes).items()):
        course = Course(track)
        made = course.take(own)
        made.add(course.rest())
        found.append(course.process(made, as_of))
    return tuple(p for p in found if p)


def by_track(
    events: Iterable[Event], foes: Collection[Pair]
) -> dict[str, tuple[Track, list[Event]]]:
    """The events of each talks."""
    told = [e for e in events if e.type in TELLING]
    days = {track: sorted(own) for track, own in lively(told, foes).items()}
    return assigned(told, foes, days)
