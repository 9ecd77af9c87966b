"""What jalur knows of actors and of nouns for people, and how it finds them in a text."""

from __future__ import annotations

import re
import time
from datetime import date
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jalur.knowledge.actors import Actor, by_code, country_name, files, find, table
from jalur.knowledge.actors.index import _spelt, listing
from jalur.knowledge.actors.model import KINDS
from jalur.knowledge.actors.names import name_pieces
from jalur.knowledge.actors.roles import role, roles
from jalur.model import KnowledgeError

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "actors.yaml").read_text("utf-8"))
TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-'’]\w+)*|[^\w\s]")


def hits(language: str, text: str, day: date | None = None) -> list[tuple[str, str]]:
    words = TOKEN.findall(text)
    found = find(words, language, day)
    return [(" ".join(words[h.first : h.last + 1]), h.actor.code) for h in found]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_actors_of_a_sentence_are_found(language: str, text: str, expected: str) -> None:
    wanted = [tuple(pair.rsplit("=", 1)) for pair in expected.split(", ") if pair]
    assert hits(language, text) == wanted


def test_the_table_of_cases_is_broad() -> None:
    assert len(CASES) >= 120
    assert {case[0] for case in CASES} == {"id", "en"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_clitics_may_be_tokens_of_their_own(language: str) -> None:
    found = find(["Israel", "'s", "army", "and", "U.S.", "troops"], language)
    assert [h.actor.code for h in found] == ["ISR", "USA"]


def test_a_hyphen_may_be_a_token_of_its_own() -> None:
    found = find(["Al", "-", "Qaeda", "in", "Yemen"], "en")
    assert [(h.first, h.last, h.actor.code) for h in found] == [(0, 2, "AL_QAEDA"), (4, 4, "YEM")]


def test_a_group_has_the_sector_of_the_day() -> None:
    before = find(["The", "Taliban"], "en", date(2019, 5, 1))[0].actor
    after = find(["The", "Taliban"], "en", date(2023, 5, 1))[0].actor
    assert (before.sector, after.sector) == ("REB", "GOV")


def test_each_code_leads_back_to_its_actor() -> None:
    assert by_code("HAMAS") is not None
    state = by_code("IDN")
    assert isinstance(state, Actor)
    assert (state.kind, state.name, state.country) == ("state", "Indonesia", "IDN")
    assert by_code("NO_SUCH_CODE") is None


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("USA", "id", "Amerika Serikat"), ("NLD", "id", "Belanda"), ("DEU", "en", "Germany")],
)
def test_states_are_named_in_both_languages(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name
    assert country_name("???", language) is None


def test_every_state_has_a_name_in_both_languages() -> None:
    assert len(files.state_codes()) >= 248
    for code in files.state_codes() - {"JEY"}:
        assert country_name(code, "id"), code
        assert country_name(code, "en"), code


def test_coverage_is_broad() -> None:
    found = [n.actor for n in table.names() if n.actor]
    assert {a.kind for a in found} <= set(KINDS)
    assert len({(a.code, a.name) for a in found if a.kind in ("group", "people")}) >= 330
    assert len({(a.code, a.name) for a in found if a.kind == "body"}) >= 650


def test_the_compact_table_says_what_the_files_say() -> None:
    made = (resources.files("jalur") / "data" / "actors" / "index.tsv").read_text(encoding="utf-8")
    remedy = "stale: run python -m jalur.knowledge.actors.table"
    assert made == table.pack(table.read_names()), remedy
    assert table.names() == table.read_names()


def test_every_name_is_spelt_as_a_text_would_be() -> None:
    for key, written, name in _spelt():
        lows, cased = zip(*name_pieces(name.form), strict=True)
        assert (key, written) == (" ".join(lows), cased)


PARTS = [
    "Israel",
    "'s",
    "-",
    "US-led",
    "pro-AS",
    "(",
    "PAN",
    "",
    "Kemlu",
    "Jordan",
    "Antara",
    "PBB",
]


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), max_size=30))
def test_any_tokens_give_hits_in_order_within_the_text(words: list[str]) -> None:
    for language in ("id", "en"):
        found = find(words, language, date(2024, 1, 1))
        assert all(0 <= h.first <= h.last < len(words) for h in found)
        assert all(a.last <= b.first for a, b in pairwise(found))
        for i in range(len(words)):
            role([w.lower() for w in words], i, language)


