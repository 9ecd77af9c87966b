"""Every word of the pages in English and Indonesian, from one catalogue; days and numbers too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from jalur.knowledge.data import load_yaml
from jalur.model import KnowledgeError

LANGUAGES = ("en", "id")
DEFAULT = "en"


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Each key with its English and its Indonesian words. Raises KnowledgeError if one lacks."""
    found = {}
    for room, entries in load_yaml("web/catalogue.yaml").items():
        for key, words in entries.items():
            if not (isinstance(words, list) and len(words) == 2 and all(map(str, words))):
                raise KnowledgeError(f"data/web/catalogue.yaml: {room}.{key} needs [English, id]")
            found[f"{room}.{key}"] = (str(words[0]), str(words[1]))
    return found


def chosen(asked: str | None, kept: str | None, accepted: str) -> str:
    """The language of a page: the one asked for, else the one kept, else what a browser likes."""
    for one in (asked, kept):
        if one in LANGUAGES:
            return one
    ranked = sorted(preferences(accepted), key=lambda p: -p[1])
    return next((name for name, _ in ranked if name in LANGUAGES), DEFAULT)


def preferences(accepted: str) -> Iterable[tuple[str, float]]:
    """The languages of an Accept-Language header, each with its weight."""
    for part in accepted[:500].split(","):
        name, _, rest = part.strip().partition(";")
        try:
            weight = float(rest.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        yield name.split("-")[0].lower(), weight


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language as a template speaks it."""

    code: str

    @property
    def place(self) -> int:
        """Which of the words of an entry are of this language."""
        return LANGUAGES.index(self.code)

    def t(self, key: str, **values: object) -> str:
        """The words of a key, with values put in."""
        words = catalogue()[key][self.place]
        return words.format(**values) if values else words

    def word(self, room: str, value: str | None) -> str:
        """The word for a value of a list (types, statuses …); the value itself if it has none."""
        if not value:
            return ""
        entry = catalogue().get(f"{room}.{value}")
        return entry[self.place] if entry else value

    def number(self, value: int | float) -> str:
        """A number with its thousands apart as the language has it."""
        plain = f"{value:,}"
        return plain if self.code == "en" else plain.translate({44: ".", 46: ","})

    def count(self, key: str, number: int) -> str:
        """A number of things: "1 report", "2 reports"."""
        return self.t(f"{key}.one" if number == 1 else f"{key}.many", n=self.number(number))

    def day(self, text: str | None, short: bool = False) -> str:
        """A day in words; what is no day stays as it is."""
        if not text:
            return ""
        try:
            found = date.fromisoformat(text[:10])
        except ValueError:
            return text
        names = self.t("dates.short" if short else "dates.months").split()
        return f"{found.day} {names[found.month - 1]} {found.year}"

    def days(self, start: str | None, end: str | None) -> str:
        """A day or a range of days, written once where they are the same."""
        if not start:
            return self.t("event.no_day")
        if not end or start == end:
            return self.day(start)
        if start[:7] == end[:7]:
            return f"{int(start[8:10])}–{self.day(end)}" if start[8:10].isdigit() else self.day(end)
        if start[:4] == end[:4]:
            return f"{self.day(start).removesuffix(start[:4]).strip()} – {self.day(end)}"
        return f"{self.day(start)} – {self.day(end)}"

    def moment(self, text: str | None) -> str:
        """A moment in UTC, or a day, in words."""
        if not text:
            return self.t("event.no_day")
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            return text
        clock = f", {found:%H:%M} UTC" if "T" in text else ""
        return f"{self.day(text)}{clock}"
