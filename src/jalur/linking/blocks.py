"""Which tellings are compared at all: those of one type that share somebody and some days.

A key is a type, a code and a stretch of eight days; two tellings are compared when they share a
key. What a key holds is bounded by how often one actor does one thing in eight days, so that the
cost of a report does not grow with the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from jalur.history import Telling
from jalur.linking.windows import MARGIN_OF_SLIPS, Window, window

STRETCH = 8
"""Days of one stretch."""

LONGEST = 40
"""Days from which on a range is a series of its own, found by the month in which it begins."""

KIN = {"CONCEDE": "yield", "RETREAT": "yield", "SUPPORT": "accord", "AGREE": "accord"}
"""Types that outlets choose between for one happening: a truce declared or begun, a deal agreed or
signed."""


def kin(type_: str) -> str:
    """The family of a type: tellings of one family can be of one happening."""
    return KIN.get(type_, type_)


def keys(telling: Telling) -> Iterator[str]:
    """The keys of a telling, each once."""
    family = kin(telling.type)
    times = tuple(stretches(window(telling)))
    for code in sorted(telling.codes):
        for time in times:
            yield f"{family}:{code}:{time}"


def stretches(days: Window | None) -> Iterator[str]:
    """The stretches of days that a window touches."""
    if days is None:
        yield "undated"
    elif days.last - days.first > LONGEST:
        yield f"from{days.first // (4 * STRETCH)}"
    else:
        first = (days.first - MARGIN_OF_SLIPS) // STRETCH
        last = (days.last + MARGIN_OF_SLIPS) // STRETCH
        yield from (str(n) for n in range(first, last + 1))
