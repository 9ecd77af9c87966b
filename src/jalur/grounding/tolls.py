"""A count of people harmed, with victims, doer, place, days and sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from jalur.grounding.answerers import THE_REPORT, source_of
from jalur.grounding.scene import Scene, Timed
from jalur.grounding.sites import near
from jalur.grounding.spots import resolve
from jalur.grounding.states import is_guess
from jalur.knowledge.harm import CAUSES, accidents
from jalur.model import Attribution, Claim, Participant, Reason, Toll, TollClaim, Where

NEAR = 2
"""How many sentences apart an event and the toll it caused may be told; of counts told farther off
one in three is coded. Who had to flee is told of wars as a whole, at any distance."""


def place_of(cause: Claim) -> Where | None:
    """Where the event that caused a toll is told to have happened, if its own words say it."""
    return cause.where if cause.where and cause.where.told else None


def toll_claim_of(
    scene: Scene, toll: Toll, by: tuple[Attribution, ...], causes: Causes
) -> TollClaim | None:
    """The toll resolved, or None when no event of the codebook's types can have caused it."""
    cause = causes.of(scene, toll)
    if cause is None or not is_public(scene, toll, cause):
        return None
    doers = {a.code for a in cause.actors}
    harmed = [p for a in toll.victims if (p := victim_of(scene, a.head, by))]
    victims = [own_people(p, toll, cause) for p in harmed if not (is_unsure(p) and p.code in doers)]
    sources = tuple(dict.fromkeys(s for a in by if (s := source_of(scene, a))))
    since = since_of(scene, toll)
    return TollClaim(
        kind="hostages" if toll.kind == "detained" and is_armed(cause) else toll.kind,
        quantity=toll.quantity,
        victims=first(victims) or first(cause.recipients),
        by=first(cause.actors),
        where=near(scene, toll.token) or place_of(cause),
        since=since.time.start if since else None,
        as_of=None,
        sources=sources or (THE_REPORT,),
        evidence=(toll.passage,),
        reasons=toll.reasons,
    )


def is_public(scene: Scene, toll: Toll, cause: Claim) -> bool:
    """Whether a count is of people harmed by an event: not by an accident, nor one arrest alone,
    nor people who are only asked to be freed."""
    doc = scene.doc
    low, high = toll.quantity.low, toll.quantity.high
    if toll.kind == "released" and cause.status != "happened":
        return False
    if toll.kind == "detained" and low == high == 1:
        return False
    apart = not toll.passage.overlaps(cause.trigger)
    return not (apart and accidents(doc.language).search(toll.passage.cut(doc.text)))


def own_people(one: Participant, toll: Toll, cause: Claim) -> Participant:
    """Suspects of no named state whom a state's police detain are of that state (codebook)."""
    states = [
        a for a in cause.actors if a.sector in {"COP", "GOV", "MIL", "JUD"} or a.sector is None
    ]
    if toll.kind != "detained" or one.reason.detail != "nameless" or not states:
        return one
    return replace(one, code=states[0].code, reason=Reason("actor", "detained by their own state"))


def is_armed(cause: Claim) -> bool:
    """Whether who acts is no state but an armed group: whom it holds are hostages."""
    return bool(cause.actors) and all(a.sector in {"REB", "UAF", "PRM"} for a in cause.actors)


def is_unsure(one: Participant) -> bool:
    """Whether a code was only taken from where it stands, or is no code but a word."""
    told = one.reason.detail
    return is_guess(one) or "armed group told of" in told or "nameless" in told


def victim_of(scene: Scene, head: int, by: tuple[Attribution, ...]) -> Participant | None:
    """Who the harmed are: people of no named state are those of the place told with them."""
    found = scene.participant(head, by)
    if found is None or not is_unsure(found):
        return found
    doc = scene.doc
    first, stop = doc.bounds[doc.sentence_of[head]]
    beside = sorted((abs(k - head), k) for k in range(first, stop) if k in scene.cast.places)
    for _, k in beside:
        at = resolve(scene, scene.cast.places[k][2])
        if at and at.country:
            why = Reason("actor", f"people at {at.name}")
            return replace(found, code=at.country, reason=why)
    return found


class Causes:
    """The events of a report that can have harmed people, by type and by sentence."""

    def __init__(self, scene: Scene, claims: Sequence[Claim]) -> None:
        self.by_type: dict[str, list[tuple[int, int, Claim]]] = {}
        for order, claim in enumerate(claims):
            if claim.status != "denied":
                there = scene.doc.sentence_of[scene.token_at(claim.trigger.start)]
                self.by_type.setdefault(claim.type, []).append((there, order, claim))
        for told in self.by_type.values():
            told.sort(key=lambda t: t[:2])

    def of(self, scene: Scene, toll: Toll) -> Claim | None:
        """The event that harmed: of a type that can, told nearest to the toll."""
        here = scene.doc.sentence_of[toll.token]
        ranked = []
        for type_ in CAUSES[toll.kind]:
            told = self.by_type.get(type_, [])
            at = bisect_left(told, here, key=lambda t: t[0])
            before = bisect_left(told, told[at - 1][0], key=lambda t: t[0]) if at else 0
            for there, order, claim in (*told[before : before + 1], *told[at : at + 1]):
                ranked.append((abs(here - there), there > here, order, claim))
        ranked.sort(key=lambda r: r[:3])
        if not ranked or (ranked[0][0] > NEAR and toll.kind != "displaced"):
            return None
        return ranked[0][3]


def since_of(scene: Scene, toll: Toll) -> Timed | None:
    """The day since which the people were counted."""
    here = scene.times.get(scene.doc.sentence_of[toll.token], ())
    return next((t for t in here if t.time.kind == "since"), None)


def first(people: Sequence[Participant]) -> Participant | None:
    """The first of some participants, if any."""
    return people[0] if people else None
