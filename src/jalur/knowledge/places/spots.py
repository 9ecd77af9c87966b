"""What the words around a place name say of it (`data/places/spots.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jalur.knowledge.data import load_yaml

LONGEST = 3
"""Most words of an entry."""


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind: addresses, origins, holders, seats, seated."""
    return frozenset(w for line in load_yaml("places/spots.yaml")[kind] for w in line)


def is_address(name: str) -> bool:
    """Whether a name is that of a room, house or street: an address within a place."""
    low = name.lower().replace(".", "").split()
    known = words("addresses")
    return any(w in known for w in (*low[:1], " ".join(low[:2]), *low[-1:], " ".join(low[-2:])))


def before(lower: Sequence[str], first: int, kind: str) -> bool:
    """Whether the words right before token `first` are of a kind."""
    known = words(kind)
    return any(
        " ".join(lower[first - n : first]) in known for n in range(1, min(LONGEST, first) + 1)
    )


def after(lower: Sequence[str], last: int, kind: str) -> bool:
    """Whether the words right after token `last` are of a kind."""
    known = words(kind)
    return any(" ".join(lower[last + 1 : last + 1 + n]) in known for n in range(1, LONGEST + 1))
