"""Times counted from publication or from the day told before: "last week", "two days earlier".

A week runs from Monday to Sunday. "Two weeks ago" is the whole week, as coders of news take it;
"the past two weeks" ends with the day of publication. "A few" (beberapa) is taken as three where a
length is counted back from publication, and as two to seven where something lies that long ago.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jalur.expressions.context import Found
from jalur.expressions.days import DAYS, Days, edge_of, shift, unit_of
from jalur.expressions.figures import spoken
from jalur.expressions.reading import Reading

FEW = 3
FEW_AGO = (2, 7)
GRAINS = {"night": "day", "fortnight": "week", "weekend": "span", "half": "span", "century": "span"}
SINGLE = {"halfday": 0.5, "halfhour": 0.5}


def count_of(found: Found) -> float | None:
    """How many units the match names; None for "several" and the like."""
    if found.has("few") or found.has("longunit"):
        return None
    number = first_number(found)
    if number is not None:
        return number
    if found.get("oneunit") in SINGLE:
        return SINGLE[found.get("oneunit")]
    return 1.0 if found.has("one") or found.has("oneunit") or found.has("dir") else None


def first_number(found: Found) -> float | None:
    """The first number of the match, in figures or words: "two to three weeks" are two."""
    parts: list[tuple[str, float]] = []
    entries = found.context.lexed.entries
    for i in range(found.a, found.b):
        held = entries[i].values
        if "num" in held and not parts:
            parts.append(("unit", float(held["num"])))
        elif "count" in held:
            parts.append((held["count"][0], float(held["count"][1])))
        elif parts and ("to" in held or "or" in held or "unit" in held or "units" in held):
            break
    return spoken(parts) if parts else None


def unit_named(found: Found) -> str:
    """The unit of the match, as the words of `days` name them."""
    for name in ("units", "oneunit", "longunit", "unit", "calendar_unit"):
        values = found.all(name)
        if values:
            return str(values[-1])
    return "day"


def amount(found: Found) -> tuple[float | None, str]:
    """The length that the match names: count and unit."""
    unit = unit_named(found)
    return count_of(found), {"halfday": "day", "halfhour": "hour"}.get(unit, unit)


def period(found: Found) -> Reading | None:
    """A week, month, year placed by last, this, next: "pekan lalu", "the end of the year"."""
    published = found.context.published
    unit = str(found.get("calendar_unit") or found.get("weekend_word"))
    edge = found.get("edge") or ("late" if found.has("yearend") else None)
    told = found.get("dir")
    grain = {"weekend": "span", "half": "span", "century": "span"}.get(unit, unit)
    if published is None:
        return replace(found.read(None, grain, "no-publication-day"), edge=edge)
    day = shift(published, int(told or 0), unit)
    days = unit_of(day, unit)
    if unit == "weekend":
        days = weekend(found, published, told)
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
    compared = next((r for r in reversed(found.context.readings) if r.start), None)
    back = found.get("ago")
    if back is not None:
        base: date | None = found.context.published
        rule = "ago"
    else:
        back = found.get("shifted") or found.get("bare_shifted")
        base, rule = found.context.anchor(), "counted-from-earlier"
        if base is None and compared and unit in ("month", "year"):
            base = compared.start
        if after_event(found):
            base, rule = None, "counted-from-event"
    if base is None:
        grain = "day" if unit in DAYS else unit
        made = found.read(None, grain, rule if rule == "counted-from-event" else "no-anchor")
        return replace(made, amount=(count, unit), kind="duration")
    if count is None:
        near, far = (shift(base, int(back) * n, unit) for n in FEW_AGO)
        return replace(
            found.read((min(near, far), max(near, far)), "span", "few-" + rule), label="PAST_REF"
        )
    day = shift(base, int(back) * count, unit)
    if unit == "year" and compared and compared.start and compared.grain in ("quarter", "month"):
        days = unit_of(shift(compared.start, int(back) * count, unit), compared.grain)
        return found.read(days, compared.grain, "same-part-of-year")
    grain = GRAINS.get(unit, unit)
    if unit in ("second", "minute", "hour", "moment", "halfday"):
        grain = "day"
    if back > 0 and rule != "ago" and unit == "week":
        return found.read((day, day), "day", rule)
    days = (day, day) if grain == "day" else unit_of(day, grain if grain != "span" else unit)
    return replace(found.read(days, grain, rule), label=week_label(day, grain))


def after_event(found: Found) -> bool:
    """Whether the length is counted from something told after it: "two days after the attack"."""
    last = found.context.lexed.word(found.b - 1).lower()
    return last in ("after", "before") or found.context.lexed.has(found.b - 1, "linked")


def trailing(found: Found) -> Reading | None:
    """A length that ends or begins with publication: "the past three months", "ke depan"."""
    count, unit = amount(found)
    told = found.get("trail") if found.has("trail") else found.get("dir")
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
    if base is None and unit not in ("day", "night"):
        dated = [r for r in found.context.readings if r.start]
        base = dated[-1].start if dated else None
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
