"""Trains who takes the sides of an event: the table of `jalur.grounding.choosing`.

`python -m training.choosing` reads every coded report (`training.coded`), gathers for each mention
that gold codes the candidates for its sides, and fits one logistic regression for actors, one for
recipients and one for pairs of the likeliest; the pairs learn from chances of reports that the
first two have not seen. The figures printed are of five-fold cross-validation over reports. The
table that weighs mentions builds on this one: run `python -m training.weighing` after it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jalur.grounding import choosing, claims
from jalur.grounding.candidates import ROLES, Asked, Candidate, Sides, candidates_of
from jalur.grounding.pairs import Likely, pairs_of
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Mention, Report
from jalur.pipeline import understand
from training import coded

FOLDS = 5
INNER = 4
"""Folds by which the chances that pairs learn from are crossed."""
STRENGTH = 0.05
"""Inverse of the regularisation; .03 to .1 differ by next to nothing."""
LEAST = 3
"""A feature must stand on as many candidates to get a weight."""
CROWDED = ("afield", "written")
"""Our own reports with three times the events of those of outlets: sides are chosen no better by a
table that learns from them (events .603 for .609 of 1,140)."""
TABLE = Path("src/jalur/data/models/choosing.json")

Rows = list[tuple[Mapping[str, float], bool]]


@dataclass(frozen=True)
class Case:
    """A mention that gold codes, with its candidates and who is right on either side."""

    asked: Asked
    earlier: Sequence[Asked]
    candidates: Sequence[Candidate]
    right: Mapping[str, frozenset[str]]

    @property
    def two_sided(self) -> bool:
        """Whether all take part on one side."""
        return self.asked.mention.type in TWO_SIDED

    def is_right(self, sides: Sides) -> bool:
        """Whether some sides are exactly those of gold."""
        got = {r: {p.code for p in s} for r, s in zip(ROLES, sides, strict=True)}
        if self.two_sided:
            return got["actor"] | got["recipient"] == self.right["actor"]
        return all(got[r] == self.right[r] for r in ROLES)


@dataclass
class Sample:
    """One gold report with its cases."""

    report: Report
    gold: dict[str, Any]
    cases: list[Case] = field(default_factory=list)


def main() -> None:
    """Train, print the figures, write the table."""
    samples = [sample_of(report, gold) for report, gold in coded.learnt(*CROWDED)]
    for name, share in figures(samples).items():
        print(f"{name:24} {share:.3f}")
    TABLE.write_text(
        json.dumps(trained(samples), ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )


def sample_of(report: Report, gold: dict[str, Any]) -> Sample:
    """A gold report with the candidates of every mention that gold codes."""
    sample = Sample(report, gold)
    with replaced(choosing, "chosen", _noting(sample)):
        understand(report)
    return sample


def _noting(sample: Sample) -> Any:
    def note(scene: Any, asked: Asked, earlier: Sequence[Asked]) -> choosing.Choice:
        event = coded_as(sample.gold, asked.mention)
        if event is not None:
            sides = {r: {p["code"] for p in event[f"{r}s"]} for r in ROLES}
            if asked.mention.type in TWO_SIDED:
                sides = {"actor": sides["actor"] | sides["recipient"], "recipient": set()}
            right = {r: frozenset(codes) for r, codes in sides.items()}
            candidates = candidates_of(scene, asked, earlier)
            sample.cases.append(Case(asked, list(earlier), candidates, right))
        return choosing.Choice(asked.sides)

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
    """The table of both roles and of pairs, from some reports."""
    rows: Rows = []
    for k in range(INNER):
        inner = roles_of([s for i, s in enumerate(samples) if i % INNER != k])
        with replaced(choosing, "table", lambda t=inner: t):
            rows += [row for s in samples[k::INNER] for case in s.cases for row in pair_rows(case)]
    return {**roles_of(samples), "pair": fit(rows)}


def roles_of(samples: Sequence[Sample]) -> dict[str, Any]:
    """The tables of actors and of recipients."""
    cases = [case for sample in samples for case in sample.cases]
    return {role: fit([row for c in cases for row in candidate_rows(c, role)]) for role in ROLES}


def candidate_rows(case: Case, role: str) -> Rows:
    """Each candidate's features, and whether gold has it on a side."""
    if case.two_sided and role != "actor":
        return []
    return [(dict.fromkeys(c.features, 1.0), c.code in case.right[role]) for c in case.candidates]


def pair_rows(case: Case) -> Rows:
    """Each pair's features, and whether gold has both on their sides."""
    if case.two_sided:
        return []
    pairs = pairs_of(likely_of(case), case.earlier)
    right = {r: case.right[r] or {None} for r in ROLES}
    return [
        (p.features, p.actor in right["actor"] and p.recipient in right["recipient"]) for p in pairs
    ]


def likely_of(case: Case) -> Likely:
    """The candidates of a case with their chances by the table in force."""
    known = {c.code: c for c in case.candidates}
    chances = {r: {k: choosing.chance(r, c.features) for k, c in known.items()} for r in ROLES}
    return Likely(case.asked, known, chances)


def fit(rows: Rows) -> dict[str, Any]:
    """The weights of one regression."""
    counts = Counter(f for features, _ in rows for f in features)
    vectors = DictVectorizer()
    known = [{f: v for f, v in fs.items() if counts[f] >= LEAST} for fs, _ in rows]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(vectors.fit_transform(known), [right for _, right in rows])
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return {
        "trained_on": f"{len(rows)} rows",
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {k: round(float(v), 3) for k, v in sorted(weights) if abs(v) >= 0.01},
    }


def crossed(samples: Sequence[Sample]) -> dict[str, dict[str, Any]]:
    """By report, a table trained on the other folds."""
    found = {}
    for k in range(FOLDS):
        table = trained([s for i, s in enumerate(samples) if i % FOLDS != k])
        found.update({s.report.id: table for s in samples[k::FOLDS]})
    return found


def figures(samples: Sequence[Sample]) -> dict[str, float]:
    """The share of coded mentions with exactly the right sides: by the rules, and as chosen by a
    table that has not seen the report."""
    tables = crossed(samples)
    cases = [(s.report.id, case) for s in samples for case in s.cases]
    ruled = [case.is_right(case.asked.sides) for _, case in cases]
    chosen = []
    for name, case in cases:
        with replaced(choosing, "table", lambda t=tables[name]: t):
            choice = choosing.choice_of(likely_of(case), case.earlier)
            chosen.append(case.is_right(choice.sides))
    return {"rules alone": sum(ruled) / len(ruled), "as chosen": sum(chosen) / len(chosen)}


if __name__ == "__main__":
    main()
