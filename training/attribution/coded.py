"""The coded reports: does what answers for an event's trigger give its kind, words and via?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from jalur.doc import Doc
from jalur.knowledge.media import find_outlet
from jalur.model import Attribution, Report, Span
from jalur.reports.layout import lay_out
from jalur.sources import answering, attribute
from training.attribution.score import read

Json = dict[str, Any]


def measure(folder: Path, show: int = 0) -> None:
    """Print the counts of each language, and the first `show` events that are wrong."""
    tally: dict[str, Counter[str]] = {"id": Counter(), "en": Counter()}
    for path in sorted(folder.glob("*.json")):
        coded = json.loads(path.read_text(encoding="utf-8"))
        doc = read(report_of(coded["report"]))
        found = attribute(doc)
        for event in coded["events"]:
            ours = answering(found, doc, trigger(event))
            if not compare(tally[doc.language], ours, event) and show > 0:
                show -= 1
                tell(doc, ours, event)
    for code, counts in tally.items():
        summarise(code, counts)


def report_of(facts: Json) -> Report:
    """A coded report's text, laid out anew."""
    code, text = facts["language"], facts["text"]
    body = lay_out(text, code == "id", None).body
    return Report(facts["id"], text, code, outlet=facts["outlet"], body=body)


def trigger(event: Json) -> Span:
    """The trigger of a coded event, else its first evidence."""
    spot = event.get("trigger") or event["evidence"][0]
    return Span(spot["start"], spot["end"])


def compare(counts: Counter[str], ours: tuple[Attribution, ...], event: Json) -> bool:
    """Count one event; whether it is right. One whose trigger is its source's cue is left out."""
    sources = event["sources"]
    if any(trigger(event).overlaps(cue) for cue in cues_of(sources)):
        counts["verbal"] += 1
        return True
    if all(s["kind"] == "outlet" and s["name"] is None for s in sources):
        counts["self of"] += 1
        counts["self"] += not ours
        counts["over"] += bool(ours)
        return not ours
    return compare_named(counts, ours, [s for s in sources if s["name"] or s["kind"] != "outlet"])


def compare_named(counts: Counter[str], ours: tuple[Attribution, ...], named: list[Json]) -> bool:
    """Count an event that somebody other than the report itself tells; whether it is right."""
    right = any(a.kind == s["kind"] for a in ours for s in named)
    counts["kind of"] += 1
    counts["kind"] += right
    counts["under"] += not ours
    if cues := cues_of(named):
        counts["cue of"] += 1
        counts["cue"] += any(a.cue and a.cue.overlaps(c) for a in ours for c in cues)
    via = {canonical(v) for s in named for v in s["via"]}
    mine = {canonical(v) for a in ours for v in a.via}
    if via or mine:
        counts["via of"] += 1
        counts["via"] += via == mine
    return right and via == mine


def cues_of(sources: list[Json]) -> list[Span]:
    """The cues of coded sources."""
    return [Span(s["cue"]["start"], s["cue"]["end"]) for s in sources if s.get("cue")]


def canonical(name: str) -> str:
    """An outlet's own name, for whatever spelling."""
    known = find_outlet(name)
    return known.name if known else name.lower()


def tell(doc: Doc, ours: tuple[Attribution, ...], event: Json) -> None:
    """Print an event with the words around its trigger, its coded sources and ours."""
    at, text = trigger(event), doc.text
    around = text[max(0, at.start - 150) : at.end + 100]
    print("\n", doc.report.id, event["type"], repr(around))
    print("   trigger:", at.cut(text))
    print("   gold:", [(s["kind"], s["name"], s["via"]) for s in event["sources"]])
    shown = [(a.kind, a.who and a.who.cut(text), a.cue and a.cue.cut(text), a.via) for a in ours]
    print("   ours:", shown)


def summarise(code: str, counts: Counter[str]) -> None:
    """Print the shares of one language."""
    shares = {}
    for name in ("self", "kind", "cue", "via"):
        there = counts[f"{name} of"]
        shares[name] = f"{counts[name]}/{there} {counts[name] / max(there, 1):.3f}"
    print(code, shares)
    print("  named where gold has the report itself:", counts["over"], end=" ")
    print(" itself where gold has a source:", counts["under"])
