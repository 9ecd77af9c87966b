"""Weekdays, months and years as news words them, and the door to all dates of the calendar.

Rules of news: a bare weekday is the last such day up to and including publication, planned it is
the next; "Friday last" looks strictly before, "next Friday" strictly after. A month without its
year is the last one, planned the next.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jalur.expressions.context import Found
from jalur.expressions.dates import (
    date_day,
    dated,
    day_of_month,
    direction,
    explicit_year,
    figured,
    first_weekday,
)
from jalur.expressions.days import Days, edge_of, month_of, nearest_weekday, shift, unit_of
from jalur.expressions.reading import Reading

LAST_WEEK = 4
ENDS = {"terakhir", "last", "final"}
"""The last whole week of a month, and the words that tell it whatever the month's length."""

EARLIEST, LATEST = 1900, 2060
"""A bare number is a year only from the first on; no number above the last is one."""


def calendar(found: Found) -> Reading | None:
    """Any single date, month or weekday with what stands beside it."""
    if found.has("slash") or found.has("iso"):
        return figured(found)
    month = found.get("month")
    day = date_day(found)
    if month and day:
        return dated(found, month, day, explicit_year(found))
    if month:
        return whole_month(found, month)
    weekday = first_weekday(found)
    if weekday is not None and not day:
        return on_weekday(found, weekday)
    return day_of_month(found, day) if day else None


def whole_month(found: Found, month: int) -> Reading | None:
    """A month, with its year, a word that places it, or neither."""
    edge = found.get("edge")
    year = explicit_year(found)
    grain = "span" if edge in ("early", "mid", "late", "end") else "month"
    if year is not None:
        days = edge_of(month_of(year, month), edge, found.context.published)
        return replace(found.read(days, grain, "month"), edge=edge)
    reference = found.context.reference()
    if reference is None:
        made = found.read(None, grain, "no-publication-day")
        return replace(made, yearless=True, edge=edge)
    told = direction(found)
    if told < 0 and month == reference.month:
        told = -1 if found.context.language == "en" else 0
    start = month_near(month, reference, told)
    days = edge_of(month_of(start.year, month), edge, found.context.published)
    return replace(found.read(days, grain, "nearest-month"), edge=edge, yearless=True)


def week_of_month(found: Found) -> Reading | None:
    """The first, second, … or last seven days of a month: "pekan pertama Januari 1974"."""
    month = whole_month(found, int(found.get("month")))
    number = int(found.get("ordinal") or 0)
    if month is None or month.start is None or month.end is None or number > LAST_WEEK:
        return None
    last = number == 0 or (number == LAST_WEEK and found.text.split()[1].lower() in ENDS)
    first = month.end - timedelta(days=6) if last else month.start + timedelta(7 * number - 7)
    return found.read((first, first + timedelta(days=6)), "span", "week-of-month")


def month_near(month: int, reference: date, told: int) -> date:
    """The first day of the month without a year that is meant: the last one, or the planned one."""
    this = date(reference.year, month, 1)
    if told > 0:
        return this if month >= reference.month else shift(this, 1, "year")
    if month < reference.month or (month == reference.month and told == 0):
        return this
    ahead = month - reference.month
    return this if told == 0 and ahead == 1 and reference.day > 20 else shift(this, -1, "year")


def on_weekday(found: Found, weekday: int) -> Reading | None:
    """A weekday, bare or placed in a week or month."""
    published = found.context.published
    edge = found.get("edge")
    if published is None:
        return found.read(None, "day", "no-publication-day")
    unit, told = found.get("calendar_unit"), found.get("dir")
    if unit == "week" and told is not None:
        monday = unit_of(shift(published, int(told), "week"), "week")[0]
        when = monday + timedelta(days=weekday)
        rule = "weekday-of-week"
    elif told == 0:
        when = unit_of(published, "week")[0] + timedelta(days=weekday)
        rule = "weekday-of-week"
    elif told is not None:
        when = nearest_weekday(published, weekday, int(told))
        rule = "weekday-" + ("last" if told < 0 else "next")
    else:
        when = nearest_weekday(published, weekday, 0)
        if found.planned() and when != published:
            when += timedelta(days=7)
        rule = "weekday-nearest"
    return replace(found.read((when, when), "day", rule), edge=edge)


def year(found: Found) -> Reading | None:
    """A year; a bare number before 1900 only after a word that asks for one."""
    value = int(found.get("year"))
    sure = found.before("yearprep") or found.has("tahun") or found.has("edge")
    if value > LATEST or (not sure and value < EARLIEST):
        return None
    days: Days = (date(value, 1, 1), date(value, 12, 31))
    edge = year_edge(found)
    grain = "span" if edge in ("early", "mid", "late", "end") else "year"
    read = found.read(edge_of(days, edge, found.context.published), grain, "year")
    return replace(read, edge=edge, label=f"{value:04d}")


def year_edge(found: Found) -> str | None:
    """The edge of a year in the match; "akhir tahun 2017" is the end of the year, December."""
    edge: str | None = found.get("edge")
    return "end" if edge == "late" and found.has("tahun") else edge


def span(found: Found) -> Reading | None:
    """A range of days in one month ("24-30 November") or of years ("antara 2010 dan 2015")."""
    years, months = found.all("year"), found.all("month")
    if not months:
        low, high = int(years[0]), int(years[-1])
        days = (date(low, 1, 1), date(high, 12, 31)) if low <= high else None
        return found.read(days, "span", "range", "during") if days else None
    days_named = [*found.all("day"), *found.all("nth")]
    year = int(years[0]) if years else None
    if len(days_named) < 2:
        return None
    last = dated(found, months[-1], days_named[1], year)
    if last is None or last.end is None:
        return last
    first_year = last.end.year - (months[0] > months[-1])
    try:
        start = date(first_year, months[0], days_named[0])
    except ValueError:
        return None
    if start > last.end:
        return None
    return replace(last, start=start, grain="span", kind="during")
