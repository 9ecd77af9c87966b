"""Headlines whose every word has a capital are read like other sentences."""

from __future__ import annotations

import pytest

from jalur.language.documents import recased
from jalur.model import Report, Span
from jalur.pipeline import understand

HEADLINES = [
    ("Menkes Palestina Desak AS Tekan Israel", "mendesak menekan"),
    ("OKI Serukan Gencatan Senjata Segera di Gaza", "menyerukan"),
]


@pytest.mark.parametrize(("headline", "verbs"), HEADLINES)
def test_bare_verbs_are_shown_to_the_model_in_full(headline: str, verbs: str) -> None:
    words = headline.split()
    shown = recased(words, "id")
    assert [a for a, b in zip(shown, words, strict=True) if a != b] == verbs.split()


def test_other_sentences_are_shown_as_they_are() -> None:
    sentence = "Menurut Serang Raya, warga Desak Baru menolak rencana itu ."
    words = sentence.split()
    assert recased(words, "id") == tuple(words)


def test_what_is_called_for_in_a_headline_has_not_happened() -> None:
    text = "Hamas Desak Israel Tarik Pasukan dari Gaza"
    report = Report("h", text, "id", None, body=(Span(0, len(text)),))
    assert all(e.status != "happened" for e in understand(report).events if e.type == "RETREAT")


def test_bare_verbs_of_headlines_tell_events() -> None:
    text = "Presiden Mesir Desak Israel Hentikan Serangan di Gaza"
    report = Report("h", text, "id", None, body=(Span(0, len(text)),))
    assert [e.type for e in understand(report).events][:1] == ["REQUEST"]
