"""Every number that shapes a model, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Settings:
    """How one language's model is made."""

    language: str
    data: Path
    cycles: tuple[int, ...] = (9, 10)
    """Epochs of each cycle; a cycle begins with the averaged weights of the one before."""
    hidden: int = 200
    layers: int = 2
    word: int = 64
    static: int = 100
    pieces: int = 0
    """Pieces of a neighbours' vector that is told by codes; 0 for vectors in full."""
    affix: int = 20
    shape: int = 12
    arc: int = 200
    rel: int = 80
    dropout: float = 0.33
    word_dropout: float = 0.12
    form_dropout: float = 0.0
    """Words left without their form but with their neighbours, as most names are met."""
    batch_words: int = 1000
    rate: float = 0.002
    ema: float = 0.998
    seed: int = 20240223
    shares: dict[str, float] = field(
        default_factory=lambda: {"pos": 0.08, "nerp": 0.15, "nergrit": 0.25}
    )
    """Part of a further set that is seen in an epoch."""
    repeats: dict[str, int] = field(
        default_factory=lambda: {"csui": 2, "pud": 2, "gsd": 2, "wikigold": 2}
    )
    """Small sets marked by hand in today's style are seen more than once in an epoch."""
    upper: float = 0.03
    title: float = 0.05
    lower: float = 0.03
    no_stop: float = 0.06
    """Share of sentences shown in capitals, in Title Case, in small letters, without final stop."""
    threads: int = 1
    weights: dict[str, float] = field(
        default_factory=lambda: {
            "arc": 1.0,
            "rel": 1.0,
            "upos": 0.5,
            "lemma": 0.3,
            "ner": 1.0,
            "aux": 0.3,
        }
    )


OWN: dict[str, dict[str, Any]] = {
    "id": {},
    "en": {"cycles": (2, 7, 5), "pieces": 25, "form_dropout": 0.2},
}
"""What differs from the above by language."""
