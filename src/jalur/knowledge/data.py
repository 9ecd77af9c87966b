"""Reads the knowledge files under `data/`: YAML, checked, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jalur.model import KnowledgeError

LANGUAGES = ("id", "en")


@cache
def load_yaml(path: str) -> Any:
    """The contents of `data/<path>`; None when there is no such file.

    Raises KnowledgeError when the file is not YAML.
    """
    import yaml

    resource = files("jalur") / "data" / path
    if not resource.is_file():
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(resource.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        where = str(error).replace("\n", " ")
        raise KnowledgeError(f"data/{path} is not YAML: {where}") from error


def list_files(folder: str) -> tuple[str, ...]:
    """The YAML files directly under `data/<folder>`, sorted, as paths below `data/`."""
    place = files("jalur") / "data" / folder
    if not place.is_dir():
        return ()
    names = sorted(f.name for f in place.iterdir() if f.name.endswith(".yaml"))
    return tuple(f"{folder}/{name}" for name in names)


def split(text: object, where: str) -> list[str]:
    """The parts of "A | B | C". Raises KnowledgeError for anything but a non-empty string."""
    if not isinstance(text, str):
        raise KnowledgeError(f"{where}: names are text divided by '|', not {text!r}")
    parts = [p.strip() for p in text.split("|")]
    if not all(parts):
        raise KnowledgeError(f"{where}: an empty name in {text!r}")
    return parts


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some words or phrases, whole, whatever their capitals."""
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.I)


def check_keys(entry: Mapping[str, Any], allowed: str, where: str) -> None:
    """Raises KnowledgeError when `entry` has a key that is not among the words of `allowed`."""
    extra = set(entry) - set(allowed.split())
    if extra:
        raise KnowledgeError(f"{where}: unknown key {sorted(extra)[0]!r}; known are {allowed}")
