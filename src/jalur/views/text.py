"""A coded report for a reader: header, events with who and whom, sources, the words, tolls."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from jalur.model import (
    Claim,
    CodedReport,
    Day,
    Participant,
    Quantity,
    Report,
    Source,
    Span,
    TollClaim,
    Where,
)
from jalur.views.safe import visible

STATUS_STYLE = {"happened": "green", "planned": "blue", "possible": "yellow", "denied": "red"}
STANCE = {
    "asserts": "says",
    "confirms": "confirms",
    "denies": "denies",
    "doubts": "doubts",
    "no-comment": "does not comment",
}
INDENT = "     "


class Drawing:
    """Draws coded reports on standard output, plain when piped."""

    def __init__(self, explain: bool = False, console: Console | None = None) -> None:
        self.explain = explain
        self.console = console or Console(file=sys.stdout, highlight=False, soft_wrap=False)

    def draw(self, coded: CodedReport) -> None:
        """One report."""
        report = coded.report
        self.line(header(report), "bold")
        if not coded.events and not coded.tolls:
            self.line("  nothing that the codebook counts as an event", "dim")
        for number, event in enumerate(coded.events, 1):
            self.event(report, number, event)
        if coded.tolls:
            self.line("  Tolls", "bold")
        for toll in coded.tolls:
            self.toll(report, toll)
        self.line("")

    def event(self, report: Report, number: int, event: Claim) -> None:
        """One event: a headline, who and whom, sources, and the telling words."""
        head = Text(f"{number:3}. ")
        head.append(event.type, "bold")
        head.append(f" {event.mode}" if event.mode else "")
        head.append(f"  {event.status}", STATUS_STYLE[event.status])
        head.append(f"  {when(event.day)}  {where(event.where)}", "")
        self.text(head)
        self.line(f"{INDENT}{who(event)}")
        about = [*event.issues, *([event.format] if event.format else [])]
        if about:
            self.line(f"{INDENT}about {', '.join(about)}", "dim")
        for source in event.sources:
            self.line(f"{INDENT}{said(source)}", "cyan")
        self.text(passage(report, event.evidence[0], event.trigger))
        if self.explain:
            self.reasons(event)

    def toll(self, report: Report, toll: TollClaim) -> None:
        """One count of people harmed."""
        victims = person(toll.victims) if toll.victims else "people"
        by = f", by {person(toll.by)}" if toll.by else ""
        since = f", since {toll.since}" if toll.since else ""
        line = f"{INDENT}{amount(toll.quantity)} {toll.kind}: {victims}{by}{since}"
        self.line(f"{line}  {where(toll.where)}")
        for source in toll.sources:
            self.line(f"{INDENT}{said(source)}", "cyan")
        self.text(passage(report, toll.evidence[0], toll.quantity.span))

    def reasons(self, event: Claim) -> None:
        """Why each value was chosen."""
        found = [("event", r) for r in event.reasons]
        found += [(p.code, p.reason) for p in (*event.actors, *event.recipients)]
        found += [("day", event.day.reason)] if event.day else []
        found += [("place", event.where.reason)] if event.where else []
        found += [(s.name or "the report", s.reason) for s in event.sources]
        for name, reason in found:
            self.line(visible(f"{INDENT}  why {name}: {reason.rule} {reason.detail}"), "dim")

    def line(self, text: str, style: str = "") -> None:
        """One line in a style."""
        self.text(Text(text, style))

    def text(self, text: Text) -> None:
        """Styled text, wrapped to the terminal."""
        self.console.print(text, soft_wrap=not self.console.is_terminal)


def header(report: Report) -> str:
    """Outlet, day, language and id of a report."""
    day = report.published.isoformat() if report.published else "day unknown"
    parts = [report.outlet or "outlet unknown", day, report.language, report.id]
    return visible(" · ".join(parts))


def when(day: Day | None) -> str:
    """A day, a range of days, or that it is not said."""
    if day is None:
        return "day not said"
    return f"{day.start}" if day.start == day.end else f"{day.start} to {day.end}"


def where(place: Where | None) -> str:
    """A place with its state, or that it is not said."""
    if place is None:
        return "place not said"
    country = f", {place.place.country}" if place.place.country else ""
    return visible(f"{place.place.name}{country}")


def who(event: Claim) -> str:
    """Who does it to whom."""
    actors = ", ".join(map(person, event.actors)) or "somebody"
    if not event.recipients:
        return actors
    return f"{actors} → {', '.join(map(person, event.recipients))}"


def person(one: Participant) -> str:
    """A participant: code, sector, name and role."""
    name = f" {one.name}" if one.name else ""
    role = f" [{one.role}]" if one.role else ""
    sector = f"/{one.sector}" if one.sector else ""
    return visible(f"{one.code}{sector}{name}{role}")


def said(source: Source) -> str:
    """Who says so, through whom."""
    if source.kind == "outlet" and source.name is None:
        return "the report itself says"
    name = source.name or source.code or "somebody"
    kind = "" if source.kind == "named" else f" ({source.kind})"
    code = f" {source.code}" if source.code and source.code != name else ""
    via = f" via {' from '.join(source.via)}" if source.via else ""
    return visible(f"{name}{code}{kind} {STANCE[source.stance]}{via}")


def amount(count: Quantity) -> str:
    """A number with its bounds in words."""
    if count.low is not None and count.low == count.high:
        return f"{'about ' if count.approx else ''}{count.low:,}"
    if count.high is None:
        return f"at least {count.low:,}"
    return f"at most {count.high:,}" if count.low is None else f"{count.low:,} to {count.high:,}"


def passage(report: Report, span: Span, telling: Span) -> Text:
    """The sentence with its telling words marked."""
    text = report.text
    if not (span.start <= telling.start and telling.end <= span.end):
        return Text(visible(f"{INDENT}“{' '.join(span.cut(text).split())}”"), "italic dim")
    parts = [text[span.start : telling.start], telling.cut(text), text[telling.end : span.end]]
    before, words, after = (visible(p.replace("\n", " ")) for p in parts)
    shown = Text(f"{INDENT}“{before}", "dim")
    shown.append(words, "bold not dim underline")
    shown.append(f"{after}”", "dim")
    return shown
