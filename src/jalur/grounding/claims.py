"""One mention, fully resolved: a claim."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from jalur.grounding import weighing
from jalur.grounding.answerers import sources_of
from jalur.grounding.days import day_of
from jalur.grounding.meetings import format_of, mode_of, with_roles
from jalur.grounding.scene import Scene
from jalur.grounding.sites import where_of
from jalur.knowledge.issues import issues_in
from jalur.model import Attribution, Claim, Mention, Participant, Reason, Where

Told = Sequence[tuple[Mention, tuple[Attribution, ...]]]

BY_STATES = {
    ("COERCE", "arrest"),
    ("COERCE", "deport"),
    ("COERCE", "curfew"),
    ("COERCE", "martial-law"),
    ("SANCTION", "convict"),
    ("ACCUSE", "allege"),
    ("ACCUSE", "investigate"),
}
"""Acts that are a state's when they are told without a doer ("ditangkap", "was sentenced")."""

SWALLOWING = {"REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE"}
"""Verbal acts whose content is no event of its own (codebook, "Fields of an event")."""


def claim_of(
    scene: Scene, mention: Mention, by: tuple[Attribution, ...], told: Told
) -> Claim | None:
    """The claim that a mention makes, or None when it is no event of its own."""
    if is_content(mention, told):
        return None
    actors = people(scene, mention, "actor", by)
    recipients = [r for r in people(scene, mention, "recipient", by) if keeps(r, actors)]
    where = where_of(scene, mention)
    if not actors and (mention.type, mention.mode) in BY_STATES:
        actors = authorities(scene, where, recipients)
    if not enough(mention, actors, recipients) or not (recipients or mention.arguments):
        return None
    if not weighing.is_event(weighing.features_of(scene, mention, by, actors, recipients)):
        return None
    mode, meeting = mention.mode, None
    if mention.type == "CONSULT":
        actors = with_roles(scene, mention, actors)
        mode, meeting = mode_of(scene, mention, actors), format_of(scene, mention)
    return Claim(
        id=identity(scene, mention),
        type=mention.type,
        mode=mode,
        status=mention.status,
        actors=tuple(actors),
        recipients=tuple(recipients),
        day=day_of(scene, mention),
        where=where,
        issues=issues_in(mention.passage.cut(scene.doc.text), scene.doc.language),
        format=meeting,
        sources=sources_of(scene, mention, by, actors),
        trigger=mention.trigger,
        evidence=(mention.passage,),
        reasons=mention.reasons,
    )


def authorities(
    scene: Scene, where: Where | None, recipients: list[Participant]
) -> list[Participant]:
    """The state whose authorities arrest, charge or sentence when nobody is named for it."""
    code = (where.place.country if where else None) or scene.cast.home
    if code is None:
        return []
    reason = Reason("actor", "only authorities do this; the state where it happens")
    return [Participant(code, None, "COP", None, None, reason)]


def identity(scene: Scene, mention: Mention) -> str:
    """A stable name: report, characters of the trigger, type."""
    key = f"{scene.doc.report.id}:{mention.trigger.start}:{mention.type}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_content(mention: Mention, told: Told) -> bool:
    """Whether a mention is only what a request, threat, promise or refusal is about."""
    if mention.content_of is None:
        return False
    above = next((m for m, _ in told if m.token == mention.content_of), None)
    if above is None:
        return False
    if above.type in SWALLOWING:
        return True
    return above.type == mention.type


def people(
    scene: Scene, mention: Mention, role: str, by: tuple[Attribution, ...]
) -> list[Participant]:
    """The participants of one role, each code and name once."""
    found: dict[tuple[str, str | None], Participant] = {}
    for argument in mention.arguments:
        if argument.role == role and (one := scene.participant(argument.head, by)):
            found.setdefault((one.code, one.sector), one)
    return list(found.values())


def keeps(recipient: Participant, actors: list[Participant]) -> bool:
    """Whether a recipient is another than the actors (a state may act on its own people)."""
    return all(recipient.span != a.span for a in actors)


def enough(mention: Mention, actors: list[Participant], recipients: list[Participant]) -> bool:
    """Whether the sides that the lexicon asks for are parties of public life."""
    if mention.needs == "both":
        return bool(actors and (recipients or len(actors) > 1))
    if mention.needs == "actor":
        return bool(actors)
    if mention.needs == "recipient":
        return bool(recipients)
    return bool(actors or recipients)
