"""From characters to classes: each token of a text becomes one character of a class string.

The grammar of `data/<language>/times.yaml` is written over classes ("weekday", "month", "day"), and
is matched as one regular expression against that class string. A token in several classes ("second"
is an ordinal and a unit) gets the character of that very set of classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jalur.expressions.figures import figure
from jalur.model import Span

TOKEN = re.compile(
    r"(?! )(?:(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s'’])"
    r"|(?P<iso>(?<![\d-])\d{4}-\d\d-\d\d(?![\d-]))"
    r"|(?P<slash>(?<![\d.,/])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}([.-])\d{1,2}\5\d{4}"
    r"|\d{1,2}/\d{1,2})(?![\d/]))"
    r"|(?P<decade>(?<![\d.,])(?:\d{4}|\d\d)(?:\s?-\s?an|an|['’]?s)\b)"
    r"|(?P<nth>(?<![\d.,])\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<clock>(?<![\d.,:])\d{1,2}[.:]\d\d(?![\d.,:]\d|\d))"
    r"|(?P<figure>\d+(?:[.,]\d+)*)"
    r"|(?P<poss>(?<=\w)['’]s\b)"
    r"|(?P<break>\n\s*\n|(?<=[.!?\"”])\n)"
    r"|(?P<quote>['’]))"
)
OTHER = "x"
MARKS = {
    ".": "dot",
    ",": "comma",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "!": "stop",
    "?": "stop",
    ";": "stop",
    ":": "colon",
    "/": "slashmark",
    "%": "percent",
    "$": "money",
    "€": "money",
    "£": "money",
    "¥": "money",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a token is: the character of its set of classes, and its value in each class."""

    code: str
    values: dict[str, Any]


@dataclass(slots=True)
class Alphabet:
    """The characters given to sets of classes, as they turn up."""

    codes: dict[frozenset[str], str] = field(default_factory=dict)

    def entry(self, values: dict[str, Any]) -> Entry:
        """The entry for a token with these values by class."""
        key = frozenset(values)
        if key not in self.codes:
            self.codes[key] = chr(0xE000 + len(self.codes))
        return Entry(self.codes[key], values)

    def members(self, name: str) -> str:
        """The characters of all sets that hold the class `name`."""
        return "".join(code for key, code in self.codes.items() if name in key)


NOTHING = Entry(OTHER, {})
ENDS = frozenset({"dot", "stop", "break"})
Rests = list[tuple[list[str], Entry]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases of one language.

    `plain` holds entries for any spelling, `capital` for a word that begins with a capital, `both`
    for one that does so only because it opens a sentence; `phrases` by first and second word the
    rests of phrases with their entries, longest first.
    """

    alphabet: Alphabet
    plain: dict[str, Entry]
    capital: dict[str, Entry]
    both: dict[str, Entry]
    phrases: dict[str, dict[str, Rests]]
    marks: dict[str, Entry]
    decimal: str


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of a passage in columns; `codes` has one character for each token."""

    text: str
    starts: list[int]
    ends: list[int]
    entries: list[Entry]
    codes: str

    def has(self, i: int, name: str) -> bool:
        """Whether token `i` exists and is in the class `name`."""
        return 0 <= i < len(self.entries) and name in self.entries[i].values

    def word(self, i: int) -> str:
        """Token `i` as written, "" where there is none."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""


@lru_cache(maxsize=4)
def tokens(text: str, within: Span) -> tuple[list[re.Match[str]], list[str], list[str]]:
    """The matches of `TOKEN`, the tokens as written, and in lower case with "" at the end."""
    found = list(TOKEN.finditer(text, max(0, within.start), max(0, within.end)))
    written = [m[0] for m in found]
    return found, written, [*map(str.lower, written), ""]


def lex(text: str, within: Span, vocabulary: Vocabulary) -> Lexed:
    """The tokens of `text` inside `within`, with their classes."""
    found, written, words = tokens(text, within)
    starts: list[int] = []
    ends: list[int] = []
    entries: list[Entry] = []
    plain, phrases, capital = vocabulary.plain, vocabulary.phrases, vocabulary.capital
    i, count, fresh = 0, len(found), True
    while i < count:
        match, word = found[i], words[i]
        starts.append(match.start())
        if match.lastindex == 1:
            entry = plain.get(word, NOTHING)
            if word in phrases and words[i + 1] in phrases[word]:
                step, longer = phrase(words, i, phrases[word][words[i + 1]])
                i += step
                entry = longer or entry
                match = found[i]
            elif word in capital and written[i][0].isupper():
                entry = (vocabulary.both if fresh else capital)[word]
            fresh = False
        else:
            entry = unworded(match, text, vocabulary)
            fresh = not ENDS.isdisjoint(entry.values)
        ends.append(match.end())
        entries.append(entry)
        i += 1
    return Lexed(text, starts, ends, entries, "".join([e.code for e in entries]))


def phrase(words: list[str], i: int, rests: Rests) -> tuple[int, Entry | None]:
    """How many further tokens the longest phrase at token `i` takes, and its entry."""
    for rest, entry in rests:
        if words[i + 1 : i + 1 + len(rest)] == rest:
            return len(rest), entry
    return 0, None


def unworded(match: re.Match[str], text: str, vocabulary: Vocabulary) -> Entry:
    """The entry of a token that is no word: a mark, a date in figures, a number."""
    kind, written = match.lastgroup, match.group()
    if kind in ("mark", "quote"):
        return vocabulary.marks.get(written, NOTHING)
    if kind in ("poss", "break"):
        return vocabulary.marks[kind]
    start = match.start()
    if start and text[start - 1].isalnum() and not text[start - 1].isdigit():
        return vocabulary.marks["glued"]
    entry = vocabulary.alphabet.entry
    if kind == "iso":
        return entry({"iso": written})
    if kind == "slash":
        return entry({"slash": [int(p) for p in re.split(r"[/.-]", written)]})
    if kind == "decade":
        return entry({"decade": int(re.match(r"\d+", written).group())})  # type: ignore[union-attr]
    if kind == "nth":
        return entry({"nth": int(written[:-2]), "ordinal": int(written[:-2])})
    return entry(numeral(written, kind == "clock", vocabulary.decimal))


def numeral(written: str, clock: bool, decimal: str) -> dict[str, Any]:
    """The classes of a token of digits: num always, and clock, day or year by its shape."""
    values: dict[str, Any] = {}
    value = figure(written, decimal)
    if value is not None:
        values["num"] = value
    if clock:
        hour, minute = (int(p) for p in re.split("[.:]", written))
        if hour < 25 and minute < 60:
            values["clock"] = (hour, minute)
        if ":" in written:
            values.pop("num", None)
    if written.isdigit() and value is not None:
        if len(written) <= 2 and 1 <= value <= 31:
            values["day"] = int(value)
        if len(written) == 4 and 1000 <= value < 2200:
            values["year"] = int(value)
        elif len(written) == 2:
            values["short"] = int(value)
    return values or {"figure": written}
