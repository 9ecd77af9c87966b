"""The names of codes in a reader's language: states, groups, bodies, talks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from jalur.history import Process
from jalur.knowledge.actors.model import Actor
from jalur.knowledge.actors.people import read_people
from jalur.knowledge.data import load_yaml

FILES = ("groups", "bodies")

CLEARER = {"COD": "RD Kongo"}
"""Indonesian names where the usual one is that of another state too."""


@cache
def names() -> dict[str, tuple[str, str]]:
    """The English and the Indonesian name of every known code."""
    found: dict[str, tuple[str, str]] = {}
    for code, (_, _, english, *others) in (load_yaml("places/countries.yaml") or {}).items():
        own = [n.removeprefix("id:") for n in others if n.startswith("id:")]
        found[code] = (english, CLEARER.get(code) or usual(code, english, own))
    for code, entry in (load_yaml("actors/states.yaml") or {}).items():
        if code not in found:
            found[code] = (first(entry, "names", "en", "id"), first(entry, "names", "id", "en"))
    for file in FILES:
        for entry in load_yaml(f"actors/{file}.yaml") or ():
            if entry["code"] not in found:
                english = first(entry, "names", "en", "id")
                found[entry["code"]] = (english, first(entry, "names", "id", "en"))
    return found


def usual(code: str, english: str, own: list[str]) -> str:
    """The Indonesian name of a state: the English one where CLDR has it so, since the first of its
    own names may be a by-name as "Tanah Air"."""
    known = get_global("territory_aliases").get(code) or [code]
    cldr = str(Locale("id").territories.get(known[0], "")).partition(" (")[0]
    return own[0] if own and cldr != english else english


def first(entry: Mapping[str, Any], *keys: str) -> str:
    """The first name under the first of some keys that an entry has."""
    text = next(str(entry[k]) for k in keys if k in entry)
    return text.split("|")[0].strip().rstrip("?")


def name_of(code: str, place: int) -> str:
    """The name of a code; a readable form of the code itself if it has none."""
    known = names().get(code)
    if known:
        return known[place]
    return code if len(code) <= 4 else code.replace("_", " ").title()


@cache
def talks_named() -> dict[str, tuple[str, str]]:
    """The English and the Indonesian name of every known conflict's talks."""
    every = load_yaml("ontology/conflicts.yaml") or ()
    return {c["id"]: (c["name"]["en"], c["name"]["id"]) for c in every}


def talks_name(process: Process, place: int) -> str:
    """The name of some talks: that of a known conflict, else those of the sides."""
    known = talks_named().get(process.id)
    if known:
        return known[place]
    sides = [name_of(side[0], place) for side in process.sides if side]
    return " – ".join(sides) or process.name


@cache
def offices() -> dict[str, tuple[Actor, ...]]:
    """The dated offices of every code's people, the latest first."""
    found: dict[str, dict[tuple[object, ...], Actor]] = {}
    for one in read_people():
        actor = one.actor
        if actor and actor.kind == "person" and actor.office:
            key = (actor.name, actor.office, actor.since)
            found.setdefault(actor.code, {})[key] = actor
    return {code: tuple(sorted(some.values(), key=latest)) for code, some in found.items()}


def latest(actor: Actor) -> tuple[int, str]:
    """The order of offices: by when they began, the latest first."""
    return (-(actor.since.toordinal() if actor.since else 0), actor.name)
