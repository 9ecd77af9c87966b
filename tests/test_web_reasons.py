"""Why a value was read so, in the language of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jalur.coding.written import coded
from jalur.model import Report
from jalur.pipeline import understand
from jalur.reports import read
from jalur.views.web.language import Tongue
from jalur.views.web.reasons import catalogue, reason, said

ENGLISH, INDONESIAN = Tongue("en"), Tongue("id")
EXAMPLES = Path("examples")
OWN_WORDS = {"trigger", "status", "negated"}
"""Rules whose details are words of the report."""


def test_reasons_are_told_in_the_language_of_the_page() -> None:
    likely = "actor: likely 6/10: title before the name: the state"
    assert reason(INDONESIAN, likely) == "siapa: kemungkinan 6/10: gelar sebelum nama: the state"
    placed = "place: “capital” in the sentence; not “Gaza”: too wide"
    assert reason(ENGLISH, placed) == placed
    there = "tempat: “capital” dalam kalimatnya; bukan “Gaza”: terlalu luas"
    assert reason(INDONESIAN, placed) == there
    assert reason(INDONESIAN, "trigger: ancaman: THREATEN") == "kata: ancaman: Mengancam"
    assert reason(INDONESIAN, "x-y: never heard of") == "x y: never heard of"


def test_every_reason_of_the_examples_is_known() -> None:
    files = [EXAMPLES / "paris.txt", EXAMPLES / "khartoum.txt", *sorted(EXAMPLES.glob("doha/*"))]
    reports = [r for file in files for r in read(str(file)) if isinstance(r, Report)]
    told = {r for one in reports for r in reasons_in(coded(understand(one)))}
    rules, turned_down = catalogue()["rules"], catalogue()["turned down"]
    for one in told:
        chosen, *others = one.split("; not ")
        rule, _, detail = chosen.partition(": ")
        assert rule in rules, one
        assert not detail or dated(rule) or rule in OWN_WORDS or said(INDONESIAN, detail) != detail
        assert all(other.rpartition(": ")[2] in turned_down for other in others), one
    assert len(told) > 40


def dated(rule: str) -> bool:
    """Whether a rule read a day, so that its detail is the words that tell it."""
    return list(catalogue()["rules"]).index(rule) > list(catalogue()["rules"]).index("toll")


def reasons_in(value: Any) -> Iterator[str]:
    """Every reason in a coded report."""
    if isinstance(value, list):
        for one in value:
            yield from reasons_in(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "reason":
                yield one
            elif key == "reasons":
                yield from one
            else:
                yield from reasons_in(one)
