"""The place of an event: the place name of its sentence that belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from jalur.grounding.scene import Scene, path_length
from jalur.knowledge import places
from jalur.model import Mention, Place, Reason, Where
from jalur.syntax import cases, relation

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

BODILY = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"}
"""Types that are done with the body, at some place."""

BESIDE = 2
"""Most steps between a verb of saying and the place where it was said."""

BACK = 2
"""How many sentences back an event may have been put at a place."""

FAR = 5
"""Most steps in the tree between a trigger and a place that is not introduced by a preposition."""


class Named(NamedTuple):
    """A place name of a sentence: resolved, its tokens, and how it hangs on a trigger."""

    at: Place
    first: int
    last: int
    name: str
    local: bool
    steps: int


def where_of(scene: Scene, mention: Mention) -> Where | Reason:
    """The most exact place of an event, or why none is known, with the places turned down.

    A saying happens where the speaker is, which only a place beside its verb tells; the places in
    what is said are others. What people do with force is told over several sentences: without a
    place of its own it happens where the sentences just before it were.
    """
    found = in_sentence(scene, mention)
    fitting = [f for f in found if f.at.grain not in WIDE]
    fitting += [f for f in found if f.at.grain == "country" and f.local]
    if mention.type == "THREATEN":
        targets = {a.head for a in mention.arguments if a.role == "recipient"}
        fitting = [f for f in fitting if targets & set(range(f.first, f.last + 1))]
    elif mention.verbal:
        fitting = [f for f in fitting if f.local and f.steps <= BESIDE and f.at.grain not in WIDE]
    turned_down = tuple(f"“{f.name}”: {against(f, fitting)}" for f in found if f not in fitting[:1])
    if fitting:
        words = scene.doc.span(fitting[0].first, fitting[0].last)
        why = Reason("place", f"“{fitting[0].name}” in the sentence", turned_down)
        return Where(fitting[0].at, words, why)
    before = told_before(scene, mention) if mention.type in BODILY else None
    return before or Reason("place", "the report gives no place for it", turned_down)


def against(one: Named, fitting: list[Named]) -> str:
    """Why a place of the sentence was not taken."""
    if one in fitting:
        return "another is more exact or nearer"
    return "too wide" if one.at.grain in WIDE else "not where this was done or said"


def in_sentence(scene: Scene, mention: Mention) -> list[Named]:
    """The places of a mention's sentence that can be its own, nearest in the tree first."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[mention.token]]
    ranked = []
    carrier = doc.head[mention.token]
    nominal = relation(doc, mention.token) == "nsubj" and carrier != mention.token
    for a, b, name in {scene.cast.places[k] for k in range(first, stop) if k in scene.cast.places}:
        if scene.owned_by_another(mention, a, b):
            continue
        head = next((k for k in range(a, b + 1) if not a <= doc.head[k] <= b), a)
        local = bool(AT & set(cases(doc, head)))
        steps = path_length(doc, mention.token, head)
        if nominal and doc.head[head] == carrier and local:
            steps = 0
        if steps + (0 if local else 3) <= FAR + (2 if local else 0):
            ranked.append((steps + (0 if local else 3), a, b, name, local, steps))
    return [
        Named(at, a, b, name, local, steps)
        for _, a, b, name, local, steps in sorted(ranked)
        if (at := resolve(scene, name))
    ]


def told_before(scene: Scene, mention: Mention) -> Where | None:
    """The last exact place that the sentences just before a mention put something at."""
    doc = scene.doc
    here = doc.sentence_of[mention.token]
    back = [s for s in range(max(0, here - BACK), here) if doc.paragraph[s] == doc.paragraph[here]]
    if not back:
        return None
    first = doc.bounds[back[0]][0]
    for k in range(doc.bounds[here][0] - 1, first - 1, -1):
        named = scene.cast.places.get(k)
        if named is None or not {"di", "in", "at", "near"} & set(cases(doc, k)):
            continue
        at = resolve(scene, named[2])
        if at and at.grain not in WIDE:
            why = Reason("place", f"“{named[2]}” just before")
            return Where(at, doc.span(named[0], named[1]), why)
    return None


def resolve(scene: Scene, name: str) -> Place | None:
    """A place name in the light of the states that the report speaks of."""
    return places.resolve(name, scene.doc.language, scene.cast.likely).place


def near(scene: Scene, token: int) -> Where | None:
    """The exact place named nearest to a token in its sentence."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[token]]
    named = {scene.cast.places[k] for k in range(first, stop) if k in scene.cast.places}
    for a, b, name in sorted(named, key=lambda n: abs(n[0] - token)):
        at = resolve(scene, name)
        if at and at.grain not in WIDE:
            return Where(at, doc.span(a, b), Reason("place", f"“{name}” beside the number"))
    return None
