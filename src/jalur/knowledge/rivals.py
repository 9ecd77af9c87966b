"""Words by which another source tells a happening otherwise, from `data/ontology/rivals.yaml`."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import LANGUAGES, any_of, load_yaml
from jalur.model import KnowledgeError

PARTS = ("happening", "place", "yet", "blame", "guilt", "contrast", "turned", "further")


def rival(part: str, word: str, language: str) -> bool:
    """Whether a lower-cased word or lemma is one of a part: happening, place, yet or blame."""
    return word in words(part, language)


@cache
def phrases(part: str, language: str) -> re.Pattern[str]:
    """The phrases of a part: guilt ("behind the"), contrast ("however"), turned ("fired first") or
    further ("another")."""
    return any_of(words(part, language))


@cache
def words(part: str, language: str) -> frozenset[str]:
    """The words of one part."""
    table = load_yaml("ontology/rivals.yaml") or {}
    if set(table) != set(PARTS) or any(set(table[p]) != set(LANGUAGES) for p in PARTS):
        raise KnowledgeError("data/ontology/rivals.yaml: eight parts, each in every language")
    return frozenset(table[part][language])
