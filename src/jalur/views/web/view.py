"""What a page is asked for, and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from jalur.model import JalurError
from jalur.record.asking import Wanted
from jalur.views.web.asked import WORDS
from jalur.views.web.language import Tongue
from jalur.views.web.shelf import Shelf

LONGEST = 300
"""Characters of a word in an address that are taken up."""


ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|\+00:00)?)?")
"""Days and moments as the record has them."""


class Missing(JalurError):
    """What is asked for is not in the record; `key` says in the catalogue what to do."""

    def __init__(self, key: str, id_: str = "") -> None:
        super().__init__(f"{key} {id_}")
        self.key = key
        self.id = id_


class Refused(JalurError):
    """A request that cannot be answered as it is; `key` says why in the catalogue."""

    def __init__(self, key: str, status: int = 400, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.status = status
        self.values = values


@dataclass(frozen=True, slots=True)
class View:
    """One page: `context` for its template, `values` for JSON, `table` for CSV if it is one.

    The latter two may be functions: a reader of the page should not wait for its twins.
    """

    template: str
    title: str
    context: Mapping[str, Any]
    values: Any
    table: Sequence[Mapping[str, Any]] | Callable[[], Sequence[Mapping[str, Any]]] | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: of which record, in which language, with which words in the address.

    A page can read no word but those of `asks`, which its description tells.
    """

    connection: Connection
    tongue: Tongue
    query: Mapping[str, str]
    shelf: Shelf
    asks: tuple[str, ...]
    id: str = ""
    session: str = field(default="", repr=False)

    def text(self, name: str) -> str:
        """A word of the address, cut if it is absurdly long."""
        if name not in self.asks:
            raise LookupError(f"this page does not tell that it asks for {name}")
        return self.query.get(name, "").replace("\x00", "").strip()[:LONGEST]

    def number(self, name: str, default: int = 1) -> int:
        """A number of the address."""
        text = self.text(name)
        least, most = WORDS[name].numbers or (0, 0)
        if not text:
            return default
        if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
            raise Refused("error.number", name=name, least=least, most=most)
        return int(text)

    def day(self, name: str) -> str | None:
        """A day or moment of the address."""
        text = self.text(name)
        if not text:
            return None
        try:
            if not ISO.fullmatch(text):
                raise ValueError
            datetime.fromisoformat(text)
        except ValueError as error:
            raise Refused("error.day", name=name, value=text[:40]) from error
        return text

    def choice(self, name: str) -> str | None:
        """One of some words of the address. Raises Refused for any other."""
        text = self.text(name)
        if text and text not in WORDS[name].choices:
            raise Refused("error.choice", name=name, value=text[:40])
        return text or None

    def wanted(self, **more: Any) -> Wanted:
        """The filters of the address."""
        given: dict[str, Any] = {
            "type": self.choice("type"),
            "status": self.choice("status"),
            "since": self.day("since"),
            "until": self.day("until"),
        }
        for name in ("actor", "recipient", "place", "process", "source", "outlet"):
            given[name] = self.text(name) or None
        return Wanted(**{**given, **more})


Maker = Callable[[Ask], View]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, who makes it, what it answers as JSON, the words that it asks for,
    and whether it has a table."""

    path: str
    make: Maker
    answer: Any
    asks: tuple[str, ...] = ()
    table: bool = True

    def twin(self, style: str) -> str:
        """The address of the page in another skin."""
        return f"{self.path if self.path != '/' else '/today'}.{style}"
