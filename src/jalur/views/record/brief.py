"""A day or a week of some talks on one page: each sentence with its sources."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy import Connection

from jalur.history import Event
from jalur.record import asking
from jalur.record.asking import Wanted
from jalur.views.record import tables, words
from jalur.views.record.answers import Answer, heading, line, nothing
from jalur.views.record.questions import Question
from jalur.views.safe import visible
from jalur.views.shown import Row

MOST = 60
"""Events of one page."""

PARTS = (
    ("Talks", ("CONSULT",)),
    ("Offers and answers", ("AGREE", "CONCEDE", "SUPPORT", "REJECT", "REQUEST", "SANCTION")),
    ("Ceasefires and releases", ("RETREAT", "AID", "COOPERATE")),
    ("Threats and accusations", ("THREATEN", "ACCUSE")),
    ("Fighting and force", ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST")),
)


def brief(process: str, until: str | None, length: int) -> Question:
    """Some days of some talks that end on `until`, else on the last day told of."""

    def answer(connection: Connection) -> Answer:
        talks = asking.process(connection, process)
        last = until or talks.last or talks.as_of or ""
        first = (date.fromisoformat(last) - timedelta(days=length - 1)).isoformat() if last else ""
        wanted = Wanted(process=process, since=first or None, until=last or None)
        found = asking.events(connection, wanted, MOST).events
        shown: list[Row] = [
            heading(f"{visible(talks.name)}: {words.days(first or None, last or None)}"),
            line("state", f"{talks.state}, {talks.why}"),
        ]
        rounds = [r for r in talks.rounds if r.start and first <= r.start <= last]
        shown += [line("round", words.round_words(r)) for r in rounds]
        for title, types in PARTS:
            shown += part(connection, title, [e for e in found if e.type in types])
        values = {
            "process": talks.id,
            "name": talks.name,
            "state": talks.state,
            "since": first,
            "until": last,
            "rounds": [asdict(r) for r in rounds],
            "events": [asdict(e) for e in found],
        }
        shown = shown if found or rounds else [*shown, *nothing("nothing is told of these days")]
        return Answer(shown, values, [tables.event_row(e) for e in found])

    return answer


def part(connection: Connection, title: str, events: list[Event]) -> list[Row]:
    """One part of the page: its events in the order of days, each with who says so."""
    shown = [heading(title)] if events else []
    for event in sorted(events, key=lambda e: (e.start or e.first, e.id)):
        shown.append(Row("detail", "", words.headline(event)))
        shown.append(line("", f"{words.sides(event)}: “{words.quote(event.quote)}”"))
        shown.append(line("", f"{sources(connection, event)}; {words.backing(event)}", "quiet"))
        shown += [line("disputed", words.dispute_words(d), "denies") for d in event.disputes]
    return shown


def sources(connection: Connection, event: Event) -> str:
    """Who answers for an event, each with the outlet that has it."""
    found: dict[str, None] = {}
    for told in asking.claims(connection, event):
        for voice in told.telling.voices:
            name = voice.name or voice.code
            outlet = told.telling.outlet or "outlet unknown"
            found[f"{name} ({outlet})" if name else outlet] = None
    return visible("; ".join(found))
