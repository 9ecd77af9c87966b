"""Words before a name that many share ("Mr", "Kombes"): nobody is known by one."""

from __future__ import annotations

from functools import cache

from jalur.knowledge.data import load_yaml
from jalur.model import KnowledgeError

FILE = "actors/honorifics.yaml"


@cache
def honorifics() -> frozenset[str]:
    """All such words, lower-cased, with and without a full stop. Raises KnowledgeError for a part
    that is no list of words."""
    found: set[str] = set()
    for part, words in (load_yaml(FILE) or {}).items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            raise KnowledgeError(f"data/{FILE}: {part} is no list of words")
        found.update(words)
    return frozenset({*found, *(f"{word}." for word in found)})
