"""The words by which news pages mark what is no part of the report, from `data/*/page.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jalur.model import KnowledgeError

LANGUAGES = ("id", "en")
"""Languages whose page words are read; a page in one often carries furniture in the other."""


@dataclass(frozen=True, slots=True)
class Words:
    """Page words of all languages, in lower case; patterns match at the start of a line."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    clock: tuple[str, ...]
    whole: dict[str, str]
    """A line that is only these words (or these and a colon), to its kind of furniture."""
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    related: re.Pattern[str]
    related_alone: re.Pattern[str]
    boilerplate: re.Pattern[str]
    captions: re.Pattern[str]
    contains: tuple[tuple[str, str], ...]
    """Words anywhere in a short line, and the kind of furniture that they make it."""
    inline: tuple[str, ...]
    no_places: frozenset[str]


def load(language: str) -> dict[str, Any]:
    """The entries of one language's `page.yaml`; raises KnowledgeError if it is broken."""
    return table(f"{language}/page.yaml")


def listed(text: str) -> tuple[str, ...]:
    """The words of a short list that is no knowledge of a language's."""
    return tuple(text.split())


@cache
def table(name: str) -> dict[str, Any]:
    """A YAML table under `data/`; raises KnowledgeError naming the file if it is none."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("jalur").joinpath("data", name).read_text(encoding="utf-8")
    try:
        entries = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"data/{name}: {str(error).splitlines()[0]}") from error
    if not isinstance(entries, dict):
        raise KnowledgeError(f"data/{name}: expected a table of named entries")
    return entries


@cache
def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, longest first; a blank in one stands for any white space."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split(" "))) for word in ordered)


@cache
def words() -> Words:
    """All page words, loaded once."""
    pages = [load(language) for language in LANGUAGES]

    def gather(*path: str) -> tuple[str, ...]:
        found: list[str] = []
        for page in pages:
            entry: Any = page
            for key in path:
                entry = entry[key]
            found += [str(word).lower() for word in entry]
        return tuple(dict.fromkeys(found))

    def starting(listed: tuple[str, ...], ending: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(listed)}){ending}", re.IGNORECASE)

    whole = {w: kind for kind in ("boilerplate", "byline", "credit") for w in gather(kind, "whole")}
    cues = gather("related", "cues")
    long_cues = tuple(cue for cue in cues if " " in cue)
    return Words(
        months={w: n for page in pages for n, names in page["months"].items() for w in names},
        weekdays=gather("weekdays"),
        published=gather("date", "published"),
        updated=gather("date", "updated"),
        clock=gather("date", "clock"),
        whole=whole,
        byline=starting(gather("byline", "labels"), r"(?P<mark>\s*[:|]\s*|\s+)"),
        credit=starting(gather("credit", "labels"), r"\s*(?:[:|/©]|\.\s)"),
        related=re.compile(
            rf"[\[(>»*•\-\s]*(?:(?:{alternatives(long_cues)})\s*(?:[:|»–—]|\s-\s|$)"
            rf"|(?:{alternatives(cues)})\s*(?:$|(?:[:|»–—]|\s-\s)(?=.{{0,200}}[^.]$))"
            rf"|(?:{alternatives(long_cues)})\s+(?-i:[A-Z\"'“‘0-9(\[]))",
            re.IGNORECASE,
        ),
        related_alone=starting(cues, r"\s*[:|»–—\-]*\s*$"),
        boilerplate=starting(gather("boilerplate", "starts"), r"(?:(?<=\W)|(?!\w))"),
        captions=starting(gather("credit", "caption_starts"), ""),
        contains=tuple(
            (word, kind) for kind in ("boilerplate", "byline") for word in gather(kind, "contains")
        ),
        inline=gather("related", "inline"),
        no_places=frozenset(gather("labels_not_places")),
    )
