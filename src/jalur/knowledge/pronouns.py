"""Words that take up somebody named before, from `data/<language>/pronouns.yaml`."""

from __future__ import annotations

from functools import cache

from jalur.knowledge.data import load_yaml

KINDS = (
    "person",
    "group",
    "several",
    "speaker",
    "takes_up",
    "takes_state",
    "takes_group",
    "relational",
    "go_between",
    "both",
    "pair",
    "sides",
    "opponents",
)


@cache
def _words(kind: str, language: str) -> frozenset[str]:
    return frozenset((load_yaml(f"{language}/pronouns.yaml") or {}).get(kind) or ())


@cache
def each_other(language: str) -> frozenset[tuple[str, ...]]:
    """The words that say that some do something to each other, lower-cased and parted."""
    return frozenset(tuple(words.split()) for words in _words("each_other", language))


def is_a(kind: str, word: str, language: str) -> bool:
    """Whether a lower-cased word is a pronoun of a kind, or a noun that is used like one."""
    return word in _words(kind, language)


@cache
def _numbers(language: str) -> dict[str, int]:
    return dict((load_yaml(f"{language}/pronouns.yaml") or {}).get("counted") or {})


def numbered(word: str, language: str) -> int:
    """How many a lower-cased word of number says that take part, three or more; 0 for another."""
    return _numbers(language).get(word, 0)
