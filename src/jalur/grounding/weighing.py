"""Whether a mention is an event of the codebook, or only words that look like one.

A logistic regression over what is known of the mention: its words and type, its sides and how they
were found, its status, who tells it, where it stands, and what kind of report it stands in. It is
trained by `training/weighing.py` on coded reports; the table says on which, and how well it does in
cross-validation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from jalur.doc import Doc
from jalur.grounding import signs
from jalur.grounding.candidates import Asked
from jalur.grounding.choosing import Choice
from jalur.grounding.scene import Scene
from jalur.knowledge import trained
from jalur.knowledge.trained import squashed, weight_of
from jalur.model import Mention, Participant
from jalur.syntax import governors, relation

ANAPHORIC = {"itu", "tersebut", "ini", "the", "that", "this", "these", "those"}

FRIENDLY = {"type=AGREE", "type=AID", "type=COOPERATE", "type=SUPPORT"}
DOUBT = 0.15
"""How much likelier an event of a friendly type must be: its words ("support", "komitmen") name
programmes and wishes as often as deeds (.1 to .2 differ by less than a point on gold/train)."""

NO_DEAL = "status=AGREE.denied"
"""That no deal was reached is news in itself: the codebook has it as an event."""

GENRES = ("sport", "entertainment", "technology", "business")


def table() -> dict[str, Any]:
    """The trained weights; empty when there are none."""
    return trained.table("weighing")


def is_event(features: Sequence[str]) -> bool:
    """Whether a mention with these features is taken for an event."""
    known = table()
    if not known:
        return True
    doubt = DOUBT if FRIENDLY & set(features) and NO_DEAL not in features else 0.0
    return chance(features) >= float(known["threshold"]) + doubt


def chance(features: Sequence[str]) -> float:
    """How likely a mention with these features is an event, 0 to 1."""
    known = table()
    return squashed(float(known.get("bias", 0.0)) + weight_of(features, known.get("weights", {})))


def features_of(scene: Scene, asked: Asked, choice: Choice, above: Mention | None) -> list[str]:
    """What is known of a mention, as names of features; `above` holds it as its content."""
    mention, by = asked.mention, asked.by
    doc, i = scene.doc, mention.token
    words = mention.trigger.cut(doc.text).lower()
    kind = "noun" if doc.upos[i] in {"NOUN", "PROPN"} else "verb"
    sentence = doc.sentence_of[i]
    return [
        f"type={mention.type}",
        f"mode={mention.type}.{mention.mode}",
        f"words={mention.type}.{words}",
        f"kind={mention.type}.{kind}",
        f"status={mention.type}.{mention.status}",
        f"happened={mention.status}.{kind}",
        f"relation={kind}.{doc.deprel[i]}",
        f"clause={clause_of(doc, i)}",
        f"depth={min(5, len(governors(doc, i)))}.{kind}",
        f"content={above.type if above else 'free'}",
        f"told={by[0].kind}.{'quoted' if by[0].quoted else 'reported'}" if by else "told=report",
        f"place={min(6, sentence)}",
        f"itu={bool(ANAPHORIC & {doc.lower[c] for c in doc.children[i]})}.{kind}",
        f"length={min(3, len(words.split()))}",
        f"put={asked.where is not None}.{kind}",
        f"timed={bool(scene.times.get(sentence))}.{kind}",
        *side_features(mention, choice, kind),
        *neighbour_features(scene, mention, kind),
        *word_features(scene, mention),
        *genre_features(scene),
    ]


def neighbour_features(scene: Scene, mention: Mention, kind: str) -> list[str]:
    """What other words of the report tell events: above it in the tree, beneath it, before it."""
    doc, i, type_ = scene.doc, mention.token, mention.type
    first, stop = doc.bounds[doc.sentence_of[i]]
    here = [k for k in range(first, stop) if k in scene.types]
    above = next((k for k in governors(doc, i) if k in scene.types), None)
    beneath = next((k for k in here if k != i and i in governors(doc, k)), None)
    before = sum(t == type_ for k, t in scene.types.items() if k < first)
    found = [
        f"crowd={min(4, len(here))}.{kind}",
        f"opens={i == min(here, default=i)}.{kind}",
        f"before={min(3, before)}.{kind}",
        f"before={min(3, before)}.{type_}",
        f"twice={sum(scene.types[k] == type_ for k in here) > 1}.{type_}",
    ]
    for word, k in (("under", above), ("over", beneath)):
        other = "none" if k is None else scene.types[k]
        found += [f"{word}={other}.{kind}", f"{word}={other}.{type_}"]
    if above is not None:
        found.append(f"hangs={scene.types[above]}.{relation(doc, i)}.{kind}")
    return found


def word_features(scene: Scene, mention: Mention) -> list[str]:
    """The words that tell the event and those that fill its slots, by their lemmas and kinds."""
    doc, i, type_ = scene.doc, mention.token, mention.type
    found = [f"lemma={doc.lemma[i]}.{type_}", f"lemma={doc.lemma[i]}"]
    governor = doc.head[i]
    if governor != i:
        found += [f"governor={doc.lemma[governor]}", f"governor={doc.upos[governor]}.{doc.upos[i]}"]
    roles = set()
    for a in mention.arguments:
        named = doc.ner[a.head][2:] or ("known" if a.head in scene.cast.hits else "")
        found += [f"{a.role}={doc.upos[a.head]}.{named}.{type_}", f"{a.role}={doc.lemma[a.head]}"]
        roles.add(a.role)
    found += [f"unfilled={r}.{type_}" for r in ("actor", "recipient") if r not in roles]
    for c in doc.children[i]:
        found += [
            f"child={relation(doc, c)}.{doc.upos[i]}",
            f"beneath={relation(doc, c)}.{doc.lemma[c]}",
        ]
    return found


def side_features(mention: Mention, choice: Choice, kind: str) -> list[str]:
    """What the sides of a mention say of it, and how sure they are."""
    actors, recipients = choice.sides
    others = {p.code for p in recipients} - {p.code for p in actors}
    sure = "unknown" if choice.sure is None else min(9, int(10 * choice.sure))
    return [
        f"needs={mention.needs}.{bool(actors)}{bool(recipients)}",
        f"sides={mention.type}.{min(2, len(actors))}{min(2, len(recipients))}",
        *(f"actor={how(p)}.{kind}" for p in actors[:2]),
        *(f"recipient={how(p)}.{kind}" for p in recipients[:2]),
        f"others={mention.type}.{bool(others)}",
        f"sure={sure}",
        f"sure={sure}.{kind}",
    ]


def clause_of(doc: Doc, i: int) -> str:
    """The kind of clause a mention stands in, with the word that opens it."""
    for at in (i, *governors(doc, i)):
        if relation(doc, at) in {"acl", "advcl", "ccomp", "xcomp", "root", "parataxis"}:
            marks = [doc.lower[c] for c in doc.children[at] if relation(doc, c) == "mark"]
            return f"{relation(doc, at)}.{marks[0] if marks else ''}"
    return "root."


def how(one: Participant) -> str:
    """How a participant was found: the rule without the names in it."""
    rule = one.reason.detail.split(":")[0]
    return rule if rule.startswith("likely") else signs.how(one)


def genre_features(scene: Scene) -> list[str]:
    """How dense the words of other kinds of news stand in the report, in steps of one per cent."""
    dense = scene.genres
    steps = [f"genre={g}.{min(6, int(100 * dense[g]))}" for g in GENRES]
    strongest = max(GENRES, key=lambda g: dense[g])
    known = len(scene.cast.countries)
    public = scene.cast.public_life
    topic = (
        "unknown" if public is None else str(round(math.log((public + 1e-3) / (1.001 - public))))
    )
    return [
        *steps,
        f"public={topic}",
        f"genre={strongest}",
        f"states={min(4, known)}",
        f"armed={bool(scene.cast.group)}",
    ]
