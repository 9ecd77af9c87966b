"""What was read and not yet kept, for a quarter of an hour, in memory alone."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Lock
from typing import Any

Json = dict[str, Any]

SECONDS = 900
MOST = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """Coded reports that wait for somebody to keep them."""

    id: str
    name: str
    coded: tuple[Json, ...]
    until: float


class Drafts:
    """The drafts of one program."""

    def __init__(self) -> None:
        self.found: dict[str, Draft] = {}
        self.lock = Lock()

    def keep(self, coded: tuple[Json, ...], name: str) -> Draft:
        """A new draft; the oldest goes when there are too many."""
        draft = Draft(secrets.token_urlsafe(12), name, coded, time.monotonic() + SECONDS)
        with self.lock:
            self.found[draft.id] = draft
            while len(self.found) > MOST:
                self.found.pop(next(iter(self.found)))
        return draft

    def look(self, id_: str) -> Draft | None:
        """A draft, if it is still there."""
        draft = self.found.get(id_)
        return draft if draft and draft.until > time.monotonic() else None

    def take(self, id_: str) -> Draft | None:
        """A draft, and away with it."""
        with self.lock:
            draft = self.look(id_)
            self.found.pop(id_, None)
        return draft


DRAFTS = Drafts()
