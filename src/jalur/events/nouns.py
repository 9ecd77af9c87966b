"""The slots of a noun that tells an event: its owner, its phrases, and what a light verb lends."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.carriers import lent
from jalur.events.phrases import below, names_somebody, with_case
from jalur.events.triggers import Trigger
from jalur.syntax import (
    AGENT_CASES,
    BARE,
    PHRASES,
    addressee,
    cases,
    child,
    grammatical_subject,
    relation,
)

POSSESSIVE = {"'s", "’s", "'", "’", "milik"}
OWNERS = {"PROPN", "PRON", "NOUN"}
AGENT_REACH = 9
"""How many tokens after a noun its "by" may stand when the tree has hung it elsewhere."""

SUFFERED = {
    *(("COERCE", "arrest"), ("COERCE", "deport"), ("ASSAULT", "abduct"), ("ASSAULT", "targeted")),
    *(("ASSAULT", "torture"), ("ASSAULT", "beat"), ("RETREAT", "release"), ("SANCTION", "convict")),
    *(("SANCTION", "expel"), ("ASSAULT", "sexual")),
}
"""Types and modes whose noun's owner is the one who suffers ("Khashoggi's arrest")."""

ATTENDING = {"in", "during", "at", "after", "dalam", "saat", "usai", "pada", "seusai", "setelah"}
"""Prepositions before a meeting that the subject of the sentence takes part in."""

KILLING = ("pembunuhan", "killing", "murder", "execution", "eksekusi", "beheading", "death")


def noun_slot(doc: Doc, trigger: Trigger, slot: str) -> int | None:
    """The head that fills one slot of a noun; a light verb above it lends its phrases."""
    carrier = trigger.carrier
    if slot == "owner":
        return owner(doc, trigger)
    if slot == "obj":
        return undergoer(doc, trigger)
    if slot == "subj" or slot in AGENT_CASES:
        found = doer(doc, trigger) if slot == "subj" else agent_phrase(doc, trigger)
        return lent(doc, carrier, "actor", trigger.own) if found is None else found
    if slot == "clause":
        return asked(doc, trigger)
    reach = [*trigger.own, *below(doc, trigger.own)]
    if carrier is None:
        return with_case(doc, reach, slot, trigger.own)
    found = with_case(doc, [*reach, carrier.token], slot, trigger.own)
    return child(doc, carrier.token, "iobj") if found is None and slot == "to" else found


def undergoer(doc: Doc, trigger: Trigger) -> int | None:
    """To whom a noun's event is done: as its light verb says, after "of", or its owner."""
    found = lent(doc, trigger.carrier, "recipient", trigger.own)
    if found is None:
        found = with_case(doc, trigger.own, "of", trigger.own)
    if found is None and suffers(doc, trigger):
        found = owner(doc, trigger)
    return found


def doer(doc: Doc, trigger: Trigger) -> int | None:
    """Whose a noun's event is: after "by"/"oleh", else its owner unless the owner suffers it."""
    found = agent_phrase(doc, trigger)
    if found is None and not suffers(doc, trigger):
        found = owner(doc, trigger)
    if found is None and trigger.word.entry.type == "CONSULT":
        found = attendant(doc, trigger.token)
    return found


def attendant(doc: Doc, noun: int) -> int | None:
    """Who does something at a meeting: "in a call with Sisi, *Biden* pressed for a truce"."""
    if relation(doc, noun) != "obl" or not ATTENDING & set(cases(doc, noun)):
        return None
    return grammatical_subject(doc, doc.head[noun])


def agent_phrase(doc: Doc, trigger: Trigger) -> int | None:
    """Who stands after "by"/"oleh", below the noun, below its phrases, or just after it."""
    near = [trigger.token, *below(doc, [trigger.token])]
    for i in near:
        for c in doc.children[i]:
            if relation(doc, c) in PHRASES and AGENT_CASES & set(cases(doc, c)):
                return c
    stop = min(doc.bounds[doc.sentence_of[trigger.last]][1], trigger.last + AGENT_REACH)
    for k in range(trigger.last + 1, stop):
        if doc.upos[k] in {"VERB", "AUX", "PUNCT"}:
            return None
        if doc.lower[k] in AGENT_CASES and relation(doc, k) == "case":
            return doc.head[k]
    return None


def owner(doc: Doc, trigger: Trigger) -> int | None:
    """The possessor, compound or people of a noun; one that names somebody before a thing."""
    bare = [
        c
        for i in trigger.own
        for c in doc.children[i]
        if c not in trigger.own and set(cases(doc, c)) <= POSSESSIVE and owns(doc, c)
    ]
    named = [c for c in bare if names_somebody(doc, c)]
    return next(iter(named or bare), None)


def owns(doc: Doc, c: int) -> bool:
    """Whether a bare modifier is of the kind that can be an owner; a measure is none
    ("large-*scale* drills")."""
    if c > 0 and doc.words[c - 1] == "-" and doc.words[c].islower():
        return False
    if relation(doc, c) == "amod":
        return doc.words[c][:1].isupper()
    people = doc.upos[c] == "ADJ" and doc.words[c][:1].isupper()
    return relation(doc, c) in BARE and (doc.upos[c] in OWNERS or people)


def suffers(doc: Doc, trigger: Trigger) -> bool:
    """Whether the owner of a noun's event is the one to whom it is done: "Khashoggi's murder",
    "penangkapan aktivis"; but "Israeli killings", "Israel's killing of Palestinians"."""
    entry = trigger.word.entry
    words = " ".join(trigger.word.form.words)
    if (entry.type, entry.mode) not in SUFFERED and not any(k in words for k in KILLING):
        return False
    found = owner(doc, trigger)
    if found is None or relation(doc, found) == "amod":
        return False
    return with_case(doc, trigger.own, "of", trigger.own) is None


def asked(doc: Doc, trigger: Trigger) -> int | None:
    """Of whom a request asks something: the subject of its clause."""
    for i in trigger.own:
        for c in doc.children[i]:
            if relation(doc, c) in {"acl", "advcl", "ccomp"} and c > i:
                own = child(doc, c, "nsubj", "nsubj:pass")
                return grammatical_subject(doc, c, 4) if own is None else own
    return addressee(doc, trigger.last)
