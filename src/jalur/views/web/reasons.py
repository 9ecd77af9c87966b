"""Why a value was read so, in the language of a page: from the words of `jalur.model.Reason`.

A coded report keeps a reason as "rule: detail; not “words”: why; …". What the catalogue
data/web/reasons.yaml does not know stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jalur.knowledge.data import load_yaml
from jalur.views.web.language import DEFAULT, Tongue

TURNED_DOWN = "; not "
NOT = {"en": "not", "id": "bukan"}
HOLE = re.compile(r"\{\+?\}")
DEEP = "{+}"

Pattern = tuple[re.Pattern[str], tuple[bool, ...], str]


def reason(tongue: Tongue, told: str) -> str:
    """A reason in the language of a page."""
    chosen, *others = told.split(TURNED_DOWN)
    rule, _, detail = chosen.partition(": ")
    detail = typed(tongue, detail) if rule == "trigger" else said(tongue, detail)
    words = [named(tongue, rule), *([detail] if detail else [])]
    return "; ".join([": ".join(words), *(turned_down(tongue, other) for other in others)])


def named(tongue: Tongue, rule: str) -> str:
    """The name of a rule in plain words."""
    names: dict[str, list[str]] = catalogue()["rules"]
    return names[rule][tongue.place] if rule in names else rule.replace("-", " ")


def typed(tongue: Tongue, detail: str) -> str:
    """The words that tell an event, with the name of its type."""
    words, _, kind = detail.rpartition(": ")
    return f"{words}: {tongue.word('type', kind)}"


def turned_down(tongue: Tongue, told: str) -> str:
    """Something else that was considered, and why it was not taken."""
    words, _, why = told.rpartition(": ")
    known: dict[str, str] = catalogue()["turned down"]
    against = why if tongue.code == DEFAULT else known.get(why, why)
    return f"{NOT[tongue.code]} {words}: {against}"


def said(tongue: Tongue, detail: str) -> str:
    """The detail of a reason; the report's own words in it stay as they are."""
    if tongue.code == DEFAULT:
        return detail
    for pattern, nested, words in patterns():
        found = pattern.fullmatch(detail)
        if found:
            holes = zip(found.groups(), nested, strict=True)
            return words.format(*(said(tongue, text) if deep else text for text, deep in holes))
    return detail


@cache
def patterns() -> tuple[Pattern, ...]:
    """The details that the catalogue knows; those without holes come first."""
    every = sorted(catalogue()["words"].items(), key=lambda entry: len(HOLE.findall(entry[0])))
    return tuple((pattern_of(english), deep_holes(english), words) for english, words in every)


def pattern_of(english: str) -> re.Pattern[str]:
    """What a detail with holes matches."""
    return re.compile("(.+?)".join(map(re.escape, HOLE.split(english))), re.DOTALL)


def deep_holes(english: str) -> tuple[bool, ...]:
    """Of each hole, whether a detail of its own stands in it."""
    return tuple(hole == DEEP for hole in HOLE.findall(english))


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """The catalogue as it stands."""
    found: dict[str, dict[str, Any]] = load_yaml("web/reasons.yaml")
    return found
