"""Questions that every stage asks of a tree: subjects, phrases, cases, conjuncts, governors.

The relations are those of Universal Dependencies (universaldependencies.org). The parser errs, in
the Indonesian treebanks even the gold does; so each question takes the relation that should hold
first and then the ones that stand in for it by mistake.
"""

from __future__ import annotations

from jalur.doc import Doc
from jalur.knowledge.lexicon import match
from jalur.model import Span

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "X", "DET"}
PREDICATE = {"VERB", "AUX", "ADJ"}
CLAUSAL = {"acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp", "root"}
OUTSIDE_PHRASE = {
    "acl",
    "conj",
    "cc",
    "parataxis",
    "advcl",
    "punct",
    "appos",
    "dep",
    "case",
    "mark",
}
AGENT_CASES = {"oleh", "by"}
MOVING = {"REQUEST", "COERCE", "AID", "THREATEN", "ACCUSE"}
"""Types of verbs whose object is the subject of the infinitive below ("urged X to withdraw")."""

CLAUSE_MARKS = {";", ":", "“", "”", '"', "(", ")"}
RELATIVE = {"yang", "who", "which", "that", "whom"}


def relation(doc: Doc, i: int) -> str:
    """The relation of token `i` to its head, without subtype."""
    return doc.deprel[i].split(":", 1)[0]


def cases(doc: Doc, i: int) -> list[str]:
    """The prepositions of token `i`, in lower case, fixed parts joined ("according to")."""
    found = []
    for c in doc.children[i]:
        if relation(doc, c) in {"case", "mark"} and doc.upos[c] in {"ADP", "SCONJ", "PART", "ADV"}:
            tail = [doc.lower[f] for f in doc.children[c] if relation(doc, f) == "fixed"]
            found.append(" ".join([doc.lower[c], *tail]))
    return found


def conjuncts(doc: Doc, i: int) -> list[int]:
    """Token `i` and what is coordinated with it, predicates left out when `i` is a nominal."""
    found = [i]
    for c in doc.children[i]:
        if relation(doc, c) == "conj" and (doc.upos[i] not in NOMINAL or doc.upos[c] in NOMINAL):
            found += conjuncts(doc, c)
    return found


def phrase(doc: Doc, i: int) -> list[int]:
    """The tokens of the phrase headed by `i`, without clauses, appositions and conjuncts."""
    found, stack = [i], [i]
    while stack:
        for c in doc.children[stack.pop()]:
            if relation(doc, c) not in OUTSIDE_PHRASE:
                found.append(c)
                stack.append(c)
    return sorted(found)


def phrase_span(doc: Doc, i: int) -> Span:
    """The characters of the unbroken part of the phrase around token `i`."""
    inside = set(phrase(doc, i))
    first = last = i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return doc.span(first, last)


def child(doc: Doc, i: int, *relations: str) -> int | None:
    """The first dependent of `i` with one of these relations (with or without subtype)."""
    for name in relations:
        for c in doc.children[i]:
            if doc.deprel[c] == name or relation(doc, c) == name:
                return c
    return None


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
        return governor
    if rel == "xcomp":
        controller = child(doc, governor, "obj", "iobj")
        if (
            controller is not None
            and doc.upos[governor] == "VERB"
            and not is_passive(doc, governor)
        ):
            return controller
    if (
        rel in {"xcomp", "advcl", "conj", "ccomp", "parataxis", "dep"}
        and doc.upos[governor] in PREDICATE
    ):
        return grammatical_subject(doc, governor, depth + 1)
    return None


def linear_subject(doc: Doc, verb: int) -> int | None:
    """The noun phrase just before a verb that the tree left without a subject."""
    first = doc.bounds[doc.sentence_of[verb]][0]
    for i in range(verb - 1, first - 1, -1):
        if doc.upos[i] in {"VERB", "SCONJ", "ADP"} or doc.words[i] in CLAUSE_MARKS:
            return None
        if doc.upos[i] in {"NOUN", "PROPN", "PRON"}:
            at = phrase_head(doc, i, first, verb)
            return None if cases(doc, at) or relation(doc, at) == "obj" else at
    return None


def linear_object(doc: Doc, verb: int) -> int | None:
    """The noun phrase just after a verb that the tree left without an object."""
    stop = doc.bounds[doc.sentence_of[verb]][1]
    for i in range(verb + 1, min(verb + 4, stop)):
        if doc.upos[i] in {"VERB", "ADP", "SCONJ", "PUNCT", "CCONJ"}:
            return None
        if doc.upos[i] in {"PROPN", "PRON", "NOUN"} and not cases(doc, i):
            return phrase_head(doc, i, verb + 1, min(i + 4, stop))
    return None


def phrase_head(doc: Doc, i: int, first: int, stop: int) -> int:
    """The head of the nominal phrase that token `i` belongs to, among tokens `first` to `stop`."""
    at = i
    while doc.head[at] != at and doc.upos[doc.head[at]] in NOMINAL and first <= doc.head[at] < stop:
        at = doc.head[at]
    return at


def moves_others(doc: Doc, verb: int) -> bool:
    """Whether what a verb's object is told or made to do has the object for its subject."""
    if doc.upos[verb] != "VERB" or is_passive(doc, verb):
        return False
    hit = match(doc.lower, verb, doc.language)
    return hit is not None and any(w.entry.type in MOVING for w in hit.words)


def antecedent(doc: Doc, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if doc.lower[subject] in RELATIVE and relation(doc, verb) == "acl":
        return doc.head[verb]
    return subject


def agent(doc: Doc, i: int) -> int | None:
    """Who does what the passive verb at `i` tells: after "oleh"/"by", or bare after a di- verb."""
    for c in doc.children[i]:
        if doc.deprel[c] == "obl:agent" or (
            relation(doc, c) in {"obl", "nmod"} and AGENT_CASES & set(cases(doc, c))
        ):
            return c
    if doc.language == "id" and i + 1 < len(doc) and doc.sentence_of[i + 1] == doc.sentence_of[i]:
        after = i + 1
        bare = doc.head[after] == i and relation(doc, after) in {
            "obl",
            "obj",
            "nmod",
            "nsubj",
            "flat",
        }
        if bare and doc.upos[after] in {"PROPN", "PRON", "NOUN"} and not cases(doc, after):
            return after
    return None


def patient(doc: Doc, i: int) -> int | None:
    """The object of an active verb, or what a reduced relative says was done to its head."""
    found = child(doc, i, "obj", "iobj")
    if found is not None and doc.lower[found] in RELATIVE and relation(doc, i) == "acl":
        return doc.head[i]
    return found


def governors(doc: Doc, i: int) -> list[int]:
    """The heads above token `i` up to the root, nearest first."""
    found: list[int] = []
    at = i
    while doc.head[at] != at and len(found) < 40:
        at = doc.head[at]
        found.append(at)
    return found


def clause(doc: Doc, i: int) -> Span:
    """The characters of the sentence that token `i` stands in."""
    first, stop = doc.bounds[doc.sentence_of[i]]
    return doc.span(first, stop - 1)


def head_of_span(doc: Doc, first: int, last: int) -> int:
    """The token of `first`..`last` whose head lies outside of them."""
    for i in range(first, last + 1):
        if not first <= doc.head[i] <= last or doc.head[i] == i:
            return i
    return last
