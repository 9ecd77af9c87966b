"""Counts over a whole record, kept until it changes.

While a record is being written its counts may be some seconds old: a list of sources that waits
for a second on every page would be worse than one that is a moment behind.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

FRESH = 120.0
"""Seconds for which a count is good enough while reports are being added."""

MOST = 400
"""Counts that are kept; the oldest go first."""


class Shelf:
    """Values by name, each with the version of the record that it was made of."""

    patience = FRESH

    def __init__(self, version: Callable[[], tuple[int, ...]]) -> None:
        self.version = version
        self.kept: dict[Hashable, tuple[tuple[int, ...], float, Any]] = {}
        self.lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a name, made if there is none that is good enough."""
        version, now = self.version(), time.monotonic()
        found = self.kept.get(key)
        if found and (found[0] == version or now - found[1] < self.patience):
            value: T = found[2]
            return value
        value = make()
        with self.lock:
            self.kept.pop(key, None)
            self.kept[key] = (version, now, value)
            while len(self.kept) > MOST:
                self.kept.pop(next(iter(self.kept)))
        return value

    def clear(self) -> None:
        """Forget everything: this program itself has written."""
        with self.lock:
            self.kept.clear()


class Renewal(Shelf):
    """The same shelf for one who makes every count anew that is not of this very version."""

    patience = 0.0

    def __init__(self, shelf: Shelf) -> None:
        self.version = shelf.version
        self.kept = shelf.kept
        self.lock = shelf.lock
