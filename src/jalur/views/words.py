"""Values of the model in a reader's words: days, places, people, numbers, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jalur.model import Claim, Day, Participant, Quantity, Source, Where
from jalur.views.safe import visible

LANGUAGES = {"id": "Indonesian", "en": "English"}

STANCES = {
    "asserts": "says",
    "confirms": "confirms",
    "denies": "denies",
    "doubts": "doubts",
    "no-comment": "silent",
}

SECTORS = {
    "GOV": "government",
    "MIL": "army",
    "COP": "police",
    "SPY": "intelligence",
    "LEG": "parliament",
    "JUD": "courts",
    "REB": "rebels",
    "PRM": "paramilitary",
    "PTY": "party",
    "OPP": "opposition",
    "CVL": "civilians",
    "REF": "refugees",
    "BUS": "business",
    "JRN": "press",
    "NGO": "NGO",
    "IGO": "organisation",
    "MED": "health",
    "REL": "clergy",
    "EDU": "education",
    "LAB": "labour",
    "CRM": "criminals",
    "UAF": "armed men",
}

ROLES = {
    "party": "parties",
    "mediator": "mediators",
    "host": "hosts",
    "guarantor": "guarantors",
    "observer": "observers",
}


def when(day: Day | None) -> str:
    """A day, a range of days, or that it is not said."""
    if day is None:
        return "day not said"
    return f"{day.start}" if day.start == day.end else f"{day.start} to {day.end}"


def where(place: Where | None) -> str:
    """A place with its state, or that it is not said."""
    if place is None:
        return "place not said"
    country = f", {place.place.country}" if place.place.country else ""
    return visible(f"{place.place.name}{country}")


def sides(event: Claim) -> Iterator[tuple[str, str]]:
    """Who → whom, as pieces of text."""
    yield people(event.actors) or "somebody", "" if event.actors else "quiet"
    if event.recipients:
        yield " → ", ""
        yield people(event.recipients), ""


def people(some: Sequence[Participant]) -> str:
    """Participants; those of one role in talks together, with the role behind them."""
    groups: dict[str, list[str]] = {role: [] for role in ROLES}
    for one in some:
        groups.setdefault(one.role or "", []).append(person(one))
    return "; ".join(
        ", ".join(group) + (f" ({role_word(role, len(group))})" if role else "")
        for role, group in groups.items()
        if group
    )


def role_word(role: str, number: int) -> str:
    """A role's name for one or several."""
    return ROLES.get(role, f"{role}s") if number > 1 else role


def person(one: Participant) -> str:
    """A participant: code, sector in words, and the name where it says more than the code."""
    sector = f" {SECTORS[one.sector]}" if one.sector in SECTORS else ""
    same = one.name is None or one.name.casefold() == one.code.replace("_", " ").casefold()
    name = "" if same else f" “{one.name}”"
    return visible(f"{one.code}{sector}{name}")


def said(source: Source) -> str:
    """Who answers for it: name, code, whether nameless, and the outlets that carried it."""
    if source.kind == "outlet" and source.name is None and source.code is None:
        return "the report itself" + chain(source)
    name = source.name or source.code or "somebody"
    known = [source.code] if source.code and source.code.casefold() != name.casefold() else []
    known += {"anonymous": ["unnamed"], "outlet": ["outlet"], "document": ["document"]}.get(
        source.kind, []
    )
    return visible(name + (f" ({', '.join(known)})" if known else "") + chain(source))


def chain(source: Source) -> str:
    """The relay chain: the nearest outlet first, each behind the one that carried it."""
    return visible(
        "".join(f", {'via' if k == 0 else 'from'} {v}" for k, v in enumerate(source.via))
    )


def amount(count: Quantity) -> str:
    """A number with its bounds in words."""
    about = "about " if count.approx else ""
    if count.low is None and count.high is None:
        return "an unknown number"
    if count.low is not None and count.low == count.high:
        return f"{about}{count.low:,}"
    if count.high is None:
        return f"at least {about}{count.low:,}"
    if count.low is None:
        return f"at most {about}{count.high:,}"
    return f"{about}{count.low:,} to {count.high:,}"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 report", "2 reports"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
