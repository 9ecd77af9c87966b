"""One meaning of the lexicon of triggers, as `data/<language>/triggers/` gives it.

The format is described in docs/lexicon.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import list_files, load_yaml
from jalur.model import KnowledgeError

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
TWO_SIDED = {"CONSULT", "AGREE", "COOPERATE"}
SIDES = {"with", "dengan", "bersama", "between", "among", "antara", "antar"}
"""Prepositions of the other side, or of both; among the actor's slots they make both sides act."""

KEYS = {
    *("verbs", "nouns", "adjectives", "mode", "actor", "to", "unless", "unless_clause", "near"),
    *("needs", "verbal", "examples", "note", "type", "status", "issue"),
    "again",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of the lexicon: the type it tells and who fills its slots."""

    type: str
    mode: str | None
    actor: tuple[str, ...]
    to: tuple[str, ...]
    unless: frozenset[str]
    unless_clause: frozenset[str]
    near: frozenset[str]
    needs: str
    verbal: bool
    again: bool
    examples: tuple[str, ...]
    where: str

    @property
    def two_sided(self) -> bool:
        """Whether all who take part act: always in talks and joint work; in a promise or an offer
        only where the other side is asked for among the actors or first of all."""
        if self.type == "AGREE":
            return not SIDES.isdisjoint((*self.actor, *self.to[:1]))
        return self.type in TWO_SIDED or not SIDES.isdisjoint(self.actor)


@cache
def entries(language: str) -> tuple[tuple[Entry, dict[str, Any]], ...]:
    """Every entry of a language with its raw words. Raises KnowledgeError for a bad one."""
    found = []
    for path in list_files(f"{language}/triggers"):
        type_ = path.rsplit("/", 1)[1].removesuffix(".yaml")
        for number, raw in enumerate(load_yaml(path) or []):
            found.append((check(raw, type_, f"data/{path} entry {number + 1}"), raw))
    return tuple(found)


def check(raw: Any, type_: str, where: str) -> Entry:
    """An entry from its YAML map, defaults filled in."""
    if not isinstance(raw, dict) or not (
        raw.get("verbs") or raw.get("nouns") or raw.get("adjectives")
    ):
        raise KnowledgeError(f"{where}: an entry is a map with verbs, nouns or adjectives")
    if strange := set(raw) - KEYS:
        raise KnowledgeError(f"{where}: unknown key {sorted(strange)[0]!r}")
    type_ = raw.get("type", type_)
    if type_ not in TYPES:
        raise KnowledgeError(f"{where}: no event type {type_!r}")
    return Entry(
        type=type_,
        mode=raw.get("mode"),
        actor=tuple(map(str, raw.get("actor", ["subj"]) or [])),
        to=tuple(map(str, raw.get("to", ["obj"]) or [])),
        unless=word_set(raw, "unless"),
        unless_clause=word_set(raw, "unless_clause"),
        near=word_set(raw, "near"),
        needs=raw.get("needs", "any"),
        verbal=bool(raw.get("verbal")),
        again=bool(raw.get("again")),
        examples=tuple(map(str, raw.get("examples") or ())),
        where=where,
    )


def word_set(raw: dict[str, Any], key: str) -> frozenset[str]:
    """The words under a key of an entry, in lower case."""
    return frozenset(str(w).lower() for w in raw.get(key) or ())
