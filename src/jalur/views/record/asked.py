"""The commands that ask a record. Heavy rooms are imported when a command runs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from jalur.model import JalurError
from jalur.views.record.options import ask, day, filters, finished, paging, record, skin, wanted_of


@click.command()
@filters
@paging
@skin
@record
def events(record: str | None, style: str | None, limit: int, offset: int, **given: Any) -> None:
    """List events, the latest day first."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.events(wanted_of(given), limit, offset))

    finished(run)


@click.command()
@click.argument("id_", metavar="ID")
@skin
@record
def event(id_: str, record: str | None, style: str | None) -> None:
    """Show one event with every claim for and against, and why they were taken for one."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.event(id_))

    finished(run)


@click.command()
@filters
@paging
@skin
@record
def timeline(record: str | None, style: str | None, limit: int, offset: int, **given: Any) -> None:
    """List events by day, a line each."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.timeline(wanted_of(given), limit, offset))

    finished(run)


@click.command()
@click.argument("process", required=False, metavar="[ID]")
@skin
@record
def talks(process: str | None, record: str | None, style: str | None) -> None:
    """Show the talks: state, rounds, mediators; with an ID proposals and positions as well."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.talks(process))

    finished(run)


@click.command()
@filters
@paging
@skin
@record
def disputes(record: str | None, style: str | None, limit: int, offset: int, **given: Any) -> None:
    """List events on which accounts exclude each other, side by side."""

    def run() -> int:
        from jalur.views.record import questions

        wanted = wanted_of(given, disputed=True)
        return ask(record, style, questions.disputes(wanted, limit, offset))

    finished(run)


@click.command()
@click.option("--disputed", is_flag=True, help="Only series with numbers that exclude each other.")
@paging
@skin
@record
def tolls(disputed: bool, limit: int, offset: int, record: str | None, style: str | None) -> None:
    """Show the numbers of people harmed over time, per source."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.tolls(disputed, limit, offset))

    finished(run)


@click.command()
@paging
@skin
@record
def sources(limit: int, offset: int, record: str | None, style: str | None) -> None:
    """List who says what: for how many events, how often others tell it too."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.sources(limit, offset))

    finished(run)


@click.command()
@click.option("--since", required=True, metavar="MOMENT", help="2024-02-24 or 2024-02-24T12:00Z.")
@click.option("--limit", default=500, show_default=True, type=click.IntRange(1, 10_000))
@skin
@record
def changes(since: str, limit: int, record: str | None, style: str | None) -> None:
    """List what the reports published since a moment made new, confirmed, revised or denied."""

    def run() -> int:
        from jalur.views.record import questions

        try:
            datetime.fromisoformat(since)
        except ValueError as error:
            message = f"--since {since} is no moment; write it as 2024-02-24 or 2024-02-24T12:00Z"
            raise JalurError(message) from error
        return ask(record, style, questions.changes(since, limit))

    finished(run)


@click.command()
@click.argument("process", metavar="PROCESS")
@click.option("--until", metavar="DAY", help="Last day; else the last one told of.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 366))
@skin
@record
def brief(
    process: str, until: str | None, days: int, record: str | None, style: str | None
) -> None:
    """One page on a week (or more, or less) of some talks, each sentence with its sources."""

    def run() -> int:
        from jalur.views.record.brief import brief as page

        day(until, "until")
        return ask(record, style, page(process, until, days))

    finished(run)


@click.command()
@skin
@record
def status(record: str | None, style: str | None) -> None:
    """Show how much the record holds, and from which days."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.size())

    finished(run)


@click.command()
@skin
@record
def judgements(record: str | None, style: str | None) -> None:
    """List the judgements of persons that stand."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.judgements())

    finished(run)


@click.command()
@skin
@record
def failures(record: str | None, style: str | None) -> None:
    """List what could not be read, and why."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.failures())

    finished(run)
