"""Which armed group is meant by words for its people: "milisi Rohingya", "the rebels"."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.grounding.called import ARMED
from jalur.grounding.cast import STATE_KINDS, Cast
from jalur.grounding.persons import TITLE_REACH, Person
from jalur.knowledge import places
from jalur.knowledge.actors import armed, roles
from jalur.syntax import cases, relation

COALITION = "COALITION"
ALLIED = {"coalition", "koalisi"}
"""Nouns that in a war mean those allied in it, else parties that govern together."""

SPOKEN = 3
"""How many of the states that a report speaks of most may be meant by "the rebels"."""

MODIFYING = {"compound", "amod", "nmod", "flat"}
POSSESSIVE = {"'s", "’s", "'", "’"}

Known = tuple[str, str]
"""A code and why it is meant."""


def armed_role(doc: Doc, head: int, role: roles.Role | None) -> roles.Role | None:
    """The armed people of a phrase: its head ("rebels"), or those that its head is of ("rebel
    spokesman", "the rebels' negotiator", "juru bicara pemberontak")."""
    if role is not None and (role.sector in ARMED or role.code == COALITION):
        return role
    if role is not None and role.word in ALLIED:
        return roles.Role(role.word, "MIL", COALITION)
    for c in doc.children[head]:
        if relation(doc, c) in MODIFYING and set(cases(doc, c)) <= POSSESSIVE:
            found = roles.role(doc.lower, c, doc.language)
            if found is not None and found.sector in ARMED:
                return found
    return None


def group_of(cast: Cast, tokens: list[int], role: roles.Role, owned: bool) -> Known | None:
    """The group that a phrase for armed people means: told by its words, by the state named with
    it, by what the report calls a group, or by whose rebels the report speaks of; those that are
    `owned` ("its fighters", "Yazidi fighters") only by their words."""
    doc, day = cast.doc, cast.doc.report.published
    words = [doc.lower[t] for t in tokens]
    spoken = cast.likely[:SPOKEN]
    noun = role.code or ("MILITANTS" if role.sector == "UAF" else "REBELS")
    called = armed.Called(words, noun, states_in(cast, tokens), spoken)
    code = armed.by_words(called, doc.language, day)
    if code:
        return code, "armed group told by its kind"
    if owned:
        return None
    told = cast.group if noun != COALITION else None
    if told and role.sector == "PRM" and told.actor.sector != "PRM":
        told = None  # a militia is as often the rebels' foe
    if told and is_many(role) and (not called.named or told.actor.country in called.named):
        return told.actor.code, "armed group told of"
    code = armed.by_state(called, day) if role.code or role.sector == "REB" else None
    return (code, "the rebels of the state") if code else None


def group_of_leader(cast: Cast, person: Person) -> Known | None:
    """The group of somebody whom the words before the name make a rebel ("rebel leader …")."""
    doc = cast.doc
    begin = doc.bounds[doc.sentence_of[person.first]][0]
    tokens = list(range(max(begin, person.first - TITLE_REACH), person.first))
    return group_of(cast, tokens, roles.Role("rebel", "REB", "REBELS"), owned=False)


def is_many(role: roles.Role) -> bool:
    """Whether a noun is for members of a group, and not for one who leads or speaks for it."""
    return role.code is not None or role.sector == "UAF"


def states_in(cast: Cast, tokens: list[int]) -> list[str]:
    """The states that a phrase names, by themselves, their people or their places."""
    found: list[str] = []
    for t in tokens:
        hit = cast.hits.get(t)
        if hit is not None and hit.actor.kind in STATE_KINDS:
            found.append(hit.actor.code)
        elif t in cast.places:
            at = places.resolve(cast.places[t][2], cast.doc.language, cast.likely).place
            if at is not None and at.country:
                found.append(at.country)
    return list(dict.fromkeys(found))
