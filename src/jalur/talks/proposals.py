"""Proposals: who offered what, carried by whom, and how each party answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jalur.days import number
from jalur.history import Event, Proposal, Response
from jalur.talks.assign import Track
from jalur.talks.words import told

SAME = 21
"""Days within which an author's words about a proposal on one matter are about one proposal."""

ANSWERED = 60
"""Days within which a party's acceptance or rejection answers a proposal."""

OFFERS = ("REQUEST", "AGREE", "CONCEDE")
ANSWERS = {"AGREE": "accepts", "SUPPORT": "accepts", "REJECT": "rejects", "REQUEST": "counters"}


@dataclass(slots=True)
class Offer:
    """A proposal in the making: the words about it and the answers."""

    words: list[Event]
    answers: list[Event] = field(default_factory=list)

    @property
    def author(self) -> str:
        """Who offers."""
        return author(self.words[0])

    def goes_on(self, event: Event) -> bool:
        """Whether words of the same author are about this proposal."""
        matters = set(self.words[0].issues) & set(event.issues) or not event.issues
        recent = near(self.words[-1], event, SAME) and near(self.words[0], event, ANSWERED)
        return self.author == author(event) and bool(matters) and recent


@dataclass(slots=True)
class Offers:
    """The proposals of one process as its events come by, in the order of days."""

    open: list[Offer] = field(default_factory=list)

    def take(self, track: Track, event: Event) -> list[Proposal]:
        """Take in the next event; the proposals that nobody can answer any more."""
        if not event.actors or not told("proposal", event.quote):
            return []
        past = [o for o in self.open if not near(o.words[-1], event, ANSWERED)]
        self.open = [o for o in self.open if near(o.words[-1], event, ANSWERED)]
        others = [o for o in self.open if o.author != author(event)]
        if offers(event, others):
            self.offer(event)
        elif others and event.type in ANSWERS:
            others[-1].answers.append(event)
        return [proposal(track, o) for o in past]

    def offer(self, event: Event) -> None:
        """Join an offer to the proposal that it is about, or begin a new one."""
        same = next((o for o in reversed(self.open) if o.goes_on(event)), None)
        if same:
            same.words.append(event)
        else:
            self.open.append(Offer([event]))

    def rest(self, track: Track) -> list[Proposal]:
        """The proposals that are still open."""
        return [proposal(track, o) for o in self.open]


def day_of(event: Event) -> str:
    """The day of an event, else the day it was first told: to put in order only."""
    return event.start or event.first[:10]


def offers(event: Event, others: Sequence[Offer]) -> bool:
    """Whether an event offers something, rather than accepts what `others` offered."""
    if event.type not in OFFERS or event.status == "denied":
        return False
    recent = any(near(o.words[-1], event, SAME) for o in others)
    return event.type == "REQUEST" or not recent


def author(event: Event) -> str:
    """Who offers."""
    return event.actors[0].code


def near(a: Event, b: Event, days: int) -> bool:
    """Whether two events were told within some days."""
    first, second = day_of(a), day_of(b)
    return bool(first and second) and abs(number(first) - number(second)) <= days


def proposal(track: Track, offer: Offer) -> Proposal:
    """One proposal with its answers."""
    group, answers = offer.words, offer.answers
    first = group[0]
    codes = {c for e in group for c in e.codes}
    return Proposal(
        id="o" + first.id[1:],
        process=track.id,
        author=author(first),
        carried=tuple(sorted(c for c in codes if track.third(c) and c != author(first))),
        to=tuple(sorted({p.code for e in group for p in e.recipients})),
        day=next((e.start for e in group if e.start), None),
        first=first.first,
        issues=tuple(dict.fromkeys(i for e in group for i in e.issues)),
        words=first.quote,
        responses=tuple(
            Response(author(a), ANSWERS[a.type], a.start or a.first[:10] or None, a.id)
            for a in answers
        ),
        events=tuple(e.id for e in (*group, *answers)),
    )
