"""Words that tell harm to people, from `data/<language>/harm.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jalur.knowledge.data import any_of, load_yaml

KINDS = ("killed", "injured", "missing", "detained", "hostages", "displaced", "released")


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm: its kind, and on which side of it its number stands (before, after, head)."""

    kind: str
    side: str
    words: tuple[str, ...]


@cache
def words(language: str) -> dict[str, tuple[Harm, ...]]:
    """First word of every word of harm to those that begin so, longest first."""
    table = load_yaml(f"{language}/harm.yaml") or {}
    found: dict[str, list[Harm]] = {}
    for kind in KINDS:
        for side, entries in (table.get(kind) or {}).items():
            for entry in entries:
                form = tuple(str(entry).lower().split())
                found.setdefault(form[0], []).append(Harm(kind, side, form))
    return {k: tuple(sorted(v, key=lambda h: -len(h.words))) for k, v in found.items()}


@cache
def people(language: str) -> frozenset[str]:
    """Nouns that are counted people."""
    return frozenset((load_yaml(f"{language}/harm.yaml") or {}).get("people") or ())


@cache
def things(language: str) -> frozenset[str]:
    """Nouns that are counted and are nobody."""
    return frozenset((load_yaml(f"{language}/harm.yaml") or {}).get("things") or ())


@cache
def accidents(language: str) -> re.Pattern[str]:
    """Words of disasters, accidents and illness, which are not coded."""
    return any_of((load_yaml(f"{language}/harm.yaml") or {}).get("accidents") or ())


def harms_at(lower: Sequence[str], i: int, language: str, stop: int) -> list[Harm]:
    """The words of harm that begin at token `i` and end before `stop`, the longest."""
    found: list[Harm] = []
    for harm in words(language).get(lower[i], ()):
        if found and len(harm.words) < len(found[0].words):
            break
        end = i + len(harm.words)
        if end <= stop and tuple(lower[i:end]) == harm.words:
            found.append(harm)
    return found


def tells(lower: Sequence[str], language: str) -> bool:
    """Whether any word of harm stands in these tokens."""
    known = words(language)
    return any(w in known and harms_at(lower, i, language, len(lower)) for i, w in enumerate(lower))
