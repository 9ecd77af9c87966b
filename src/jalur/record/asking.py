"""Questions to a record: events, talks, disputes, numbers, sources, changes, texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select, text

from jalur.history import Count, Event, Judgement, Process, Series, Telling
from jalur.knowledge.terms import asked, folded
from jalur.linking import components
from jalur.model import JalurError
from jalur.record import loading, schema
from jalur.record.packing import unpack


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted; None or "" asks for nothing. Days are ISO 8601.

    `actor` and `recipient` are codes, `place` a name or a state's code, `source` a code or part of
    a name, `text` words that a telling report has in any language.
    """

    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    status: str | None = None
    process: str | None = None
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    min_independent: int = 1
    text: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a longer answer: `total` events in all, these from `offset` on."""

    events: tuple[Event, ...]
    total: int
    offset: int


def events(connection: Connection, wanted: Wanted, limit: int, offset: int = 0) -> Page:
    """The wanted events, the latest day first; undated ones by when they were first told."""
    table = schema.events
    where = and_(*conditions(connection, wanted))
    total = connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()
    order = (table.c.sorted_day.desc(), table.c.id)
    query = select(table.c.json).where(where).order_by(*order).limit(limit).offset(offset)
    found = tuple(unpack(Event, row.json) for row in connection.execute(query))
    return Page(found, total, offset)


def conditions(connection: Connection, wanted: Wanted) -> list[Any]:
    """What a wish means to the database."""
    table = schema.events.c
    found: list[Any] = [table.id == table.id]
    plain = ((table.type, wanted.type), (table.status, wanted.status))
    found += [column == value for column, value in plain if value]
    for side, code in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if code:
            found.append(table.id.in_(taking_part(side, code)))
    if wanted.place:
        found.append(or_(table.place == wanted.place, table.country == wanted.place.upper()))
    if wanted.since:
        found.append(table.sorted_day >= wanted.since)
    if wanted.until:
        found.append(table.sorted_day <= wanted.until)
    if wanted.min_independent > 1:
        found.append(table.n_independent >= wanted.min_independent)
    if wanted.disputed:
        found.append(table.disputed > 0)
    if wanted.process:
        own = schema.process_events.c
        found.append(table.id.in_(select(own.event).where(own.process == wanted.process)))
    if wanted.source:
        found.append(table.id.in_(vouched(wanted.source)))
    if wanted.outlet:
        found.append(table.id.in_(told_by(wanted.outlet)))
    if wanted.text:
        found.append(table.id.in_(telling(searched(connection, wanted.text))))
    return found


def taking_part(side: str, code: str) -> Select[Any]:
    """The events in which somebody takes part on one side."""
    table = schema.event_participants.c
    return select(table.event).where(table.side == side, table.code == code.upper())


def vouched(source: str) -> Select[Any]:
    """The events for which a source answers, by code or by part of its name."""
    table, members = schema.sources.c, schema.memberships.c
    named = or_(table.code == source.upper(), func.lower(table.name).contains(source.lower()))
    return select(members.event).join(schema.sources, table.claim == members.claim).where(named)


def told_by(outlet: str) -> Select[Any]:
    """The events that an outlet tells of."""
    claims, members, reports = schema.claims.c, schema.memberships.c, schema.reports.c
    return (
        select(members.event)
        .join(schema.claims, claims.id == members.claim)
        .join(schema.reports, reports.id == claims.report)
        .where(func.lower(reports.outlet) == outlet.lower())
    )


def telling(reports: Collection[str]) -> Select[Any]:
    """The events that some reports tell of."""
    claims, members = schema.claims.c, schema.memberships.c
    joined = select(members.event).join(schema.claims, claims.id == members.claim)
    return joined.where(claims.report.in_(sorted(reports)))


MOST_FOUND = 5_000
"""Reports that a search takes up, the best first: more than anybody reads."""


def searched(connection: Connection, words: str, most: int = MOST_FOUND) -> list[str]:
    """The reports that have every one of some words, in any form; the best first."""
    groups = [sorted(asked(word)) for word in folded(words)]
    if not groups:
        return []
    if connection.dialect.name == "sqlite":
        query = "SELECT report FROM searchable WHERE terms MATCH :q ORDER BY rank, report LIMIT :n"
        match = " AND ".join("(" + " OR ".join(f'"{s}"' for s in group) + ")" for group in groups)
    else:
        query = (
            "SELECT report FROM searchable WHERE terms @@ to_tsquery('simple', :q)"
            " ORDER BY ts_rank(terms, to_tsquery('simple', :q)) DESC, report LIMIT :n"
        )
        match = " & ".join("(" + " | ".join(f"'{s}'" for s in group) + ")" for group in groups)
    return [row.report for row in connection.execute(text(query), {"q": match, "n": most})]


def event(connection: Connection, wanted: str) -> Event:
    """One event by its own id or by that of any of its claims, which outlives merging.

    Raises JalurError if there is none.
    """
    table, members = schema.events, schema.memberships.c
    row = connection.execute(select(table.c.json).where(table.c.id == wanted)).one_or_none()
    if row is None:
        either = (wanted, wanted.removeprefix("e"))  # a claim's own id may begin with an e
        query = select(table.c.json).join(schema.memberships, members.event == table.c.id)
        row = connection.execute(query.where(members.claim.in_(either))).one_or_none()
    if row is None:
        raise JalurError(f"there is no event {wanted} in this record; `jalur events` lists them")
    return unpack(Event, row.json)


def some_events(connection: Connection, ids: Collection[str]) -> dict[str, Event]:
    """Events by id."""
    table = schema.events
    rows = loading.among(connection, select(table.c.id, table.c.json), table.c.id, ids)
    return {row.id: unpack(Event, row.json) for row in rows}


def all_events(connection: Connection) -> list[Event]:
    """Every event, by id."""
    table = schema.events
    query = select(table.c.json).order_by(table.c.id)
    return [unpack(Event, row.json) for row in connection.execute(query)]


def all_processes(connection: Connection) -> list[Process]:
    """Every process, the most lately active first."""
    table = schema.processes
    query = select(table.c.json).order_by(table.c.last_day.desc(), table.c.id)
    return [unpack(Process, row.json) for row in connection.execute(query)]


def process(connection: Connection, wanted: str) -> Process:
    """One process by id. Raises JalurError if there is none."""
    table = schema.processes
    row = connection.execute(select(table.c.json).where(table.c.id == wanted)).one_or_none()
    if row is None:
        raise JalurError(f"there are no talks {wanted} in this record; `jalur talks` lists them")
    return unpack(Process, row.json)


def all_series(connection: Connection, disputed: bool = False) -> list[Series]:
    """The series of numbers, the longest first."""
    table = schema.series
    query = select(table.c.json).order_by(table.c.id)
    if disputed:
        query = query.where(table.c.disputed > 0)
    found = [unpack(Series, row.json) for row in connection.execute(query)]
    return sorted(found, key=lambda s: (-len(s.points), s.id))


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with where it stands: its report, outlet, day, words and their characters."""

    telling: Telling
    url: str | None
    title: str | None
    sha256: str
    start: int
    end: int
    origin: str
    why: str


