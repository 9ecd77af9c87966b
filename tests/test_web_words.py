"""The words of the pages, the axis of the track, and the marks of a text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import jalur.views.web
from jalur.knowledge.data import load_yaml
from jalur.views.web.drawing.axis import axis
from jalur.views.web.drawing.chart import ceiling
from jalur.views.web.drawing.marked import PART, parts, pieces
from jalur.views.web.drawing.months import months
from jalur.views.web.drawing.world import REGIONS, world
from jalur.views.web.language import LANGUAGES, Tongue, catalogue, chosen
from jalur.views.web.names import name_of, names, offices
from jalur.views.web.words import account, because

WEB = Path(jalur.views.web.__file__).parent
USED = re.compile(
    r"""\bt\(\s*['"]([a-z_]+\.[a-z_.]+)['"]|(?:Refused|Missing)\(['"]([a-z_.]+)['"]"""
)


def test_every_key_that_a_page_uses_is_in_the_catalogue() -> None:
    known = catalogue()
    used = {
        key
        for file in (*WEB.rglob("*.html"), *WEB.rglob("*.py"))
        for pair in USED.findall(file.read_text(encoding="utf-8"))
        for key in pair
        if key and not key.endswith((".", "_"))
    }
    assert len(used) > 150
    assert not used - set(known)


def test_both_languages_put_in_the_same_values() -> None:
    for key, (english, indonesian) in catalogue().items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", indonesian)), key


def test_the_language_is_the_one_asked_for_else_kept_else_liked() -> None:
    assert chosen("id", "en", "en") == "id"
    assert chosen("xx", "id", "en") == "id"
    assert chosen(None, None, "de, id;q=0.9, en;q=0.3") == "id"
    assert chosen(None, None, ";;q=x,,") == "en"


def test_days_and_numbers_are_in_the_words_of_a_language() -> None:
    english, indonesian = (Tongue(code) for code in LANGUAGES)
    assert english.days("2024-02-22", "2024-02-24") == "22–24 February 2024"
    assert indonesian.day("2024-05-07") == "7 Mei 2024"
    assert english.number(1234567) == "1,234,567" and indonesian.number(1234567) == "1.234.567"
    assert english.days("2024-02-09", "2024-03-02") == "9 February – 2 March 2024"
    assert english.days(None, None) == "day not said" and english.day("soon") == "soon"
    assert english.moment("2024-02-24T13:35Z") == "24 February 2024, 13:35 UTC"


def test_codes_have_names_in_both_languages() -> None:
    assert (name_of("DEU", 0), name_of("DEU", 1)) == ("Germany", "Jerman")
    assert name_of("HAMAS", 0) == "Hamas" and name_of("NO_SUCH_BODY", 0) == "No Such Body"
    assert [name_of(c, 1) for c in ("IDN", "IRN", "MMR", "CHN", "PSE")] == [
        *("Indonesia", "Iran", "Myanmar", "Tiongkok", "Palestina"),
    ]
    assert all(a and b for a, b in names().values())
    assert offices()["IDN"]


DAYS = st.lists(st.dates(date(1995, 1, 1), date(2030, 1, 1)), min_size=1, max_size=40)


@given(DAYS)
def test_the_axis_keeps_days_in_order_and_inside(days: list[date]) -> None:
    scale = axis(days, 100, 900)
    assert scale is not None
    placed = [scale.x(d) for d in sorted(days)]
    assert placed == sorted(placed)
    assert placed[0] >= 100 and placed[-1] <= 900.001
    assert all(scale.holds(d) for d in days)
    assert len(scale.ticks()) < 60


def test_a_long_time_without_contact_is_folded() -> None:
    first = date(2020, 1, 1)
    scale = axis([first, first + timedelta(days=900), first + timedelta(days=920)], 0, 1000)
    assert scale is not None and len(scale.folds) == 1
    assert scale.x(first + timedelta(days=900)) < 300


@given(st.integers(0, 10**9))
def test_the_scale_of_a_chart_is_above_its_numbers(most: int) -> None:
    top, step = ceiling(most)
    assert top >= most and 2 <= top / step <= 10


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: span(min(p), max(p)))


@given(st.text(max_size=70), st.lists(st.tuples(SPANS, SPANS, SPANS), max_size=5))
def test_pieces_are_the_text_whole_whatever_the_marks(
    text: str, marked: list[tuple[dict[str, int], ...]]
) -> None:
    events = [
        {
            "id": f"{k}",
            "trigger": trigger,
            "date": {"span": time},
            "place": None,
            "actors": [{"span": who}],
            "recipients": [],
            "sources": [{"who": who, "cue": None}],
            "evidence": [time],
        }
        for k, (trigger, time, who) in enumerate(marked)
    ]
    shown = pieces(text, {"events": events, "tolls": [], "report": {}}, (0, len(text)))
    assert "".join(p.text for p in shown) == text
    anchors = [a for p in shown for a in p.anchors]
    assert len(anchors) == len(set(anchors))


def test_a_long_text_is_cut_into_parts_without_loss() -> None:
    text = "".join(f"line {k}\n" for k in range(9000)) + "x" * 3 * PART
    cuts = parts(text)
    assert "".join(text[a:b] for a, b in cuts) == text
    assert all(b - a <= PART for a, b in cuts)


def test_every_region_has_land_within_bounds() -> None:
    for region in REGIONS:
        drawn = world(region, [])
        assert drawn.land.startswith("M") and len(drawn.land) + len(drawn.borders) < 300_000


def test_every_piece_of_evidence_has_words_in_both_languages() -> None:
    """Why claims were taken as one is told in the reader's language."""
    names_ = set(load_yaml("ontology/linking.yaml")) - {"bias"}
    words = {name: catalogue()[f"evidence.{name}"] for name in names_}
    assert all(english != indonesian for english, indonesian in words.values())
    assert len({english for english, _ in words.values()}) == len(names_)


def test_evidence_is_told_for_and_against() -> None:
    score, held, against = because(
        "0.93: same day +2.2; undated, told apart -1.2; other words -0.4"
    )
    assert score == "0.93" and held == [("same day", "+2.2")]
    assert against == [("undated, told apart", "-1.2"), ("other words", "-0.4")]


def test_an_account_of_numbers_is_in_the_words_of_a_language() -> None:
    indonesian = Tongue("id")
    assert account(indonesian, "toll.killed", "at least 6") == "sedikitnya 6"
    assert account(indonesian, "toll.killed", "11 to 19") == "11–19"


def test_months_are_bars_and_very_many_of_them_years() -> None:
    few = months({"2023-11": 4, "2024-02": 2, "": 9, "soon": 1})
    assert few and [b.since.isoformat() for b in few.bars] == ["2023-11-01", "2024-02-01"]
    assert few.bars[1].until.isoformat() == "2024-02-29" and few.most == 4
    many = months({f"{year}-05": 1 for year in range(1980, 2025)})
    assert many and all(b.whole_year for b in many.bars) and len(many.bars) == 45
    assert months({"2024-01": 3}) is None
