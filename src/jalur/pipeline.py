"""The order of the stages: from a report to its sourced events.

`understand` is pure: no clock, no network, no database. It is the unit of scale-out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jalur import coding, events, grounding, language, sources
from jalur.knowledge import harm, lexicon
from jalur.knowledge.cues import cues
from jalur.model import Attribution, CodedReport, Report, Span


def understand(report: Report) -> CodedReport:
    """Read one report into its sourced events and tolls."""
    doc = language.parse(report, partial(worth_parsing, report.language))
    mentions = events.find(doc)
    tolls = events.count(doc)
    attributions = sources.attribute(doc)

    def answering(where: Span) -> tuple[Attribution, ...]:
        return sources.answering(attributions, doc, where)

    told = [(m, answering(m.trigger)) for m in mentions]
    counted = [(t, answering(t.quantity.span)) for t in tolls]
    grounded = grounding.ground(doc, told, counted, attributions)
    return coding.fold(report, grounded.claims, grounded.tolls)


def worth_parsing(language_: str, lower: Sequence[str]) -> bool:
    """Whether a sentence can tell something: an event, harm to people, or who says so."""
    return (
        lexicon.tells(lower, language_)
        or harm.tells(lower, language_)
        or cues(language_).tells(lower)
    )
