"""The commands of the record on the command line. Heavy rooms are imported when a command runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jalur.model import JalurError
from jalur.settings import record_at
from jalur.views.export.registry import FORMATS

if TYPE_CHECKING:
    from jalur.record.asking import Wanted
    from jalur.views.record.questions import Question

F = TypeVar("F", bound=Callable[..., Any])

PAGE = 50
"""Events of one page, unless asked otherwise."""

SPOKEN = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
DONE = ("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
TYPES = (*SPOKEN, *DONE)
STATUSES = ("happened", "planned", "possible", "denied")


def options(*some: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in the order given."""

    def add(command: F) -> F:
        for option in reversed(some):
            command = option(command)
        return command

    return add


record = click.option(
    "--record",
    metavar="FILE|URL",
    help="The record: a file, or postgresql://… [JALUR_RECORD, jalur.toml; record.jalur]",
)
skin = options(
    click.option("--json", "style", flag_value="json", help="For a program."),
    click.option("--csv", "style", flag_value="csv", help="For a spreadsheet."),
)
paging = options(
    click.option("--limit", default=PAGE, show_default=True, type=click.IntRange(1, 10_000)),
    click.option("--offset", default=0, type=click.IntRange(0)),
)
reasons = options(
    click.option("--by", required=True, metavar="NAME", help="Who judges."),
    click.option("--why", required=True, metavar="TEXT", help="The reason."),
)
filters = options(
    click.option("--type", "type", type=click.Choice(TYPES, case_sensitive=False)),
    click.option("--actor", metavar="CODE", help="Who acts: ISR, HAMAS, UN …"),
    click.option("--recipient", metavar="CODE", help="To whom."),
    click.option("--place", metavar="NAME|CODE", help="Where: Rafah, or a state's code."),
    click.option("--status", type=click.Choice(STATUSES)),
    click.option("--process", metavar="ID", help="Part of these talks."),
    click.option("--source", metavar="CODE|NAME", help="For which this source answers."),
    click.option("--outlet", metavar="NAME", help="Told by this outlet."),
    click.option("--since", metavar="DAY", help="From this day on, as 2024-02-24."),
    click.option("--until", metavar="DAY", help="Up to this day."),
    click.option("--min-independent", default=1, type=click.IntRange(1), metavar="N"),
    click.option("--text", metavar="WORDS", help="Reports that have these words."),
)


def ask(where: str | None, style: str | None, question: Question) -> int:
    """Answer one question."""
    from jalur.views.record.adding import opened
    from jalur.views.record.answers import give

    with opened(existing(where)) as kept, kept.look() as connection:
        give(question(connection), style or "text")
    return 0


def existing(where: str | None) -> str:
    """The path or URL of the record that is meant. Raises JalurError if there is no such file."""
    path = record_at(where)
    if "://" not in path and not there(Path(path)):
        raise JalurError(f"there is no record {path}; make one with `jalur add PATH...`")
    return path


def there(path: Path) -> bool:
    """Whether a file is there, for all that can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def wanted_of(given: dict[str, Any], **more: Any) -> Wanted:
    """The filters that were given. Raises JalurError for a day that cannot be."""
    from jalur.record.asking import Wanted

    for name in ("since", "until"):
        day(given[name], name)
    if given["type"]:
        given["type"] = given["type"].upper()
    return Wanted(**given, **more)


def day(text: str | None, name: str) -> None:
    """Raises JalurError for text that is no day."""
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError as error:
        raise JalurError(f"--{name} {text} is no day; write it as 2024-02-24") from error


def finished(run: Callable[[], int]) -> None:
    """Run a command; its errors become one line and an exit code."""
    from jalur.views.cli import finish

    finish(run)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record
@click.option("--published", metavar="DAY", help="Day of publication, as 2024-02-24.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--language", type=click.Choice(["id", "en"]), help="Language of the reports.")
def add(paths: tuple[str, ...], record: str | None, **given: str | None) -> None:
    """Read reports into a record.

    PATH is what `jalur read` takes, or a .csv of headlines with the columns published, outlet,
    title, url. What the record holds already is passed over.
    """

    def run() -> int:
        from jalur.views.record import adding

        return adding.add(record_at(record), paths, given)

    finished(run)


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
@skin
@record
def tolls(disputed: bool, record: str | None, style: str | None) -> None:
    """Show the numbers of people harmed over time, per source."""

    def run() -> int:
        from jalur.views.record import questions

        return ask(record, style, questions.tolls(disputed))

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
@click.argument("verdict", type=click.Choice(["same", "different"]), metavar="VERDICT")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@reasons
@record
def judge(verdict: str, a: str, b: str, by: str, why: str, record: str | None) -> None:
    """Say that events (or claims) A and B are one happening, or are two.

    VERDICT is same or different. A person's word outranks the program's and survives a rebuild.
    """

    def run() -> int:
        from jalur.views.record import adding

        return adding.judge(record_at(record), verdict, (a, b), by, why)

    finished(run)


@click.command()
@click.argument("event_", metavar="EVENT")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@reasons
@record
def split(event_: str, claims: tuple[str, ...], by: str, why: str, record: str | None) -> None:
    """Part claims from an event: they are of another happening."""

    def run() -> int:
        from jalur.views.record import adding

        return adding.split(record_at(record), event_, claims, by, why)

    finished(run)


@click.command()
@click.argument("judgement", metavar="JUDGEMENT")
@reasons
@record
def withdraw(judgement: str, by: str, why: str, record: str | None) -> None:
    """Take a person's judgement back; it stays in the log."""

    def run() -> int:
        from jalur.views.record import adding

        return adding.withdraw(record_at(record), judgement, by, why)

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


@click.command()
@click.option("--reread", is_flag=True, help="Understand the kept texts anew as well.")
@record
def rebuild(reread: bool, record: str | None) -> None:
    """Drop everything that is derived and derive it again."""

    def run() -> int:
        from jalur.views.record import adding

        return adding.rebuild(record_at(record), reread)

    finished(run)


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@record
def export(format_: str, out: Path, record: str | None) -> None:
    """Take the record away: write it to OUT in the FORMAT of another program.

    FORMAT is csv, parquet, jsonl, geojson, jsonld, ftm, plover, gdelt, ical, atom or ris. OUT is a
    folder for csv, parquet and gdelt, else a file; it is written whole or not at all.
    """

    def run() -> int:
        from jalur.views.record import exporting

        return exporting.export(existing(record), format_, out)

    finished(run)


COMMANDS = (
    add,
    events,
    event,
    timeline,
    talks,
    disputes,
    tolls,
    sources,
    changes,
    brief,
    status,
    judge,
    split,
    withdraw,
    judgements,
    failures,
    rebuild,
    export,
)
