"""Words of talks in a passage of either language: proposals, conditions, breaches, ends."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import LANGUAGES, any_of, load_yaml

LONGEST_CONDITION = 160
"""Characters of a condition that are shown."""


@cache
def pattern(feature: str) -> re.Pattern[str]:
    """The words of one feature in every language."""
    table = (load_yaml("ontology/proposals.yaml") or {})[feature]
    return any_of({w for language in LANGUAGES for w in table[language]})


def told(feature: str, passage: str) -> bool:
    """Whether a passage has a word of a feature."""
    return bool(pattern(feature).search(passage))


def condition(passage: str) -> str | None:
    """The conditional clause of a passage, to the next stop."""
    met = pattern("condition").search(passage)
    if met is None:
        return None
    clause = re.split(r"[.;!?]\s|[.;!?]$", passage[met.start() :])[0].strip()
    return clause[:LONGEST_CONDITION] if " " in clause else None
