"""Headlines in capitals: sentences that write nearly every word with one."""

from __future__ import annotations

from collections.abc import Sequence

CAPITALS = 0.8
"""Share of words with a capital from which on a sentence is a headline in capitals."""

LEAST = 4
"""A headline has at least so many words, of at least so many letters."""


def is_headline(words: Sequence[str]) -> bool:
    """Whether a sentence's words are those of a headline in capitals."""
    written = [w for w in words if w[:1].isalpha() and len(w) >= LEAST]
    return len(written) >= LEAST and sum(w[0].isupper() for w in written) >= CAPITALS * len(written)
