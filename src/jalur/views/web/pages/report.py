"""One report: its text as read, with what was read from it marked, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from jalur.record import browsing
from jalur.views.web.answers import ReportRead
from jalur.views.web.drawing.marked import Piece, card_of, parts, pieces
from jalur.views.web.view import Ask, Missing, View

MOST_CARDS = 90
"""Cards of one part of a text."""

Json = dict[str, Any]

NOTHING: Json = {"events": [], "tolls": [], "report": {}}
"""The coding of a report whose own cannot be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One coded field: its name, its value, the words it was read from, and why."""

    name: str
    value: Any
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """An event or a count of a report, with its fields; `event` is the record's."""

    id: str
    kind: str
    coded: Json
    lines: tuple[Line, ...]
    reasons: tuple[str, ...]
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A part of a report as it is shown."""

    pieces: list[Piece]
    cards: list[Card]
    part: int
    parts: int
    more: int


def page(ask: Ask) -> View:
    """The page of one report."""
    kept = browsing.report(ask.connection, ask.id)
    if kept is None:
        raise Missing("error.no_report", ask.id)
    coded = kept.coded or NOTHING
    part = asked_part(ask, kept.text)
    try:
        events = browsing.events_of_claims(ask.connection, [e["id"] for e in coded["events"]])
        shown = reading(kept.text, coded, part, events)
    except (KeyError, TypeError, AttributeError):  # kept by an older program, or damaged
        coded, events = NOTHING, {}
        shown = reading(kept.text, coded, part, events)
    context = {
        "report": kept,
        "head": coded["report"],
        "reading": shown,
        "copies": browsing.copies(ask.connection, kept.id),
        "readable": coded is not NOTHING,
        "draft": None,
    }
    known = {f.name: getattr(kept, f.name) for f in fields(kept)}
    values = ReportRead(**known, events_of_the_record=events)
    return View("report.html", kept.title or kept.name or kept.id, context, values)


def asked_part(ask: Ask, text: str) -> int:
    """The number of the part that is asked for, by number or by a character in it."""
    if ask.text("at"):
        at = ask.number("at")
        return next((k for k, (a, b) in enumerate(parts(text), 1) if at < b), 1)
    return ask.number("part")


def reading(text: str, coded: Json, part: int, events: dict[str, str]) -> Reading:
    """A part of a report with the cards of what is told in it."""
    every = parts(text)
    part = min(part, len(every))
    low, high = every[part - 1]
    cards = [
        event_card(text, e, events.get(e["id"]))
        for e in coded["events"]
        if low <= e["trigger"]["start"] < high
    ]
    cards += [
        toll_card(text, t, k)
        for k, t in enumerate(coded["tolls"])
        if low <= t["number"]["start"] < high
    ]
    shown = pieces(text, coded, (low, high))
    return Reading(shown, cards[:MOST_CARDS], part, len(every), max(len(cards) - MOST_CARDS, 0))


def event_card(text: str, event: Json, own: str | None) -> Card:
    """The card of one event."""
    lines = [person("actor", p, text) for p in event["actors"]]
    lines += [person("recipient", p, text) for p in event["recipients"]]
    reasons = [r for r in event["reasons"] if not r.startswith(("day:", "place:"))]
    lines.append(dated(event["date"], text, because(event, "day")))
    lines.append(placed(event["place"], text, because(event, "place")))
    lines += [sourced(s) for s in event["sources"]]
    lines += [line for rival in event.get("rivals", ()) for line in otherwise(rival, text)]
    return Card(event["id"], "event", event, tuple(lines), tuple(reasons), own)


def otherwise(rival: Json, text: str) -> Iterator[Line]:
    """What another source tells otherwise of an event, each value before its source."""
    if rival["date"]:
        yield replace(dated(rival["date"], text, ""), name="other_day")
    if rival["place"]:
        yield replace(placed(rival["place"], text, ""), name="other_place")
    yield from (person("other_actor", one, text) for one in rival["actors"])
    yield replace(sourced(rival["source"]), name="other_source")


def because(event: Json, of: str) -> str:
    """Why a day or place stayed unknown."""
    return next((r for r in event["reasons"] if r.startswith(f"{of}:")), "")


def toll_card(text: str, toll: Json, index: int) -> Card:
    """The card of one count of people harmed."""
    lines = [person(key, toll[key], text) for key in ("victims", "by") if toll.get(key)]
    if toll.get("place"):
        lines.append(placed(toll["place"], text, ""))
    lines += [
        Line(key, ("day", toll[key], toll[key]), "", "") for key in ("since", "as_of") if toll[key]
    ]
    lines += [sourced(s) for s in toll["sources"]]
    return Card(card_of(index), "toll", toll, tuple(lines), tuple(toll["reasons"]))


def person(name: str, one: Json, text: str) -> Line:
    """Somebody who takes part."""
    return Line(name, ("person", one), cut(text, one.get("span")), one.get("reason", ""))


def dated(day: Json | None, text: str, unknown: str) -> Line:
    """The day of an event."""
    if day is None:
        return Line("when", ("none",), "", unknown)
    return Line("when", ("day", day["start"], day["end"]), cut(text, day["span"]), day["reason"])


def placed(place: Json | None, text: str, unknown: str) -> Line:
    """The place of an event."""
    if place is None:
        return Line("where", ("none",), "", unknown)
    return Line("where", ("place", place), cut(text, place.get("span")), place["reason"])


def sourced(source: Json) -> Line:
    """Somebody who answers for it."""
    words = " … ".join(s["text"] for s in (source.get("who"), source.get("cue")) if s)
    return Line("source", ("source", source), words, source["reason"])


def cut(text: str, span: Json | None) -> str:
    """The words that a value was read from."""
    return " ".join(text[span["start"] : span["end"]].split()) if span else ""
