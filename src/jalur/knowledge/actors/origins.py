"""Of which state somebody sounds to be, by name: for people of whom a report says nothing.

A guess between the states that a report names, never more: letters of names that are known
(`data/actors/names.tsv`, and the office holders of `people.tsv`) are compared by naive Bayes over
parts of two to four letters, each state's counts smoothed with those of all. Of 634 such people in
the coded reports 548 get the right state, where the state that the report is about is right for 446
(`python -m training.origins`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.actors.names import plain
from jalur.knowledge.actors.table import names
from jalur.model import KnowledgeError

SIZES = (2, 3, 4)
"""Letters in a part of a name; a name's beginning and end count as letters."""

SMOOTHING = 60
"""How many parts of all names are added to those of each state."""

SPOKEN_OF = 4.0
"""What it counts for how much of the report speaks of a state, beside the name."""

LONGEST = 80
"""Letters of a name that are looked at."""

CLEARLY = 2.0
"""By how much another state must sound likelier than the one that is usual."""


def origin(name: str, states: Mapping[str, int], usual: str | None) -> str | None:
    """The state, of those that a report names so often, of which somebody sounds to be.

    `usual` is what is taken where no other state is clearly likelier. It is returned for a name
    of no letters, and where the report names no other state.
    """
    known = {code: n for code, n in states.items() if code in parts_of_states()}
    if set(known) <= {usual} or not parts(name):
        return usual
    if usual is not None and usual in parts_of_states():
        known.setdefault(usual, 0)
    total = sum(known.values()) or 1
    chances = {
        code: likeness(name, code) + SPOKEN_OF * math.log((n + 0.5) / total)
        for code, n in known.items()
    }
    best = max(sorted(chances), key=lambda code: chances[code])
    doubtful = usual in chances and chances[best] - chances[usual] < CLEARLY
    return usual if doubtful else best


@lru_cache(maxsize=4096)
def likeness(name: str, code: str) -> float:
    """How much likelier the parts of a name are in a state than anywhere, per root of their number
    (parts overlap, so that they are no independent evidence)."""
    here, everywhere = parts_of_states()[code], parts_of_all()
    size, whole = number_of_parts(code) + SMOOTHING, number_of_parts(None)
    found = parts(name)
    usual = ((everywhere[p] + 0.5) / (whole + 0.5 * len(everywhere)) for p in found)
    ratios = ((here[p] / u + SMOOTHING) / size for p, u in zip(found, usual, strict=True))
    return sum(map(math.log, ratios)) / math.sqrt(len(found))


def parts(name: str) -> tuple[str, ...]:
    """The words of a name and the runs of their letters, without diacritics."""
    found: list[str] = []
    letters = plain(name[:LONGEST]).lower().replace("'", "").replace("’", "")
    for word in re.findall(r"[a-z]+", letters):
        framed = f"^{word}$"
        found.append(framed)
        for size in SIZES:
            found += [framed[i : i + size] for i in range(len(framed) - size + 1)]
    return tuple(found)


@cache
def parts_of_states() -> dict[str, Counter[str]]:
    """How often each part stands in the names of each state's people."""
    found: dict[str, Counter[str]] = {}
    for code, name in known_names():
        found.setdefault(code, Counter()).update(parts(name))
    return found


@cache
def parts_of_all() -> Counter[str]:
    """How often each part stands in all names."""
    found: Counter[str] = Counter()
    for counts in parts_of_states().values():
        found.update(counts)
    return found


@cache
def number_of_parts(code: str | None) -> int:
    """How many parts the names of a state have, or of all."""
    return (parts_of_all() if code is None else parts_of_states()[code]).total()


def known_names() -> Iterator[tuple[str, str]]:
    """State and name: of office holders, and those that are typical of a state."""
    for one in names():
        if one.actor is not None and one.actor.kind == "person" and one.actor.code in state_codes():
            yield one.actor.code, one.form
    yield from typical_names()


def typical_names() -> Iterator[tuple[str, str]]:
    """State and name, of `data/actors/names.tsv`. Raises KnowledgeError for a bad line."""
    table = files("jalur") / "data" / "actors" / "names.tsv"
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        code, _, listed = line.partition("\t")
        if code not in state_codes() or not listed:
            raise KnowledgeError(f"data/actors/names.tsv:{number}: needs a state's code and names")
        for name in re.split(r"[,\t]", listed):
            if name.strip():
                yield code, name.strip()
