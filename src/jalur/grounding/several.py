"""Several parties that one phrase means: "both sides", "the mediators", an office of two states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jalur.doc import Doc
from jalur.grounding.antecedents import PARTIES
from jalur.grounding.named import first_role, is_joined, modifiers
from jalur.grounding.together import joined_before, listed_before, pair_before
from jalur.knowledge.actors import acting_state, roles
from jalur.knowledge.pronouns import is_a, numbered
from jalur.model import Participant, Reason
from jalur.syntax import cases, members, phrase, relation

if TYPE_CHECKING:
    from jalur.grounding.participants import Resolver

HYPHENS = {"-", "–", "—", "/"}
"""Signs that join two parties when no blank stands between."""

MOST = 4
"""Most parties that mediate together."""


def both(resolver: Resolver, head: int) -> list[Participant]:
    """The two parties that "both sides", "officials of both sides" or "kedua negara" take up,
    those that "they" or "the four countries" does; or nobody."""
    doc, cast = resolver.doc, resolver.cast
    of = [c for c in doc.children[head] if relation(doc, c) == "nmod"]
    if is_a("several", doc.lower[head], doc.language):
        why, meant = "takes up", joined_before(cast, head)
    elif number := next((n for k in (head, *of) if (n := counted(doc, k))), 0):
        why, meant = "takes up", listed_before(cast, head, number)
    elif any(means_both(doc, k) for k in (head, *of)):
        why, meant = "both sides:", pair_before(cast, head)
    else:
        return []
    return taken_up(resolver, meant, why)


def opponents(resolver: Resolver, token: int) -> list[Participant]:
    """The two parties whose truce or fighting a word means that names nobody."""
    return taken_up(resolver, pair_before(resolver.cast, token), "both sides:")


def taken_up(resolver: Resolver, tokens: list[int], why: str) -> list[Participant]:
    """The parties at some tokens, with the words that take them up as the reason."""
    found = (resolver.by_name(i) for i in tokens)
    return [
        replace(one, reason=Reason("actor", f"{why} {one.code}"))
        for one in found
        if one is not None
    ]


def go_betweens(resolver: Resolver, head: int) -> list[Participant]:
    """Those whom the report has named as mediators before, for "the mediators", "para
    penjamin" without a name; or nobody."""
    doc = resolver.doc
    if not is_a("go_between", doc.lower[head], doc.language) or resolver.resolve(head):
        return []
    for k in range(head - 1, -1, -1):
        if is_a("go_between", doc.lower[k], doc.language) and (named := acting_as(resolver, k)):
            made = (resolver.by_name(i) for i in named)
            why = Reason("actor", "who was told to mediate")
            return [replace(one, reason=why) for one in made if one is not None]
    return []


def acting_as(resolver: Resolver, k: int) -> list[int]:
    """The parties whose office a noun is: "mediators from Qatar and Egypt", "with Norway and
    Cuba as guarantors"."""
    doc, found = resolver.doc, modifiers(resolver.cast, k, phrase(resolver.doc, k))
    own = [hit.first for hit in found]
    above = doc.head[k]
    if not own and {"as", "sebagai"} & set(cases(doc, k)):
        named = members(doc, above)
        if doc.upos[above] == "VERB":
            named = [m for c in doc.children[above] if c < k for m in members(doc, c)]
        own = [m for m in named if m in resolver.cast.hits and m < k][-MOST:]
    return own


def besides(resolver: Resolver, head: int) -> list[Participant]:
    """Further parties of an office or force that belongs to several: "the French and *German*
    ministers", "mediator dari Qatar dan *Mesir*", "*Iraqi* and American troops"."""
    doc, cast = resolver.doc, resolver.cast
    tokens = phrase(doc, head)
    role = roles.role(doc.lower, head, doc.language) or first_role(doc, tokens)
    if role is None:
        return []
    named = modifiers(cast, head, tokens)
    own = cast.hits.get(head)
    if own is None:
        joined = [h for h in named if is_joined(cast, head, h)]
    elif is_joined(cast, head, own):
        joined = [h for h in named if h.first < own.first]
    else:
        joined = []
    made = (
        resolver.made(head, acting_state(h.actor.code), role.sector, None, f"with {h.form}")
        for h in joined
    )
    return [one for one in made if one is not None]


def counted(doc: Doc, head: int) -> int:
    """How many parties a noun takes up by number ("the four countries", "keempat negara itu"); 0
    for two, and where it takes up none."""
    language = doc.language
    if not is_a("sides", doc.lower[head], language):
        return 0
    beside = [doc.lower[c] for c in doc.children[head]] + [doc.lower[max(0, head - 1)]]
    definite = language == "id" or "the" in beside or "all" in beside
    return next((n for w in beside if (n := numbered(w, language))), 0) if definite else 0


def hyphened(resolver: Resolver, head: int) -> list[Participant]:
    """The other party of two joined by a hyphen: "US-*Iran* talks", "*Israel*-Hizbullah"."""
    doc, cast = resolver.doc, resolver.cast
    own = cast.hits.get(head)
    if own is None:
        return []
    beside = ((own.last + 1, own.last + 2), (own.first - 1, own.first - 2))
    found = [
        resolver.by_name(other)
        for dash, other in beside
        if 0 <= other < len(doc) and doc.words[dash] in HYPHENS
        if (hit := cast.hits.get(other)) and hit.actor.kind in PARTIES
        if doc.end[min(dash, other)] == doc.start[max(dash, other)]
    ]
    return [one for one in found if one is not None]


def means_both(doc: Doc, head: int) -> bool:
    """Whether a word means two parties: "both", "keduanya", "the two governments", "the sides"."""
    word, language = doc.lower[head], doc.language
    beside = {doc.lower[c] for c in doc.children[head]}
    if head:
        beside.add(doc.lower[head - 1])
    number = any(is_a("both", w, language) for w in beside)
    definite = language == "id" or "the" in beside
    return (
        is_a("pair", word, language)
        or (number and is_a("sides", word, language))
        or (definite and is_a("opponents", word, language))
    )
