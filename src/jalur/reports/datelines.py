"""The place, day and agency that a report's first sentence opens with.

"CAIRO, Feb 23 (Reuters) -", "Jakarta, CNN Indonesia --", "Liputan6.com, Jakarta -", "Paris:".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jalur.reports import outlets, stamps
from jalur.reports.words import alternatives, listed, words

REACH = 120
"""A dateline is over within this many characters."""

MARK = re.compile(r"\s*(?:--+|[—–―])\s*|\s+-\s*|-\s+|:\s+|/\.?\s+|\.\s+(?=[A-Z\"“'‘])")
"""What may part a dateline from the sentence."""

PARTICLES = frozenset(listed("of the el al de la da dan and d di do del dos das bin -"))
OPENING = re.compile(r"[\"“‘'(\[]*(?:[A-Z0-9À-Þ\"“‘'(\[]|[a-z]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline that ends at `end`; `strong` if it names a day, an agency or an outlet."""

    end: int
    place: str | None
    outlet: str | None
    stamp: stamps.Stamp | None
    strong: bool


@dataclass(slots=True)
class Parts:
    """What has been recognised of a dateline so far."""

    places: list[str]
    outlet: str | None = None
    stamp: stamps.Stamp | None = None
    marked: bool = False


@cache
def month_day() -> re.Pattern[str]:
    """A day without its year: "Feb 23", "23 Februari", "24/2"."""
    month = alternatives(tuple(words().months))
    return re.compile(
        rf"\b(?:(?:{month})\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{month})\b\.?|\d{{1,2}}/\d{{1,2}})",
        re.IGNORECASE,
    )


def find(text: str, start: int, end: int, first: bool) -> Dateline | None:
    """The dateline at the start of the paragraph `text[start:end]`.

    `first`: this is the report's first paragraph, where a bare place and a dash will do.
    """
    reach = min(end, start + REACH)
    if not OPENING.match(text, start, end):
        return None
    for mark in list(MARK.finditer(text, start, reach))[:8]:
        if wordy(text[start : mark.start()]):
            return None
        if mark.start() == start or not OPENING.match(text, mark.end(), end):
            continue
        parts = dissect(text[start : mark.start()])
        if parts is not None and plausible(parts, mark.group(), first):
            outlet = parts.outlet
            place = ", ".join(parts.places) or None
            return Dateline(mark.end(), place, outlet, parts.stamp, parts.marked)
    return None


def wordy(head: str) -> bool:
    """Whether `head` has too many ordinary words for a dateline: a quick look ahead."""
    ordinary = (token for token in head.split() if token[0].islower() and token not in PARTICLES)
    return sum(1 for _ in ordinary) > 1


def alone(line: str) -> Dateline | None:
    """The dateline that is a whole line: "Suara.com -", "Evansville, Indiana -"."""
    head = line.rstrip(" -–—:")
    if len(line) > REACH or head == line.rstrip() or not OPENING.match(head):
        return None
    parts = dissect(head)
    if parts is None or not plausible(parts, "-", True):
        return None
    place = ", ".join(parts.places) or None
    return Dateline(len(line), place, parts.outlet, parts.stamp, parts.marked)


def dissect(head: str) -> Parts | None:
    """The parts of a dateline, None if `head` holds anything else."""
    parts = Parts([])
    rest = head
    for found in re.finditer(r"\(([^()]*)\)|\[([^\[\]]*)\]|(?<=\s)/([A-Z]{3,}[^/]*)$", head):
        if not bracketed((found[1] or found[2] or found[3] or "").strip(), parts):
            return None
        rest = rest.replace(found[0], " | ", 1)
    stamp = stamps.find(rest)
    if stamp is not None:
        parts.stamp, parts.marked = stamp, True
        rest = rest[: stamp.start] + "|" + rest[stamp.end :]
    rest, days = month_day().subn("|", rest)
    parts.marked = parts.marked or days > 0
    for piece in re.split(r"\s*[,|;•]\s*|\s+[-–—]+\s+", rest):
        if piece.strip(" .") and not segment(piece.strip(" .-–—"), parts):
            return None
    return parts if parts.places or parts.marked else None


def bracketed(inside: str, parts: Parts) -> bool:
    """Take in what stands in brackets: an agency, a day, or the place itself."""
    if stamps.find(inside) or month_day().fullmatch(inside):
        parts.stamp, parts.marked = stamps.find(inside), True
        return True
    pieces = [piece.strip() for piece in re.split(r"\s*[/,|]\s*|\s+-\s+|\s+via\s+", inside)]
    agencies = [name for name in map(outlets.named, pieces) if name]
    if agencies:
        parts.outlet, parts.marked = parts.outlet or agencies[0], True
        return True
    if inside.isupper() and is_place(inside):
        if len(inside) <= 4 or parts.places:
            parts.marked = True
        else:
            parts.places.append(inside)
        return True
    return False


def segment(piece: str, parts: Parts) -> bool:
    """Take in one part between commas: an outlet or a place."""
    outlet = outlets.named(piece)
    if outlet and not (piece.isupper() and len(piece) < 3):
        parts.outlet, parts.marked = parts.outlet or outlet, True
        return True
    if piece.lower() in words().weekdays:
        return True
    if len(parts.places) < 3 and is_place(piece):
        parts.places.append(piece)
        return True
    return False


def is_place(piece: str) -> bool:
    """Whether a few capitalised words could be the name of a place."""
    tokens = piece.replace("/", " ").split()
    low = piece.lower()
    if not 1 <= len(tokens) <= 5 or low in words().no_places or low in words().months:
        return False
    if tokens[0].lower() in words().no_places:
        return False
    return all(
        token.lower() in PARTICLES
        or (
            token[0].isupper() and re.fullmatch(r"[^\W\d_]+(?:[.'’‘`-]+[^\W\d_]+)*[.'’‘`-]*", token)
        )
        for token in tokens
    )


def plausible(parts: Parts, mark: str, first: bool) -> bool:
    """Whether the parts and the mark after them make a dateline and not a sentence's beginning."""
    mark = mark.strip()
    if mark == "." or mark.startswith("/"):
        return parts.marked and bool(parts.places or parts.stamp)
    if parts.marked:
        return mark != ":" or bool(parts.places)
    if not first or not parts.places:
        return False
    place = parts.places[0]
    count = sum(len(name.split()) for name in parts.places)
    if place.isupper():
        return len(place) >= 4 and count <= 5
    return count <= (3 if mark == ":" else 4) and len(place) >= 3
