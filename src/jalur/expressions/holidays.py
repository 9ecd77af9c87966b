"""Feasts and named days of any year: fixed, counted from Easter, or from a table of days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from jalur.expressions.days import Days, nearest_weekday
from jalur.expressions.grammar import read

FIRST, LAST = 1990, 2035


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a Gregorian day (Meeus; 1900-2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


@cache
def table() -> dict[str, dict[str, Any]]:
    """The feasts of `data/calendars/holidays.yaml` by name."""
    loaded: dict[str, dict[str, Any]] = read("calendars/holidays.yaml")
    return loaded


def occurrences(name: str) -> list[Days]:
    """Every occurrence of a feast from 1990 to 2035, in order; empty for an unknown name."""
    entry = table().get(name)
    if entry is None:
        return []
    length = timedelta(days=entry.get("days", 1) - 1)
    made = []
    for first in starts(entry):
        if "until" in entry:
            after = [d for d, _ in occurrences(entry["until"]) if d > first]
            length = (after[0] - first - timedelta(days=1)) if after else timedelta(days=29)
        made.append((first, first + length))
    return made


def starts(entry: dict[str, Any]) -> list[date]:
    """The first day of each occurrence."""
    offset = timedelta(days=entry.get("offset", 0))
    if "once" in entry:
        return [entry["once"]]
    if "table" in entry:
        return [date.fromisoformat(str(d)) for d in entry["table"].split()]
    if "after" in entry:
        return [day + offset for day, _ in occurrences(entry["after"])]
    if "before" in entry:
        return [nearest_weekday(d, entry["weekday"], -1) for d, _ in occurrences(entry["before"])]
    years = range(FIRST, LAST + 1)
    if "fixed" in entry:
        month, day = (int(p) for p in entry["fixed"].split("-"))
        return [date(y, month, day) for y in years]
    if "weekday" in entry:
        return [nth_weekday(y, *entry["weekday"]) + offset for y in years]
    rule = {"easter": easter, "orthodox_easter": orthodox_easter}[entry["from"]]
    return [rule(y) + offset for y in years]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1, or -1 for the last) given weekday of a month."""
    if nth < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        last = after - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def holiday(name: str, year: int | None, published: date | None, direction: int) -> Days | None:
    """The occurrence of a feast in a year, or the one that news of a day means by it.

    Told of the past it is the last one, planned the next; else the last one unless the next is
    within 30 days.
    """
    found = occurrences(name)
    if year is not None:
        return next((d for d in found if d[0].year == year), None)
    if len(found) == 1:
        return found[0]
    if published is None:
        return None
    past = [d for d in found if d[0] <= published]
    future = [d for d in found if d[0] > published]
    if direction > 0 or not past:
        return future[0] if future else None
    soon = future and (future[0][0] - published).days <= 30
    if direction == 0 and soon and (published - past[-1][1]).days > 30:
        return future[0]
    return past[-1]
