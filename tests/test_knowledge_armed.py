"""Armed groups that are named by kind, and offices that only one state has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from jalur.knowledge.actors import armed, by_code, offices
from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.actors.roles import role
from jalur.model import KnowledgeError


def group(
    language: str, text: str, year: int, named: Sequence[str] = (), spoken: Sequence[str] = ()
) -> str | None:
    """The group that a phrase means on the first of July of a year."""
    words = text.lower().split()
    found = (role(words, i, language) for i in range(len(words)))
    nouns = [r.code for r in found if r is not None and r.code]
    called = armed.Called(words, nouns[0] if nouns else "REBELS", named, spoken)
    day = date(year, 7, 1)
    return armed.by_words(called, language, day) or armed.by_state(called, day)


@pytest.mark.parametrize(
    ("language", "text", "year", "named", "expected"),
    [
        ("id", "milisi Rohingya", 2018, "", "ARSA"),
        ("en", "Rohingya militants", 2014, "", None),
        ("id", "pemberontak komunis", 2011, "PHL", "NPA"),
        ("en", "Maoist guerrillas", 2009, "PHL", "NPA"),
        ("en", "Maoist guerrillas", 2009, "IND", "NAXALITES"),
        ("en", "Maoist rebels", 2003, "NPL", "NEPAL_MAOISTS"),
        ("en", "Maoist rebels", 1992, "PER", "SHINING_PATH"),
        ("id", "gerilyawan Kurdi", 2015, "TUR", "PKK"),
        ("id", "milisi Kurdi", 2017, "SYR", "SDF"),
        ("en", "Kurdish rebels", 2012, "IRN", "PJAK"),
        ("id", "pemberontak Tamil", 2006, "", "LTTE"),
        ("en", "Tamil separatists", 2015, "LKA", None),
        ("id", "separatis Papua", 2019, "", "TPNPB"),
        ("id", "pemberontak Aceh", 2001, "", "GAM"),
        ("id", "separatis", 2003, "THA", None),
        ("en", "southern insurgents", 2012, "THA", "BRN_PATANI"),
        ("en", "leftist rebels", 2008, "COL", "FARC"),
        ("en", "leftist rebels", 2019, "COL", "ELN"),
        ("id", "pemberontak", 2018, "YEM", "HOUTHI"),
        ("id", "separatis selatan", 2019, "YEM", "STC"),
        ("en", "pro-Russian separatists", 2015, "UKR", "DPR"),
        ("id", "separatis pro-Rusia", 2014, "UKR", "DPR"),
        ("en", "pro-Russian separatists", 2012, "UKR", None),
        ("en", "rebels", 2013, "COD", "M23"),
        ("en", "rebels", 2017, "COD", None),
        ("en", "Hutu rebels", 2017, "COD", "FDLR"),
        ("en", "Islamist insurgents", 2015, "NGA", "BOKO_HARAM"),
        ("en", "Niger Delta militants", 2009, "NGA", "MEND"),
        ("en", "Tigrayan rebels", 2021, "ETH", "TPLF"),
        ("en", "Islamist militants", 2022, "SOM", "AL_SHABAAB"),
        ("en", "Chechen rebels", 2000, "", "CHECHEN_REBELS"),
        ("en", "Basque separatists", 2002, "", "ETA"),
        ("en", "ethnic Albanian guerrillas", 2001, "MKD", "NLA_MACEDONIA"),
        ("en", "ethnic Albanian rebels", 1998, "SRB", "KLA"),
        ("id", "pemberontak Muslim", 2008, "PHL", "MILF"),
        ("id", "pemberontak Muslim", 1992, "PHL", "MNLF"),
        ("en", "rebels", 1999, "SLE", "RUF"),
        ("en", "Tuareg rebels", 2012, "MLI", "MNLA"),
        ("id", "pemberontak Tuareg", 2007, "NER", "TUAREG"),
        ("en", "rebels", 2014, "SSD", "SPLM_IO"),
        ("en", "rebels", 1994, "AGO", "UNITA"),
        ("en", "rebels", 2016, "SYR", None),
        ("en", "coalition forces", 2016, "SYR", "GLOBAL_COALITION"),
        ("en", "coalition forces", 2005, "IRQ", "USA"),
        ("id", "pasukan koalisi", 2019, "YEM", "SAUDI_COALITION"),
        ("id", "pasukan koalisi", 2012, "YEM", None),
        ("en", "anglophone separatists", 2019, "CMR", "AMBAZONIA"),
    ],
)
def test_a_group_is_known_by_its_kind(
    language: str, text: str, year: int, named: str, expected: str | None
) -> None:
    assert group(language, text, year, [named] if named else []) == expected


def test_the_state_that_is_named_counts_before_those_spoken_of() -> None:
    assert group("en", "Kurdish rebels", 2016, ["TUR"], ["SYR", "TUR"]) == "PKK"
    assert group("en", "Kurdish rebels", 2016, [], ["SYR", "TUR"]) == "SDF"
    assert group("en", "communist rebels", 2016) is None


def test_every_group_by_kind_has_a_code_of_the_house() -> None:
    assert [k.code for k in armed.kinds() if by_code(k.code) is None] == []


def test_kinds_are_many_and_in_both_languages() -> None:
    told = [k for k in armed.kinds() if not k.plain]
    assert len({k.state for k in told}) >= 70
    assert all(k.words["en"] and k.words["id"] for k in told)
    assert sum(len(k.nouns) * len(w) for k in told for w in k.words.values()) >= 2000


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"code": "X", "en": "A", "since": 2010, "until": 2000}, "can never fit"),
        ({"code": "X", "en": "A", "as": "TROOPS"}, "can never fit"),
        ({"code": "X"}, "needs words"),
        ({"code": "X", "en": "A", "plain": True}, "needs words"),
        ({"en": "A"}, "needs a known state and a code"),
        ({"code": "X", "en": "A", "region": "B"}, "unknown key"),
    ],
)
def test_a_bad_kind_is_told_with_its_place(entry: dict[str, Any], fault: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"armed\.yaml: PHL .*{fault}"):
        armed._kind("PHL", entry)


@pytest.mark.parametrize(
    ("language", "text", "spoken", "expected"),
    [
        ("en", "the foreign secretary", ["SYR"], "GBR"),
        ("en", "the foreign secretary", ["IND", "PAK"], "IND"),
        ("en", "a deputy secretary of state", [], "USA"),
        ("en", "the prime minister", ["GBR"], None),
        ("en", "the chief cabinet secretary", [], "JPN"),
        ("en", "chief ministers", ["PAK"], "PAK"),
        ("id", "menko polhukam", ["MYS"], "IDN"),
        ("id", "kanselir", ["AUT"], "AUT"),
        ("id", "kapolres", ["TUR"], "IDN"),
        ("id", "menteri luar negeri", ["TUR"], None),
    ],
)
def test_an_office_of_one_state_is_its_own(
    language: str, text: str, spoken: list[str], expected: str | None
) -> None:
    assert offices.state_of(text.split(), language, spoken) == expected


def test_every_office_is_of_known_states() -> None:
    for language in ("en", "id"):
        known = offices.offices(language)
        assert len(known) >= 90
        assert {code for codes in known.values() for code in codes} <= state_codes()
