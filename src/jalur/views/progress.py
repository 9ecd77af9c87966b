"""Progress on long work: a bar on a terminal, nothing in a pipe; messages on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """Counts what is done and says so on standard error, from a few things on."""

    def __init__(self, shown_from: int) -> None:
        self.shown_from = shown_from
        self.count = 0
        self.begun = time.monotonic()

    @property
    def shown(self) -> bool:
        """Whether anybody looks, and enough has been done to tell."""
        return self.count >= self.shown_from and sys.stderr.isatty()

    def over(self, things: Iterator[T]) -> Iterator[T]:
        """The things, counted as they pass."""
        for thing in things:
            yield thing
            self.count += 1
            if self.shown:
                rate = self.count / max(time.monotonic() - self.begun, 1e-6)
                line = f"\r{self.count} reports read, {rate:.0f}/s "
                sys.stderr.write(line)
                sys.stderr.flush()

    def say(self, line: str) -> None:
        """A message of its own line."""
        if self.shown:
            sys.stderr.write("\r\033[K")
        sys.stderr.write(line + "\n")

    def done(self, failed: int) -> None:
        """The last word: how many were read and how many failed."""
        if self.shown:
            sys.stderr.write("\r\033[K")
        if failed and self.count > 1:
            sys.stderr.write(f"jalur: {self.count - failed} read, {failed} failed\n")
