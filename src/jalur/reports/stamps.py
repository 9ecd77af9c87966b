"""Dates and times of publication as outlets write them, in Indonesian and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

from jalur.reports.words import alternatives, table, words

FIRST_YEAR, LAST_YEAR = 1900, 2050
"""Years outside are taken for faults of the page (epoch seconds read as a year, counters)."""


ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/-]?)([01]\d)\2([0-3]\d)(?:\d{4}|\d{6}|\d{9})?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found at `start` to `end` of a text; `day` is None if no such day can be."""

    start: int
    end: int
    day: date | None
    clock: time | None
    zone: tzinfo | None

    def moment(self, zone: tzinfo | None = None) -> datetime | None:
        """The moment, its zone as printed or else `zone`; None without a clock time or a zone."""
        where = self.zone or zone
        if self.day is None or self.clock is None or where is None:
            return None
        return datetime.combine(self.day, self.clock, where)


@cache
def hours() -> dict[str, float]:
    """Hours east of Greenwich of the zones that outlets print."""
    return {str(k): float(v) for k, v in table("outlets-domains.yaml")["hours"].items()}


@cache
def pattern() -> re.Pattern[str]:
    """One pattern for a date with the time that may stand before or after it."""
    month = rf"(?:{alternatives(tuple(words().months))})"
    weekday = alternatives(words().weekdays)
    clock = alternatives(words().clock)
    zones = "|".join(sorted(hours(), key=len, reverse=True))
    when = (
        r"(?P<h{n}>[01]?\d|2[0-4])[:.](?P<i{n}>[0-5]\d)(?:[:.](?P<s{n}>[0-5]\d)(?:\.\d+)?)?(?!\d)"
        r"(?:\s*(?P<ap{n}>[ap])\.?m\b\.?)?"
        rf"(?:\s*\(?(?P<z{{n}}>(?-i:(?:GMT|UTC)?[+-]\d\d?:?(?:\d\d)?|(?:{zones})\b))\)?)?"
    )
    day = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m1>{month})\b\.?,?[\s-]+(?P<y1>\d{{4}})"
        rf"|(?P<m2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})[-/](?P<m3>\d{1,2})[-/](?P<d3>\d{1,2})"
        r"|(?P<d4>\d{1,2})[/.\-](?P<m4>\d{1,2})[/.\-](?P<y4>\d{4})"
    )
    between = rf"[\s,|•·\-–—/:;]*(?:(?:{clock})\b\.?:?\s*)?"
    return re.compile(
        rf"(?<![\w/.])(?:{when.replace('{n}', '1')}[\s,|•·\-–—]+(?:(?:{weekday})\b\.?,?\s+)?)?"
        rf"(?:{day})(?!\d)"
        rf"(?:T?{between}{when.replace('{n}', '2')})?",
        re.IGNORECASE,
    )


def find(text: str, start: int = 0, end: int | None = None, day_first: bool = True) -> Stamp | None:
    """The first date in `text[start:end]`.

    `day_first`: whether 07/05/2024 is 7 May; otherwise a date that could be either is unknown.
    """
    found = pattern().search(text, start, len(text) if end is None else end)
    return None if found is None else read(found, day_first)


def read(found: re.Match[str], day_first: bool) -> Stamp:
    """The date that a match of `pattern` tells."""
    part = found.groupdict()
    n = next(n for n in "1234" if part["y" + n])
    name = part["m" + n].lower()
    month = words().months.get(name) or int(name)
    day = int(part["d" + n])
    if n == "4" and not day_first and day <= 12 and month <= 12 and day != month:
        return Stamp(found.start(), found.end(), None, None, None)
    if n == "4" and not day_first and month > 12:
        day, month = month, day
    k = "2" if part["h2"] else "1"
    return Stamp(
        found.start(),
        found.end(),
        possible(int(part["y" + n]), month, day),
        clock_of(part["h" + k], part["i" + k], part["s" + k], part["ap" + k]),
        zone_of(part["z" + k]),
    )


def possible(year: int, month: int, day: int) -> date | None:
    """The day if there is such a one in the years of the news, else None."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock_of(
    hour: str | None, minute: str | None, second: str | None, half: str | None
) -> time | None:
    """A time of day from its written parts."""
    if hour is None or minute is None:
        return None
    hours = int(hour) % 24
    if half and hours <= 12:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    return time(hours, int(minute), int(second or 0))


def zone_of(name: str | None) -> tzinfo | None:
    """A zone from its abbreviation or offset: "WIB", "+07:00", "GMT+7"."""
    if not name:
        return None
    if name in hours():
        return timezone(timedelta(hours=hours()[name]))
    digits = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d\d?):?(\d\d)?", name)
    if digits is None:
        return None
    offset = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0))
    if offset > timedelta(hours=14):
        return None
    return timezone(offset if digits[1] == "+" else -offset)


def parse(value: object, day_first: bool = True) -> Stamp | None:
    """The date of a metadata field: text in any form known here, or seconds since 1970."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return Stamp(0, 0, value.date(), value.time(), value.tzinfo)
    if isinstance(value, date):
        return Stamp(0, 0, possible(value.year, value.month, value.day), None, None)
    text = str(value).strip()
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", text):
        return epoch(float(text))
    return find(text[:200], day_first=day_first)


def of_address(url: str) -> Stamp | None:
    """The day that many outlets put into a report's address: /2024/02/24/, /20240224203512-."""
    found = ADDRESS.search(url)
    day = possible(int(found[1]), int(found[3]), int(found[4])) if found else None
    return None if day is None else Stamp(0, 0, day, None, None)


def epoch(seconds: float) -> Stamp | None:
    """The moment of a count of seconds or milliseconds since 1970."""
    if seconds > 1e11:
        seconds /= 1000
    then = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))
    day = possible(then.year, then.month, then.day)
    return None if day is None else Stamp(0, 0, day, then.time(), UTC)
