"""One round of talks with all that its contacts tell: venue, parties, outcome, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.days import number
from jalur.history import Event, Round
from jalur.talks.assign import MATTERS, THIRD, Track
from jalur.talks.gatherings import AHEAD, Gathering, wide

OUTCOME = 3
"""Days after a round within which an agreement or a breakdown is its outcome."""

SOON = 2 * AHEAD
"""Days after a round within which an announced contact is its next step."""


def round_of(track: Track, gathering: Gathering, notable: Sequence[Event]) -> Round:
    """One round with everything that its events tell."""
    own = gathering.events
    codes = list(dict.fromkeys(p.code for e in own for p in (*e.actors, *e.recipients)))
    parties = [c for c in codes if track.side_of(c) is not None]
    third = [c for c in codes if track.side_of(c) is None]
    roles = {p.code: p.role for e in own for p in e.actors if p.role and p.role in THIRD}
    spot = venue(track, own)
    first = min(own, key=lambda e: (e.first, e.id))
    return Round(
        id="n" + first.id[1:],
        process=track.id,
        kind=gathering.kind,
        ordinal=next((e.ordinal for e in own if e.ordinal), None),
        start=gathering.start,
        end=gathering.end,
        venue=spot.place if spot else None,
        country=spot.country if spot else None,
        host=host(spot.country if spot else None, codes, roles),
        format=next((e.format for e in own if e.format), None),
        parties=tuple(sorted(parties, key=lambda c: (track.side_of(c) or 0, c))),
        mediators=tuple(sorted(third)),
        heads=tuple(dict.fromkeys(p.name for e in own for p in e.actors if p.name)),
        agenda=tuple(dict.fromkeys(i for e in own for i in e.issues)),
        status=status(own),
        outcome=outcome(gathering, notable),
        next=following(gathering, notable),
        first=first.first,
        outlets=max(e.outlets for e in own),
        events=tuple(e.id for e in own),
    )


def venue(track: Track, events: Sequence[Event]) -> Event | None:
    """The event that tells where a round was: usual venues first, then towns.

    A whole country or region of one of the sides is what is talked about, not where.
    """
    placed = [e for e in events if e.place and not (wide(e) and e.country in theatre(track))]
    usual = (e for e in placed if e.place in track.venues)
    return next(usual, None) or next((e for e in placed if not wide(e)), next(iter(placed), None))


def theatre(track: Track) -> frozenset[str]:
    """The codes of all sides."""
    return frozenset(c for side in track.sides for c in side)


def host(country: str | None, codes: Sequence[str], roles: dict[str, str]) -> str | None:
    """Who hosts: whoever is told to, else the state of the venue if it takes part."""
    told = next((c for c, role in roles.items() if role == "host"), None)
    return told or (country if country in codes else None)


def status(events: Sequence[Event]) -> str:
    """Happened if any of its contacts was held; else as the latest telling has it."""
    if any(e.status == "happened" for e in events):
        return "happened"
    latest = max(events, key=lambda e: (e.last, e.id))
    return latest.status


def outcome(gathering: Gathering, notable: Sequence[Event]) -> str | None:
    """What came of a round: an agreement or a breakdown told in the days after it."""
    if not gathering.start or not gathering.end:
        return None
    for event in between(notable, number(gathering.start), number(gathering.end) + OUTCOME):
        if broken(event):
            return "breakdown"
        if reached(event):
            return "agreement"
    return None


def reached(event: Event) -> bool:
    """Whether an event is an agreement of several on a matter of talks."""
    many = len(event.codes) > 1 and event.status == "happened"
    return many and event.type in ("AGREE", "SUPPORT") and bool(MATTERS & set(event.issues))


def broken(event: Event) -> bool:
    """Whether an event ends talks: no deal, walking out, calling off."""
    if event.type == "AGREE" and event.status == "denied":
        return True
    walked = event.type == "SANCTION" and event.mode in ("withdraw", "discontinue")
    return event.status == "happened" and (
        walked or (event.type == "REJECT" and event.mode == "meet")
    )


def following(gathering: Gathering, notable: Sequence[Event]) -> str | None:
    """The next contact that was announced while a round was told."""
    end = gathering.end
    if not end:
        return None
    soon = between(notable, number(end), number(end) + SOON)
    later = [(e.start, e.id) for e in soon if e.start and announced(e, end)]
    return min(later)[1] if later else None


def announced(event: Event, end: str) -> bool:
    """Whether an event is a contact some weeks after a day that was announced before it was."""
    if event.type != "CONSULT" or not event.start or event.start <= end:
        return False
    return any(c.status == "planned" and c.told[:10] <= event.start for c in event.changes)


def between(events: Sequence[Event], first: int, last: int) -> list[Event]:
    """The events of some days, both included."""
    return [e for e in events if first <= at(e) <= last]


def at(event: Event) -> int:
    """The number of the day by which an event is put in order: its own, else when it was first
    told; 0 if neither is known."""
    day = event.start or event.first[:10]
    return number(day) if day else 0


def notable(event: Event) -> bool:
    """Whether an event can be the outcome of a round or its next step."""
    return broken(event) or reached(event) or (event.type == "CONSULT" and bool(event.start))
