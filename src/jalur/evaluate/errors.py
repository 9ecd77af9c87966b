"""Every miss and invention of a set of coded reports, grouped by cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from jalur.evaluate.score import codes, days, overlap, pair, people, place, same_parties, sources

Json = dict[str, Any]


def errors_of(gold: Mapping[str, Json], predicted: Mapping[str, Json]) -> Iterator[str]:
    """Lines: each cause with its count, then its cases."""
    causes: dict[str, list[str]] = defaultdict(list)
    for key, report in gold.items():
        found = predicted.get(key, {"events": [], "tolls": []})
        for cause, case in report_errors(report, found):
            causes[cause].append(f"{key}: {case}")
    for cause in sorted(causes, key=lambda c: -len(causes[c])):
        yield f"\n# {cause}: {len(causes[cause])}"
        yield from causes[cause]


def report_errors(gold: Json, predicted: Json) -> Iterator[tuple[str, str]]:
    """Cause and case of each error in one report."""
    text = gold["report"].get("text", "")
    ge, pe = gold["events"], predicted.get("events", [])
    pairs = pair(ge, pe)
    for g in ge:
        if not any(g is a for a, _ in pairs):
            yield miss_cause(g, pe), line(g, text)
    for p in pe:
        if not any(p is b for _, b in pairs):
            yield invention_cause(p, ge), line(p, text)
    for a, b in pairs:
        yield from differences(a, b, text)


def miss_cause(event: Json, predicted: list[Json]) -> str:
    """Why a gold event was missed."""
    near = [p for p in predicted if overlap(event, p)]
    if not near:
        return "missed: nothing found in its sentences"
    same = [p for p in near if p["type"] == event["type"]]
    if same:
        return "missed: type found, participants wrong"
    return "missed: only other types found in its sentences"


def invention_cause(event: Json, gold: list[Json]) -> str:
    """Why an event was invented."""
    near = [g for g in gold if overlap(event, g)]
    if not near:
        return "invented: nothing coded in its sentences"
    same = any(g["type"] == event["type"] for g in near)
    return "invented: twice or other participants" if same else "invented: another type coded"


def differences(gold: Json, found: Json, text: str) -> Iterator[tuple[str, str]]:
    """What is wrong in a matched event."""
    if not same_parties(gold, found):
        yield (
            "participants",
            f"{sorted(people(gold))} got {sorted(people(found))} {line(gold, text)}",
        )
    if gold["status"] != found["status"]:
        yield "status", f"{gold['status']} got {found['status']} {line(gold, text)}"
    if not sources(gold) & sources(found):
        yield "source", f"{sorted(sources(gold))} got {sorted(sources(found))} {line(gold, text)}"
    for name, value in (("date", days), ("place", place)):
        if value(gold) != value(found):
            yield name, f"{value(gold)} got {value(found)} {line(gold, text)}"


def line(event: Json, text: str) -> str:
    """An event in one line with its first words."""
    actors = ",".join(sorted(codes(event.get("actors"))))
    others = ",".join(sorted(codes(event.get("recipients"))))
    first = (event.get("evidence") or [{"start": 0, "end": 0}])[0]
    told = event.get("trigger") or first
    words = text[told["start"] : told["end"]]
    sentence = " ".join(text[first["start"] : first["end"]].split())[:160]
    return f"{event['type']} {actors}→{others} «{words}» {sentence}"
