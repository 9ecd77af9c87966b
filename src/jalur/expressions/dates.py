"""Days of a month as news words them, made into days with a year.

A day without its year
is the one closest to publication and at most about two months after it, and agrees with the weekday
given beside it. In English "7/10/2023" is read month first unless the first number cannot be a
month (American outlets write dates in figures, British ones in news prose do not); in Indonesian
the day is first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jalur.expressions.context import Found
from jalur.expressions.days import (
    AHEAD,
    closest_date,
    nearest_date,
    nearest_weekday,
    shift,
)
from jalur.expressions.holidays import holiday
from jalur.expressions.reading import Reading

NEAR = 8
"""Days before publication within which a date of news lies that is written the other way round."""

FRESH = 3
"""Days before publication within which a date is that of this year, whatever its weekday says."""


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
    if found.context.published is None:
        when = agreeing(found, closest_date(month, day, reference))
        return replace(found.read((when, when), "day", "year-of-text"), yearless=True)
    misprinted = month_misprinted(found, month, day)
    if misprinted:
        return found.read((misprinted, misprinted), "day", "month-misprinted")
    told = 0 if found.has("open") else direction(found)
    when = agreeing(found, nearest_date(month, day, reference, told))
    return replace(found.read((when, when), "day", "nearest-year"), yearless=True)


def month_misprinted(found: Found, month: int, day: int) -> date | None:
    """The last such weekday, if it bears the given day of the month but another month.

    "Selasa (14/4)" in a report of Tuesday 14 March is that Tuesday: the month was misprinted.
    """
    weekday, published = first_weekday(found), found.context.published
    if weekday is None or published is None or not found.has("open"):
        return None
    when = nearest_weekday(published, weekday, 0)
    named = nearest_date(month, day, published, 0)
    return when if when.day == day and when.month != month and named.weekday() != weekday else None


def agreeing(found: Found, when: date) -> date:
    """The same day of a neighbouring year if only there it falls on the weekday that is given."""
    weekday, published = first_weekday(found), found.context.published
    if weekday is None or when.weekday() == weekday:
        return when
    if published and 0 <= (published - when).days < FRESH:
        return when
    for years in (-1, 1):
        other = shift(when, years, "year")
        if other.weekday() == weekday and other.day == when.day:
            ahead = found.context.published
            if not ahead or (other - ahead).days <= AHEAD:
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
    if len(parts) == 2 and turned(found, month, day):
        day, month = month, day
    year = parts[2] if len(parts) == 3 else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    return dated(found, month, day, year)


def turned(found: Found, month: int, day: int) -> bool:
    """Whether day and month of a date in figures have changed places.

    "Sabtu (6/3)" in a report of Saturday 3 June is that Saturday: 6 March was none.
    """
    weekday, published = first_weekday(found), found.context.published
    if weekday is None or published is None or day > 12 or not found.has("open"):
        return False
    named, other = (nearest_date(m, d, published, 0) for m, d in ((month, day), (day, month)))
    near = 0 <= (published - other).days < NEAR
    return near and other.weekday() == weekday and named.weekday() != weekday


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
