"""The room where words become values: who, when, where, how many, each with its reason.

`ground` takes the mentions and tolls of a parsed report, each with the attributions that answer for
it, and gives claims: participants with their codes (`cast`, `people`, `participants`), days
(`days`), places (`places`), sources (`sources`), and for talks their roles and format (`talks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jalur.doc import Doc
from jalur.grounding.claims import asked_of, claim_of
from jalur.grounding.denials import with_denials
from jalur.grounding.mutual import each_way
from jalur.grounding.rivals import with_rivals
from jalur.grounding.scene import Scene
from jalur.grounding.tolls import Causes, toll_claim_of
from jalur.model import Attribution, Claim, Mention, Toll, TollClaim

__all__ = ["Grounded", "ground"]


@dataclass(frozen=True, slots=True)
class Grounded:
    """What a report claims: happenings and counts of people harmed, not yet folded together."""

    claims: tuple[Claim, ...]
    tolls: tuple[TollClaim, ...]


def ground(
    doc: Doc,
    told: Sequence[tuple[Mention, tuple[Attribution, ...]]],
    counted: Sequence[tuple[Toll, tuple[Attribution, ...]]],
    attributions: Sequence[Attribution],
) -> Grounded:
    """Resolve every mention and toll of a report.

    `attributions` are all of the report's: a time or a speaker that belongs to one of them is not
    an event's. Mentions without a party of public life, and what is only the content of a request
    or a threat, are left out.
    """
    scene = Scene.of(doc, attributions, [m for m, _ in told])
    scene.cast.mark_capitals()
    asked = [asked_of(scene, m, by) for m, by in told]
    claims = [
        each
        for at, one in enumerate(asked)
        if (claim := claim_of(scene, at, asked))
        for each in each_way(scene, one.mention, claim)
    ]
    claims = with_denials(scene, claims, attributions)
    claims = with_rivals(scene, claims, attributions)
    causes = Causes(scene, claims)
    tolls = [toll_claim_of(scene, t, by, causes) for t, by in counted]
    return Grounded(tuple(claims), tuple(t for t in tolls if t))
