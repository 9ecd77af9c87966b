"""What is shown of a coded report, as rows of words: no skin, no width, no colour.

A row has a label ("says"), pieces of text with the meaning they carry ("trigger", "denied"), and
belongs to one level: report, event or detail. Skins turn meanings into colours or signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jalur.model import (
    Claim,
    CodedReport,
    Furniture,
    Reason,
    Report,
    Rival,
    Source,
    Span,
    TollClaim,
)
from jalur.views.safe import visible
from jalur.views.words import (
    LANGUAGES,
    STANCES,
    amount,
    counted,
    person,
    said,
    sides,
    when,
    where,
)

Piece = tuple[str, str]
"""Text, and what it means: "" for nothing, else a name that a skin knows."""

MOST_PASSAGES = 3
"""Passages shown of one event: the first, and those that hold words of attribution."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `level` is report, event, detail or gap."""

    level: str
    label: str
    pieces: tuple[Piece, ...]


def rows(coded: CodedReport, explain: bool = False) -> Iterator[Row]:
    """Everything that is shown of a report, from its header to its last toll."""
    report = coded.report
    yield Row("report", "", tuple(header(report)))
    if explain:
        yield from (set_aside(report, f) for f in report.furniture)
    if not coded.events and not coded.tolls:
        yield Row("detail", "", (("no event and no count of people harmed", "quiet"),))
    for number, event in enumerate(coded.events, 1):
        yield Row("gap", "", ())
        yield from event_rows(report, number, event, explain)
    for k, toll in enumerate(coded.tolls):
        yield Row("gap", "", ())
        if k == 0:
            yield Row("report", "", (("Tolls", "title"),))
        yield from toll_rows(report, toll, explain)


def header(report: Report) -> Iterator[Piece]:
    """Title and id; outlet, day, language; how the report begins its own line."""
    day = report.published.isoformat() if report.published else "day of publication not found"
    parts = [report.outlet or "outlet not found", day, LANGUAGES.get(report.language, "")]
    yield visible(report.id), "title"
    yield visible(" · ".join(["", *parts])), ""
    if report.title:
        yield visible(f" · {report.title}"), "quiet"


def event_rows(report: Report, number: int, event: Claim, explain: bool) -> Iterator[Row]:
    """One event: headline, who and whom, what about, sources, words, reasons."""
    yield Row("event", str(number), tuple(headline(event)))
    yield Row("detail", "who", tuple(sides(event)))
    about = [*event.issues, *([f"{event.format} talks"] if event.format else [])]
    if about:
        yield Row("detail", "about", ((", ".join(about), ""),))
    passages = shown_passages(event.evidence, event.trigger, event.sources)
    for source in event.sources:
        yield source_row(report, source, passages)
    for rival in event.rivals:
        yield Row("detail", "but", ((otherwise(rival), "doubts"),))
    marks = marks_of(event.trigger, event.sources)
    for span in passages:
        yield Row("detail", "told", tuple(marked(report, span, marks)))
    more = len(event.evidence) - len(passages)
    if more > 0:
        yield Row("detail", "", ((f"and in {counted(more, 'more passage')}", "quiet"),))
    if explain:
        yield from (why_row(name, reason) for name, reason in event_reasons(event))


def otherwise(rival: Rival) -> str:
    """What another source tells otherwise: the day, the place or who did it, and the source."""
    parts = [f"on {when(rival.day)}"] if rival.day else []
    parts += [f"at {where(rival.where)}"] if rival.where else []
    parts += [f"by {', '.join(map(person, rival.actors))}"] if rival.actors else []
    return f"{', '.join(parts)}, says {said(rival.source)}"


def headline(event: Claim) -> Iterator[Piece]:
    """Type, mode, status, day and place."""
    yield event.type, "title"
    yield f" {event.mode}" if event.mode else "", ""
    yield "  ", ""
    yield event.status, event.status
    yield f"  {when(event.day)}", "" if event.day else "quiet"
    yield f"  {where(event.where)}", "" if event.where else "quiet"


