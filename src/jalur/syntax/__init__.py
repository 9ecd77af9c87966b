"""Questions that every stage asks of a tree: subjects, phrases, cases, conjuncts, governors.

The relations are those of Universal Dependencies (universaldependencies.org). The parser errs, in
the Indonesian treebanks even the gold does; so each question takes the relation that should hold
first and then the ones that stand in for it by mistake.
"""

from __future__ import annotations

from jalur.syntax.clauses import (
    AGENT_CASES,
    PHRASES,
    agent,
    grammatical_subject,
    is_passive,
    late_subject,
    patient,
)
from jalur.syntax.linear import addressee, linear_object, linear_subject
from jalur.syntax.lists import likewise, listed, together
from jalur.syntax.phrases import (
    BARE,
    cases,
    child,
    clause,
    conjuncts,
    governors,
    head_of_span,
    members,
    phrase,
    phrase_head,
    phrase_span,
    relation,
)

__all__ = [
    "AGENT_CASES",
    "BARE",
    "PHRASES",
    "addressee",
    "agent",
    "cases",
    "child",
    "clause",
    "conjuncts",
    "governors",
    "grammatical_subject",
    "head_of_span",
    "is_passive",
    "late_subject",
    "likewise",
    "linear_object",
    "linear_subject",
    "listed",
    "members",
    "patient",
    "phrase",
    "phrase_head",
    "phrase_span",
    "relation",
    "together",
]
