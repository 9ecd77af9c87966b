"""Knowledge of the record: conflicts, numbers of rounds, stems of words."""

from __future__ import annotations

import pytest

from jalur.knowledge.conflicts import conflicts, conflicts_of
from jalur.knowledge.rounds import is_of, ordinals
from jalur.knowledge.speakers import body
from jalur.knowledge.terms import asked, terms
from jalur.knowledge.totals import is_total

ROUNDS = [
    ("perundingan putaran ketiga di Doha", "id", [3]),
    ("putaran perundingan kedua", "id", [2]),
    ("putaran ke-4", "id", [4]),
    ("putaran II", "id", [2]),
    ("babak kedua belas", "id", [12]),
    ("perundingan di Doha", "id", []),
    ("the third round of indirect talks", "en", [3]),
    ("a 2nd round", "en", [2]),
    ("Round three of talks", "en", [3]),
    ("between the second round and the third round", "en", [2, 3]),
    ("all-round defender", "en", []),
]


@pytest.mark.parametrize(("passage", "language", "numbers"), ROUNDS)
def test_rounds_are_numbered(passage: str, language: str, numbers: list[int]) -> None:
    assert [n for n, _, _ in ordinals(passage, language)] == numbers


def test_a_number_is_that_of_the_talks_beside_it() -> None:
    text = "Ini putaran ketiga perundingan setelah pertemuan Senin lalu"
    ((_, *named),) = ordinals(text, "id")
    talks, meeting = text.index("perundingan"), text.index("pertemuan")
    assert is_of(text, (named[0], named[1]), (talks, talks + 11))
    assert not is_of(text, (named[0], named[1]), (meeting, meeting + 9))


def test_conflicts_are_many_and_sound() -> None:
    assert len(conflicts()) > 400
    assert {c.id for c in conflicts_of("MILF")} >= {"milf"}
    assert all(c.since <= (c.until or 2100) for c in conflicts())


def test_words_are_folded_to_stems() -> None:
    assert terms("Perundingan itu berunding", "id") == ["unding", "unding"]
    assert terms("The talks: Talking", "en") == ["talk", "talk"]
    assert terms("Café à Genève", "en")[0] == "cafe"
    assert {"gencat", "gencatan"} & asked("Gencatan")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kementerian Kesehatan Gaza", "health"),
        ("the Gaza health ministry", "health"),
        ("Jaringan Dokter Sudan", "doctors"),
        ("the Israeli army", "army"),
        ("Syrian Observatory for Human Rights", "monitor"),
        ("Basem Naim", ""),
    ],
)
def test_kinds_of_bodies_that_speak(name: str, kind: str) -> None:
    assert body(name) == kind


def test_totals_of_a_conflict_are_told_from_the_harm_of_an_event() -> None:
    assert is_total("killed", 29514, "at least 29,514 killed")
    assert is_total("killed", 140, "the total has reached 140")
    assert not is_total("killed", 140, "an attack killed 140")
    assert not is_total("killed", 14, "14 killed since Monday")
    assert not is_total("killed", None, "many killed")
