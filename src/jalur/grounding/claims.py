"""One mention, fully resolved: a claim."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from jalur.grounding import weighing
from jalur.grounding.again import is_anaphoric
from jalur.grounding.answerers import sources_of
from jalur.grounding.candidates import Asked
from jalur.grounding.choosing import Choice, chosen
from jalur.grounding.days import day_of
from jalur.grounding.elsewhere import elsewhere
from jalur.grounding.meetings import format_of, mode_of, with_roles
from jalur.grounding.mutual import is_mutual
from jalur.grounding.scene import Scene
from jalur.grounding.sides import sides_of
from jalur.grounding.sites import where_of
from jalur.knowledge.issues import issues_in
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Attribution, Claim, Day, Mention, Participant, Reason, Where

Told = Sequence[Asked]

DEALS = {"CONSULT", "AGREE", "RETREAT", "SUPPORT"}
"""Types whose absence is news in itself: no talks held, no deal reached, nobody released."""

BOTH = 2
"""How many do something to each other."""

SWALLOWING = {"REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE"}
"""Verbal acts whose content is no event of its own (codebook, "Fields of an event")."""


def asked_of(scene: Scene, mention: Mention, by: Sequence[Attribution]) -> Asked:
    """A mention with its place and the sides that the rules find."""
    place = where_of(scene, mention)
    where = place if isinstance(place, Where) else None
    return Asked(mention, by, place, sides_of(scene, mention, by, where))


def claim_of(scene: Scene, at: int, told: Told) -> Claim | None:
    """The claim that the mention at one place makes, or None when it is no event of its own."""
    asked = told[at]
    if is_in_name(scene, asked.mention):
        return None
    mention, by, place, where = asked.mention, asked.by, asked.place, asked.where
    above = holder(mention, told)
    if above is not None and above.type in {*SWALLOWING, mention.type}:
        return None
    takes_up = mention.again or is_taken_up(scene, mention)
    known = takes_up and any(e.mention.type == mention.type for e in told[:at])
    if mention.again and not known:
        return None
    noun = scene.doc.upos[mention.token] == "NOUN"
    unnamed = noun and not any(asked.sides)
    mutual = of_both(scene, asked)
    plain = mutual or (Choice(asked.sides) if known or unnamed else None)
    choice = plain or chosen(scene, asked, told[:at])
    actors, recipients = map(list, choice.sides)
    anchor = takes_up or is_anchored(asked) or (unnamed and is_session(scene, asked))
    if not (mutual or anchor or enough(mention, actors, recipients)):
        return None
    if not is_told(scene, mention, actors, recipients):
        return None
    features = weighing.features_of(scene, asked, choice, above)
    if not anchor and not weighing.is_event(features):
        return None
    mode, meeting = mention.mode, None
    if mention.type == "CONSULT":
        actors = with_roles(scene, mention, actors)
        mode, meeting = mode_of(scene, mention, actors), format_of(scene, mention)
    day = day_of(scene, mention, by)
    unknown = tuple(v for v in (day, place) if isinstance(v, Reason))
    return Claim(
        id=identity(scene, mention),
        type=mention.type,
        mode=mode,
        status=mention.status,
        actors=tuple(actors),
        recipients=tuple(recipients),
        day=day if isinstance(day, Day) else None,
        where=where or elsewhere(scene, at, told),
        issues=issues_in(mention.passage.cut(scene.doc.text), scene.doc.language),
        format=meeting,
        sources=sources_of(scene, mention, by, actors),
        trigger=mention.trigger,
        evidence=(mention.passage,),
        reasons=(*mention.reasons, *unknown),
        takes_up=takes_up,
    )


def of_both(scene: Scene, asked: Asked) -> Choice | None:
    """The two who act on one side, where each does it to the other or they are "both sides"."""
    two = len(asked.codes("actor")) == BOTH
    mutual = two and (is_mutual(scene, asked.mention) or is_pair(asked))
    return Choice((asked.sides[0], [])) if mutual else None


def is_pair(asked: Asked) -> bool:
    """Whether the parties of talks are the two that the report speaks of: "both sides met"."""
    actors = asked.sides[0]
    joint = asked.mention.type in TWO_SIDED
    return joint and all(p.reason.detail.startswith("both sides") for p in actors)


def is_told(
    scene: Scene, mention: Mention, actors: list[Participant], recipients: list[Participant]
) -> bool:
    """Whether words really tell an event, rather than an aim, a lack, or one side's talking.

    Of such mentions at most one in four is coded in gold/train: infinitives of purpose, plain
    negations of anything but talks, deals and releases, and talks of which one side is known.
    """
    clause = weighing.clause_of(scene.doc, mention.token)
    if clause in {"acl.to", "advcl.to"} and mention.status != "planned":
        return False
    negated = any(r.rule == "negated" for r in mention.reasons)
    if negated and mention.type not in DEALS:
        return False
    alone = len({p.code for p in (*actors, *recipients)}) == 1
    same_state = len(actors) > 1
    return mention.type != "CONSULT" or not alone or same_state or mention.mode is not None


def is_taken_up(scene: Scene, mention: Mention) -> bool:
    """Whether a noun may only take up a happening told before: with "itu", or naming nobody."""
    if mention.content_of is not None:
        return False
    bare = scene.doc.upos[mention.token] == "NOUN" and not mention.arguments
    return bare or is_anaphoric(scene, mention)


def is_anchored(asked: Asked) -> bool:
    """Whether talks, a deal or joint work are told with a place of their own."""
    where = asked.where
    return asked.mention.type in TWO_SIDED and where is not None and where.told


def is_session(scene: Scene, asked: Asked) -> bool:
    """Whether a noun of talks tells one of several sessions: it is set for a day of its own, though
    nobody is named ("pertemuan serupa pekan lalu", "the next round is due on Monday")."""
    if asked.mention.type != "CONSULT":
        return False
    day = day_of(scene, asked.mention, asked.by)
    return isinstance(day, Day) and day.told


def is_in_name(scene: Scene, mention: Mention) -> bool:
    """Whether the words stand inside the longer name of a party ("Pasukan *Dukungan* Cepat")."""
    hit = scene.cast.hits.get(mention.token)
    return hit is not None and hit.last > hit.first and hit.actor.kind in {"group", "body"}


def holder(mention: Mention, told: Told) -> Mention | None:
    """The verbal act whose object a mention is part of."""
    if mention.content_of is None:
        return None
    return next((a.mention for a in told if a.mention.token == mention.content_of), None)


def identity(scene: Scene, mention: Mention) -> str:
    """A stable name: report, characters of the trigger, type."""
    key = f"{scene.doc.report.id}:{mention.trigger.start}:{mention.type}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def enough(mention: Mention, actors: list[Participant], recipients: list[Participant]) -> bool:
    """Whether the sides that the lexicon asks for are parties of public life."""
    if mention.needs == "both":
        return bool(actors and (recipients or len(actors) > 1))
    if mention.needs == "actor":
        return bool(actors)
    if mention.needs == "recipient":
        return bool(recipients)
    return bool(actors or recipients)
