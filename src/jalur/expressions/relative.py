"""Times counted from publication or from the day told before: "last week", "two days earlier".

A week runs from Monday to Sunday; this week told of the past ends with publication. "Two weeks ago"
is the whole week, as coders of news take it; "the past two weeks" ends with the day of publication.
"A few" (beberapa) is taken as three where a length is counted back from publication, and as two to
seven where something lies that long ago.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jalur.expressions.context import Found
from jalur.expressions.days import DAYS, Days, edge_of, shift, unit_of
from jalur.expressions.lengths import amount
from jalur.expressions.reading import Reading

SHORT = ("second", "minute", "hour", "moment", "halfday")
FEW = 3
FEW_AGO = (2, 7)
GRAINS = {"night": "day", "fortnight": "week", "weekend": "span", "half": "span", "century": "span"}


def period(found: Found) -> Reading | None:
    """A week, month, year placed by last, this, next: "pekan lalu", "the end of the year"."""
    published = found.context.published
    unit = str(found.get("calendar_unit") or found.get("weekend_word"))
    edge = "end" if found.has("yearend") else found.get("edge")
    if edge == "late" and unit == "year" and found.context.language == "id":
        edge = "end"
    told = 0 if found.has("nanti") else found.get("dir")
    grain = {"weekend": "span", "half": "span", "century": "span"}.get(unit, unit)
    if published is None:
        return replace(found.read(None, grain, "no-publication-day"), edge=edge)
    day = shift(published, int(told or 0), unit)
    days = unit_of(day, unit)
    if unit == "weekend":
        days = weekend(found, published, told)
    if unit == "week" and told == 0 and not found.planned():
        days = days[0], published
    return replace(
        found.read(edge_of(days, edge, published), "span" if edge else grain, f"{unit}-placed"),
        edge=edge,
        label=week_label(days[0], unit),
    )


def weekend(found: Found, published: date, told: int | None) -> Days:
    """The weekend that is meant: the last one begun, or the coming one where a plan is told."""
    saturday, sunday = unit_of(published, "weekend")
    week = timedelta(days=7)
    if told == 0 or (told is None and found.planned()):
        return saturday, sunday
    if told is not None and told > 0:
        late = published >= saturday
        return (saturday + week, sunday + week) if late else (saturday, sunday)
    if told is None and published >= saturday:
        return saturday, sunday
    return saturday - week, sunday - week


def week_label(day: date, unit: str) -> str:
    """The TIMEX3 value of a week or weekend; "" for other units."""
    if unit not in ("week", "weekend"):
        return ""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")


def ago(found: Found) -> Reading | None:
    """A length before or after publication ("dua hari lalu") or the day told before ("later")."""
    count, unit = amount(found)
    base, back, rule = base_of(found, unit)
    if base is None:
        made = found.read(None, "day" if unit in DAYS else unit, rule)
        return replace(made, amount=(count, unit), kind="duration")
    if count is None:
        near, far = (shift(base, back * n, unit) for n in FEW_AGO)
        days = min(near, far), max(near, far)
        return replace(found.read(days, "span", "few-" + rule), label="PAST_REF")
    last = last_dated(found)
    compared = ("quarter",) if rule == "ago" else ("quarter", "month")
    if unit == "year" and last and last.start and last.grain in compared:
        days = unit_of(shift(last.start, back * count, unit), last.grain)
        return found.read(days, last.grain, "same-part-of-year")
    day = shift(base, back * count, unit)
    grain = "day" if unit in SHORT else GRAINS.get(unit, unit)
    if back > 0 and rule != "ago" and unit == "week":
        grain = "day"
    days = (day, day) if grain == "day" else unit_of(day, grain if grain != "span" else unit)
    return replace(found.read(days, grain, rule), label=week_label(day, grain))


def base_of(found: Found, unit: str) -> tuple[date | None, int, str]:
    """The day to count from (None: not known), the direction, and the rule that chose it."""
    back = found.get("ago")
    if back is not None:
        base = found.context.published
        return base, int(back), "ago" if base else "no-publication-day"
    moved = int(found.get("shifted") or found.get("bare_shifted"))
    if after_event(found):
        return None, moved, "counted-from-event"
    base, last = found.context.anchor(), last_dated(found)
    if base is None and last and unit in ("month", "year"):
        base = last.start
    return base, moved, "counted-from-earlier" if base else "no-anchor"


def last_dated(found: Found) -> Reading | None:
    """The nearest earlier reading with days."""
    return next((r for r in reversed(found.context.readings) if r.start), None)


def after_event(found: Found) -> bool:
    """Whether the length is counted from something told after it: "two days after the attack"."""
    last = found.context.lexed.word(found.b - 1).lower()
    return last in ("after", "before") or found.context.lexed.has(found.b - 1, "linked")


def trailing(found: Found) -> Reading | None:
    """A length that ends or begins with publication: "the past three months", "ke depan"."""
    count, unit = amount(found)
    told = found.get("trail") if found.has("trail") else found.get("dir")
    if found.has("todayword"):
        told = -1
    if unit == "year" and found.get("dir") == 0 and not found.before("for"):
        return found.read(None, "vague", "age", "age")
    if told is None:
        told = found.get("recent") if found.has("recent") else 1
    published = found.context.published
    if published is None:
        made = found.read(None, "vague", "no-publication-day", "during")
        return replace(made, amount=(count, unit))
    if count is None and found.has("recent") and not found.has("few"):
        made = found.read(None, "vague", "vague", "during")
        return replace(made, amount=(None, unit), label="PAST_REF" if told < 0 else "FUTURE_REF")
    other = shift(published, int(told or -1) * (FEW if count is None else count), unit)
    days = (min(other, published), max(other, published))
    return replace(found.read(days, "span", "trailing", "during"), amount=(count, unit))


def deictic(found: Found) -> Reading | None:
    """Today, yesterday, tomorrow, last night, this morning."""
    value = found.get("deictic")
    part = found.get("part")
    if value is not None:
        moved, own = value
        part = part or own
    else:
        moved = int(found.get("dir") or 0)
    published = found.context.published
    if published is None:
        return replace(found.read(None, "day", "no-publication-day"), part=part)
    day = published + timedelta(days=int(moved))
    made = found.read((day, day), "day", "counted-from-publication")
    return replace(made, part=part, edge=found.get("edge"))


def anchored(found: Found) -> Reading | None:
    """The same, following or preceding day, month or year, counted from the day told before."""
    unit = str(found.get("unit") or "day")
    moved = found.get("relative_dir") or found.get("relative") or 0
    if found.has("nextday"):
        unit, moved = "day", found.get("nextday")
    if unit in ("hour", "minute", "second"):
        return None
    base = found.context.anchor()
    grain = GRAINS.get(unit, unit)
    last = last_dated(found)
    if unit in ("month", "year") and last and last.grain == "month":
        base = last.start
    if base is None and unit not in ("day", "night"):
        base = last.start if last else found.context.published
    if base is None:
        return found.read(None, grain, "no-anchor")
    weekday = found.get("weekday")
    if weekday is not None:
        ahead = (weekday - base.weekday()) % 7
        if moved <= 0 and ahead:
            ahead -= 7
        day = base + timedelta(days=ahead or (7 if moved > 0 else -7 if moved < 0 else 0))
        return found.read((day, day), "day", "counted-from-earlier")
    day = shift(base, int(moved), unit)
    made = found.read(
        unit_of(day, "day" if grain == "day" else unit), grain, "counted-from-earlier"
    )
    return replace(made, label=week_label(day, unit))
