"""Values of the history in a reader's words, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jalur.history import Change, Dispute, Event, Party, Point, Process, Round, Series
from jalur.record.asking import Told
from jalur.views.record.answers import gap, line
from jalur.views.safe import visible
from jalur.views.shown import Piece, Row
from jalur.views.words import STANCES

LONGEST_QUOTE = 400
"""Characters of a passage that are shown."""


def days(start: str | None, end: str | None) -> str:
    """A day, a range of days, or that it is not said."""
    if not start:
        return "day not said"
    return start if start == end or not end else f"{start} to {end}"


def bounded(event: Event) -> str:
    """Its days; where none is told, the days that publication allows."""
    if event.start or not event.latest:
        return days(event.start, event.end)
    return f"day not said, {days(event.earliest, event.latest)} as published"


def spot(place: str | None, country: str | None) -> str:
    """A place with its state."""
    if not place:
        return "place not said"
    return visible(f"{place} ({country})" if country else place)


def who(parties: Iterable[Party]) -> str:
    """Participants with their roles."""
    return ", ".join(
        visible(f"{p.code} ({p.role})" if p.role and p.role != "party" else p.code) for p in parties
    )


def quote(words: str) -> str:
    """A passage, cut if long."""
    flat = visible(" ".join(words.split()))
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[:LONGEST_QUOTE].rstrip()} …"


def backing(event: Event) -> str:
    """By how many an event is told."""
    return (
        f"{counted(event.reports, 'report')}, {counted(event.outlets, 'outlet')},"
        f" {event.independent} independent"
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def headline(event: Event) -> tuple[Piece, ...]:
    """Type, mode, status, day and place of an event."""
    return (
        (event.type, "title"),
        (f" {event.mode}" if event.mode else "", ""),
        ("  ", ""),
        (event.status, event.status),
        (f"  {bounded(event)}", "" if event.start else "quiet"),
        (f"  {spot(event.place, event.country)}", "" if event.place else "quiet"),
        (f"  {event.id}", "quiet"),
    )


def sides(event: Event) -> str:
    """Who does it to whom."""
    actors = who(event.actors) or "somebody"
    return f"{actors} → {who(event.recipients)}" if event.recipients else actors


def event_rows(event: Event, number: int) -> Iterator[Row]:
    """An event in a list."""
    yield Row("event", str(number), headline(event))
    yield line("who", sides(event))
    yield line("told by", backing(event))
    for dispute in event.disputes:
        yield line("disputed", dispute_words(dispute), "denies")
    yield line("told", f"“{quote(event.quote)}”")


def dispute_words(dispute: Dispute) -> str:
    """A dispute in one line."""
    accounts = (f"{visible(s.value)} ({visible(', '.join(s.sources))})" for s in dispute.sides)
    return f"{dispute.field}: {' against '.join(accounts)}"


def change_words(change: Change) -> str:
    """A line of an event's history."""
    told = change.told[:10] or "day unknown"
    day = f", for {change.day}" if change.day else ""
    return f"{told}: {change.status}{day} ({visible(change.outlet or 'outlet unknown')})"


def claim_rows(told: Told, against: bool) -> Iterator[Row]:
    """One claim of an event: outlet, day, sources with their chains, words, why it is of it."""
    one = told.telling
    label = "against" if against else "for"
    head = f"{one.outlet or 'outlet unknown'}, {one.told[:10] or 'day unknown'}"
    origin = f" (origin {told.origin})" if told.origin not in (one.outlet, one.report) else ""
    yield Row(
        "detail",
        label,
        ((visible(head + origin), "denies" if against else "confirms"), (f"  {one.id}", "quiet")),
    )
    for voice in one.voices:
        name = voice.name or voice.code or "the outlet itself"
        chain = f" via {' via '.join(voice.via)}" if voice.via else ""
        yield line("", visible(f"{name} {STANCES.get(voice.stance, voice.stance)}{chain}"))
    yield line("", f"“{quote(one.quote)}” [{told.start}-{told.end}]")
    if told.why:
        yield line("", f"taken for one: {told.why}", "quiet")


def round_words(round_: Round) -> str:
    """A round in one line."""
    number = f"round {round_.ordinal}, " if round_.ordinal else ""
    third = f", with {', '.join(round_.mediators)}" if round_.mediators else ""
    format_ = f", {round_.format}" if round_.format else ""
    outcome = f", {round_.outcome}" if round_.outcome else ""
    when = days(round_.start, round_.end) if round_.start else f"told {round_.first[:10]}"
    place = spot(round_.venue, round_.country)
    sides_ = visible(f"{', '.join(round_.parties)}{third}")
    return f"{when}  {number}{round_.kind} in {place}: {sides_}{format_}{outcome}"


def process_rows(process: Process, number: int, whole: bool) -> Iterator[Row]:
    """Some talks: state, sides, mediators, rounds; everything else if `whole`."""
    title: Sequence[Piece] = (
        (visible(process.name), "title"),
        (f"  {process.state}", "happened" if process.state == "active" else ""),
        (f"  {process.id}", "quiet"),
    )
    yield Row("event", str(number), tuple(title))
    yield line("why", process.why, "quiet")
    yield line("sides", visible(" – ".join(", ".join(s) for s in process.sides)))
    yield line("mediators", visible(", ".join(process.mediators) or "none told"))
    for round_ in process.rounds:
        yield Row(
            "detail", "round", ((round_words(round_), ""), (f"  {round_.status}", round_.status))
        )
    if whole:
        yield from details(process)


def details(process: Process) -> Iterator[Row]:
    """Proposals, positions and agreements of some talks."""
    for proposal in process.proposals:
        answers = "; ".join(f"{r.party} {r.answer} ({r.day})" for r in proposal.responses)
        by = f"{proposal.author}, {proposal.day or 'told ' + proposal.first[:10]}"
        yield line("proposal", visible(f"{by}: “{quote(proposal.words)}” {answers}"))
    for position in process.positions:
        since = f" since {position.since}" if position.since else ""
        terms = f", {position.condition}" if position.condition else ""
        words = f"{position.party} {position.stance} {position.issue}{since}{terms}"
        yield line("position", visible(words))
    for deal in process.agreements:
        breaches = f", {counted(len(deal.violations), 'breach')} told" if deal.violations else ""
        span = days(deal.start or deal.declared, deal.end)
        yield line("agreement", f"{deal.kind} {deal.state}, {span}{breaches}")


def series_rows(series: Series, number: int) -> Iterator[Row]:
    """A series of numbers."""
    whom = f" of {series.victims}" if series.victims else ""
    by = f" by {series.by}" if series.by else ""
    since = f" since {series.since}" if series.since else ""
    place = f" in {series.place}" if series.place else ""
    yield Row("event", str(number), ((visible(f"{series.kind}{whom}{by}{place}{since}"), "title"),))
    for point in series.points:
        yield line("", f"{point.day}  {point_words(point)}", "denies" if point.disputed else "")


def point_words(point: Point) -> str:
    """One number of a series."""
    state = ", disputed" if point.disputed else ", replaced later" if point.superseded else ""
    return visible(
        f"{bounds(point.low, point.high)} ({point.source}; {point.outlet or '?'}){state}"
    )


def bounds(low: int | None, high: int | None) -> str:
    """A number with its bounds."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def with_gaps(groups: Iterable[Iterable[Row]]) -> Iterator[Row]:
    """Groups of rows with an empty line before each but the first."""
    for k, group in enumerate(groups):
        if k:
            yield gap()
        yield from group
