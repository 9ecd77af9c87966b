"""The outlets of the world, from `data/actors/media.yaml`: which words of a report name one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jalur.knowledge.data import load_yaml
from jalur.model import KnowledgeError

KINDS = frozenset({"agency", "paper", "tv", "radio", "portal", "magazine"})
LONGEST = 6
"""Words in the longest name that is looked for."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: `country` as ISO 3166 alpha-3; `state`: owned or directed by the state."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str
    state: bool


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet known. Raises KnowledgeError for a bad entry."""
    found = []
    for number, raw in enumerate(load_yaml("actors/media.yaml") or ()):
        if not isinstance(raw, dict) or not raw.get("name") or raw.get("kind") not in KINDS:
            raise KnowledgeError(f"data/actors/media.yaml entry {number + 1}: name or kind missing")
        names = tuple(str(a) for a in raw.get("aliases") or ())
        found.append(
            Outlet(str(raw["name"]), names, str(raw["country"]), raw["kind"], bool(raw["state"]))
        )
    return tuple(found)


@cache
def index() -> dict[str, Outlet]:
    """Names and aliases, in lower case without the article, to outlets; the first entry wins."""
    names: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(key(name.split()), outlet)
    return names


def key(words: Sequence[str]) -> str:
    """How a name is looked up: lower case, clitics and full stops joined, no article.

    A name of one word keeps its article: "The Diplomat" is an outlet, "Diplomat" is a word.
    """
    lower = [w.lower() for w in words]
    if len(lower) > 2 and lower[0] == "the":
        lower = lower[1:]
    return " ".join(lower).replace(" 's", "'s").replace("’", "'").replace(" . ", ".")


def outlet_at(words: Sequence[str], i: int, stop: int) -> tuple[Outlet, int] | None:
    """The outlet named at word `i`, with one past its last word; names begin with a capital."""
    first = words[i][:1]
    if not (first.isupper() or first.isdigit() or "." in words[i] or words[i] in ("dpa", "taz")):
        return None
    names = index()
    if words[i] in ("The", "A") and not words[min(i + 1, stop - 1)][:1].isupper():
        return None
    for size in range(min(LONGEST, stop - i), 0, -1):
        if outlet := names.get(key(words[i : i + size])):
            return outlet, i + size
    return None


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that name, if known."""
    return index().get(key(name.split()))
