"""The words that tell events, from `data/<language>/triggers/`, ready to be looked up.

The format is described in docs/lexicon.md. An `Entry` is one meaning; `Form`s of its words lead to
it through an index by first word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import list_files, load_yaml
from jalur.knowledge.inflection import Form, apart, noun_forms, verb_forms
from jalur.model import KnowledgeError

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
TWO_SIDED = {"CONSULT", "AGREE", "COOPERATE"}
SIDES = {"with", "dengan", "bersama", "between", "among", "antara", "antar"}
"""Prepositions of the other side, or of both; among the actor's slots they make both sides act."""

SKIPPED = 2
"""How many attributes may stand between the parts of a verb."""

KEYS = {
    *("verbs", "nouns", "adjectives", "mode", "actor", "to", "unless", "unless_clause", "near"),
    *("needs", "verbal", "examples", "note", "type", "status", "issue"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of the lexicon: the type it tells and who fills its slots."""

    type: str
    mode: str | None
    actor: tuple[str, ...]
    to: tuple[str, ...]
    unless: frozenset[str]
    unless_clause: frozenset[str]
    near: frozenset[str]
    needs: str
    verbal: bool
    examples: tuple[str, ...]
    where: str

    @property
    def two_sided(self) -> bool:
        """Whether all who take part act: always in talks and joint work; in a promise or an offer
        only where the entry names a preposition of the other side."""
        if self.type == "AGREE":
            return not SIDES.isdisjoint((*self.actor, *self.to))
        return self.type in TWO_SIDED or not SIDES.isdisjoint(self.actor)


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


@cache
def entries(language: str) -> tuple[tuple[Entry, dict[str, Any]], ...]:
    """Every entry of a language with its raw words. Raises KnowledgeError for a bad one."""
    found = []
    for path in list_files(f"{language}/triggers"):
        type_ = path.rsplit("/", 1)[1].removesuffix(".yaml")
        for number, raw in enumerate(load_yaml(path) or []):
            found.append((check(raw, type_, f"data/{path} entry {number + 1}"), raw))
    return tuple(found)


def check(raw: Any, type_: str, where: str) -> Entry:
    """An entry from its YAML map, defaults filled in."""
    if not isinstance(raw, dict) or not (
        raw.get("verbs") or raw.get("nouns") or raw.get("adjectives")
    ):
        raise KnowledgeError(f"{where}: an entry is a map with verbs, nouns or adjectives")
    if strange := set(raw) - KEYS:
        raise KnowledgeError(f"{where}: unknown key {sorted(strange)[0]!r}")
    type_ = raw.get("type", type_)
    if type_ not in TYPES:
        raise KnowledgeError(f"{where}: no event type {type_!r}")
    return Entry(
        type=type_,
        mode=raw.get("mode"),
        actor=tuple(map(str, raw.get("actor", ["subj"]) or [])),
        to=tuple(map(str, raw.get("to", ["obj"]) or [])),
        unless=word_set(raw, "unless"),
        unless_clause=word_set(raw, "unless_clause"),
        near=word_set(raw, "near"),
        needs=raw.get("needs", "any"),
        verbal=bool(raw.get("verbal")),
        examples=tuple(map(str, raw.get("examples") or ())),
        where=where,
    )


def word_set(raw: dict[str, Any], key: str) -> frozenset[str]:
    """The words under a key of an entry, in lower case."""
    return frozenset(str(w).lower() for w in raw.get(key) or ())


@cache
def index(language: str) -> dict[str, tuple[Word, ...]]:
    """First word of every form to the forms that begin so, longest first."""
    by_first: dict[str, list[Word]] = {}
    for entry, raw in entries(language):
        for kind, forms_of in (("verbs", verb_forms), ("nouns", noun_forms)):
            for word in raw.get(kind) or ():
                for form in forms_of(str(word), language):
                    by_first.setdefault(form.words[0], []).append(Word(entry, kind[:-1], form))
        for word in raw.get("adjectives") or ():
            for form in apart([Form(tuple(str(word).lower().split()), "any", "adjective")]):
                by_first.setdefault(form.words[0], []).append(Word(entry, "adjective", form))
    ordered = {}
    for first, words in by_first.items():
        ordered[first] = tuple(sorted(words, key=lambda w: -len(w.form.words)))
    return ordered


def matches(
    lower: Sequence[str], i: int, language: str, skip: Callable[[int], bool] | None = None
) -> list[Match]:
    """What of the lexicon begins at token `i`, longest words first, all meanings of each length.

    `skip` says which tokens may stand between the parts of a verb ("voiced *their deep* concern").
    """
    found: dict[tuple[int, int], list[Word]] = {}
    for word in index(language).get(lower[i], ()):
        size = len(word.form.words)
        last = i if size == 1 else last_of(lower, i, word, skip)
        if last is not None:
            found.setdefault((-size, last), []).append(word)
    return [Match(i, last, tuple(found[size, last])) for size, last in sorted(found)]


def last_of(
    lower: Sequence[str], i: int, word: Word, skip: Callable[[int], bool] | None
) -> int | None:
    """The last token of a word of several parts that begins at token `i`, or None."""
    at, left = i + 1, SKIPPED if skip and word.kind == "verb" else 0
    for part in word.form.words[1:]:
        while at < len(lower) and left and not same(lower[at], part) and skip and skip(at):
            at, left = at + 1, left - 1
        if at >= len(lower) or not same(lower[at], part):
            return None
        at += 1
    return at - 1


def same(token: str, part: str) -> bool:
    """Whether a token is a part of a word, reduplication apart ("batu-batu")."""
    return token == part or (len(token) == 2 * len(part) + 1 and token == f"{part}-{part}")


def match(lower: Sequence[str], i: int, language: str) -> Match | None:
    """The longest words of the lexicon that begin at token `i`, all meanings of that length."""
    found = matches(lower, i, language)
    return found[0] if found else None


def tells(lower: Sequence[str], language: str) -> bool:
    """Whether any word of the lexicon may stand in these tokens."""
    known = index(language)
    return any(w in known and matches(lower, i, language, anything) for i, w in enumerate(lower))


def anything(_: int) -> bool:
    """Before the tagger has spoken any token may stand between the parts of a verb."""
    return True
