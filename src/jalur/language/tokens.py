"""Cuts white-space separated chunks into tokens: punctuation, numbers, clitics, joined words.

The conventions are those of today's Universal Dependencies treebanks, with one difference: a
hyphenated name ("Al-Ansari", "COVID-19") is one token. What is particular to a language is data,
`data/<language>/tokens.yaml`; a chunk is looked at once and then remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jalur.language import english, indonesian
from jalur.language.conventions import lists

Piece = tuple[int, int]

LONGEST_REMEMBERED = 60
"""Characters; longer chunks are rare and are cut afresh, so that memory stays bounded."""
REMEMBERED = 60_000
"""Chunks kept; the busiest 60,000 cover nearly all running news text."""

# Letters with their marks; zero-width and direction characters stay with the word around them.
MARKS = "̀-ͯ​-‏‪-‮⁠-⁤⁦-⁩﻿­"
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
WORD = rf"[\w{MARKS}]"
UNITS = r"(?:am|pm|a\.m\.|p\.m\.|km|kg|mm|cm|bn|mn|kph|mph|gw|mw|kw|ha)(?!\w)"
SITES = r"(?:com|co\.id|go\.id|org|net|gov|edu|id|info)"
MASTER = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s<>"”»]*[^\s<>"”».,;:!?)\]'’])
  | (?P<mail>[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)
  | (?P<handle>[@\#]\w+)
  | (?P<site>[a-zA-Z][\w-]{{0,60}}(?:\.[a-zA-Z][\w-]{{0,60}}){{0,3}}\.{SITES}(?!\w))
  | (?P<currency>[A-Z]{{1,3}}\$|Rp\.?(?=\d)|US(?=\d)|[€£¥₩₹₪₱$])
  | (?P<measure>\d+(?:[.,:]\d+)*)(?={UNITS})
  | (?P<number>\d+(?:[.,:/]\d+)+(?!\w)|\d+(?:[.,:]\d+)*(?:-(?:an|kan)(?!\w)|{LETTER}+)?)
  | (?P<acronym>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?)
  | (?P<word>{WORD}+(?:['’‘ʼ`&-]{WORD}+)*)
  | (?P<dots>\.{{2,}}|…+)
  | (?P<dash>-{{2,}}|[–—―]+)
  | (?P<other>(?P<same>.)(?P=same)*)
    """,
    re.VERBOSE | re.DOTALL,
)
CUTTERS = {"id": indonesian.cut, "en": english.cut}


def pieces(chunk: str, language: str) -> tuple[Piece, ...]:
    """Where the tokens of `chunk` (no white space in it) begin and end; together they tile it."""
    if len(chunk) <= LONGEST_REMEMBERED:
        return remembered(chunk, language)
    return tuple(cut(chunk, language))


@lru_cache(maxsize=REMEMBERED)
def remembered(chunk: str, language: str) -> tuple[Piece, ...]:
    """`pieces`, looked at once."""
    return tuple(cut(chunk, language))


def cut(chunk: str, language: str) -> Iterator[Piece]:
    """The tokens of a chunk, one after the other."""
    known = lists(language)
    at = 0
    while at < len(chunk):
        match = MASTER.match(chunk, at)
        assert match is not None  # the last alternative takes any character
        end = match.end()
        kind = match.lastgroup
        if kind in ("word", "acronym") and chunk[end : end + 1] == ".":
            end = with_stop(chunk, at, end, known)
        if kind == "word" and chunk[end - 1] != ".":
            yield from within(chunk, at, end, language)
        else:
            yield at, end
        at = end


def with_stop(chunk: str, start: int, end: int, known: dict[str, frozenset[str]]) -> int:
    """The end of the word with its full stop, where the stop belongs to it."""
    word = chunk[start : end + 1].lower()
    capital = chunk[start].isupper()
    if capital and end - start == 1:
        return end + 1
    if word in known["titles"] or word in known["abbreviations"]:
        return end + 1 if capital or word in known["small"] or "." in word[:-1] else end
    return end


def within(chunk: str, start: int, end: int, language: str) -> Iterator[Piece]:
    """The words written as one: hyphens between words of their own, clitics."""
    word = chunk[start:end]
    begin = 0
    for place in CUTTERS[language](word):
        if begin < place < len(word):
            yield start + begin, start + place
            begin = place
    yield start + begin, end
