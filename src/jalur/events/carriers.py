"""The light verb above a noun that tells an event ("carried out an attack")."""

from __future__ import annotations

from typing import NamedTuple

from jalur.doc import Doc
from jalur.knowledge.operators import Light, light_at
from jalur.syntax import agent, cases, child, grammatical_subject, relation

OBJECT = {"obj", "nsubj", "xcomp", "compound", "iobj", "ccomp"}
STEPS = 2
"""How far above the noun its light verb may stand ("launched a series of attacks")."""


class Carrier(NamedTuple):
    """A light verb at its place."""

    token: int
    light: Light


def carrier_of(doc: Doc, noun: int, type_: str) -> Carrier | None:
    """The light verb that carries a noun's event, if one does."""
    at = noun
    for _ in range(STEPS):
        above = doc.head[at]
        if above == at:
            return None
        light = light_at(doc.lower, above, doc.language)
        if light and hangs(doc, at, light) and (not light.types or type_ in light.types):
            return Carrier(above, light)
        if relation(doc, at) not in {"nmod", "conj", "compound", "flat"}:
            return None
        at = above
    return None


def hangs(doc: Doc, noun: int, light: Light) -> bool:
    """Whether the noun is linked to the light verb as the verb asks."""
    before = set(cases(doc, noun))
    if before:
        return bool(before & light.link)
    return "obj" in light.link and relation(doc, noun) in OBJECT


def subject_of(doc: Doc, carrier: Carrier) -> int | None:
    """The logical subject of a light verb: its agent where it stands in the passive."""
    i = carrier.token
    passive = child(doc, i, "nsubj:pass") is not None or (
        doc.language == "id" and doc.lower[i].startswith("di")
    )
    if passive and carrier.light.recipient != "subj":
        return agent(doc, i)
    return grammatical_subject(doc, i)
