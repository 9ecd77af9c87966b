"""Trains when and where an event happened: the table of `jalur.grounding.setting`.

`python -m training.setting` reads every coded report (`training.coded`), gathers for each mention
that gold codes all days and all places of its report, and fits one logistic regression for days and
one for places. The figures printed are of five-fold cross-validation over reports, mention by
mention; the threshold of either is the one of the highest F1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jalur.evaluate.score import days, place
from jalur.grounding import setting
from jalur.grounding.candidates import Asked
from jalur.model import Day, Reason, Report, Where
from jalur.pipeline import understand
from training import coded
from training.choosing import FOLDS, coded_as, fit, replaced

THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
TABLE = Path("src/jalur/data/models/setting.json")

KINDS = ("day", "place")


@dataclass(frozen=True)
class Case:
    """A mention that gold codes: the options for its day or place as a scorer sees them, each with
    its features; what gold has, and what the rules take."""

    options: Sequence[tuple[Any, list[str]]]
    gold: Any
    ruled: Any


Cases = dict[str, list[Case]]


def main() -> None:
    """Train, print the figures, write the table."""
    samples = [cases_of(report, gold) for report, gold in coded.learnt()]
    table = {}
    for kind in KINDS:
        known = [sample[kind] for sample in samples]
        tried = tried_on(known)
        best = max(THRESHOLDS, key=lambda t, f=tried: f[t])
        print(f"{kind:6} rules alone {f1((c.gold, c.ruled) for s in known for c in s):.3f}", end="")
        print("  as chosen", *(f"{t} {figure:.3f}" for t, figure in tried.items()))
        table[kind] = {"threshold": best, **fitted(known)}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def cases_of(report: Report, gold: dict[str, Any]) -> Cases:
    """The cases of a report for days and for places."""
    cases: Cases = {kind: [] for kind in KINDS}

    def dated(scene: Any, asked: Asked) -> Day | Reason:
        ruled = setting.day_of(scene, asked.mention, asked.by)
        event = coded_as(gold, asked.mention)
        if event is not None:
            options = [(seen(d), signs) for d, signs in setting.days_of(scene, asked, ruled)]
            cases["day"].append(Case(options, days(event), seen(ruled)))
        return ruled

    def placed(scene: Any, at: int, told: Sequence[Asked], sides: Any) -> Where | Reason:
        asked = told[at]
        found = asked.where or setting.elsewhere(scene, at, told)
        event = coded_as(gold, asked.mention)
        if event is not None:
            known = setting.places_of(scene, asked, sides, found)
            options = [(seen(where), signs) for where, signs in known]
            cases["place"].append(Case(options, place(event), seen(found)))
        return found or Reason("place")

    with replaced(setting, "dated", dated), replaced(setting, "placed", placed):
        understand(report)
    return cases


def seen(value: Day | Where | Reason | None) -> Any:
    """A day or place as the scorer sees it, None where it is unknown."""
    if isinstance(value, Day):
        return days({"date": {"start": str(value.start), "end": str(value.end)}})
    return place({"place": {"name": value.place.name}}) if isinstance(value, Where) else None


def fitted(known: Sequence[Sequence[Case]]) -> dict[str, Any]:
    """The weights learnt from the cases of some reports."""
    cases = [case for sample in known for case in sample]
    return fit([(dict.fromkeys(s, 1.0), v == c.gold) for c in cases for v, s in c.options])


def tried_on(known: Sequence[Sequence[Case]]) -> dict[float, float]:
    """F1 by threshold, each report weighed by a table that has not seen it."""
    told = []
    for k in range(FOLDS):
        table = fitted([s for i, s in enumerate(known) if i % FOLDS != k])
        told += [(c.gold, *best_of(c, table)) for sample in known[k::FOLDS] for c in sample]
    return {t: f1((g, v if p >= t else None) for g, v, p in told) for t in THRESHOLDS}


def best_of(case: Case, table: dict[str, Any]) -> tuple[Any, float]:
    """The likeliest option of a case by some table, with its chance."""
    with replaced(setting, "table", lambda: {"any": table}):
        weighed = [(v, setting.chance("any", signs)) for v, signs in case.options]
    return max(weighed, key=lambda option: option[1], default=(None, 0.0))


def f1(pairs: Iterator[tuple[Any, Any]]) -> float:
    """F1 of what is told against gold; unknown is None on either side."""
    known = list(pairs)
    right = sum(gold is not None and gold == told for gold, told in known)
    return 2 * right / sum((gold is not None) + (told is not None) for gold, told in known)


if __name__ == "__main__":
    main()
