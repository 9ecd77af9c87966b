"""A coded report as the codebook's JSON: the keys that are scored, and more that explain them."""

from __future__ import annotations

from typing import Any

from jalur.model import (
    Claim,
    CodedReport,
    Day,
    Participant,
    Quantity,
    Reason,
    Report,
    Rival,
    Source,
    Span,
    TollClaim,
    Where,
)

Json = dict[str, Any]


def coded(report: CodedReport) -> Json:
    """The coded report as plain values, ready for `json.dumps`."""
    return {
        "report": header(report.report),
        "events": [event(report.report, e) for e in report.events],
        "tolls": [toll(report.report, t) for t in report.tolls],
    }


def header(report: Report) -> Json:
    """What is known of the report itself, its text as it was read included."""
    return {
        "id": report.id,
        "language": report.language,
        "published": report.published.isoformat() if report.published else None,
        "published_at": report.published_at.isoformat() if report.published_at else None,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "dateline": report.dateline,
        "url": report.url,
        "text": report.text,
        "furniture": [{"kind": f.kind, **span(f.span)} for f in report.furniture],
    }


def event(report: Report, claim: Claim) -> Json:
    """One event."""
    return {
        "id": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "actors": [participant(p) for p in claim.actors],
        "recipients": [participant(p) for p in claim.recipients],
        "date": day(claim.day),
        "place": place(claim.where),
        "issues": list(claim.issues),
        "format": claim.format,
        "sources": [source(report, s) for s in claim.sources],
        "trigger": words(report, claim.trigger),
        "evidence": [span(s) for s in claim.evidence],
        "reasons": [reason(r) for r in claim.reasons],
        "rivals": [rival(report, r) for r in claim.rivals],
    }


def rival(report: Report, one: Rival) -> Json:
    """What another source tells otherwise of an event."""
    return {
        "date": day(one.day),
        "place": place(one.where),
        "actors": [participant(p) for p in one.actors],
        "source": source(report, one.source),
        "evidence": span(one.span),
    }


def day(one: Day | None) -> Json | None:
    """The days of an event with the words they were read from."""
    if one is None:
        return None
    return {
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "span": span(one.span) if one.span else None,
        "reason": reason(one.reason),
    }


def toll(report: Report, claim: TollClaim) -> Json:
    """One count of people harmed."""
    return {
        "kind": claim.kind,
        **quantity(claim.quantity),
        "victims": participant(claim.victims) if claim.victims else None,
        "by": participant(claim.by) if claim.by else None,
        "place": place(claim.where),
        "since": claim.since.isoformat() if claim.since else None,
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "sources": [source(report, s) for s in claim.sources],
        "evidence": [span(s) for s in claim.evidence],
        "reasons": [reason(r) for r in claim.reasons],
    }


def quantity(count: Quantity) -> Json:
    """A number with its bounds."""
    bounds = {"low": count.low, "high": count.high, "number": span(count.span)}
    return {**bounds, "approx": True} if count.approx else bounds


def participant(one: Participant) -> Json:
    """Somebody who takes part."""
    found: Json = {"code": one.code}
    for key, value in (("sector", one.sector), ("name", one.name), ("role", one.role)):
        if value:
            found[key] = value
    if one.span:
        found["span"] = span(one.span)
    found["reason"] = reason(one.reason)
    return found


def source(report: Report, one: Source) -> Json:
    """Somebody who answers for an event."""
    return {
        "kind": one.kind,
        "code": one.code,
        "name": one.name,
        "via": list(one.via),
        "stance": one.stance,
        "cue": words(report, one.cue),
        "who": words(report, one.who),
        "quoted": one.quoted,
        "reason": reason(one.reason),
    }


def place(where: Where | None) -> Json | None:
    """A place with the words it was read from."""
    if where is None:
        return None
    return {
        "name": where.place.name,
        "country": where.place.country,
        "grain": where.place.grain,
        "latitude": where.place.latitude,
        "longitude": where.place.longitude,
        "told": where.told,
        "span": span(where.span) if where.span else None,
        "reason": reason(where.reason),
    }


def words(report: Report, one: Span | None) -> Json | None:
    """Characters of the text, with the text that they cut."""
    return {**span(one), "text": one.cut(report.text)} if one else None


def span(one: Span) -> Json:
    """Characters of the text."""
    return {"start": one.start, "end": one.end}


def reason(one: Reason) -> str:
    """A reason in words, with what was considered and rejected."""
    chosen = f"{one.rule}: {one.detail}" if one.detail else one.rule
    return f"{chosen}; not {'; not '.join(one.rejected)}" if one.rejected else chosen
