"""Armed groups by kind: what `data/actors/armed.yaml` knows of "the rebels", "milisi Rohingya".

News names a group by its people, creed, aim or region and a word for armed people, or just calls it
the rebels of a state. Which group that is follows from the words, the state and the year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.data import LANGUAGES, check_keys, load_yaml, split
from jalur.model import KnowledgeError

_FILE = "actors/armed.yaml"
_KEYS = "code en id free plain as since until"
_NOUNS = ("REBELS", "SEPARATISTS", "MILITANTS", "MILITIAS", "COALITION")
_PLAIN = ("REBELS", "SEPARATISTS")
_LONGEST = 4
"""Words of the longest phrase that tells a group."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A group as it is called in one state: after which nouns, in which years.

    `free`: its words tell it where the state is not spoken of; `plain`: it needs no such words.
    """

    code: str
    state: str
    words: Mapping[str, tuple[str, ...]]
    nouns: frozenset[str]
    free: bool
    plain: bool
    since: int
    until: int

    def fits(self, noun: str, day: date | None) -> bool:
        """Whether such people are called so, and the group was there on the day."""
        return noun in self.nouns and (day is None or self.since <= day.year <= self.until)


@dataclass(frozen=True, slots=True)
class Called:
    """How a text calls armed people: the words of the phrase, the codebook's word for such people
    (REBELS), the states named with them, and the states that the report speaks of, most first."""

    words: Sequence[str]
    noun: str
    named: Collection[str]
    spoken: Sequence[str]


def by_words(called: Called, language: str, day: date | None) -> str | None:
    """The group that the words tell: longest words first, then of the state named, then of the
    state most spoken of."""
    best: tuple[int, int, int, str] | None = None
    known = _by_words(language)
    for phrase in _phrases(called.words):
        for order, kind in known.get(phrase, ()):
            rank = _nearness(kind, called)
            if rank is None or not kind.fits(called.noun, day):
                continue
            found = (-len(phrase.split()), rank, order, kind.code)
            best = found if best is None else min(best, found)
    return best[-1] if best else None


def by_state(called: Called, day: date | None) -> str | None:
    """The group that is the rebels of the state named, else of the states spoken of."""
    for state in called.named or called.spoken:
        for kind in kinds():
            if kind.plain and kind.state == state and kind.fits(called.noun, day):
                return kind.code
    return None


def _nearness(kind: Kind, called: Called) -> int | None:
    """How near the state of a kind is to what is told; None when nothing speaks for it."""
    if kind.state in called.named:
        return 0
    if kind.state in called.spoken:
        return 1 + list(called.spoken).index(kind.state)
    return 99 if kind.free else None


def _phrases(words: Sequence[str]) -> Iterator[str]:
    """All runs of words up to the longest that can tell a group."""
    plain = _plain(" ".join(words)).split()
    for i in range(len(plain)):
        for size in range(1, _LONGEST + 1):
            yield " ".join(plain[i : i + size])


def _plain(text: str) -> str:
    """A text as phrases are compared: lower case, hyphens apart, no apostrophes."""
    return text.lower().replace("-", " ").replace("’", "").replace("'", "")


@cache
def _by_words(language: str) -> Mapping[str, list[tuple[int, Kind]]]:
    found: dict[str, list[tuple[int, Kind]]] = {}
    for order, kind in enumerate(kinds()):
        for phrase in kind.words[language]:
            found.setdefault(" ".join(_plain(phrase).split()), []).append((order, kind))
    return found


@cache
def kinds() -> tuple[Kind, ...]:
    """All entries. Raises KnowledgeError for a bad one."""
    raw: Mapping[str, Sequence[Mapping[str, Any]]] = load_yaml(_FILE) or {}
    return tuple(_kind(state, entry) for state, entries in raw.items() for entry in entries)


def _kind(state: str, entry: Mapping[str, Any]) -> Kind:
    where = f"data/{_FILE}: {state} {entry.get('code')}"
    check_keys(entry, _KEYS, where)
    words = {k: tuple(split(entry[k], where)) if k in entry else () for k in LANGUAGES}
    plain, free = entry.get("plain", False), entry.get("free", False)
    usual = "|".join(_PLAIN if plain else _NOUNS[:4])
    nouns = frozenset(split(entry.get("as", usual), where))
    since, until = entry.get("since", 0), entry.get("until", 9999)
    if state not in state_codes() or not isinstance(entry.get("code"), str):
        raise KnowledgeError(f"{where}: needs a known state and a code")
    if plain == any(words.values()):
        raise KnowledgeError(f"{where}: needs words in a language, or to be plain")
    if not nouns <= set(_NOUNS) or not since <= until:
        raise KnowledgeError(f"{where}: {sorted(nouns)} from {since} to {until} can never fit")
    return Kind(entry["code"], state, words, nouns, free, plain, since, until)
