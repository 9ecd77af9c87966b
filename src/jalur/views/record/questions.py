"""Each question to a record, answered in all skins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from jalur.history import Event
from jalur.record import asking
from jalur.record.asking import Wanted
from jalur.views.record import tables, words
from jalur.views.record.answers import Answer, gap, heading, line, nothing
from jalur.views.safe import visible
from jalur.views.shown import Row

Question = Callable[[Connection], Answer]


def events(wanted: Wanted, limit: int, offset: int) -> Question:
    """The wanted events, a page of them."""

    def answer(connection: Connection) -> Answer:
        page = asking.events(connection, wanted, limit, offset)
        values = {
            "total": page.total,
            "offset": page.offset,
            "events": [asdict(e) for e in page.events],
        }
        shown = list(words.with_gaps(words.event_rows(e, offset + k) for k, e in numbered(page)))
        table = [tables.event_row(e) for e in page.events]
        return Answer([*shown, *more(page)] or nothing("no such event"), values, table)

    return answer


def numbered(page: asking.Page) -> Iterator[tuple[int, Event]]:
    """Events with their place on the page."""
    yield from enumerate(page.events, 1)


def more(page: asking.Page) -> list[Row]:
    """How many events there are beyond a page, and how to see them."""
    return beyond(page.offset + len(page.events), page.total)


def beyond(last: int, total: int) -> list[Row]:
    """How much there is beyond what is shown, and how to see it."""
    if last >= total:
        return []
    return [gap(), line("", f"{last} of {total}; go on with --offset {last}", "quiet")]


def event(wanted: str) -> Question:
    """One event with every claim for and against."""

    def answer(connection: Connection) -> Answer:
        one = asking.event(connection, wanted)
        told = asking.claims(connection, one)
        counts = asking.counts(connection, one)
        values = {
            **asdict(one),
            "tellings": [plain(asdict(t)) for t in told],
            "counts": [asdict(c) for c in counts],
        }
        shown = list(words.event_rows(one, 1))
        shown += [line("history", words.change_words(c)) for c in one.changes]
        for t in told:
            shown += words.claim_rows(t, t.telling.id in one.against)
        return Answer(shown, values, [tables.claim_row(t, one.id) for t in told])

    return answer


def plain(value: Any) -> Any:
    """A value with its sets as sorted lists, as JSON has it."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


def timeline(wanted: Wanted, limit: int, offset: int) -> Question:
    """The wanted events, day by day, a line each."""

    def answer(connection: Connection) -> Answer:
        page = asking.events(connection, wanted, limit, offset)
        shown, day = [], None
        for one in page.events:
            here = one.start or f"told {one.first[:10]}"
            if here != day:
                shown.append(heading(here))
                day = here
            told = f"{one.type} {one.status}: {words.sides(one)}, "
            where = words.spot(one.place, one.country)
            shown.append(line("", f"{told}{where} ({one.independent} independent) {one.id}"))
        values = [asdict(e) for e in page.events]
        table = [tables.event_row(e) for e in page.events]
        return Answer([*shown, *more(page)] or nothing("no such event"), values, table)

    return answer


def talks(wanted: str | None) -> Question:
    """All processes with their rounds, or one with everything."""

    def answer(connection: Connection) -> Answer:
        one = [asking.process(connection, wanted)] if wanted else None
        found = one or asking.all_processes(connection)
        groups = (words.process_rows(p, k, bool(wanted)) for k, p in enumerate(found, 1))
        shown = list(words.with_gaps(groups)) or nothing("no talks are told of")
        table = [row for p in found for row in tables.round_rows(p)]
        return Answer(shown, [asdict(p) for p in found], table)

    return answer


def disputes(wanted: Wanted, limit: int, offset: int) -> Question:
    """Events on which accounts exclude each other."""

    def answer(connection: Connection) -> Answer:
        page = asking.events(connection, wanted, limit, offset)
        shown = list(words.with_gaps(words.event_rows(e, offset + k) for k, e in numbered(page)))
        found = [d for e in page.events for d in e.disputes]
        table = [row for d in found for row in tables.dispute_rows(d)]
        shown = [*shown, *more(page)] or nothing("nothing is disputed")
        return Answer(shown, [asdict(d) for d in found], table)

    return answer


def tolls(disputed: bool, limit: int, offset: int) -> Question:
    """The series of numbers of people harmed, a page of them."""

    def answer(connection: Connection) -> Answer:
        found, total = asking.series(connection, disputed, limit, offset)
        groups = (words.series_rows(s, offset + k) for k, s in enumerate(found, 1))
        shown = [*words.with_gaps(groups), *beyond(offset + len(found), total)]
        shown = shown or nothing("no numbers of people harmed")
        table = [row for s in found for row in tables.series_rows(s)]
        return Answer(shown, [asdict(s) for s in found], table)

    return answer


def sources(limit: int, offset: int) -> Question:
    """Who says what, how often others confirm it."""

    def answer(connection: Connection) -> Answer:
        found = asking.speakers(connection, limit, offset)
        shown = [
            line(
                visible(s.code or ""),
                f"{visible(s.name or s.code or '')} ({s.kind}): {s.events} events,"
                f" {s.confirmed} told by others too, {s.relayed} relayed, {s.denied} denied",
            )
            for s in found
        ]
        table = [tables.speaker_row(s) for s in found]
        return Answer(shown or nothing("no source is named"), table, table)

    return answer


def changes(since: str, limit: int) -> Question:
    """What the reports since a moment changed."""

    def answer(connection: Connection) -> Answer:
        found = asking.changes(connection, since, limit)
        shown: list[Row] = []
        for what in ("new", "confirmed", "revised", "denied"):
            some = [n for n in found if n.what == what]
            shown += [heading(f"{what} ({len(some)})")] if some else []
            for n in some:
                shown.append(Row("detail", "", words.headline(n.event)))
                shown.append(line("", f"{words.sides(n.event)}; {visible(n.detail)}"))
        values = [{"change": n.what, "detail": n.detail, "event": asdict(n.event)} for n in found]
        return Answer(
            shown or nothing("nothing changed since"), values, [tables.news_row(n) for n in found]
        )

    return answer


def size() -> Question:
    """How much the record holds."""

    def answer(connection: Connection) -> Answer:
        values = asdict(asking.size(connection))
        shown = [line(name, str(value)) for name, value in values.items()]
        return Answer(shown, values, [values])

    return answer


def judgements() -> Question:
    """The judgements of persons that stand."""

    def answer(connection: Connection) -> Answer:
        found = [asdict(j) for j in asking.judgements(connection)]
        shown = [
            line(j["verdict"], visible(f"{j['id']} {j['at']} {j['by']}: {j['why']}")) for j in found
        ]
        table = [{**j, "left": " ".join(j["left"]), "right": " ".join(j["right"])} for j in found]
        return Answer(shown or nothing("nobody judged anything"), found, table)

    return answer


def failures() -> Question:
    """What could not be read."""

    def answer(connection: Connection) -> Answer:
        keys = ("at", "path", "reason")
        found = [dict(zip(keys, f, strict=True)) for f in asking.failures(connection)]
        shown = [line(f["at"][:10], visible(f["reason"])) for f in found]
        return Answer(shown or nothing("nothing failed"), found, found)

    return answer
