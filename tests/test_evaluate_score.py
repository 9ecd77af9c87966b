"""The figures: what each counts, and agreement to the digit with the codebook's own scorer."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from jalur.evaluate import load, score
from jalur.evaluate.errors import errors_of
from jalur.evaluate.predict import predict
from jalur.knowledge.lexicon import TWO_SIDED

OWN = ROOT / "tests" / "cases" / "gold"
SHARED = ROOT.parent / "shared" / "gold"
SCORER = SHARED / "score.py"

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)


def shaken(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Coded reports with faults of every kind: what a poor program might predict."""
    draw = random.Random(seed)
    found = copy.deepcopy(gold)
    for report in found.values():
        events = [e for e in report["events"] if draw.random() < 0.8]
        for event in events:
            for fault in draw.sample(FAULTS, draw.randint(0, 3)):
                fault(event, draw)
        events += [copy.deepcopy(e) for e in events if draw.random() < 0.2]
        draw.shuffle(events)
        report["events"] = events
        report["tolls"] = [t for t in report["tolls"] if draw.random() < 0.7]
        for toll in report["tolls"]:
            toll["high" if draw.random() < 0.5 else "low"] = draw.choice([None, 7])
    return {key: report for key, report in found.items() if draw.random() < 0.95}


FAULTS = [
    lambda e, d: e.update(type=d.choice(TYPES)),
    lambda e, d: e.update(status=d.choice(["happened", "planned", "possible", "denied"])),
    lambda e, _: e.update(actors=e["recipients"], recipients=e["actors"]),
    lambda e, _: e.update(actors=[], recipients=[]),
    lambda e, _: e.update(date=None),
    lambda e, _: e.update(date={"start": "2020-01-01", "end": "2020-02-01"}),
    lambda e, _: e.update(place={"name": "The West-Bank Region", "country": None}),
    lambda e, _: e.update(place=None),
    lambda e, _: e.update(sources=[]),
    lambda e, _: [s.update(code=None, via=["Al Jazeera"]) for s in e["sources"]],
    lambda e, _: [s.update(start=s["end"], end=s["end"] + 9) for s in e["evidence"]],
]


def written(folder: Path, reports: dict[str, Any]) -> Path:
    folder.mkdir()
    for k, report in enumerate(reports.values()):
        (folder / f"{k:03}.json").write_text(json.dumps(report), encoding="utf-8")
    return folder


def by_the_scorer(gold: Path, predicted: Path, *words: str) -> str:
    line = [sys.executable, str(SCORER), str(gold), str(predicted), *words]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


@pytest.mark.skipif(not SCORER.exists(), reason="the codebook's scorer (../shared) is not here")
@pytest.mark.parametrize("seed", range(5))
def test_figures_agree_with_the_codebooks_scorer_to_the_digit(
    seed: int, tmp_path: Path, jalur: Any
) -> None:
    for k, gold in enumerate(folder for folder in (OWN, SHARED / "train") if folder.is_dir()):
        predicted = written(tmp_path / str(k), shaken(load(gold), seed))
        for words in ([], ["--each"], ["--json"]):
            ours = jalur("evaluate", gold, predicted, *words).stdout
            assert ours == by_the_scorer(gold, predicted, *words)


@pytest.mark.skipif(not (SHARED / "train").is_dir(), reason="gold/train is not here")
def test_figures_of_what_is_read_now_agree_with_the_scorer(tmp_path: Path, jalur: Any) -> None:
    some = dict(list(load(SHARED / "train").items())[::12])
    gold = written(tmp_path / "gold", some)
    predicted = written(tmp_path / "predicted", predict(gold))
    assert jalur("evaluate", gold).stdout == by_the_scorer(gold, predicted)


def test_gold_against_itself_is_perfect_and_leaves_no_error() -> None:
    gold = load(OWN)
    tally = score(gold, gold)
    assert all(tally.figure(name) == (1.0, 1.0, 1.0) for name in tally.counts)
    assert list(errors_of(gold, gold)) == []


def test_nothing_predicted_scores_zero() -> None:
    tally = score(load(OWN), {})
    assert tally.figure("events") == (0.0, 0.0, 0.0)
    assert tally.counts["events"][2] == 0


def test_figures_of_shaken_predictions_fall_between() -> None:
    gold = load(OWN)
    tally = score(gold, shaken(gold, 1))
    assert all(0.2 < tally.figure(name)[2] < 1 for name in ("events", "sourced events", "tolls"))


def test_errors_name_each_miss_and_invention_once() -> None:
    gold = load(OWN)
    predicted = shaken(gold, 2)
    tally = score(gold, predicted)
    right, wanted, found = tally.counts["events"]
    lines = list(errors_of(gold, predicted))
    counts = {"missed": 0, "invented": 0}
    for line in lines:
        if line.startswith("\n# "):
            cause, _, number = line[3:].rpartition(": ")
            counts[cause.split(":")[0]] = counts.get(cause.split(":")[0], 0) + int(number)
    assert (counts["missed"], counts["invented"]) == (wanted - right, found - right)


def test_two_sided_types_are_those_of_the_codebook() -> None:
    assert set(TWO_SIDED) == {"CONSULT", "AGREE", "COOPERATE"}


def test_our_own_cases_keep_to_the_codebook() -> None:
    for report in load(OWN).values():
        text = report["report"]["text"]
        for event in report["events"]:
            assert event["type"] in TYPES
            trigger = event["trigger"]
            assert any(
                s["start"] <= trigger["start"] and trigger["end"] <= s["end"]
                for s in event["evidence"]
            )
            for span in (trigger, *event["evidence"]):
                assert text[span["start"] : span["end"]].strip()
