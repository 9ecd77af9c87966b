"""Whom a pronoun takes up: the nearest person or party before it that can be meant."""

from __future__ import annotations

from collections.abc import Collection

from jalur.doc import Doc
from jalur.grounding.cast import STATE_KINDS, Cast
from jalur.grounding.persons import Person
from jalur.knowledge.actors import Hit, roles
from jalur.knowledge.pronouns import is_a
from jalur.syntax import relation

PERSON_REACH = 6
"""How many sentences back a person may have been named; longer gaps are named anew in news."""

LINKS = 6
"""Most pronouns, each taking up the one before, between one and the person named."""

PEOPLE_REACH = 1
"""How many sentences back the people may have been named whom "they" takes up."""

GROUP_REACH = 3
"""How many sentences back a party may have been named."""

CONJUNCTS = 3
"""How many verbs above its own may share their subject with that of a pronoun."""

PARTIES = {"state", "group", "body", "people", "demonym"}
GROUPS = frozenset({"group", "body", "people"})


def person_before(cast: Cast, head: int, links: int = LINKS) -> Person | None:
    """The person that the sentences before a token speak of: their subject first, who may be a
    pronoun that takes up another so many `links` back, else the one named last."""
    doc = cast.doc
    here, not_meant = doc.sentence_of[head], bound_out(cast, head)
    for sentence in range(here, max(-1, here - PERSON_REACH - 1), -1):
        first, stop = doc.bounds[sentence]
        known = [
            (i, person)
            for i in range(first, min(stop, head))
            if i not in not_meant
            and doc.words[i][:1].isupper()
            and doc.ner[i][2:] in {"PER", ""}
            and (person := cast.person_at(i))
        ]
        subjects = [(i, person) for i, person in known if in_subject(cast, i)]
        again = spoken_by(cast, range(subjects[-1][0] if subjects else first, min(stop, head)))
        if again is not None and again not in not_meant and links:
            return person_before(cast, again, links - 1)
        if subjects or known:
            return (subjects or known)[-1][1]
    return None


def spoken_by(cast: Cast, tokens: range) -> int | None:
    """The last personal pronoun among some tokens that is the subject of a main verb: "…, *he*
    said". Whoever it takes up is spoken of on."""
    doc = cast.doc
    people = (k for k in reversed(tokens) if is_a("person", doc.lower[k], doc.language))
    main = (k for k in people if relation(doc, doc.head[k]) in {"root", "parataxis"})
    return next((k for k in main if relation(doc, k) == "nsubj"), None)


def group_before(cast: Cast, head: int, kinds: Collection[str] = PARTIES) -> Hit | None:
    """The party of some kinds that the sentences before a token speak of: their subject first."""
    doc = cast.doc
    here = doc.sentence_of[head]
    codes = {code_at(cast, i) for i in bound_out(cast, head) if names_party(cast, i)}
    for sentence in range(here, max(-1, here - GROUP_REACH - 1), -1):
        first, stop = doc.bounds[sentence]
        known = [
            (i, hit)
            for i in range(first, min(stop, head))
            if (hit := cast.hits.get(i)) and hit.actor.kind in kinds and hit.actor.code not in codes
        ]
        subjects = [hit for i, hit in known if in_subject(cast, i)]
        if subjects:
            return subjects[-1]
        if known:
            return known[-1][1]
    return None


def kinds_of(word: str, language: str) -> frozenset[str]:
    """What kinds of party a pronoun or a noun that takes up can mean: no state is a militia."""
    for kinds, takes in ((STATE_KINDS, "takes_state"), (GROUPS, "takes_group")):
        if is_a(takes, word, language):
            return kinds
    return frozenset(PARTIES)


def body_before(cast: Cast, head: int, noun: str) -> Hit | None:
    """The body or group with a noun in its longer name that was named last before a token."""
    here = cast.doc.sentence_of[head]
    for k in range(head - 1, -1, -1):
        if here - cast.doc.sentence_of[k] > PERSON_REACH:
            break
        hit = cast.hits.get(k)
        longer = hit is not None and hit.last > hit.first and hit.actor.kind in {"body", "group"}
        if hit is not None and longer and noun in cast.doc.lower[hit.first : hit.last + 1]:
            return hit
    return None


