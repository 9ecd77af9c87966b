"""Words that change whether an event happened, and light verbs, from `data/<language>/`.

`status.yaml` maps a status (planned, possible, denied, happened) to entries with `words` and a
`scope`: *clause* words stand beside the predicate (auxiliaries, negation, adverbs, subordinators),
*verb* words govern it ("cancelled the visit"), *noun* words stand beside or above a noun
("the planned visit", "rencana serangan"). `light.yaml` lists verbs that only carry a noun's event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jalur.knowledge.data import load_yaml
from jalur.knowledge.inflection import verb_forms
from jalur.model import KnowledgeError

STATUSES = ("happened", "planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that set a status: which one, and on what they act."""

    status: str
    scope: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """A light verb: which slot of its noun's event its subject fills (actor or recipient)."""

    word: str
    subject: str


@cache
def operators(language: str) -> dict[str, tuple[Operator, ...]]:
    """First word of every operator to the operators that begin so, longest first."""
    table = load_yaml(f"{language}/status.yaml") or {}
    found: dict[str, list[Operator]] = {}
    for status in STATUSES:
        for number, raw in enumerate(table.get(status) or ()):
            for words in operator_words(raw, f"data/{language}/status.yaml {status} {number + 1}"):
                for form in spelled(words, raw.get("scope", "clause"), language):
                    operator = Operator(status, raw.get("scope", "clause"), form)
                    found.setdefault(form[0], []).append(operator)
    return {k: tuple(sorted(v, key=lambda o: -len(o.words))) for k, v in found.items()}


def operator_words(raw: Any, where: str) -> list[str]:
    """The words of one entry of `status.yaml`."""
    if not isinstance(raw, dict) or not raw.get("words"):
        raise KnowledgeError(f"{where}: an operator is a map with words and scope")
    return [str(w).lower() for w in raw["words"]]


def spelled(words: str, scope: str, language: str) -> set[tuple[str, ...]]:
    """The written forms of an operator: verbs take their endings, other words stay."""
    forms = {tuple(words.split())}
    if scope == "verb":
        forms |= {f.words for f in verb_forms(words, language)}
    return forms


def operator_at(lower: Sequence[str], i: int, language: str) -> Operator | None:
    """The longest operator that begins at token `i`."""
    for operator in operators(language).get(lower[i], ()):
        if tuple(lower[i : i + len(operator.words)]) == operator.words:
            return operator
    return None


@cache
def lights(language: str) -> dict[str, Light]:
    """Every form of the light verbs, its first word only, to what its subject fills."""
    found = {}
    for raw in load_yaml(f"{language}/light.yaml") or ():
        subject = "recipient" if raw.get("recipient") == "subj" else "actor"
        if raw.get("actor") is None and raw.get("recipient") is None:
            subject = "none"
        for word in raw.get("words") or raw.get("verbs") or ():
            for form in verb_forms(str(word), language):
                found.setdefault(form.words[0], Light(str(word), subject))
    return found
