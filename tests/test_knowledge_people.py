from __future__ import annotations

import re
from datetime import date

import pytest

from jalur.knowledge import actors
from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.actors.model import Actor, Name
from jalur.knowledge.actors.people import read_people

# language, day, sentence, and each person meant as "name code sector"
CASES = [
    ("en", "2024-07-31", "Haniyeh was killed in Tehran", ["Ismail Haniyeh HAMAS REB"]),
    ("id", "2006-06-01", "Ismail Haniya bertemu Abbas di Palestina", ["Ismail Haniyeh PSE GOV"]),
    ("id", "2024-02-18", "Ismail Haniyah menuduh Israel", ["Ismail Haniyeh HAMAS REB"]),
    ("en", "2024-02-18", "Benjamin Netanyahu rejected it", ["Benjamin Netanyahu ISR GOV"]),
    ("en", "2007-02-18", "Bibi Netanyahu rejected it", ["Benjamin Netanyahu ISR OPP"]),
    (
        "id",
        "2015-03-01",
        "Presiden Jokowi menerima Tony Abbott",
        ["Joko Widodo IDN GOV", "Tony Abbott AUS GOV"],
    ),
    ("id", "2022-03-01", "Menhan Prabowo Subianto tiba", ["Prabowo Subianto IDN MIL"]),
    ("id", "2025-03-01", "Prabowo tiba di Kairo", ["Prabowo Subianto IDN GOV"]),
    ("id", "2014-03-01", "Prabowo Subianto berkampanye", ["Prabowo Subianto IDN PTY"]),
    (
        "id",
        "2005-08-15",
        "Hamid Awaludin menjabat tangan Malik Mahmud",
        ["Hamid Awaludin IDN GOV", "Malik Mahmud GAM REB"],
    ),
    ("id", "2018-08-15", "Malik Mahmud membuka acara", ["Malik Mahmud IDN GOV"]),
    ("en", "2003-03-19", "Bush ordered the attack", ["George W. Bush USA GOV"]),
    (
        "id",
        "2003-03-19",
        "Presiden Bush mengancam Saddam Hussein",
        ["George W. Bush USA GOV", "Saddam Hussein IRQ GOV"],
    ),
    (
        "en",
        "2000-07-11",
        "Clinton invited Yasser Arafat",
        ["Bill Clinton USA GOV", "Yasser Arafat PSE GOV"],
    ),
    (
        "en",
        "2010-07-11",
        "Clinton praised Ehud Barak",
        ["Hillary Clinton USA GOV", "Ehud Barak ISR MIL"],
    ),
    ("en", "2019-07-11", "Aoun named Hariri", ["Michel Aoun LBN GOV", "Saad Hariri LBN GOV"]),
    ("en", "2025-03-11", "Aoun spoke of disarmament", ["Joseph Aoun LBN GOV"]),
    ("en", "2003-03-11", "Hariri flew to Paris", ["Rafik Hariri LBN GOV"]),
    ("en", "2009-03-11", "The Rajapaksa government refused", ["Mahinda Rajapaksa LKA GOV"]),
    ("en", "2022-06-11", "Rajapaksa fled", ["Gotabaya Rajapaksa LKA GOV"]),
    (
        "en",
        "2024-05-11",
        "Francesca Albanese accused Israel . Albanese is a UN expert",
        ["Francesca Albanese UN IGO", "Francesca Albanese UN IGO"],
    ),
    (
        "en",
        "2024-05-11",
        "Anthony Albanese left . Albanese is back",
        ["Anthony Albanese AUS GOV"] * 2,
    ),
    ("en", "2024-05-11", "Riyad al-Maliki left . al-Maliki spoke", ["Riyad al-Maliki PSE GOV"] * 2),
    ("en", "2008-05-11", "al-Maliki spoke in Baghdad", ["Nouri al-Maliki IRQ GOV"]),
    ("en", "2016-05-11", "Abu Mohammad al-Jolani vowed revenge", ["Ahmed al-Sharaa AL_NUSRA REB"]),
    (
        "en",
        "2025-05-14",
        "Ahmed al-Sharaa met Trump",
        ["Ahmed al-Sharaa SYR GOV", "Donald Trump USA GOV"],
    ),
    (
        "id",
        "2012-05-14",
        "Kofi Annan bertemu Bashar al-Assad",
        ["Kofi Annan UN IGO", "Bashar al-Assad SYR GOV"],
    ),
    ("en", "2005-05-14", "Ban Ki-moon visited", ["Ban Ki-moon KOR GOV"]),
    (
        "id",
        "2022-04-01",
        "Zelenskyy menelepon Erdoğan",
        ["Volodymyr Zelensky UKR GOV", "Recep Tayyip Erdogan TUR GOV"],
    ),
    ("en", "2011-03-01", "Moammar Gadhafi vowed to fight", ["Muammar Gaddafi LBY GOV"]),
    ("id", "2011-03-01", "Muammar Khadafi bersumpah melawan", ["Muammar Gaddafi LBY GOV"]),
    (
        "en",
        "2020-03-01",
        "Zalmay Khalilzad met Mullah Abdul Ghani Baradar",
        ["Zalmay Khalilzad USA GOV", "Abdul Ghani Baradar TALIBAN REB"],
    ),
    ("en", "2023-03-01", "Amir Khan Muttaqi flew to Doha", ["Amir Khan Muttaqi TALIBAN GOV"]),
    (
        "id",
        "2013-03-01",
        "Murad Ebrahim menemui Najib Razak",
        ["Murad Ebrahim MILF REB", "Najib Razak MYS GOV"],
    ),
    ("en", "2023-06-24", "Prigozhin halted the march", ["Yevgeny Prigozhin WAGNER PRM"]),
    (
        "en",
        "2023-06-24",
        "Hemedti accused al-Burhan",
        ["Mohamed Hamdan Dagalo RSF PRM", "Abdel Fattah al-Burhan SDN MIL"],
    ),
    (
        "id",
        "2017-09-04",
        "Retno LP Marsudi bertemu Aung San Suu Kyi",
        ["Retno Marsudi IDN GOV", "Aung San Suu Kyi MMR GOV"],
    ),
    ("en", "2021-04-24", "Min Aung Hlaing attended", ["Min Aung Hlaing MMR MIL"]),
    ("id", "2017-07-24", "Tito Karnavian membantah", ["Tito Karnavian IDN COP"]),
    ("id", "2020-07-24", "Tito Karnavian membantah", ["Tito Karnavian IDN GOV"]),
    ("id", "2019-07-24", "Sebby Sambom mengaku bertanggung jawab", ["Sebby Sambom TPNPB REB"]),
    (
        "en",
        "2004-07-24",
        "Velupillai Prabhakaran warned Chandrika Kumaratunga",
        ["Velupillai Prabhakaran LTTE REB", "Chandrika Kumaratunga LKA GOV"],
    ),
    (
        "en",
        "2009-03-24",
        "George Mitchell met Mahmoud Abbas",
        ["George Mitchell USA GOV", "Mahmoud Abbas PSE GOV"],
    ),
    (
        "en",
        "2014-01-24",
        "Lakhdar Brahimi saw Walid al-Moallem",
        ["Lakhdar Brahimi UN IGO", "Walid al-Moallem SYR GOV"],
    ),
    (
        "id",
        "2024-01-24",
        "Kepala intelijen Abbas Kamel dan David Barnea",
        ["Abbas Kamel EGY SPY", "David Barnea ISR SPY"],
    ),
    ("en", "2015-01-24", "She may rule on it and the bush burned", []),
]


