"""Reads the files under `data/actors/` as they are written, and checks every entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from jalur.knowledge.actors.model import KINDS, SECTORS, Actor, Name
from jalur.knowledge.data import check_keys, load_yaml, split
from jalur.model import KnowledgeError


def read_bodies() -> Iterator[Name]:
    """The names of states, groups and bodies. Raises KnowledgeError for a bad entry."""
    yield from _states()
    yield from _listed("groups", "group")
    yield from _listed("bodies", "body")
    yield from _national()


def day_of(value: object, where: str) -> date | None:
    """A day from YAML or TSV; None for none. Raises KnowledgeError for what is no ISO day."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise KnowledgeError(f"{where}: {value!r} is no ISO day") from error


@cache
def state_codes() -> frozenset[str]:
    """The alpha-3 codes that states.yaml knows."""
    return frozenset(load_yaml("actors/states.yaml") or {})


@cache
def acting_state(code: str) -> str:
    """The state that acts for a territory (USA for GUM); any other code as it is."""
    entry = (load_yaml("actors/states.yaml") or {}).get(code) or {}
    return str(entry.get("of", code))


def _states() -> Iterator[Name]:
    keys = "names en id capital capital_en capital_id people former of"
    for code, entry in (load_yaml("actors/states.yaml") or {}).items():
        where = f"data/actors/states.yaml: {code}"
        check_keys(entry, keys, where)
        if len(code) != 3 or not code.isupper():
            raise KnowledgeError(f"{where}: not an ISO 3166 alpha-3 code")
        if entry.get("of", code) not in state_codes():
            raise KnowledgeError(f"{where}: of {entry['of']!r}, which is no state of the file")
        shown = entry.get("en") or entry.get("names")
        name = split(shown, where)[0].rstrip("?")
        state = Actor(code, "GOV", "state", name, code)
        yield from _forms(entry, state, where)
        capital = Actor(code, "GOV", "capital", name, code)
        parts = {k: entry[f"capital{s}"] for k, s in _SUFFIX.items() if f"capital{s}" in entry}
        yield from _forms(parts, capital, where)
        yield from _citizens(entry.get("people"), Actor(code, None, "demonym", name, code), where)
        for old, years in entry.get("former", {}).items():
            since, until = (date.fromisoformat(f"{y}-01-01") for y in years.split("/"))
            then = Actor(code, "GOV", "state", old, code, since, until)
            yield Name(old, ("en", "id"), then)


_SUFFIX = {"names": "", "en": "_en", "id": "_id"}
_LANGUAGES = {"names": ("en", "id"), "en": ("en",), "id": ("id",)}


def _forms(
    entry: Mapping[str, Any], actor: Actor, where: str, near: frozenset[str] = frozenset()
) -> Iterator[Name]:
    """The names of one entry, from its keys names, en and id."""
    for key, languages in _LANGUAGES.items():
        if key in entry:
            for form in split(entry[key], where):
                if form.endswith("?") and not (actor.country or near):
                    raise KnowledgeError(f"{where}: {form!r} needs a country or words near it")
                yield Name(form.rstrip("?"), languages, actor, form.endswith("?"), near)


def _citizens(words: object, actor: Actor, where: str) -> Iterator[Name]:
    """English adjectives and nouns for citizens, the plural in -s made where there is one."""
    if words is None:
        return
    for word in split(words, where):
        form, needs = word.rstrip("?"), word.endswith("?")
        yield Name(form, ("en",), actor, needs)
        if not form.endswith(("s", "sh", "ch", "ese", "men", "x", "z")):
            yield Name(form + "s", ("en",), actor, needs)


def _listed(file: str, kind: str) -> Iterator[Name]:
    """Groups and international bodies: a list of entries with a code of their own."""
    keys = "code country sector names en id near kind since until"
    for entry in load_yaml(f"actors/{file}.yaml") or []:
        where = f"data/actors/{file}.yaml: {entry.get('code')}"
        check_keys(entry, keys, where)
        yield from _entry(entry, where, entry.get("kind", kind))


def _entry(entry: Mapping[str, Any], where: str, kind: str) -> Iterator[Name]:
    code, country, sector = entry.get("code"), entry.get("country"), entry.get("sector")
    if not code and not country:
        raise KnowledgeError(f"{where}: neither code nor country")
    if kind not in KINDS:
        raise KnowledgeError(f"{where}: {kind!r} is no kind; kinds are {', '.join(KINDS)}")
    if sector is not None and sector not in SECTORS:
        raise KnowledgeError(f"{where}: {sector!r} is no sector of the codebook")
    if country is not None and country not in state_codes():
        raise KnowledgeError(f"{where}: {country!r} is no state of states.yaml")
    shown = entry.get("en") or entry.get("names") or entry.get("id")
    name = split(shown, where)[0].rstrip("?")
    since, until = (day_of(entry.get(k), where) for k in ("since", "until"))
    near = frozenset(w.lower() for w in split(entry["near"], where)) if "near" in entry else None
    actor = Actor(str(code or country), sector, kind, name, country, since, until)
    yield from _forms(entry, actor, where, near or frozenset())


def _national() -> Iterator[Name]:
    """National bodies by country and sector: an entry is its names, or names by language."""
    for country, sectors in (load_yaml("actors/national.yaml") or {}).items():
        for sector, entries in sectors.items():
            for entry in entries:
                parts = {"names": entry} if isinstance(entry, str) else dict(entry)
                where = f"data/actors/national.yaml: {country} {sector} {entry}"
                check_keys(parts, "names en id near since until", where)
                whole = {**parts, "country": country, "sector": sector}
                yield from _entry(whole, where, "body")
