"""Reads outlets, people and lookalikes under `data/actors/`, and checks every entry."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from jalur.knowledge.actors.files import day_of, state_codes
from jalur.knowledge.actors.model import SECTORS, Actor, Name
from jalur.knowledge.data import load_yaml, split
from jalur.model import KnowledgeError


def read_people() -> Iterator[Name]:
    """The names of outlets, people and lookalikes. Raises KnowledgeError for a bad entry."""
    yield from _outlets()
    yield from _people()
    yield from _lookalikes()


def _outlets() -> Iterator[Name]:
    for entry in load_yaml("actors/media.yaml") or []:
        where = f"data/actors/media.yaml: {entry.get('name')}"
        forms = [entry.get("name"), *(entry.get("aliases") or [])]
        code = entry.get("country")
        if not all(isinstance(f, str) for f in forms) or code not in state_codes() | {None}:
            raise KnowledgeError(f"{where}: needs a name, aliases as texts, and a known country")
        outlet = Actor(code or forms[0].upper().replace(" ", "_"), "JRN", "outlet", forms[0], code)
        yield from (Name(f.rstrip("?"), ("en", "id"), outlet, f.endswith("?")) for f in forms)


def _people() -> Iterator[Name]:
    folder = files("jalur") / "data" / "actors"
    found = [f for f in folder.iterdir() if f.name.startswith("people") and f.name[-4:] == ".tsv"]
    for resource in sorted(found, key=lambda f: f.name):
        for number, line in enumerate(resource.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith(("#", "name\t")):
                yield from _person(line, f"data/actors/{resource.name}:{number}")


def _person(line: str, where: str) -> Iterator[Name]:
    cells = [c.strip() for c in line.split("\t")]
    if not 4 <= len(cells) <= 7:
        raise KnowledgeError(f"{where}: {len(cells)} columns, not 7")
    name, aliases, code, sector, office, since, until = cells + [""] * (7 - len(cells))
    if not name or not code or (sector and sector not in SECTORS):
        raise KnowledgeError(f"{where}: needs a name, a code and a sector of the codebook")
    country = code if code in state_codes() else None
    days = (day_of(since, where), day_of(until, where))
    actor = Actor(code, sector or None, "person", name, country, *days, office or None)
    for form in (name, *(a.strip() for a in aliases.split("|") if a.strip())):
        yield Name(form.rstrip("?"), ("en", "id"), actor, form.endswith("?"))


def _lookalikes() -> Iterator[Name]:
    """Longer names of places, wars, firms that have an actor's name in them but are none."""
    where = "data/actors/namesakes.yaml: lookalikes"
    for line in (load_yaml("actors/namesakes.yaml") or {}).get("lookalikes", []):
        yield from (Name(form, ("en", "id"), None) for form in split(line, where))
