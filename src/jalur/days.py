"""Days as numbers, so that gaps and lengths can be counted."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

REMEMBERED = 20_000
"""Days kept: more than half a century."""


@lru_cache(maxsize=REMEMBERED)
def number(day: str) -> int:
    """A day in ISO 8601 as its number in the Gregorian calendar."""
    return date.fromisoformat(day).toordinal()
