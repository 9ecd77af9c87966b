"""JSON-LD: events in SEM, where they come from in PROV-O, their words as Web Annotations.

SEM is the Simple Event Model (van Hage and others 2011), PROV-O and Web Annotation are W3C's. A
claim is an annotation whose body is the event and whose target is the report, with a
TextPositionSelector (offsets in code points) and a TextQuoteSelector (exact words with what stands
around them). The context is in the file, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from jalur.history import Judgement, Party, Process
from jalur.record.asking import Told
from jalur.record.taking import Head, Whole
from jalur.views.export.cells import unique, web
from jalur.views.export.source import Source

Node = dict[str, Any]

BASE = "urn:jalur:"
OWN = "https://jalur.invalid/ns#"
"""Namespace of jalur's own terms; it leads nowhere, on purpose."""

CONTEXT: Node = {
    "@vocab": OWN,
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
}

AROUND = 32
"""Characters before and after the exact words: enough to find them in a page that changed."""

ENCODER = msgspec.json.Encoder()


def write(source: Source, path: Path) -> None:
    """Write one document, a node a line."""
    with path.open("wb") as file:
        file.write(b'{"@context":' + ENCODER.encode(CONTEXT) + b',"@graph":[')
        between = b"\n"
        for node in nodes(source):
            kept = {k: v for k, v in node.items() if v not in (None, "", [])}
            file.write(between + ENCODER.encode(kept))
            between = b",\n"
        file.write(b"\n]}\n")


def nodes(source: Source) -> Iterator[Node]:
    """Everything that the document says, node by node."""
    yield {"id": f"{BASE}agent:jalur", "type": "prov:SoftwareAgent", "rdfs:label": "jalur"}
    for head in source.reports():
        yield report(head)
    for process in source.processes():
        yield talks(process)
    for judgement in source.judgements():
        yield judged(judgement)
    for whole in source.events():
        yield event(whole)
        texts = source.texts([told.telling.report for told in whole.told])
        for told in whole.told:
            yield from claim(told, whole, texts[told.telling.report])


def report(head: Head) -> Node:
    """A report: an entity that others are derived from."""
    return {
        "id": f"{BASE}report:{head.id}",
        "type": "prov:Entity",
        "dcterms:title": head.title,
        "dcterms:publisher": head.outlet,
        "dcterms:issued": dated(head.published),
        "dcterms:language": head.language,
        "dcterms:source": web(head.url),
        "sha256": head.sha256,
    }


def talks(process: Process) -> Node:
    """Some talks: an event of which others are parts."""
    return {
        "id": f"{BASE}talks:{process.id}",
        "type": ["sem:Event", "prov:Entity"],
        "rdfs:label": process.name,
        "state": process.state,
        "sem:hasBeginTimeStamp": dated(process.since),
        "sem:hasActor": [
            {"id": f"{BASE}actor:{c}", "type": "sem:Actor"} for s in process.sides for c in s
        ],
    }


def event(whole: Whole) -> Node:
    """A happening."""
    one = whole.event
    return {
        "id": f"{BASE}event:{one.id}",
        "type": ["sem:Event", "prov:Entity"],
        "rdfs:label": one.quote,
        "sem:eventType": {"id": f"{OWN}{one.type}"},
        "mode": one.mode,
        "status": one.status,
        "issue": list(one.issues),
        "sem:hasBeginTimeStamp": dated(one.start),
        "sem:hasEndTimeStamp": dated(one.end),
        "sem:hasPlace": place(whole),
        "sem:hasActor": [
            *(actor(p, "actor") for p in one.actors),
            *(actor(p, "recipient") for p in one.recipients),
        ],
        "sem:subEventOf": [{"id": f"{BASE}talks:{process}"} for process, _ in whole.talks],
        "independent": one.independent,
        "prov:wasDerivedFrom": [
            {"id": f"{BASE}report:{r}"} for r in unique(t.telling.report for t in whole.told)
        ],
        "prov:wasAttributedTo": {"id": f"{BASE}agent:jalur"},
    }


def actor(party: Party, side: str) -> Node:
    """Somebody who takes part: SEM's way of giving an actor a role in one event."""
    role = party.role or side
    return {
        "type": "sem:Role",
        "rdf:value": {"id": f"{BASE}actor:{party.code}", "type": "sem:Actor"},
        "sem:roleType": {"id": f"{OWN}{role}"},
        **({"rdfs:label": party.name} if party.name else {}),
    }


def place(whole: Whole) -> Node | None:
    """Where something happened."""
    one = whole.event
    if not one.place:
        return None
    point = {"geo:lat": one.latitude, "geo:long": one.longitude}
    return {
        "type": "sem:Place",
        "rdfs:label": one.place,
        **({"country": one.country} if one.country else {}),
        **({} if one.latitude is None else point),
    }


def claim(told: Told, whole: Whole, text: str) -> Iterator[Node]:
    """A telling as an annotation, and those who answer for it."""
    one = told.telling
    against = one.id in whole.event.against
    voices = [
        {"kind": v.kind, "stance": v.stance, **named(v.code, v.name), "via": list(v.via)}
        for v in one.voices
    ]
    yield {
        "id": f"{BASE}claim:{one.id}",
        "type": ["oa:Annotation", "prov:Entity"],
        "oa:motivatedBy": {"id": "oa:describing"},
        "oa:hasBody": {"id": f"{BASE}event:{whole.event.id}"},
        "oa:hasTarget": {
            "type": "oa:SpecificResource",
            "oa:hasSource": {"id": f"{BASE}report:{one.report}"},
            "oa:hasSelector": selectors(told, text),
        },
        "status": one.status,
        "denies": against or None,
        "prov:wasDerivedFrom": {"id": f"{BASE}report:{one.report}"},
        "prov:wasAttributedTo": {"id": f"{BASE}agent:jalur"},
        "source": voices,
    }


def named(code: str | None, name: str | None) -> Node:
    """Code and name of a source, those that are known."""
    return {
        **({"code": {"id": f"{BASE}actor:{code}"}} if code else {}),
        **({"rdfs:label": name} if name else {}),
    }


def selectors(told: Told, text: str) -> list[Node]:
    """Where the words stand, by offset and by the words themselves."""
    start, end = told.start, told.end
    return [
        {"type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
        {
            "type": "oa:TextQuoteSelector",
            "oa:exact": text[start:end],
            "oa:prefix": text[max(0, start - AROUND) : start],
            "oa:suffix": text[end : end + AROUND],
        },
    ]


def judged(judgement: Judgement) -> Node:
    """What a person decided: an activity on claims."""
    return {
        "id": f"{BASE}judgement:{judgement.id}",
        "type": "prov:Activity",
        "verdict": judgement.verdict,
        "rdfs:comment": judgement.why,
        "prov:endedAtTime": {"@value": judgement.at, "@type": "xsd:dateTime"},
        "prov:wasAssociatedWith": {"type": "prov:Person", "rdfs:label": judgement.by},
        "prov:used": [{"id": f"{BASE}claim:{c}"} for c in (*judgement.left, *judgement.right)],
    }


def dated(day: str | None) -> Node | None:
    """A day as a typed value."""
    return {"@value": day, "@type": "xsd:date"} if day else None
