"""Finds listed names in a token list: a table of pieces per language, longest match first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from jalur.knowledge.actors.context import namesakes
from jalur.knowledge.actors.model import Name
from jalur.knowledge.actors.names import (
    FOLDED,
    POSSESSIVE,
    Piece,
    is_loud,
    name_pieces,
    pieces,
    same_case,
    word_set,
)
from jalur.knowledge.actors.table import names, uncollected

_ACTING = word_set("led brokered mediated sponsored hosted facilitated nya")
_DISTANT = word_set(
    "backed based born style controlled occupied held run made linked affiliated aligned funded "
    "trained inspired supported free wide"
)
_STANCE = word_set("pro anti non ex eks mantan pasca pra post pre")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (both included) that are written as these names."""

    first: int
    last: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A text's pieces, and the token that each comes from."""

    tokens: Sequence[str]
    pieces: list[Piece]
    owner: list[int]


class Listing(NamedTuple):
    """The names a text in one language may use.

    `forms` gives, for the pieces of a name in lower case with blanks between, the names that are
    written so, each with its pieces in their own case; `longest` gives, for a first piece, the
    number of pieces of the longest name that starts with it.
    """

    forms: dict[str, list[tuple[tuple[str, ...], Name]]]
    longest: dict[str, int]


@cache
@uncollected()
def listing(language: str) -> Listing:
    """All names that a text in `language` may use.

    Names of several words listed for the other language are taken as well: reports leave names
    untranslated; single words are not, since they may mean something else there.
    """
    forms: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    longest: dict[str, int] = {}
    for key, written, name in _spelt():
        size = len(written)
        if language not in name.languages and (size < 2 or _is_demonym(name)):
            continue
        forms.setdefault(key, []).append((written, name))
        first = key if size == 1 else key.partition(" ")[0]
        if longest.get(first, 0) < size:
            longest[first] = size
    return Listing(forms, longest)


@cache
def _spelt() -> list[tuple[str, tuple[str, ...], Name]]:
    """Each name with its pieces: in lower case with blanks between, and as written."""
    spelt: list[tuple[str, tuple[str, ...], Name]] = []
    for name in names():
        form = name.form.replace("-", " ")
        if form.isascii() and form.replace(" ", "").isalpha():
            low = form.lower()
            if " " not in form or FOLDED.isdisjoint(low.split()):
                spelt.append((" ".join(low.split()), tuple(form.split()), name))
                continue
        lows, written = zip(*name_pieces(name.form), strict=True)
        spelt.append((" ".join(lows), written, name))
    return spelt


def _is_demonym(name: Name) -> bool:
    return name.actor is not None and name.actor.kind == "demonym"


def matches(tokens: Sequence[str], language: str) -> list[Match]:
    """Longest non-overlapping matches from left to right; lookalikes are among them. A name that
    begins with "The" gives way to a longer one after it ("The *National* Maritime Council")."""
    cut = _cut(tokens)
    known = listing(language)
    found: list[tuple[int, int, tuple[Name, ...]]] = []
    i, stop = 0, len(cut.pieces)
    while i < stop:
        if cut.pieces[i][0] in known.longest:
            end, hits = _longest(cut, known, i)
            if hits and not _gives_way(cut, known, i, end):
                found.append((i, end, hits))
                i = end
                continue
        i += 1
    whole = _only_whole(cut, found)
    return [Match(cut.owner[a], cut.owner[b - 1], hits) for a, b, hits in whole]


def _gives_way(cut: _Pieces, known: Listing, i: int, end: int) -> bool:
    """Whether a name that begins with an article hides a longer one after the article."""
    after = i + 1
    if cut.pieces[i][0] != "the" or cut.pieces[after][0] not in known.longest:
        return False
    return _longest(cut, known, after)[0] > end


def _cut(tokens: Sequence[str]) -> _Pieces:
    parts: list[Piece] = []
    owner: list[int] = []
    for i, token in enumerate(tokens):
        own = pieces(token)
        parts.extend(own)
        owner.extend([i] * len(own))
    return _Pieces(tokens, parts, owner)


def _longest(cut: _Pieces, known: Listing, start: int) -> tuple[int, tuple[Name, ...]]:
    """One past the last piece of the longest names that start at piece `start`, and the names; of
    "Sudan's army-backed government" Sudan alone."""
    lows = [low for low, _ in cut.pieces[start : start + known.longest[cut.pieces[start][0]]]]
    for size in range(len(lows), 0, -1):
        listed = known.forms.get(" ".join(lows[:size]))
        if listed:
            fitting = _fitting(cut, start, start + size, listed)
            if fitting and not _spaced(cut, cut.owner[start + size - 1], 1, _DISTANT):
                return start + size, fitting
    return start, ()


def _fitting(
    cut: _Pieces, start: int, end: int, listed: list[tuple[tuple[str, ...], Name]]
) -> tuple[Name, ...]:
    known, written = namesakes(), tuple(cased for _, cased in cut.pieces[start:end])
    exact = tuple(name for form, name in listed if form == written)
    if exact and exact[0].form not in known.quiet:
        return exact
    loud = is_loud(cut.tokens, cut.owner[start], cut.owner[end - 1])
    if exact:
        return () if loud else exact
    return tuple(
        name
        for form, name in listed
        if all(same_case(f, w, loud) for f, w in zip(form, written, strict=True))
        and (loud or name.form not in known.capitals)
    )


def _only_whole(
    cut: _Pieces, found: list[tuple[int, int, tuple[Name, ...]]]
) -> list[tuple[int, int, tuple[Name, ...]]]:
    """Drops matches inside a hyphenated word whose other parts name nobody ("pro-Israel")."""
    covered = {i for a, b, _ in found for i in range(a, b)}
    return [m for m in found if _is_whole(cut, m[0], m[1], covered)]


def _is_whole(cut: _Pieces, start: int, end: int, covered: set[int]) -> bool:
    first, last = cut.owner[start], cut.owner[end - 1]
    before, after = start - 1, end
    while before >= 0 and cut.owner[before] == first:
        if before not in covered:
            return False
        before -= 1
    while after < len(cut.owner) and cut.owner[after] == last:
        low = cut.pieces[after][0]
        if after not in covered and low not in _ACTING and low != POSSESSIVE[0]:
            return False
        after += 1
    return not _spaced(cut, first, -1, _STANCE)


def _spaced(cut: _Pieces, token: int, step: int, words: frozenset[str]) -> bool:
    """Whether a hyphen that is a token of its own ties one of `words` to the token."""
    dash, word = token + step, token + 2 * step
    inside = 0 <= word < len(cut.tokens)
    return inside and cut.tokens[dash] == "-" and cut.tokens[word].lower() in words
