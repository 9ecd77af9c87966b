"""Sessions of talks that name nobody."""

from __future__ import annotations

from dataclasses import replace

from jalur.coding.sessions import with_parties
from jalur.model import Claim, CodedReport


def test_a_session_has_the_parties_of_the_talks_told_last_before_it(paris: CodedReport) -> None:
    talks = next(e for e in paris.events if e.type == "CONSULT" and len(e.actors) > 1 and e.day)
    session = replace(talks, actors=(), recipients=())
    undated = replace(session, day=None)
    found = list(with_parties([talks, session, undated]))
    assert codes(found[1]) == codes(talks)
    assert all(p.reason.detail == "the talks that the report speaks of" for p in found[1].actors)
    assert not codes(found[2])


def test_a_session_without_talks_stays_without_parties(paris: CodedReport) -> None:
    talks = next(e for e in paris.events if e.type == "CONSULT" and e.day)
    assert not codes(next(with_parties([replace(talks, actors=(), recipients=())])))


def codes(claim: Claim) -> list[str]:
    """Who takes part."""
    return [p.code for p in claim.actors]
