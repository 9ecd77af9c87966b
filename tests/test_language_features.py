"""What the models see of a word."""

from __future__ import annotations

import pytest

from jalur.language.features import UNKNOWN, known

WORDS = {"laszlo": 3, "würzburg": 4, "wurzburg": 5}


@pytest.mark.parametrize(
    ("word", "row"), [("László", 3), ("Würzburg", 4), ("WURZBURG", 5), ("Staël", UNKNOWN)]
)
def test_a_word_with_accents_is_known_by_itself_or_without_them(word: str, row: int) -> None:
    assert known(word, WORDS) == row
