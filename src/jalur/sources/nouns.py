"""Telling nouns: "klaim Moskow bahwa …", "Moscow's claim that …"."""

from __future__ import annotations

from jalur.sources.order import rest_right
from jalur.sources.phrases import phrase_head, right_phrase
from jalur.sources.scene import Draft, Hit, Scene


def noun(scene: Scene, hit: Hit) -> Draft | None:
    """The draft of a telling noun: 'klaim Moskow bahwa …', "Moscow's claim that …"."""
    doc = scene.doc
    that = "bahwa" if doc.language == "id" else "that"
    window = range(hit.last + 1, min(hit.last + 10, hit.stop))
    at = next((j for j in window if doc.lower[j] == that), None)
    if at is None or at + 2 >= hit.stop:
        return None
    owner = None
    if any(scene.cues.match(doc.lower, j, at) for j in range(hit.last + 1, at)):
        return None
    if doc.language == "id" and at > hit.last + 1:
        owner = right_phrase(doc, hit.last + 1, at)
    elif doc.language == "en":
        if doc.lower[hit.first - 1] in ("his", "her", "their", "its"):
            owner = (hit.first - 1, hit.first - 1)
        elif doc.lower[hit.last + 1] in ("by", "from", "of") and at > hit.last + 2:
            owner = right_phrase(doc, hit.last + 2, at)
        elif (s := possessive(scene, hit)) is not None:
            owner = s
    if owner is None:
        return None
    told = rest_right(scene, at, hit.stop)
    if scene.is_parsed(hit.first):
        clause = [
            c
            for c in doc.children[hit.first]
            if c > at and doc.deprel[c].startswith(("acl", "ccomp"))
        ]
        if clause:
            told = (at + 1, max(doc.subtree(clause[0])))
    draft = Draft("noun", hit.cue.stance, (hit.first, hit.last), owner, phrase_head(doc, owner))
    draft.content = [told] if told else []
    return draft


def possessive(scene: Scene, hit: Hit) -> tuple[int, int] | None:
    """The owner before a noun: "the army's claim"."""
    doc = scene.doc
    for j in range(hit.first - 1, max(hit.begin, hit.first - 4) - 1, -1):
        if doc.lower[j] in ("'s", "’s", "'"):
            first = j - 1
            while first - 1 >= hit.begin and (
                doc.words[first - 1][:1].isupper() or doc.lower[first - 1] == "the"
            ):
                first -= 1
            return first, j - 1
    return None
