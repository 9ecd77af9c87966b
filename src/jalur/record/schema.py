"""The tables of a record, the same for SQLite and PostgreSQL.

What was read is kept in `reports` (the text as read) and `coded` (its coded report, as JSON), what
persons decided in `judgements` (and in `successors` which claim of a newer coding took the place
of one that they judged), what failed in `failures`, what waits to take the place of older codings
in `recoded`. All other tables are derived from them and can be dropped and rebuilt. `pending`
names the claims whose events are yet to be derived, `disturbed` the days, events and totals of
which talks and series are; `stretches` and `passages` keep how far each talks had come after each
32 days, so that those before a change are not read again. Days are ISO 8601 text, moments
UTC text, so that both engines keep and sort the same bytes.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TEXT

metadata = MetaData()

PLAIN = Text().with_variant(TEXT(collation="C"), "postgresql")
"""Text that both engines sort by its characters, whatever the country of the server."""


def text(name: str, *more: ForeignKey, null: bool = True, key: bool = False) -> Column[str]:
    """A column of text."""
    return Column(name, PLAIN, *more, nullable=null and not key, primary_key=key)


def number(name: str, null: bool = True, key: bool = False) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, Integer, nullable=null and not key, primary_key=key, autoincrement=False)


meta = Table("meta", metadata, text("key", key=True), text("value", null=False))

reports = Table(
    "reports",
    metadata,
    text("id", key=True),
    text("name"),
    text("language", null=False),
    text("outlet"),
    text("published"),
    text("told", null=False),
    text("title"),
    text("byline"),
    text("dateline"),
    text("url"),
    text("text", null=False),
    text("sha256", null=False),
    text("added", null=False),
    Index("reports_outlet", sql("lower(outlet)")),
    Index("reports_told", "told", "outlet"),
)

coded = Table(
    "coded",
    metadata,
    text("report", ForeignKey("reports.id"), key=True),
    text("version", null=False),
    text("json", null=False),
)

judgements = Table(
    "judgements",
    metadata,
    text("id", key=True),
    text("verdict", null=False),
    text("left_claims", null=False),
    text("right_claims", null=False),
    text("author", null=False),
    text("why", null=False),
    text("at", null=False),
)

successors = Table("successors", metadata, text("claim", key=True), text("successor", null=False))

recoded = Table(
    "recoded",
    metadata,
    text("report", ForeignKey("reports.id"), key=True),
    text("version", null=False),
    text("json", null=False),
)

failures = Table(
    "failures",
    metadata,
    text("id", key=True),
    text("path", null=False),
    text("reason", null=False),
    text("at", null=False),
)

claims = Table(
    "claims",
    metadata,
    text("id", key=True),
    text("report", ForeignKey("reports.id"), null=False),
    text("type", null=False),
    text("mode"),
    text("status", null=False),
    text("start_day"),
    text("end_day"),
    text("place"),
    text("country"),
    text("issues", null=False),
    text("format"),
    text("trigger_words", null=False),
    text("quote", null=False),
    number("char_start", null=False),
    number("char_end", null=False),
    text("telling", null=False),
    Index("claims_told", "report", "id"),
)

participants = Table(
    "participants",
    metadata,
    text("claim", ForeignKey("claims.id"), key=True),
    number("position", key=True),
    text("side", null=False),
    text("code", null=False),
    text("name"),
    text("sector"),
    text("role"),
)

sources = Table(
    "sources",
    metadata,
    text("claim", key=True),
    number("position", key=True),
    text("kind", null=False),
    text("code"),
    text("name"),
    text("via", null=False),
    text("stance", null=False),
    Index("sources_code", "code", "kind", "name"),
    Index("sources_name", "name"),
)

tolls = Table(
    "tolls",
    metadata,
    text("id", key=True),
    text("report", ForeignKey("reports.id"), null=False),
    text("claim"),
    text("kind", null=False),
    number("low"),
    number("high"),
    text("victims"),
    text("doer"),
    text("place"),
    text("country"),
    text("since"),
    text("as_of"),
    text("quote", null=False),
    text("json", null=False),
    text("total"),
    Index("tolls_report", "report"),
    Index("tolls_claim", "claim"),
    Index("tolls_total", "total"),
)

blocks = Table(
    "blocks",
    metadata,
    text("key", key=True),
    text("claim", ForeignKey("claims.id"), key=True),
    Index("blocks_claim", "claim"),
)

pairs = Table(
    "pairs",
    metadata,
    text("left_claim", ForeignKey("claims.id"), key=True),
    text("right_claim", ForeignKey("claims.id"), key=True),
    Column("score", Float, nullable=False),
    text("why", null=False),
    Index("pairs_right", "right_claim"),
)

bands = Table(
    "bands",
    metadata,
    text("band", key=True),
    text("report", key=True),
)

copies = Table(
    "copies",
    metadata,
    text("left_report", ForeignKey("reports.id"), key=True),
    text("right_report", ForeignKey("reports.id"), key=True),
    text("kind", null=False),
    Column("share", Float, nullable=False),
    Index("copies_right", "right_report"),
)

origins = Table(
    "origins",
    metadata,
    text("report", ForeignKey("reports.id"), key=True),
    text("origin", null=False),
)

events = Table(
    "events",
    metadata,
    text("id", key=True),
    text("type", null=False),
    text("mode"),
    text("status", null=False),
    text("start_day"),
    text("end_day"),
    text("place"),
    text("country"),
    Column("latitude", Float),
    Column("longitude", Float),
    text("issues", null=False),
    text("format"),
    text("actors", null=False),
    text("recipients", null=False),
    number("n_reports", null=False),
    number("n_outlets", null=False),
    number("n_independent", null=False),
    text("first_told", null=False),
    text("last_told", null=False),
    text("sorted_day", null=False),
    number("disputed", null=False),
    text("quote", null=False),
    text("json", null=False),
    Index("events_day", "sorted_day", "id"),
    Index("events_tally", "type", "status", "country", "sorted_day"),
    Index("events_spots", "place", "latitude", "longitude", "country", "type"),
    Index("events_type", "type", "sorted_day"),
    Index("events_status", "status", "sorted_day"),
    Index("events_country", "country", "sorted_day"),
    Index("events_place", "place", "sorted_day"),
    Index("events_told", "last_told"),
    Index("events_first", "first_told"),
    Index("events_independent", "n_independent"),
    Index("events_facets", "id", "type", "status", "country", "sorted_day"),
)

pending = Table(
    "pending",
    metadata,
    text("claim", ForeignKey("claims.id"), key=True),
    number("moved", null=False),
)

disturbed = Table(
    "disturbed",
    metadata,
    text("kind", key=True),
    text("key", key=True),
)

memberships = Table(
    "memberships",
    metadata,
    text("claim", ForeignKey("claims.id"), key=True),
    text("event", ForeignKey("events.id"), null=False),
    Index("memberships_event", "event"),
)

event_participants = Table(
    "event_participants",
    metadata,
    text("event", ForeignKey("events.id"), key=True),
    text("side", key=True),
    text("code", key=True),
    text("name"),
    text("role"),
    Index("event_participants_code", "code", "side"),
)

disputes = Table(
    "disputes",
    metadata,
    text("event", ForeignKey("events.id"), key=True),
    text("field", key=True),
    number("position", key=True),
    text("value", null=False),
    text("sources", null=False),
    text("told", null=False),
)

processes = Table(
    "processes",
    metadata,
    text("id", key=True),
    text("name", null=False),
    text("state", null=False),
    text("since"),
    text("last_day"),
    text("as_of"),
    text("json", null=False),
)

rounds = Table(
    "rounds",
    metadata,
    text("id", key=True),
    text("process", ForeignKey("processes.id"), null=False),
    text("kind", null=False),
    number("ordinal"),
    text("start_day"),
    text("end_day"),
    text("venue"),
    text("country"),
    text("format"),
    text("parties", null=False),
    text("mediators", null=False),
    text("status", null=False),
    text("outcome"),
    Index("rounds_process", "process"),
)

stretches = Table(
    "stretches",
    metadata,
    number("stretch", key=True),
    text("json", null=False),
)

passages = Table(
    "passages",
    metadata,
    text("track", key=True),
    number("stretch", key=True),
    text("made", null=False),
    text("after", null=False),
    Index("passages_stretch", "stretch"),
)

process_events = Table(
    "process_events",
    metadata,
    text("process", ForeignKey("processes.id"), key=True),
    text("event", ForeignKey("events.id"), key=True),
    text("round"),
    Index("process_events_event", "event"),
)

series = Table(
    "series",
    metadata,
    text("id", key=True),
    text("kind", null=False),
    text("victims"),
    text("doer"),
    text("place"),
    text("since"),
    text("event"),
    text("total"),
    number("disputed", null=False),
    text("last_day"),
    text("json", null=False),
    Index("series_event", "event"),
    Index("series_total", "total"),
)

speakers = Table(
    "speakers",
    metadata,
    text("called", key=True),
    text("kind", key=True),
    text("code"),
    text("name"),
    number("events", null=False),
    number("confirmed", null=False),
    number("alone", null=False),
    number("relayed", null=False),
    number("denied", null=False),
    Index("speakers_events", "events"),
)

PRIMARY = (meta, reports, coded, judgements, successors, recoded, failures)
DERIVED = tuple(t for t in metadata.sorted_tables if t not in PRIMARY)
"""Derived tables, each after those that it refers to."""

VIEWS = {
    "event_claims": """
        SELECT m.event, c.id AS claim, c.status, c.start_day, c.end_day, c.place, r.outlet,
               r.told, r.language, c.quote, r.url, r.sha256, c.report, c.char_start, c.char_end
        FROM memberships m JOIN claims c ON c.id = m.claim JOIN reports r ON r.id = c.report""",
    "claim_sources": """
        SELECT s.claim, m.event, s.kind, s.code, s.name, s.via, s.stance, r.outlet, r.told
        FROM sources s JOIN memberships m ON m.claim = s.claim
        JOIN claims c ON c.id = s.claim JOIN reports r ON r.id = c.report""",
    "talks": """
        SELECT p.name AS process, p.state, r.kind, r.ordinal, r.start_day, r.end_day, r.venue,
               r.format, r.parties, r.mediators, r.status, r.outcome, r.id AS round
        FROM rounds r JOIN processes p ON p.id = r.process""",
}
"""Readable joins for whoever opens the file with another program."""
