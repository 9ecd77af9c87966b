"""What the commands of the record share: options, and how a question is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jalur.model import JalurError
from jalur.settings import record_at

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
