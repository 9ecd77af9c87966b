"""What each page answers as JSON, as types: the description of the interface is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jalur.history import Count, Event, Position, Process, Round, Series
from jalur.record.asking import Size, Told
from jalur.record.browsing import Kept, Listed, Unreadable
from jalur.record.tallying import Doer

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: new, confirmed, revised or denied; `process` is the id of the talks it is of."""

    change: str
    detail: str
    process: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a moment, and how much the record holds."""

    since: str | None
    record: Size
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class AllTalks:
    """A page of talks, `total` in all."""

    total: int
    talks: tuple[Process | Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Some days of some talks."""

    process: str
    since: str
    until: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class RoundTold:
    """A round with the events that it is read from."""

    process: str
    round: Round
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class EventTold(Event):
    """An event with every claim for and against it, and the numbers told with it."""

    tellings: tuple[Told, ...] = ()
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRead(Kept):
    """A report with its coding; `events_of_the_record` leads from its claims to their events."""

    events_of_the_record: dict[str, str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A page of series of numbers of people harmed, `total` in all."""

    total: int
    series: tuple[Series | Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Named(Doer):
    """Somebody who takes part, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sides:
    """How many events somebody does, and bears."""

    acts: int
    bears: int


@dataclass(frozen=True, slots=True)
class Spokesman:
    """Somebody who speaks for an actor, in how many claims."""

    name: str
    kind: str
    claims: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor: events by type, with whom, who speaks for it, its positions and talks."""

    code: str
    name: str
    events: dict[str, Sides]
    others: dict[str, int]
    voices: tuple[Spokesman, ...]
    positions: tuple[Position, ...]
    talks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found(Listed):
    """Events that were searched for, counted by type, status, state and year; `reports` have the
    words, however many of them were looked through."""

    facets: dict[str, dict[str, int]]
    reports: int


@dataclass(frozen=True, slots=True)
class Form:
    """Where a form is sent to and which fields it has."""

    post: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """What went wrong, in words."""

    error: str
