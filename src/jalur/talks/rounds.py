"""Rounds of talks: meetings, calls, visits and signings of one process, day by day.

Several events are one round when their days touch, their venues do not differ and their numbers do
not either: a mediator who sees each side apart in one town makes one round of several meetings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jalur.days import number
from jalur.history import WIDE, Event, Round
from jalur.talks.assign import MATTERS, THIRD, Track
from jalur.talks.calendar import Calendar

AFTER = 4
"""Days after a round within which undated words about talks still tell of it."""

AHEAD = 21
"""Days before a planned round within which undated words about it are told."""

OUTCOME = 3
"""Days after a round within which an agreement or a breakdown is its outcome."""


@dataclass(slots=True)
class Gathering:
    """A round in the making."""

    kind: str
    events: list[Event] = field(default_factory=list)

    @property
    def start(self) -> str | None:
        """The first day, None if no event has one."""
        return min((e.start for e in self.events if e.start), default=None)

    @property
    def end(self) -> str | None:
        """The last day."""
        return max((e.end for e in self.events if e.end), default=None)

    @property
    def places(self) -> set[str]:
        """The towns told as venues."""
        return {e.place for e in self.events if e.place and not wide(e)}

    @property
    def ordinals(self) -> set[int]:
        """The numbers told."""
        return {e.ordinal for e in self.events if e.ordinal}


def rounds(track: Track, events: Sequence[Event]) -> tuple[Round, ...]:
    """The rounds among the events of some talks, in the order of days."""
    contacts = [e for e in events if kind(e)]
    found: list[Gathering] = []
    for event in sorted((e for e in contacts if exact(e)), key=day_order):
        place(event, found, near_dated)
    for event in sorted((e for e in contacts if not exact(e)), key=lambda e: (e.first, e.id)):
        place(event, found, near_undated)
    calendar = Calendar(events)
    made = [round_of(track, g, calendar) for g in found]
    return tuple(sorted(made, key=lambda r: (r.start or r.first, r.id)))


LONGEST = 10
"""Days of one round: longer ranges tell of a series of talks, not of a round."""


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


def day_order(event: Event) -> tuple[str, str, str]:
    """By day, then by id."""
    return event.start or "", event.end or "", event.id


Near = Callable[[Gathering, Event], bool]


def place(event: Event, found: list[Gathering], fits: Near) -> None:
    """Put an event into the round it is of, the latest of several, or into a new one."""
    what = kind(event) or ""
    for gathering in reversed(found):
        if gathering.kind == what and agree(gathering, event) and fits(gathering, event):
            gathering.events.append(event)
            return
    found.append(Gathering(what, [event]))


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
    start, end = gathering.start, gathering.end
    if start and end:
        before = AHEAD if event.status in ("planned", "possible") else 0
        return number(start) - before <= told <= number(end) + AFTER
    last = max((e.last for e in gathering.events), default="")
    return bool(last) and abs(told - number(last[:10])) <= AFTER


def round_of(track: Track, gathering: Gathering, calendar: Calendar) -> Round:
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
        outcome=outcome(gathering, calendar),
        next=following(gathering, calendar),
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


def wide(event: Event) -> bool:
    """Whether an event's place is more than a town."""
    return event.grain in WIDE


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


def outcome(gathering: Gathering, calendar: Calendar) -> str | None:
    """What came of a round: an agreement or a breakdown told in the days after it."""
    if not gathering.start or not gathering.end:
        return None
    first, last = number(gathering.start), number(gathering.end) + OUTCOME
    for event in calendar.between(first, last):
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


def following(gathering: Gathering, calendar: Calendar) -> str | None:
    """The next contact that was announced while a round was told."""
    end = gathering.end
    if not end:
        return None
    soon = calendar.between(number(end), number(end) + 2 * AHEAD)
    later = [(e.start, e.id) for e in soon if e.start and announced(e, end)]
    return min(later)[1] if later else None


def announced(event: Event, end: str) -> bool:
    """Whether an event is a contact some weeks after a day that was announced before it was."""
    if event.type != "CONSULT" or not event.start or event.start <= end:
        return False
    return any(c.status == "planned" and c.told[:10] <= event.start for c in event.changes)
