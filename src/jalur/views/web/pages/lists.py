"""Lists of events: the timeline, and what is disputed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from jalur.history import Event, Process
from jalur.record import browsing, tallying
from jalur.record.asking import Wanted
from jalur.record.browsing import Listed, Unreadable
from jalur.views.record import tables
from jalur.views.record.options import STATUSES, TYPES
from jalur.views.web.drawing.months import Bar, months
from jalur.views.web.pages.common import (
    DAYS,
    FILTERS,
    PAGE,
    all_processes,
    kept_query,
    turning,
)
from jalur.views.web.view import Ask, Missing, View


def timeline(ask: Ask) -> View:
    """Events day by day, the latest first, with a histogram of months to jump by."""
    wanted = ask.wanted()
    between = sides_of(ask)
    counted: dict[str, int] = {}
    total = None
    if between is None:
        key = ("months", no_days(wanted))
        counted = ask.shelf.get(key, lambda: browsing.months(ask.connection, no_days(wanted)))
        total = sum(counted.values()) if wanted == no_days(wanted) else None
    found, context = listed(ask, wanted, total)
    context["days"] = [(day, list(some)) for day, some in groupby(found.events, day_of)]
    context["bars"] = months(counted)
    context["within"] = partial(within, wanted)
    title = ask.tongue.t("nav.timeline")
    return View("timeline.html", title, context, found, partial(table, found))


def disputes(ask: Ask) -> View:
    """Events on which accounts exclude one another, the accounts side by side."""
    wanted = ask.wanted(disputed=True)
    found, context = listed(ask, wanted)
    title = ask.tongue.t("nav.disputes")

    def rows() -> list[dict[str, Any]]:
        return [r for e in found.whole for d in e.disputes for r in tables.dispute_rows(d)]

    return View("disputes.html", title, context, found, rows)


def listed(ask: Ask, wanted: Wanted, total: int | None = None) -> tuple[Listed, dict[str, Any]]:
    """A page of the wanted events, and what the frame of a list needs."""
    number = ask.number("page")
    between = sides_of(ask)
    more = [tallying.opposed(between)] if between else []

    def look() -> Listed:
        return browsing.events(ask.connection, wanted, PAGE, (number - 1) * PAGE, more, total)

    found = ask.shelf.get(("list", wanted, number), look) if wanted.text else look()
    context = {
        "found": found,
        "between": between,
        "turn": turning(number, found.total),
        "filters": kept_query(ask.query, (*FILTERS, *DAYS)),
        "types": TYPES,
        "statuses": STATUSES,
    }
    return found, context


def sides_of(ask: Ask) -> Process | None:
    """The talks between whose sides the listed events must be, if any are asked for."""
    wanted = ask.text("between")
    if not wanted:
        return None
    found = next((p for p in all_processes(ask) if p.id == wanted), None)
    if found is None:
        raise Missing("error.no_talks", wanted)
    return found


def no_days(wanted: Wanted) -> Wanted:
    """The same wish for all days: the histogram shows where one could go."""
    return replace(wanted, since=None, until=None)


def day_of(event: Event | Unreadable) -> str:
    """The day under which an event is listed; "?" and the day of telling if it has none."""
    if isinstance(event, Unreadable):
        return ""
    return event.start or f"?{event.first[:10]}"


def within(wanted: Wanted, bar: Bar) -> bool:
    """Whether the days asked for have a month in them; no month is, if no days are asked for."""
    since, until = wanted.since or "", wanted.until or "9999"
    asked = bool(wanted.since or wanted.until)
    return asked and since <= bar.since.isoformat() and bar.until.isoformat() <= until


def table(found: Listed) -> list[dict[str, Any]]:
    """A list as a table."""
    return [tables.event_row(e) for e in found.whole]
