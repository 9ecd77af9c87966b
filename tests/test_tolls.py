"""Which numbers are counts of people harmed by an event, and which are not."""

from __future__ import annotations

from datetime import date

import pytest

from jalur.model import Report, Span, TollClaim
from jalur.pipeline import understand


def read(language: str, text: str) -> tuple[TollClaim, ...]:
    report = Report("case", text, language, published=date(2024, 2, 24), body=(Span(0, len(text)),))
    return understand(report).tolls


COUNTS = [
    ("en", "Rebels attacked the port in Sudan and killed nine sailors.", {("killed", 9, 9)}),
    ("en", "Nearly 6,500 civilians were killed when Israel bombed Gaza.", {("killed", 6500, 6500)}),
    ("en", "Sudan's army captured 14 tanks and three towns from the rebels.", set()),
    ("en", "Sudan's army captured three more towns from the rebels.", set()),
    ("id", "Polisi Indonesia menangkap enam kapal Vietnam di Natuna.", set()),
    ("id", "Polisi Indonesia menangkap enam nelayan Vietnam di Natuna.", {("detained", 6, 6)}),
    ("id", "Polisi Indonesia menangkap seorang nelayan Vietnam di Natuna.", set()),
    ("id", "Arab Saudi menahan dua warga Indonesia yang terancam hukuman mati.",
     {("detained", 2, 2)}),
    ("id", "Hampir 200 perwira tewas dalam serangan Israel ke Suriah.", {("killed", 200, 200)}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "counts"), COUNTS)
def test_people_are_counted_and_things_are_not(
    language: str, text: str, counts: set[tuple[str, int, int]]
) -> None:
    found = {(t.kind, t.quantity.low, t.quantity.high) for t in read(language, text)}
    assert found == counts


ACCIDENTS = [
    ("en", "Israel bombed Homs. An earthquake killed 40 people in Homs."),
    ("id", "Israel menyerang Homs. Gempa menewaskan 40 orang di Homs."),
]


@pytest.mark.parametrize(("language", "text"), ACCIDENTS)
def test_an_accident_told_beside_an_attack_is_not_counted(language: str, text: str) -> None:
    assert not read(language, text)


def test_a_count_told_far_from_any_event_is_not_its_toll() -> None:
    between = "The weather was fine. Shops were open. Prices fell a little. "
    assert read("en", "Israel bombed Homs. Forty people died in the town.")
    assert not read("en", f"Israel bombed Homs. {between}Forty people died in the town.")


def test_suspects_whom_police_detain_are_of_their_state() -> None:
    (toll,) = read("id", "Polisi Filipina menangkap empat terduga teroris di Manila.")
    assert toll.victims is not None
    assert toll.victims.code == "PHL"
