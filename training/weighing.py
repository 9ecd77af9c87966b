"""Trains the table that tells events from words that only look like them.

`python -m training.weighing` reads every coded report (`training.coded`), asks for each
mention whether gold has an event of its type there, and fits a logistic regression over the
features of `jalur.grounding.weighing`. The threshold is that of the best events and sourced events
F1 together in five-fold cross-validation over reports. Reports of sport,
entertainment and technology, in which next to nothing is an event, are learnt from as well.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jalur import coding, language
from jalur.evaluate import Tally, score
from jalur.grounding import choosing as choosing_now
from jalur.grounding import weighing
from jalur.model import Report
from jalur.pipeline import understand
from training import choosing, coded
from training.inventions import CATEGORIES, chosen, report_of

FOLDS = 5
STRENGTH = 0.1
"""Inverse of the regularisation; .1 to .3 differ by half a point of area under the curve."""
LEAST = 3
"""A feature must stand on as many mentions to get a weight."""
OTHERS = Path("../shared/data/id_indosum/articles.jsonl")
KEPT_APART, USED = 200, 900
"""Articles that `inventions` counts, and how many others are learnt from."""
TABLE = Path("src/jalur/data/models/weighing.json")


@dataclass
class Sample:
    """One gold report: its text read, its gold, and the mentions that were weighed."""

    report: Report
    gold: dict[str, Any]
    table: dict[str, Any]
    features: list[list[str]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)


PARSED: dict[str, Any] = {}
"""Parsed reports by id: the tree does not change while thresholds are tried."""


def main() -> None:
    """Train, print the figures, write the table."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--others", type=Path, default=OTHERS)
    given = args.parse_args()
    parse = language.parse

    def parse_once(report: Report, worth: Any) -> Any:
        if report.id not in PARSED:
            PARSED[report.id] = parse(report, worth)
        return PARSED[report.id]

    language.parse = parse_once
    known = list(coded.learnt())
    tables = choosing.crossed([choosing.sample_of(report, gold) for report, gold in known])
    samples = [sample_of(report, gold, tables) for report, gold in known]
    others = [sample_without_events(row) for row in other_rows(given.others)]
    chances = crossed(samples, others)
    before = cross_score(samples, chances, 0.0)
    tried = {t: cross_score(samples, chances, t) for t in np.arange(0.1, 0.65, 0.05)}
    worth = {t: sum(tried[t].figure(n)[2] for n in ("events", "sourced events")) for t in tried}
    best = max(tried, key=worth.__getitem__)
    for t, tally in tried.items():
        print(
            f"  {t:.2f}",
            *(f"{x:.3f}" for x in tally.figure("events")),
            *(f"{n} {tally.figure(n)[2]:.3f}" for n in ("tuples", "sourced events")),
        )
    for name, tally in (("all mentions", before), (f"threshold {best:.2f}", tried[best])):
        shown = "  ".join(f"{n} {tally.figure(n)[2]:.3f}" for n in ("events", "sourced events"))
        print(f"{name:16} {shown}  precision {tally.figure('events')[0]:.3f}")
    write([*samples, *others], float(best), tried[best])


def other_rows(path: Path) -> list[dict[str, Any]]:
    """Articles of sport, entertainment and technology, those that `inventions` counts left out."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["category"] in CATEGORIES]
    return chosen(rows, KEPT_APART + USED)[KEPT_APART:]


def sample_without_events(row: dict[str, Any]) -> Sample:
    """An article in which next to nothing is an event of the codebook: every mention is wrong."""
    report = report_of(row)
    if report is None:
        raise SystemExit(f"weighing: article {row['id']} cannot be read")
    nothing: dict[str, Any] = {"report": {"id": report.id}, "events": [], "tolls": []}
    sample = Sample(report, nothing, choosing_now.table())
    with_recorder(sample, lambda _: True)
    return sample


def sample_of(report: Report, gold: dict[str, Any], tables: dict[str, Any]) -> Sample:
    """One gold report with every mention weighed and labelled, its sides chosen by a table that
    has not seen it."""
    sample = Sample(report, gold, tables[report.id])
    with_recorder(sample, lambda _: True)
    return sample


def with_recorder(sample: Sample, keep: Any) -> dict[str, Any]:
    """Understand a report with another judge of mentions, noting what it is asked; `keep` is given
    the number of the mention among those noted, of which not all are judged."""
    real_features, real_judge = weighing.features_of, weighing.is_event

    def note(scene: Any, asked: Any, choice: Any, above: Any) -> list[str]:
        found = real_features(scene, asked, choice, above)
        sample.features.append(found)
        codes = {p.code for side in choice.sides for p in side}
        sample.labels.append(in_gold(sample.gold, asked.mention, codes))
        return found

    weighing.features_of = note
    weighing.is_event = lambda _: keep(len(sample.features) - 1)
    try:
        with choosing.replaced(choosing_now, "table", lambda: sample.table):
            return coding.write(understand(sample.report))
    finally:
        weighing.features_of, weighing.is_event = real_features, real_judge


def in_gold(gold: dict[str, Any], mention: Any, codes: set[str]) -> bool:
    """Whether gold has an event of the mention's type with a side of it in the same words."""
    for event in gold["events"]:
        if event["type"] != mention.type:
            continue
        near = any(
            e["start"] < mention.trigger.end and mention.trigger.start < e["end"]
            for e in event["evidence"]
        )
        people = {p["code"] for p in event["actors"] + event["recipients"]}
        if near and (codes <= people or not people):
            return True
    return False


def fit(samples: Sequence[Sample]) -> tuple[DictVectorizer, LogisticRegression]:
    """A regression over all mentions of some reports."""
    counts = Counter(f for s in samples for fs in s.features for f in set(fs))
    rows = [{f: 1 for f in fs if counts[f] >= LEAST} for s in samples for fs in s.features]
    labels = [label for s in samples for label in s.labels]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(vectors.fit_transform(rows), labels)
    return vectors, model


def crossed(samples: Sequence[Sample], others: Sequence[Sample]) -> dict[str, list[float]]:
    """The chance of each mention, told by a model that has not seen its report."""
    found: dict[str, list[float]] = {}
    for k in range(FOLDS):
        vectors, model = fit([*others, *(s for i, s in enumerate(samples) if i % FOLDS != k)])
        for sample in samples[k::FOLDS]:
            rows = [dict.fromkeys(fs, 1) for fs in sample.features]
            chances = model.predict_proba(vectors.transform(rows))[:, 1] if rows else []
            found[sample.report.id] = [float(c) for c in chances]
    return found


def cross_score(samples: Sequence[Sample], chances: dict[str, list[float]], least: float) -> Tally:
    """The figures when only mentions of some chance are kept."""
    predicted = {}
    for sample in samples:
        told = chances[sample.report.id]
        copy = Sample(sample.report, sample.gold, sample.table)
        predicted[sample.report.id] = with_recorder(copy, lambda k, t=told: t[k] >= least)
    return score({s.report.id: s.gold for s in samples}, predicted)


def write(samples: Sequence[Sample], threshold: float, tally: Tally) -> None:
    """Fit on all reports and write the table."""
    vectors, model = fit(samples)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    mentions = sum(len(sample.labels) for sample in samples)
    table = {
        "trained_on": f"{len(samples)} coded reports, {mentions} mentions",
        "cross_validated_events_f1": round(tally.figure("events")[2], 3),
        "threshold": round(threshold, 2),
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {k: round(float(v), 3) for k, v in sorted(weights.items()) if abs(v) >= 0.02},
    }
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
