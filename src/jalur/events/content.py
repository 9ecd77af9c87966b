"""What stands inside a request, threat, promise or refusal is its content, no event of its own.

Codebook: "The object of a request, threat or hope is not coded as an event of its own unless the
report treats it as a separate matter."
"""

from __future__ import annotations

from dataclasses import replace

from jalur.doc import Doc
from jalur.model import Mention
from jalur.syntax import cases, relation

HOLDING = {"REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE", "ACCUSE", "SUPPORT"}
TALKING = {"CONSULT", "SUPPORT"}
"""Types under which joint work is what is talked about or praised, not what is done: of such
nouns one in twelve is coded in the coded reports ("membahas kerja sama", "talks on trade")."""

OCCASIONS = {
    *("at", "during", "after", "following", "before", "dalam", "pada", "saat", "selama"),
    *("usai", "seusai", "setelah", "sebelum", "sela"),
}
"""Before the talks at which something was agreed or refused: they are told for themselves."""

APART = {
    *("while", "whereas", "although", "though", "after", "before", "when"),
    *("sementara", "sedangkan", "meski", "meskipun", "walaupun", "kendati", "setelah", "sebelum"),
    *("usai", "seusai", "ketika"),
}
"""Words that open a clause which tells something for itself, beside a verbal act."""

PAST = {
    *("after", "since", "following", "despite", "amid", "over"),
    *("setelah", "sejak", "usai", "seusai", "pasca", "menyusul", "meski", "akibat"),
}
"""Before what gives the time or the cause of an act: it is told for itself."""

DOWN = {"obj", "xcomp", "ccomp", "obl", "advcl", "nmod", "acl", "conj", "compound", "iobj", "csubj"}


def mark_content(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those inside a verbal act marked with its token, mere topics left out."""
    holders = {m.token: m for m in mentions if m.type in HOLDING}
    talking = {m.token: m for m in mentions if m.type in TALKING}
    told = [m for m in mentions if not is_topic(doc, m, talking) and not is_of(doc, m, talking)]
    return [replace(m, content_of=holder(doc, m, holders)) for m in told]


def is_topic(doc: Doc, mention: Mention, talking: dict[int, Mention]) -> bool:
    """Whether a noun of joint work is only what a meeting or a praise is about."""
    noun = mention.type == "COOPERATE" and doc.upos[mention.token] == "NOUN"
    return noun and holder(doc, mention, talking) is not None


def is_of(doc: Doc, mention: Mention, talking: dict[int, Mention]) -> bool:
    """Whether a clause only says of talks who leads them: "talks *mediated* by Qatar"; its agent
    takes part in them (`arguments.leaders`)."""
    if mention.type != "CONSULT" or relation(doc, mention.token) != "acl":
        return False
    head = doc.head[mention.token]
    return doc.upos[head] == "NOUN" and any(
        m.type == mention.type and m.trigger.start <= doc.start[head] < m.trigger.end
        for m in talking.values()
    )


def holder(doc: Doc, mention: Mention, holders: dict[int, Mention]) -> int | None:
    """The nearest verbal act above a mention whose object it is part of."""
    at, below = mention.token, ""
    for _ in range(8):
        up = doc.head[at]
        if up == at or relation(doc, at) not in DOWN or doc.deprel[at] == "acl:relcl":
            return None
        if relation(doc, at) == "advcl" and below == "ccomp":
            return None  # "rejected that, saying the rebels had attacked": a saying of its own
        if (mention.type == "CONSULT" and is_occasion(doc, at)) or is_beside(doc, at):
            return None
        if is_settled(doc, at):
            return None
        if relation(doc, at) == "conj" and up in holders:
            return None
        if up in holders:
            return None if refused(mention, holders[up]) else up
        at, below = up, relation(doc, at)
    return None


def is_beside(doc: Doc, at: int) -> bool:
    """Whether a clause stands beside another: "Israel accepted, *while* Hamas refused"."""
    opening = {doc.lower[c] for c in doc.children[at] if relation(doc, c) in {"mark", "advmod"}}
    return relation(doc, at) == "advcl" and bool(APART & opening)


def is_settled(doc: Doc, at: int) -> bool:
    """Whether words tell of what has come to pass before the act: a participle that says what has
    become of its noun ("a truce *agreed* in July"), or the time or cause of something ("since the
    *attack*")."""
    if relation(doc, at) == "acl":
        return is_participle(doc, at)
    return relation(doc, at) in {"obl", "nmod"} and bool(PAST & set(cases(doc, at)))


def is_participle(doc: Doc, i: int) -> bool:
    """Whether a verb beneath a noun is passive, and neither an infinitive nor a relative clause."""
    if doc.upos[i] != "VERB" or any(relation(doc, c) in {"mark", "aux"} for c in doc.children[i]):
        return False
    word = doc.lower[i]
    if doc.language == "id":
        return word.startswith(("di", "ter"))
    return not word.endswith("ing") and word != doc.lemma[i].lower()


def is_occasion(doc: Doc, at: int) -> bool:
    """Whether a phrase tells at which talks something was done."""
    return relation(doc, at) in {"obl", "advcl", "nmod"} and bool(OCCASIONS & set(cases(doc, at)))


def refused(mention: Mention, above: Mention) -> bool:
    """Whether a request stands inside its refusal: it was made, and is an event of its own."""
    return mention.type == "REQUEST" and above.type == "REJECT"
