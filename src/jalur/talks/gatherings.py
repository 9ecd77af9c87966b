"""Contacts that are one round: their days touch, and venue and number do not differ.

A mediator who sees each side apart in one town makes one round of several meetings. Dated contacts
come first, in the order of days; words without a day join the round that they can tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jalur.days import number
from jalur.history import WIDE, Event

AFTER = 4
"""Days after a round within which undated words about talks still tell of it."""

AHEAD = 21
"""Days before a planned round within which undated words about it are told."""

LONGEST = 10
"""Days of one round: longer ranges tell of a series of talks, not of a round."""


@dataclass(slots=True)
class Gathering:
    """A round in the making."""

    kind: str
    events: list[Event] = field(default_factory=list)

    @property
    def dated(self) -> list[Event]:
        """The contacts that give its days: those with days of a round, if there are any."""
        return [e for e in self.events if exact(e)] or self.events

    @property
    def start(self) -> str | None:
        """The first day, None if no event has one."""
        return min((e.start for e in self.dated if e.start), default=None)

    @property
    def end(self) -> str | None:
        """The last day."""
        return max((e.end for e in self.dated if e.end), default=None)

    @property
    def told(self) -> int:
        """The number of the last day on which one of its contacts was first told of."""
        return max(number(e.first[:10]) if e.first else 0 for e in self.events)

    @property
    def last(self) -> int:
        """The number of its last day, else of the last day it was told of."""
        return number(self.end) if self.end else self.told

    @property
    def places(self) -> set[str]:
        """The towns told as venues."""
        return {e.place for e in self.events if e.place and not wide(e)}

    @property
    def ordinals(self) -> set[int]:
        """The numbers told."""
        return {e.ordinal for e in self.events if e.ordinal}


def exact(event: Event) -> bool:
    """Whether an event has days that can be a round's."""
    if not event.start or not event.end:
        return False
    return number(event.end) - number(event.start) < LONGEST


def kind(event: Event) -> str | None:
    """The kind of contact that an event is; None if it is none."""
    if event.type == "SUPPORT" and "ceasefire" in event.issues and len(event.actors) > 1:
        return "signing"
    if event.type != "CONSULT":
        return None
    if event.mode == "phone" or event.format == "phone":
        return "call"
    return "visit" if event.mode == "visit" else "meeting"


def wide(event: Event) -> bool:
    """Whether an event's place is more than a town."""
    return event.grain in WIDE


Near = Callable[[Gathering, Event], bool]


def joined(event: Event, found: Sequence[Gathering], fits: Near) -> bool:
    """Put an event into the round it is of, the latest of several; whether there is one."""
    what = kind(event)
    for gathering in reversed(found):
        if gathering.kind == what and agree(gathering, event) and fits(gathering, event):
            gathering.events.append(event)
            return True
    return False


def agree(gathering: Gathering, event: Event) -> bool:
    """Whether venue, number and kind of a contact do not exclude a round."""
    if event.ordinal and gathering.ordinals - {event.ordinal}:
        return False
    town = event.place if not wide(event) else None
    if town and gathering.places and town not in gathering.places:
        return False
    held = {e.status for e in gathering.events}
    return not (event.status == "denied" and "happened" in held)


def near_dated(gathering: Gathering, event: Event) -> bool:
    """Whether the days of a contact touch those of a round."""
    if not gathering.start or not gathering.end or not event.start or not event.end:
        return False
    first, last = number(gathering.start), number(gathering.end)
    if max(last, number(event.end)) - min(first, number(event.start)) >= LONGEST:
        return False
    return number(event.start) <= last + 1 and number(event.end) >= first - 1


def near_undated(gathering: Gathering, event: Event) -> bool:
    """Whether words without a day can tell of a round."""
    if not event.first:
        return False
    told = number(event.first[:10])
    if gathering.start and gathering.end:
        before = AHEAD if event.status in ("planned", "possible") else 0
        first, last = number(gathering.start), number(gathering.end)
        return first - before <= told <= last + AFTER
    return bool(gathering.told) and abs(told - gathering.told) <= AFTER
