"""The tables of the exports csv and parquet: their columns from data, their rows from a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import load_yaml
from jalur.views.export import event_rows, other_rows, talk_rows
from jalur.views.export.source import Source

Flat = dict[str, Any]
KINDS = ("text", "date", "moment", "integer", "number", "boolean")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its cells, and what they mean."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, its columns, and how one thing of the record makes rows."""

    name: str
    row: str
    over: str
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[Flat]]


ROWS: dict[str, Callable[[Any], Iterable[Flat]]] = {
    "events": event_rows.events,
    "participants": event_rows.participants,
    "claims": event_rows.claims,
    "attributions": event_rows.attributions,
    "disputes": event_rows.disputes,
    "reports": other_rows.reports,
    "sources": other_rows.sources,
    "processes": talk_rows.processes,
    "rounds": talk_rows.rounds,
    "proposals": talk_rows.proposals,
    "responses": talk_rows.responses,
    "positions": talk_rows.positions,
    "agreements": talk_rows.agreements,
    "violations": talk_rows.violations,
    "tolls": other_rows.tolls,
}


@cache
def tables() -> tuple[Table, ...]:
    """Every table, as data/exports/tables.yaml describes it."""
    found = load_yaml("exports/tables.yaml")
    return tuple(
        Table(
            name,
            entry["row"],
            entry["over"],
            tuple(Column(c, kind, words) for c, (kind, words) in entry["columns"].items()),
            ROWS[name],
        )
        for name, entry in found.items()
    )


def rows(source: Source) -> Iterator[tuple[Table, Flat]]:
    """Every row of every table; the record passes by once."""
    things: dict[str, Callable[[], Iterable[object]]] = {
        "events": source.events,
        "reports": source.reports,
        "speakers": source.speakers,
        "processes": source.processes,
        "series": source.series,
    }
    for over, walk in things.items():
        mine = [t for t in tables() if t.over == over]
        for thing in walk():
            for table in mine:
                for row in table.rows(thing):
                    yield table, row
