"""Words that tell the roles and the format of talks, from `data/ontology/talks.yaml`."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import any_of, load_yaml


@cache
def pattern(feature: str, language: str) -> re.Pattern[str]:
    """The pattern of one feature's words (mediator, host, separate, shuttle, phone, visit …)."""
    return any_of((load_yaml("ontology/talks.yaml") or {})[feature][language])


def told(feature: str, text: str, language: str) -> bool:
    """Whether a passage tells a feature of talks."""
    return bool(pattern(feature, language).search(text))
