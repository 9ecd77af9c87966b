"""One event: what is said of it, by whom, since when, against whom; and why it is taken as one."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from jalur.history import Count, Event, Judgement
from jalur.model import JalurError
from jalur.record import asking, browsing, tallying
from jalur.views.record import tables
from jalur.views.web.answers import EventTold
from jalur.views.web.pages.common import processes_of
from jalur.views.web.pages.told import MOST, is_against, origins
from jalur.views.web.view import Ask, Missing, View

MOST_COUNTS = 8
"""Numbers named at the head of an event."""


def one_event(ask: Ask, wanted: str) -> Event:
    """An event by its id or by that of any of its claims."""
    try:
        return asking.event(ask.connection, wanted)
    except JalurError as error:
        raise Missing("error.no_event", wanted) from error


def page(ask: Ask) -> View:
    """The page of one event."""
    event = one_event(ask, ask.id)
    told = asking.claims(ask.connection, event)
    counts = asking.counts(ask.connection, event)
    against = [t for t in told if is_against(t, event)]
    held = [t for t in told if not is_against(t, event)]
    series, _ = tallying.series(ask.connection, False, [event.id], 12)
    context = {
        "event": event,
        "process": processes_of(ask, [event]).get(event.id),
        "held": origins(held[:MOST]),
        "against": origins(against[:MOST]),
        "more": max(len(held) - MOST, 0) + max(len(against) - MOST, 0),
        "told": told[: 2 * MOST],
        "counts": alike(counts)[:MOST_COUNTS],
        "series": series,
        "outlets": {t.telling.id: t.telling.outlet for t in told},
        "kin": browsing.kin(ask.connection, event),
        "judgements": judgements(ask, event),
        "leads": {
            **{c.id: f"/report/{c.report}#text" for c in counts},
            **{t.telling.id: f"#c-{t.telling.id}" for t in (*held[:MOST], *against[:MOST])},
        },
    }

    def values() -> EventTold:
        known = {f.name: getattr(event, f.name) for f in fields(event)}
        return EventTold(**known, tellings=tuple(told), counts=tuple(counts))

    def rows() -> list[dict[str, Any]]:
        return [tables.claim_row(t, event.id) for t in told]

    return View("event.html", "", context, values, rows)


def alike(counts: list[Count]) -> list[tuple[Count, int]]:
    """The numbers told with an event, each with how many reports give it in the same words of the
    same source."""
    found: dict[tuple[object, ...], list[Count]] = {}
    for one in counts:
        voice = one.voices[0] if one.voices else None
        who = (voice.code, voice.name) if voice else None
        found.setdefault((one.kind, one.low, one.high, who), []).append(one)
    return [(some[0], len({c.report for c in some})) for some in found.values()]


def judgements(ask: Ask, event: Event) -> list[Judgement]:
    """What persons judged on claims of an event, and stands."""
    members = set(event.claims)
    found = ask.shelf.get("judgements", lambda: asking.judgements(ask.connection))
    return [j for j in found if members & {*j.left, *j.right}]
