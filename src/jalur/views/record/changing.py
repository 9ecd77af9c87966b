"""The commands that change a record or take it away."""

from __future__ import annotations

from pathlib import Path

import click

from jalur.settings import record_at
from jalur.views.export.registry import FORMATS
from jalur.views.record.options import existing, finished, reasons, record


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
