"""Words that change whether an event happened, and light verbs, from `data/<language>/`.

`status.yaml` maps a status (planned, possible, denied, happened) to entries with `words` and a
`scope`: *clause* words stand beside the predicate (auxiliaries, negation, adverbs, subordinators),
*verb* words govern it or have it as their subject ("cancelled the visit", "the talks collapsed"),
*noun* words stand beside or above a noun ("the planned visit", "rencana serangan"). `light.yaml`
lists verbs that only carry a noun's event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import load_yaml
from jalur.knowledge.inflection import hyphens_apart, verb_forms
from jalur.model import KnowledgeError

STATUSES = ("happened", "planned", "possible", "denied")
SCOPES = ("clause", "verb", "noun")
ANY = frozenset(SCOPES)
BESIDE = frozenset({"clause", "noun"})
GOVERNING = frozenset({"verb", "noun"})


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that set a status: which one, and on what they act."""

    status: str
    scope: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """A light verb: what its subject and its phrases fill of the event that its noun tells.

    `actor` and `recipient` are "subj", a preposition or None; `link` says how the noun hangs on the
    verb ("obj" or prepositions); `types`, if any, the only event types that it carries.
    """

    words: tuple[str, ...]
    actor: str | None
    recipient: str | None
    link: frozenset[str]
    types: frozenset[str]
    status: str | None


@cache
def operators(language: str) -> dict[str, tuple[Operator, ...]]:
    """First word of every operator to the operators that begin so, longest first."""
    table = load_yaml(f"{language}/status.yaml") or {}
    found: dict[str, list[Operator]] = {}
    for status in STATUSES:
        for number, raw in enumerate(table.get(status) or ()):
            where = f"data/{language}/status.yaml {status} {number + 1}"
            for operator in spelled(raw, status, language, where):
                found.setdefault(operator.words[0], []).append(operator)
    return {k: tuple(sorted(v, key=lambda o: -len(o.words))) for k, v in found.items()}


def spelled(raw: Any, status: str, language: str, where: str) -> set[Operator]:
    """The operators of one entry; those that govern are verbs and take their endings."""
    if not isinstance(raw, dict) or not raw.get("words") or raw.get("scope") not in SCOPES:
        raise KnowledgeError(f"{where}: an operator has words, and a scope of {', '.join(SCOPES)}")
    scope = raw["scope"]
    forms = {tuple(str(w).lower().split()) for w in raw["words"]}
    forms |= {hyphens_apart(f) for f in forms} if language == "en" else set()
    if scope == "verb":
        forms |= {f.words for w in raw["words"] for f in verb_forms(str(w), language)}
    return {Operator(status, scope, form) for form in forms}


@cache
def occurrence(language: str) -> frozenset[str]:
    """Every form of the verbs that only say that something takes place ("was held", "terjadi")."""
    words = (load_yaml(f"{language}/status.yaml") or {}).get("occurrence") or ()
    return frozenset(f.words[0] for w in words for f in verb_forms(str(w), language))


@cache
def fruitless(language: str) -> frozenset[str]:
    """Words that say of talks that they came to nothing, though they were held."""
    return frozenset((load_yaml(f"{language}/status.yaml") or {}).get("fruitless") or ())


def operators_at(
    lower: Sequence[str], i: int, language: str, scopes: frozenset[str] = ANY
) -> list[Operator]:
    """The operators of some scopes that begin at token `i`: all of the longest words."""
    found: list[Operator] = []
    for operator in operators(language).get(lower[i], ()):
        if found and len(operator.words) < len(found[0].words):
            break
        if operator.scope in scopes and tuple(lower[i : i + len(operator.words)]) == operator.words:
            found.append(operator)
    return found


@cache
def lights(language: str) -> dict[str, tuple[Light, ...]]:
    """First word of every form of the light verbs to what they carry, longest first."""
    found: dict[str, list[Light]] = {}
    for raw in load_yaml(f"{language}/light.yaml") or ():
        for word in raw.get("words") or ():
            for form in verb_forms(str(word), language):
                found.setdefault(form.words[0], []).append(light_of(raw, form.words))
    return {k: tuple(sorted(v, key=lambda x: -len(x.words))) for k, v in found.items()}


def light_of(raw: dict[str, Any], words: tuple[str, ...]) -> Light:
    """One form of a light verb from its YAML map."""
    link = raw.get("link") or ["obj"]
    return Light(
        words=words,
        actor=raw.get("actor"),
        recipient=raw.get("recipient"),
        link=frozenset([link] if isinstance(link, str) else link),
        types=frozenset(raw.get("types") or ()),
        status=raw.get("status"),
    )


def light_at(lower: Sequence[str], i: int, language: str) -> Light | None:
    """The light verb that begins at token `i`."""
    for light in lights(language).get(lower[i], ()):
        if tuple(lower[i : i + len(light.words)]) == light.words:
            return light
    return None
