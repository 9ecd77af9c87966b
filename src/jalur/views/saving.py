"""Coded reports as JSON: one line each, or one file each, whole or not at all."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from jalur import coding
from jalur.model import CodedReport, JalurError

LONGEST = 120
"""Characters of a file's name: every usual file system takes twice as many bytes."""


def as_line(report: CodedReport) -> str:
    """The coded report as one line of JSON."""
    return as_json(report, None)


def as_json(report: CodedReport, indent: int | None) -> str:
    """The coded report as JSON; halves of surrogate pairs are written as numbers, as JSON may."""
    text = json.dumps(coding.write(report), ensure_ascii=False, indent=indent) + "\n"
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


class Folder:
    """A folder that takes one `ID.json` per report; a second report of one id gets a number."""

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        self.path = path
        self.say = say
        self.taken: set[str] = set()
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JalurError(f"{path} cannot be made ({reason(error)})") from error

    def save(self, report: CodedReport) -> None:
        """Write one report under a name that no other report of this run has."""
        name = self.name_for(report.report.id)
        unfinished = self.path / f".{name}.part"
        try:
            unfinished.write_text(as_json(report, 1), encoding="utf-8", newline="\n")
            unfinished.replace(self.path / name)
        except OSError as error:
            raise JalurError(f"{self.path / name} cannot be written ({reason(error)})") from error
        finally:
            unfinished.unlink(missing_ok=True)

    def name_for(self, wanted: str) -> str:
        """A file's name for an id, numbered when the name was given before."""
        stem = re.sub(r"[^\w.-]", "_", wanted)[:LONGEST].lstrip(".") or "_"
        name, number = stem, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{stem}-{number}"
        self.taken.add(name.casefold())
        if number > 1:
            self.say(f"{wanted}: several reports have this id; this one is {name}.json")
        return f"{name}.json"


def reason(error: OSError) -> str:
    """The short words of a system error."""
    return (error.strerror or os.strerror(error.errno or 0) or str(error)).lower()
