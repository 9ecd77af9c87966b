"""A denial that tells no event of its own is a denial of the event before it.

"The army shelled the hospital, doctors said. The army denied any involvement": the codebook makes
the army a source of the shelling, with stance denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from jalur.grounding.answerers import source_of
from jalur.grounding.scene import Scene
from jalur.knowledge.data import any_of, load_yaml
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
        at = denied(scene, found, attribution, source) if source else None
        if source and at is not None:
            found[at] = replace(found[at], sources=(*found[at].sources, source))
    return found


def denied(
    scene: Scene, claims: Sequence[Claim], attribution: Attribution, source: Source
) -> int | None:
    """Which claim a denial is of: the last deed before it that has to do with who denies, or the
    last of all where somebody denies to have had a part in it."""
    cue = attribution.cue
    if cue is None or source.code is None or any(tells(c, attribution.content) for c in claims):
        return None
    part = denies_part(scene, attribution)
    near = [k for k, c in enumerate(claims) if 0 <= cue.start - c.trigger.end <= NEAR]
    for k in sorted(near, key=lambda k: -claims[k].trigger.start):
        if is_deed(claims[k]) and (part or concerned(claims[k], source)):
            return k
    return None


def denies_part(scene: Scene, attribution: Attribution) -> bool:
    """Whether somebody denies to have had a part, without saying in what."""
    if attribution.content is None:
        return True
    words = attribution.content.cut(scene.doc.text)
    return bool(pattern(scene.doc.language).search(words))


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The words of having a part in something."""
    return any_of(load_yaml("ontology/denials.yaml")["part"][language])


def tells(claim: Claim, content: Span | None) -> bool:
    """Whether what is denied tells a claim itself."""
    return content is not None and claim.trigger.overlaps(content)


def is_deed(claim: Claim) -> bool:
    """Whether a claim is of a deed that was done."""
    return claim.type in DENIABLE and claim.status == "happened"


def concerned(claim: Claim, source: Source) -> bool:
    """Whether a deed is told of whoever denies: done by or to them, or by nobody named."""
    codes = {p.code for p in (*claim.actors, *claim.recipients)}
    return not claim.actors or source.code in codes
