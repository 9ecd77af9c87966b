"""How names are compared: tokens of a text and names of the data are brought to the same pieces.

A piece keeps its capitals; a hyphenated token gives several pieces ("Al-Qaeda" two, "US-led" two),
points within abbreviations, apostrophes and diacritics are dropped ("U.S." is "US", "Sana'a" is
"Sanaa", "Türkiye" is "Turkiye"), so that spelling variants need no entries of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

Piece = tuple[str, str]
"""A piece in lower case, and as written."""

_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?$")
_DASHES = re.compile(r"[-‐‑‒–—]+")
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʻʼ]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
POSSESSIVE: Piece = ("'s", "'s")
_POSSESSIVES: dict[str, tuple[Piece, ...]] = {
    "'s": (POSSESSIVE,),
    "’s": (POSSESSIVE,),
    "'": (),
    "’": (),
}
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


FOLDED = word_set(
    "al el ad an ash at ar az bin ibn of for the and in on to against de la du des di da do e y "
    "et und dan untuk bagi dari pada negeri partai kementerian kelompok gerakan pemerintah "
    "rezim kerajaan organisasi milisi brigade party ministry army movement group government "
    "network front faksi sayap"
)
"""Words within a longer name whose capital is not part of the name."""


def plain(word: str) -> str:
    """`word` without diacritics."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of one token; () for a lone dash or apostrophe, itself for another mark.

    The possessive 's is a piece of its own, whether or not the token was split before it.
    """
    if token.isalpha() and token.isascii():
        return ((token.lower(), token),)
    if token in _POSSESSIVES:
        return _POSSESSIVES[token]
    if _ABBREVIATION.match(token):
        word = token.replace(".", "")
        return ((word.lower(), word),)
    if token == "&":
        return (("and", "and"),)
    owner = _POSSESSIVE.sub("", token)
    word = _APOSTROPHES.sub("", plain(owner))
    parts = [p.strip('.,()"“”') for p in _DASHES.split(word)]
    kept = tuple((p.lower(), p) for p in parts if p)
    if not kept:
        return ((token, token),) if _DASHES.sub("", token) else ()
    return kept if owner == token else (*kept, POSSESSIVE)


def name_pieces(name: str) -> tuple[Piece, ...]:
    """The pieces of a whole name as the data give it; "" as written where any case will do."""
    found = tuple(p for token in name.split() for p in pieces(token))
    if len(found) == 1:
        return found
    return tuple(
        (low, "" if low in FOLDED and not (i == 0 and low == "the") else cased)
        for i, (low, cased) in enumerate(found)
    )


def same_case(name: str, text: str, loud: bool) -> bool:
    """Whether a piece of text may stand for a piece of a name with the same letters.

    Text in capitals stands for any name of four letters or more, and for shorter ones where all
    around is in capitals (`loud`). An acronym of four letters or more may be written as a word
    ("Nato"); small words of longer names may have a capital or not.
    """
    if name in ("", text):
        return True
    if name.islower():
        return text == name.capitalize() or text.isupper()
    if text.isupper() and len(text) > 1:
        return len(text) >= 4 or loud
    return len(name) >= 4 and name.isupper() and text == name.capitalize()


def is_loud(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around tokens `first` to `last` are all in capitals, as in a headline."""
    around = [t for t in tokens[max(0, first - 4) : last + 5] if t.isalpha() and len(t) > 1]
    return len(around) >= 3 and all(t.isupper() for t in around)
