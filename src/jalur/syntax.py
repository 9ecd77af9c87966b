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
OUTSIDE_PHRASE = {"acl", "parataxis", "advcl", "punct", "appos", "dep"}
OUTSIDE_HEAD = {"conj", "cc", "case", "mark"}
"""What hangs on the head of a phrase without being part of it; on its modifiers it is."""
BARE = {"nmod", "compound", "flat", "amod"}
AGENT_CASES = {"oleh", "by"}
PHRASES = {"obl", "nmod", "nsubj"}
"""Relations of phrases with a preposition; a subject with one is a mistake of the tree."""
MOVING = {"REQUEST", "COERCE", "AID", "THREATEN", "ACCUSE"}
"""Types of verbs whose object is the subject of the infinitive below ("urged X to withdraw")."""

CLAUSE_MARKS = {";", ":", "“", "”", '"', "(", ")"}
AIMS = {"to", "untuk", "guna", "buat", "agar"}
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


def members(doc: Doc, i: int) -> list[int]:
    """The conjuncts of `i`, and the names that its modifiers are coordinated with: "the Indian and
    Pakistani ministers"; by mistake of the tree also "pemerintah Kolombia dan FARC"."""
    found = conjuncts(doc, i)
    for head in tuple(found):
        for c in doc.children[head]:
            if relation(doc, c) in BARE and not cases(doc, c):
                found += [k for k in conjuncts(doc, c)[1:] if doc.words[k][:1].isupper()]
    return list(dict.fromkeys(found))


def phrase(doc: Doc, i: int) -> list[int]:
    """The tokens of the phrase headed by `i`, without clauses, appositions and conjuncts."""
    found, stack = [i], [i]
    while stack:
        at = stack.pop()
        for c in doc.children[at]:
            rel = relation(doc, c)
            if rel not in OUTSIDE_PHRASE and (at != i or rel not in OUTSIDE_HEAD):
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
        return planner(doc, governor, depth) if is_aim(doc, i, governor) else governor
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


def addressee(doc: Doc, last: int) -> int | None:
    """The noun after "agar"/"supaya", of whom something is asked, where the tree hides it."""
    stop = doc.bounds[doc.sentence_of[last]][1]
    for k in range(last + 1, min(last + 8, stop - 1)):
        if doc.upos[k] in {"VERB", "PUNCT"}:
            return None
        if doc.lower[k] in {"agar", "supaya"}:
            return phrase_head(doc, k + 1, k + 1, stop) if doc.upos[k + 1] in NOMINAL else None
    return None


def linear_object(doc: Doc, verb: int) -> int | None:
    """The noun phrase just after a verb that the tree left without an object."""
    stop = doc.bounds[doc.sentence_of[verb]][1]
    first = verb + 3 if verb + 1 < stop and doc.lower[verb + 1] == "secara" else verb + 1
    for i in range(first, min(first + 3, stop)):
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
