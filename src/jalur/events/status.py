"""Whether an event happened, is planned, is possible or is denied, from the words around it."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.carriers import carrier_of
from jalur.events.scope import PURPOSES, acts, goes_on, governs, in_vain, noun_above, reported
from jalur.events.triggers import Trigger
from jalur.knowledge.operators import BESIDE, GOVERNING, Operator, occurrence, operators_at
from jalur.model import Reason
from jalur.syntax import cases, child, governors, relation

RANK = {"denied": 3, "possible": 2, "planned": 1, "happened": 0}
DEPENDENT = {
    *("aux", "advmod", "mark", "det", "case", "cc", "cop", "discourse", "amod", "compound"),
    *("nmod", "acl", "obl", "fixed", "dep", "xcomp"),
}
OPENERS = {"mark", "advmod", "case", "cc"}
REACH = 3
"""How many tokens before a predicate an auxiliary may stand when the tree does not attach it."""

AIMED = 4
"""How many tokens before the "to" of a verb the noun may stand whose aim it is."""

CLIMB = 3
"""How many governors above a trigger may change its status."""

NOBODY = {
    *((a, b) for a in ("tidak", "tak", "tiada") for b in ("ada", "seorang", "satu", "sebutir")),
    *(("not", "a"), ("none", "of"), ("not", "one")),
}
"""Words that say of nobody or nothing what follows."""

Found = list[Operator]

NONE = Operator("denied", "clause", ("no",))
"""A denial of everybody, where the table has no word for it."""


def status_of(doc: Doc, trigger: Trigger) -> tuple[str, Reason]:
    """The status of a trigger's event and the words that say so."""
    found = [o for at in predicates(doc, trigger) for o in beside(doc, trigger, at)]
    found += above(doc, trigger)
    found += opening(doc, trigger)
    found += none_of(doc, trigger)
    found += aimed(doc, trigger)
    if not found:
        return "happened", Reason("status", "told as a fact")
    settled = any(o.status == "happened" and o.scope == "clause" for o in found)
    if settled:
        found = [o for o in found if o.status in {"happened", "denied"} or o.scope == "verb"]
    strongest = max(found, key=lambda o: RANK[o.status])
    plain = strongest.status == "denied" and strongest.scope == "clause"
    rule = "negated" if plain else "status"
    return strongest.status, Reason(rule, f"“{' '.join(strongest.words)}”")


def predicates(doc: Doc, trigger: Trigger) -> list[int]:
    """The trigger and the predicates that carry its tense: light verbs, verbs of taking place,
    those of a relative clause too ("talks that will be held"), and a predicate it is joined to."""
    i = trigger.token
    found = [i]
    carrier = trigger.carrier
    if carrier:
        found.append(carrier.token)
    up = doc.head[i]
    joined = relation(doc, i) == "conj" and doc.upos[up] == doc.upos[i]
    if joined and child(doc, i, "nsubj", "nsubj:pass") is None:
        found.append(up)
    if trigger.nominal:
        known = occurrence(doc.language)
        below = [c for c in doc.children[i] if relation(doc, c) == "acl"]
        found += [k for k in (up, *below) if doc.lower[k] in known and k not in found]
    return found


def beside(doc: Doc, trigger: Trigger, at: int) -> Found:
    """Operators that stand beside one predicate: its dependents, and auxiliaries just before it."""
    first = doc.bounds[doc.sentence_of[at]][0]
    near = range(max(first, at - REACH), at)
    found: Found = []
    for c in sorted({*doc.children[at], *near}):
        if c in trigger.own:
            continue
        attached = doc.head[c] == at and relation(doc, c) in DEPENDENT
        adjacent = c in near and not any(doc.upos[k] in {"VERB", "PUNCT"} for k in range(c, at))
        for operator in operators_at(doc.lower, c, doc.language):
            if leads(c, at, operator):
                found.append(operator)
                continue
            if operator.scope not in BESIDE or not acts(doc, c, at, operator):
                continue
            if attached or (adjacent and doc.upos[at] != "NOUN"):
                found.append(operator)
    return found


def leads(c: int, at: int, operator: Operator) -> bool:
    """Whether words that govern an infinitive stand right before it, whatever the tree makes of
    them ("the sides are *due to* reconvene")."""
    return operator.words[-1] == "to" and c + len(operator.words) == at


