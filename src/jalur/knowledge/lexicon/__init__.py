"""The words that tell events, from `data/<language>/triggers/`, ready to be looked up.

`Form`s of the words of an `Entry` lead to it through an index by their first two parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jalur.knowledge.inflection import Form, apart, noun_forms, verb_forms
from jalur.knowledge.lexicon.entries import SIDES, TWO_SIDED, TYPES, Entry, entries

__all__ = [
    "SIDES",
    "TWO_SIDED",
    "TYPES",
    "Entry",
    "Match",
    "Word",
    "entries",
    "match",
    "matches",
    "tells",
]

SKIPPED = 4
"""How many attributes may stand between the parts of a verb."""


@dataclass(frozen=True, slots=True)
class Word:
    """One form of an entry's word: what kind of word it is and how it is written."""

    entry: Entry
    kind: str
    form: Form


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` of a sentence that read as some words of the lexicon."""

    first: int
    last: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """What begins with one word: it alone, and words of several parts by their second part."""

    single: tuple[Word, ...]
    longer: dict[str, tuple[Word, ...]]


@cache
def index(language: str) -> dict[str, Starts]:
    """First word of every form to the forms that begin so."""
    by_first: dict[str, list[Word]] = {}
    for entry, raw in entries(language):
        for kind, forms_of in (("verbs", verb_forms), ("nouns", noun_forms)):
            for word in raw.get(kind) or ():
                for form in forms_of(str(word), language):
                    by_first.setdefault(form.words[0], []).append(Word(entry, kind[:-1], form))
        for word in raw.get("adjectives") or ():
            for form in apart([Form(tuple(str(word).lower().split()), "any", "adjective")]):
                by_first.setdefault(form.words[0], []).append(Word(entry, "adjective", form))
    return {first: starts(words) for first, words in by_first.items()}


def starts(words: list[Word]) -> Starts:
    """Words with the same first part, in order."""
    longer: dict[str, list[Word]] = {}
    for word in words:
        if len(word.form.words) > 1:
            longer.setdefault(plain(word.form.words[1]), []).append(word)
    single = tuple(w for w in words if len(w.form.words) == 1)
    return Starts(single, {second: tuple(found) for second, found in longer.items()})


Skip = Callable[[int], bool]
"""Which tokens may stand between the parts of a verb ("voiced *their deep* concern")."""


def matches(
    lower: Sequence[str], i: int, language: str, stop: int | None = None, skip: Skip | None = None
) -> list[Match]:
    """What of the lexicon begins at token `i` and ends before `stop`, longest words first, all
    meanings of each length."""
    known = index(language).get(lower[i])
    if known is None:
        return []
    end = len(lower) if stop is None else stop
    found: dict[tuple[int, int], list[Word]] = {(-1, i): list(known.single)} if known.single else {}
    at, left = i + 1, SKIPPED
    while known.longer and at < end and left >= 0:
        for word in known.longer.get(plain(lower[at]), ()):
            gap = skip if word.kind == "verb" else None
            last = last_of(lower[at + 1 : end], word, gap, left, at + 1)
            if last is not None and (gap or left == SKIPPED):
                found.setdefault((-len(word.form.words), last), []).append(word)
        if skip is None or not skip(at):
            break
        at, left = at + 1, left - 1
    return [Match(i, last, tuple(found[size, last])) for size, last in sorted(found)]


def last_of(
    rest: Sequence[str], word: Word, skip: Skip | None, left: int, offset: int
) -> int | None:
    """The last token of a word whose first two parts stand before `rest`, or None."""
    at = 0
    for part in map(plain, word.form.words[2:]):
        while at < len(rest) and left and skip and plain(rest[at]) != part and skip(offset + at):
            at, left = at + 1, left - 1
        if at >= len(rest) or plain(rest[at]) != part:
            return None
        at += 1
    return offset + at - 1


def plain(token: str) -> str:
    """A token with its reduplication undone ("batu-batu")."""
    half = len(token) // 2
    return token[:half] if "-" in token and token == f"{token[:half]}-{token[:half]}" else token


def match(lower: Sequence[str], i: int, language: str) -> Match | None:
    """The longest words of the lexicon that begin at token `i`, all meanings of that length."""
    found = matches(lower, i, language)
    return found[0] if found else None


def tells(lower: Sequence[str], language: str) -> bool:
    """Whether any word of the lexicon may stand in these tokens."""
    known = index(language)
    return any(
        w in known and matches(lower, i, language, skip=anything) for i, w in enumerate(lower)
    )


def anything(_: int) -> bool:
    """Before the tagger has spoken any token may stand between the parts of a verb."""
    return True


@cache
def full_forms(language: str) -> dict[str, str]:
    """Each bare stem of a verb of the lexicon, as headlines write it, to the form that other
    sentences have ("perintahkan" to "memerintahkan"); not what a noun of it is as well."""
    found: dict[str, str] = {}
    for _, raw in entries(language):
        for verb in raw.get("verbs") or ():
            whole = str(verb).lower().split()[0]
            stems = [f.words[0] for f in verb_forms(str(verb), language) if f.shape == "stem"]
            found.update((stem, whole) for stem in stems)
    known = index(language)
    return {
        stem: whole
        for stem, whole in found.items()
        if all(w.kind == "verb" for w in known[stem].single)
    }
