"""Names of places in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jalur.knowledge.places.names import ARTICLE, key
from jalur.knowledge.places.table import hits

_LONGEST = 6
"""Most tokens of a name: "Democratic Republic of the Congo" has five, "Sharm el-Sheikh" four."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A name of a place in a text: tokens `first` to `last`, both included, `name` as written.

    `weak`: the name is also a common word or a person's name, and is a place only after a
    preposition or beside another place.
    """

    first: int
    last: int
    name: str
    weak: bool = False


def find(words: Sequence[str], language: str) -> list[PlaceHit]:
    """The names of places in `words`, tokens as written: the longest first, none overlapping.

    Known are all names of the own table, capitals, and towns of 50,000 and more.
    """
    table, found, i = hits(), [], 0
    marks = [key(w) for w in words]
    while i < len(words):
        hit = _longest(words, marks, i, table) if _may_start(words, i) else None
        if hit is None:
            i += 1
            continue
        found.append(hit)
        i = hit.last + 1
    return found


def _may_start(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if word[:1].isupper():
        return True
    article = ARTICLE.match(word + "-x") is not None and i + 1 < len(words)
    return article or (ARTICLE.match(word) is not None and any(c.isupper() for c in word))


def _longest(
    words: Sequence[str], marks: list[str], i: int, table: dict[str, bool]
) -> PlaceHit | None:
    best, text = None, ""
    for j in range(i, min(i + _LONGEST, len(words))):
        if not marks[j] and not _joins(words, j, i):
            break
        text += marks[j]
        if not marks[j] or text not in table:
            continue
        if any(c.isupper() for c in words[j]) or words[j].isdigit():
            weak = table[text] or (j == i and words[i].isupper() and len(words[i]) < 4)
            best = PlaceHit(i, j, _joined(words[i : j + 1]), weak)
    return best


def _joins(words: Sequence[str], j: int, i: int) -> bool:
    """Whether sign `j` may stand in a name: hyphen, apostrophe, the dot of "St." or "D.C."."""
    return j > i and (words[j] in "-–'’`" or (words[j] == "." and len(words[j - 1]) <= 2))


def _joined(words: Sequence[str]) -> str:
    text = " ".join(words)
    for mark in ("-", "'", "’"):
        text = text.replace(f" {mark} ", mark)
    return text.replace(" 's", "'s").replace(" ’s", "’s").replace(" .", ".").replace(" ,", ",")
