"""The figures of a set of coded reports against gold.

events          type right, and a participant right (or the same words when gold names nobody)
tuples          an event with exactly the gold actors and recipients (one set for two-sided types)
sourced events  an event that also has the gold status and at least one gold source
status          accuracy over matched events
dates, places   F1 over matched events (exact resolved interval; same place name)
sources, via    F1 over matched events
tolls           kind and number right; "tolls+victims" also the harmed
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jalur.knowledge.lexicon import TWO_SIDED

Json = dict[str, Any]
FIGURES = (
    *("events", "tuples", "sourced events", "status", "dates", "places"),
    *("sources", "via", "tolls", "tolls+victims"),
)


@dataclass
class Tally:
    """Right, gold and predicted counts by figure."""

    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def add(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Count some more."""
        r, g, p = self.counts.get(name, (0, 0, 0))
        self.counts[name] = (r + right, g + gold, p + predicted)

    def figure(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1, each 0 to 1."""
        right, gold, predicted = self.counts.get(name, (0, 0, 0))
        precision = right / predicted if predicted else 0.0
        recall = right / gold if gold else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if right else 0.0


def score(gold: Mapping[str, Json], predicted: Mapping[str, Json]) -> Tally:
    """All figures of predicted coded reports; a report without a prediction counts as empty."""
    tally = Tally()
    for key, report in gold.items():
        add_report(tally, report, predicted.get(key, {"events": [], "tolls": []}))
    return tally


def add_report(tally: Tally, gold: Json, predicted: Json) -> None:
    """Count one report."""
    ge, pe = gold["events"], predicted.get("events", [])
    pairs = pair(ge, pe)
    alike = sum(same_parties(a, b) for a, b in pairs)
    sourced = sum(a["status"] == b["status"] and bool(sources(a) & sources(b)) for a, b in pairs)
    tally.add("events", len(pairs), len(ge), len(pe))
    tally.add("tuples", alike, len(ge), len(pe))
    tally.add("sourced events", sourced, len(ge), len(pe))
    for a, b in pairs:
        tally.add("status", a["status"] == b["status"], 1, 1)
        for name, value in (("dates", days), ("places", place)):
            x, y = value(a), value(b)
            tally.add(name, x == y and x is not None, x is not None, y is not None)
        for name, members in (("sources", sources), ("via", via)):
            s, t = members(a), members(b)
            tally.add(name, len(s & t), len(s), len(t))
    gt, pt = gold.get("tolls", []), predicted.get("tolls", [])
    tally.add("tolls", matched_tolls(gt, pt, victims=False), len(gt), len(pt))
    tally.add("tolls+victims", matched_tolls(gt, pt, victims=True), len(gt), len(pt))


def pair(gold: Sequence[Json], predicted: Sequence[Json]) -> list[tuple[Json, Json]]:
    """One-to-one pairs of events of one type, best agreement first."""
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if (weight := agreement(g, p)) is not None:
                scored.append((weight, i, j))
    used_g: set[int] = set()
    used_p: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def agreement(g: Json, p: Json) -> float | None:
    """How well two events agree, None when they cannot be one."""
    if g["type"] != p["type"]:
        return None
    a, b, near = people(g), people(p), overlap(g, p)
    shared = a & b
    if not (near and (shared or not a)) and not (a and a == b and days(g) in (None, days(p))):
        return None
    return (
        len(shared) / (len(a | b) or 1)
        + near
        + 0.5 * bool(g["status"] == p["status"])
        + 0.5 * (days(g) == days(p))
        + 0.25 * (place(g) == place(p))
    )


def matched_tolls(gold: Sequence[Json], predicted: Sequence[Json], victims: bool) -> int:
    """How many gold counts are met by kind and number, and by victims if asked."""
    left, hits = list(predicted), 0
    for g in gold:
        for p in left:
            if same_toll(g, p) and (not victims or victim(g) == victim(p)):
                left.remove(p)
                hits += 1
                break
    return hits


def same_toll(g: Json, p: Json) -> bool:
    """Whether two counts have the same kind and number."""
    exact = (g.get("low"), g.get("high")) == (p.get("low"), p.get("high"))
    return g["kind"] == p["kind"] and (
        exact or (g.get("low") is not None and g.get("low") == p.get("low"))
    )


def victim(toll: Json) -> str | None:
    """Code of the harmed."""
    code = (toll.get("victims") or {}).get("code")
    return None if code is None else str(code)


def norm(name: str | None) -> str:
    """A name without accents, case, hyphens and words for kinds of place."""
    folded = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    for tail in (" strip", " city", " province", " region"):
        folded = folded.removesuffix(tail)
    return " ".join(folded.replace("-", " ").replace("the ", "").split())


def codes(parties: Sequence[Json] | None) -> set[str]:
    """Codes of participants."""
    return {p["code"] for p in parties or [] if p.get("code")}


def people(event: Json) -> set[str]:
    """Codes of all who take part."""
    return codes(event.get("actors")) | codes(event.get("recipients"))


def overlap(a: Json, b: Json) -> bool:
    """Whether any evidence of both overlaps."""
    return any(
        x["start"] < y["end"] and y["start"] < x["end"]
        for x in a.get("evidence", [])
        for y in b.get("evidence", [])
    )


def days(event: Json) -> tuple[str, str] | None:
    """First and last day."""
    return (event["date"]["start"], event["date"]["end"]) if event.get("date") else None


def place(event: Json) -> str | None:
    """Normalised place name."""
    return norm(event["place"].get("name")) if event.get("place") else None


def sources(event: Json) -> set[str]:
    """Who answers, each by code, else name, else kind."""
    found = set()
    for s in event.get("sources", []):
        if s.get("kind") == "outlet" and not s.get("name") and not s.get("code"):
            found.add("(the report)")
        else:
            found.add(s.get("code") or norm(s.get("name")) or s.get("kind"))
    return found


def via(event: Json) -> set[str]:
    """Outlets through which the report has it."""
    return {norm(v) for s in event.get("sources", []) for v in s.get("via") or []}


def same_parties(g: Json, p: Json) -> bool:
    """Whether both have the same actors and recipients."""
    if g["type"] in TWO_SIDED:
        return people(g) == people(p)
    return codes(g.get("actors")) == codes(p.get("actors")) and codes(g.get("recipients")) == codes(
        p.get("recipients")
    )