def claims(connection: Connection, event_: Event) -> list[Told]:
    """The claims of an event in the order of telling, each with why it was taken to be of it."""
    table, reports, origins = schema.claims, schema.reports.c, schema.origins.c
    query = (
        select(
            table.c.telling,
            table.c.char_start,
            table.c.char_end,
            reports.url,
            reports.title,
            reports.sha256,
            origins.origin,
        )
        .join(schema.reports, reports.id == table.c.report)
        .outerjoin(schema.origins, origins.report == table.c.report)
    )
    why = best_reasons(connection, event_.claims)
    found = {}
    for row in loading.among(connection, query, table.c.id, event_.claims):
        one = told(row, why)
        found[one.telling.id] = one
    return [found[c] for c in event_.claims]


def told(row: Row[Any], why: dict[str, str]) -> Told:
    """One claim of an event."""
    one = unpack(Telling, row.telling)
    return Told(
        one,
        row.url,
        row.title,
        row.sha256,
        row.char_start,
        row.char_end,
        row.origin or one.report,
        why.get(one.id, ""),
    )


def best_reasons(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """For each claim, the strongest judgement that it is of one happening with another."""
    table, members = schema.pairs.c, set(ids)
    best: dict[str, tuple[float, str]] = {}
    for part in loading.chunks(members):
        query = select(schema.pairs).where(table.left_claim.in_(part))
        for row in connection.execute(query):
            if row.right_claim in members:
                for one in (row.left_claim, row.right_claim):
                    best[one] = max(best.get(one, (0.0, "")), (row.score, row.why))
    return {claim: f"{score:.2f}: {why}" for claim, (score, why) in best.items()}


def counts(connection: Connection, event_: Event) -> list[Count]:
    """The numbers told with an event."""
    found = loading.counts_of(connection, event_.claims)
    return [c for claim in event_.claims for c in found.get(claim, ())]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and what it answers for: how many events, how many of them others confirm, how
    many it alone tells, and how often it comes through another outlet."""

    code: str | None
    name: str | None
    kind: str
    events: int
    confirmed: int
    alone: int
    relayed: int
    denied: int


def speakers(connection: Connection, limit: int, offset: int = 0) -> list[Speaker]:
    """The sources that answer for most events."""
    table = schema.speakers
    columns = [table.c[one.name] for one in fields(Speaker)]
    order = (table.c.events.desc(), table.c.called, table.c.kind)
    query = select(*columns).order_by(*order).limit(limit).offset(offset)
    return [Speaker(*row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class News:
    """What changed since a moment: an event that is new, confirmed, revised or denied, and how."""

    what: str
    event: Event
    detail: str


def changes(connection: Connection, since: str, limit: int) -> list[News]:
    """What the reports published since a moment changed, the latest first."""
    table = schema.events
    query = select(table.c.json).where(table.c.last_told >= since)
    order = (table.c.last_told.desc(), table.c.id)
    rows = connection.execute(query.order_by(*order).limit(limit))
    return [n for row in rows if (n := news(connection, unpack(Event, row.json), since))]


def news(connection: Connection, event_: Event, since: str) -> News | None:
    """What changed of one event since a moment; None if it was only told again."""
    if event_.first >= since:
        return News("new", event_, f"{event_.reports} reports, {event_.independent} independent")
    late = [c for c in event_.changes if c.told >= since]
    if late and late[-1].status == "denied":
        return News("denied", event_, f"by {late[-1].outlet or 'an unnamed outlet'}")
    if late:
        before = next(c for c in reversed(event_.changes) if c.told < since)
        return News("revised", event_, f"{before.status} → {late[-1].status}")
    told_ = claims(connection, event_)
    before_ = {t.origin for t in told_ if t.telling.told < since}
    fresh = sorted({t.origin for t in told_ if t.telling.told >= since} - before_)
    return News("confirmed", event_, f"by {', '.join(fresh)}") if fresh else None


@dataclass(frozen=True, slots=True)
class Size:
    """How much a record holds."""

    reports: int
    outlets: int
    claims: int
    events: int
    processes: int
    disputes: int
    failures: int
    first: str | None
    last: str | None


def size(connection: Connection) -> Size:
    """How much a record holds, and from which days."""

    def count(column: Any) -> int:
        return int(connection.execute(select(func.count(column))).scalar_one())

    reports = schema.reports.c
    days = select(func.min(func.nullif(reports.told, "")), func.max(reports.told))
    first, last = connection.execute(days).one()
    disputed = select(func.count()).select_from(schema.events).where(schema.events.c.disputed > 0)
    return Size(
        count(reports.id),
        count(func.distinct(reports.outlet)),
        count(schema.claims.c.id),
        count(schema.events.c.id),
        count(schema.processes.c.id),
        connection.execute(disputed).scalar_one(),
        count(schema.failures.c.id),
        first[:10] if first else None,
        last[:10] if last else None,
    )


def copied(connection: Connection) -> int:
    """How many reports are copies or translations of an earlier one."""
    links = {(r.left_report, r.right_report) for r in connection.execute(select(schema.copies))}
    groups = components({i for link in links for i in link}, links)
    return sum(len(g) - 1 for g in groups)


def judgement(connection: Connection, wanted: str) -> Judgement:
    """A person's judgement that stands. Raises JalurError if there is none of that id."""
    for one in loading.by_hand(connection):
        if one.id == wanted:
            return one
    raise JalurError(f"no judgement {wanted} stands in this record; `jalur judgements` lists them")


def judgements(connection: Connection) -> list[Judgement]:
    """The judgements of persons that stand, the oldest first."""
    return loading.by_hand(connection)


def failures(connection: Connection) -> list[tuple[str, str, str]]:
    """What could not be read: moment, path, reason."""
    table = schema.failures
    query = select(table.c.at, table.c.path, table.c.reason).order_by(table.c.at, table.c.path)
    return [(row.at, row.path, row.reason) for row in connection.execute(query)]


def quotes(connection: Connection) -> dict[str, str]:
    """The words of every claim."""
    table = schema.claims.c
    return {row.id: row.quote for row in connection.execute(select(table.id, table.quote))}
