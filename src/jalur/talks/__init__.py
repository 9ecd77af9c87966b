"""The room where the talks are read from events: processes, rounds, proposals, positions, deals.

`processes` is its door: pure, from the events of a record to its talks. What no event tells stays
unknown, and every value keeps the ids of the events that it was read from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jalur.days import number
from jalur.history import Event, Process, Round
from jalur.talks.agreements import agreements
from jalur.talks.assign import Pair, Track, certain, track_of
from jalur.talks.positions import positions
from jalur.talks.proposals import proposals
from jalur.talks.rounds import rounds
from jalur.talks.states import state

__all__ = ["FIGHTS", "FRIENDLY", "TELLING", "processes"]

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
    told = [e for e in events if e.type in TELLING]
    going_on = lively(told, foes)
    tracks: dict[str, Track] = {}
    own: dict[str, list[Event]] = {}
    for event in told:
        if track := track_of(event, foes, going_on):
            tracks.setdefault(track.id, track)
            own.setdefault(track.id, []).append(event)
    made = (process(tracks[i], own[i], as_of) for i in sorted(own))
    return tuple(p for p in made if p.rounds)


def lively(events: Iterable[Event], foes: Collection[Pair]) -> dict[str, list[int]]:
    """The days on which each talks went on for certain."""
    found: dict[str, set[int]] = {}
    for event in events:
        day = event.start or event.first[:10]
        track = track_of(event, foes, {})
        if day and track and certain(event, track):
            found.setdefault(track.id, set()).add(number(day))
    return {track: sorted(days) for track, days in found.items()}


def process(track: Track, events: list[Event], as_of: str | None) -> Process:
    """The talks of one track."""
    held = rounds(track, events)
    deals = agreements(track, events)
    standing, why = state(track, held, deals, events, as_of)
    third = sorted({m for r in held for m in r.mediators})
    days = sorted(filter(None, (day(r) for r in held)))
    return Process(
        id=track.id,
        name=track.name,
        sides=track.sides,
        mediators=tuple(sorted(third, key=lambda m: (m not in track.mediators, m))),
        issues=tuple(dict.fromkeys(i for r in held for i in r.agenda)),
        state=standing,
        why=why,
        since=days[0] if days else None,
        last=days[-1] if days else None,
        as_of=as_of,
        rounds=held,
        proposals=proposals(track, events),
        positions=positions(track, events),
        agreements=deals,
    )


def day(round_: Round) -> str | None:
    """The day by which a round is put in order: its own, else when it was first told of."""
    return round_.start or round_.first[:10] or None
