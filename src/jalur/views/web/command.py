"""`jalur serve`. Everything of the web is imported when the command runs."""

from __future__ import annotations

import click

from jalur.settings import record_at

PASSWORD = "JALUR_PASSWORD"
"""A variable and not an option: the command line of a process can be read by others."""


@click.command()
@click.option(
    "--record",
    metavar="FILE|URL",
    help="The record: a file, or postgresql://… [JALUR_RECORD, jalur.toml; record.jalur]",
)
@click.option("--port", default=8400, show_default=True, type=click.IntRange(1, 65_535))
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help=f"Another than this machine's own needs a password in {PASSWORD}.",
)
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name of it.")
def serve(record: str | None, port: int, host: str, names: tuple[str, ...]) -> None:
    """Open the record in the browser: http://127.0.0.1:8400 on this machine only."""
    from jalur.views.cli import finish

    def run() -> int:
        from jalur.views.web.running import run as start

        return start(record_at(record), host, port, names)

    finish(run)
