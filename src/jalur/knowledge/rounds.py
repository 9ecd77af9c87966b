"""The number that a report gives a round of talks ("putaran ketiga", "the third round").

The words are in `data/ontology/rounds.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import load_yaml

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
MOST_BETWEEN = 40
"""Most characters between the number of a round and the talks that it numbers."""

APART = re.compile(
    r"[.;:]|\b(?:after|since|before|following|when|setelah|sejak|sebelum|usai|menyusul|ketika)\b",
    re.I,
)

MOST = 99
"""The highest number taken for a round's: more is a year or a count."""


def ordinals(text: str, language: str) -> list[tuple[int, int, int]]:
    """Every number of a round that a passage tells, with the characters where it stands."""
    found = ((number(m), m.start(), m.end()) for m in pattern(language).finditer(text))
    return [(n, first, last) for n, first, last in found if n]


def is_of(text: str, named: tuple[int, int], told: tuple[int, int]) -> bool:
    """Whether the number of a round is that of talks told in the same passage: nothing stands
    between them that parts two meetings ("the third round *after* last week's talks")."""
    (_, end), (start, _) = sorted((named, told))
    between = text[end:start]
    return len(between) <= MOST_BETWEEN and not APART.search(between)


def number(match: re.Match[str]) -> int | None:
    """The number that one match of the pattern names."""
    table = numbers()
    for name in ("before", "after"):
        said = (match[name] or "").lower()
        if said in table:
            return table[said]
        if figures := re.search(r"\d+", said):
            value = int(figures[0])
            return value if 0 < value <= MOST else None
    return None


@cache
def numbers() -> dict[str, int]:
    """Every word for a round's number, in any language."""
    words = load_yaml("ontology/rounds.yaml") or {}
    found = dict(ROMAN)
    for table in ("ordinal", "cardinal"):
        for language in words[table].values():
            found.update(language)
    return found


@cache
def pattern(language: str) -> re.Pattern[str]:
    """A round's word with the number before it or after it."""
    words = load_yaml("ontology/rounds.yaml") or {}
    nouns = "|".join(words["round"][language])
    ordinals = "|".join(sorted(words["ordinal"][language], key=len, reverse=True))
    cardinals = "|".join(words["cardinal"][language])
    if language == "id":
        before = r"(?P<before>\b\B)"
        after = rf"(?P<after>{ordinals}|ke-?\s?\d{{1,2}}|{cardinals}|\d{{1,2}}|[ivx]+)\b"
        return re.compile(rf"\b(?:{nouns})\s+(?:\w+\s+){{0,2}}?(?:{before}|{after})", re.I)
    before = rf"\b(?P<before>{ordinals}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:\w+\s+){{0,2}}?(?:{nouns})\b"
    after = rf"\bround\s+(?P<after>{cardinals}|\d{{1,2}}|[ivx]+)\b"
    return re.compile(rf"{before}|{after}", re.I)
