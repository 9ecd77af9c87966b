"""Offices that only one state has, or few: `data/actors/offices.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from jalur.knowledge.actors.files import state_codes
from jalur.knowledge.data import LANGUAGES, load_yaml, split
from jalur.model import KnowledgeError

_FILE = "actors/offices.yaml"
_LONGEST = 6
"""Words of the longest office."""


@cache
def offices(language: str) -> Mapping[str, tuple[str, ...]]:
    """The states of each office, likeliest first. Raises KnowledgeError for a bad entry."""
    raw: Mapping[str, Mapping[str, str]] = load_yaml(_FILE) or {}
    if set(raw) - set(LANGUAGES):
        raise KnowledgeError(f"data/{_FILE}: languages are {', '.join(LANGUAGES)}")
    found: dict[str, tuple[str, ...]] = {}
    for office, states in raw.get(language, {}).items():
        where = f"data/{_FILE}: {language} {office}"
        codes = tuple(split(states, where))
        if office != office.lower() or not set(codes) <= state_codes():
            raise KnowledgeError(f"{where}: needs small letters and known states, not {states!r}")
        found[_plain(office)] = codes
    return found


def state_of(lower_words: Sequence[str], language: str, spoken: Collection[str]) -> str | None:
    """The state of the longest listed office among some words: the first that is `spoken` of."""
    words = _plain(" ".join(lower_words)).split()
    known = offices(language)
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            states = known.get(" ".join(words[i : i + size]))
            states = states or known.get(" ".join(words[i : i + size]).removesuffix("s"))
            if states:
                return next((s for s in states if s in spoken), states[0])
    return None


def _plain(text: str) -> str:
    """A text as offices are compared: hyphens apart, no apostrophes."""
    return text.replace("-", " ").replace("’", "").replace("'", "")
