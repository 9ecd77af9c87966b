"""The forms of a word of the lexicon, made by rule from its dictionary form.

English: past, participle, -s and -ing with the irregular verbs of `data/en/irregular.yaml`.
Indonesian: passive in di-, bare stem and reduplication, from the meN- form; the nasal prefix hides
the first consonant of some stems, so that both readings are made where one cannot know
("memukul" from "pukul", "memakai" from "pakai"): a form that is no word is never met.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from jalur.knowledge.data import load_yaml

VOWELS = "aeiou"
LY_VERBS = {"apply", "supply", "fly", "rely", "ally", "rally", "reply", "comply", "bully", "sully"}
"""Verbs that end like adverbs."""


class Form(NamedTuple):
    """One written form: its words in lower case, the voice it can have, and its shape.

    `voice` is active, passive or any; `shape` is base, finite, participle, gerund, stem or noun.
    """

    words: tuple[str, ...]
    voice: str
    shape: str


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """English irregular verbs: base to past and participle."""
    table = load_yaml("en/irregular.yaml") or {}
    verbs = table.get("verbs", table)
    return {str(base): (str(f[0]), str(f[1])) for base, f in verbs.items() if isinstance(f, list)}


@cache
def irregular_plurals() -> dict[str, str]:
    """English irregular nouns: singular to plural."""
    table = load_yaml("en/irregular.yaml") or {}
    return {str(k): str(v) for k, v in (table.get("plurals") or table.get("nouns") or {}).items()}


def verb_forms(word: str, language: str) -> list[Form]:
    """Every form of a verb, possibly of several words, whose first word takes the endings; an
    English adverb before it takes none ("forcibly returned")."""
    parts = tuple(word.lower().split())
    if language == "en":
        at = 1 if len(parts) > 1 and parts[0].endswith("ly") and parts[0] not in LY_VERBS else 0
        forms = [
            Form((*parts[:at], f, *parts[at + 1 :]), voice, shape)
            for f, voice, shape in english_verb(parts[at])
        ]
        return apart(forms)
    return [Form((*f, *parts[1:]), v, s) for f, v, s in indonesian_verb(parts[0])]


def noun_forms(word: str, language: str) -> list[Form]:
    """A noun's singular and plural; of several words the last takes the English ending."""
    parts = tuple(word.lower().split())
    forms = [Form(parts, "any", "noun")]
    if language == "en":
        forms.append(Form((*parts[:-1], english_plural(parts[-1])), "any", "noun"))
        return apart(forms)
    if "-" not in parts[0]:
        forms.append(Form((f"{parts[0]}-{parts[0]}", *parts[1:]), "any", "noun"))
    return forms


def apart(forms: list[Form]) -> list[Form]:
    """The forms, and those with a hyphen once more with its parts apart: in English text
    "test-fired" is three tokens, "re-imposed" one."""
    split = [f._replace(words=hyphens_apart(f.words)) for f in forms]
    return [*forms, *(f for f in split if f not in forms)]


def hyphens_apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every hyphen between two parts a word of its own."""
    return tuple(p for w in words for p in re.split(r"(?<=\w)(-)(?=\w)", w))


def english_verb(base: str) -> list[tuple[str, str, str]]:
    """Forms of one English verb with voice and shape."""
    past, participle = irregular().get(base, (english_past(base), english_past(base)))
    third = english_plural(base)
    gerund = english_gerund(base)
    forms = [(base, "active", "base"), (third, "active", "finite"), (gerund, "active", "gerund")]
    if past == participle:
        forms.append((past, "any", "participle"))
    else:
        forms += [(past, "active", "finite"), (participle, "any", "participle")]
    if british := british_double(base):
        forms += [(british + "ed", "any", "participle"), (british + "ing", "active", "gerund")]
    return forms


def english_past(base: str) -> str:
    """The regular past of an English verb."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return (doubled(base) or base) + "ed"


def english_gerund(base: str) -> str:
    """The -ing form of an English verb."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    past = irregular().get(base, ("", ""))[0]
    if past == base + base[-1] + "ed":
        return base + base[-1] + "ing"
    return (base if past == base + "ed" else doubled(base) or base) + "ing"


def doubled(base: str) -> str | None:
    """The base with its last consonant doubled where the stress asks for it."""
    short = len(base) >= 3 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS
    if not short or (base[-3] in VOWELS and base[-4:-2] != "qu"):
        return None
    syllables = sum(
        a in VOWELS and b not in VOWELS for a, b in zip(base, base[1:] + "$", strict=True)
    )
    stressed_last = base.endswith(("mit", "fer", "pel", "cur", "gin", "set"))
    stressed_last = stressed_last and not base.endswith(("ffer", "limit", "vomit"))
    return base + base[-1] if syllables == 1 or stressed_last else None


def british_double(base: str) -> str | None:
    """British doubling of a final l: travel, signal, shell stays."""
    if base.endswith("l") and len(base) > 4 and base[-2] in VOWELS and base[-3] not in VOWELS:
        return base + "l"
    return None


def english_plural(word: str) -> str:
    """The -s form of an English word."""
    if word in irregular_plurals():
        return irregular_plurals()[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def indonesian_verb(word: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Forms of one Indonesian verb with voice and shape."""
    forms: list[tuple[tuple[str, ...], str, str]] = [((word,), "active", "base")]
    for stem in stems(word):
        forms += [(("di" + stem,), "passive", "participle"), ((stem,), "any", "stem")]
    if word.startswith("di"):
        return [((word,), "passive", "participle")]
    if word.startswith("ter"):
        return [((word,), "passive", "participle")]
    return forms


def stems(word: str) -> list[str]:
    """The possible stems behind a meN- form, prefix per- kept ("memperluas" to "perluas")."""
    if word.startswith("menge") and len(word) <= 8:
        return [word[5:], word[3:], "k" + word[4:]]
    if word.startswith("meny"):
        return ["s" + word[4:]]
    if word.startswith("meng"):
        rest = word[4:]
        return [rest, "k" + rest] if rest[:1] in VOWELS else [rest]
    if word.startswith("mem"):
        rest = word[3:]
        return ["p" + rest, "m" + rest] if rest[:1] in VOWELS else [rest]
    if word.startswith("men"):
        rest = word[3:]
        return ["t" + rest, "n" + rest] if rest[:1] in VOWELS else [rest]
    if word.startswith("me") and word[2:3] in "lrwymn":
        return [word[2:]]
    return []