@pytest.mark.parametrize(("language", "day", "text", "expected"), CASES)
def test_people_are_found_with_the_office_of_the_day(
    language: str, day: str, text: str, expected: list[str]
) -> None:
    hits = actors.find(text.split(), language, date.fromisoformat(day))
    people = [h.actor for h in hits if h.actor.kind == "person"]
    found = [f"{a.name} {a.code} {a.sector}" for a in people]
    assert [f for f in found if f in expected] == expected
    assert not expected or len({a.name for a in people} - _names(expected)) <= 1
    assert expected or not people


def _names(expected: list[str]) -> set[str]:
    return {e.rsplit(" ", 2)[0] for e in expected}


def _people() -> list[tuple[Name, Actor]]:
    return [(n, n.actor) for n in read_people() if n.actor and n.actor.kind == "person"]


def test_there_are_at_least_eight_hundred_people() -> None:
    assert len({a.name for _, a in _people()}) >= 800


def test_every_code_is_a_state_or_a_listed_group_or_body() -> None:
    unknown = {
        a.code for _, a in _people() if a.code not in state_codes() and not (actors.by_code(a.code))
    }
    assert not unknown


def test_no_office_ends_before_it_begins_and_none_is_listed_twice() -> None:
    seen = set()
    for name, actor in _people():
        assert actor.since is None or actor.until is None or actor.since <= actor.until, actor
        assert (name, actor) not in seen, actor
        seen.add((name, actor))


def test_names_are_written_as_names() -> None:
    for name, _ in _people():
        assert not re.search(r"\s\s|[;=@]", name.form), name.form
