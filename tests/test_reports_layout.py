"""What is set apart on a page as people copy it, and what is read from it."""

from __future__ import annotations

from datetime import UTC
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jalur.model import Report
from jalur.reports import Given, datelines, identify, read, rules, stamps
from jalur.reports.layout import lay_out
from jalur.reports.outlets import of_address, zone_of
from jalur.reports.records import Raw

CASES = Path(__file__).parent / "cases"
TAIL = " dan pihak lain akan bertemu lagi pekan depan, kata mediator itu kepada wartawan."


def cases(name: str) -> list[Any]:
    loaded: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def report_of(text: str, folder: Path) -> Report:
    path = folder / "report.txt"
    path.write_bytes(text.encode("utf-8"))
    [found] = read(str(path))
    assert isinstance(found, Report), found
    return found


@pytest.mark.parametrize("case", cases("reports"), ids=lambda case: case["name"])
def test_page_is_told_apart(case: dict[str, Any], tmp_path: Path) -> None:
    report = report_of(case["text"], tmp_path)
    assert report.text == case["text"]
    passages = [span.cut(report.text) for span in report.body]
    assert len(passages) == len(case["body"]), passages
    for passage, beginning in zip(passages, case["body"], strict=True):
        assert " ".join(passage.split()).startswith(beginning)
    aside = [f"{f.kind} {f.span.cut(report.text)}" for f in report.furniture]
    assert len(aside) == len(case["furniture"]), aside
    for found, beginning in zip(aside, case["furniture"], strict=True):
        assert found.startswith(beginning)
    assert report.language == case["language"]
    assert report.published == case.get("published")
    for name in ("outlet", "title", "byline", "dateline"):
        assert getattr(report, name) == case.get(name), name
    if "at" in case:
        assert report.published_at is not None
        assert report.published_at.isoformat() == case["at"]


@pytest.mark.parametrize("case", cases("reports_datelines"), ids=lambda case: str(case[0]))
def test_dateline_is_parted_from_the_sentence(case: list[str | None]) -> None:
    beginning, place, outlet, story = case
    assert beginning is not None
    assert story is not None
    text = beginning + TAIL
    found = datelines.find(text, 0, len(text), True)
    rest = text[found.end :] if found else text
    assert rest.startswith(story)
    assert (found.place if found else None, found.outlet if found else None) == (place, outlet)


@pytest.mark.parametrize("case", cases("reports_stamps"), ids=lambda case: str(case[0]))
def test_date_line_is_read(case: list[Any]) -> None:
    line, day, moment = case
    stamp = rules.date_line(line, day_first=True)
    assert (stamp.day if stamp else None) == day
    if moment is not None:
        assert stamp is not None
        at = stamp.moment()
        assert at is not None
        assert at.astimezone(UTC).strftime("%Y-%m-%d %H:%M") == moment


def test_figures_that_could_be_two_days_are_unknown_in_english() -> None:
    assert stamps.parse("07/05/2024", day_first=True).day.isoformat() == "2024-05-07"  # type: ignore[union-attr]
    assert stamps.parse("07/05/2024", day_first=False).day is None  # type: ignore[union-attr]
    assert stamps.parse("25/05/2024", day_first=False).day.isoformat() == "2024-05-25"  # type: ignore[union-attr]
    assert stamps.parse("05/25/2024", day_first=False).day.isoformat() == "2024-05-25"  # type: ignore[union-attr]
    assert stamps.parse(1708781700).moment().isoformat() == "2024-02-24T13:35:00+00:00"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.kompas.com/global/read/2024/02/24/203500170/x", "2024-02-24"),
        ("https://www.cnnindonesia.com/internasional/20170330133535-134-203737/x", "2017-03-30"),
        ("https://www.reuters.com/world/africa/talks-resume-2024-02-23/", "2024-02-23"),
        ("https://example.org/20991399/x", None),
        ("https://example.org/a-1234567890123", None),
    ],
)
def test_day_is_read_from_the_address_at_the_last(url: str, day: str | None) -> None:
    stamp = stamps.of_address(url)
    assert (stamp.day.isoformat() if stamp and stamp.day else None) == day


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.cnnindonesia.com/internasional/1", "CNN Indonesia"),
        ("https://nasional.kompas.com/read/1", "Kompas.com"),
        ("bbc.co.uk/news/1", "BBC"),
        ("https://edition.cnn.com/2024/02/24/x", "CNN"),
        ("https://unknown.example/x", "unknown.example"),
        ("https://[broken", None),
    ],
)
def test_outlet_is_known_by_its_address(url: str, name: str | None) -> None:
    assert of_address(url) == name


def test_outlets_date_their_reports_in_their_own_zone() -> None:
    assert str(zone_of("Kompas.com")) == "UTC+07:00"
    assert str(zone_of("The Times of Israel")) == "Asia/Jerusalem"
    assert zone_of("Nobody's Paper") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Perundingan damai putaran kedua digelar di Doha", "id"),
        ("Israel serang Rafah, 12 tewas", "id"),
        ("Warga Palestina gelar mogok massal, Tepi Barat lumpuh", "id"),
        ("Talks resume in Jeddah", "en"),
        ("Sudan army, RSF agree truce", "en"),
    ],
)
def test_short_text_is_taken_for_its_language(text: str, language: str) -> None:
    assert identify.language_of(text) == language


LINES = st.sampled_from(
    [
        "Paris: Delegasi itu bertemu para mediator pada Jumat.",
        "JAKARTA, KOMPAS.com - Polisi menahan tiga orang.",
        "Baca juga:",
        "Baca juga: Israel Kirim Delegasi ke Paris",
        "(Baca: Dua Tewas) Saksi pergi. Baca juga: Tentara Mundur Warga itu takut.",
        "24 February 2024 20:35",
        "Rina Sari • 24 February 2024 20:35",
        "By Jane Doe",
        "Editor: Budi (AP)",
        "People flee the town. REUTERS/Ali",
        "Judul Berita Tanpa Titik",
        "The rebels left the town (AFP)",
        '"Ya," katanya. (abc/def)',
        "[Gambas:Video CNN]",
        "ADVERTISEMENT",
        "\u200b",
        "…",
        "((([[[",
        "JAKARTA",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " ", "\r\n", "\u2028"]).map(
        lambda joint: joint.join(parts)
    )
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_spans_are_in_order_disjoint_and_within_the_text(text: str, day_first: bool) -> None:
    layout = lay_out(text, day_first)
    for spans in (layout.body, tuple(f.span for f in layout.furniture)):
        assert list(spans) == sorted(spans)
    every = sorted([*layout.body, *(f.span for f in layout.furniture)])
    assert all(0 <= span.start < span.end <= len(text) for span in every)
    assert all(a.end <= b.start for a, b in pairwise(every))
    assert all(span.cut(text) == span.cut(text).strip() for span in layout.body)
    assert lay_out(text, day_first) == layout


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_equal_reports(text: str) -> None:
    from jalur.model import JalurError
    from jalur.reports.compose import report_of as compose

    raw = Raw(text, id="x")
    try:
        first = compose(raw, Given(language="id"))
    except JalurError:
        return
    assert first == compose(raw, Given(language="id"))
    assert first.text == text
    assert first.body


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Aa b.,/()[]:-–•\"'1\n", max_size=3000))
def test_no_text_makes_a_rule_run_away(text: str) -> None:
    lay_out(text)
