"""How conflict actors stand to each other, against re3d: `python -m training.re3d [--data DIR]`.

The set (dstl/re3d, texts of governments and Wikipedia on Syria and Iraq) marks relations between
names. Two comparisons, neither of which has a published figure:

by words    a marked relation is found when one mention of a fitting type has both names among
            those who take part; a mention with two marked names counts as wrong without a relation
by actors   sets of (report, relation, the two codes) of the coded reports, in no order; relations
            of which a side has no code, or both the same, are left out and counted

The set marks few of the relations that its texts tell, so precision is a lower bound.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from jalur import events, language
from jalur.knowledge import actors
from jalur.model import CodedReport, Report, Span
from jalur.pipeline import understand, worth_parsing
from jalur.reports.layout import lay_out

RELATIONS = {
    "fighting against": ("FightingAgainst",),
    "comms with": ("CommWith",),
    "allies of": ("AlliesOf", "Likes"),
}
FITTING = {
    "fighting against": {"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"},
    "comms with": {"CONSULT", "AGREE", "REQUEST"},
    "allies of": {"AID", "COOPERATE", "SUPPORT"},
}
"""Event types that tell a relation; "Likes" is what the set calls support in words."""

KINDS = {"Organisation", "Person", "Nationality", "Location"}
"""Kinds of marked names that can be a side."""

Pair = tuple[str, str, frozenset[Any]]
"""A report, a relation and its two sides, in no order: codes, or the spans of their names."""


@dataclass
class Found:
    """Pairs of one comparison: marked, read, and relations that could not be compared."""

    gold: set[Pair] = field(default_factory=set)
    read: set[Pair] = field(default_factory=set)
    left_out: int = 0

    def counts(self, relation: str) -> tuple[int, int, int]:
        """Right, marked and read pairs of one relation."""
        gold = {p for p in self.gold if p[1] == relation}
        read = {p for p in self.read if p[1] == relation}
        return len(gold & read), len(gold), len(read)

    def figures(self, relation: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of one relation."""
        right, gold, read = self.counts(relation)
        return right / max(read, 1), right / max(gold, 1), 2 * right / max(gold + read, 1)


def measure(data: Path) -> dict[str, Found]:
    """Read every report of the set and compare by words and by actors."""
    words, codes = Found(), Found()
    for folder in sorted(p.parent for p in (data / "en_re3d").glob("*/documents.json")):
        marked = list(rows(folder / "relations.json"))
        names = [r for r in rows(folder / "entities.json") if r["type"] in KINDS]
        for row in rows(folder / "documents.json"):
            key, text = row["_id"], row["text"]
            report = Report(key, text, "en", body=lay_out(text, False, None).body)
            mine = [r for r in marked if r["documentId"] == key]
            here = [span_of(r, "") for r in names if r["documentId"] == key]
            by_words(words, report, mine, here)
            by_actors(codes, report, mine)
    return {"by words": words, "by actors": codes}


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def span_of(row: dict[str, Any], side: str) -> Span:
    """The characters of a marked name, or of a relation's `source` or `target`."""
    begin, end = (f"{side}Begin", f"{side}End") if side else ("begin", "end")
    return Span(row[begin], row[end])


def relation_of(row: dict[str, Any]) -> str | None:
    """Our name of a marked relation, None for one that is not compared."""
    return next((name for name, types in RELATIONS.items() if row["type"] in types), None)


def told_by(type_: str) -> str | None:
    """The relation that an event of some type tells."""
    return next((name for name, types in FITTING.items() if type_ in types), None)


def by_words(found: Found, report: Report, marked: list[dict[str, Any]], names: list[Span]) -> None:
    """Compare one report's mentions with its marked relations, name by name."""
    for row in marked:
        if relation := relation_of(row):
            sides = frozenset({span_of(row, "source"), span_of(row, "target")})
            found.gold.add((report.id, relation, sides))
    doc = language.parse(report, partial(worth_parsing, "en"))
    for mention in events.find(doc):
        relation = told_by(mention.type)
        if relation is None or mention.status == "denied":
            continue
        heads = [doc.span(a.head, a.head) for a in mention.arguments if a.role in SIDES]
        taking_part = {n for n in names if any(n.overlaps(h) for h in heads)}
        for a, b in combinations(sorted(taking_part), 2):
            if not a.overlaps(b):
                found.read.add((report.id, relation, frozenset({a, b})))


SIDES = {"actor", "recipient", "victim", "host", "mediator"}


def by_actors(found: Found, report: Report, marked: list[dict[str, Any]]) -> None:
    """Compare one coded report with its marked relations, code by code."""
    doc = language.split(report)
    hits = [(doc.span(h.first, h.last), h.actor.code) for h in actors.find(doc.words, "en")]
    for row in marked:
        if relation := relation_of(row):
            sides = {code_in(hits, span_of(row, side)) for side in ("source", "target")}
            if None in sides or len(sides) < 2:
                found.left_out += 1
            else:
                found.gold.add((report.id, relation, frozenset(sides)))
    found.read |= read_pairs(understand(report))


def code_in(hits: Sequence[tuple[Span, str]], span: Span) -> str | None:
    """The code of the first actor named in a span."""
    return next((code for where, code in hits if where.overlaps(span)), None)


def read_pairs(coded: CodedReport) -> set[Pair]:
    """The relations that the events of a coded report tell; denied events tell none."""
    found: set[Pair] = set()
    for event in coded.events:
        relation = told_by(event.type)
        if relation is None or event.status == "denied":
            continue
        doers = {p.code for p in event.actors}
        others = {p.code for p in event.recipients} or doers
        pairs = {frozenset({a, b}) for a in doers for b in others if a != b}
        found |= {(coded.report.id, relation, pair) for pair in pairs}
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    given = options.parse_args()
    if not (given.data / "en_re3d").is_dir():
        raise SystemExit(f"re3d: {given.data}/en_re3d is not here; name its folder with --data")
    for name, found in measure(given.data).items():
        print(f"{name}, {found.left_out} relations left out")
        for relation in RELATIONS:
            p, r, f = found.figures(relation)
            right, gold, read = found.counts(relation)
            counts = f"{right} of {gold} marked, {read} read"
            print(f"  {relation:18} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({counts})")


if __name__ == "__main__":
    main()
