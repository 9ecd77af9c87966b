"""Which language a text is in: Indonesian, English, or one that jalur does not know."""

from __future__ import annotations

import re
from functools import cache

from jalur.model import UnknownLanguage
from jalur.reports.words import load

SAMPLE = 6000
"""Characters looked at: a report of ordinary length."""

SURE = 0.18
"""Share of function words that settles a language; the news sets have .24 and more."""

HINT = 0.05
"""Share below which a text is not taken for a language whatever the identifier says."""

NAMES = {
    **{"ms": "Malay", "jv": "Javanese", "su": "Sundanese", "tl": "Tagalog", "ar": "Arabic"},
    **{"fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "nl": "Dutch"},
    **{"it": "Italian", "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "fa": "Persian"},
    **{"he": "Hebrew", "ur": "Urdu", "hi": "Hindi", "bn": "Bengali", "zh": "Chinese"},
    **{"ja": "Japanese", "ko": "Korean", "th": "Thai", "vi": "Vietnamese", "pl": "Polish"},
    **{"ku": "Kurdish", "ps": "Pashto", "sw": "Swahili", "am": "Amharic", "el": "Greek"},
    **{"ro": "Romanian", "hu": "Hungarian", "sv": "Swedish", "id": "Indonesian", "en": "English"},
}

CODES = {"in": "id", "ind": "id", "indonesian": "id", "bahasa": "id", "bahasa indonesia": "id"} | {
    **{"eng": "en", "english": "en", "inggris": "en", "msa": "ms", "may": "ms", "zsm": "ms"}
}

KNOWN = ("id", "en")


@cache
def lists() -> dict[str, frozenset[str]]:
    """The word lists that tell the languages apart."""
    indonesian, english = load("id"), load("en")
    return {
        "id": frozenset(indonesian["function_words"]),
        "en": frozenset(english["function_words"]),
        "not_malay": frozenset(indonesian["indonesian_only"]),
        "malay": frozenset(indonesian["malay_only"]),
    }


def normal(code: str) -> str:
    """ISO 639-1 code of a language as files name it: "id-ID", "in", "English"."""
    low = code.strip().lower()
    return CODES.get(low) or CODES.get(re.split(r"[-_]", low)[0]) or re.split(r"[-_]", low)[0]


def language_of(text: str) -> str:
    """"id" or "en"; raises UnknownLanguage that names what the text looks like instead."""
    tokens = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[:SAMPLE].lower())
    known = lists()
    share = {
        code: sum(token in known[code] for token in tokens) / max(1, len(tokens)) for code in KNOWN
    }
    best = max(KNOWN, key=lambda code: share[code])
    other = share["en" if best == "id" else "id"]
    if share[best] < SURE or share[best] < 2 * other:
        best = undecided(text, share)
    if best == "id":
        malay = sum(token in known["malay"] for token in tokens)
        if malay > sum(token in known["not_malay"] for token in tokens):
            raise unknown("ms")
    return best


def undecided(text: str, share: dict[str, float]) -> str:
    """The language of a text whose function words do not settle it."""
    guess = identify(text[:SAMPLE])
    if guess in ("ms", "jv", "su") and share["id"] >= HINT and share["id"] >= share["en"]:
        return "id"
    if guess in KNOWN and share[guess] >= min(share.values()):
        return guess
    best = max(KNOWN, key=lambda code: share[code])
    if share[best] >= 2 * HINT and share[best] >= 2 * min(share.values()):
        return best
    raise unknown(guess)


def identify(text: str) -> str:
    """ISO 639-1 code by py3langid, among all the languages that it knows."""
    import py3langid

    return str(py3langid.classify(text)[0])


def unknown(code: str) -> UnknownLanguage:
    """The error for a language that jalur does not know."""
    name = f"{NAMES[code]} ({code})" if code in NAMES else code
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
    if code in NAMES:
        raise unknown(code)
    return language_of(text)
