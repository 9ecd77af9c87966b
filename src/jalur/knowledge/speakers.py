"""What kind of body a source is, from the words of its name (`data/ontology/speakers.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import any_of, load_yaml


@cache
def body(name: str) -> str:
    """The kind of body that a name tells: doctors, health, army …; "" if none."""
    return next((kind for kind, words in patterns() if words.search(name)), "")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind with the pattern of its words, the more special kinds first."""
    table = load_yaml("ontology/speakers.yaml") or {}
    return tuple((kind, any_of(words)) for kind, words in table.items())
