"""Runs the web application until it is stopped."""

from __future__ import annotations

import os
from pathlib import Path

import click
import uvicorn

from jalur.record.engine import is_url
from jalur.views.web.app import application
from jalur.views.web.command import PASSWORD
from jalur.views.web.guard import Serving, checked, spaced

SECONDS = 5
"""How long a connection may be idle, and how long running answers have when we stop."""

AT_ONCE = 200
"""Requests under way; more are told to come back."""


def run(record: str, host: str, port: int, names: tuple[str, ...]) -> int:
    """Serve a record; 0 when it was stopped by hand."""
    password = os.environ.get(PASSWORD) or None
    serving = checked(Serving(record, host, port, password, spaced(names)))
    if not is_url(record) and not Path(record).exists():
        click.echo(f"a new, empty record is made: {record}", err=True)
    app = application(serving)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"jalur: http://{shown}:{port}  (stop with Ctrl-C)", err=True)
    if not serving.here:
        click.echo(
            "others can reach this address with the password; what travels is not encrypted, so"
            " put a server with HTTPS in front of it",
            err=True,
        )
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=SECONDS,
        timeout_graceful_shutdown=SECONDS,
        limit_concurrency=AT_ONCE,
    )
    return 0
