"""What several tests share: running the command as its users do, and the example reports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from exported import FORMULAS, Taken, coded, hostile, recorded
from jalur.model import CodedReport, Report
from jalur.pipeline import understand
from jalur.record import asking
from jalur.reports import read
from jalur.views.cli import main
from records import Server

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: the tree's own code, nothing of the terminal's."""
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **more}


@pytest.fixture
def jalur() -> Run:
    """Runs `jalur` within this process, which is fast: models are loaded once."""

    def run(
        *words: str | Path, given: bytes = b"", **more: str
    ) -> subprocess.CompletedProcess[str]:
        runner = CliRunner(env={"NO_COLOR": None, "COLUMNS": None, **more})
        done = runner.invoke(main, list(map(str, words)), input=given, prog_name="jalur")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def process() -> Run:
    """Runs `jalur` in a process of its own, with seconds to live and bytes to read."""

    def run(
        *words: str | Path, given: bytes = b"", seconds: float = 60, **more: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "jalur", *map(str, words)],
            input=given,
            capture_output=True,
            timeout=seconds,
            env=environment(**more),
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture(scope="session")
def paris() -> CodedReport:
    """The example report, understood."""
    return understand(next(r for r in read(str(EXAMPLES / "paris.txt")) if isinstance(r, Report)))


@pytest.fixture(scope="session")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """A record of some stories with a person's judgement, and what it holds."""
    with recorded(tmp_path_factory.mktemp("taken"), coded()) as first:
        claims = next(e.claims for e in first.events if e.type == "ASSAULT" and e.reports > 1)
        first.record.decide("different", claims[:1], claims[1:], "Ana", "another day")
        with first.record.look() as connection:
            events = tuple(asking.all_events(connection))
            processes = tuple(asking.all_processes(connection))
        yield Taken(first.record, events, processes, first.told)


@pytest.fixture(scope="session")
def hostile_taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """A record of reports of which every text is hostile."""
    reports = [(hostile(n), f"h{n}") for n in range(len(FORMULAS))]
    with recorded(tmp_path_factory.mktemp("hostile"), reports) as found:
        yield found


@pytest.fixture(scope="session")
def empty_taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """A record of nothing."""
    with recorded(tmp_path_factory.mktemp("empty"), []) as found:
        yield found


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A real PostgreSQL server of our own; where none can start, what needs it is skipped."""
    with tempfile.TemporaryDirectory(prefix="jalur-pg-", ignore_cleanup_errors=True) as folder:
        try:
            server = Server(Path(folder))
        except Exception as error:  # whatever the machine lacks
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no PostgreSQL server can start here ({type(error).__name__}: {error})")
        yield server
        server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record can be made: a SQLite file or a database of PostgreSQL, both in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "r.jalur")
    return str(request.getfixturevalue("postgresql").database())


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[str]:
    """The pages of a module's record."""
    from training.pictures import served

    with served(path) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium (`apt-get install chromium`); what needs it is skipped where it is not."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    """A page that may not complain, open a dialog, or ask for anything from elsewhere."""
    context = browser.new_context(base_url=site, viewport={"width": 1200, "height": 900})
    context.set_default_timeout(15_000)
    found = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    found.on("console", lambda message: complaints.append(message.text))
    found.on("pageerror", lambda error: complaints.append(str(error)))
    found.on("dialog", lambda dialog: complaints.append("a dialog"))
    found.on("request", lambda request: asked.append(request.url))
    yield found
    context.close()
    assert not complaints
    assert all(url.startswith(site) for url in asked), "a request left the machine"
