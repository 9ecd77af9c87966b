"""Words typical of news that is not about conflict, from `data/<language>/genres.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jalur.knowledge.data import load_yaml


@cache
def words(language: str) -> dict[str, frozenset[str]]:
    """Each kind of news with its single words."""
    table = load_yaml(f"{language}/genres.yaml") or {}
    return {genre: frozenset(str(w) for w in known) for genre, known in table.items()}


def density(lower: Sequence[str], language: str) -> dict[str, float]:
    """The share of a report's tokens that are words of each kind of news, 0 to 1."""
    size = max(1, len(lower))
    return {g: sum(w in known for w in lower) / size for g, known in words(language).items()}
