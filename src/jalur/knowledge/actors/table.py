"""All names of all actors: read from one compact table that is made from `data/actors/`.

`data/actors/index.tsv` is made by `python -m jalur.knowledge.actors.table` from the YAML and TSV
files beside it, and names the state of those files it was made from. Where they have changed
since, the files themselves are read instead, which gives the same names more slowly.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jalur.knowledge.actors.files import read_bodies
from jalur.knowledge.actors.model import Actor, Name
from jalur.knowledge.actors.people import read_people

LANGUAGES = {"b": ("en", "id"), "e": ("en",), "i": ("id",)}
UNNAMED = {"roles.yaml", "armed.yaml", "offices.yaml"}
"""Files beside the others that list no names."""
_LETTERS = {languages: letter for letter, languages in LANGUAGES.items()}


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the garbage collector off while many values are made that all stay.

    Loading 14,000 names takes 90 ms of processor time so, 150 ms otherwise.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
@uncollected()
def names() -> tuple[Name, ...]:
    """All names of all files. Raises KnowledgeError with file and entry for a bad one."""
    made = files("jalur") / "data" / "actors" / "index.tsv"
    lines = made.read_text(encoding="utf-8").split("\n") if made.is_file() else [""]
    return _unpack(lines) if lines[0] == f"# {fingerprint()}" else read_names()


def read_names() -> tuple[Name, ...]:
    """All names, from the files as they are written."""
    return (*read_bodies(), *read_people())


def fingerprint() -> str:
    """A digest of the files that the table is made from."""
    digest = sha256()
    folder = files("jalur") / "data" / "actors"
    for resource in sorted(folder.iterdir(), key=lambda f: f.name):
        is_people = resource.name.startswith("people") and resource.name.endswith(".tsv")
        if is_people or (resource.name.endswith(".yaml") and resource.name not in UNNAMED):
            digest.update(resource.name.encode())
            digest.update(resource.read_bytes())
    return digest.hexdigest()


def pack(listed: Iterable[Name]) -> str:
    """The table: its fingerprint, then each actor on a line, followed by its names, indented."""
    lines = [f"# {fingerprint()}"]
    last: Actor | None = None
    for name in listed:
        if name.actor != last or len(lines) == 1:
            last = name.actor
            lines.append(_actor_line(last))
        flag = _LETTERS[name.languages].upper() if name.needs else _LETTERS[name.languages]
        near = "|".join(sorted(name.near))
        lines.append(f"\t{flag}{name.form}" + (f"\t{near}" if near else ""))
    return "\n".join(lines) + "\n"


def _actor_line(actor: Actor | None) -> str:
    if actor is None:
        return "-"
    cells = (actor.code, actor.sector, actor.kind, actor.name, actor.country)
    days = (actor.since, actor.until, actor.office)
    return "\t".join("" if c is None else str(c) for c in (*cells, *days))


def _unpack(lines: list[str]) -> tuple[Name, ...]:
    found: list[Name] = []
    actor: Actor | None = None
    nothing: frozenset[str] = frozenset()
    for line in lines[1:]:
        if line[:1] == "\t":
            form, _, near = line[2:].partition("\t")
            flag = line[1]
            words = frozenset(near.split("|")) if near else nothing
            found.append(Name(form, LANGUAGES[flag.lower()], actor, flag.isupper(), words))
        elif line:
            actor = None if line == "-" else _actor(line.split("\t"))
    return tuple(found)


def _actor(cells: list[str]) -> Actor:
    code, sector, kind, name, country, since, until, office = (c or None for c in cells)
    first = date.fromisoformat(since) if since else None
    last = date.fromisoformat(until) if until else None
    return Actor(code or "", sector, kind or "", name or "", country, first, last, office)


if __name__ == "__main__":
    target = Path(str(files("jalur") / "data" / "actors" / "index.tsv"))
    target.write_text(pack(read_names()), encoding="utf-8")
