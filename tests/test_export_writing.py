"""Exports are written whole or not at all, and say in one line what goes wrong."""

from __future__ import annotations

import builtins
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, environment
from exported import Taken
from jalur.model import JalurError
from jalur.views.export import FORMATS
from jalur.views.export.writing import MARKER

FOLDERS = [name for name, one in FORMATS.items() if one.folder]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_record_is_exported(format_: str, empty_taken: Taken, tmp_path: Path) -> None:
    out = empty_taken.export(format_, tmp_path / "out")
    assert out.is_dir() == FORMATS[format_].folder
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format_", FORMATS)
def test_twice_is_the_same_bytes(format_: str, taken: Taken, tmp_path: Path) -> None:
    def read(out: Path) -> dict[str, bytes]:
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        return {file.name: file.read_bytes() for file in files}

    first = read(taken.export(format_, tmp_path / "out"))
    assert read(taken.export(format_, tmp_path / "out")) == first
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_full_disk_leaves_what_was_there(format_: str, taken: Taken, tmp_path: Path) -> None:
    out = taken.export(format_, tmp_path / "out")
    before = {p: p.read_bytes() for p in ([*out.iterdir()] if out.is_dir() else [out])}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
    try:
        with pytest.raises(JalurError, match="cannot be written") as caught:
            taken.export(format_, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "\n" not in str(caught.value)
    assert {p: p.read_bytes() for p in before} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format_", FOLDERS)
def test_a_folder_of_somebody_else_is_refused(format_: str, taken: Taken, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(JalurError, match=r"thesis\.txt"):
        taken.export(format_, out)
    assert (out / "thesis.txt").read_text() == "mine"
    (out / "thesis.txt").unlink()
    taken.export(format_, out)
    (out / "notes.txt").write_text("mine")
    with pytest.raises(JalurError, match=r"notes\.txt"):
        taken.export(format_, out)
    assert (out / "notes.txt").read_text() == "mine"


def test_a_folder_that_moved_away_comes_back(
    taken: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = taken.export("csv", tmp_path / "out")
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name.endswith(".part"):
            raise OSError(5, os.strerror(5))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(JalurError):
        taken.export("csv", out)
    assert json.loads((out / MARKER).read_text())["format"] == "csv"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_places_that_cannot_take_an_export(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    shutil.copy(taken.record.where, tmp_path / "other.jalur")
    for format_, name, words in (
        ("csv", "file", "is a file"),
        ("jsonl", "folder", "no ordinary file"),
        ("jsonl", "none/out", "make it first"),
        ("jsonl", "other.jalur", "is a database"),
    ):
        with pytest.raises(JalurError, match=words):
            taken.export(format_, tmp_path / name)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_link_stays_a_link(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real.jsonl")
    taken.export("jsonl", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real.jsonl").stat().st_size


def test_parquet_without_its_library_says_what_to_install(
    taken: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def missing(name: str, *more: Any, **named: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(JalurError, match=r"jalur\[parquet\]"):
        taken.export("parquet", tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_the_command_exports_and_refuses(jalur: Run, taken: Taken, tmp_path: Path) -> None:
    where = taken.record.where
    done = jalur("export", "jsonl", tmp_path / "r.jsonl", "--record", where)
    assert done.returncode == 0
    assert (tmp_path / "r.jsonl").is_file()
    for words, said in (
        (("jsonl", where, "--record", where), "is the record itself"),
        (("jsonl", "-", "--record", where), "OUT is a name"),
        (("jsonl", tmp_path / "x", "--record", tmp_path / "none"), "there is no record"),
        (("csv", tmp_path / "r.jsonl", "--record", where), "is a file"),
        (("xlsx", tmp_path / "x", "--record", where), "xlsx"),
    ):
        failed = jalur("export", *words)
        assert failed.returncode == 2
        assert said in failed.stderr
        assert "Traceback" not in failed.stderr


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_a_killed_export_leaves_what_was_there(format_: str, taken: Taken, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("export", format_, str(out), "--record", taken.record.where)
    for wait in (0.05, 0.3):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(wait), *words],
            env=environment(),
            stdout=subprocess.DEVNULL,
        )
        assert child.wait(60) == -signal.SIGKILL
        assert not out.exists() or whole(taken, out, tmp_path)
    taken.export(format_, out)
    assert whole(taken, out, tmp_path)


KILLED = """
import os, signal, sys, threading, time
from jalur.views.cli import main
from jalur.views.export import source
def kill(self, things, wait=float(sys.argv[1])):
    threading.Timer(wait, os.kill, (os.getpid(), signal.SIGKILL)).start()
    for thing in things:
        time.sleep(0.005)
        yield thing
source.Source.passing = kill
main(sys.argv[2:], standalone_mode=False)
"""


def whole(taken: Taken, out: Path, folder: Path) -> bool:
    """Whether an export has all that a fresh one has."""
    fresh = taken.export("csv" if out.is_dir() else "jsonl", folder / "fresh")
    pairs = zip(sorted(out.glob("*")), sorted(fresh.glob("*")), strict=True)
    same = all(a.read_bytes() == b.read_bytes() for a, b in pairs)
    return same if out.is_dir() else out.read_bytes() == fresh.read_bytes()
