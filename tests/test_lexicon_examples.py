"""The examples of the trigger lexicon run as tests; how many read right is pinned, only rises."""

from __future__ import annotations

import pytest

from jalur.evaluate.examples import outcomes

FLOORS = {"id": 0.97, "en": 0.96}


@pytest.mark.parametrize("language", ["id", "en"])
def test_examples_of_the_lexicon_read_as_they_are_marked(language: str) -> None:
    found = outcomes(language)
    wrong = [o for o in found if o.fault]
    listed = "\n".join(f"{o.example.entry.where}: {o.fault}: {o.example.text}" for o in wrong[:40])
    assert len(found) > 100
    assert 1 - len(wrong) / len(found) >= FLOORS[language], listed