def toll_rows(report: Report, toll: TollClaim, explain: bool) -> Iterator[Row]:
    """One count of people harmed: number, whom, by whom, where, since; sources, words, reasons."""
    yield Row("event", "", tuple(count_line(toll)))
    for source in toll.sources:
        yield source_row(report, source, toll.evidence[:1])
    marks = marks_of(toll.quantity.span, toll.sources)
    passage = next((s for s in toll.evidence if s.overlaps(toll.quantity.span)), toll.evidence[0])
    yield Row("detail", "told", tuple(marked(report, passage, marks)))
    if explain:
        found = [("count", r) for r in toll.reasons]
        found += [(p.code, p.reason) for p in (toll.victims, toll.by) if p]
        found += [("place", toll.where.reason)] if toll.where else []
        found += [(s.name or "the report", s.reason) for s in toll.sources]
        yield from (why_row(name, reason) for name, reason in found)


def count_line(toll: TollClaim) -> Iterator[Piece]:
    """The count as a phrase."""
    yield f"{amount(toll.quantity)} {toll.kind}", "title"
    details = [f"of {person(toll.victims)}"] if toll.victims else []
    details += [f"by {person(toll.by)}"] if toll.by else []
    details += [f"since {toll.since}"] if toll.since else []
    details += [f"as of {toll.as_of}"] if toll.as_of else []
    details += [f"in {where(toll.where)}"] if toll.where else []
    yield "".join(f", {d}" for d in details), ""


def source_row(report: Report, source: Source, passages: Sequence[Span]) -> Row:
    """Stance, who, through whom, and the source's own words unless they are shown anyway."""
    label = STANCES[source.stance]
    meaning = source.stance if source.stance in {"denies", "confirms", "doubts"} else ""
    text = said(source)
    if source.quoted and not any(source.quoted in s.cut(report.text) for s in passages):
        text += f": “{' '.join(visible(source.quoted).split())}”"
    return Row("detail", label, ((text, meaning),))


def shown_passages(
    evidence: Sequence[Span], trigger: Span, sources: Sequence[Source]
) -> tuple[Span, ...]:
    """The passage with the telling words, then those in which a source is named."""
    first = next((s for s in evidence if s.overlaps(trigger)), evidence[0])
    cues = [s.cue for s in sources if s.cue and not s.cue.overlaps(first)]
    others = [s for s in evidence if s != first and any(s.overlaps(c) for c in cues)]
    return (first, *others)[:MOST_PASSAGES]


def marks_of(telling: Span, sources: Sequence[Source]) -> list[tuple[Span, str]]:
    """The telling words and the attributing words of some sources, to be marked."""
    cues = {s.cue for s in sources if s.cue and not s.cue.overlaps(telling)}
    return [(telling, "trigger"), *((cue, "cue") for cue in sorted(cues))]


def marked(report: Report, span: Span, marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """The passage with the marked words as pieces of their own."""
    at = span.start
    yield "“", ""
    for mark, meaning in sorted(marks, key=lambda m: (m[0].start, m[1] != "trigger")):
        if at <= mark.start and mark.end <= span.end and mark.start < mark.end:
            yield oneline(report.text[at : mark.start]), ""
            yield oneline(mark.cut(report.text)), meaning
            at = mark.end
    yield oneline(report.text[at : span.end]), ""
    yield "”", ""


def oneline(text: str) -> str:
    """The text made safe, each run of white space one blank."""
    words = visible(text).split()
    lead = " " if text[:1].isspace() else ""
    tail = " " if words and text[-1:].isspace() else ""
    return f"{lead}{' '.join(words)}{tail}"


def event_reasons(event: Claim) -> Iterator[tuple[str, Reason]]:
    """Each value of an event with the reason for it; what stayed unknown says so."""
    yield from (("event", r) for r in event.reasons)
    yield from ((p.code, p.reason) for p in (*event.actors, *event.recipients))
    yield "day", event.day.reason if event.day else Reason("unknown", "no words tell it")
    yield "place", event.where.reason if event.where else Reason("unknown", "no words tell it")
    yield from ((s.name or "source", s.reason) for s in event.sources)


def why_row(name: str, reason: Reason) -> Row:
    """One reason: of what, by which rule, with which words, and what was rejected."""
    detail = f" ({reason.detail})" if reason.detail else ""
    rejected = "".join(f"; not {r}" for r in reason.rejected)
    return Row("detail", "why", ((visible(f"{name}: {reason.rule}{detail}{rejected}"), "quiet"),))


def set_aside(report: Report, piece: Furniture) -> Row:
    """Text of the page that was considered and kept out of the story."""
    words = oneline(piece.span.cut(report.text)).strip()
    short = words if len(words) <= 90 else f"{words[:89].rstrip()}…"
    return Row("detail", "aside", ((f"{piece.kind}: {short}", "quiet"),))
