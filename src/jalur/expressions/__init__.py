"""Words that stand for a value: times and numbers, read from plain text and resolved.

This room sits below the stages: it needs no parse, and knows Indonesian and English.
"""

from __future__ import annotations

from datetime import date

from jalur.expressions.finder import readings
from jalur.expressions.quantities import quantities
from jalur.model import Quantity, Span, TimeExpression


def times(
    text: str, within: Span, language: str, published: date | None
) -> tuple[TimeExpression, ...]:
    """The time expressions in a passage of `text`, in order and without overlap.

    Days are resolved against `published`; without it only those that name their year get days, the
    others have None with the reason "no-publication-day".
    """
    return tuple(
        TimeExpression(r.span, r.start, r.end, r.grain, r.kind, r.reason)
        for r in readings(text, within, language, published)
    )


def numbers(text: str, within: Span, language: str) -> tuple[Quantity, ...]:
    """The counts in a passage of `text`, in order and without overlap."""
    return quantities(text, within, language)
