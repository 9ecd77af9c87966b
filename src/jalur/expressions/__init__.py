"""Words that stand for a value: times and numbers, read from plain text and resolved.

This room sits below the stages: it needs no parse, and knows Indonesian and English.
"""

from __future__ import annotations

from datetime import date

from jalur.expressions.days import unit_of
from jalur.expressions.finder import readings
from jalur.expressions.quantities import quantities
from jalur.model import Quantity, Span, TimeExpression


def times(
    text: str, within: Span, language: str, published: date | None
) -> tuple[TimeExpression, ...]:
    """The time expressions in a passage of `text`, in order and without overlap.

    The whole text is read once and kept, so that "the same day" in one passage finds the day told
    in an earlier one; what lies in `within` is returned, so asking sentence by sentence is cheap.
    Days are resolved against `published`; without it only those that name their year get days, the
    others have None with the reason "no-publication-day".
    """
    return tuple(
        TimeExpression(r.span, r.start, r.end, r.grain, r.kind, r.reason)
        for r in readings(text, Span(0, len(text)), language, published)
        if within.start <= r.span.start and r.span.end <= within.end
    )


def whole(day: date, grain: str) -> tuple[date, date]:
    """The first and last day of the week, month or year that a day lies in."""
    return unit_of(day, grain)


def numbers(text: str, within: Span, language: str) -> tuple[Quantity, ...]:
    """The counts in a passage of `text`, in order and without overlap.

    Money, shares, measures, ages, times and the figures of names are no counts; what the bounding
    words make of a number is told in `jalur.expressions.quantities`.
    """
    return tuple(
        q
        for q in quantities(text, Span(0, len(text)), language)
        if within.start <= q.span.start and q.span.end <= within.end
    )
