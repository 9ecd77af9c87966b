"""Positions: where each side stands on each issue of its talks, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.history import Event, Position
from jalur.talks.assign import Track
from jalur.talks.proposals import day_of
from jalur.talks.words import condition

STANCES = {
    "REQUEST": "demands",
    "AGREE": "accepts",
    "CONCEDE": "offers",
    "SUPPORT": "backs",
    "REJECT": "rejects",
    "THREATEN": "threatens",
}


def positions(track: Track, events: Sequence[Event]) -> tuple[Position, ...]:
    """The latest position of each party on each issue, with the events that tell it."""
    said: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(events, key=lambda e: (day_of(e), e.id)):
        if event.type not in STANCES or event.status == "denied":
            continue
        for party in event.actors:
            if track.side_of(party.code) is not None:
                for issue in event.issues:
                    said.setdefault((party.code, issue), []).append(event)
    return tuple(position(track, *key, said[key]) for key in sorted(said))


def position(track: Track, party: str, issue: str, events: Sequence[Event]) -> Position:
    """The stance in which a party's events on an issue end, and when it began."""
    stance = STANCES[events[-1].type]
    lasting: list[Event] = []
    for event in reversed(events):
        if STANCES[event.type] != stance:
            break
        lasting.append(event)
    lasting.reverse()
    return Position(
        process=track.id,
        party=party,
        issue=issue,
        stance=stance,
        since=day_of(lasting[0]) or None,
        condition=next((c for e in reversed(lasting) if (c := condition(e.quote))), None),
        events=tuple(e.id for e in lasting),
    )
