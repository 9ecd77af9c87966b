"""Positions: where each side stands on each issue of its talks, and since when."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Stance:
    """Where a party stands on an issue, since when, and the events that tell it."""

    party: str
    issue: str
    type: str
    since: str
    condition: str | None = None
    events: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Stances:
    """The positions of one process as its events come by, in the order of days."""

    of: dict[str, Stance] = field(default_factory=dict)

    def take(self, track: Track, event: Event) -> None:
        """Take in the next event."""
        if event.type not in STANCES or event.status == "denied":
            return
        for party in event.actors:
            if track.side_of(party.code) is not None:
                for issue in event.issues:
                    self.hold(party.code, issue, event)

    def hold(self, party: str, issue: str, event: Event) -> None:
        """A party takes a stance, or holds to it."""
        key = f"{party} {issue}"
        known = self.of.get(key)
        if known is None or STANCES[known.type] != STANCES[event.type]:
            known = self.of[key] = Stance(party, issue, event.type, day_of(event))
        known.condition = condition(event.quote) or known.condition
        known.events.append(event.id)

    def positions(self, track: Track) -> tuple[Position, ...]:
        """The latest position of each party on each issue, with the events that tell it."""
        return tuple(
            Position(
                process=track.id,
                party=one.party,
                issue=one.issue,
                stance=STANCES[one.type],
                since=one.since or None,
                condition=one.condition,
                events=tuple(dict.fromkeys(one.events)),
            )
            for _, one in sorted(self.of.items())
        )
