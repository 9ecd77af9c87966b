"""Whether an event happened, is planned, is possible or is denied, from the words around it."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.carriers import carrier_of
from jalur.events.triggers import Trigger
from jalur.knowledge.operators import (
    BESIDE,
    Operator,
    light_at,
    occurrence,
    operators_at,
)
from jalur.model import Reason
from jalur.syntax import governors, relation

RANK = {"denied": 3, "possible": 2, "planned": 1, "happened": 0}
CARRIED = {
    *("obj", "nsubj", "xcomp", "ccomp", "obl", "csubj", "advcl", "nmod", "compound", "acl"),
    *("flat", "iobj"),
}
DEPENDENT = {
    *("aux", "advmod", "mark", "det", "case", "cc", "cop", "discourse", "amod", "compound"),
    *("nmod", "acl", "obl", "fixed", "dep", "xcomp"),
}
MODALS = {"may", "can", "will", "must", "might"}
"""English auxiliaries that are also nouns or names."""

PURPOSE = {"untuk", "guna", "demi", "to"}

OPENERS = {"mark", "advmod", "case", "cc"}
REACH = 3
"""How many tokens before a predicate an auxiliary may stand when the tree does not attach it."""


def status_of(doc: Doc, trigger: Trigger) -> tuple[str, Reason]:
    """The status of a trigger's event and the words that say so."""
    found = [o for at in predicates(doc, trigger) for o in beside(doc, trigger, at)]
    found += above(doc, trigger)
    found += opening(doc, trigger)
    found += purposed(doc, trigger)
    if not found:
        return "happened", Reason("status", "told as a fact")
    settled = any(o.status == "happened" and o.scope == "clause" for o in found)
    if settled:
        found = [o for o in found if o.status in {"happened", "denied"} or o.scope == "verb"]
    strongest = max(found, key=lambda o: RANK[o.status])
    return strongest.status, Reason("status", f"“{' '.join(strongest.words)}”")


def predicates(doc: Doc, trigger: Trigger) -> list[int]:
    """The trigger and the predicates that carry its tense: light verbs, verbs of taking place."""
    found = [trigger.token]
    carrier = carrier_of(doc, trigger.token, trigger.word.entry.type) if trigger.nominal else None
    if carrier:
        found.append(carrier.token)
    up = doc.head[trigger.token]
    if relation(doc, trigger.token) == "conj" and doc.upos[up] == doc.upos[trigger.token]:
        found.append(up)
    if trigger.nominal and doc.lower[up] in occurrence(doc.language):
        found.append(up)
    return found


def beside(doc: Doc, trigger: Trigger, at: int) -> list[Operator]:
    """Operators that stand beside one predicate: its dependents, and auxiliaries just before it."""
    first = doc.bounds[doc.sentence_of[at]][0]
    near = range(max(first, at - REACH), at)
    found: list[Operator] = []
    for c in sorted({*doc.children[at], *near}):
        if trigger.first <= c <= trigger.last:
            continue
        attached = doc.head[c] == at and relation(doc, c) in DEPENDENT
        adjacent = c in near and not any(doc.upos[k] in {"VERB", "PUNCT"} for k in range(c, at))
        for operator in operators_at(doc.lower, c, doc.language):
            if operator.scope not in BESIDE or not acts(doc, c, at, operator):
                continue
            if attached or (adjacent and doc.upos[at] != "NOUN"):
                found.append(operator)
    return found


def acts(doc: Doc, c: int, at: int, operator: Operator) -> bool:
    """Whether a word beside a predicate is the operator it looks like: "may" is an auxiliary and
    no month; an English attribute ("planned") acts on nouns; a noun governs."""
    if operator.scope == "clause":
        modal = doc.language == "en" and doc.lower[c] in MODALS
        return not modal or doc.upos[c] in {"AUX", "VERB", ""}
    if relation(doc, c) in {"obj", "obl", "nsubj"}:
        return False
    return doc.language != "en" or doc.upos[at] in {"NOUN", "PROPN"}


def above(doc: Doc, trigger: Trigger) -> list[Operator]:
    """Operators that govern the trigger: "plans to attack", "rencana serangan"."""
    found: list[Operator] = []
    at = trigger.token
    for governor in governors(doc, at)[:3]:
        if relation(doc, at) not in CARRIED:
            break
        known = operators_at(doc.lower, governor, doc.language)
        here = [o for o in known if o.scope == "verb" or noun_above(doc, governor, o)]
        found += here
        if here:
            found += [o for o in beside(doc, trigger, governor) if o.status != "happened"]
        transparent = here or light_at(doc.lower, governor, doc.language)
        if not transparent and doc.upos[governor] == "VERB":
            break
        at = governor
    return found


def noun_above(doc: Doc, governor: int, operator: Operator) -> bool:
    """Whether a governor is a noun of plan or doubt ("plans for talks"); in Indonesian also a
    predicate that stands with the nouns ("pertemuan itu ditunda")."""
    if operator.scope != "noun":
        return False
    return doc.language == "id" or doc.upos[governor] in {"NOUN", "PROPN", "ADJ", "DET"}


def opening(doc: Doc, trigger: Trigger) -> list[Operator]:
    """Operators that open the trigger's clause: "if there is no deal", "unless it attacks"."""
    for at in (trigger.token, *governors(doc, trigger.token)):
        found = [
            o
            for c in doc.children[at]
            if relation(doc, c) in OPENERS
            for o in operators_at(doc.lower, c, doc.language)
            if o.scope == "clause" and o.status == "possible"
        ]
        if found or doc.upos[at] == "VERB" or relation(doc, at) in {"root", "advcl", "ccomp"}:
            return found
    return []


def purposed(doc: Doc, trigger: Trigger) -> list[Operator]:
    """What is still open of the act that a trigger is the purpose of ("will go to meet")."""
    at = trigger.token
    carrier = carrier_of(doc, at, trigger.word.entry.type) if trigger.nominal else None
    at = carrier.token if carrier else at
    marks = {doc.lower[c] for c in doc.children[at] if relation(doc, c) == "mark"}
    if relation(doc, at) not in {"advcl", "xcomp"} or not marks & PURPOSE:
        return []
    return [o for o in beside(doc, trigger, doc.head[at]) if o.status != "happened"]
