"""Actors: everybody who takes part, and a page on each: acts, positions, offices, voices."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from jalur.history import Position, Process
from jalur.record import browsing, tallying
from jalur.record.asking import Wanted
from jalur.views.record import tables
from jalur.views.web.answers import Actor, Named, Sides, Spokesman
from jalur.views.web.names import name_of, names, offices
from jalur.views.web.pages.common import all_processes, part
from jalur.views.web.view import Ask, Missing, View

SHOWN = 15
"""Events of an actor's page; the timeline has the others."""

MOST = 24


def page(ask: Ask) -> View:
    """A page of actors, those in most events first."""
    number = ask.number("page")
    some, more = part(ask, "doers", tallying.doers)
    context = {
        "doers": some,
        "number": number,
        "more": more,
        "most": max((d.acts + d.bears for d in some), default=1),
    }
    named = [Named(d.code, d.acts, d.bears, name_of(d.code, ask.tongue.place)) for d in some]
    rows = [asdict(n) for n in named]
    return View("actors.html", ask.tongue.t("nav.actors"), context, named, rows)


def actor(ask: Ask) -> View:
    """The page of one actor."""
    code = ask.id.upper()
    key = ("actor", code)
    doings, others, voices = ask.shelf.get(
        key,
        lambda: (
            tallying.doings(ask.connection, code),
            tallying.opposite(ask.connection, code, MOST),
            tallying.answers(ask.connection, code, MOST),
        ),
    )
    if code not in names() and not doings:
        raise Missing("error.no_actor", ask.id)
    acts, bears = (
        browsing.events(ask.connection, wanted, SHOWN, total=sum(n[side] for n in doings.values()))
        for side, wanted in enumerate((Wanted(actor=code), Wanted(recipient=code)))
    )
    own = [p for p in all_processes(ask) if any(code in side for side in p.sides)]
    context: dict[str, Any] = {
        "code": code,
        "acts": acts,
        "bears": bears,
        "doings": sorted(doings.items(), key=lambda d: (-sum(d[1]), d[0])),
        "others": others,
        "voices": voices,
        "own": own,
        "mediates": [p for p in all_processes(ask) if code in p.mediators],
        "positions": positions(own, code),
        "offices": offices().get(code, ())[:MOST],
    }
    values = Actor(
        code,
        name_of(code, ask.tongue.place),
        {type_: Sides(*numbers) for type_, numbers in doings.items()},
        dict(others),
        tuple(Spokesman(*one) for one in voices),
        tuple(p for _, p in context["positions"]),
        tuple(p.id for p in own),
    )
    rows = [tables.event_row(e) for e in (*acts.whole, *bears.whole)]
    return View("actor.html", name_of(code, ask.tongue.place), context, values, rows)


def positions(own: list[Process], code: str) -> list[tuple[Process, Position]]:
    """The positions that somebody holds in talks, the latest first."""
    found = [(p, one) for p in own for one in p.positions if one.party == code]
    return sorted(found, key=lambda f: f[1].since or "", reverse=True)[:MOST]
