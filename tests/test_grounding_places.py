"""Where an event happens: the place that its words, or those around it, tell."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from jalur.knowledge.places import capital, parted, resolve
from jalur.knowledge.places.kinds import settlement, site
from jalur.knowledge.places.spots import before, is_address
from jalur.model import Report, Span
from jalur.pipeline import understand

TABLE = yaml.safe_load(
    (Path(__file__).parent / "cases" / "whereabouts.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda c: c[1][:60])
def test_an_event_has_the_place_that_its_report_tells(case: list[str]) -> None:
    language, text, trigger, place = case
    report = Report("case", text, language, TABLE["published"], body=(Span(0, len(text)),))
    events = {e.trigger.cut(text): e for e in understand(report).events}
    found = next((e for words, e in events.items() if trigger in words), None)
    assert found is not None, list(events)
    assert (found.where and found.where.place.name) == place


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("bandara Hodeidah", "Hodeidah Airport"),
        ("penjara Ofer", "Ofer Prison"),
        ("Al Salem hospital", "Al Salem hospital"),
        ("kawah Sileri", "Sileri Crater"),
    ],
)
def test_a_site_that_no_table_has_takes_its_kind_in_english(name: str, english: str) -> None:
    named = site(name)
    assert named is not None
    assert named[0] == english


def test_a_village_is_called_by_its_name_alone() -> None:
    assert settlement("Kelurahan Karang Anyar") == "Karang Anyar"
    assert settlement("village of Puthumathalan") == "Puthumathalan"
    assert settlement("village chief") is None
    place = resolve("Kampung Utikini", "id", ["IDN"]).place
    assert place is not None
    assert (place.name, place.country) == ("Utikini", "IDN")


def test_a_comma_goes_before_the_town_that_a_site_ends_in() -> None:
    assert parted("Istana Merdeka Jakarta", "id") == "Istana Merdeka, Jakarta"
    assert parted("masjid New York", "id") == "masjid New York"
    assert parted("Nusa Tenggara Timur", "id") == "Nusa Tenggara Timur"


def test_a_city_is_called_without_the_word_for_it_where_both_are_one() -> None:
    for name, plain in (("Kota Bandung", "Bandung"), ("Kota Kinabalu", "Kota Kinabalu")):
        place = resolve(name, "id", ["IDN"]).place
        assert place is not None
        assert place.name == plain


def test_the_capital_of_a_state_is_known_by_its_code() -> None:
    assert {c: (p := capital(c)) and p.name for c in ("QAT", "YEM", "AFG")} == {
        "QAT": "Doha",
        "YEM": "Sanaa",
        "AFG": "Kabul",
    }
    assert capital("XXX") is None


def test_addresses_and_origins_are_told_from_places() -> None:
    assert is_address("Gedung KPK")
    assert is_address("Downing Street")
    assert not is_address("Trump Tower")
    assert before(("seorang", "warga", "sarajevo"), 2, "origins")
    assert not before(("di", "sarajevo"), 1, "origins")
