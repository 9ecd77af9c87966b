"""The order of the stages: from a report to its sourced events.

`understand` is pure: no clock, no network, no database. It is the unit of scale-out. `absorb`
understands reports into a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from jalur import __version__, coding, events, grounding, language, sources
from jalur.knowledge import harm, lexicon
from jalur.knowledge.cues import cues
from jalur.model import Attribution, CodedReport, Report, Span
from jalur.reports import Given

if TYPE_CHECKING:
    from jalur.record import Added, Record

Failed = Callable[[str, str], None]
"""Told the name of a report that could not be understood or kept, and why."""


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


BATCH = 200
"""Reports of one transaction: some seconds of reading are lost if the machine stops."""


def absorb(reports: Iterable[Report], record: Record, failed: Failed) -> Added:
    """Understand reports and add them to a record; those it holds are passed over.

    `failed` is told of every report that could not be understood or kept, and why.
    """
    from jalur.record import Added, keepable, standing  # no database is loaded to read one report

    done = Added()
    waiting: dict[object, tuple[dict[str, Any], str | None]] = {}
    for report in reports:
        kept = keepable(report)
        key = kept.id, standing(kept)
        if key in waiting or record.holds(kept):
            done.known += 1
            continue
        coded = understood(kept, report.id, failed)
        if coded is None:
            done.failed += 1
            continue
        waiting[key] = (coding.write(coded), report.id)
        if len(waiting) >= BATCH:
            put(list(waiting.values()), record, done, failed)
            waiting.clear()
    put(list(waiting.values()), record, done, failed)
    return done


def put(
    waiting: list[tuple[dict[str, Any], str | None]], record: Record, done: Added, failed: Failed
) -> None:
    """Add what waits."""
    if waiting:
        added = record.add(waiting, __version__)
        done.new += added.new
        done.known += added.known
        done.failed += len(added.refused)
        for name, why in added.refused:
            failed(name, why)


def understood(report: Report, name: str, failed: Failed) -> CodedReport | None:
    """A report understood; None, with word of it, if a fault of ours stands in the way."""
    try:
        return understand(report)
    except (MemoryError, RecursionError):
        failed(name, "too large or too deep to be understood")
    except Exception as error:  # one report must not stop the others
        failed(name, f"not understood ({type(error).__name__}: {error})")
    return None


def reread(record: Record, failed: Failed) -> int:
    """Understand every kept text again with this program and derive everything anew; how many.

    The new codings wait beside the old ones and take their place all at once.
    """
    record.recode(None, __version__)
    waiting = []
    for kept in record.kept():
        report = read_again(kept["report"])
        coded = understood(report, report.id, failed)
        if coded is not None:
            waiting.append(coding.write(coded))
        if len(waiting) >= BATCH:
            record.recode(waiting, __version__)
            waiting = []
    record.recode(waiting, __version__)
    return record.rebuild(recoded=True)


def read_again(head: dict[str, Any]) -> Report:
    """The report that a record keeps, laid out anew and under its own name."""
    from jalur.reports.compose import checked, report_of
    from jalur.reports.records import Raw

    told = {k: head[k] for k in ("text", "title", "language", "outlet", "byline", "url")}
    raw = Raw(**told, published=head["published_at"] or head["published"])
    return replace(report_of(raw, checked(Given())), id=head["id"])
