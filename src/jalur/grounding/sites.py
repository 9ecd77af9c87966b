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
            ranked.append((length, a, b, name))
    for _, a, b, name in sorted(ranked):
        found = resolve(scene, name)
        if found and found.grain not in {"country", "continent"}:
            return Where(found, doc.span(a, b), Reason("place", f"“{name}” in the sentence"))
    for _, a, b, name in sorted(ranked):
        if found := resolve(scene, name):
            return Where(found, doc.span(a, b), Reason("place", f"“{name}” in the sentence"))
    return country_of(scene, mention, first, stop)


def resolve(scene: Scene, name: str) -> Place | None:
    """A place name in the light of the states that the report speaks of."""
    known = tuple(c for c, _ in scene.cast.countries.most_common(5))
    return places.resolve(name, scene.doc.language, known).place


def country_of(scene: Scene, mention: Mention, first: int, stop: int) -> Where | None:
    """A state named with a preposition of place near the trigger ("in Turkey")."""
    doc = scene.doc
    for k in range(first, stop):
        hit = scene.cast.hits.get(k)
        if hit is None or hit.actor.kind != "state" or hit.last != k:
            continue
        local = {"di", "in", "ke", "to"} & set(cases(doc, k))
        if local and path_length(doc, mention.token, k) <= 3:
            found = resolve(scene, doc.span(hit.first, hit.last).cut(doc.text))
            if found:
                return Where(found, doc.span(hit.first, hit.last), Reason("place", "named state"))
    return None
