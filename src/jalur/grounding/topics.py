"""How likely a report is news of public life, by its words without names.

A logistic regression over words, one a language, trained by `training/topics.py` on articles of
known sections; a language without one is not judged. It speaks through the features that weigh
mentions: sport, film and gadgets attack, meet and threaten as well.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

LEAST = 30
"""Distinct words below which a text is too short to be judged."""


@cache
def table() -> dict[str, Any]:
    """The trained weights by language; empty when there are none."""
    resource = files("jalur") / "data" / "models" / "topics.json"
    if not resource.is_file():
        return {}
    found: dict[str, Any] = json.loads(resource.read_text(encoding="utf-8"))
    return found


def public_life(words: Sequence[str], language: str) -> float | None:
    """The chance that a report is news of public life, 0 to 1; None where nothing is known."""
    known = table().get(language)
    if known is None:
        return None
    weights: dict[str, float] = known["weights"]
    present = words_of(words)
    if len(present) < LEAST:
        return None
    total = sum(weights.get(w, 0.0) for w in present) / math.sqrt(max(len(present), 1))
    scaled = float(known["bias"]) + total
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, scaled))))


def words_of(words: Sequence[str]) -> set[str]:
    """The distinct words of a report that are written small: names say where, not what."""
    return {w for w in words if w.isalpha() and w.islower() and len(w) > 1}
