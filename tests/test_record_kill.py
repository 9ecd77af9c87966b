"""kill -9 while reports come in: the next run finishes, and nothing is lost or doubled."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, environment
from records import Server, coded

REPORTS = 12
HERE = Path(__file__).parent


def crashed(tmp_path: Path, places: list[str], **more: str) -> dict[str, list[object]]:
    """What `crashing.py` finds."""
    file = tmp_path / "reports.json"
    file.write_text(json.dumps(coded(3)[:REPORTS]), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(HERE / "crashing.py"), str(file), *places],
        env=environment(PYTHONHASHSEED="7", **more)
        | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}:{HERE}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert not done.returncode, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_killed_at_every_commit_and_between_statements_of_sqlite(tmp_path: Path) -> None:
    found = crashed(tmp_path, [str(tmp_path / f"{n}.jalur") for n in range(21)])
    assert len(found) == 20
    assert sum(name.startswith("commit") for name in found) >= 5
    assert {name: how for name, how in found.items() if how != [True, True, "ok", []]} == {}


def test_killed_at_every_commit_and_between_statements_of_postgresql(
    tmp_path: Path, postgresql: Server
) -> None:
    found = crashed(tmp_path, [postgresql.database() for _ in range(10)])
    assert {name: how for name, how in found.items() if how != [True, True, "ok", []]} == {}
