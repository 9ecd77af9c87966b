"""Words by which somebody denies what was just told, from `data/ontology/denials.yaml`."""

from __future__ import annotations

import re
from functools import cache

from jalur.knowledge.data import LANGUAGES, any_of, load_yaml
from jalur.model import KnowledgeError

PARTS = ("part", "presence", "loss")


def denied_by(words: str, language: str) -> str | None:
    """What somebody denies in some words: to have had a part in something, to have been there, or
    to have lost something; None if it is something else."""
    return next((p for p in PARTS if pattern(p, language).search(words)), None)


@cache
def pattern(part: str, language: str) -> re.Pattern[str]:
    """The words of one part."""
    table = load_yaml("ontology/denials.yaml") or {}
    if set(table) != set(PARTS) or any(set(table[p]) != set(LANGUAGES) for p in PARTS):
        raise KnowledgeError("data/ontology/denials.yaml: three parts, each in every language")
    return any_of(table[part][language])
