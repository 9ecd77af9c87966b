"""Finds the time expressions of a passage and reads each in turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from jalur.expressions import other, periods, relative
from jalur.expressions.context import Context, Found
from jalur.expressions.grammar import grammar
from jalur.expressions.lexer import Lexed, lex
from jalur.expressions.reading import Reading
from jalur.model import Reason, Span

HANDLERS: dict[str, Callable[[Found], Reading | None]] = {
    "span": periods.span,
    "calendar": periods.calendar,
    "monthweek": periods.week_of_month,
    "year": periods.year,
    "period": relative.period,
    "ago": relative.ago,
    "trailing": relative.trailing,
    "deictic": relative.deictic,
    "anchored": relative.anchored,
    "nextday": relative.anchored,
    "duration": other.duration,
    "every": other.every,
    "quarter": other.quarter,
    "season": other.season,
    "decade": other.decade,
    "century": other.century,
    "clock": other.clock,
    "drop": other.drop,
    "holiday": other.named_day,
    "ref": other.ref,
}
DECIMAL = {"id": ",", "en": "."}
"""The decimal mark of each language that has time and number words."""


@lru_cache(maxsize=4)
def lexed_times(text: str, within: Span, language: str) -> Lexed:
    """The passage in the classes of the language's time words."""
    return lex(text, within, grammar(language, "times", DECIMAL[language]).vocabulary)


@lru_cache(maxsize=8)
def readings(
    text: str, within: Span, language: str, published: date | None, join: bool = True
) -> tuple[Reading, ...]:
    """The time expressions of a passage in order, without overlap.

    With `join` the two ends of a range ("from Monday to Friday") are one reading.
    """
    if language not in DECIMAL:
        return ()
    lexed = lexed_times(text, within, language)
    context = Context(lexed, published, language)
    fill(context, join)
    if published is None and any(r.yearless and r.start is None for r in context.readings):
        dated = [r.start for r in context.readings if r.start]
        if dated:
            context = Context(lexed, None, language, fallback=dated[0])
            fill(context, join)
    return tuple(context.readings)


def fill(context: Context, join: bool) -> None:
    """Reads every expression of the passage into the context, in order."""
    lexed = context.lexed
    rules = grammar(context.language, "times", DECIMAL[context.language])
    position = 0
    while match := rules.match(lexed.codes, position):
        rule, a, b = match
        b -= lexed.has(b - 1, "dot") or lexed.has(b - 1, "comma")
        found = Found(context, a, b)
        reading = attempt(HANDLERS[rule], found)
        if reading is None:
            position = a + 1
            continue
        position = max(b, a + 1)
        if reading.kind == "age":
            continue
        if reading.single:
            reading = replace(reading, speech=found.speech())
        context.readings.append(flagged(context, reading, a))
        if join:
            joined(context, a)


def attempt(handler: Callable[[Found], Reading | None], found: Found) -> Reading | None:
    """What the handler reads; a day that no calendar holds is read as vague."""
    try:
        return handler(found)
    except (ValueError, OverflowError):
        return found.read(None, "vague", "no-such-day")


def flagged(context: Context, reading: Reading, a: int) -> Reading:
    """The reading as since or until, where the word before it says so."""
    lexed = context.lexed
    before = a - 1
    if lexed.has(before, "prep") and not starts_range(lexed, before):
        before -= lexed.has(before - 1, "since") or lexed.has(before - 1, "upto")
    if reading.kind not in ("point", "during") or reading.start is None:
        return reading
    word = lexed.word(before).lower()
    if lexed.has(before, "since") and word not in ("from", "dari"):
        return replace(reading, kind="since", end=None)
    if lexed.has(before, "upto") and not lexed.has(before - 1, "dash"):
        return replace(reading, kind="until", start=None)
    return reading


def starts_range(lexed: Lexed, i: int) -> bool:
    """Whether token `i` is itself a word for since or until."""
    return lexed.has(i, "since") or lexed.has(i, "upto")


RANGED = ("day", "month", "year", "span", "week")


def joined(context: Context, a: int) -> None:
    """Makes the last two readings one range if "-", "to" or "between … and" links them.

    `a` is the first token of the last reading.
    """
    if len(context.readings) < 2:
        return
    left, reading = context.readings[-2:]
    lexed = context.lexed
    link = a - 1
    if link < 1 or lexed.ends[link - 1] != left.span.end:
        return
    first = next((i for i in range(link, -1, -1) if lexed.starts[i] == left.span.start), 0)
    paired = lexed.has(link, "and") and lexed.has(first - 1, "between")
    through = lexed.has(link, "to") or lexed.has(link, "dash")
    if not (paired or through) or left.grain not in RANGED or reading.grain not in RANGED:
        return
    days = span_of(left, reading)
    if days is None:
        return
    kind = "since" if left.kind == "since" and reading.kind == "since" else "during"
    span = Span(left.span.start, reading.span.end)
    made = replace(left, span=span, start=days[0], end=days[1], grain="span", kind=kind, label="")
    context.readings[-2:] = [replace(made, reason=Reason("range", span.cut(lexed.text)))]


def span_of(left: Reading, right: Reading) -> tuple[date, date] | None:
    """The days from the start of one reading to the end of another; None if they do not fit."""
    start, end = left.start, right.end
    if start is None or end is None:
        return None
    if start > end and left.yearless:
        start = same_side(start, end)
    elif start > end and left.grain == "day" and (start - end).days < 7:
        end += timedelta(days=7)
    return (start, end) if start <= end else None


def same_side(start: date, end: date) -> date:
    """The day without a year that opens a range, put into the year that lets it end."""
    moved = start.replace(year=end.year, day=min(start.day, 28))
    moved += timedelta(days=start.day - moved.day)
    return moved if moved <= end else moved.replace(year=end.year - 1)
