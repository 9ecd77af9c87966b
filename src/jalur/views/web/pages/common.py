"""What several pages need: which talks an event is of, pages of a list, notes to claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from jalur.history import Event, Process
from jalur.record import browsing
from jalur.views.web.asked import DEEPEST
from jalur.views.web.view import Ask

T = TypeVar("T")

PAGE = 40
"""Events of one page: two or three screens."""


def part(
    ask: Ask, name: str, find: Callable[[Connection, int, int], Sequence[T]]
) -> tuple[Sequence[T], bool]:
    """The asked page of a list that is not counted, and whether there are more."""
    offset = (ask.number("page") - 1) * PAGE
    found = ask.shelf.get((name, offset), lambda: find(ask.connection, PAGE + 1, offset))
    return found[:PAGE], len(found) > PAGE


def all_processes(ask: Ask) -> list[Process]:
    """The talks of the record that can be read."""

    def make() -> list[Process]:
        return [p for p in browsing.processes(ask.connection) if isinstance(p, Process)]

    return ask.shelf.get("processes", make)


def processes_of(ask: Ask, events: Sequence[Event]) -> dict[str, Process]:
    """The talks that each event is part of, or whose sides it is between."""
    every = all_processes(ask)
    by_id = {p.id: p for p in every}
    members = browsing.memberships(ask.connection, [e.id for e in events])
    found = {}
    for event in events:
        own = by_id.get(members.get(event.id, "")) or next(
            (p for p in every if is_between(p, event)), None
        )
        if own:
            found[event.id] = own
    return found


def is_between(process: Process, event: Event) -> bool:
    """Whether an event is something that two sides of some talks do or share, in their time."""
    day = event.start or event.first[:10]
    if process.since and process.last and not near(day, process.since, process.last):
        return False
    present = {k for k, side in enumerate(process.sides) if event.codes & set(side)}
    return len(present) > 1


def near(day: str, first: str, last: str) -> bool:
    """Whether a day is within the years of some talks."""
    return first[:4] <= day[:4] <= last[:4]


@dataclass(frozen=True, slots=True)
class Turning:
    """Which page of a list this is, and of how many."""

    page: int
    last: int
    total: int
    offset: int

    @property
    def first_shown(self) -> int:
        """The number of the first line shown."""
        return self.offset + 1

    @property
    def last_shown(self) -> int:
        """The number of the last line shown."""
        return min(self.offset + PAGE, self.total)


def turning(page: int, total: int, each: int = PAGE) -> Turning:
    """The turning of a list."""
    last = max(1, -(-total // each))
    return Turning(page, min(last, DEEPEST), total, (page - 1) * each)


def kept_query(query: Mapping[str, str], names: Sequence[str]) -> dict[str, Any]:
    """The words of an address that a link from this page carries on."""
    return {k: query[k] for k in names if query.get(k)}


FILTERS = (
    *("q", "type", "status", "actor", "recipient", "place", "process", "source", "outlet"),
    "between",
)
DAYS = ("since", "until")
