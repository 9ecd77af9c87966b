"""Where the record is: the option, else the environment, else the settings file, else a default.

The settings file is `jalur.toml` in the working folder, else `~/.config/jalur.toml`:

    record = "/home/me/gaza.jalur"
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from jalur.model import JalurError

VARIABLE = "JALUR_RECORD"
DEFAULT = "record.jalur"
NAME = "jalur.toml"


def record_at(given: str | None) -> str:
    """The path or URL of the record that is meant."""
    where = given or os.environ.get(VARIABLE) or from_file() or DEFAULT
    return str(Path(where).expanduser()) if where.startswith("~/") else where


def from_file() -> str | None:
    """The record that the settings file names, if there is one."""
    for path in (Path(NAME), Path("~/.config").expanduser() / NAME):
        try:
            if path.is_file():
                return read(path)
        except OSError:  # a folder that may not be looked into holds no settings for us
            continue
    return None


def read(path: Path) -> str | None:
    """The record that one settings file names. Raises JalurError for a file that is not TOML."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise JalurError(f"{path} cannot be read ({error}); mend it or take it away") from error
    unknown = sorted(set(found) - {"record"})
    if unknown:
        raise JalurError(f"{path} has an unknown setting {unknown[0]!r}; known is record")
    record = found.get("record")
    if record is not None and not isinstance(record, str):
        raise JalurError(f"{path}: record is a path or URL in quotes")
    return record
