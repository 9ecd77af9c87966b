"""Sessions of talks that name nobody: "the next meeting is due on Monday", "putaran sebelumnya".

Who takes part is told once for all rounds: with the talks that the report spoke of last, or else
speaks of next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jalur.model import Claim, Participant, Reason

AHEAD = {"planned", "denied"}
"""A session that is set or called off is one even without a day."""


def with_parties(events: Sequence[Claim]) -> Iterator[Claim]:
    """The events, sessions that name nobody with the parties of the report's talks."""
    for at, event in enumerate(events):
        known = is_session(event) and talks_beside(events, at)
        yield replace(event, actors=tuple(map(taken_over, known.actors))) if known else event


def is_session(event: Claim) -> bool:
    """Whether an event is a session of talks of its own, told without who takes part."""
    dated = event.day is not None and event.day.told
    nobody = not event.actors and not event.recipients
    return event.type == "CONSULT" and nobody and (dated or event.status in AHEAD)


def talks_beside(events: Sequence[Claim], at: int) -> Claim | None:
    """The talks of two parties or more that are told last before an event, or first after it."""
    told = [*reversed(events[:at]), *events[at + 1 :]]
    return next(
        (e for e in told if e.type == "CONSULT" and len({p.code for p in e.actors}) > 1), None
    )


def taken_over(one: Participant) -> Participant:
    """A party of the talks as one of a session of them."""
    return replace(one, span=None, reason=Reason("actor", "the talks that the report speaks of"))
