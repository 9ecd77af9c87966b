"""The place of an event: the place name of its sentence that belongs to it."""

from __future__ import annotations

from jalur.grounding.scene import Scene, path_length
from jalur.knowledge import places
from jalur.model import Mention, Place, Reason, Where
from jalur.syntax import cases

AT = {
    *("di", "ke", "dari", "dekat", "sekitar", "menuju", "pada", "di dalam", "di luar"),
    *(
        "in",
        "at",
        "near",
        "to",
        "on",
        "from",
        "outside",
        "inside",
        "around",
        "across",
        "into",
        "of",
    ),
}
WIDE = {"country", "continent"}
"""Grains that are a place only after a preposition of place: else the state acts."""

FAR = 5
"""Most steps in the tree between a trigger and a place that is not introduced by a preposition."""


def where_of(scene: Scene, mention: Mention) -> Where | None:
    """The most exact place of an event, or None when the report does not say."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[mention.token]]
    ranked = []
    for a, b, name in {scene.cast.places[k] for k in range(first, stop) if k in scene.cast.places}:
        head = next((k for k in range(a, b + 1) if not a <= doc.head[k] <= b), a)
        local = bool(AT & set(cases(doc, head)))
        length = path_length(doc, mention.token, head) + (0 if local else 3)
        if length <= FAR or (local and length <= FAR + 2):
            ranked.append((length, a, b, name, local))
    found = [
        (at, a, b, name, local)
        for _, a, b, name, local in sorted(ranked)
        if (at := resolve(scene, name))
    ]
    exact = [f for f in found if f[0].grain not in WIDE]
    wide = [f for f in found if f[0].grain in WIDE and f[4]]
    for at, a, b, name, _ in (*exact, *wide):
        return Where(at, doc.span(a, b), Reason("place", f"“{name}” in the sentence"))
    return None


def resolve(scene: Scene, name: str) -> Place | None:
    """A place name in the light of the states that the report speaks of."""
    return places.resolve(name, scene.doc.language, scene.cast.likely).place
