"""Records to take away in tests: of some of the stories, and of hostile reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from training.stories import FOLDER, read

from jalur.history import Event, Process
from jalur.record import Record, asking, open_record
from jalur.record.asking import Told
from jalur.views.export import export

STORIES = ("06-mind*", "08-papua*", "14-afgh*", "16-drc*", "19-kash*", "21-mali*")
"""Rounds planned, postponed, held and called off; a ceasefire; disputed numbers; two languages."""

TYPES = ("ASSAULT", "AID", "REJECT", "PROTEST", "MOBILIZE", "COERCE")
LONG = "a cell of many characters " * 1_300
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1")
HOSTILE = (
    '<script>alert("x")</script>\u202e\u200b\x01\x08\x1b[31m\u2028 "quoted", \'single\'\n'
    "END:VEVENT\nER  - \nTY  - NEWS\r\n]]>&amp;<b>\ttabbed; a\\b, " + LONG
)

Json = dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """A record and what it holds, to compare exports with."""

    record: Record
    events: tuple[Event, ...]
    processes: tuple[Process, ...]
    told: dict[str, Told]

    def export(self, format_: str, out: Path) -> Path:
        with self.record.look() as connection:
            export(connection, format_, out)
        return out


@cache
def coded() -> tuple[tuple[Json, str], ...]:
    """The reports of the stories as coded, each with its name."""
    paths = [p for name in STORIES for p in FOLDER.glob(f"{name}.yaml")]
    raw = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in paths]
    return tuple((read(r), r["id"]) for story in raw for r in story["reports"])


def hostile(number: int) -> Json:
    """A report of which every text is hostile: it begins as a formula and goes on as worse."""
    words = f"{FORMULAS[number]} {HOSTILE}"
    one = deepcopy(next(c for c, _ in coded() if c["events"]))
    event = one["events"][0]
    whole = {"start": 0, "end": len(words)}
    source = {"kind": "named", "code": None, "via": [words], "stance": "asserts", "who": None}
    place = {"name": words, "country": "BRA", "latitude": -33.5, "longitude": -70.25}
    event |= {
        "id": f"{number:016x}",
        "evidence": [whole],
        "sources": [{**source, "name": words, "cue": None, "quoted": None, "reason": ""}],
        "place": {**place, "grain": "city", "span": None, "reason": ""},
        "trigger": {**whole, "text": words},
        "actors": [{"code": "BRA", "name": words, "role": None, "sector": "GOV", "span": whole}],
        "recipients": [],
    }
    day = f"2020-0{number + 1}-01"
    event |= {"type": TYPES[number], "mode": None, "status": "happened"}
    event |= {"date": {"start": day, "end": day, "span": None, "reason": ""}}
    one["report"] |= {
        **dict.fromkeys(("title", "byline", "dateline", "outlet"), words),
        "id": f"rhostile{number}",
        "text": words,
        "url": "javascript:alert(1)",
        "furniture": [],
    }
    return {**one, "events": [event], "tolls": []}


@contextmanager
def recorded(folder: Path, reports: Iterable[tuple[Json, str]]) -> Iterator[Taken]:
    """A record of some reports."""
    record = open_record(str(folder / "r.jalur"))
    try:
        record.add(list(reports), "test")
        with record.look() as connection:
            events = tuple(asking.all_events(connection))
            told = {t.telling.id: t for e in events for t in asking.claims(connection, e)}
            yield Taken(record, events, tuple(asking.all_processes(connection)), told)
    finally:
        record.close()
