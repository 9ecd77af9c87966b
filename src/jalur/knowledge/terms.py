"""Words as they are compared and searched: no accents, no capitals, no clitics, stems only.

The stems are Snowball's for Indonesian and English; both fold "perundingan" and "berunding",
"talks" and "talk", so that a search and a comparison see words and not their endings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from jalur.knowledge.data import load_yaml

WORD = re.compile(r"\w+")
SNOWBALL = {"id": "indonesian", "en": "english"}

STEMS_KEPT = 200_000
"""Words whose stems are remembered: the vocabulary of some ten thousand reports."""


def terms(text: str, language: str | None) -> list[str]:
    """The folded stems of a text in order, function words left out."""
    languages = (language,) if language in SNOWBALL else tuple(SNOWBALL)
    return [stem(w, languages[0]) for w in folded(text) if not stopped(w, languages)]


def asked(word: str) -> set[str]:
    """Every stem that a searched word may have, whatever its language."""
    return {stem(w, language) for w in folded(word) for language in SNOWBALL}


def folded(text: str) -> list[str]:
    """The words of a text without accents and capitals."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(c for c in flat if not unicodedata.combining(c)))


@lru_cache(maxsize=STEMS_KEPT)
def stem(word: str, language: str) -> str:
    """The stem of one folded word."""
    return str(stemmer(language).stemWord(word))


@cache
def stemmer(language: str) -> Any:
    """Snowball's stemmer of a language."""
    import snowballstemmer

    return snowballstemmer.stemmer(SNOWBALL[language])


def stopped(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word says nothing of what a text is about."""
    return any(word in stop_words(language) for language in languages)


@cache
def stop_words(language: str) -> frozenset[str]:
    """The function words of a language, from `data/<language>/stop.yaml`."""
    return frozenset(str(w) for w in load_yaml(f"{language}/stop.yaml") or ())
