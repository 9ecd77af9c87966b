"""Which numbers of people harmed are totals of a conflict (`data/ontology/totals.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import LANGUAGES, any_of, load_yaml

WORDED = 5
"""A number that the words call a total is one from a fifth of the size that needs no words."""


def is_total(kind: str, number: int | None, passage: str) -> bool:
    """Whether a number of people harmed is more than one event does."""
    least = sizes().get(kind)
    if number is None or least is None:
        return False
    return number >= least or (number * WORDED >= least and bool(pattern().search(passage)))


@cache
def sizes() -> dict[str, int]:
    """From which number on each kind of harm is a total."""
    table = (load_yaml("ontology/totals.yaml") or {})["from"]
    return {str(kind): int(number) for kind, number in table.items()}


@cache
def pattern() -> re.Pattern[str]:
    """The words of totals in every language."""
    table = (load_yaml("ontology/totals.yaml") or {})["words"]
    return any_of({w for language in LANGUAGES for w in table[language]})
