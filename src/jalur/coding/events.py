"""Mentions of one happening fold into one event."""

from __future__ import annotations

from dataclasses import replace

from jalur.coding.evidence import merge_evidence, merge_sources
from jalur.coding.sessions import with_parties
from jalur.knowledge.actors import STATE_CODE
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.model import Claim, Day, Participant

NEAR = 700
"""Most characters between an event and words that take it up: about three paragraphs."""


def fold_claims(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The distinct events among the claims of one report, in order of first mention.

    What only takes up something told before joins the last event of its type that it can be, and a
    session of talks that names nobody has the parties of the talks beside it. An event of which no
    mention names anybody is none that can be coded.
    """
    events: list[Claim] = []
    for claim in claims:
        at = taken_up(events, claim) if claim.takes_up else None
        if at is None:
            at = next((k for k, e in enumerate(events) if same_happening(e, claim)), None)
        if at is None:
            events.append(claim)
        else:
            events[at] = merged(events[at], claim)
    return tuple(e for e in with_parties(events) if e.actors or e.recipients)


def taken_up(events: list[Claim], claim: Claim) -> int | None:
    """The last event that a claim can take up: of its type, told shortly before, not at odds."""
    for k in range(len(events) - 1, -1, -1):
        event = events[k]
        far = claim.evidence[0].start - event.evidence[-1].end > NEAR
        if event.type != claim.type or far or at_odds(event, claim):
            continue
        return k
    return None


def at_odds(event: Claim, claim: Claim) -> bool:
    """Whether two claims cannot be one happening."""
    parties = codes(event.actors) | codes(event.recipients)
    others_ = codes(claim.actors) | codes(claim.recipients)
    filling = not (event.actors and claim.actors) and not (event.recipients and claim.recipients)
    apart = bool(parties and others_ and not parties & others_) and not filling
    differ = days_differ(event, claim) or places_differ(event, claim)
    return apart or differ or event.status != claim.status


def same_happening(a: Claim, b: Claim) -> bool:
    """Whether two claims of one report tell one happening."""
    if a.type != b.type or a.status != b.status or days_differ(a, b) or places_differ(a, b):
        return False
    if a.mode and b.mode and a.mode != b.mode and a.type != "CONSULT":
        return False
    if others(a.actors, b.actors) or others(a.recipients, b.recipients):
        return False
    first, second = codes(a.actors), codes(b.actors)
    if a.type in TWO_SIDED:
        return first <= second or second <= first
    to_first, to_second = codes(a.recipients), codes(b.recipients)
    return compatible(first, second) and compatible(to_first, to_second)


def compatible(a: set[str], b: set[str]) -> bool:
    """Whether one side's codes contain the other's; an unknown side is compatible with any."""
    return not a or not b or a <= b or b <= a


def others(a: tuple[Participant, ...], b: tuple[Participant, ...]) -> bool:
    """Whether one state's people on both sides bear names that share no word: other people."""
    for code in codes(a) & codes(b):
        first, second = names(a, code), names(b, code)
        if len(code) == STATE_CODE and first and second and not first & second:
            return True
    return False


def names(people: tuple[Participant, ...], code: str) -> set[str]:
    """The words of the names that people of one code bear."""
    return {w for p in people if p.code == code and p.name for w in p.name.lower().split()}


def codes(people: tuple[Participant, ...]) -> set[str]:
    """The codes of some participants."""
    return {p.code for p in people}


def days_differ(a: Claim, b: Claim) -> bool:
    """Whether both are told with days and the days exclude each other."""
    if a.day is None or b.day is None or not (a.day.told and b.day.told):
        return False
    return a.day.end < b.day.start or b.day.end < a.day.start


def places_differ(a: Claim, b: Claim) -> bool:
    """Whether both have a town or site, and another one: a spot may lie in the town."""
    if a.where is None or b.where is None or not (a.where.told and b.where.told):
        return False
    wide = {"country", "region", "continent", "water"}
    if a.where.place.grain in wide or b.where.place.grain in wide:
        return a.where.place.country != b.where.place.country
    one, other = (set(w.place.name.split(", ")) for w in (a.where, b.where))
    return not one & other


def merged(a: Claim, b: Claim) -> Claim:
    """The earlier claim, filled up with what the later one adds."""
    return replace(
        a,
        mode=a.mode or b.mode,
        actors=joined(a.actors, b.actors),
        recipients=joined(a.recipients, b.recipients),
        day=narrower(a, b),
        where=a.where if exact(a) >= exact(b) else b.where,
        issues=tuple(dict.fromkeys([*a.issues, *b.issues])),
        format=a.format or b.format,
        sources=merge_sources(a.sources, b.sources),
        evidence=merge_evidence(a.evidence, b.evidence),
        reasons=tuple(dict.fromkeys([*a.reasons, *b.reasons])),
        rivals=tuple(dict.fromkeys([*a.rivals, *b.rivals])),
    )


EXACT = {"country": 1, "region": 2, "water": 2}
"""How exact a place of a grain is; what is not listed is more exact than all that is."""


def exact(claim: Claim) -> int:
    """How exact the place of a claim is: none, a state, a part of one, a town or spot."""
    if claim.where is None or not claim.where.told:
        return 0 if claim.where is None else 1
    return 1 + EXACT.get(claim.where.place.grain, 3)


def narrower(a: Claim, b: Claim) -> Day | None:
    """The shorter of two ranges of days; one that is told before one that is taken over."""
    if a.day is None or b.day is None:
        return a.day or b.day
    if a.day.told != b.day.told:
        return a.day if a.day.told else b.day
    return b.day if b.day.end - b.day.start < a.day.end - a.day.start else a.day


def joined(a: tuple[Participant, ...], b: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Participants of both, each code once, names kept."""
    found: dict[str, Participant] = {}
    for one in (*a, *b):
        known = found.get(one.code)
        if known is None or (known.name is None and one.name):
            found[one.code] = one if known is None else replace(known, name=one.name, span=one.span)
    return tuple(found.values())
