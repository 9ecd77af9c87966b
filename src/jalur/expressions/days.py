"""Arithmetic on days: weeks (Monday to Sunday), months, quarters, seasons and their edges."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "halfyear": 6,
    "year": 12,
    "yearhalf": 18,
    "windu": 96,
    "decade": 120,
    "halfcentury": 600,
    "century": 1200,
    "millennium": 12000,
}
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of a season, as the northern half of the world counts them."""

Days = tuple[date, date]


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, count: float, unit: str) -> date:
    """`day` moved by `count` units; hours and shorter move it by whole days only."""
    if unit in MONTHS:
        return add_months(day, round(count * MONTHS[unit]))
    if unit in DAYS:
        return day + timedelta(days=round(count * DAYS[unit]))
    hours = {"hour": 1.0, "halfday": 12.0}.get(unit, 0.0)
    return day + timedelta(days=int(count * hours / 24))


def month_of(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def unit_of(day: date, unit: str) -> Days:
    """The week, weekend, month, quarter, half, year, decade or century that `day` lies in.

    A weekend is the Saturday and Sunday of the Monday-to-Sunday week.
    """
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit in ("month", "quarter", "half"):
        size = MONTHS[unit]
        first = (day.month - 1) // size * size + 1
        return date(day.year, first, 1), month_of(day.year, first + size - 1)[1]
    if unit in ("year", "decade", "century"):
        size = MONTHS[unit] // 12
        first = day.year // size * size
        return date(max(first, 1), 1, 1), date(first + size - 1, 12, 31)
    return day, day


def season_of(year: int, season: str) -> Days:
    """The days of a season; the winter of a year begins in its December."""
    first, last = SEASONS[season]
    return date(year, first, 1), month_of(year + (last < first), last)[1]


def edge_of(days: Days, edge: str | None, published: date | None) -> Days:
    """The early, middle or late third of a range of days, or its end.

    Thirds are days 1-10, 11-20, 21-end of a month and four months each of a year, as "awal",
    "pertengahan", "akhir" are used of both; the `end` of a year is its December; `earlier` and
    `later` are bounded by publication.
    """
    start, end = days
    length = (end - start).days + 1
    if edge == "earlier" and published and start <= published <= end:
        return start, published
    if edge == "later" and published and start <= published <= end:
        return published, end
    if edge not in ("early", "mid", "late", "end") or length < 5:
        return days
    if 28 <= length <= 31 and start.day == 1:
        return {
            "early": (start, start + timedelta(days=9)),
            "mid": (start + timedelta(days=10), start + timedelta(days=19)),
        }.get(edge, (start + timedelta(days=20), end))
    if start.day == 1 and start.month == 1 and end.month == 12:
        if edge == "end":
            return date(end.year, 12, 1), end
        months = (end.year - start.year + 1) * 4
        first, second = add_months(start, months), add_months(start, 2 * months)
        one = timedelta(days=1)
        return {"early": (start, first - one), "mid": (first, second - one)}.get(
            edge, (second, end)
        )
    third = max(1, length // 3)
    return {
        "early": (start, start + timedelta(days=third)),
        "mid": (start + timedelta(days=third), end - timedelta(days=third)),
    }.get(edge, (end - timedelta(days=third), end))


def nearest_weekday(published: date, weekday: int, direction: int) -> date:
    """The last such weekday up to and including publication (0), before it (-1) or after it (1)."""
    back = (published.weekday() - weekday) % 7
    if direction < 0:
        return published - timedelta(days=back or 7)
    if direction > 0:
        return published + timedelta(days=(-back) % 7 or 7)
    return published - timedelta(days=back)


def closest_date(month: int, day: int, reference: date) -> date:
    """The day and month without a year that lies closest to a day told in the same text."""
    years = [y for y in range(reference.year - 4, reference.year + 5) if y > 0]
    candidates = [date(y, month, day) for y in years if day <= monthrange(y, month)[1]]
    return min(candidates, key=lambda c: abs((c - reference).days))


AHEAD = 62
"""Days after publication up to which a day without a year is still read as this year's."""


def nearest_date(month: int, day: int, published: date, direction: int) -> date:
    """The day and month without a year, in the year that news means by it.

    Told of the past (-1): the last one. Planned (1): the next one. Else the one closest to
    publication that lies no more than about two months after it.
    """
    candidates = []
    for year in range(published.year - 4, published.year + 5):
        if day <= monthrange(year, month)[1]:
            candidates.append(date(year, month, day))
    past = [c for c in candidates if c <= published]
    future = [c for c in candidates if c >= published]
    if direction < 0:
        return past[-1]
    if direction > 0:
        return future[0]
    near = future[0] if (future[0] - published).days <= AHEAD else past[-1]
    return min((past[-1], near), key=lambda c: abs((c - published).days))
