"""The command line: a thin skin over the pipeline. Heavy rooms are imported when a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from jalur import __version__
from jalur.model import JalurError
from jalur.views.record.commands import COMMANDS
from jalur.views.safe import visible
from jalur.views.web.command import serve

USAGE = 2
INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the signal's number, as shells have it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="jalur")
def main() -> None:
    """Follow conflicts and their mediated talks through the news.

    Reads Indonesian and English reports into sourced events: who did what to whom, when, where,
    whether it happened, and who says so.
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a reader, or the codebook's JSON.",
)
@click.option("--published", metavar="DAY", help="Day of publication, as 2024-02-24.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--language", type=click.Choice(["id", "en"]), help="Language of the report.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write one ID.json per report into this folder.",
)
@click.option("--explain", is_flag=True, help="Say why each value was chosen.")  # fmt: skip
def read(
    paths: tuple[str, ...],
    style: str,
    published: str | None,
    outlet: str | None,
    language: str | None,
    out: Path | None,
    explain: bool,
) -> None:
    """Read reports and print who did what to whom, when, where, and who says so.

    PATH is a .txt, .html, .json or .jsonl file, a folder of them, or - for standard input. What is
    said with an option wins over what is found in the report.

    In a pipe, *stars* stand around the words that tell the event and _lines_ around those that say
    whose words it is; on a terminal both are underlined. Exit code: 0 all was read, 1 some reports
    failed (each is named on standard error), 2 wrong use.
    """

    def work() -> int:
        from jalur.views.reading import Choice, run

        choice = Choice(style=style, out=out, explain=explain)
        given = {"published": published, "outlet": outlet, "language": language}
        return run(paths, given, choice)

    finish(work)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path), required=False)
@click.option("--errors", is_flag=True, help="List every miss and invention by cause.")
@click.option("--each", is_flag=True, help="One table per report as well.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def evaluate(gold: Path, predicted: Path | None, errors: bool, each: bool, as_json: bool) -> None:
    """Score coded reports against the gold ones in folder GOLD.

    Without PREDICTED the gold reports' texts are read now and scored.
    """

    def work() -> int:
        from jalur.views.scoring import show

        return show(gold, predicted, errors=errors, each=each, as_json=as_json)

    finish(work)


def finish(work: Callable[[], int]) -> None:
    """Run a command; turn its errors into one line and an exit code."""
    try:
        code = work()
        sys.stdout.flush()
    except JalurError as error:
        click.echo(f"jalur: {' '.join(visible(str(error)).split())}", err=True)
        code = USAGE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


for command in (*COMMANDS, serve):
    main.add_command(command)
