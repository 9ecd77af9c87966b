"""Words that tell harm to people, from `data/<language>/harm.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jalur.knowledge.data import LANGUAGES, any_of, load_yaml

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


CAUSES = {
    "killed": ("ASSAULT", "PROTEST"),
    "injured": ("ASSAULT", "PROTEST"),
    "missing": ("ASSAULT", "COERCE"),
    "detained": ("COERCE", "ACCUSE", "SANCTION"),
    "hostages": ("ASSAULT", "COERCE"),
    "displaced": ("ASSAULT", "COERCE", "THREATEN"),
    "released": ("RETREAT",),
}
"""Which types of event can cause each kind of harm, the likeliest first."""


@cache
def answering(part: str, language: str) -> frozenset[tuple[str, ...]]:
    """The words of one part of a count that answers one told before: counting, saying or only."""
    entries = (load_yaml(f"{language}/harm.yaml") or {})[part]
    return frozenset(tuple(str(e).lower().split()) for e in entries)


@cache
def nobody(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that nobody was harmed, by kind of harm; "any" is of the kind told before, and
    comes last, as its words begin those of others."""
    table = (load_yaml(f"{language}/harm.yaml") or {})["none"]
    return tuple((k, any_of(table[k])) for k in sorted(table, key=lambda k: (k == "any", k)))


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
    """Whether any word of harm stands in these tokens, or a phrase that counts anew ("put the
    figure at")."""
    known = words(language)
    if any(w in known and harms_at(lower, i, language, len(lower)) for i, w in enumerate(lower)):
        return True
    text = " ".join(lower)
    return any(" ".join(f) in text for f in answering("counting", language) if len(f) > 1)


def is_harm(text: str) -> bool:
    """Whether some words are a word of harm, in any language."""
    lower = text.lower().split()
    return bool(lower) and any(
        h.words == tuple(lower) for language in LANGUAGES for h in words(language).get(lower[0], ())
    )
