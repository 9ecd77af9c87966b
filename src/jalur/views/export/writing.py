"""Writes an export whole or not at all: beside its place first, then moved there.

The file or folder is written under a hidden name in the same folder, forced to the disk (fsync)
and renamed; whoever reads sees the old one or the new one. A disk that is full, a folder that may
not be written and a place taken by something else become one line for the person.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jalur import __version__
from jalur.model import JalurError
from jalur.views.saving import reason

MARKER = "jalur-export.json"
"""The file that says of a folder that it is an export: its format, version and files."""

DATABASE = b"SQLite format 3\x00"
"""How a record begins: an export never takes its place."""


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A place to write a file to, which then takes the place of `out`."""
    out = settled(out)
    if out.exists() and not out.is_file():
        raise JalurError(f"{out} is no ordinary file; give another name")
    with in_words(out):
        if out.exists() and starts_with(out, DATABASE):
            raise JalurError(f"{out} is a database, perhaps a record; give another name")
        part = beside(out, "part")
        try:
            yield part
            force(part)
            part.replace(out)
            force(out.parent)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def whole_folder(out: Path, format_: str) -> Iterator[Path]:
    """A folder to write files into, which then takes the place of an earlier export at `out`."""
    out = settled(out)
    with in_words(out):
        check_folder(out)
        part, old = beside(out, "part"), beside(out, "old")
        try:
            part.mkdir()
            yield part
            files = sorted(file.name for file in part.iterdir())
            marker = {"program": "jalur", "version": __version__, "format": format_}
            text = json.dumps({**marker, "files": files}, indent=1) + "\n"
            (part / MARKER).write_text(text, encoding="utf-8")
            for file in (*part.iterdir(), part):
                force(file)
            exchange(part, out, old)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def exchange(part: Path, out: Path, old: Path) -> None:
    """Put a finished folder in the place of another; that one comes back if this fails."""
    if not out.exists():
        part.rename(out)
    else:
        out.rename(old)
        try:
            part.rename(out)
        except OSError:
            old.rename(out)
            raise
    force(out.parent)
    shutil.rmtree(old, ignore_errors=True)


def check_folder(out: Path) -> None:
    """Raises JalurError when there is something at `out` that no export wrote."""
    if not out.exists():
        return
    if not out.is_dir():
        raise JalurError(f"{out} is a file, and this format is a folder; give another name")
    there = {file.name for file in out.iterdir()}
    if there and (foreign := sorted(there - {MARKER} - set(written(out)))):
        message = f"{out} holds {foreign[0]}, which no export of jalur wrote; give another folder"
        raise JalurError(message)


def written(folder: Path) -> list[str]:
    """The files that an earlier export wrote into a folder; none if it is no export."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        return list(marker["files"]) if marker["program"] == "jalur" else []
    except (OSError, ValueError, KeyError, TypeError):
        return []


def settled(out: Path) -> Path:
    """The place itself behind links. Raises JalurError when the folder it is in is missing."""
    real = Path(os.path.realpath(out))
    if not real.parent.is_dir():
        raise JalurError(f"the folder {real.parent} does not exist; make it first")
    return real


def beside(out: Path, what: str) -> Path:
    """A hidden name in the same folder that nobody else takes."""
    return out.with_name(f".{out.name[:100]}.{secrets.token_hex(4)}.{what}")


def starts_with(path: Path, beginning: bytes) -> bool:
    """Whether a file begins with some bytes."""
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning


def force(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def in_words(out: Path) -> Iterator[None]:
    """Turns the system's own errors into one line."""
    try:
        yield
    except OSError as error:
        message = f"{out} cannot be written ({reason(error)}); nothing was changed there"
        raise JalurError(message) from error
