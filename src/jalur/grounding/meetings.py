"""For talks: the role of each participant, the mode and the format."""

from __future__ import annotations

from dataclasses import replace

from jalur.grounding.scene import Scene
from jalur.knowledge.talks import pattern, told
from jalur.model import Mention, Participant, Span
from jalur.syntax import relation

BESIDE = 40
"""How many characters beside a participant's words may hold the word of its role."""


def with_roles(scene: Scene, mention: Mention, actors: list[Participant]) -> list[Participant]:
    """The participants of talks, each party, mediator or host."""
    text, language = scene.doc.text, scene.doc.language
    found = []
    for actor in actors:
        role = "party"
        if actor.span:
            around = text[max(mention.passage.start, actor.span.start - BESIDE) : actor.span.end]
            around = around.rsplit(",", 1)[-1] + office_above(scene, actor.span)
            for candidate in ("mediator", "host"):
                if pattern(candidate, language).search(around):
                    role = candidate
        found.append(replace(actor, role=role))
    return found


def format_of(scene: Scene, mention: Mention) -> str | None:
    """How the sides meet, where the passage says so."""
    passage = mention.passage.cut(scene.doc.text)
    for kind in ("separate", "shuttle", "phone"):
        if told(kind, passage, scene.doc.language):
            return kind
    return None


def mode_of(scene: Scene, mention: Mention, actors: list[Participant]) -> str | None:
    """The mode of talks: as the lexicon says, else by mediator, telephone, visit or summit."""
    if mention.mode:
        return mention.mode
    if any(a.role == "mediator" for a in actors):
        return "third-party"
    trigger = mention.trigger.cut(scene.doc.text)
    for kind in ("phone", "visit", "multilateral"):
        if told(kind, trigger, scene.doc.language):
            return kind
    return None


def office_above(scene: Scene, span: Span) -> str:
    """The nouns that a participant's name hangs on, shared by coordinated ones."""
    doc, at, found = scene.doc, scene.token_at(span.start), ""
    for _ in range(5):
        if relation(doc, at) not in {"conj", "nmod", "compound", "flat", "appos"}:
            return found
        at = doc.head[at]
        found += f" {doc.lower[at]}"
    return found
