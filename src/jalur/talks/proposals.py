"""Proposals: who offered what, carried by whom, and how each party answered."""

from __future__ import annotations

from collections.abc import Sequence

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


def proposals(track: Track, events: Sequence[Event]) -> tuple[Proposal, ...]:
    """The proposals among the events of some talks, in the order of telling."""
    groups: list[list[Event]] = []
    answers: list[Event] = []
    for event in sorted(events, key=lambda e: (day_of(e), e.id)):
        if not event.actors or not told("proposal", event.quote):
            continue
        if offers(event, groups):
            add(event, groups)
        elif event.type in ANSWERS:
            answers.append(event)
    return tuple(proposal(track, group, replies(group, groups, answers)) for group in groups)


def day_of(event: Event) -> str:
    """The day of an event, else the day it was first told: to put in order only."""
    return event.start or event.first[:10]


def offers(event: Event, groups: Sequence[Sequence[Event]]) -> bool:
    """Whether an event offers something, rather than accepts what another one offered."""
    if event.type not in OFFERS or event.status == "denied":
        return False
    others = any(author(g[0]) != author(event) and near(g[-1], event, SAME) for g in groups)
    return event.type == "REQUEST" or not others


def author(event: Event) -> str:
    """Who offers."""
    return event.actors[0].code


def add(event: Event, groups: list[list[Event]]) -> None:
    """Join an offer to the proposal that it is about, or begin a new one."""
    for group in reversed(groups):
        matters = set(group[0].issues) & set(event.issues) or not event.issues
        if author(group[0]) == author(event) and matters and near(group[-1], event, SAME):
            group.append(event)
            return
    groups.append([event])


def near(a: Event, b: Event, days: int) -> bool:
    """Whether two events were told within some days."""
    first, second = day_of(a), day_of(b)
    return bool(first and second) and abs(number(first) - number(second)) <= days


def replies(
    group: Sequence[Event], groups: Sequence[Sequence[Event]], answers: Sequence[Event]
) -> list[Event]:
    """The answers to a proposal: those of others, later, and to no later proposal."""
    found = []
    for answer in answers:
        before = [g for g in groups if day_of(g[0]) <= day_of(answer)]
        open_ = [
            g for g in before if author(g[0]) != author(answer) and near(g[-1], answer, ANSWERED)
        ]
        if open_ and open_[-1] is group:
            found.append(answer)
    return found


def proposal(track: Track, group: Sequence[Event], answers: Sequence[Event]) -> Proposal:
    """One proposal with its answers."""
    first = group[0]
    codes = {c for e in group for c in e.codes}
    return Proposal(
        id="o" + first.id[1:],
        process=track.id,
        author=author(first),
        carried=tuple(sorted((codes & track.mediators) - {author(first)})),
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
