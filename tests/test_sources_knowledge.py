"""What is known of cues and outlets is broad, whole and keeps its schema."""

from __future__ import annotations

import pytest

from jalur.knowledge import cues as knowledge
from jalur.knowledge.cues import FRAMES, STANCES, check, cues, tells
from jalur.knowledge.media import find_outlet, outlet_at, outlets
from jalur.model import KnowledgeError


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_frame_but_one_and_every_stance_is_known(language: str) -> None:
    known = [c for forms in cues(language).first.values() for c in forms]
    assert len(known) > 500
    frames = {f for c in known for f in c.frames}
    assert frames == FRAMES - ({"bare"} if language == "en" else set())
    assert {c.stance for c in known} == STANCES


@pytest.mark.parametrize("language", ["id", "en"])
def test_both_languages_have_the_same_lists(language: str) -> None:
    assert cues(language).lists.keys() == cues("id").lists.keys()


def test_an_entry_that_breaks_the_schema_is_named() -> None:
    for entry in (
        {},
        {"words": ["x"], "frame": "y"},
        {"words": ["x"], "frame": "say", "stance": "z"},
    ):
        with pytest.raises(KnowledgeError, match="here"):
            check(entry, "here")


def test_a_language_without_cues_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        knowledge.cues("xx")


def test_a_sentence_with_a_cue_is_worth_parsing() -> None:
    assert tells(("kata", "gubernur"), "id")
    assert tells(("he", "told", "them"), "en")
    assert not tells(("hujan", "turun"), "id")


def test_many_outlets_of_the_world_are_known() -> None:
    assert len(outlets()) >= 350
    assert sum(o.country == "IDN" for o in outlets()) >= 80
    assert len({o.country for o in outlets()}) >= 90


def test_no_name_stands_for_two_outlets() -> None:
    names = [n.lower() for o in outlets() for n in {o.name.lower(), *map(str.lower, o.aliases)}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "outlet", "state"),
    [
        ("Kantor Berita Antara", "Antara", True),
        ("Al Qahera TV News", "Al Qahera News", True),
        ("New York Times", "The New York Times", False),
        ("KCNA", "KCNA", True),
        ("Saluran 12", "Channel 12", False),
    ],
)
def test_outlets_are_found_by_the_names_that_the_press_uses(
    name: str, outlet: str, state: bool
) -> None:
    found = find_outlet(name)
    assert found is not None
    assert (found.name, found.state) == (outlet, state)


def test_the_longest_name_in_a_text_is_taken_and_common_words_are_none() -> None:
    found = outlet_at(("The", "Times", "of", "Israel", "said"), 0, 5)
    assert found is not None
    assert (found[0].name, found[1]) == ("The Times of Israel", 4)
    assert outlet_at(("the", "time", "came"), 0, 3) is None
    assert outlet_at(("Diplomat", "senior"), 0, 2) is None
