"""Who fills the slots of a trigger: the sides of the lexicon, filled from the tree around it."""

from __future__ import annotations

from collections.abc import Iterable

from jalur.doc import Doc
from jalur.events.carriers import lent
from jalur.events.nouns import noun_slot
from jalur.events.phrases import is_time, names_somebody
from jalur.events.triggers import Trigger, is_thing
from jalur.events.verbs import verb_slot
from jalur.knowledge.lexicon import SIDES, matches
from jalur.model import Argument, Reason
from jalur.syntax import (
    agent,
    likewise,
    listed,
    members,
    phrase_head,
    phrase_span,
    relation,
    together,
)

Found = tuple[int, str]
"""A head token, and the rule that found it."""

BETWEEN = {"between", "among", "antara", "antar"}
FALLBACKS = ("with", "between", "among", "dengan", "bersama", "antara", "antar")
"""Prepositions that name a side of two-sided events, whether the entry lists them or not."""

ADDRESSING = {
    *("to", "for", "with", "against", "from", "of", "by", "towards", "toward", "between"),
    *("kepada", "terhadap", "dengan", "bagi", "untuk", "dari", "oleh", "pada", "atas", "clause"),
}
"""Slots that may name somebody when the object before them is a thing ("promised fuel to X")."""


def arguments_of(doc: Doc, trigger: Trigger) -> tuple[Argument, ...]:
    """The actors and recipients of a trigger, coordinated ones each."""
    entry = trigger.word.entry
    if entry.two_sided:
        actors = list(both_sides(doc, trigger))
        others = () if entry.type in {"CONSULT", "AGREE", "COOPERATE"} else entry.to
    else:
        actors, others = first_filled(doc, trigger, "actor", entry.actor)[:1], entry.to
        actors += with_others(doc, trigger, actors)
    taken = {h for h, _ in actors}
    recipients = [f for f in first_filled(doc, trigger, "recipient", others) if f[0] not in taken]
    named = [("actor", h, why) for h, why in spread(doc, actors)]
    taken |= {h for _, h, _ in named}
    named += [("recipient", h, why) for h, why in spread(doc, recipients) if h not in taken]
    return tuple(Argument(r, h, phrase_span(doc, h), Reason("slot", why)) for r, h, why in named)


def both_sides(doc: Doc, trigger: Trigger) -> Iterable[Found]:
    """Everybody whom the slots of a two-sided event name."""
    entry = trigger.word.entry
    joint = entry.type in {"CONSULT", "AGREE", "COOPERATE"}
    sides = tuple(s for s in FALLBACKS if joint or s not in entry.to)
    slots = (*entry.actor, *(entry.to if joint else ()), *sides)
    seen: set[int] = set()
    for slot in dict.fromkeys(slots):
        if not joint and slot not in SIDES and slot != "subj" and seen:
            continue
        head = filled(doc, trigger, slot)
        if head is not None and head not in seen:
            seen.add(head)
            yield head, slot
    holding = lent(doc, trigger.carrier, "actor", trigger.own) if joint else None
    if holding is not None and holding not in seen:
        seen.add(holding)
        yield holding, "subj"
    if entry.type == "CONSULT":
        yield from ((h, "led") for h in leaders(doc, trigger) if h not in seen)


def leaders(doc: Doc, trigger: Trigger) -> Iterable[int]:
    """Who leads talks that a clause is about: "talks *mediated by Qatar*", "yang ditengahi PBB"."""
    for c in (c for i in trigger.own for c in doc.children[i] if c not in trigger.own):
        led = relation(doc, c) == "acl" and any(
            w.entry.type == "CONSULT" for m in matches(doc.lower, c, doc.language) for w in m.words
        )
        if led and (head := agent(doc, c)) is not None:
            yield head


def with_others(doc: Doc, trigger: Trigger, actors: list[Found]) -> list[Found]:
    """Who does the same as the subject of a verb: "along with X", "as did X"."""
    if trigger.nominal or trigger.passive:
        return []
    own = [
        k
        for h, why in actors
        if why == "subj" and h < trigger.first
        for k in together(doc, h, trigger.first)
    ]
    return [(k, "subj") for k in (*own, *likewise(doc, trigger.last))]


def first_filled(doc: Doc, trigger: Trigger, role: str, slots: tuple[str, ...]) -> list[Found]:
    """What the first fitting slot gives; where it is a thing, also who is addressed. Of a noun a
    recipient that is `subj` is its owner ("penangkapan *aktivis* oleh polisi")."""
    found: list[Found] = []
    for slot in slots:
        if found and slot not in ADDRESSING:
            continue
        owned = slot == "subj" and role == "recipient" and trigger.nominal
        head = filled(doc, trigger, "owner" if owned else slot)
        if head is None or any(h == head for h, _ in found):
            continue
        found.append((head, slot))
        if names_somebody(doc, head):
            break
    return found


def filled(doc: Doc, trigger: Trigger, slot: str) -> int | None:
    """The head outside the trigger that fills one slot; a time fills none."""
    head = noun_slot(doc, trigger, slot) if trigger.nominal else verb_slot(doc, trigger, slot)
    if head is None or trigger.first <= head <= trigger.last or is_time(doc, head):
        return None
    return None if slot == "obj" and is_proposal(doc, trigger, head) else head


def is_proposal(doc: Doc, trigger: Trigger, head: int) -> bool:
    """Whether the object of a yes or no is a pronoun for what was proposed: "menolak*nya*"."""
    return trigger.word.entry.type in {"AGREE", "REJECT"} and is_thing(doc, head)


def spread(doc: Doc, found: list[Found]) -> list[Found]:
    """Each head with its conjuncts, once."""
    seen: dict[int, str] = {}
    for head, why in found:
        heads = list(dict.fromkeys([*members(doc, head), *listed(doc, head)]))
        if why in BETWEEN and len(heads) == 1:
            heads += partner(doc, head)
        for one in heads:
            seen.setdefault(one, why)
    return list(seen.items())


def partner(doc: Doc, head: int) -> list[int]:
    """The other side after "between X and", where the tree has coordinated it with another word."""
    stop = doc.bounds[doc.sentence_of[head]][1]
    for i in range(head + 1, min(head + 8, stop - 1)):
        if doc.upos[i] in {"VERB", "PUNCT", "ADP"}:
            break
        if doc.upos[i] == "CCONJ" or doc.lower[i] in {"dan", "and", "dengan"}:
            nominal = [k for k in range(i + 1, min(i + 4, stop)) if doc.upos[k] in NAMING]
            return [phrase_head(doc, nominal[0], i + 1, stop)] if nominal else []
    return []


NAMING = {"PROPN", "NOUN", "PRON"}
