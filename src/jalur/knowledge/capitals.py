"""Capitals that a text names by their state: "the Qatari capital", "ibu kota Qatar".

The words are in `data/ontology/capitals.yaml`, the capitals in `data/actors/states.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jalur.knowledge import actors
from jalur.knowledge.data import load_yaml, split
from jalur.knowledge.places import PlaceHit

STATES = frozenset({"state", "demonym"})


def find(words: Sequence[str], language: str) -> list[PlaceHit]:
    """The capitals among some words, tokens as written, each by its own name."""
    lower = [w.lower() for w in words]
    before, after = patterns(language)
    if not {w[-1] for w in before} & set(lower) and not {w[0] for w in after} & set(lower):
        return []
    found = []
    for hit in actors.find(words, language):
        city = capital(hit.actor.code, language) if hit.actor.kind in STATES else None
        if city is None:
            continue
        ahead = (hit.first - len(w) for w in before if ends(lower, hit.first, w))
        behind = (hit.last + len(w) for w in after if begins(lower, hit.last + 1, w))
        first, last = min(ahead, default=hit.first), max(behind, default=hit.last)
        if (first, last) != (hit.first, hit.last):
            found.append(PlaceHit(first, last, city))
    return found


def ends(lower: Sequence[str], stop: int, words: tuple[str, ...]) -> bool:
    """Whether some words stand right before a token."""
    return stop >= len(words) and tuple(lower[stop - len(words) : stop]) == words


def begins(lower: Sequence[str], start: int, words: tuple[str, ...]) -> bool:
    """Whether some words stand at a token."""
    return tuple(lower[start : start + len(words)]) == words


@cache
def patterns(language: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The words for a capital that stand before the name of its state, and those after it."""
    table = load_yaml("ontology/capitals.yaml") or {}
    before, after = (
        tuple(tuple(words.split()) for words in table[side][language])
        for side in ("before", "after")
    )
    return before, after


@cache
def capital(code: str, language: str) -> str | None:
    """The name of a state's capital in a language, None if it has none in the list."""
    entry = (load_yaml("actors/states.yaml") or {}).get(code, {})
    names = entry.get(f"capital_{language}") or entry.get("capital")
    return split(names, f"data/actors/states.yaml: {code}")[0].rstrip("?") if names else None
