"""The light verb that carries a noun's event ("carried out an attack")."""

from __future__ import annotations

from typing import NamedTuple

from jalur.doc import Doc
from jalur.events.phrases import with_case
from jalur.knowledge.operators import Light, light_at
from jalur.syntax import agent, cases, child, grammatical_subject, is_passive, patient, relation

OBJECT = {"obj", "xcomp", "compound", "iobj", "ccomp"}
STEPS = 2
"""How far above the noun its light verb may stand ("launched a series of attacks")."""


class Carrier(NamedTuple):
    """A light verb at its place; `clause`: it stands in a relative clause of its noun."""

    token: int
    light: Light
    clause: bool = False


def carrier_of(doc: Doc, noun: int, type_: str) -> Carrier | None:
    """The light verb that carries a noun's event, if one does."""
    at = noun
    for _ in range(STEPS):
        above = doc.head[at]
        if above == at:
            break
        light = light_at(doc.lower, above, doc.language)
        if light and hangs(doc, at, light) and (not light.types or type_ in light.types):
            return Carrier(above, light)
        if relation(doc, at) not in {"nmod", "conj", "compound", "flat"}:
            break
        at = above
    return relative_carrier(doc, noun, type_)


def relative_carrier(doc: Doc, noun: int, type_: str) -> Carrier | None:
    """The light verb of a relative clause: "the attack that Israel launched"."""
    for c in doc.children[noun]:
        if relation(doc, c) != "acl":
            continue
        light = light_at(doc.lower, c, doc.language)
        if light and "obj" in light.link and (not light.types or type_ in light.types):
            return Carrier(c, light, clause=True)
    return None


def hangs(doc: Doc, noun: int, light: Light) -> bool:
    """Whether the noun is linked to the light verb as the verb asks: as its object, which is the
    subject in the passive; after a preposition; or as its subject."""
    before = set(cases(doc, noun))
    if before:
        return bool(before & light.link)
    if relation(doc, noun) == "nsubj":
        passive = in_passive(doc, doc.head[noun])
        return "obj" in light.link if passive else "nsubj" in light.link
    return "obj" in light.link and relation(doc, noun) in OBJECT


def in_passive(doc: Doc, verb: int) -> bool:
    """Whether a light verb stands in the passive."""
    return is_passive(doc, verb) or child(doc, verb, "nsubj:pass") is not None


def lent(doc: Doc, carrier: Carrier | None, role: str, outside: range) -> int | None:
    """What a light verb lends to a slot of its noun: its subject or object, or a phrase."""
    if carrier is None:
        return None
    slot = carrier.light.actor if role == "actor" else carrier.light.recipient
    if slot == "subj":
        found = subject_of(doc, carrier)
    elif slot == "obj":
        found = patient(doc, carrier.token)
    else:
        found = with_case(doc, [carrier.token], slot, outside) if slot else None
    return None if found is not None and found in outside else found


def subject_of(doc: Doc, carrier: Carrier) -> int | None:
    """The logical subject of a light verb: its agent where it stands in the passive."""
    i = carrier.token
    own = child(doc, i, "nsubj")
    if carrier.clause:
        participle = own is None and doc.language == "en" and not doc.lower[i].endswith("ing")
        if participle or in_passive(doc, i):
            return agent(doc, i)
        return own if own is not None and doc.lower[own] not in {"that", "which", "yang"} else None
    if in_passive(doc, i) and carrier.light.recipient != "subj":
        return agent(doc, i)
    return grammatical_subject(doc, i)
