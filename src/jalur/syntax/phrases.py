"""Phrases: relations, prepositions, conjuncts, extent."""

from __future__ import annotations

from functools import cache

from jalur.doc import Doc
from jalur.model import Span

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "X", "DET"}
OUTSIDE_PHRASE = {"acl", "parataxis", "advcl", "punct", "appos", "dep"}
OUTSIDE_HEAD = {"conj", "cc", "case", "mark"}
"""What hangs on the head of a phrase without being part of it; on its modifiers it is."""

BARE = {"nmod", "compound", "flat", "amod"}


def relation(doc: Doc, i: int) -> str:
    """The relation of token `i` to its head, without subtype."""
    return without_subtype(doc.deprel[i])


@cache
def without_subtype(label: str) -> str:
    """A relation's label up to its colon."""
    return label.split(":", 1)[0]


def cases(doc: Doc, i: int) -> list[str]:
    """The prepositions of token `i`, in lower case, fixed parts joined ("according to")."""
    found = []
    for c in doc.children[i]:
        if relation(doc, c) in {"case", "mark"} and doc.upos[c] in {"ADP", "SCONJ", "PART", "ADV"}:
            tail = [doc.lower[f] for f in doc.children[c] if relation(doc, f) == "fixed"]
            found.append(" ".join([doc.lower[c], *tail]))
    return found


def child(doc: Doc, i: int, *relations: str) -> int | None:
    """The first dependent of `i` with one of these relations (with or without subtype)."""
    for name in relations:
        for c in doc.children[i]:
            if doc.deprel[c] == name or relation(doc, c) == name:
                return c
    return None


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


def phrase_head(doc: Doc, i: int, first: int, stop: int) -> int:
    """The head of the nominal phrase that token `i` belongs to, among tokens `first` to `stop`."""
    at = i
    while doc.head[at] != at and doc.upos[doc.head[at]] in NOMINAL and first <= doc.head[at] < stop:
        at = doc.head[at]
    return at


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
