"""The `evaluate` command: figures and errors as tables or JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from jalur.evaluate import FIGURES, Tally, load, score
from jalur.evaluate.errors import errors_of
from jalur.evaluate.predict import predict
from jalur.views.safe import visible


def show(gold: Path, predicted: Path | None, *, errors: bool, each: bool, as_json: bool) -> int:
    """Print the figures of PREDICTED, or of what is read now, against GOLD."""
    wanted = load(gold)
    found = load(predicted) if predicted else predict(gold, complain)
    tally = score(wanted, found)
    if as_json:
        click.echo(json.dumps(figures(tally), indent=1))
        return 0
    if each:
        for key, report in wanted.items():
            click.echo(f"\n== {key}\n{table(score({key: report}, found), 1)}")
    if errors:
        for line in errors_of(wanted, found):
            click.echo(line)
    click.echo(table(tally, len(wanted)))
    return 0


def complain(line: str) -> None:
    """A line on standard error."""
    click.echo(f"jalur: {' '.join(visible(line).split())}", err=True)


def figures(tally: Tally) -> dict[str, Any]:
    """Precision, recall and F1 by figure."""
    names = ("precision", "recall", "f1")
    return {n: dict(zip(names, tally.figure(n), strict=True)) for n in tally.counts}


def table(tally: Tally, reports: int) -> str:
    """The figures as the codebook's scorer prints them."""
    lines = [f"{reports} reports", f"{'':16}{'P':>7}{'R':>7}{'F1':>7}   right/gold/predicted"]
    for name in FIGURES:
        p, r, f = tally.figure(name)
        counts = "/".join(map(str, tally.counts.get(name, (0, 0, 0))))
        lines.append(f"{name:16}{p:7.3f}{r:7.3f}{f:7.3f}   {counts}")
    return "\n".join(lines)
