"""Names in a row, read without the tree."""

from __future__ import annotations

import pytest

from jalur.doc import Doc
from jalur.syntax import likewise, listed, together
from trees import tree

KINDS = {",": "PUNCT", "In": "ADP", "between": "ADP", "with": "ADP", "and": "CCONJ", "dan": "CCONJ"}
OTHERS = {"agreed", "urged", "along", "as", "did", "begitu", "pula", "mendesak", "bersama"}


def flat(text: str) -> Doc:
    """A sentence of names and few other words whose tree says nothing."""
    words = text.split()
    kinds = [KINDS.get(w, "VERB" if w in OTHERS else "PROPN") for w in words]
    last = len(words)
    rows = (
        f"{word} {kind} {0 if at == last else last} dep"
        for at, (word, kind) in enumerate(zip(words, kinds, strict=True), 1)
    )
    return tree("\n".join(rows))


LISTS = {
    "the last of four": ("Egypt , Qatar , Bahrain and UAE agreed", 6, [0, 2, 4, 6]),
    "the first of four": ("Egypt , Qatar , Bahrain and UAE agreed", 0, [0, 2, 4, 6]),
    "a town before it": ("In Paris , Qatar and Egypt agreed", 5, [3, 5]),
    "another list before it": ("between Russia and Ukraine , Turkey and UN agreed", 7, [5, 7]),
    "a comma alone": ("Egypt , Qatar agreed", 2, [2]),
    "as well as": ("France as well as Germany agreed", 4, [0, 4]),
    "one": ("Egypt agreed", 0, [0]),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_names_ends_with_and(name: str) -> None:
    text, at, wanted = LISTS[name]
    assert listed(flat(text), at) == wanted


def test_who_does_the_same_stands_with_the_subject_or_after_all() -> None:
    assert together(flat("Egypt along with Qatar urged Hamas"), 0, 4) == [3]
    assert together(flat("Mesir bersama Qatar mendesak Hamas"), 0, 3) == [2]
    assert together(flat("Egypt urged Hamas along with Qatar"), 0, 1) == []
    assert sorted(likewise(flat("Kenya urged Sudan , as did Uganda and Chad"), 1)) == [6, 8]
    assert likewise(flat("Kenya mendesak Sudan , begitu pula Uganda"), 1) == [6]
    assert likewise(flat("Kenya urged Sudan"), 1) == []
