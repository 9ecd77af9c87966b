"""Whether an event happened, is planned, is possible or is denied, from the words around it."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.triggers import Trigger
from jalur.knowledge.operators import Operator, lights, operator_at
from jalur.model import Reason
from jalur.syntax import governors, relation

RANK = {"denied": 3, "possible": 2, "planned": 1, "happened": 0}
CARRIED = {"obj", "nsubj", "xcomp", "ccomp", "obl", "csubj", "advcl", "nmod", "compound", "acl"}
BESIDE = {
    "aux",
    "advmod",
    "mark",
    "det",
    "amod",
    "cop",
    "case",
    "cc",
    "discourse",
    "compound",
    "nmod",
}
ADVERBIAL_REACH = 3
"""How far left of a predicate an auxiliary may stand when the tree does not attach it."""


def status_of(doc: Doc, trigger: Trigger) -> tuple[str, Reason]:
    """The status of a trigger's event and the word that says so."""
    found: list[tuple[Operator, int]] = []
    for carrier in carriers(doc, trigger):
        found += beside(doc, carrier)
    found += above(doc, trigger)
    if not found:
        return "happened", Reason("status", "told as a fact")
    settled = [f for f in found if f[0].status == "happened"]
    changed = [f for f in found if f[0].status != "happened"]
    if not changed:
        return "happened", Reason("status", f"“{' '.join(settled[0][0].words)}”")
    operator, _ = max(changed, key=lambda f: RANK[f[0].status])
    if settled and operator.status in {"planned", "possible"} and settled[0][1] == trigger.token:
        return "happened", Reason("status", f"“{' '.join(settled[0][0].words)}”")
    return operator.status, Reason("status", f"“{' '.join(operator.words)}”")


def carriers(doc: Doc, trigger: Trigger) -> list[int]:
    """The trigger's token and the predicates that carry its tense: light verbs and copulas."""
    found, at = [trigger.token], trigger.token
    if trigger.nominal or relation(doc, at) in {"conj"}:
        above = doc.head[at]
        light = doc.lower[above] in lights(doc.language) or doc.lemma[above] in lights(doc.language)
        if relation(doc, at) in {"obj", "nsubj", "conj"} and (light or relation(doc, at) == "conj"):
            found.append(above)
    return found


def beside(doc: Doc, at: int) -> list[tuple[Operator, int]]:
    """Operators that stand beside one predicate: its dependents, and auxiliaries just before it."""
    found = []
    first = doc.bounds[doc.sentence_of[at]][0]
    near = range(max(first, at - ADVERBIAL_REACH), at)
    for c in sorted({*doc.children[at], *near}):
        operator = operator_at(doc.lower, c, doc.language)
        if operator is None or operator.scope == "verb":
            continue
        attached = doc.head[c] == at and relation(doc, c) in BESIDE
        adjacent = c in near and not any(doc.upos[k] in {"VERB", "PUNCT"} for k in range(c, at))
        if attached or (adjacent and doc.upos[at] == "VERB"):
            found.append((operator, at))
    return found


def above(doc: Doc, trigger: Trigger) -> list[tuple[Operator, int]]:
    """Operators that govern the trigger: "plans to attack", "cancelled the visit", "rencana serangan"."""
    found, at = [], trigger.token
    for depth, governor in enumerate(governors(doc, at)[:3]):
        if relation(doc, at) not in CARRIED or (
            depth and doc.upos[governor] not in {"VERB", "NOUN"}
        ):
            break
        operator = governing(doc, governor)
        if operator and operator.scope != "clause":
            found.append((operator, governor))
        elif doc.upos[governor] == "VERB" and not light(doc, governor):
            break
        at = governor
    return found


def governing(doc: Doc, at: int) -> Operator | None:
    """The operator that token `at` is a word of, possibly not its first."""
    return operator_at(doc.lower, at, doc.language)


def light(doc: Doc, at: int) -> bool:
    """Whether a verb only carries what stands below it."""
    return doc.lower[at] in lights(doc.language) or doc.lemma[at] in lights(doc.language)
