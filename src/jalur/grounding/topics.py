"""How likely a report is news of public life, by its words without names.

A logistic regression over words, one a language, trained by `training/topics.py` on articles of
known sections; a language without one is not judged. It speaks through the features that weigh
mentions: sport, film and gadgets attack, meet and threaten as well.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from jalur.knowledge import trained
from jalur.knowledge.trained import squashed, weight_of

LEAST = 30
"""Distinct words below which a text is too short to be judged."""


def table() -> dict[str, Any]:
    """The trained weights by language; empty when there are none."""
    return trained.table("topics")


def public_life(words: Sequence[str], language: str) -> float | None:
    """The chance that a report is news of public life, 0 to 1; None where nothing is known."""
    known = table().get(language)
    if known is None:
        return None
    weights: dict[str, float] = known["weights"]
    present = words_of(words)
    if len(present) < LEAST:
        return None
    total = weight_of(present, weights) / math.sqrt(max(len(present), 1))
    return squashed(float(known["bias"]) + total)


def words_of(words: Sequence[str]) -> set[str]:
    """The distinct words of a report that are written small: names say where, not what."""
    return {w for w in words if w.isalpha() and w.islower() and len(w) > 1}
