"""All talks; one round; one proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from jalur.history import Event, Process
from jalur.record import asking, browsing
from jalur.views.record import tables
from jalur.views.web.answers import AllTalks, RoundTold
from jalur.views.web.pages.common import PAGE, turning
from jalur.views.web.pages.told import telling
from jalur.views.web.view import Ask, Missing, View

Json = dict[str, Any]

MOST_EVENTS = 60
"""Events of the page of one round or proposal."""

LAST_ROUNDS = 14
"""Rounds of the small strip of each talks."""


def page(ask: Ask) -> View:
    """The list of all talks, the most lately active first."""
    found = ask.shelf.get("talks", lambda: browsing.processes(ask.connection))
    whole = [p for p in found if isinstance(p, Process)]
    states = sorted({p.state for p in whole})
    state = ask.choice("state")
    shown = [p for p in found if not state or (isinstance(p, Process) and p.state == state)]
    number = ask.number("page")
    turn = turning(number, len(shown))
    some = shown[turn.offset : turn.offset + PAGE]
    context = {
        "processes": some,
        "states": [(s, sum(p.state == s for p in whole)) for s in states],
        "state": state,
        "turn": turn,
        "strip": LAST_ROUNDS,
    }

    def values() -> AllTalks:
        return AllTalks(len(shown), tuple(some))

    def rows() -> list[Json]:
        return [r for p in some if isinstance(p, Process) for r in tables.round_rows(p)]

    return View("talks.html", ask.tongue.t("nav.talks"), context, values, rows)


def events_of(ask: Ask, ids: Iterable[str]) -> list[Event]:
    """Events by id, in order of days; of very many the first."""
    found = asking.some_events(ask.connection, list(ids)[:MOST_EVENTS])
    return sorted(found.values(), key=lambda e: (e.start or e.first, e.id))


def round_page(ask: Ask) -> View:
    """One round: who, when, where, about what, with what outcome, and what tells of it."""
    found = browsing.process_of_round(ask.connection, ask.id)
    if found is None:
        raise Missing("error.no_round", ask.id)
    process, one = found
    events = events_of(ask, one.events)
    dated = sorted(process.rounds, key=lambda r: (r.start or r.first, r.id))
    at = next(k for k, r in enumerate(dated) if r.id == one.id)
    context = {
        "process": process,
        "round": one,
        "events": events,
        "total": len(one.events),
        "told": telling(ask, events),
        "before": dated[at - 1] if at else None,
        "after": dated[at + 1] if at + 1 < len(dated) else None,
        "proposals": [p for p in process.proposals if set(p.events) & set(one.events)],
    }
    number = f" {one.ordinal}" if one.ordinal else ""
    venue = one.venue or ask.tongue.t("event.no_place")
    title = f"{ask.tongue.word('round', one.kind)}{number}, {venue}"
    values = RoundTold(process.id, one, tuple(events))
    rows = [r for r in tables.round_rows(process) if r["round_id"] == one.id]
    return View("round.html", title, context, values, rows)


def proposal_page(ask: Ask) -> View:
    """One proposal: by whom, carried by whom, about what, in what words, with what answers."""
    found = browsing.process_of_proposal(ask.connection, ask.id)
    if found is None:
        raise Missing("error.no_proposal", ask.id)
    process, one = found
    events = events_of(ask, dict.fromkeys([*one.events, *(r.event for r in one.responses)]))
    context = {
        "process": process,
        "proposal": one,
        "events": events,
        "total": len({*one.events, *(r.event for r in one.responses)}),
        "told": telling(ask, events),
    }
    rows = [asdict(r) for r in one.responses]
    return View("proposal.html", ask.tongue.t("proposal.title"), context, one, rows)
