"""The place of an event: the place name of its sentence that belongs to it.

A room, house or street is an address: who speaks or meets there does so in its town.
"""

from __future__ import annotations

from typing import NamedTuple

from jalur.doc import Doc
from jalur.grounding.scene import Scene, path_length
from jalur.grounding.spots import THERE, Spot, is_wide, resolve, spots
from jalur.knowledge.places.spots import is_address
from jalur.knowledge.pronouns import is_a
from jalur.model import Mention, Place, Reason, Where
from jalur.syntax import cases, relation

BODILY = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"}
"""Types that are done with the body, at some place."""

BESIDE = 2
"""Most steps between a verb of saying and the place where it was said."""

DONE = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID"}
"""Types that are done at a place."""

BACK = 2
"""How many sentences back an event may have been put at a place."""

AROUND = 4
"""Most steps in the tree between a trigger and words that point back to its place."""

LARGER = 1
"""Steps by which a town may be farther than a region and still be the place that is meant."""

FAR = 5
"""Most steps in the tree between a trigger and a place that is not introduced by a preposition."""


class Named(NamedTuple):
    """A spot of a sentence and how it hangs on a trigger."""

    spot: Spot
    steps: int
    visited: bool = False

    @property
    def at(self) -> Place:
        """The place that the spot names."""
        return self.spot.at

    @property
    def local(self) -> bool:
        """Whether a preposition puts something there; a state's must stand right before it."""
        return self.visited or self.spot.direct or bool(self.spot.brought and not is_wide(self.at))

    @property
    def far(self) -> int:
        """How far it is from the trigger: what nothing puts there counts as farther."""
        return self.steps + (0 if self.local else 3)


def where_of(scene: Scene, mention: Mention) -> Where | Reason:
    """The most exact place of an event, or why none is known, with the places turned down.

    A saying happens where the speaker is, which only a place beside its verb tells; the places in
    what is said are others. What people do with force is told over several sentences: without a
    place of its own it happens where the sentences just before it were.
    """
    found = in_sentence(scene, mention)
    fitting = [f for f in found if not is_wide(f.at)]
    fitting += [f for f in found if is_wide(f.at) and f.local]
    if mention.type == "THREATEN":
        targets = {a.head for a in mention.arguments if a.role == "recipient"}
        fitting = [f for f in fitting if targets & set(range(f.spot.first, f.spot.last + 1))]
    elif mention.verbal:
        fitting = [f for f in fitting if f.local and f.steps <= BESIDE and not is_wide(f.at)]
    turned_down = tuple(
        f"“{f.spot.name}”: {against(f, fitting)}" for f in found if f not in fitting[:1]
    )
    if fitting:
        best = fitting[0].spot
        words = scene.doc.span(best.first, best.last)
        why = Reason("place", f"“{best.name}” in the sentence", turned_down)
        return Where(meant(best), words, why)
    pointed = None if mention.verbal else pointed_at(scene, mention)
    before = told_before(scene, mention) if mention.type in BODILY else None
    return pointed or before or Reason("place", "the report gives no place for it", turned_down)


def meant(spot: Spot) -> Place:
    """The place that a spot stands for: of an address, the town."""
    indoors = spot.around is not None and is_address(spot.name.split(",")[0])
    if spot.around is None or not indoors or is_wide(spot.around):
        return spot.at
    return spot.around


def against(one: Named, fitting: list[Named]) -> str:
    """Why a place of the sentence was not taken."""
    if one in fitting:
        return "another is more exact or nearer"
    return "too wide" if is_wide(one.at) else "not where this was done or said"


def in_sentence(scene: Scene, mention: Mention) -> list[Named]:
    """The places of a mention's sentence that can be its own, nearest in the tree first."""
    doc = scene.doc
    carrier = doc.head[mention.token]
    nominal = relation(doc, mention.token) == "nsubj" and carrier != mention.token
    ranked = []
    for one in spots(scene, doc.sentence_of[mention.token]):
        if scene.owned_by_another(mention, one.first, one.last) and not shared(scene, mention, one):
            continue
        words = range(one.start, one.last + 1)
        steps = min(path_length(doc, mention.token, k) for k in words)
        if nominal and one.brought and any(doc.head[k] == carrier for k in words):
            steps = 0
        named = Named(one, steps, mention.mode == "visit" and steps == 1)
        if named.far <= FAR + (2 if named.local else 0):
            ranked.append(named)
    return sorted(ranked, key=lambda n: (n.far + LARGER * (n.at.grain == "region"), n.spot.first))


def pointed_at(scene: Scene, mention: Mention) -> Where | None:
    """The exact place named last before words that point back to it: "shelled positions *there*",
    "bentrok di *kota itu*"."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[mention.token]]
    pointing = (k for k in range(first, stop) if points(doc, k))
    at = next((k for k in pointing if path_length(doc, mention.token, k) <= AROUND), None)
    if at is None:
        return None
    for sentence in range(doc.sentence_of[at], max(-1, doc.sentence_of[at] - BACK - 1), -1):
        for one in reversed(spots(scene, sentence)):
            if one.last < at and not is_wide(one.at) and one.at.grain != "region":
                words = doc.span(one.first, one.last)
                return Where(one.at, words, Reason("place", f"“{doc.words[at]}” for “{one.name}”"))
    return None


def points(doc: Doc, k: int) -> bool:
    """Whether a word points back to a place: "there", "di sana", "in the town"."""
    word, language = doc.lower[k], doc.language
    if is_a("there", word, language):
        return relation(doc, k) != "expl"
    beside = {doc.lower[c] for c in doc.children[k] if relation(doc, c) == "det"}
    beside |= {doc.lower[k + 1]} if language == "id" and k + 1 < len(doc) else set()
    placed = bool(THERE & set(cases(doc, k))) and is_a("spot", word, language)
    return placed and any(is_a("that", w, language) for w in beside)


def told_before(scene: Scene, mention: Mention) -> Where | None:
    """The last exact place that the sentences just before a mention put something at."""
    doc = scene.doc
    here = doc.sentence_of[mention.token]
    back = [s for s in range(max(0, here - BACK), here) if doc.paragraph[s] == doc.paragraph[here]]
    if not back:
        return None
    for sentence in reversed(back):
        for one in reversed(spots(scene, sentence)):
            if one.direct and one.brought in THERE and not is_wide(one.at):
                why = Reason("place", f"“{one.name}” just before")
                return Where(one.at, doc.span(one.first, one.last), why)
    return None


def shared(scene: Scene, mention: Mention, spot: Spot) -> bool:
    """Whether a place hangs on a noun that tells the same: "killed in air strikes near X"."""
    heads = {scene.doc.head[k] for k in range(spot.first, spot.last + 1)}
    return mention.type in DONE and mention.type in {scene.types.get(h) for h in heads}


def near(scene: Scene, token: int) -> Where | None:
    """The exact place named nearest to a token in its sentence."""
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[token]]
    named = {scene.cast.places[k] for k in range(first, stop) if k in scene.cast.places}
    for a, b, name in sorted(named, key=lambda n: (abs(n[0] - token), n)):
        at = resolve(scene, name)
        if at and not is_wide(at):
            return Where(at, doc.span(a, b), Reason("place", f"“{name}” beside the number"))
    return None
