"""Sentences read from end to end: what they claim, and what they must not claim."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from jalur.model import Claim, CodedReport, Report, Span
from jalur.pipeline import understand

TABLE = yaml.safe_load(
    (Path(__file__).parent / "cases" / "claims.yaml").read_text(encoding="utf-8")
)


def read(case: dict[str, Any]) -> CodedReport:
    text = case["text"]
    body = (Span(0, len(text)),)
    report = Report("case", text, case["language"], TABLE["published"], body=body)
    return understand(replace(report, outlet=case.get("outlet")))


def matches(claim: Claim, wanted: str) -> bool:
    """Whether a claim is what a line of the table says."""
    parts = wanted.split()
    day = next((date.fromisoformat(p[1:]) for p in parts if p.startswith("@")), None)
    place = " ".join(re.findall(r"#([\w ]+?)(?: <|$)", wanted)) or None
    source = next((p[1:] for p in parts if p.startswith("<")), None)
    named = [p for p in parts[2:] if p == "->" or (p[0].isalpha() and p.isupper())]
    cut = named.index("->") if "->" in named else len(named)
    return (
        (claim.type, claim.status) == (parts[0], parts[1])
        and {p.code for p in claim.actors} >= set(named[:cut])
        and {p.code for p in claim.recipients} >= set(named[cut + 1 :])
        and (day is None or (claim.day is not None and claim.day.start == day))
        and (place is None or (claim.where is not None and claim.where.place.name == place))
        and (source is None or source in {s.code for s in claim.sources})
    )


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda c: c["text"][:60])
def test_a_sentence_claims_what_it_says(case: dict[str, Any]) -> None:
    found = read(case)
    told = [
        (e.type, e.status, [p.code for p in e.actors], [p.code for p in e.recipients])
        for e in found.events
    ]
    for wanted in case.get("claims", ()):
        assert any(matches(e, wanted) for e in found.events), (wanted, told)
    for unwanted in case.get("not", ()):
        assert unwanted not in {e.type for e in found.events}, told
    counted = {f"{t.kind} {t.quantity.low} {t.quantity.high}" for t in found.tolls}
    assert counted >= set(case.get("tolls", ()))
    assert not counted & set(case.get("no_tolls", ()))
    against = {
        f"{e.type} {s.code}" for e in found.events for s in e.sources if s.stance == "denies"
    }
    assert against >= set(case.get("denied", ()))


def rivals(found: CodedReport) -> set[str]:
    """What other sources tell otherwise, as lines of the table."""
    told = [(e, r) for e in found.events for r in e.rivals]
    days = {f"{e.type} date {r.day.start} {r.source.code}" for e, r in told if r.day}
    towns = {f"{e.type} place {r.where.place.name} {r.source.code}" for e, r in told if r.where}
    doers = {f"{e.type} actors {p.code} {r.source.code}" for e, r in told for p in r.actors}
    return days | towns | doers


RIVALS = [c for c in TABLE["cases"] if "rivals" in c]


@pytest.mark.parametrize("case", RIVALS, ids=lambda c: c["text"][:60])
def test_what_other_sources_tell_otherwise_is_kept_with_them(case: dict[str, Any]) -> None:
    assert rivals(read(case)) == set(case["rivals"])


ALLIES = [
    ("id", "Amerika Serikat meminta sekutu dekatnya untuk tidak menyerang Rafah.", "USA"),
    ("en", "Turkey urged its close ally to show restraint in Karabakh.", "TUR"),
]


@pytest.mark.parametrize(("language", "text", "asking"), ALLIES)
def test_an_ally_is_nobody_of_whose_ally_it_is(language: str, text: str, asking: str) -> None:
    found = read({"language": language, "text": text})
    requests = [e for e in found.events if e.type == "REQUEST"]
    assert requests
    assert all(asking not in {p.code for p in e.recipients} for e in requests)
