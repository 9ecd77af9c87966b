"""The number that a report gives a round of talks ("putaran ketiga", "the third round").

The words are in `data/ontology/rounds.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import load_yaml

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
MOST = 99
"""The highest number taken for a round's: more is a year or a count."""


def ordinal(text: str, language: str) -> int | None:
    """The only number of a round that a passage tells, None if it tells none or several."""
    found = {n for n in map(number, pattern(language).finditer(text)) if n}
    return found.pop() if len(found) == 1 else None


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
