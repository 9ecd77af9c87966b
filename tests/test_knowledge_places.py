from __future__ import annotations

import hashlib
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from jalur.knowledge.places import PlaceHit, distance, find, resolve
from jalur.knowledge.places.context import together
from jalur.knowledge.places.names import clean, key, keys, readings, split
from jalur.knowledge.places.table import FOLDER, entries, hits

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "places.yaml").read_text(encoding="utf-8")
)
GRAINS = {"country", "region", "city", "town", "site", "water"}


def check(name: str, language: str, countries: list[str], expected: list[str | None]) -> None:
    resolved = resolve(name, language, countries)
    assert resolved.place is not None, resolved
    assert [resolved.place.name, resolved.place.country, resolved.place.grain] == expected
    assert resolved.reason.rule.startswith("place-")


@pytest.mark.parametrize("name", CASES["alone_id"])
def test_an_indonesian_name_becomes_the_english_one(name: str) -> None:
    check(name, "id", [], CASES["alone_id"][name])


@pytest.mark.parametrize("name", CASES["alone_en"])
def test_an_english_name_becomes_a_place(name: str) -> None:
    check(name, "en", [], CASES["alone_en"][name])


@pytest.mark.parametrize("name", CASES["enclosed"])
def test_what_stands_after_the_comma_decides(name: str) -> None:
    check(name, "en", [], CASES["enclosed"][name])


@pytest.mark.parametrize("line", CASES["hinted"])
def test_countries_spoken_of_decide_between_namesakes_only(line: str) -> None:
    name, _, country = line.rpartition(" ")
    check(name, "en", [country], CASES["hinted"][line])


@pytest.mark.parametrize("name", CASES["unknown"])
def test_what_is_no_place_is_none_with_a_reason(name: str) -> None:
    resolved = resolve(name, "en")
    assert resolved.place is None
    assert resolved.reason.rule in {"place-unknown", "place-empty"}


def test_a_small_town_abroad_is_not_taken_for_a_name_of_this_report() -> None:
    assert resolve("Hammond", "en", ["IRQ"]).place is None
    assert resolve("Mamasapano", "en", ["PHL"]).place is not None


def test_a_place_just_spoken_of_draws_its_neighbours() -> None:
    near = resolve("Beirut", "en").place
    assert near is not None
    found = resolve("Tripoli", "en", (), near).place
    assert found is not None and found.country == "LBN"


def test_places_named_together_settle_each_other() -> None:
    found = together(["Paris", "Dallas", "Sherman", "Texas", "Lamar County"], "en")
    paris = found["Paris"].place
    assert paris is not None and paris.country == "USA"
    alone = together(["Paris", "Brussels", "France"], "en")["Paris"].place
    assert alone is not None and alone.country == "FRA"


def words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


def test_names_are_found_in_running_text_the_longest_first() -> None:
    text = words("Serangan di Jalur Gaza dan Tepi Barat, kata pejabat di Tel Aviv.")
    assert [h.name for h in find(text, "id")] == ["Jalur Gaza", "Tepi Barat", "Tel Aviv"]


def test_hits_are_tokens_of_the_text_in_order_without_overlap() -> None:
    text = words("From Sharm el-Sheikh to Cox's Bazar, from New York to South Sudan.") * 3
    found = find(text, "en")
    assert len(found) == 12
    assert all(a.last < b.first for a, b in pairwise(found))
    assert all(0 <= h.first <= h.last < len(text) for h in found)
    assert found[0] == PlaceHit(1, 4, "Sharm el-Sheikh")


@pytest.mark.parametrize("word", ["Nice", "Bar", "Reading", "Mobile", "Batu", "Kota", "Lima"])
def test_a_name_that_is_a_common_word_is_weak(word: str) -> None:
    assert [h.weak for h in find([word], "en")] in ([], [True])


@pytest.mark.parametrize("word", ["Bogor", "Baghdad", "Rafah", "Jakarta", "Idlib", "Kabul"])
def test_a_name_that_is_only_a_place_is_not_weak(word: str) -> None:
    assert [h.weak for h in find([word], "en")] == [False]


@pytest.mark.parametrize("text", ["nice bar reading", "kota batu lima", "gaza", "it is in a city"])
def test_words_in_lower_case_are_no_places(text: str) -> None:
    assert find(text.split(), "en") == []


def test_a_name_does_not_run_over_the_end_of_a_sentence() -> None:
    text = ["in", "Sadr", ".", "City", "of", "Tel", "/", "Aviv", ",", "St", ".", "Petersburg"]
    assert [h.name for h in find(text, "en")] == ["St. Petersburg"]


def test_a_body_in_capitals_is_no_place() -> None:
    assert [h for h in find(["KPK", "PBB", "TNI"], "id") if not h.weak] == []


def test_spellings_share_a_key() -> None:
    assert key("Khān Yūnis") == key("Khan Yunis") == "khanyunis"
    assert key("Łódź") == "lodz"
    assert key("Cox’s Bazar") == key("Cox's Bazar")
    assert "qaim" in keys("al-Qaim")


def test_a_phrase_is_read_with_and_without_its_designator() -> None:
    assert [p.name for p in readings("kota Rafah")] == ["kota Rafah", "Rafah"]
    assert readings("Idlib province")[1].grain == "region"
    assert readings("northern Iraq")[-1].part == "northern"
    assert split("Kaya, Sudan Selatan") == ("Kaya", "Sudan Selatan")
    assert clean(' "Rafah", ') == "Rafah"


def test_distance_is_in_kilometres() -> None:
    paris, berlin = resolve("Paris", "en").place, resolve("Berlin", "en").place
    assert paris is not None and berlin is not None
    assert 850 < distance(paris, berlin) < 900


def test_the_own_table_is_built_from_its_files() -> None:
    import sqlite3

    names = ("regions.yaml", "exonyms.yaml", "countries.yaml", "weak.yaml")
    digest = hashlib.sha256(b"".join((FOLDER / n).read_bytes() for n in names)).hexdigest()
    base = sqlite3.connect(f"file:{FOLDER / 'own.sqlite'}?mode=ro", uri=True)
    (kept,) = base.execute("SELECT value FROM meta WHERE key = 'sha256'").fetchone()
    base.close()
    assert kept == digest, "run `python -m training.places own`"


def test_every_place_of_ours_has_a_grain_and_resolves_in_its_country() -> None:
    table = yaml.safe_load((FOLDER / "regions.yaml").read_text(encoding="utf-8"))
    lost = []
    for country, grains in table.items():
        assert set(grains) <= GRAINS
        code = "" if country == "none" else country
        for name in (n for group in grains.values() for n in group):
            found = [e.place for e in entries(key(name)) if (e.place.country or "") == code]
            if not found:
                lost.append((country, name))
    assert lost == []
    assert sum(len(group) for grains in table.values() for group in grains.values()) >= 700


def test_answers_are_quick() -> None:
    hits()
    text = words("Pasukan Israel menyerang kota Rafah di Jalur Gaza, kata Kairo dan Doha. ") * 20
    start = time.perf_counter()
    find(text[:300], "id")
    assert time.perf_counter() - start < 0.05
    start = time.perf_counter()
    for _ in range(100):
        resolve("kota Rafah", "id", ("PSE", "ISR"))
    assert time.perf_counter() - start < 0.05
