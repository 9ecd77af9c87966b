"""A report's text cut where its marks begin and end, so that each piece is drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

Json = dict[str, Any]

ORDER = ("number", "time", "place", "trigger", "source", "who", "aside")
"""Kinds of mark: where two lie on one another the first of these is shown."""

PART = 24_000
"""Characters of one page of a very long text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters with a meaning; `card` names the event or count that they belong to."""

    start: int
    end: int
    kind: str
    card: str


@dataclass(slots=True)
class Piece:
    """Text between two borders: its mark, whether an event was read from it, and its anchors."""

    text: str
    kind: str = ""
    card: str = ""
    told: bool = False
    anchors: list[str] = field(default_factory=list)


def card_of(index: int) -> str:
    """The name of the card of a count of people harmed."""
    return f"t{index}"


def marks(coded: Json) -> Iterator[Mark]:
    """Every mark of a coded report."""
    for event in coded.get("events", ()):
        yield from event_marks(event)
    for k, toll in enumerate(coded.get("tolls", ())):
        yield from toll_marks(toll, card_of(k))
    for piece in coded.get("report", {}).get("furniture", ()):
        yield Mark(piece["start"], piece["end"], "aside", "")


def event_marks(event: Json) -> Iterator[Mark]:
    """The marks of one event."""
    card = event["id"]
    yield Mark(event["trigger"]["start"], event["trigger"]["end"], "trigger", card)
    for key, kind in (("date", "time"), ("place", "place")):
        yield from at((event.get(key) or {}).get("span"), kind, card)
    for one in (*event["actors"], *event["recipients"]):
        yield from at(one.get("span"), "who", card)
    yield from of_sources(event["sources"], card)


def toll_marks(toll: Json, card: str) -> Iterator[Mark]:
    """The marks of one count."""
    yield from at(toll.get("number"), "number", card)
    yield from at((toll.get("place") or {}).get("span"), "place", card)
    for key in ("victims", "by"):
        yield from at((toll.get(key) or {}).get("span"), "who", card)
    yield from of_sources(toll["sources"], card)


def of_sources(sources: list[Json], card: str) -> Iterator[Mark]:
    """The words that name sources, and those that attribute to them."""
    for source in sources:
        for key in ("who", "cue"):
            yield from at(source.get(key), "source", card)


def at(span: Json | None, kind: str, card: str) -> Iterator[Mark]:
    """A mark, if there are characters for it."""
    if span and span["start"] < span["end"]:
        yield Mark(span["start"], span["end"], kind, card)


def parts(text: str) -> list[tuple[int, int]]:
    """A long text in parts that end with a line where they can."""
    found, start = [], 0
    while len(text) - start > PART:
        cut = text.rfind("\n", start + PART // 2, start + PART)
        end = cut + 1 if cut > 0 else start + PART
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def pieces(text: str, coded: Json, part: tuple[int, int]) -> list[Piece]:
    """The pieces of a part of a text, in order and without overlap."""
    low, high = part
    every = [m for m in marks(coded) if m.start < high and m.end > low]
    told = [
        (e["start"], e["end"])
        for event in (*coded.get("events", ()), *coded.get("tolls", ()))
        for e in event["evidence"]
        if e["start"] < high and e["end"] > low
    ]
    borders = {low, high}
    for start, end in (*((m.start, m.end) for m in every), *told):
        borders |= {max(start, low), min(end, high)}
    ordered = sorted(b for b in borders if low <= b <= high)
    starts = openings(every, ordered)
    seen: set[str] = set()
    found = []
    for start, end in pairwise(ordered):
        piece = Piece(text[start:end], told=any(a <= start and end <= b for a, b in told))
        covering = [m for m in starts.get(start, ()) if m.start <= start and end <= m.end]
        if covering:
            top = min(covering, key=lambda m: (ORDER.index(m.kind), m.end - m.start))
            piece.kind, piece.card = top.kind, top.card
        for mark in covering:
            anchor = mark.card
            if mark.kind in ("trigger", "number") and anchor and anchor not in seen:
                seen.add(anchor)
                piece.anchors.append(anchor)
        found.append(piece)
    return found


def openings(every: list[Mark], ordered: list[int]) -> dict[int, list[Mark]]:
    """The marks that cover each border's piece; found in one sweep."""
    found: dict[int, list[Mark]] = {}
    ranked = sorted(every, key=lambda m: m.start)
    open_: list[Mark] = []
    k = 0
    for border in ordered:
        while k < len(ranked) and ranked[k].start <= border:
            open_.append(ranked[k])
            k += 1
        open_ = [m for m in open_ if m.end > border]
        found[border] = list(open_)
    return found
