"""Trains who takes a side that no words name: the table of `jalur.grounding.choosing`.

`python -m training.choosing [--gold ../shared/gold/train]` reads every coded report, gathers for
each mention that gold codes the candidates for its sides, and fits one logistic regression for
actors and one for recipients. It learns from all sides of such mentions, named ones too, and is
asked only about those that the rules leave open. The figures printed are of five-fold
cross-validation over reports. The table that weighs mentions builds on this one: run
`python -m training.weighing` after it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jalur import reports
from jalur.grounding import choosing, claims
from jalur.grounding.candidates import ROLES, Asked, candidates_of
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Mention, Report
from jalur.pipeline import understand

FOLDS = 5
STRENGTH = 0.1
"""Inverse of the regularisation; .02 to .2 differ by next to nothing."""
LEAST = 4
"""A feature must stand on as many candidates to get a weight."""
THRESHOLDS = {"actor": 0.3, "recipient": 0.35}
"""The least chance at which an open side is filled. Where it is filled wrongly, the event is
mostly wrong as well, and is weighed afterwards with the chance in view."""
TABLE = Path("src/jalur/data/models/choosing.json")

Row = tuple[list[str], bool]
"""Features of a candidate, and whether gold has it on the side asked for."""


@dataclass
class Sample:
    """One gold report with the rows of its candidates by role."""

    report: Report
    gold: dict[str, Any]
    rows: dict[str, list[Row]] = field(default_factory=lambda: {role: [] for role in ROLES})
    open: dict[str, list[list[Row]]] = field(default_factory=lambda: {role: [] for role in ROLES})


def main() -> None:
    """Train, print the figures, write the table."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    samples = samples_in(args.parse_args().gold)
    for role in ROLES:
        print(role, figures(samples, role))
    table = trained(samples)
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def samples_in(folder: Path) -> list[Sample]:
    """Every gold report of a folder with its candidates."""
    found = []
    for file in sorted(folder.glob("*.json")):
        report = next(r for r in reports.read(str(file)) if isinstance(r, Report))
        sample = Sample(report, json.loads(file.read_text(encoding="utf-8")))
        with replaced(choosing, "completed", _noting(sample)):
            understand(report)
        found.append(sample)
    return found


def _noting(sample: Sample) -> Any:
    def note(scene: Any, asked: Asked, earlier: Sequence[Asked]) -> Any:
        event = coded_as(sample.gold, asked.mention)
        if event is not None:
            two_sided = asked.mention.type in TWO_SIDED
            candidates = candidates_of(scene, asked, earlier)
            for role in ROLES[:1] if two_sided else ROLES:
                sides = ("actors", "recipients") if two_sided else (f"{role}s",)
                right = {p["code"] for side in sides for p in event[side]}
                rows = [(sorted(c.features), c.participant.code in right) for c in candidates]
                sample.rows[role] += rows
                if role in choosing.open_roles(asked) and not two_sided:
                    sample.open[role].append(rows)
        return asked.sides

    return note


@contextmanager
def replaced(module: Any, name: str, value: Any) -> Iterator[None]:
    """A function of a module replaced for a while, there and where `claims` has imported it."""
    real = getattr(module, name)
    places = [m for m in (module, claims) if getattr(m, name, None) is real]
    for place in places:
        setattr(place, name, value)
    try:
        yield
    finally:
        for place in places:
            setattr(place, name, real)


def coded_as(gold: dict[str, Any], mention: Mention) -> dict[str, Any] | None:
    """The gold event that a mention tells: of its type and in its words, its trigger best."""
    found = [e for e in gold["events"] if e["type"] == mention.type and tells(mention, e)]
    return max(
        found,
        key=lambda e: (touches(mention, e.get("trigger")), e["status"] == mention.status),
        default=None,
    )


def tells(mention: Mention, event: dict[str, Any]) -> bool:
    """Whether a mention stands in the words of a gold event."""
    return any(touches(mention, s) for s in (*event["evidence"], event.get("trigger")))


def touches(mention: Mention, span: dict[str, int] | None) -> bool:
    """Whether a mention's trigger overlaps some gold characters."""
    return (
        bool(span) and span["start"] < mention.trigger.end and mention.trigger.start < span["end"]
    )


def trained(samples: Sequence[Sample]) -> dict[str, Any]:
    """The table of both roles, from some reports."""
    return {role: fit([r for s in samples for r in s.rows[role]], role) for role in ROLES}


def fit(rows: Sequence[Row], role: str) -> dict[str, Any]:
    """The weights of one role."""
    counts = Counter(f for features, _ in rows for f in features)
    vectors = DictVectorizer()
    known = vectors.fit_transform([{f: 1 for f in fs if counts[f] >= LEAST} for fs, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(known, [right for _, right in rows])
    names = vectors.get_feature_names_out()
    weights = dict(zip(names, model.coef_[0], strict=True))
    return {
        "trained_on": f"{len(rows)} candidates",
        "threshold": THRESHOLDS[role],
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {k: round(float(v), 3) for k, v in sorted(weights.items()) if abs(v) >= 0.02},
    }


def crossed(samples: Sequence[Sample]) -> dict[str, dict[str, Any]]:
    """By report, a table trained on the other folds."""
    found = {}
    for k in range(FOLDS):
        table = trained([s for i, s in enumerate(samples) if i % FOLDS != k])
        found.update({s.report.id: table for s in samples[k::FOLDS]})
    return found


def figures(samples: Sequence[Sample], role: str) -> str:
    """How often an open side is filled, and rightly, by a table that has not seen the report."""
    tables = crossed(samples)
    filled = right = asked = 0
    for sample in samples:
        with replaced(choosing, "table", lambda t=tables[sample.report.id]: t):
            for rows in sample.open[role]:
                asked += 1
                best = max(((choosing.chance(role, fs), y) for fs, y in rows), default=(0.0, False))
                if best[0] >= THRESHOLDS[role]:
                    filled, right = filled + 1, right + best[1]
    return f"{asked} open sides of coded events: {filled} filled, {right} rightly"


if __name__ == "__main__":
    main()
