"""Ceasefires and agreements: declared or signed, in force, broken, ended."""

from __future__ import annotations

from dataclasses import dataclass, field

from jalur.history import Agreement, Event, Violation
from jalur.talks.assign import Track
from jalur.talks.proposals import day_of, near
from jalur.talks.words import told

SAME = 12
"""Days within which declaring, signing and beginning are of one agreement."""

MAKING = 60
"""Days that the making of one agreement takes at most."""

WATCHED = 120
"""Days after its beginning within which a breach is one of this ceasefire, if no end is told."""

MANY = 2
STATES = {"AGREE": "declared", "CONCEDE": "declared", "SUPPORT": "signed", "RETREAT": "in-force"}
ORDER = ("proposed", "declared", "signed", "in-force", "ended")


@dataclass(slots=True)
class Deal:
    """An agreement in the making."""

    events: list[Event] = field(default_factory=list)
    breaches: list[Event] = field(default_factory=list)
    ends: list[Event] = field(default_factory=list)

    def goes_on(self, event: Event) -> bool:
        """Whether an event can be of this agreement's making."""
        return near(self.events[-1], event, SAME) and near(self.events[0], event, MAKING)


@dataclass(slots=True)
class Deals:
    """The agreements of one process as its events come by, in the order of days: the last one is
    still open."""

    open: Deal | None = None

    def take(self, track: Track, event: Event) -> list[Agreement]:
        """Take in the next event; the agreement that is now closed, if one is."""
        deal = self.open if self.open and near(self.open.events[-1], event, WATCHED) else None
        if makes(track, event):
            if deal and deal.goes_on(event):
                deal.events.append(event)
                return []
            closed = self.rest(track)
            self.open = Deal([event])
            return closed
        if deal and breaks(event):
            deal.breaches.append(event)
        elif deal and ends(track, event):
            deal.ends.append(event)
        return []

    def rest(self, track: Track) -> list[Agreement]:
        """The agreement that is open."""
        return [agreement(track, self.open)] if self.open else []


def makes(track: Track, event: Event) -> bool:
    """Whether an event declares, signs or begins a ceasefire or an agreement of the sides."""
    if event.status in ("denied", "possible") or not track.present(event.codes):
        return False
    if "ceasefire" not in event.issues and event.mode != "ceasefire":
        return event.type == "SUPPORT" and len(track.present(event.codes)) >= MANY
    if event.type == "AGREE":
        return len(track.present(event.codes)) >= MANY
    return event.type in ("CONCEDE", "SUPPORT", "RETREAT")


def breaks(event: Event) -> bool:
    """Whether an event tells a breach of a ceasefire, as an accusation or as a fact."""
    return event.type in ("ACCUSE", "ASSAULT") and told("breach", event.quote) and truce(event)


def truce(event: Event) -> bool:
    """Whether an event has to do with a ceasefire."""
    words = ("truce", "ceasefire", "cease-fire", "gencatan", "armistice")
    return "ceasefire" in event.issues or any(w in event.quote.lower() for w in words)


def ends(track: Track, event: Event) -> bool:
    """Whether an event tells the end of a ceasefire."""
    return bool(track.present(event.codes)) and truce(event) and told("ended", event.quote)


def agreement(track: Track, deal: Deal) -> Agreement:
    """One agreement with its breaches and its end."""
    own = deal.events
    held = [e for e in own if e.type == "RETREAT" and e.status == "happened"]
    codes = dict.fromkeys(c for e in own for c in sorted(e.codes))
    parties = tuple(c for c in codes if track.side_of(c) is not None)
    start = next((e.start for e in held if e.start), None)
    last = max((e.end for e in held if e.end), default=None)
    ended = next((e for e in deal.ends if day_of(e) >= (start or day_of(own[0]))), None)
    return Agreement(
        id="a" + own[0].id[1:],
        process=track.id,
        kind="ceasefire" if any(truce(e) for e in own) else "agreement",
        state="ended" if ended else max((state(e) for e in own), key=ORDER.index),
        parties=parties,
        guarantors=tuple(sorted(set(codes) - set(parties))),
        declared=next((e.start for e in own if e.type != "RETREAT" and e.start), None),
        start=start,
        end=day_of(ended) if ended else (last if last != start else None),
        ended=ended.quote if ended else None,
        violations=tuple(v for e in deal.breaches for v in violation(e)),
        events=tuple(e.id for e in (*own, *deal.breaches, *deal.ends)),
    )


def state(event: Event) -> str:
    """How far one event brings an agreement."""
    return STATES[event.type] if event.status == "happened" else "proposed"


def violation(event: Event) -> tuple[Violation, ...]:
    """The breach that an event tells: an accusation has an accuser, a fact has none."""
    day = event.start or event.first[:10] or None
    if event.type == "ASSAULT":
        return (Violation(tuple(p.code for p in event.actors), None, day, event.id),)
    accused = tuple(p.code for p in event.recipients)
    return tuple(Violation(accused, p.code, day, event.id) for p in event.actors[:1])
