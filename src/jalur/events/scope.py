"""Over what a word that changes a status reaches."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.triggers import Trigger
from jalur.knowledge.operators import Operator, fruitless, occurrence
from jalur.syntax import cases, relation

CARRIED = {
    *("obj", "nsubj", "xcomp", "ccomp", "obl", "csubj", "advcl", "nmod", "compound", "acl"),
    *("flat", "iobj"),
}
"""Relations through which what governs a word governs what is below it."""

MODALS = {"may", "can", "will", "must", "might"}
"""English auxiliaries that are also nouns or names."""

BEFORE = {"akan", "bakal", "hendak", "mau", "bisa", "dapat", "harus", "perlu", "boleh"}
"""Indonesian auxiliaries, which act on what follows them."""

PURPOSES = {"to", "for", "untuk", "guna", "demi", "buat"}
"""Before the aim of an act: the aim is as far off as the act."""

FACTUAL = {
    *("sejak", "setelah", "ketika", "saat", "karena", "usai", "sebelum", "sementara", "sesudah"),
    *("meski", "meskipun", "walau", "walaupun", "lantaran", "tatkala", "selama", "akibat"),
    *("since", "after", "when", "because", "as", "although", "though", "while", "despite"),
    *("before", "following", "during"),
}
"""Words that open a clause told for itself: what governs it says nothing of its status."""

RESULTING = {"mencapai", "menghasilkan", "membuahkan"}
"""Verbs of taking place whose object is a result: talks that "fail to reach" one were held."""

RELATIVES = {"yang", "who", "which", "that", "whom", "whose"}
REPORTING = {"REQUEST", "ACCUSE", "THREATEN"}


def acts(doc: Doc, c: int, at: int, operator: Operator) -> bool:
    """Whether a word beside a predicate is the operator it looks like: "may" is an auxiliary and
    no month; an English attribute ("planned") acts on nouns; a noun governs; "kalau" after a verb
    of saying is "that"."""
    if operator.scope == "clause":
        if doc.language == "id":
            said = doc.lower[c] in {"kalau", "bila"} and relation(doc, at) == "ccomp"
            return not said and not (c > at and doc.lower[c] in BEFORE)
        return doc.lower[c] not in MODALS or doc.upos[c] in {"AUX", "VERB", ""}
    if relation(doc, c) in {"obj", "obl", "nsubj"}:
        return False
    return doc.language != "en" or doc.upos[at] in {"NOUN", "PROPN"}


def governs(doc: Doc, governor: int, at: int) -> bool:
    """Whether what is said of a governor holds for the word below it: not for a clause of time,
    cause or concession, nor for a relative clause."""
    rel = relation(doc, at)
    if rel not in CARRIED:
        return False
    if rel in {"advcl", "obl"}:
        return not FACTUAL & set(cases(doc, at))
    if rel != "acl":
        return True
    relative = any(doc.lower[c] in RELATIVES for c in doc.children[at])
    return not relative and doc.deprel[at] != "acl:relcl"


def noun_above(doc: Doc, governor: int, operator: Operator) -> bool:
    """Whether a governor is a noun of plan or doubt ("plans for talks"); in Indonesian also a
    predicate that stands with the nouns ("pertemuan itu ditunda")."""
    if operator.scope != "noun":
        return False
    return doc.language == "id" or doc.upos[governor] in {"NOUN", "PROPN", "ADJ", "DET"}


def goes_on(doc: Doc, governor: int) -> bool:
    """Whether a verb says that what it governs begins or goes on ("will continue to call for")."""
    return doc.lower[governor] in occurrence(doc.language)


def reported(trigger: Trigger, operator: Operator) -> bool:
    """Whether what is refused or denied is itself a saying that was made ("rejected calls")."""
    saying = trigger.nominal and trigger.word.entry.type in REPORTING
    return saying and operator.status == "denied"


def in_vain(doc: Doc, trigger: Trigger, governor: int) -> bool:
    """Whether talks were held and came to nothing: "perundingan itu gagal", but not "gagal
    digelar"."""
    if not trigger.nominal or trigger.word.entry.type != "CONSULT":
        return False
    next_ = doc.lower[governor + 1] if governor + 1 < len(doc) else ""
    failed = doc.lower[governor] in fruitless(doc.language)
    return failed and (next_ not in occurrence(doc.language) or next_ in RESULTING)
