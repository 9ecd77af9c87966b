"""Regressions that `training/` has made: their tables under `data/models`, sums and chances."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The trained table of a name; empty when there is none."""
    resource = files("jalur") / "data" / "models" / f"{name}.json"
    if not resource.is_file():
        return {}
    found: dict[str, Any] = json.loads(resource.read_text(encoding="utf-8"))
    return found


def weight_of(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """What some features weigh together, the same in whatever order they come."""
    return math.fsum(weights.get(feature, 0.0) for feature in features)


def squashed(total: float) -> float:
    """Logits as a chance, 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
