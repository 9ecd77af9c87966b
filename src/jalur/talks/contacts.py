"""The rounds of one process as its events come by, in the order of days.

Only the last weeks are kept open: a round that nothing told later can change is closed and made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jalur.days import number
from jalur.history import Event, Round
from jalur.talks.assign import Track
from jalur.talks.gatherings import (
    AHEAD,
    LONGEST,
    Gathering,
    exact,
    joined,
    kind,
    near_dated,
    near_undated,
)
from jalur.talks.rounds import SOON, at, notable, round_of

SETTLED = AHEAD + LONGEST + 1
"""Days after which every round that undated words can tell of is complete."""

REMEMBERED = SOON + 2 * LONGEST
"""Days for which what can be the outcome of an open round is remembered."""


@dataclass(slots=True)
class Contacts:
    """Rounds in the making: with days of their own, without, and words that wait for theirs."""

    dated: list[Gathering] = field(default_factory=list)
    undated: list[Gathering] = field(default_factory=list)
    waiting: list[Event] = field(default_factory=list)
    notable: list[Event] = field(default_factory=list)

    def take(self, track: Track, event: Event) -> list[Round]:
        """Take in the next event; the rounds that are now closed."""
        now = at(event)
        self.settle(now - SETTLED)
        closed = self.close(track, now - SOON)
        self.notable = [e for e in self.notable if at(e) >= now - REMEMBERED]
        if notable(event):
            self.notable.append(event)
        if kind(event) and not exact(event):
            self.waiting.append(event)
        elif kind(event) and not joined(event, self.dated, near_dated):
            self.dated.append(Gathering(kind(event) or "", [event]))
        return closed

    def rest(self, track: Track) -> list[Round]:
        """Close everything: nothing more is told."""
        self.settle(None)
        return self.close(track, None)

    def settle(self, until: int | None) -> None:
        """Find the rounds of undated words that were told before a day."""
        due = [e for e in self.waiting if until is None or told(e) < until]
        self.waiting = [e for e in self.waiting if not (until is None or told(e) < until)]
        for event in sorted(due, key=lambda e: (e.first, e.id)):
            if not joined(event, [*self.dated, *self.undated], near_undated):
                self.undated.append(Gathering(kind(event) or "", [event]))

    def close(self, track: Track, until: int | None) -> list[Round]:
        """Make the rounds that ended before a day."""
        closed = []
        for group in (self.dated, self.undated):
            done = [g for g in group if until is None or g.last < until]
            closed += [round_of(track, g, self.notable) for g in done]
            group[:] = [g for g in group if not (until is None or g.last < until)]
        return closed


def told(event: Event) -> int:
    """The number of the day on which an event was first told of."""
    return number(event.first[:10]) if event.first else 0