def test_names_are_found_fast() -> None:
    words = ("The United States said Hamas and the Russian army agreed to talks . " * 24).split()
    find(words, "en")
    spans = []
    for _ in range(20):
        start = time.perf_counter()
        find(words, "en")
        spans.append(time.perf_counter() - start)
    assert min(spans) < 0.005, "300 words take far more than the millisecond measured"
    assert len(listing("en").forms) > 4000


def test_a_bad_entry_is_told_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str) -> Any:
        return [{"code": "X", "country": "ISR", "sector": "ARMY", "names": "Someone"}]

    monkeypatch.setattr(files, "load_yaml", broken)
    monkeypatch.setattr(files, "state_codes", lambda: frozenset({"ISR"}))
    with pytest.raises(KnowledgeError, match=r"groups\.yaml: X: 'ARMY' is no sector"):
        list(files._listed("groups", "group"))


@pytest.mark.parametrize(
    ("language", "text", "word", "sector", "code", "length"),
    [
        ("en", "prime minister of Malta", "prime minister", "GOV", None, 2),
        ("en", "foreign ministry spokesman", "foreign ministry spokesman", "GOV", None, 3),
        ("en", "two", None, None, None, 0),
        ("en", "gunmen fled", "gunman", "UAF", None, 1),
        ("id", "pelaku penembakan", "pelaku penembakan", "CRM", None, 2),
        ("id", "militan", "militan", "UAF", "MILITANTS", 1),
        ("en", "protesters", "protester", "CVL", "PROTESTERS", 1),
        ("en", "vice-president", "vice president", "GOV", None, 1),
        ("en", "ministers of state", "minister of state", "GOV", None, 3),
        ("en", "hostages", "hostage", "CVL", "HOSTAGES", 1),
        ("id", "menteri luar negeri", "menteri luar negeri", "GOV", None, 3),
        ("id", "menlu", "menlu", "GOV", None, 1),
        ("id", "kepala intelijen", "kepala intelijen", "SPY", None, 2),
        ("id", "jaksa penuntut umum", "jaksa penuntut umum", "JUD", None, 3),
        ("id", "pengunjuk rasa", "pengunjuk rasa", "CVL", "PROTESTERS", 2),
        ("id", "warga sipil", "warga sipil", "CVL", "CIVILIANS", 2),
        ("id", "menteri-menteri", "menteri", "GOV", None, 1),
        ("id", "wartawan", "wartawan", "JRN", "JOURNALISTS", 1),
        ("id", "gerilyawan", "gerilyawan", "REB", "REBELS", 1),
    ],
)
def test_the_longest_noun_is_taken(
    language: str, text: str, word: str | None, sector: str | None, code: str | None, length: int
) -> None:
    found = role(text.split(), 0, language)
    if word is None:
        assert found is None
    else:
        assert found is not None
        assert (found.word, found.sector, found.code, found.length) == (word, sector, code, length)


def test_heads_of_state_speak_for_it_and_titles_stand_before_names() -> None:
    for language, words in (
        ("en", "president troops ambassador"),
        ("id", "presiden militer dubes"),
    ):
        for word in words.split():
            found = role([word], 0, language)
            assert found is not None
            assert found.country_head, word
    assert roles("id")["presiden"].person
    assert not roles("en")["troops"].person
    assert roles("en")["troops"].plural


@pytest.mark.parametrize("language", ["id", "en"])
def test_there_are_many_nouns_and_none_twice(language: str) -> None:
    raw = yaml.safe_load((resources.files("jalur") / "data/actors/roles.yaml").read_text("utf-8"))
    words = [w.strip() for entry in raw[language] for w in entry["words"].split("|")]
    assert len(words) >= 1000
    assert sorted({w for w in words if words.count(w) > 1}) == []
