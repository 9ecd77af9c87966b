"""Values as cells of a table: codes parted by spaces, names by "; ", days with their precision."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from functools import cache

from jalur.history import Party, Series, Voice
from jalur.knowledge.actors import by_code


def unique(values: Iterable[str | None]) -> list[str]:
    """Each value that is there once, in order."""
    return list(dict.fromkeys(v for v in values if v))


def spaced(codes: Iterable[str]) -> str:
    """Codes in one cell."""
    return " ".join(codes)


def listed(names: Iterable[str | None]) -> str:
    """Names in one cell, empty if there is none."""
    cell = "; ".join(name or "" for name in names)
    return cell if cell.strip("; ") else ""


def sectors(parties: Iterable[Party]) -> str:
    """The sectors of some participants in one cell, "-" for each that is not known."""
    found = [p.sector or "-" for p in parties]
    return spaced(found) if set(found) - {"-"} else ""


def chain(via: Iterable[str]) -> str:
    """The outlets through which something came, nearest first."""
    return " > ".join(via)


def voice_name(voice: Voice, outlet: str | None) -> str:
    """Who answers: name, else code, else the outlet itself."""
    return voice.name or voice.code or outlet or ""


def precision(start: str | None, end: str | None) -> str | None:
    """How exact days are: day, month, year or range; None if they are not known."""
    if not start or not end:
        return None
    if start == end:
        return "day"
    year, month = int(start[:4]), int(start[5:7])
    if (start, end) == (f"{start[:4]}-01-01", f"{start[:4]}-12-31"):
        return "year"
    last = f"{start[:7]}-{monthrange(year, month)[1]:02}"
    return "month" if (start, end) == (f"{start[:7]}-01", last) else "range"


@cache
def country(code: str) -> str | None:
    """The state that a code stands for or belongs to."""
    known = by_code(code)
    return known.country if known else None


def dead(series: Iterable[Series]) -> tuple[int | None, int | None, int | None]:
    """The least, the latest exact and the greatest number of dead among each source's latest."""
    points = [p for s in series if s.kind == "killed" for p in s.points if not p.superseded]
    lows = [p.low for p in points if p.low is not None]
    highs = [p.high for p in points if p.high is not None]
    exact = [p for p in points if p.low is not None and p.low == p.high]
    best = max(exact, key=lambda p: (p.day, p.count)).low if exact else None
    return (
        min(lows, default=None),
        best,
        max(highs) if highs and len(highs) == len(points) else None,
    )


def web(url: str | None) -> str | None:
    """An address that leads to the web; nothing else is a link."""
    return url if url and url.startswith(("http://", "https://")) else None
