"""Whom a pronoun takes up: the nearest person or party before it that can be meant."""

from __future__ import annotations

from collections.abc import Collection

from jalur.doc import Doc
from jalur.grounding.cast import Cast
from jalur.grounding.persons import Person
from jalur.knowledge.actors import Hit
from jalur.knowledge.talks import told
from jalur.syntax import members, phrase, relation

PERSON_REACH = 6
"""How many sentences back a person may have been named; longer gaps are named anew in news."""

GROUP_REACH = 3
"""How many sentences back a party may have been named."""

FADING = 0.5
"""How much less each sentence farther back counts for whom "both sides" mean."""

BODY = 0.3
"""What the name of a body counts for that, beside a state's or a group's."""

CONJUNCTS = 3
"""How many verbs above its own may share their subject with that of a pronoun."""

PARTIES = {"state", "group", "body", "people", "demonym"}

IN_PHRASE = {"conj", "nmod", "amod", "compound", "flat", "appos"}
"""Relations within the phrase of a noun."""


def person_before(cast: Cast, head: int) -> Person | None:
    """The person that the sentences before a token speak of: their subject first, else the one
    named last."""
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
        subjects = [person for i, person in known if in_subject(cast, i)]
        if subjects:
            return subjects[-1]
        if known:
            return known[-1][1]
    return None


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


def pair_before(cast: Cast, head: int) -> list[int]:
    """Tokens of the two parties that "both sides", "kedua negara" take up: the two that the text
    before them speaks of most, what was said last most of all; a body sooner mediates, and who is
    called a mediator is none of them."""
    here = cast.doc.sentence_of[head]
    weight: dict[str, float] = {}
    last: dict[str, int] = {}
    for i in (i for i in range(head) if names_party(cast, i)):
        hit = cast.hits.get(i)
        if (hit is not None and i != hit.first) or mediates(cast, i):
            continue
        code = code_at(cast, i)
        far = here - cast.doc.sentence_of[i]
        counts = BODY if hit and (hit.actor.kind == "body" or hit.actor.sector == "IGO") else 1.0
        weight[code] = weight.get(code, 0.0) + counts / (1 + FADING * far)
        last[code] = i
    strongest = sorted(weight, key=lambda code: -weight[code])[:2]
    return [last[code] for code in strongest] if len(strongest) == 2 else []


def joined_before(cast: Cast, head: int) -> list[int]:
    """Tokens of the parties that "they", "mereka" take up: those joined in the subject spoken of
    last, in the pronoun's own sentence or the one before; none where that is one party alone."""
    doc, here = cast.doc, cast.doc.sentence_of[head]
    not_meant = bound_out(cast, head)
    for sentence in range(here, max(-1, here - 2), -1):
        first, stop = doc.bounds[sentence]
        subjects = [
            k
            for k in range(first, min(stop, head))
            if relation(doc, k) == "nsubj" and k not in not_meant and head not in doc.subtree(k)
        ]
        for subject in subjects:
            if parties := parties_in(cast, subject):
                return parties if len(parties) > 1 else []
    return []


def parties_in(cast: Cast, subject: int) -> list[int]:
    """A token of each party that a subject joins: "Putin and Trump", "the leaders of Rwanda and
    Congo"."""
    doc, found = cast.doc, dict[str, int]()
    joined = members(doc, subject)
    if len(joined) == 1:
        of = (c for c in doc.children[subject] if relation(doc, c) == "nmod")
        joined = next((m for c in of if len(m := members(doc, c)) > 1), joined)
    for member in joined:
        named = (k for k in phrase(doc, member) if names_party(cast, k))
        if (k := next(named, None)) is not None:
            found.setdefault(code_at(cast, k), k)
    return list(found.values())


def mediates(cast: Cast, i: int) -> bool:
    """Whether a name stands with a word for mediators: "para *mediator* dari Qatar dan Mesir"."""
    at, doc = i, cast.doc
    for _ in range(CONJUNCTS + 1):
        if any(told("mediator", doc.lower[k], doc.language) for k in (at, *doc.children[at])):
            return True
        if relation(doc, at) not in IN_PHRASE:
            return False
        at = doc.head[at]
    return False


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
