"""What the model sees of a word: its form, its beginnings and endings, its shape.

The same columns are made in training and when a report is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from unicodedata import combining, normalize
from zlib import crc32

UNKNOWN = 1
"""Row of a word outside the vocabulary; row 0 is padding, row 2 the root before the sentence."""
ROOT = 2
PREFIXES = (2, 3, 4)
SUFFIXES = (1, 2, 3, 4)
BUCKETS = (2048, 4096, 8192, 512, 2048, 4096, 8192)
"""Rows of the table of each prefix and suffix length, found by a checksum of its letters."""
SHAPES = 256
COLUMNS = 2 + len(BUCKETS)
DIGITS = re.compile(r"\d")
RUNS = re.compile(r"(.)\1+")
QUOTES = str.maketrans("’‘ʼ`“”«»„‟–—―", '\'\'\'\'""""""---')


def norm(word: str) -> str:
    """The form under which a word is looked up: lower case, digits as 0, plain quotes."""
    return DIGITS.sub("0", word.lower().translate(QUOTES))


def shape(word: str) -> str:
    """Capitals, small letters, digits and signs, each run told once or twice ("Xxx", "d.d")."""
    kinds = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:24]
    )
    return RUNS.sub(lambda m: m.group(1) * 2, kinds)


def bucket(text: str, size: int) -> int:
    """A row between 1 and size - 1 for a piece of text."""
    return 1 + crc32(text.encode("utf-8", "surrogatepass")) % (size - 1)


@lru_cache(maxsize=100_000)
def affixes(word: str) -> tuple[int, ...]:
    """Rows for the shape, the prefixes and the suffixes of a word."""
    form = norm(word)
    pieces = [form[:n] for n in PREFIXES] + [form[-n:] for n in SUFFIXES]
    rows = [bucket(p, size) for p, size in zip(pieces, BUCKETS, strict=True)]
    return (bucket(shape(word), SHAPES), *rows)


def known(word: str, vocabulary: Mapping[str, int]) -> int:
    """The vocabulary's row of a word, with its accents or without."""
    form = norm(word)
    if form in vocabulary or form.isascii():
        return vocabulary.get(form, UNKNOWN)
    bare = "".join(c for c in normalize("NFD", form) if not combining(c))
    return vocabulary.get(bare, UNKNOWN)


def row(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """The columns of one word: vocabulary row, shape, prefixes, suffixes."""
    return (known(word, vocabulary), *affixes(word))


ROOT_ROW = (ROOT,) + (0,) * (COLUMNS - 1)


def rows(words: Sequence[str], vocabulary: Mapping[str, int]) -> list[tuple[int, ...]]:
    """The columns of a sentence, the root first."""
    return [ROOT_ROW, *(row(w, vocabulary) for w in words)]