def above(doc: Doc, trigger: Trigger) -> Found:
    """Operators that govern the trigger: "plans to attack", "rencana serangan"."""
    found: Found = []
    at = told_of(doc, trigger)
    for governor in governors(doc, at)[:CLIMB]:
        if not governs(doc, governor, at) or in_vain(doc, trigger, governor):
            break
        known = operators_at(doc.lower, governor, doc.language, GOVERNING)
        here = [o for o in known if o.scope == "verb" or noun_above(doc, governor, o)]
        here = [o for o in here if not reported(trigger, o)]
        found += here
        aim = relation(doc, at) != "root" and bool(PURPOSES & set(cases(doc, at)))
        if here or (aim and doc.upos[governor] == "VERB"):
            found += [o for o in beside(doc, trigger, governor) if o.status != "happened"]
        if trigger.word.entry.verbal and goes_on(doc, governor):
            return [o for o in found if o.status != "planned"]
        ended = here and all(o.status == "happened" for o in here)
        if doc.upos[governor] == "VERB" and (not here or (ended and not goes_on(doc, governor))):
            light = carrier_of(doc, at, trigger.word.entry.type)
            if here or light is None or light.token != governor:
                break
        at = governor
    return found


def none_of(doc: Doc, trigger: Trigger) -> Found:
    """Operators that say of nobody or nothing that it did or suffered what a verb tells: "*no*
    missiles were fired", "*tidak ada* warga yang tewas", "*tak seorang pun* ditangkap"."""
    if trigger.nominal:
        return []
    i = trigger.token
    told = [c for c in doc.children[i] if relation(doc, c) in {"nsubj", "obj"} and c < i]
    told += [doc.head[i]] if relation(doc, i) == "acl" and doc.language == "id" else []
    found: Found = []
    for head in told:
        first = max(doc.bounds[doc.sentence_of[i]][0], head - REACH)
        for k in range(first, head):
            nobody = doc.lower[k] == "no" or doc.lower[k : k + 2] in NOBODY
            if nobody and not any(doc.upos[j] == "PUNCT" for j in range(k, head)):
                found += operators_at(doc.lower, k, doc.language)[:1] or [NONE]
    return [o for o in found if o.status == "denied"]


def aimed(doc: Doc, trigger: Trigger) -> Found:
    """Operators among the nouns just before the "to" of a verb, which the tree has hung elsewhere:
    "menyambut *kesediaan* kedua pihak untuk berunding", "the *readiness* of both sides to talk"."""
    i = trigger.token
    marks = (c for c in doc.children[i] if relation(doc, c) == "mark" and doc.lower[c] in PURPOSES)
    mark = next((c for c in marks if c < i), None)
    if mark is None or trigger.nominal:
        return []
    first = max(doc.bounds[doc.sentence_of[i]][0], mark - AIMED)
    nouns = (k for k in range(first, mark) if doc.upos[k] == "NOUN")
    known = (o for k in nouns for o in operators_at(doc.lower, k, doc.language))
    return [o for o in known if o.scope == "noun" and o.status in {"planned", "possible"}]


def told_of(doc: Doc, trigger: Trigger) -> int:
    """The token from which an event hangs: of a relative clause that only says that something takes
    place its noun ("called off *talks* that were to be held")."""
    i = trigger.token
    relative = relation(doc, i) == "acl" and doc.upos[i] == "VERB"
    return doc.head[i] if relative and doc.lower[i] in occurrence(doc.language) else i


def opening(doc: Doc, trigger: Trigger) -> Found:
    """Operators that open the trigger's clause: "if there is no deal", "unless it attacks"."""
    for at in (trigger.token, *governors(doc, trigger.token)):
        found = [
            o
            for c in doc.children[at]
            if relation(doc, c) in OPENERS and c < trigger.token and doc.upos[c] != "ADV"
            for o in operators_at(doc.lower, c, doc.language)
            if o.scope == "clause" and o.status == "possible" and acts(doc, c, at, o)
        ]
        if found or doc.upos[at] == "VERB" or relation(doc, at) in {"root", "advcl", "ccomp"}:
            return found
    return []
