"""When an event happens: the time that its own words tell, not those within or around it."""

from __future__ import annotations

from datetime import date

import pytest

from jalur.model import Claim, Report, Span
from jalur.pipeline import understand

PUBLISHED = date(2024, 2, 24)


def event(language: str, text: str, trigger: str) -> Claim:
    report = Report("case", text, language, PUBLISHED, body=(Span(0, len(text)),))
    events = {e.trigger.cut(text): e for e in understand(report).events}
    return next(e for words, e in events.items() if trigger in words)


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("id", "Presiden Iran mengutuk serangan Israel yang menewaskan 22 orang pada Sabtu.",
         "mengutuk"),
        ("id", "Beijing mengkritik Tsai, presiden Taiwan yang terpilih tahun ini.", "mengkritik"),
        ("en", "Germany praised Turkey, which released two journalists on Monday.", "praised"),
    ],
)  # fmt: skip
def test_a_time_within_what_is_told_dates_that_alone(
    language: str, text: str, trigger: str
) -> None:
    assert event(language, text, trigger).day is None


def test_a_day_in_brackets_is_that_of_the_sentence() -> None:
    text = "Rusia meminta Ukraina menaati putusan yang dibacakan hakim, Jumat (23/2)."
    day = event("id", text, "meminta").day
    assert day is not None
    assert day.start == date(2024, 2, 23)


def test_the_same_happening_told_by_two_words_has_one_day() -> None:
    text = "Taliban mengaku melakukan serangan bom yang menewaskan 18 warga Afganistan Kamis lalu."
    days = {e.day.start for e in _events(text) if e.type == "ASSAULT" and e.day}
    assert len(days) == 1


def _events(text: str) -> tuple[Claim, ...]:
    return understand(Report("case", text, "id", PUBLISHED, body=(Span(0, len(text)),))).events


def test_what_is_done_once_is_of_the_day_from_which_it_holds() -> None:
    text = "Jepang dan Amerika Serikat menandatangani perjanjian pertahanan sejak 1960."
    day = event("id", text, "menandatangani").day
    assert day is not None
    assert (day.start, day.end) == (date(1960, 1, 1), date(1960, 12, 31))
    text = "Israel menyerang Gaza sejak Oktober 2023."
    day = event("id", text, "menyerang").day
    assert day is not None
    assert (day.start, day.end) == (date(2023, 10, 1), PUBLISHED)
