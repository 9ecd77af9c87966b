"""Who fills the slots of a trigger: the tree around a verb or around a noun that tells an event."""

from __future__ import annotations

from jalur.doc import Doc
from jalur.events.carriers import Carrier, carrier_of, subject_of
from jalur.events.triggers import Trigger
from jalur.model import Argument, Reason
from jalur.syntax import (
    AGENT_CASES,
    agent,
    cases,
    child,
    conjuncts,
    grammatical_subject,
    linear_object,
    linear_subject,
    patient,
    phrase_span,
    relation,
)

Found = tuple[int, str]
"""A head token, and the rule that found it."""

BETWEEN = {"between", "among", "antara", "antar"}
WITH = {"with", "dengan", "bersama"}
POSSESSIVE = {"'s", "’s", "'", "milik"}
OWNERS = {"PROPN", "PRON", "NOUN"}


def arguments_of(doc: Doc, trigger: Trigger, two_sided: bool) -> tuple[Argument, ...]:
    """The actors and recipients of a trigger, coordinated ones each."""
    actors = fill(doc, trigger, trigger.word.entry.actor)
    recipients = fill(doc, trigger, trigger.word.entry.to)
    if two_sided:
        actors, recipients = [*actors, *(r for r in recipients if r not in actors)], []
        actors += [f for f in fill(doc, trigger, (*BETWEEN, *WITH)) if f not in actors]
    taken = {h for h, _ in actors}
    recipients = [(h, why) for h, why in recipients if h not in taken]
    named = [("actor", h, why) for h, why in spread(doc, actors)]
    named += [("recipient", h, why) for h, why in spread(doc, recipients)]
    return tuple(Argument(r, h, phrase_span(doc, h), Reason("slot", why)) for r, h, why in named)


def spread(doc: Doc, found: list[Found]) -> list[Found]:
    """Each head with its conjuncts, once."""
    seen: dict[int, str] = {}
    for head, why in found:
        for one in conjuncts(doc, head):
            seen.setdefault(one, why)
    return list(seen.items())


def fill(doc: Doc, trigger: Trigger, slots: tuple[str, ...]) -> list[Found]:
    """The heads that the first fitting slots give; subject and object exclude each other."""
    found: list[Found] = []
    for slot in slots:
        head = noun_slot(doc, trigger, slot) if trigger.nominal else verb_slot(doc, trigger, slot)
        if head is not None and (head, slot) not in found:
            found.append((head, slot))
        if found and slot in {"subj", "obj"}:
            break
    return found


def verb_slot(doc: Doc, trigger: Trigger, slot: str) -> int | None:
    """The head that fills one slot of a verb or predicate adjective."""
    i = trigger.token
    if slot == "subj" and trigger.passive:
        return agent(doc, i)
    if slot == "subj":
        found = grammatical_subject(doc, i)
        return linear_subject(doc, i) if found is None else found
    if slot == "obj":
        if not trigger.passive:
            found = patient(doc, i)
            inside = found is not None and trigger.first <= found <= trigger.last
            if found is None and trigger.first == trigger.last:
                return linear_object(doc, i)
            return None if inside else found
        if relation(doc, i) == "acl" and child(doc, i, "nsubj") is None:
            return doc.head[i]
        return grammatical_subject(doc, i)
    if slot == "clause":
        inner = child(doc, i, "ccomp", "xcomp")
        return grammatical_subject(doc, inner, 4) if inner is not None else None
    return with_case(doc, verb_reach(doc, trigger), slot)


def verb_reach(doc: Doc, trigger: Trigger) -> list[int]:
    """Tokens whose dependents may be the trigger's: itself, its object, its other words."""
    own = list(range(trigger.first, trigger.last + 1))
    below = [c for i in own for c in doc.children[i] if relation(doc, c) in {"obj", "xcomp"}]
    return [trigger.token, *own, *below]


def with_case(doc: Doc, reach: list[int], case: str) -> int | None:
    """The first dependent of the reachable tokens that stands after this preposition."""
    for i in reach:
        for c in doc.children[i]:
            if relation(doc, c) in {"obl", "nmod", "obj", "advmod", "dep"} and case in cases(
                doc, c
            ):
                return c
    return None


def noun_slot(doc: Doc, trigger: Trigger, slot: str) -> int | None:
    """The head that fills one slot of a noun; a light verb above it lends its phrases."""
    i = trigger.token
    carrier = carrier_of(doc, i, trigger.word.entry.type)
    if slot == "subj":
        return noun_subject(doc, trigger) or lent(doc, carrier, "actor")
    if slot in AGENT_CASES:
        return with_case(doc, [i], slot) or lent(doc, carrier, "actor")
    if slot in {"obj", "clause"}:
        return lent(doc, carrier, "recipient") or with_case(doc, [i], "of")
    reach = [i, *range(trigger.first, trigger.last + 1)]
    return with_case(doc, reach if carrier is None else [*reach, carrier.token], slot)


def lent(doc: Doc, carrier: Carrier | None, role: str) -> int | None:
    """What a light verb lends to a slot of its noun: its subject, or a phrase of its own."""
    if carrier is None:
        return None
    slot = carrier.light.actor if role == "actor" else carrier.light.recipient
    if slot == "subj":
        return subject_of(doc, carrier)
    return with_case(doc, [carrier.token], slot) if slot else None


def noun_subject(doc: Doc, trigger: Trigger) -> int | None:
    """Whose a noun's event is: after "by"/"oleh", possessor, compound or demonym. Of nouns whose
    possessor suffers ("penangkapan X oleh Y") the agent is not it."""
    outside = [c for c in doc.children[trigger.token] if not trigger.first <= c <= trigger.last]
    entry = trigger.word.entry
    for c in outside:
        if AGENT_CASES & set(cases(doc, c)) and "subj" in entry.actor:
            return c
    for c in outside:
        bare = set(cases(doc, c)) <= POSSESSIVE
        named = relation(doc, c) == "amod" and doc.words[c][:1].isupper()
        if bare and relation(doc, c) in {"nmod", "compound", "flat"} and doc.upos[c] in OWNERS:
            return c
        if bare and named:
            return c
    return None
