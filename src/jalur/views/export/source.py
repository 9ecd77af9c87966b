"""What every format writes from: the parts of a record, passing by one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from jalur.history import Judgement, Process, Series
from jalur.record import asking, taking
from jalur.record.asking import Speaker
from jalur.record.taking import Head, Whole

T = TypeVar("T")

ALL = 2**31 - 1
"""More sources than any record has."""


@dataclass(frozen=True, slots=True)
class Source:
    """A record to take away; `seen` is told of everything that passes."""

    connection: Connection
    seen: Callable[[], None] = lambda: None

    def passing(self, things: Iterable[T]) -> Iterator[T]:
        """Things, each counted."""
        for thing in things:
            yield thing
            self.seen()

    def events(self) -> Iterator[Whole]:
        """The events by id, each with its claims."""
        return self.passing(taking.events(self.connection))

    def reports(self) -> Iterator[Head]:
        """The reports by id, without texts."""
        return self.passing(taking.heads(self.connection))

    def processes(self) -> Iterator[Process]:
        """The talks by id."""
        return self.passing(taking.processes(self.connection))

    def series(self) -> Iterator[Series]:
        """The series of numbers by id."""
        return self.passing(taking.series(self.connection))

    def speakers(self) -> Iterator[Speaker]:
        """The sources by name and kind."""
        found = asking.speakers(self.connection, ALL)
        in_order = sorted(found, key=lambda s: (s.code or "", s.name or "", s.kind))
        return self.passing(in_order)

    def judgements(self) -> list[Judgement]:
        """The judgements of persons that stand, the oldest first."""
        return asking.judgements(self.connection)

    def texts(self, reports: Sequence[str]) -> dict[str, str]:
        """The texts of some reports."""
        return taking.texts(self.connection, reports)
