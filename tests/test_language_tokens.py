"""Tokens and sentences by rule, in both languages."""

from __future__ import annotations

import time

import pytest

from jalur.doc import Doc
from jalur.language import split
from jalur.model import Report, Span, UnknownLanguage


def read(text: str, language: str) -> Doc:
    return split(Report("t", text, language, body=(Span(0, len(text)),)))


def told(text: str, language: str) -> list[str]:
    doc = read(text, language)
    return [" ".join(doc.words[a:b]) for a, b in doc.bounds]


INDONESIAN = [
    ("sejak 7/10/2023 sebanyak 29.514 jiwa", "sejak 7/10/2023 sebanyak 29.514 jiwa"),
    ("senilai Rp5,89 triliun", "senilai Rp 5,89 triliun"),
    ("pada Jumat (23/2), AS", "pada Jumat ( 23/2 ) , AS"),
    ("juru bicara Qatar, Majed Al-Ansari", "juru bicara Qatar , Majed Al-Ansari"),
    ("pasukannya menyerangnya", "pasukan nya menyerang nya"),
    ("apakah dan tidaklah, siapa pun", "apa kah dan tidak lah , siapa pun"),
    ("adalah setelah sekolah masalah", "adalah setelah sekolah masalah"),
    ("hanya sebelumnya misalnya", "hanya sebelumnya misalnya"),
    ("istriku bertemu di rumahmu", "istri ku bertemu di rumah mu"),
    ("pelaku mengaku membeli buku suku itu", "pelaku mengaku membeli buku suku itu"),
    ("undang-undang dan kura-kuranya", "undang-undang dan kura-kura nya"),
    ("perang Israel-Hamas dan Rusia-Ukraina", "perang Israel - Hamas dan Rusia - Ukraina"),
    ("tahun 1990-an, ke-5", "tahun 1990-an , ke-5"),
    ("meskipun maupun walaupun", "meskipun maupun walaupun"),
    ("kukatakan kepada-Nya", "ku katakan kepada- Nya"),
    ("pukul 10.30 WIB di kompas.com", "pukul 10.30 WIB di kompas.com"),
]
ENGLISH = [
    ("Israel's army can't stop", "Israel 's army ca n't stop"),
    ("they cannot and don’t", "they can not and do n’t"),
    ("We're gonna see", "We 're gon na see"),
    ("the US-led, Iran-backed group", "the US - led , Iran - backed group"),
    ("a 15-year-old in 2013-2014", "a 15 - year - old in 2013 - 2014"),
    ("Al-Ansari, Ben-Gvir and Yoon Suk-yeol", "Al-Ansari , Ben-Gvir and Yoon Suk-yeol"),
    ("Israeli-Palestinian talks on COVID-19", "Israeli - Palestinian talks on COVID-19"),
    ("$10bn, US$5 million or 2.5%", "$ 10 bn , US$ 5 million or 2.5 %"),
    ("at 5.30pm on 7/10/2023", "at 5.30 pm on 7/10/2023"),
    ("wait... 29,514 – see https://a.org/b?c=1.", "wait ... 29,514 – see https://a.org/b?c=1 ."),
    ("@user and AT&T", "@user and AT&T"),
]


@pytest.mark.parametrize(("text", "tokens"), INDONESIAN)
def test_indonesian_words_are_cut_as_in_the_treebanks(text: str, tokens: str) -> None:
    assert list(read(text, "id").words) == tokens.split()


@pytest.mark.parametrize(("text", "tokens"), ENGLISH)
def test_english_words_are_cut_as_in_the_treebanks(text: str, tokens: str) -> None:
    assert list(read(text, "en").words) == tokens.split()


SENTENCES = [
    ("id", "Letjen. M. Hanif dkk. tiba. Ia pergi.", 2),
    ("id", '"Kami menang." Ia pun pulang.', 2),
    ("id", '"Apakah benar?" tanya Dewi kepada Budi.', 1),
    ("id", "Rumahnya di Jl. Merdeka No. 5 terbakar", 1),
    ("id", "Harga Rp2.500 per kg. Toko Tbk. untung 3,5 persen.", 2),
    ("en", "Dr. Smith met U.S. President Lee. They left.", 2),
    ("en", "She flew to the U.S. He stayed at No. 10 until 3 p.m. on Monday.", 2),
    ("en", '"Is it over?" the minister asked. Nobody knew.', 2),
    ("en", '"We won." The crowd cheered… And then it rained!', 3),
    ("en", "He said no. Then he left.", 2),
]


@pytest.mark.parametrize(("language", "text", "count"), SENTENCES)
def test_sentences_end_where_they_end(language: str, text: str, count: int) -> None:
    assert len(told(text, language)) == count, told(text, language)


def test_each_paragraph_ends_a_sentence() -> None:
    text = "Perang usai\n\nWarga pulang"
    doc = split(Report("t", text, "id", body=(Span(0, 11), Span(13, 25))))
    assert doc.bounds == ((0, 2), (2, 4))
    assert doc.paragraph == (0, 1)


def test_text_outside_the_body_has_no_tokens() -> None:
    text = "Foto: arsip\nPerang usai."
    doc = split(Report("t", text, "id", body=(Span(12, 24),)))
    assert doc.words == ("Perang", "usai", ".")
    assert doc.start[0] == 12


@pytest.mark.parametrize("piece", ["x", "a.", "-1", "a-", "1.", "'s", "kata ", "(", "a@"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_very_long_line_is_cut_in_good_time(piece: str, language: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    doc = read(text, language)
    assert time.process_time() - began < 5
    assert max(b - a for a, b in doc.bounds) <= 200


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="'xx'"):
        read("text", "xx")
