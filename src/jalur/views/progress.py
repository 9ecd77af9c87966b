"""Progress on long work: a line on a terminal, nothing in a pipe; messages on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

from jalur.views.safe import visible

T = TypeVar("T")

PAUSE = 0.1
"""Seconds between two drawings of the line."""


class Progress:
    """Counts what is done and says so on standard error, from a few things on."""

    def __init__(self, shown_from: int, what: str = "reports read") -> None:
        self.shown_from = shown_from
        self.what = what
        self.count = 0
        self.begun = self.drawn = time.monotonic()
        self.visible = False

    def over(self, things: Iterator[T]) -> Iterator[T]:
        """The things, counted as they pass."""
        try:
            for thing in things:
                yield thing
                self.tick()
        finally:
            self.clear()

    def tick(self) -> None:
        """One more is done."""
        self.count += 1
        self.draw()

    def draw(self) -> None:
        """The line, if anybody looks and enough was done to tell."""
        now = time.monotonic()
        if self.count < self.shown_from or now - self.drawn < PAUSE or not sys.stderr.isatty():
            return
        rate = self.count / max(now - self.begun, 1e-6)
        sys.stderr.write(f"\r\033[K{self.count} {self.what}, {rate:.0f}/s ")
        sys.stderr.flush()
        self.drawn, self.visible = now, True

    def clear(self) -> None:
        """Take the line away."""
        if self.visible:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self.visible = False

    def say(self, line: str) -> None:
        """A message of its own line, safe to show."""
        self.clear()
        words = " ".join(visible(line).split())
        sys.stderr.write(f"jalur: {words}\n".encode(errors="replace").decode())

    def done(self, failed: int) -> None:
        """The last word: how many were read and how many failed."""
        self.clear()
        if failed and self.count > 1:
            self.say(f"{self.count - failed} read, {failed} failed")
