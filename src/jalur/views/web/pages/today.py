"""Today: what changed since a chosen moment, by the talks that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jalur.history import Process
from jalur.record import asking, browsing, tallying
from jalur.record.asking import News
from jalur.views.record import tables
from jalur.views.web.answers import Changed, Changes
from jalur.views.web.pages.common import processes_of
from jalur.views.web.view import Ask, View

MOST = 120
"""Changes of one page, the latest first."""

SPANS = (1, 3, 7, 31, 366)
"""Days back from the record's last day that the page offers."""

USUAL = 7
KINDS = ("new", "confirmed", "revised", "denied")


@dataclass(slots=True)
class Group:
    """The changes of one process, or of no process."""

    process: Process | None
    news: dict[str, list[News]] = field(default_factory=lambda: {k: [] for k in KINDS})

    @property
    def number(self) -> int:
        """How many changes these are."""
        return sum(map(len, self.news.values()))


def page(ask: Ask) -> View:
    """The changes since a moment: the one asked for, else a week before the last report."""
    first, last = ask.shelf.get("ends", lambda: browsing.ends(ask.connection))
    since = ask.day("since") or back(last, USUAL)
    found = tallying.news(ask.connection, since, MOST) if since else []
    groups = grouped(ask, found)
    size = ask.shelf.get("size", lambda: asking.size(ask.connection))
    context = {
        "since": since,
        "first": first,
        "last": last,
        "groups": groups,
        "number": len(found),
        "full": len(found) >= MOST,
        "counts": {kind: sum(n.what == kind for n in found) for kind in KINDS},
        "size": size,
        "spans": [(days, back(last, days)) for days in SPANS] if last else [],
    }

    def values() -> Changes:
        changes = (Changed(n.what, n.detail, p, n.event) for n, p in with_process(groups))
        return Changes(since, size, tuple(changes))

    def rows() -> list[dict[str, Any]]:
        return [{"process_id": p, **tables.news_row(n)} for n, p in with_process(groups)]

    return View("today.html", ask.tongue.t("nav.today"), context, values, rows)


def with_process(groups: list[Group]) -> list[tuple[News, str | None]]:
    """Every change with the id of its talks."""
    return [
        (n, g.process.id if g.process else None)
        for g in groups
        for some in g.news.values()
        for n in some
    ]


def back(last: str | None, days: int) -> str | None:
    """The day some days before the last report."""
    if not last:
        return None
    try:
        return (date.fromisoformat(last[:10]) - timedelta(days=days - 1)).isoformat()
    except (ValueError, OverflowError):
        return last[:10]


def grouped(ask: Ask, found: list[News]) -> list[Group]:
    """Changes by process, that with most first; those of no process last."""
    of = processes_of(ask, [n.event for n in found])
    groups: dict[str, Group] = {}
    for one in found:
        process = of.get(one.event.id)
        group = groups.setdefault(process.id if process else "", Group(process))
        group.news[one.what].append(one)
    return sorted(groups.values(), key=lambda g: (g.process is None, -g.number))
