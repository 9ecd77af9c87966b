"""Counts of people harmed that one report gives several times fold into one."""

from __future__ import annotations

from dataclasses import replace

from jalur.coding.evidence import merge_evidence, merge_sources
from jalur.model import TollClaim


def fold_tolls(tolls: tuple[TollClaim, ...]) -> tuple[TollClaim, ...]:
    """The distinct counts of one report: same kind and same number is one count."""
    found: dict[tuple[str, int | None, int | None], TollClaim] = {}
    for toll in tolls:
        key = (toll.kind, toll.quantity.low, toll.quantity.high)
        known = found.get(key)
        if known is None:
            found[key] = toll
            continue
        found[key] = replace(
            known,
            victims=known.victims or toll.victims,
            by=known.by or toll.by,
            where=known.where or toll.where,
            since=known.since or toll.since,
            sources=merge_sources(known.sources, toll.sources),
            evidence=merge_evidence(known.evidence, toll.evidence),
        )
    return tuple(found.values())
