"""A denial that tells no event of its own is a denial of the event before it.

"The army shelled the hospital, doctors said. The army denied any involvement": the codebook makes
the army a source of the shelling, with stance denies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jalur.grounding.answerers import source_of
from jalur.grounding.scene import Scene
from jalur.grounding.weighing import ANAPHORIC
from jalur.knowledge.denials import denied_by
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
        if (source := source_of(scene, attribution)) is None:
            continue
        for at in denied(scene, found, attribution, source):
            found[at] = replace(found[at], sources=(*found[at].sources, source))
    return found


def denied(
    scene: Scene, claims: Sequence[Claim], attribution: Attribution, source: Source
) -> list[int]:
    """Which claims a denial is of: the last deed before it that has to do with who denies, or the
    last of all where somebody denies to have had a part in it; what the same words tell that the
    same have done with it. A deed that is taken up by a bare noun ("the attack") is denied where it
    was told first as well."""
    cue = attribution.cue
    if cue is None or source.code is None:
        return []
    what = what_of(scene, attribution)
    if what != "presence" and any(tells(c, attribution.content) for c in claims):
        return []
    near = [k for k, c in enumerate(claims) if 0 <= cue.start - c.trigger.end <= NEAR]
    near.sort(key=lambda k: -claims[k].trigger.start)
    if what == "loss":
        near = [k for k in near if claims[k].type == "COERCE"]
    meant = [k for k in near if is_deed(claims[k])]
    meant = [k for k in meant if names_again(scene, attribution, claims[k])] or meant
    last = next((k for k in meant if what == "part" or concerned(claims[k], source)), None)
    if last is None:
        return []
    before = [k for k in meant if again(scene, claims[last], claims[k])]
    beside = [k for k in meant if k != last and told_with(claims[last], claims[k])]
    return sorted({last, *before[:1], *beside})


def what_of(scene: Scene, attribution: Attribution) -> str | None:
    """What somebody denies without telling it: to have had a part if nothing is said of it."""
    if attribution.content is None:
        return "part"
    return denied_by(attribution.content.cut(scene.doc.text), scene.doc.language)


def names_again(scene: Scene, attribution: Attribution, claim: Claim) -> bool:
    """Whether the words of a denial take up a noun of the passage that tells a claim: "denied it
    was behind the *blast*"."""
    content, passage = attribution.content, claim.evidence[0]
    if content is None or content.overlaps(passage):
        return False
    doc = scene.doc
    tokens = scene.tokens_in_range(passage.start, passage.end)
    told = {word for k in tokens for word in (doc.lower[k], doc.lemma[k])}
    return any(
        doc.upos[k] == "NOUN"
        and {doc.lower[k], doc.lemma[k]} & told
        and ANAPHORIC & {doc.lower[c] for c in doc.children[k]}
        for k in scene.tokens_in_range(content.start, content.end)
    )


def told_with(claim: Claim, other: Claim) -> bool:
    """Whether one passage tells two deeds of one type by the same: "set an office on fire and threw
    grenades at another"."""
    doers = {p.code for p in claim.actors}
    same = claim.type == other.type and doers == {p.code for p in other.actors}
    return same and claim.evidence[0] == other.evidence[0]


def again(scene: Scene, claim: Claim, earlier: Claim) -> bool:
    """Whether a claim takes up an earlier one of its type by a bare noun, without a day."""
    noun = scene.doc.upos[scene.token_at(claim.trigger.start)] == "NOUN"
    later = earlier.trigger.end <= claim.trigger.start
    return noun and later and claim.day is None and claim.type == earlier.type


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
