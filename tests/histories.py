"""Short ways to make the values of the record in tests."""

from __future__ import annotations

from typing import Any

from jalur.history import Change, Count, Event, Party, Telling, Voice
from jalur.knowledge.terms import terms


def telling(id_: str, quote: str = "", **given: Any) -> Telling:
    """A telling of an attack by ISR on PSE, but for what is given."""
    language = given.pop("language", "en")
    values: dict[str, Any] = {
        "report": f"r-{id_}",
        "outlet": f"Outlet {id_}",
        "told": "2024-02-24",
        "type": "ASSAULT",
        "mode": None,
        "status": "happened",
        "actors": parties("ISR"),
        "recipients": parties("PSE"),
        "start": None,
        "end": None,
        "place": None,
        "country": None,
        "grain": None,
        "latitude": None,
        "longitude": None,
        "issues": (),
        "format": None,
        "ordinal": None,
        "words": frozenset(terms(quote, language)),
        "figures": frozenset(),
        "people": frozenset(),
        "voices": (Voice("outlet", None, None, (), "asserts"),),
        "trigger": "",
    }
    return Telling(id=id_, language=language, quote=quote, **{**values, **given})


def on(day: str, until: str | None = None) -> dict[str, str]:
    """The days of something."""
    return {"start": day, "end": until or day}


def at(place: str, country: str, grain: str = "city") -> dict[str, str]:
    """The place of something."""
    return {"place": place, "country": country, "grain": grain}


def parties(*codes: str, **roles: str) -> tuple[Party, ...]:
    """Participants by code, with roles for some."""
    return tuple(Party(c, role=roles.get(c)) for c in codes)


def event(id_: str, type_: str = "CONSULT", **given: Any) -> Event:
    """An event of one telling, talks of ISR and HAMAS but for what is given."""
    status = given.get("status", "happened")
    first = given.get("first", given.get("start") or "2024-02-24")
    values: dict[str, Any] = {
        "mode": None,
        "status": status,
        "actors": parties("ISR", "HAMAS"),
        "recipients": (),
        "start": None,
        "end": given.get("start"),
        "place": None,
        "country": None,
        "grain": None,
        "latitude": None,
        "longitude": None,
        "issues": ("ceasefire",),
        "format": None,
        "ordinal": None,
        "claims": (id_,),
        "reports": 1,
        "outlets": 1,
        "independent": 1,
        "first": first,
        "last": first,
        "quote": "",
        "changes": (Change(first, status, given.get("start"), None, id_),),
    }
    return Event(id=f"e{id_}", type=type_, **{**values, **given})


def count(id_: str, low: int | None, high: int | None, source: str, report: str = "") -> Count:
    """A number of killed people, given by a named source."""
    return Count(
        id=id_,
        report=report or f"r-{id_}",
        kind="killed",
        low=low,
        high=high,
        victims="PSE",
        by=None,
        place=None,
        country=None,
        since=None,
        as_of=None,
        voices=(Voice("named", None, source, (), "asserts"),),
        start=0,
        quote="",
    )
