"""The rows that talks make: processes, rounds, proposals with answers, positions, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jalur.history import Process
from jalur.views.export.cells import listed, spaced

Flat = dict[str, Any]


def processes(process: Process) -> Iterator[Flat]:
    """The row of some talks."""
    yield {
        "process_id": process.id,
        "name": process.name,
        "sides": " | ".join(map(spaced, process.sides)),
        "mediators": spaced(process.mediators),
        "issues": spaced(process.issues),
        "state": process.state,
        "why": process.why,
        "since": process.since,
        "last": process.last,
        "as_of": process.as_of,
    }


def rounds(process: Process) -> Iterator[Flat]:
    """The rows of rounds."""
    for one in process.rounds:
        yield {
            "process_id": process.id,
            "round_id": one.id,
            "kind": one.kind,
            "ordinal": one.ordinal,
            "status": one.status,
            "date_start": one.start,
            "date_end": one.end,
            "venue": one.venue,
            "country_iso3": one.country,
            "host": one.host,
            "format": one.format,
            "parties": spaced(one.parties),
            "mediators": spaced(one.mediators),
            "heads": listed(one.heads),
            "agenda": spaced(one.agenda),
            "outcome": one.outcome,
            "next_step": one.next,
            "first_reported": one.first,
            "n_outlets": one.outlets,
            "events": spaced(one.events),
        }


def proposals(process: Process) -> Iterator[Flat]:
    """The rows of proposals."""
    for one in process.proposals:
        yield {
            "process_id": process.id,
            "proposal_id": one.id,
            "author": one.author,
            "carried_by": spaced(one.carried),
            "offered_to": spaced(one.to),
            "date": one.day,
            "first_reported": one.first,
            "issues": spaced(one.issues),
            "quote": one.words,
            "events": spaced(one.events),
        }


def responses(process: Process) -> Iterator[Flat]:
    """The rows of answers to proposals."""
    for one in process.proposals:
        for answer in one.responses:
            yield {
                "process_id": process.id,
                "proposal_id": one.id,
                "party": answer.party,
                "answer": answer.answer,
                "date": answer.day,
                "event_id": answer.event,
            }


def positions(process: Process) -> Iterator[Flat]:
    """The rows of positions."""
    for one in process.positions:
        yield {
            "process_id": process.id,
            "party": one.party,
            "issue": one.issue,
            "stance": one.stance,
            "since": one.since,
            "condition": one.condition,
            "events": spaced(one.events),
        }


def agreements(process: Process) -> Iterator[Flat]:
    """The rows of ceasefires and agreements."""
    for one in process.agreements:
        yield {
            "process_id": process.id,
            "agreement_id": one.id,
            "kind": one.kind,
            "state": one.state,
            "parties": spaced(one.parties),
            "guarantors": spaced(one.guarantors),
            "declared": one.declared,
            "date_start": one.start,
            "date_end": one.end,
            "ended_how": one.ended,
            "n_violations": len(one.violations),
            "events": spaced(one.events),
        }


def violations(process: Process) -> Iterator[Flat]:
    """The rows of breaches."""
    for one in process.agreements:
        for breach in one.violations:
            yield {
                "agreement_id": one.id,
                "accused": spaced(breach.accused),
                "accuser": breach.accuser,
                "date": breach.day,
                "event_id": breach.event,
            }
