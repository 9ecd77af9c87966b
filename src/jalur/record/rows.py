"""The rows of one coded report in every table that holds one report's own data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jalur import linking
from jalur.history import Count, Telling
from jalur.knowledge.terms import terms
from jalur.record.packing import pack

Json = dict[str, Any]
Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """Rows by table, of one or of many reports."""

    reports: list[Row] = field(default_factory=list)
    coded: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    tolls: list[Row] = field(default_factory=list)
    blocks: list[Row] = field(default_factory=list)
    bands: list[Row] = field(default_factory=list)
    searchable: list[Row] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)


def primary(coded: Json, name: str | None, version: str, now: str) -> Rows:
    """The rows that are never derived again: the report as read and as coded."""
    head = coded["report"]
    rows = Rows()
    rows.reports.append(
        {
            **{k: head[k] for k in ("id", "language", "outlet", "published", "title", "byline")},
            **{k: head[k] for k in ("dateline", "url")},
            "text": head["text"],
            "name": name,
            "told": linking.moment(head),
            "sha256": hashlib.sha256(head["text"].encode()).hexdigest(),
            "added": now,
        }
    )
    kept = {**coded, "report": {k: v for k, v in head.items() if k != "text"}}
    rows.coded.append({"report": head["id"], "version": version, "json": pack(kept)})
    return rows


def derived(coded: Json, rows: Rows) -> None:
    """Adds the rows that follow from a coded report alone."""
    head = coded["report"]
    told = linking.tellings(coded)
    rows.tellings.extend(told)
    for event, telling in zip(coded["events"], told, strict=True):
        of_claim(event, telling, rows)
    belonging = linking.belonging(coded)
    for count in linking.counts(coded):
        of_toll(count, belonging.get(count.id), linking.moment(head), rows)
    found = linking.copies.bands(head["text"])
    rows.bands.extend({"band": b, "report": head["id"]} for b in found)
    words = terms(" ".join(filter(None, (head["title"], head["text"]))), head["language"])
    rows.searchable.append({"report": head["id"], "terms": " ".join(words)})


def of_claim(event: Json, telling: Telling, rows: Rows) -> None:
    """The rows of one event of a report."""
    first = event["evidence"][0]
    rows.claims.append(
        {
            "id": telling.id,
            "report": telling.report,
            "type": telling.type,
            "mode": telling.mode,
            "status": telling.status,
            "start_day": telling.start,
            "end_day": telling.end,
            "place": telling.place,
            "country": telling.country,
            "issues": " ".join(telling.issues),
            "format": telling.format,
            "trigger_words": telling.trigger,
            "quote": telling.quote,
            "char_start": first["start"],
            "char_end": first["end"],
            "telling": pack(telling),
        }
    )
    sides = [("actor", p) for p in telling.actors] + [("recipient", p) for p in telling.recipients]
    rows.participants.extend(
        {
            "claim": telling.id,
            "position": k,
            "side": side,
            **{n: getattr(p, n) for n in ("code", "name", "sector", "role")},
        }
        for k, (side, p) in enumerate(sides)
    )
    rows.sources.extend(
        {
            "claim": telling.id,
            "position": k,
            "kind": v.kind,
            "code": v.code,
            "name": v.name,
            "via": " > ".join(v.via),
            "stance": v.stance,
        }
        for k, v in enumerate(telling.voices)
    )
    rows.blocks.extend({"key": key, "claim": telling.id} for key in unique(linking.keys(telling)))


def of_toll(count: Count, claim: str | None, told: str, rows: Rows) -> None:
    """The row of one count of people harmed."""
    rows.tolls.append(
        {
            **{n: getattr(count, n) for n in ("id", "report", "kind", "low", "high", "victims")},
            **{n: getattr(count, n) for n in ("place", "country", "since", "as_of", "quote")},
            "doer": count.by,
            "claim": claim,
            "json": pack(count),
            "total": None if claim else linking.tolls.total(count, told),
        }
    )


def unique(keys: Iterable[str]) -> list[str]:
    """Each key once."""
    return list(dict.fromkeys(keys))
