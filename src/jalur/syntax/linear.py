"""Phrases beside a verb, for what the tree has lost."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.syntax.phrases import NOMINAL, cases, phrase_head, relation

CLAUSE_MARKS = {";", ":", "“", "”", '"', "(", ")"}


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
    first = verb + 3 if verb + 1 < stop and doc.lower[verb + 1] == "secara" else verb + 1
    for i in range(first, min(first + 3, stop)):
        if doc.upos[i] in {"VERB", "ADP", "SCONJ", "PUNCT", "CCONJ"}:
            return None
        if doc.upos[i] in {"PROPN", "PRON", "NOUN"} and not cases(doc, i):
            return phrase_head(doc, i, verb + 1, min(i + 4, stop))
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