def counted_before(doc: Doc, head: int) -> int | None:
    """The people that a bare number counts: "seven of its *soldiers* died and 13 were captured"."""
    if doc.upos[head] != "NUM" or relation(doc, head) not in {"nsubj", "obj"}:
        return None
    first = doc.bounds[doc.sentence_of[head]][0]
    for k in (k for k in range(head - 1, first - 1, -1) if doc.upos[k] == "NUM"):
        if relation(doc, k) == "nummod" and doc.upos[doc.head[k]] == "NOUN":
            return doc.head[k]
        of = (c for c in doc.children[k] if relation(doc, c) == "nmod" and c > k)
        if (found := next(of, None)) is not None:
            return found
    return None


def teller_above(doc: Doc, head: int) -> int | None:
    """The subject of the verb in whose content a subject pronoun stands: "the *ministry* said that
    it had …"."""
    verb = doc.head[head]
    if relation(doc, head) != "nsubj" or relation(doc, verb) != "ccomp":
        return None
    above = doc.head[verb]
    subjects = [c for c in doc.children[above] if relation(doc, c) == "nsubj" and c < head]
    return subjects[0] if subjects else None


def bound_out(cast: Cast, head: int) -> set[int]:
    """The tokens that an object pronoun cannot take up: the subject of its own clause ("Obama
    called Mursi and urged *him*")."""
    doc = cast.doc
    if relation(doc, head) not in {"obj", "iobj", "obl"}:
        return set()
    verb, reached = doc.head[head], 0
    while reached < CONJUNCTS:
        subjects = [c for c in doc.children[verb] if relation(doc, c) == "nsubj"]
        if subjects:
            return {k for c in subjects for k in doc.subtree(c)}
        if relation(doc, verb) not in {"conj", "xcomp", "advcl"}:
            return set()
        verb, reached = doc.head[verb], reached + 1
    return set()


def people_before(cast: Cast, head: int) -> int | None:
    """The noun for people that "they" takes up: of the subjects told last ("*Para pengungsi* …
    Mereka")."""
    doc, here = cast.doc, cast.doc.sentence_of[head]
    not_meant = bound_out(cast, head)
    for sentence in range(here, max(-1, here - PEOPLE_REACH - 1), -1):
        first, stop = doc.bounds[sentence]
        subjects = [
            k
            for k in range(first, min(stop, head))
            if relation(doc, k) == "nsubj" and k not in not_meant and head not in doc.subtree(k)
        ]
        for subject in reversed(subjects):
            role = roles.role(doc.lower, subject, doc.language)
            if role is not None and may_be_several(doc, subject, role):
                return subject
        if subjects:
            return None
    return None


def may_be_several(doc: Doc, noun: int, role: roles.Role) -> bool:
    """Whether a noun for people means more than one; in Indonesian its form does not say."""
    if role.plural or "para" in doc.lower[max(0, noun - 1) : noun]:
        return True
    return doc.language == "id" and not (role.person or role.country_head)


def party_before(cast: Cast, head: int) -> int | None:
    """The token of the party or person that the words before a token speak of, subjects first:
    whose "its troops", "pasukannya" are."""
    doc = cast.doc
    here = doc.sentence_of[head]
    for sentence in range(here, max(-1, here - GROUP_REACH - 1), -1):
        first, stop = doc.bounds[sentence]
        known = [i for i in range(first, min(stop, head)) if names_party(cast, i)]
        subjects = [i for i in known if in_subject(cast, i)]
        if known:
            return (subjects or known)[-1]
    return None


def code_at(cast: Cast, i: int) -> str:
    """The code of the party or person named at a token."""
    hit = cast.hits.get(i)
    person = cast.person_at(i)
    return hit.actor.code if hit else (person.code or person.name) if person else ""


def names_party(cast: Cast, i: int) -> bool:
    """Whether a token is part of the name of a party or a person."""
    hit = cast.hits.get(i)
    if hit is not None:
        return hit.actor.kind in PARTIES | {"capital", "person"}
    return cast.doc.ner[i][2:] == "PER" and cast.person_at(i) is not None


def in_subject(cast: Cast, i: int) -> bool:
    """Whether a token stands in the subject of its clause."""
    at = i
    for _ in range(6):
        if relation(cast.doc, at) == "nsubj":
            return True
        if cast.doc.head[at] == at or relation(cast.doc, at) in {"obj", "obl", "advcl", "ccomp"}:
            return False
        at = cast.doc.head[at]
    return False
