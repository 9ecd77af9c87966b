"""Who fights whom and who usually mediates, from `data/ontology/conflicts.yaml`.

The list names the talks of known conflicts and tells their mediators from their parties; talks of
conflicts that it does not hold are found from the record itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import check_keys, load_yaml
from jalur.model import KnowledgeError

KEYS = "id name sides mediators venues since until issues"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict: its sides, each with its principal first, and who usually mediates where."""

    id: str
    name: str
    local: str
    sides: tuple[tuple[str, ...], ...]
    mediators: frozenset[str]
    venues: frozenset[str]
    since: int
    until: int | None
    issues: frozenset[str]

    def goes_on(self, year: int) -> bool:
        """Whether it had begun and, give or take a year, not ended."""
        return self.since <= year and (self.until is None or year <= self.until + 1)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Every conflict known. Raises KnowledgeError for a bad entry."""
    found = [conflict(raw) for raw in load_yaml("ontology/conflicts.yaml") or ()]
    if len({c.id for c in found}) != len(found):
        raise KnowledgeError("data/ontology/conflicts.yaml: an id stands twice")
    return tuple(found)


def conflict(raw: dict[str, Any]) -> Conflict:
    """One entry."""
    where = f"data/ontology/conflicts.yaml {raw.get('id')}"
    check_keys(raw, KEYS, where)
    sides = tuple(tuple(map(str, side)) for side in raw["sides"])
    if len(sides) < 2 or not all(sides):
        raise KnowledgeError(f"{where}: a conflict has two sides or more")
    return Conflict(
        id=str(raw["id"]),
        name=str(raw["name"]["en"]),
        local=str(raw["name"]["id"]),
        sides=sides,
        mediators=frozenset(map(str, raw.get("mediators") or ())),
        venues=frozenset(map(str, raw.get("venues") or ())),
        since=int(raw["since"]),
        until=int(raw["until"]) if raw.get("until") else None,
        issues=frozenset(map(str, raw.get("issues") or ())),
    )


@cache
def conflicts_of(code: str) -> tuple[Conflict, ...]:
    """The conflicts in which somebody is a side."""
    return tuple(c for c in conflicts() if any(code in side for side in c.sides))


@cache
def mediated_by(code: str) -> tuple[Conflict, ...]:
    """The conflicts in which somebody usually mediates."""
    return tuple(c for c in conflicts() if code in c.mediators)


@cache
def opposed(one: str, other: str) -> bool:
    """Whether two parties are on different sides of a known conflict."""
    return any(
        one in side and any(other in rest for rest in c.sides if rest is not side)
        for c in conflicts_of(one)
        for side in c.sides
    )
