"""Counts: the tables of cases, the values of figures and words, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jalur.expressions import numbers
from jalur.expressions.figures import figure, spoken
from jalur.model import Quantity, Span

CASES = Path(__file__).parent / "cases"


def cases(language: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"numbers_{language}.yaml").read_text("utf-8"))
    return [pytest.param(language, c, id=f"{language}: {c['text']}") for c in loaded]


def shown(found: Quantity) -> str:
    low = "" if found.low is None else found.low
    high = "" if found.high is None else found.high
    return f"{'~' if found.approx else ''}{low}..{high}"


@pytest.mark.parametrize(("language", "case"), [*cases("id"), *cases("en")])
def test_the_counts_of_a_sentence(language: str, case: dict[str, Any]) -> None:
    text = re.sub(r"[\[\]]", "", case["text"])
    found = numbers(text, Span(0, len(text)), language)
    assert [shown(f) for f in found] == [str(c) for c in case["counts"]]
    assert [f.span.cut(text) for f in found] == re.findall(r"\[([^\]]*)\]", case["text"])


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("29.514", ",", 29514),
        ("29,514", ".", 29514),
        ("2,5", ",", 2.5),
        ("2.5", ".", 2.5),
        ("1.234.567", ",", 1234567),
        ("1.234,5", ",", 1234.5),
        ("1,234.5", ".", 1234.5),
        ("29,514", ",", 29.514),
        ("007", ".", 7),
        ("1,23,45", ".", None),
        ("9" * 30, ".", None),
    ],
)
def test_figures_by_the_mark_of_the_language(
    written: str, decimal: str, value: float | None
) -> None:
    assert figure(written, decimal) == value


def test_number_words_add_and_multiply() -> None:
    two, five, ten = ("unit", 2.0), ("unit", 5.0), ("times", 10.0)
    hundred, thousand = ("times", 100.0), ("scale", 1000.0)
    assert spoken([two, ten, five]) == 25
    assert spoken([five, ("teen", 10.0)]) == 15
    assert spoken([two, hundred, five, ten, two, thousand, five]) == 252005


WORDS = re.findall(
    r"\S+",
    "dua puluh lima ratus ribu juta setengah belasan puluhan 20-an 29.514 2,5 Rp % antara dan - "
    "hingga sampai sekitar lebih dari hampir seorang persen tahun twenty five hundred thousand "
    "dozens of tens and to between nearly at least a half a dozen 1,234 $ 3.5 or more couple few",
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)),
    st.sampled_from(["id", "en"]),
)
def test_any_text_gives_spans_in_order_and_bounds_in_order(text: str, language: str) -> None:
    found = numbers(text, Span(0, len(text)), language)
    edges = [e for f in found for e in (f.span.start, f.span.end)]
    assert edges == sorted(edges)
    for f in found:
        assert f.span.cut(text).strip()
        assert f.low is not None or f.high is not None
        assert f.low is None or f.high is None or f.low <= f.high
