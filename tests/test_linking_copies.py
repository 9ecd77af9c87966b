"""Copies, shortened copies and relays of one text count as one origin."""

from __future__ import annotations

from jalur.linking import copies
from jalur.linking.copies import Text

WIRE = """DOHA, March 5 (Reuters) - Israeli and Hamas negotiators wrapped up a second round of talks
in the Qatari capital late on Monday with gaps still wide over the return of displaced people, two
officials said. Mediators handed both delegations a three-page proposal for a six-week truce."""
LOCAL = """JAKARTA - Juru runding Israel dan Hamas mengakhiri putaran kedua perundingan di Doha,
Qatar, Senin. Sebagaimana dilaporkan Reuters, mediator menyerahkan usulan gencatan senjata."""
OTHER = """CAIRO - Egypt's foreign minister flew to Cyprus for talks on gas fields with Nicosia and
Athens on Tuesday, the ministry said in a statement that named no other guests or topics."""


def text(report: str, words: str, outlet: str = "Kompas", language: str = "en") -> Text:
    return Text(report, language, outlet, "2024-03-05", words, copies.credit(outlet, words, ()))


def test_a_copy_is_found_and_another_text_is_not() -> None:
    wire = text("a", WIRE, "Reuters")
    copy = text("b", WIRE.replace("DOHA, March 5 (Reuters)", "DOHA, KOMPAS.com"))
    assert copies.copied(wire, copy) > 0.8
    assert set(copies.bands(wire.text)) & set(copies.bands(copy.text))
    assert not copies.copied(wire, text("c", OTHER))
    assert not set(copies.bands(wire.text)) & set(copies.bands(OTHER))


def test_a_shortened_copy_is_a_copy() -> None:
    assert copies.copied(text("a", WIRE), text("b", WIRE.split(". ")[0])) > 0.9


def test_an_old_text_quoted_years_later_is_no_copy() -> None:
    late = Text("b", "en", "Kompas", "2026-03-05", WIRE, None)
    assert not copies.copied(text("a", WIRE), late)


def test_headlines_are_copies_only_when_they_are_the_same() -> None:
    first = text("a", "413 Warga Palestina Tewas Akibat Serangan Israel di Jalur Gaza")
    second = text("b", "Puluhan Warga Palestina Tewas Akibat Serangan Israel di Jalur Gaza Utara")
    assert not copies.copied(first, second)
    assert copies.copied(first, text("c", first.text, "Detik")) == 1.0


def test_a_translation_that_names_its_agency_is_a_relay() -> None:
    assert copies.relayed(text("a", WIRE, "Reuters"), text("b", LOCAL, "Kompas", "id"))


def test_two_outlets_that_report_for_themselves_are_two() -> None:
    own = LOCAL.replace("Sebagaimana dilaporkan Reuters, mediator", "Mediator")
    assert not copies.relayed(text("a", WIRE, "Reuters"), text("b", own, "Kompas", "id"))


def test_the_origin_of_copies_is_the_agency() -> None:
    wire, copy = text("b", WIRE, "Reuters"), text("a", WIRE, "Kompas")
    assert copies.origin_of([copy, wire]) == "Reuters"
    assert copies.origin_of([text("a", OTHER, "Harian Selat")]) == "harian selat"


def test_a_name_inside_a_sentence_is_no_credit() -> None:
    assert copies.credit("Kompas", "Officials told Reuters on Monday that talks go on.", ()) is None
    assert copies.credit("Kompas", "KAIRO (AFP) - Talks go on.", ()) == "AFP"
