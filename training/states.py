"""Trains of which state nameless officials and people are: the table of `jalur.grounding.states`.

`python -m training.states` reads every coded report (`training.coded`), takes the parties that are
called by an office or a kind of people only, and learns which of the states that the report names
gold has on their side. The figures printed are of ten-fold cross-validation over reports: the share
that is right when Indonesia, or else the state named most, is taken (the report's own), and as the
table chooses. The tables of `training.choosing` build on this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jalur.grounding import choosing
from jalur.grounding.parties import is_office
from jalur.grounding.scene import Scene
from jalur.grounding.states import NOT_SAID, OWN, Features, Here, features
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Mention, Participant, Report
from jalur.pipeline import understand
from training import coded
from training.choosing import coded_as, replaced

FOLDS = 10
STRENGTH = 0.1
"""Inverse of the regularisation; .03 to 1 differ by one in a hundred."""
TABLE = Path("src/jalur/data/models/states.json")


@dataclass(frozen=True)
class Case:
    """Somebody nameless, the states that may be theirs, and those that gold has on the side."""

    report: str
    usual: str | None
    candidates: dict[str, Features]
    right: frozenset[str]


def main() -> None:
    """Train, print the figures, write the table."""
    cases = [case for report, gold in coded.learnt() for case in cases_of(report, gold)]
    for name, share in figures(cases).items():
        print(f"{name:24} {share:.3f} of {len(cases)}")
    known = {"trained_on": f"{len(cases)} parties", "weights": weights(cases)}
    TABLE.write_text(json.dumps(known, indent=0) + "\n", encoding="utf-8")


def cases_of(report: Report, gold: dict[str, Any]) -> list[Case]:
    """The nameless parties of the events that gold codes."""
    found: dict[int, Case] = {}
    real = choosing.chosen

    def note(scene: Scene, asked: choosing.Asked, earlier: Any) -> choosing.Choice:
        choice = real(scene, asked, earlier)
        event = coded_as(gold, asked.mention)
        for one, right in sides(asked.mention, choice, event) if event else ():
            token = head_of(scene, one)
            if token is not None and right and one.reason.detail.endswith((OWN, NOT_SAID)):
                here = Here.of(scene.cast, token)
                found.setdefault(token, Case(report.id, scene.cast.own, features(here), right))
        return choice

    with replaced(choosing, "chosen", note):
        understand(report)
    return list(found.values())


def head_of(scene: Scene, one: Participant) -> int | None:
    """The token of the office in the words of a party, else their first."""
    if one.span is None:
        return None
    tokens = scene.tokens_in_range(one.span.start, one.span.end)
    return next((k for k in tokens if is_office(scene.doc, k)), tokens[0])


def sides(
    mention: Mention, choice: choosing.Choice, event: dict[str, Any]
) -> Iterator[tuple[Participant, frozenset[str]]]:
    """Each party of a mention with the codes that gold has on its side."""
    gold = [frozenset(p["code"] for p in event[r] if p["code"]) for r in ("actors", "recipients")]
    if mention.type in TWO_SIDED:
        gold = [gold[0] | gold[1]] * 2
    for parties, right in zip(choice.sides, gold, strict=True):
        yield from ((one, right) for one in parties)


def weights(cases: Sequence[Case]) -> dict[str, float]:
    """The weights of one regression over candidates; cases that no candidate solves teach none."""
    rows = [
        (known, code in case.right)
        for case in cases
        if case.right & set(case.candidates)
        for code, known in sorted(case.candidates.items())
    ]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(vectors.fit_transform([known for known, _ in rows]), [right for _, right in rows])
    learnt = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return {name: round(float(v), 3) for name, v in sorted(learnt) if abs(v) >= 0.01}


def figures(cases: Sequence[Case]) -> dict[str, float]:
    """The shares that are right: by the report's own state, and by a table that has not seen it."""
    names = sorted({case.report for case in cases})
    chosen = 0
    for k in range(FOLDS):
        held = set(names[k::FOLDS])
        learnt = weights([case for case in cases if case.report not in held])
        chosen += sum(likeliest(c, learnt) in c.right for c in cases if c.report in held)
    usual = sum(case.usual in case.right for case in cases)
    return {"the report's own": usual / len(cases), "as chosen": chosen / len(cases)}


def likeliest(case: Case, learnt: dict[str, float]) -> str:
    """The state that weighs most."""
    worth = {
        code: sum(learnt.get(name, 0.0) * value for name, value in known.items())
        for code, known in sorted(case.candidates.items())
    }
    return max(worth, key=worth.__getitem__, default="")


if __name__ == "__main__":
    main()
