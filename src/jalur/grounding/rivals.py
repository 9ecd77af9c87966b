"""What another source tells otherwise of a happening: its day, its place, or who did it.

"A depot in Zvecan was set on fire on Sunday, police said. The mayor said *the fire had been in
Leposavic*." "The governor *blamed Islamic State*." Such words tell no happening of their own; they
are kept beside the claim that they contradict, with whoever says them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from jalur.grounding.answerers import source_of
from jalur.grounding.days import LOOSE, resolved
from jalur.grounding.denials import DENIABLE, NEAR
from jalur.grounding.scene import Scene
from jalur.grounding.spots import is_wide, spots
from jalur.grounding.weighing import ANAPHORIC
from jalur.knowledge.rivals import phrases, rival
from jalur.model import Attribution, Claim, Day, Reason, Rival, Source, Span, Where
from jalur.syntax import relation

REACH = 6
"""Most tokens between what takes up a happening and the word that it came to pass."""

CONTENT = {"xcomp", "ccomp", "acl", "advcl"}
"""Relations of what somebody is accused of."""

HELD = DENIABLE | {"CONSULT", "RETREAT"}
"""Types of which a day and a place are told."""


def with_rivals(
    scene: Scene, claims: Sequence[Claim], attributions: Iterable[Attribution]
) -> list[Claim]:
    """The claims, each with what other sources tell otherwise of it. A noun that only takes up what
    is told otherwise ("said *the raid* was on Friday") tells no happening beside it."""
    found, again = list(claims), set[int]()
    for attribution in attributions:
        for at, one, subject in told_otherwise(scene, found, attribution):
            found[at] = with_rival(found[at], one)
            again.add(scene.doc.start[subject])
    for accusation in claims:
        for at, one in blamed(scene, found, accusation):
            found[at] = with_rival(found[at], one)
    return [c for c in found if not (c.takes_up and c.trigger.start in again)]


def with_rival(claim: Claim, one: Rival) -> Claim:
    """A claim with one more rival account."""
    return replace(claim, rivals=(*claim.rivals, one))


def told_otherwise(
    scene: Scene, claims: Sequence[Claim], attribution: Attribution
) -> Iterator[tuple[int, Rival, int]]:
    """The day and the place that a source gives otherwise, with the claim that they are of and the
    word that takes it up."""
    content = attribution.content
    if content is None or attribution.cue is None or attribution.head is None:
        return
    tokens = scene.tokens_in_range(content.start, content.end)
    subject = next((k for k in tokens if takes_up(scene, k)), None)
    after = None if subject is None else came_to_pass(scene, subject, tokens)
    source = source_of(scene, attribution)
    if subject is None or after is None or source is None:
        return
    rest = own_words(scene, range(after, tokens.stop))
    days, where = days_in(scene, rest), place_in(scene, rest)
    for at in meant(scene, claims, subject, HELD):
        told = [c for c in claims if c.evidence[0] == claims[at].evidence[0]]
        if any(is_again(s, source) for s in claims[at].sources):
            return
        other = next((d for d in days if any(is_other_day(c, d) for c in told)), None)
        there = where if where and any(is_other_place(c, where) for c in told) else None
        if other or there:
            yield at, Rival(source, content, day=other, where=there), subject
            return


def takes_up(scene: Scene, k: int) -> bool:
    """Whether a token takes up a happening told before: "the raid", "it", "kejadiannya"."""
    doc, language = scene.doc, scene.doc.language
    if doc.lower[k] == "it" and language == "en":
        return relation(doc, k) in {"nsubj", "expl"}
    if not any(rival("happening", w, language) for w in (doc.lower[k], doc.lemma[k])):
        return False
    beside = {doc.lower[c] for c in doc.children[k]} | set(doc.lower[k + 1 : k + 2])
    return bool(beside & (ANAPHORIC | {"nya"}))


def came_to_pass(scene: Scene, subject: int, tokens: range) -> int | None:
    """The token after which a clause tells when or where a happening came to pass; None where it
    tells something else of it."""
    doc = scene.doc
    for k in range(subject + 1, min(subject + REACH, tokens.stop)):
        if k in scene.types or doc.upos[k] == "PUNCT" or rival("yet", doc.lower[k], doc.language):
            return None
        if any(rival("place", w, doc.language) for w in (doc.lower[k], doc.lemma[k])):
            passive = doc.lemma[k] == "be" and doc.upos[k + 1 : k + 2] == ("VERB",)
            return k + 1 + passive
        if doc.language == "id" and (k in scene.cast.places or is_timed(scene, k)):
            return k
    return None


def own_words(scene: Scene, tokens: range) -> range:
    """The tokens up to the next verb: what follows it is told of something else."""
    doc = scene.doc
    verbs = (k for k in tokens if doc.upos[k] == "VERB")
    return range(tokens.start, next(verbs, tokens.stop))


def is_timed(scene: Scene, k: int) -> bool:
    """Whether a token is part of a time."""
    here = scene.times.get(scene.doc.sentence_of[k], ())
    return any(t.first <= k <= t.last for t in here)


def meant(scene: Scene, claims: Sequence[Claim], subject: int, types: Collection[str]) -> list[int]:
    """The claims of some types that words may take up, the likeliest first: of those whose passage
    has their noun, else of deeds, the last one before them."""
    doc = scene.doc
    start = doc.start[subject]
    near = [
        k
        for k, c in enumerate(claims)
        if c.type in types and c.status == "happened"
        if 0 <= start - c.evidence[0].end <= NEAR
    ]
    near.sort(key=lambda k: -claims[k].trigger.start)
    words = {doc.lower[subject], doc.lemma[subject]}
    named = [k for k in near if words & words_of(scene, claims[k].evidence[0])]
    named.sort(key=lambda k: not words & words_of(scene, claims[k].trigger))
    return named or [k for k in near if claims[k].type in DENIABLE]


def words_of(scene: Scene, passage: Span) -> set[str]:
    """The words of a passage, as written and as lemmas."""
    tokens = scene.tokens_in_range(passage.start, passage.end)
    return {w for k in tokens for w in (scene.doc.lower[k], scene.doc.lemma[k])}


def days_in(scene: Scene, tokens: range) -> list[Day]:
    """The days, or pairs of days, that some tokens name: "not on Monday but on *Sunday*"."""
    if not tokens:
        return []
    here = scene.times.get(scene.doc.sentence_of[tokens.start], ())
    told = (t for t in here if t.first in tokens and t.time.kind not in LOOSE)
    found = (resolved(scene, timed) for timed in told)
    return [d for d in found if d is not None and (d.end - d.start).days <= 1]


def place_in(scene: Scene, tokens: range) -> Where | None:
    """The first exact place that some tokens name."""
    if not tokens:
        return None
    for one in spots(scene, scene.doc.sentence_of[tokens.start]):
        if one.first in tokens and one.brought and not is_wide(one.at) and one.at.grain != "region":
            words = scene.doc.span(one.first, one.last)
            return Where(one.at, words, Reason("place", f"“{one.name}”, told by another source"))
    return None


def is_other_day(claim: Claim, day: Day) -> bool:
    """Whether a day excludes that of a claim."""
    own = claim.day
    return own is not None and own.told and (day.end < own.start or own.end < day.start)


def is_other_place(claim: Claim, where: Where) -> bool:
    """Whether a place excludes that of a claim."""
    own = claim.where
    if own is None or not own.told or is_wide(own.place) or own.place.grain == "region":
        return False
    one, other = (set(w.place.name.split(", ")) for w in (own, where))
    return not one & other


def is_again(one: Source, other: Source) -> bool:
    """Whether a source is one that told the happening, in other words, already."""
    same = (one.code, one.name) == (other.code, other.name)
    return same and one.cue != other.cue and one.stance == "asserts"


def blamed(scene: Scene, claims: Sequence[Claim], accusation: Claim) -> Iterator[tuple[int, Rival]]:
    """Whom an accusation makes the doer of a deed told shortly before it."""
    if accusation.type != "ACCUSE" or not accusation.recipients:
        return
    doc, token = scene.doc, scene.token_at(accusation.trigger.start)
    stop = scene.token_at(accusation.evidence[0].end - 1) + 1
    taken = next((k for k in range(token + 1, stop) if takes_up(scene, k)), None)
    said = taken is not None and guilty(scene, taken)
    own = scene.tokens_in_range(accusation.trigger.start, accusation.trigger.end)
    words = [w for k in own for w in (doc.lemma[k], doc.lower[k])]
    verb = doc.upos[token] == "VERB" and any(rival("blame", w, doc.language) for w in words)
    if not said and not (verb and is_bare(scene, token, stop)):
        return
    doers = accusation.recipients
    for at in meant(scene, claims, token if taken is None else taken, {"ASSAULT"})[:1]:
        if not {p.code for p in doers} <= {p.code for p in claims[at].actors}:
            yield at, Rival(accusation.sources[0], accusation.evidence[0], actors=doers)


def is_bare(scene: Scene, token: int, stop: int) -> bool:
    """Whether an accusation does not say of what, or only takes it up: "Bamako blamed the CMA (for
    the attack)"."""
    doc = scene.doc
    beside = {k for k in doc.subtree(token) if relation(doc, k) == "appos"}
    aside = {k for top in beside for k in doc.subtree(top)}
    below = {k for k in doc.subtree(token) if token < k < stop} - aside
    after = {k + n for k in below if doc.lower[k] in {"of", "for"} for n in (1, 2) if k + n < stop}
    acts = {k for k in below if relation(doc, k) in CONTENT} | after
    told = {k for k in below if scene.types.get(k, "ACCUSE") != "ACCUSE" and not takes_up(scene, k)}
    return not told and not any(doc.upos[k] in {"VERB", "AUX"} for k in acts)


def guilty(scene: Scene, taken: int) -> bool:
    """Whether what takes up a deed stands after words of guilt: "was behind the blast"."""
    doc = scene.doc
    first = max(doc.bounds[doc.sentence_of[taken]][0], taken - REACH)
    return bool(phrases("guilt", doc.language).search(doc.span(first, taken).cut(doc.text)))
