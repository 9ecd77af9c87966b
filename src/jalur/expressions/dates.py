"""Dates, months, weekdays and years as news words them, made into days.

Rules of news: a bare weekday is the last such day up to and including publication, planned it is
the next; "Friday last" looks strictly before, "next Friday" strictly after. A day without its year
is the one closest to publication and at most about two months after it, and agrees with the weekday
given beside it. In English "7/10/2023" is read month first unless the first number cannot be a
month (American outlets write dates in figures, British ones in news prose do not); in Indonesian
the day is first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jalur.expressions.context import Found
from jalur.expressions.days import (
    Days,
    edge_of,
    month_of,
    nearest_date,
    nearest_weekday,
    shift,
    unit_of,
)
from jalur.expressions.holidays import holiday
from jalur.expressions.reading import Reading


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


def first_weekday(found: Found) -> int | None:
    """The weekday in the match, full or short."""
    full: int | None = found.get("weekday")
    short: int | None = found.get("weekshort")
    return full if full is not None else short


def date_day(found: Found) -> int | None:
    """The day of the month: an ordinal figure, or the number next to the month."""
    nth = found.get("nth")
    if nth:
        return int(nth) if nth <= 31 else None
    entries = found.context.lexed.entries
    for i in range(found.a, found.b):
        values = entries[i].values
        near = range(max(found.a, i - 2), min(found.b, i + 3))
        close = any({"month", "tanggal"} & entries[j].values.keys() for j in near)
        if "day" in values and close and not found.context.lexed.has(i + 1, "ampm"):
            return int(values["day"])
    return None


def explicit_year(found: Found) -> int | None:
    """The year in the match, or the year that "last year" beside a date stands for."""
    year: int | None = found.get("year")
    if year is None and found.get("calendar_unit") == "year" and found.context.published:
        return found.context.published.year + int(found.get("dir") or 0)
    return year


def direction(found: Found) -> int:
    """-1 told of the past, 1 planned, 0 not said."""
    told = found.get("dir")
    if told:
        return int(told)
    return 1 if found.planned() else 0


def dated(found: Found, month: int, day: int, year: int | None) -> Reading | None:
    """A day of a month, with or without its year; None if there is no such day."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    if year is not None:
        when = date(year, month, day)
        return found.read((when, when), "day", "date")
    reference = found.context.reference()
    if reference is None:
        return replace(found.read(None, "day", "no-publication-day"), yearless=True)
    told = 0 if found.has("open") or not found.context.published else direction(found)
    when = agreeing(found, nearest_date(month, day, reference, told))
    return replace(found.read((when, when), "day", "nearest-year"), yearless=True)


def agreeing(found: Found, when: date) -> date:
    """The same day of a neighbouring year if only there it falls on the weekday that is given."""
    weekday = first_weekday(found)
    if weekday is None or when.weekday() == weekday:
        return when
    for years in (-1, 1, -2):
        other = shift(when, years, "year")
        if other.weekday() == weekday and other.day == when.day:
            ahead = found.context.published
            if not ahead or (other - ahead).days <= 62:
                return other
    return when


def figured(found: Found) -> Reading | None:
    """A date in figures: "23/2", "24/2/2024", "2024-02-24"."""
    iso = found.get("iso")
    if iso:
        try:
            when = date.fromisoformat(iso)
        except ValueError:
            return None
        return found.read((when, when), "day", "date")
    parts: list[int] = found.get("slash")
    day, month = parts[0], parts[1]
    if found.context.language == "en" and parts[0] <= 12:
        day, month = month, day
    if month > 12:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    bare = len(parts) == 2 and not found.has("open") and first_weekday(found) is None
    if bare and parts == [9, 11]:
        return found.read(holiday("nine_eleven", None, None, 0), "day", "named-day")
    if bare and not (found.has("tanggal") or found.before("dayprep")):
        return None
    year = parts[2] if len(parts) == 3 else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    return dated(found, month, day, year)


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


def day_of_month(found: Found, day: int) -> Reading | None:
    """ "tanggal 24": the day of this month, or of the last one where this month's lies ahead."""
    published = found.context.published
    if published is None:
        return found.read(None, "day", "no-publication-day")
    try:
        when = date(published.year, published.month, day)
        if when > published and not found.planned():
            when = shift(when, -1, "month")
    except ValueError:
        return None
    return found.read((when, when), "day", "day-of-month")


def year(found: Found) -> Reading | None:
    """A year; a bare number is one only between 1900 and 2050 or after a word that asks for one."""
    value = int(found.get("year"))
    sure = found.before("yearprep") or found.has("tahun") or found.has("edge")
    if not sure and not 1900 <= value <= 2050:
        return None
    days: Days = (date(value, 1, 1), date(value, 12, 31))
    edge = found.get("edge")
    grain = "span" if edge in ("early", "mid", "late", "end") else "year"
    read = found.read(edge_of(days, edge, found.context.published), grain, "year")
    return replace(read, edge=edge, label=f"{value:04d}")


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
