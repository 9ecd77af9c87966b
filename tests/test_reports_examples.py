"""The example reports read as the tour says they do."""

from __future__ import annotations

from pathlib import Path

from jalur.model import Report
from jalur.reports import read

EXAMPLES = Path(__file__).parent.parent / "examples"


def reports(name: str) -> list[Report]:
    found = list(read(str(EXAMPLES / name)))
    assert all(isinstance(item, Report) for item in found), found
    return [item for item in found if isinstance(item, Report)]


def test_paris_is_an_indonesian_page_with_caption_byline_dateline_and_link() -> None:
    [report] = reports("paris.txt")
    assert (report.language, str(report.published)) == ("id", "2024-02-10")
    assert (report.dateline, report.byline) == ("Paris", "Dimas Prakoso")
    assert [f.kind for f in report.furniture] == [
        *("caption", "byline", "date", "dateline", "related")
    ]
    assert len(report.body) == 8


def test_khartoum_is_an_english_page_with_title_byline_date_and_caption() -> None:
    [report] = reports("khartoum.txt")
    assert (report.language, str(report.published)) == ("en", "2023-05-14")
    assert (report.dateline, report.byline) == ("KHARTOUM", "Miriam Hale")
    assert report.title is not None
    assert report.title.startswith("Army and RSF envoys")
    assert len(report.body) == 8


def test_batch_holds_six_dated_reports_of_six_conflicts() -> None:
    found = reports("batch.jsonl")
    assert [report.language for report in found] == ["id"] * 3 + ["en"] * 3
    assert all(report.published and report.dateline and len(report.body) == 3 for report in found)
    assert len({report.id for report in found}) == 6
