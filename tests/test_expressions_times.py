"""Time expressions: the tables of cases, the calendar, and what holds for any text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jalur.expressions import times
from jalur.expressions.holidays import easter, holiday, occurrences, orthodox_easter, table
from jalur.model import Span, TimeExpression

CASES = Path(__file__).parent / "cases"
DAY = date(2024, 2, 24)


def cases(language: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"times_{language}.yaml").read_text("utf-8"))
    return [pytest.param(language, c, id=f"{language}: {c['text']}") for c in loaded]


def shown(found: TimeExpression) -> str:
    start, end = found.start, found.end
    if start == end:
        return start.isoformat() if start else "-"
    return f"{start or ''}..{end or ''}"


@pytest.mark.parametrize(("language", "case"), [*cases("id"), *cases("en")])
def test_the_days_of_a_sentence(language: str, case: dict[str, Any]) -> None:
    text = re.sub(r"[\[\]]", "", case["text"])
    published = case.get("day", DAY)
    found = times(text, Span(0, len(text)), language, published)
    expected = [str(d) for d in case["days"]]
    if case.get("loose"):
        assert expected[0] in [shown(f) for f in found]
        return
    marked = re.findall(r"\[([^\]]*)\]", case["text"])
    kept = [f for f in found if f.span.cut(text) in marked or not marked]
    assert [f.span.cut(text) for f in found if f.kind != "set" or marked] == marked
    assert [shown(f) for f in kept] == expected


def test_kinds_and_grains() -> None:
    text = (
        "Since 2018 they met every Friday, for two hours, last week and last year, in March 2019."
    )
    found = times(text, Span(0, len(text)), "en", DAY)
    assert [(f.kind, f.grain) for f in found] == [
        ("since", "year"),
        ("set", "vague"),
        ("duration", "vague"),
        ("point", "week"),
        ("point", "year"),
        ("point", "month"),
    ]


def test_only_the_passage_is_read() -> None:
    text = "Kemarin mereka bertemu. Besok mereka pulang."
    found = times(text, Span(24, len(text)), "id", DAY)
    assert [f.span.cut(text) for f in found] == ["Besok"]


def test_a_passage_knows_the_day_told_before_it() -> None:
    text = "Serangan itu terjadi 10 Februari 2024. Keesokan harinya mereka mundur."
    (found,) = times(text, Span(39, len(text)), "id", DAY)
    assert found.start == date(2024, 2, 11)


def test_without_publication_the_reason_is_told() -> None:
    (found,) = times("Kemarin", Span(0, 7), "id", None)
    assert found.reason.rule == "no-publication-day"


@pytest.mark.parametrize("word", ["twenty - ", "two and ", "nearly ", "the last ", "5 to "])
def test_a_text_of_one_word_takes_no_longer_than_its_length(word: str) -> None:
    text = word * 2000
    start = process_time()
    times(text, Span(0, len(text)), "en", DAY)
    assert process_time() - start < 2


def test_another_language_has_no_expressions() -> None:
    assert times("hier", Span(0, 4), "fr", DAY) == ()


def test_easter_of_both_calendars() -> None:
    assert [easter(y) for y in (2000, 2016, 2024, 2025)] == [
        date(2000, 4, 23),
        date(2016, 3, 27),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]
    assert [orthodox_easter(y) for y in (2016, 2024, 2025)] == [
        date(2016, 5, 1),
        date(2024, 5, 5),
        date(2025, 4, 20),
    ]


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar (civil epoch), for comparison."""
    number = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(number + 227014)


@pytest.mark.parametrize(
    ("name", "month", "day"), [("ramadan", 9, 1), ("eid_al_fitr", 10, 1), ("eid_al_adha", 12, 10)]
)
def test_tabled_feasts_are_within_two_days_of_the_computed_calendar(
    name: str, month: int, day: int
) -> None:
    computed = [islamic(y, month, day) for y in range(1409, 1460)]
    for first, _ in occurrences(name):
        assert min(abs((first - c).days) for c in computed) <= 2


def test_every_feast_of_the_vocabulary_has_days() -> None:
    assert all(occurrences(name) for name in table())


def test_feasts_lean_to_the_past_unless_near() -> None:
    assert holiday("christmas", None, date(2024, 2, 24), 0) == (date(2023, 12, 25),) * 2
    assert holiday("christmas", None, date(2024, 12, 20), 0) == (date(2024, 12, 25),) * 2


WORDS = re.findall(
    r"\S+",
    "Senin Jumat (23/2) 2024 31 30 Februari Mei lalu depan pekan akhir awal tahun dua puluh juta "
    "sejak hingga antara dan - / . , pukul 05.00 hari itu yang sama setiap Idul Fitri ke depan "
    "Monday last next week the third quarter of February 30 31st 2023 1/2/03 99/99 century ago two "
    "hundred billion years earlier later weekend Easter in since until from to a.m. 25 5 p.m.",
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)),
    st.sampled_from(["id", "en"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_spans_in_order_that_cut_it(
    text: str, language: str, published: date | None
) -> None:
    found = times(text, Span(0, len(text)), language, published)
    edges = [e for f in found for e in (f.span.start, f.span.end)]
    assert edges == sorted(edges)
    for f in found:
        assert f.span.cut(text).strip()
        assert f.start is None or f.end is None or f.start <= f.end
