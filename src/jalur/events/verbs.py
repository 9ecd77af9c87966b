"""The slots of a verb, of a verb with its object ("imposed sanctions"), or of a predicate."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.phrases import below, with_case
from jalur.events.triggers import Trigger
from jalur.syntax import (
    BARE,
    addressee,
    agent,
    cases,
    child,
    grammatical_subject,
    late_subject,
    linear_object,
    linear_subject,
    patient,
    relation,
)

INNER = {"acl", "xcomp", "nmod", "obj"}
"""Relations of what completes the noun of a verb ("mencabut larangan *berkunjung* bagi X")."""

PROMISING = {"THREATEN", "REJECT", "AGREE", "CONCEDE", "REQUEST"}
"""Types whose other side may be named with the act that they speak of ("threatened to hit X")."""


def verb_slot(doc: Doc, trigger: Trigger, slot: str) -> int | None:
    """The head that fills one slot of a verb or predicate adjective."""
    if slot == "subj":
        return agent(doc, trigger.token) if trigger.passive else subject(doc, trigger)
    if slot == "obj":
        return sufferer(doc, trigger) if trigger.passive else object_of(doc, trigger)
    if slot == "clause":
        return told_of(doc, trigger)
    return with_case(doc, reach(doc, trigger), slot, trigger.own)


def subject(doc: Doc, trigger: Trigger) -> int | None:
    """The subject of the trigger or of another word of it."""
    for i in dict.fromkeys((trigger.token, *trigger.own)):
        found = grammatical_subject(doc, i) if predicates(doc, trigger, i) else None
        if found is not None and found not in trigger.own:
            return found
    return linear_subject(doc, trigger.first)


def predicates(doc: Doc, trigger: Trigger, i: int) -> bool:
    """Whether a word of the trigger can have its subject."""
    return i == trigger.token or doc.upos[i] in {"VERB", "AUX"}


def sufferer(doc: Doc, trigger: Trigger) -> int | None:
    """To whom a passive verb is done."""
    i = trigger.token
    if relation(doc, i) in {"acl", "amod"} and child(doc, i, "nsubj") is None:
        return doc.head[i]
    return grammatical_subject(doc, i)


def object_of(doc: Doc, trigger: Trigger) -> int | None:
    """The object of an active verb; of "imposed sanctions on X" whose object is among its words,
    what its other words have: their object, or the bare owner of the object."""
    found = patient(doc, trigger.token)
    if found is not None and found not in trigger.own:
        return found
    inside = [i for i in trigger.own if i != trigger.token]
    if inside and relation(doc, trigger.last) == "case" and doc.head[trigger.last] > trigger.last:
        return doc.head[trigger.last]
    for i in inside:
        found = patient(doc, i) if doc.upos[i] == "VERB" else owner(doc, i)
        if found is not None and found not in trigger.own:
            return found
    found = linear_object(doc, trigger.last)
    return found if found is not None else object_of_content(doc, trigger)


def owner(doc: Doc, i: int) -> int | None:
    """The bare modifier after a noun: "menolak permintaan *demonstran*"."""
    for c in doc.children[i]:
        if c > i and relation(doc, c) in BARE and doc.upos[c] in {"NOUN", "PROPN", "PRON"}:
            return None if cases(doc, c) else c
    return None


def object_of_content(doc: Doc, trigger: Trigger) -> int | None:
    """The object of the act that is threatened, promised or refused."""
    if trigger.word.entry.type not in PROMISING:
        return None
    for i in dict.fromkeys((trigger.token, *trigger.own)):
        inner = child(doc, i, "xcomp")
        if inner is not None and child(doc, inner, "nsubj", "csubj") is None:
            return patient(doc, inner)
    return None


def told_of(doc: Doc, trigger: Trigger) -> int | None:
    """The subject of the clause that a verb takes ("demanded that *X* leave")."""
    for i in dict.fromkeys((trigger.token, *trigger.own)):
        for c in doc.children[i]:
            if relation(doc, c) in {"ccomp", "xcomp", "advcl"} and c > i:
                own = child(doc, c, "nsubj", "nsubj:pass")
                if own is not None and doc.lower[own] not in {"yang", "who", "which", "that"}:
                    return own
    return addressee(doc, trigger.last)


def reach(doc: Doc, trigger: Trigger) -> list[int]:
    """Tokens whose dependents may be the trigger's: its own words, its object, and what is below
    these."""
    own = list(dict.fromkeys((trigger.token, *trigger.own)))
    objects = [c for i in own for c in doc.children[i] if relation(doc, c) in {"obj", "xcomp"}]
    manner = [c for c in doc.children[trigger.token] if "secara" in cases(doc, c)]
    late = late_subject(doc, trigger.token)
    inner = [c for i in own[1:] for c in doc.children[i] if relation(doc, c) in INNER]
    near = [*own, *objects, *manner, *([] if late is None else [late])]
    return list(dict.fromkeys((*near, *below(doc, near), *inner)))
