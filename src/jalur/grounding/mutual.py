"""What two do to each other: "saling menuduh", "accused each other".

Both are named as those who act. Of a verbal act each one's words are an event of their own (the
codebook: two events if they differ in who acts); of a fight or of common work both act in one.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from jalur.grounding.scene import Scene
from jalur.knowledge.pronouns import each_other
from jalur.model import Claim, Mention

BEFORE, AFTER = 2, 3
"""How many tokens before and after the words of an event its "saling" or "each other" may stand."""

SPOKEN = {"ACCUSE"}
"""Types of which each one's words are an event."""


def is_mutual(scene: Scene, mention: Mention) -> bool:
    """Whether words say that those who act do it to each other."""
    if mention.joint and mention.type == "ASSAULT":
        return True
    doc = scene.doc
    begin, end = doc.bounds[doc.sentence_of[mention.token]]
    own = scene.tokens_in_range(mention.trigger.start, mention.trigger.end)
    first, stop = max(begin, own.start - BEFORE), min(end, own.stop + AFTER)
    words = doc.lower[first:stop]
    return any(
        tuple(words[k : k + len(form)]) == form
        for form in each_other(doc.language)
        for k in range(len(words))
    )


def each_way(scene: Scene, mention: Mention, claim: Claim) -> list[Claim]:
    """A claim that two do something to each other as one for either; any other as it is."""
    if claim.type not in SPOKEN or len(claim.actors) != 2 or claim.recipients:
        return [claim]
    if not is_mutual(scene, mention):
        return [claim]
    one, other = claim.actors
    back = hashlib.sha256(f"{claim.id}:back".encode()).hexdigest()[: len(claim.id)]
    return [
        replace(claim, actors=(one,), recipients=(other,)),
        replace(claim, id=back, actors=(other,), recipients=(one,)),
    ]
