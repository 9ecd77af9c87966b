"""Which events of one report are rival accounts of one happening, and which are two happenings."""

from __future__ import annotations

from datetime import date

import pytest

from jalur import coding
from jalur.linking import tellings
from jalur.model import Report, Span
from jalur.pipeline import understand

RIVALS = {
    "who denies it tells it otherwise": (
        "en",
        "Rebels said government troops attacked Bentiu on Sunday. South Sudan's army denied this "
        "and said rebels shelled its positions there on Saturday.",
    ),
    "the other side fired first": (
        "en",
        "Thailand's army said Cambodian soldiers attacked its post near Chong Bok on Wednesday. "
        "Cambodia's defence ministry said Thai troops fired first.",
    ),
    "it was the other ship": (
        "en",
        "China said BRP Cabra rammed a Chinese cutter at Sabina Shoal. It was the Chinese ship "
        "that struck the Cabra, the Philippine coast guard said.",
    ),
    "it never took place": (
        "en",
        "Envoys of the ELN met Colombian officials in Havana last week, two diplomats said. "
        "Colombia's government said no meeting with the ELN was held.",
    ),
}

OTHERS = {
    "two attacks of one side": (
        "en",
        "Russia attacked Kharkiv on Monday, Ukraine said. Ukraine's army said Russia also attacked "
        "Odesa on Tuesday.",
    ),
    "a blow and the answer to it": (
        "id",
        "Hizbullah menembakkan roket ke Israel pada Senin, kata tentara Israel. Israel menyerang "
        "Lebanon pada Selasa, kata Hizbullah.",
    ),
    "two accusations": (
        "en",
        "Armenia accused Azerbaijan of shelling a village. Azerbaijan, however, accused Armenia of "
        "shelling another.",
    ),
}


def answered(language: str, text: str) -> list[str]:
    """The types of the events that answer another one of their report."""
    report = Report("case", text, language, date(2024, 3, 5), body=(Span(0, len(text)),))
    return [t.type for t in tellings(coding.write(understand(report))) if t.answers]


@pytest.mark.parametrize("name", RIVALS)
def test_rival_accounts_of_one_happening_are_found(name: str) -> None:
    assert answered(*RIVALS[name])


@pytest.mark.parametrize("name", OTHERS)
def test_two_happenings_are_no_rival_accounts(name: str) -> None:
    assert not answered(*OTHERS[name])
