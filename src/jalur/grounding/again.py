"""Words that tell again what other words tell: an attack and its deaths, "the talks", a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from jalur.grounding.scene import Scene
from jalur.model import Mention, Participant
from jalur.syntax import relation

DEFINITE = {"itu", "ini", "tersebut", "this", "these", "those", "that"}


def carries_on(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is the subject or the means of a verb that tells the same: "Turkish *air
    strikes* hit PKK positions in Iraq"; whom it struck is told by the verb."""
    doc, i = scene.doc, mention.token
    same = scene.types.get(doc.head[i]) == mention.type and doc.head[i] != i
    return same and relation(doc, i) in {"nsubj", "obl"} and doc.upos[i] != "VERB"


def takes_up_doer(one: Participant, actors: Sequence[Participant]) -> bool:
    """Whether a pronoun on the receiving side was taken for who acts ("its contribution", "menolak
    mereka"): a pronoun does not mean the subject of its own clause."""
    return one.reason.detail.startswith("takes up") and one.code in {a.code for a in actors}


def is_anaphoric(scene: Scene, mention: Mention) -> bool:
    """Whether a mention takes up a happening told before: "perundingan itu", "the attack"."""
    if any(a.role == "actor" and a.head in scene.triggers for a in mention.arguments):
        return True
    if is_consequence(scene, mention):
        return True
    words = {scene.doc.lower[c] for c in scene.doc.children[mention.token]}
    return scene.doc.upos[mention.token] == "NOUN" and bool(words & DEFINITE)


def is_consequence(scene: Scene, mention: Mention) -> bool:
    """Whether a verb only tells what came of an act of its type ("struck it, killing …")."""
    doc, i = scene.doc, mention.token
    above = doc.head[i]
    if mention.type != "ASSAULT" or relation(doc, i) != "advcl" or above == i:
        return False
    loose = doc.lower[i].endswith("ing") or any(
        doc.lower[c] in {"hingga", "sehingga"} for c in doc.children[i]
    )
    acts = {above, *(c for c in doc.children[above] if relation(doc, c) == "obj")}
    return loose and any(scene.types.get(k) == mention.type for k in acts)
