"""A denial that tells no event of its own is a denial of the event before it.

"The army shelled the hospital, doctors said. The army denied any involvement": the codebook makes
the army a source of the shelling, with stance denies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jalur.grounding.answerers import source_of
from jalur.grounding.scene import Scene
from jalur.model import Attribution, Claim, Source, Span

DENIABLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "COOPERATE"})
"""Deeds: who denies a demand or a promise refuses it, which is an event of its own."""

NEAR = 350
"""Most characters between an event and words that deny it: about two sentences."""


def with_denials(
    scene: Scene, claims: Sequence[Claim], attributions: Iterable[Attribution]
) -> list[Claim]:
    """The claims, those that somebody denies shortly after with that source as well."""
    found = list(claims)
    for attribution in attributions:
        if attribution.stance != "denies" or attribution.cue is None:
            continue
        source = source_of(scene, attribution)
        at = denied(found, attribution, source) if source else None
        if source and at is not None:
            found[at] = replace(found[at], sources=(*found[at].sources, source))
    return found


def denied(claims: Sequence[Claim], attribution: Attribution, source: Source) -> int | None:
    """Which claim a denial is of: the last deed before it that has to do with who denies."""
    cue = attribution.cue
    if cue is None or source.code is None or any(tells(c, attribution.content) for c in claims):
        return None
    near = [k for k, c in enumerate(claims) if 0 <= cue.start - c.trigger.end <= NEAR]
    for k in sorted(near, key=lambda k: -claims[k].trigger.start):
        if concerned(claims[k], source):
            return k
    return None


def tells(claim: Claim, content: Span | None) -> bool:
    """Whether what is denied tells a claim itself."""
    return content is not None and claim.trigger.overlaps(content)


def concerned(claim: Claim, source: Source) -> bool:
    """Whether a deed is one that somebody would deny: done by them, or by nobody named."""
    if claim.type not in DENIABLE or claim.status != "happened":
        return False
    codes = {p.code for p in claim.actors}
    return not codes or source.code in codes
