"""The talks of one process as its events come by: the door's work, one event after the other.

What is behind is made and closed, what can still change is held. So a record can stop after any
event, keep the course, and go on from there when more is told; the outcome is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jalur.history import Agreement, Event, Process, Proposal, Round
from jalur.talks.agreements import Deals
from jalur.talks.assign import Track
from jalur.talks.contacts import Contacts
from jalur.talks.positions import Stances
from jalur.talks.proposals import Offers
from jalur.talks.rounds import at, broken
from jalur.talks.states import state


@dataclass(slots=True)
class Made:
    """What is closed: nothing told later changes it."""

    rounds: list[Round] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)

    def add(self, other: Made) -> None:
        """Take over what is made elsewhere."""
        self.rounds += other.rounds
        self.proposals += other.proposals
        self.agreements += other.agreements


@dataclass(slots=True)
class Course:
    """The talks of a track up to an event: what can still change."""

    track: Track
    contacts: Contacts = field(default_factory=Contacts)
    offers: Offers = field(default_factory=Offers)
    stances: Stances = field(default_factory=Stances)
    deals: Deals = field(default_factory=Deals)
    stop: Event | None = None

    def take(self, events: Sequence[Event]) -> Made:
        """Take in the next events; what they close."""
        made = Made()
        for event in sorted(events, key=lambda e: (at(e), e.id)):
            made.rounds += self.contacts.take(self.track, event)
            made.proposals += self.offers.take(self.track, event)
            made.agreements += self.deals.take(self.track, event)
            self.stances.take(self.track, event)
            if broken(event):
                self.stop = event
        return made

    def rest(self) -> Made:
        """What is open, made as it stands; the course is at its end."""
        return Made(
            self.contacts.rest(self.track),
            self.offers.rest(self.track),
            self.deals.rest(self.track),
        )

    def process(self, made: Made, as_of: str | None) -> Process | None:
        """The whole process, when everything is made; None if it had no rounds."""
        track = self.track
        held = tuple(sorted(made.rounds, key=lambda r: (r.start or r.first, r.id)))
        if not held:
            return None
        standing, why = state(track, held, made.agreements, self.stop, as_of)
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
            proposals=tuple(sorted(made.proposals, key=lambda p: (p.first[:10], p.id))),
            positions=self.stances.positions(track),
            agreements=tuple(made.agreements),
        )


def day(round_: Round) -> str | None:
    """The day by which a round is put in order: its own, else when it was first told of."""
    return round_.start or round_.first[:10] or None
