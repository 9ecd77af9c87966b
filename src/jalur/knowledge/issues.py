"""What talks and demands are about, from `data/ontology/issues.yaml`."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import load_yaml


@cache
def patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each issue with the pattern of its words."""
    table = load_yaml("ontology/issues.yaml") or {}
    return tuple(
        (issue, re.compile(rf"\b(?:{'|'.join(map(re.escape, words.get(language, ())))})\b", re.I))
        for issue, words in table.items()
    )


def issues_in(text: str, language: str) -> tuple[str, ...]:
    """The issues that a passage names, in the order of the codebook."""
    return tuple(issue for issue, pattern in patterns(language) if pattern.search(text))
