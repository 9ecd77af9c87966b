"""The several parties that one phrase takes up: "both sides", "they", "mereka"."""

from __future__ import annotations

from itertools import combinations

from jalur.grounding.antecedents import (
    CONJUNCTS,
    bound_out,
    code_at,
    names_party,
    teller_above,
)
from jalur.grounding.cast import Cast
from jalur.knowledge.conflicts import opposed
from jalur.knowledge.talks import told
from jalur.syntax import listed, members, phrase, relation

FADING = 0.5
"""How much less each sentence farther back counts for whom "both sides" mean."""

BODY = 0.3
"""What the name of a body counts for that, beside a state's or a group's."""

CLOSER = 0.5
"""How much more two parties weigh for that which fight each other, or are named together."""

STRONGEST = 3
"""How many of the parties that a text speaks of most may be meant by "both sides"."""

IN_PHRASE = {"conj", "nmod", "amod", "compound", "flat", "appos"}
"""Relations within the phrase of a noun."""


def pair_before(cast: Cast, head: int) -> list[int]:
    """Tokens of the two parties that "both sides", "kedua negara" take up: of those that the text
    before them speaks of most, what was said last most of all, two that fight or are named together
    before others. A body sooner mediates, and who is called a mediator, or does or says something
    to both, is none of them."""
    weight, last = spoken_of(cast, head)
    for code in {code_at(cast, i) for i in apart_from(cast, head) if names_party(cast, i)}:
        if len(weight) > 2:
            weight.pop(code, None)
    strongest = sorted(weight, key=lambda code: -weight[code])[:STRONGEST]
    together = joined_parties(cast, head)

    def worth(pair: tuple[str, str]) -> float:
        one, other = pair
        closer = opposed(one, other) + (frozenset(pair) in together)
        return (weight[one] + weight[other]) * (1 + CLOSER * closer)

    best = max(combinations(strongest, 2), key=worth, default=())
    return [last[code] for code in best]


def spoken_of(cast: Cast, head: int) -> tuple[dict[str, float], dict[str, int]]:
    """How much the text before a token speaks of each party, and the last token that names it."""
    here = cast.doc.sentence_of[head]
    weight: dict[str, float] = {}
    last: dict[str, int] = {}
    for i in (i for i in range(head) if names_party(cast, i)):
        hit = cast.hits.get(i)
        if (hit is not None and i != hit.first) or mediates(cast, i):
            continue
        code = code_at(cast, i)
        far = here - cast.doc.sentence_of[i]
        counts = BODY if hit and (hit.actor.kind == "body" or hit.actor.sector == "IGO") else 1.0
        weight[code] = weight.get(code, 0.0) + counts / (1 + FADING * far)
        last[code] = i
    return weight, last


def apart_from(cast: Cast, head: int) -> set[int]:
    """The tokens of who does something to both sides, or says something of them."""
    doc = cast.doc
    teller = teller_above(doc, head)
    return bound_out(cast, head) | (set() if teller is None else set(doc.subtree(teller)))


def joined_parties(cast: Cast, head: int) -> set[frozenset[str]]:
    """The parties that the text before a token names as two: "Thailand and Cambodia"."""
    doc = cast.doc
    named = [i for i in range(head) if relation(doc, i) == "conj" and names_party(cast, i)]
    return {frozenset((code_at(cast, i), code_at(cast, doc.head[i]))) for i in named}


def joined_before(cast: Cast, head: int) -> list[int]:
    """Tokens of the parties that "they", "mereka" take up: those joined in the subject spoken of
    last, in the pronoun's own sentence or the one before; none where that is one party alone."""
    doc, here = cast.doc, cast.doc.sentence_of[head]
    not_meant = bound_out(cast, head)
    for sentence in range(here, max(-1, here - 2), -1):
        first, stop = doc.bounds[sentence]
        subjects = [
            k
            for k in range(first, min(stop, head))
            if relation(doc, k) == "nsubj" and k not in not_meant and head not in doc.subtree(k)
        ]
        for subject in subjects:
            if parties := parties_in(cast, subject):
                return parties if len(parties) > 1 else []
    return []


def listed_before(cast: Cast, head: int, number: int) -> list[int]:
    """Tokens of the parties of the last list of so many before a token ("the four countries")."""
    doc = cast.doc
    for k in range(head - 1, -1, -1):
        if not names_party(cast, k):
            continue
        named: dict[str, int] = {}
        for i in (i for i in listed(doc, k) if names_party(cast, i)):
            named.setdefault(code_at(cast, i), i)
        if len(named) == number:
            return list(named.values())
    return []


def parties_in(cast: Cast, subject: int) -> list[int]:
    """A token of each party that a subject joins: "Putin and Trump", "the leaders of Rwanda and
    Congo"."""
    doc, found = cast.doc, dict[str, int]()
    joined = members(doc, subject)
    if len(joined) == 1:
        of = (c for c in doc.children[subject] if relation(doc, c) == "nmod")
        joined = next((m for c in of if len(m := members(doc, c)) > 1), joined)
    for member in joined:
        named = (k for k in phrase(doc, member) if names_party(cast, k))
        if (k := next(named, None)) is not None:
            found.setdefault(code_at(cast, k), k)
    return list(found.values())


def mediates(cast: Cast, i: int) -> bool:
    """Whether a name stands with a word for mediators: "para *mediator* dari Qatar dan Mesir"."""
    at, doc = i, cast.doc
    for _ in range(CONJUNCTS + 1):
        if any(told("mediator", doc.lower[k], doc.language) for k in (at, *doc.children[at])):
            return True
        if relation(doc, at) not in IN_PHRASE:
            return False
        at = doc.head[at]
    return False
