"""Clauses: the subject, object and agent of a verb, shared and controlled ones included."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.syntax.phrases import cases, child, relation

PREDICATE = {"VERB", "AUX", "ADJ"}
AGENT_CASES = {"oleh", "by"}
PHRASES = {"obl", "nmod", "nsubj"}
"""Relations of phrases with a preposition; a subject with one is a mistake of the tree."""

AIMS = {"to", "untuk", "guna", "buat", "agar"}
RELATIVE = {"yang", "who", "which", "that", "whom"}


MEETING = {
    *("phone", "telephone", "call", "ring", "meet", "visit", "see", "write", "contact", "cable"),
    *("telepon", "menelepon", "temu", "menemui", "surati", "menyurati", "hubungi", "menghubungi"),
}
"""Verbs whose subject does what a clause of purpose after them tells: "phoned X to urge calm"."""


def is_passive(doc: Doc, i: int) -> bool:
    """Whether the verb at `i` stands in the passive."""
    word = doc.lower[i]
    if doc.language == "id":
        if word.startswith("di") and len(word) > 4:
            return True
        return any(doc.deprel[c] == "nsubj:pass" for c in doc.children[i]) and not word.startswith(
            "me"
        )
    return any(doc.deprel[c] in {"aux:pass", "nsubj:pass", "csubj:pass"} for c in doc.children[i])


def grammatical_subject(doc: Doc, i: int, depth: int = 0) -> int | None:
    """The subject of the predicate at `i`, shared or controlled subjects included."""
    own = child(doc, i, "nsubj", "nsubj:pass", "nsubj:outer")
    if own is not None:
        return antecedent(doc, i, own)
    rel, governor = relation(doc, i), doc.head[i]
    if governor == i or depth > 4:
        return None
    if rel == "acl":
        return planner(doc, governor, depth) if is_aim(doc, i, governor) else governor
    if rel == "xcomp":
        controller = child(doc, governor, "obj", "iobj")
        if (
            controller is not None
            and doc.lemma[governor] not in MEETING
            and doc.upos[governor] == "VERB"
            and not is_passive(doc, governor)
        ):
            return controller
    if rel == "advcl" and accused(doc, i, governor) is not None:
        return accused(doc, i, governor)
    if rel == "advcl" and is_means(doc, i, governor):
        return None
    if (
        rel in {"xcomp", "advcl", "conj", "ccomp", "parataxis", "dep"}
        and doc.upos[governor] in PREDICATE
    ):
        return grammatical_subject(doc, governor, depth + 1)
    return None


def accused(doc: Doc, i: int, governor: int) -> int | None:
    """Of whom a verb below another is told: "accused X of shelling", "kept X from leaving"."""
    marks = {doc.lower[c] for c in doc.children[i] if relation(doc, c) in {"mark", "case"}}
    if not marks & {"of", "from"} or doc.upos[governor] != "VERB":
        return None
    if is_passive(doc, governor):
        return grammatical_subject(doc, governor, 1)
    return child(doc, governor, "obj", "iobj")


def is_means(doc: Doc, i: int, governor: int) -> bool:
    """Whether a verb tells by what something was suffered, not by whom: "wounded *by shelling*"."""
    marks = {doc.lower[c] for c in doc.children[i] if relation(doc, c) == "mark"}
    return "by" in marks and is_passive(doc, governor)


def is_aim(doc: Doc, verb: int, noun: int) -> bool:
    """Whether a verb below a noun is what the noun plans or asks for ("plans to attack")."""
    if doc.upos[noun] != "NOUN":
        return False
    marks = {doc.lower[c] for c in doc.children[verb] if relation(doc, c) == "mark"}
    return bool(marks & AIMS)


def planner(doc: Doc, noun: int, depth: int) -> int | None:
    """Whose plan, effort or refusal a noun is: its possessor, or the subject of its verb."""
    for c in doc.children[noun]:
        if doc.deprel[c] == "nmod:poss" or (relation(doc, c) == "nmod" and not cases(doc, c)):
            return c
    above = doc.head[noun]
    if above == noun or doc.upos[above] not in PREDICATE:
        return None
    found = grammatical_subject(doc, above, depth + 1)
    return None if found == noun else found


def antecedent(doc: Doc, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if doc.lower[subject] in RELATIVE and relation(doc, verb) == "acl":
        return doc.head[verb]
    return subject


def agent(doc: Doc, i: int) -> int | None:
    """Who does what the passive verb at `i` tells: after "oleh"/"by", or bare after a di- verb."""
    below = [c for c in doc.children[i] if relation(doc, c) in {"obl", "xcomp", "obj", "advmod"}]
    for at in (i, *below):
        for c in doc.children[at]:
            named = doc.deprel[c] == "obl:agent" and at == i
            if named or (relation(doc, c) in PHRASES and AGENT_CASES & set(cases(doc, c))):
                return c
    after = i + 1
    if doc.language != "id" or after >= len(doc) or doc.sentence_of[after] != doc.sentence_of[i]:
        return None
    bare = doc.head[after] == i and relation(doc, after) in PHRASES | {"obj", "flat"}
    nominal = doc.upos[after] in {"PROPN", "PRON", "NOUN"} and not cases(doc, after)
    return after if bare and nominal else None


def patient(doc: Doc, i: int) -> int | None:
    """The object of an active verb, or what a relative clause says was done to its head."""
    found = child(doc, i, "obj", "iobj")
    if found is not None and doc.lower[found] in RELATIVE and relation(doc, i) == "acl":
        return doc.head[i]
    if found is None and doc.deprel[i] == "acl:relcl" and doc.language == "en":
        own = child(doc, i, "nsubj")
        if own is not None and doc.lower[own] not in RELATIVE:
            return doc.head[i]
    if found is None:
        found = late_subject(doc, i)
    return shared_object(doc, i) if found is None else found


def late_subject(doc: Doc, i: int) -> int | None:
    """A second "subject" after the verb: the object, by mistake of the tree."""
    subjects = [c for c in doc.children[i] if doc.deprel[c] == "nsubj"]
    return subjects[-1] if len(subjects) > 1 and subjects[0] < i < subjects[-1] else None


def shared_object(doc: Doc, i: int) -> int | None:
    """The object of a verb just coordinated with this one ("arming and training rebels")."""
    for c in doc.children[i]:
        if doc.deprel[c] == "conj" and doc.upos[c] == "VERB" and c - i <= 2:
            return child(doc, c, "obj")
    return None
