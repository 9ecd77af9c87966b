"""JSON Lines: the whole record, canonical.

One object a line with its `kind`; keys are sorted, parts stand in a fixed order, and the moments
and file names of adding are left out, so that two records of the same reports give the same bytes
whatever order they came in. `rebuild` is checked with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from jalur.record import taking
from jalur.record.packing import pack
from jalur.views.export.source import Source

VERSION = 1
"""Of this format; a reader refuses a higher one."""


def write(source: Source, path: Path) -> None:
    """Write every line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for kind, value in lines(source):
            file.write(f'{{"kind":"{kind}",{pack(value)[1:]}\n')


def lines(source: Source) -> Iterator[tuple[str, dict[str, Any]]]:
    """The record: its reports, what persons judged, and everything derived."""
    yield "record", {"program": "jalur", "version": VERSION}
    yield from reports(source)
    for judgement in source.judgements():
        yield "judgement", {"judgement": judgement}
    for whole in source.events():
        yield "event", {"event": whole.event}
        for told in whole.told:
            about = {"event": whole.event.id, "origin": told.origin}
            yield "claim", {"claim": told.telling, **about}
    for process in source.processes():
        yield "process", {"process": process}
    for series in source.series():
        yield "series", {"series": series}
    for row in source.passing(taking.copies(source.connection)):
        reports_ = [row.left_report, row.right_report]
        yield "copy", {"reports": reports_, "how": row.kind, "share": row.share}
    for row in source.passing(taking.pairs(source.connection)):
        claims = [row.left_claim, row.right_claim]
        yield "same", {"claims": claims, "score": row.score, "why": row.why}


def reports(source: Source) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every report with its text and its coding."""
    for row in source.passing(taking.codings(source.connection)):
        own = {"text": row.text, "sha256": row.sha256, "told": row.told, "version": row.version}
        yield "report", {"id": row.id, **own, "coded": msgspec.Raw(row.json.encode())}
