"""Which language a text is in: Indonesian, English, or one that jalur does not know."""

from __future__ import annotations

import re
from functools import cache

from jalur.model import UnknownLanguage
from jalur.reports.words import load

SAMPLE = 400
"""Words looked at: a report of ordinary length."""

REACH = 50_000
"""Characters among which these words are looked for."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

SURE = {"id": 0.1, "en": 0.2}
"""Share of function words that settles a language. The least found in 3,450 Indonesian news texts
is .09 (tables of results), median .30; in 256 English texts .26."""

FOREIGN = 0.1
"""Share of other languages' function words above which the identifier is asked."""

KNOWN = ("id", "en")


@cache
def names() -> dict[str, str]:
    """The English names of languages by their codes."""
    return {str(code): str(name) for code, name in load("en")["languages"].items()}


@cache
def lists() -> dict[str, frozenset[str]]:
    """The word lists that tell the languages apart."""
    indonesian, english = load("id"), load("en")
    return {
        "id": frozenset(indonesian["function_words"]),
        "en": frozenset(english["function_words"]),
        "not_malay": frozenset(indonesian["indonesian_only"]),
        "malay": frozenset(indonesian["malay_only"]),
        "foreign": frozenset(english["foreign_words"]),
    }


def normal(code: str) -> str:
    """ISO 639-1 code of a language as files name it: "id-ID", "in", "English"."""
    low = code.strip().lower()
    codes = load("en")["language_codes"]
    stem = re.split(r"[-_]", low)[0]
    return str(codes.get(low) or codes.get(stem) or stem)


def language_of(text: str) -> str:
    """ "id" or "en"; raises UnknownLanguage that names what the text looks like instead."""
    tokens = WORD.findall(text.strip()[:REACH])[:SAMPLE]
    sample = " ".join(tokens)
    tokens = [token.lower() for token in tokens]
    if not tokens:
        raise UnknownLanguage("the text has no words; name its language (id or en)")
    known = lists()

    def share(name: str) -> float:
        return sum(map(known[name].__contains__, tokens)) / max(1, len(tokens))

    shares = {code: share(code) for code in KNOWN}
    best = max(KNOWN, key=lambda code: shares[code])
    other = min(shares.values())
    foreign = share("foreign")
    if shares[best] < SURE[best] or shares[best] < 2 * other or foreign >= FOREIGN:
        best = undecided(sample, best, shares[best], foreign)
    if best == "id" and share("malay") > share("not_malay"):
        raise unknown("ms")
    return best


def undecided(text: str, best: str, share: float, foreign: float) -> str:
    """The language of a text whose function words do not settle it: a headline, a table.

    The identifier takes short Indonesian for Malay or Javanese; unless words of other languages
    speak for them, they count as Indonesian here and the words that tell Malay decide later.
    """
    guess = identify(text)
    if guess in KNOWN:
        return guess
    if guess == "ms" or (guess in ("jv", "su") and foreign < FOREIGN):
        return "id"
    if foreign < FOREIGN and share >= SURE[best] / 2:
        return best
    raise unknown(guess)


def identify(text: str) -> str:
    """ISO 639-1 code of what the text looks most like, among languages that reports come in."""
    import py3langid

    return next((str(code) for code, _ in py3langid.rank(text) if code in names()), "en")


def unknown(code: str) -> UnknownLanguage:
    """The error for a language that jalur does not know."""
    name = f"{names()[code]} ({code})" if code in names() else code
    return UnknownLanguage(
        f"the text looks {name}; jalur reads Indonesian (id) and English (en):"
        " name the language if this is wrong"
    )


def chosen(given: str | None, filed: str | None, text: str) -> str:
    """The language that the caller gives, else the file's own, else the one found in the text."""
    if given:
        code = normal(given)
        if code not in KNOWN:
            raise UnknownLanguage(f"language {given!r} is not known; give id or en")
        return code
    code = normal(filed) if filed else ""
    if code in KNOWN:
        return code
    if code in names():
        raise unknown(code)
    return language_of(text)
