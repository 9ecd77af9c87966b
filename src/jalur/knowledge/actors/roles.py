"""What jalur knows of common nouns for people in public life, from `data/actors/roles.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from jalur.knowledge.actors.model import SECTORS
from jalur.knowledge.data import LANGUAGES, check_keys, load_yaml, split
from jalur.model import KnowledgeError

_FILE = "actors/roles.yaml"
_KEYS = "sector code country_head person plural words"
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people"}


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for people: an office, a trade, a part in events.

    `word` is the noun as listed, `sector` the codebook's; `code` the codebook's word for such
    people when they belong to nobody named (PROTESTERS), None where it has none; `country_head`:
    they speak for the state they are of; `person`: a title that stands before a name; `plural`:
    more than one, or a collective; `length`: the tokens matched.
    """

    word: str
    sector: str
    code: str | None = None
    country_head: bool = False
    person: bool = False
    plural: bool = False
    length: int = 1


@cache
def roles(language: str) -> Mapping[str, Role]:
    """The nouns of one language, plurals among them, by their words with blanks between.

    Where a noun is listed twice the first entry holds. Raises KnowledgeError for a bad entry.
    """
    found: dict[str, Role] = {}
    for entry in (load_yaml(_FILE) or {}).get(language, []):
        for key, role in _entry(entry, language):
            found.setdefault(key, role)
    return found


def role(lower_words: Sequence[str], i: int, language: str) -> Role | None:
    """The longest listed noun that starts at token i, None when there is none."""
    longest = _longest(language).get(_key(lower_words[i]).partition(" ")[0])
    if longest is None:
        return None
    known = roles(language)
    for size in range(min(longest, len(lower_words) - i), 0, -1):
        found = known.get(" ".join(map(_key, lower_words[i : i + size])).replace("  ", " "))
        if found is not None:
            return found if size == 1 else _sized(found, size)
    return None


@cache
def _sized(found: Role, length: int) -> Role:
    return replace(found, length=length)


@cache
def _longest(language: str) -> Mapping[str, int]:
    """For each first word the most tokens, hyphens that stand alone counted, of a noun."""
    most: dict[str, int] = {}
    for key in roles(language):
        words = key.split()
        most[words[0]] = max(most.get(words[0], 1), 2 * len(words) - 1)
    return most


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    """A token as it is compared: hyphens apart, no points or apostrophes."""
    if word.isalnum():
        return word
    return re.sub(r"\s+", " ", re.sub(r"['’.]", "", word).replace("-", " ")).strip()


def _entry(entry: Mapping[str, Any], language: str) -> Iterator[tuple[str, Role]]:
    where = f"data/{_FILE}: {language}: {str(entry.get('words'))[:40]}"
    check_keys(entry, _KEYS, where)
    sector = entry.get("sector")
    if sector not in SECTORS:
        raise KnowledgeError(f"{where}: {sector!r} is no sector of the codebook")
    flags = {k: entry.get(k, False) for k in ("country_head", "person", "plural")}
    if not all(isinstance(v, bool) for v in flags.values()):
        raise KnowledgeError(f"{where}: country_head, person and plural are true or false")
    for word in split(entry.get("words"), where):
        base = Role(word, sector, entry.get("code"), **flags)
        yield _key_of(word), base
        if not base.plural:
            yield _key_of(_plural(word, language)), replace(base, plural=True)


def _key_of(phrase: str) -> str:
    return " ".join(_key(w) for w in phrase.split())


def _plural(word: str, language: str) -> str:
    """The plural by rule: of the first noun of "minister of state", else of the last word."""
    if language == "id":
        first, _, rest = word.partition(" ")
        return f"{first}-{first} {rest}".strip()
    head, link, rest = word.partition(" of ")
    if not link:
        head, link, rest = word.partition(" in ")
    return _english_plural(head) + link + rest


def _english_plural(noun: str) -> str:
    for end, plural in _IRREGULAR.items():
        if noun.endswith(end) and not noun.endswith("human"):
            return noun[: -len(end)] + plural
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith("thief"):
        return noun[:-1] + "ves"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def check() -> int:
    """Reads all nouns of all languages and gives their number; raises KnowledgeError."""
    return sum(len(roles(language)) for language in LANGUAGES)
