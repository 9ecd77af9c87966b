"""Lengths, repetitions, parts of years, clock times and words for now and then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jalur.expressions.context import Found
from jalur.expressions.days import Days, edge_of, month_of, season_of, shift
from jalur.expressions.figures import spoken
from jalur.expressions.holidays import holiday
from jalur.expressions.lengths import amount
from jalur.expressions.reading import Reading

REFS = {
    ("present",): "PRESENT_REF",
    ("past_ref", "pastword"): "PAST_REF",
    ("future_ref", "futureword"): "FUTURE_REF",
}


def duration(found: Found) -> Reading | None:
    """A length with no place in time: "three hours", "bertahun-tahun"; an age is only kept out."""
    count, unit = amount(found)
    if found.before("old") or found.has("old"):
        return found.read(None, "vague", "age", "age")
    if found.before("degrees") and unit == "minute":
        return drop(found)
    if count == 1.0 and found.has("one") and not found.has("count"):
        if unit in ("weekend", "second", "minute", "quarter", "century", "night"):
            return None
        word = found.context.lexed.word(found.a).lower()
        if word == "one" or (word == "the" and unit != "year"):
            return None
    made = found.read(None, "vague", "length", "duration")
    return replace(made, amount=(count, unit))


def drop(found: Found) -> Reading:
    """Numbers that look like times: ages, the numbers of laws, minutes of arc."""
    return found.read(None, "vague", "no-time", "age")


def every(found: Found) -> Reading | None:
    """A repetition: "every Friday", "setiap hari"."""
    made = found.read(None, "vague", "repeated", "set")
    unit = found.get("set_word") or found.get("units") or found.get("unit") or "day"
    month, weekday = found.get("month"), found.get("weekday")
    label = ""
    if month:
        label = f"XXXX-{month:02d}"
    elif weekday is not None:
        label = f"XXXX-WXX-{weekday + 1}"
    return replace(made, amount=(1.0, str(unit)), label=label)


def quarter(found: Found) -> Reading | None:
    """A quarter or half of a year; without a year the last that has ended by publication."""
    number = quarter_number(found)
    published = found.context.published
    year = found.get("year")
    size = 6 if found.has("half") else 3
    letter = "H" if size == 6 else "Q"
    told = found.get("dir")
    if number is None:
        if published is None:
            return found.read(None, "quarter", "no-publication-day")
        if told is None and not found.has("latest") and size == 3:
            back = -4 if found.has("yearago") else 0
            told_before = [r.start for r in found.context.readings if r.grain == "quarter"]
            moved = told_before[-1] if told_before else None
            moved = shift(moved or shift(published, -1, "quarter"), back, "quarter")
        else:
            moved = shift(published, int(told or found.get("latest") or 0), "quarter")
        number, year = (moved.month - 1) // size + 1, moved.year
    elif number > 12 // size:
        return None
    if year is None:
        if published is None:
            return found.read(None, "quarter", "no-publication-day")
        year = published.year
        if found.get("calendar_unit") == "year" and told is not None:
            year += int(told)
        elif number * size - size >= published.month and not found.planned():
            year -= 1
    days = month_of(year, number * size - size + 1)[0], month_of(year, number * size)[1]
    made = found.read(days, "quarter" if size == 3 else "span", "quarter")
    return replace(made, label=f"{year:04d}-{letter}{number}")


def quarter_number(found: Found) -> int | None:
    """Which quarter or half is meant, None if it is told by last or next."""
    number = found.get("ordinal") or found.get("num")
    return int(number) if number else None


def season(found: Found) -> Reading | None:
    """A season; without a year the last one, or the coming one where that is told."""
    name = str(found.get("season"))
    published, edge = found.context.published, found.get("edge")
    year = found.get("year")
    if year is None:
        if published is None:
            return found.read(None, "span", "no-publication-day")
        year = season_year(found, name, published)
    made = found.read(edge_of(season_of(year, name), edge, published), "span", "season")
    return replace(made, label=f"{year:04d}-{name}", edge=edge)


def season_year(found: Found, name: str, published: date) -> int:
    """The year in which the season that is meant begins."""
    year, told = published.year, found.get("dir")
    if found.get("calendar_unit") == "year":
        return year + int(told or 0)
    first, last = season_of(year, name)
    if told == 0:
        return year - (name == "WI" and published.month <= 2)
    if told is not None and told > 0:
        return year + (first <= published)
    if told is not None:
        return year - (last >= published)
    return year - (first > published and not found.planned())


def decade(found: Found) -> Reading | None:
    """ "the 1990s", "tahun 40-an": ten years."""
    value = found.get("decade") or found.get("decade_word")
    first = int(value)
    if first < 100:
        lexed = found.context.lexed
        marked = lexed.text[found.span.start - 1 : found.span.start] in ("'", "’", "‘")
        if not (marked or found.has("tahun") or found.has("def") or found.has("era")):
            return None
        first += 1900 if first >= 20 else 2000
    if first % 10:
        return None
    edge = found.get("edge")
    days: Days = (date(first, 1, 1), date(first + 9, 12, 31))
    made = found.read(edge_of(days, edge, None), "decade", "decade")
    return replace(made, label=f"{first // 10}", edge=edge)


def century(found: Found) -> Reading | None:
    """A century: too long to date an event by, so without days."""
    number = found.get("ordinal") or found.get("roman") or found.get("num")
    made = found.read(None, "vague", "century")
    return replace(made, label=f"{int(number) - 1:02d}")


def clock(found: Found) -> Reading | None:
    """An hour or part of the day: the day is that of the expression before, else publication."""
    if found.has("deictic") or found.has("dir"):
        published = found.context.published
        moved = (found.get("deictic") or (0,))[0]
        day = shift(published, moved, "day") if published else None
    else:
        day = found.context.anchor()
    made = found.read((day, day) if day else None, "day", "hour-of-earlier-day")
    return replace(made, clock=hour(found) or made.clock)


def hour(found: Found) -> tuple[int, int] | None:
    """Hour and minute of the match, in 24 hours."""
    named, half = found.get("hourname"), found.get("ampm")
    if named:
        return int(named[0]), int(named[1])
    told = found.get("clock")
    if not told:
        words = found.all("count")
        number = found.get("num") or (spoken([(k, float(v)) for k, v in words]) if words else None)
        if number is None or number > 24:
            return None
        told = (int(number), 0)
    late = half == 12 and told[0] < 12
    return told[0] + (12 if late else 0), told[1]


def named_day(found: Found) -> Reading | None:
    """A feast or named day, of the year beside it or the nearest."""
    name = found.get("holiday")
    published = found.context.published
    year = found.get("year")
    told = found.get("dir")
    if year is None and found.get("calendar_unit") == "year" and published:
        year, told = published.year + int(told or 0), None
    if year is None and told == 0 and published:
        year = published.year
    if name is None:
        return None
    direction = int(told) if told else (1 if found.planned() else 0)
    days = holiday(str(name), year, published, direction)
    grain = "day" if days and days[0] == days[1] else "span"
    return found.read(days, grain, "holiday" if days else "no-such-year")


def ref(found: Found) -> Reading | None:
    """Now, then, soon: a time that no day can be given for."""
    made = found.read(None, "vague", "vague")
    for names, label in REFS.items():
        if any(found.has(name) for name in names):
            return replace(made, label=label)
    return None
