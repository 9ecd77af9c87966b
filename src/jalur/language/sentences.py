"""Finds where sentences end, by rule, within one paragraph of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jalur.language.conventions import lists

LONGEST = 200
"""Tokens; a longer stretch without an end is cut there, so that no input costs too much."""
ENDS = re.compile(r"[.?!…]+$|^[。！？]+$")
CLOSERS = frozenset("\"”’'»)]›}“")
OPENERS = frozenset("\"“‘'«([‹{„-–—•")
NUMBERED = frozenset({"no.", "nos.", "nr.", "fig.", "vol.", "p.", "pp.", "hlm.", "hal."})


def ends(words: Sequence[str], glued: Sequence[bool], language: str) -> list[int]:
    """One past the last token of each sentence of a paragraph.

    `glued[i]` says that no white space stands before token i.
    """
    found: list[int] = []
    begin, i, n = 0, 0, len(words)
    while i < n:
        stop = i + 1
        if ENDS.search(words[i]):
            after = past_closers(words, glued, stop)
            if after < n and breaks(words, i, after, glued, language):
                found.append(after)
                begin = i = after
                continue
        if stop - begin >= LONGEST:
            found.append(stop)
            begin = stop
        i = stop
    if begin < n:
        found.append(n)
    return found


def past_closers(words: Sequence[str], glued: Sequence[bool], i: int) -> int:
    """The first token from i on that is no closing quote or bracket of the sentence before."""
    while i < len(words) and glued[i] and words[i] in CLOSERS:
        i += 1
    return i


def breaks(words: Sequence[str], i: int, after: int, glued: Sequence[bool], language: str) -> bool:
    """Whether a new sentence begins at `after`, token i being a possible end."""
    known = lists(language)
    word, following = words[i], words[after]
    if glued[after] and following not in CLOSERS | OPENERS:
        return False
    first = following
    if following in OPENERS and after + 1 < len(words):
        first = words[after + 1]
    if first[:1].islower() or first[:1] in ",;:)":
        return False
    if word in (".", "?", "!") or after > i + 1:
        return not (word != "." and after > i + 1 and goes_on(words, after, known))
    lower = word.lower()
    if lower in known["titles"]:
        return False
    if len(word) == 2 and word[1] == ".":  # an initial
        return starts_anew(first, known)
    if lower in known["abbreviations"]:
        return lower not in NUMBERED and starts_anew(first, known)
    if word[0].isalnum():  # an acronym with stops: U.S., P.L.O.
        return starts_anew(first, known)
    return True


def starts_anew(first: str, known: dict[str, frozenset[str]]) -> bool:
    """Whether a capitalised word after an abbreviation looks like the first of a sentence."""
    return first[:1].isupper() and first.lower() in known["starters"]


def goes_on(words: Sequence[str], after: int, known: dict[str, frozenset[str]]) -> bool:
    """Whether a verb of speech follows a question in quotes within a few words."""
    speech = known.get("speech", frozenset())
    return any(w in speech for w in words[after : after + 5])
