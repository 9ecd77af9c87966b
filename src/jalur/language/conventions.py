"""The writing conventions of a language: the lists of `data/<language>/tokens.yaml` as sets."""

from __future__ import annotations

from functools import cache

from jalur.knowledge.data import load_yaml
from jalur.model import UnknownLanguage


@cache
def lists(language: str) -> dict[str, frozenset[str]]:
    """Each list of the language's file by its name.

    Raises UnknownLanguage when there is no file for `language`.
    """
    raw = load_yaml(f"{language}/tokens.yaml")
    if raw is None:
        raise UnknownLanguage(f"no knowledge of the language {language!r}: jalur reads id and en")
    return {key: frozenset(value) for key, value in raw.items()}


@cache
def cuts(language: str) -> dict[str, int]:
    """Written words that are two words, with the place where to cut."""
    raw = load_yaml(f"{language}/tokens.yaml") or {}
    return dict(raw.get("cuts", {}))


@cache
def pairing() -> frozenset[str]:
    """Names that stand joined by a hyphen and yet are words of their own ("Israel-Hamas")."""
    return frozenset(load_yaml("en/tokens_pairs.yaml")["words"])
