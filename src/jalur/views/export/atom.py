"""Atom (RFC 4287): what the latest reports made new, confirmed, revised or denied.

The feed has the last changes of the events last told of. An entry is named after the claim that
brought the change, which has one id for ever, and dated by that claim's publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from jalur.history import Event
from jalur.record import asking, taking
from jalur.record.asking import Told
from jalur.record.asking.claims import standing
from jalur.views.export.cells import web
from jalur.views.export.source import Source
from jalur.views.safe import visible

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 500
"""Entries of a feed, and events that they are looked for in."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\dZ)?")
NEVER = "1970-01-01T00:00:00Z"
"""The moment of an empty feed, which Atom does not know."""


@dataclass(frozen=True, slots=True)
class News:
    """What a claim changed in what was known of an event."""

    what: str
    event: Event
    told: Told


def write(source: Source, path: Path) -> None:
    """Write one feed, the latest change first."""
    found = sorted(changes(source), key=lambda n: (n.told.telling.told, n.told.telling.id))
    latest = found[::-1][:MOST]
    feed = ElementTree.Element("feed", {"xmlns": NAMESPACE})
    put(feed, "id", "urn:jalur:changes")
    put(feed, "title", "jalur: changes of the record")
    put(feed, "updated", moment(latest[0].told.telling.told) if latest else NEVER)
    put(ElementTree.SubElement(feed, "author"), "name", "jalur")
    for news in latest:
        entry(ElementTree.SubElement(feed, "entry"), news)
    ElementTree.indent(feed, " ")
    ElementTree.ElementTree(feed).write(path, encoding="utf-8", xml_declaration=True)


def changes(source: Source) -> Iterator[News]:
    """The changes of the events last told of that have a moment."""
    ids = taking.latest(source.connection, MOST)
    events = asking.some_events(source.connection, ids)
    told = standing(source.connection, [c for e in events.values() for c in e.claims], {})
    for event in source.passing(events[i] for i in ids):
        for one, what in steps(event, [told[c] for c in event.claims]):
            if MOMENT.fullmatch(one.telling.told):
                yield News(what, event, one)


def steps(event: Event, claims: list[Told]) -> Iterator[tuple[Told, str]]:
    """The claims that changed something: the first, each new status, each new origin."""
    revised = {change.claim: change.status for change in event.changes}
    origins = set[str]()
    for told in claims:
        status = revised.get(told.telling.id)
        if not origins:
            yield told, "new"
        elif status:
            yield told, "denied" if status == "denied" else "revised"
        elif told.origin not in origins and told.telling.id not in event.against:
            yield told, "confirmed"
        origins.add(told.origin)


def entry(parent: ElementTree.Element, news: News) -> None:
    """One change."""
    event, one = news.event, news.told.telling
    who = " ".join(p.code for p in (*event.actors, *event.recipients))
    where = f" in {event.place}" if event.place else ""
    day = f" on {event.start}" if event.start else ""
    put(parent, "id", f"urn:jalur:change:{one.id}")
    put(parent, "title", f"{news.what}: {event.type} {one.status}, {who or 'somebody'}{where}{day}")
    put(parent, "updated", moment(one.told))
    put(ElementTree.SubElement(parent, "author"), "name", one.outlet or "outlet unknown")
    ElementTree.SubElement(parent, "category", {"term": news.what})
    if link := web(news.told.url):
        ElementTree.SubElement(parent, "link", {"rel": "alternate", "href": safe(link)})
    put(parent, "content", one.quote).set("type", "text")


def put(parent: ElementTree.Element, name: str, words: str) -> ElementTree.Element:
    """An element with text."""
    child = ElementTree.SubElement(parent, name)
    child.text = safe(words)
    return child


def safe(words: str) -> str:
    """Words that XML can hold, with what cannot be seen shown by number."""
    return visible(words)


def moment(told: str) -> str:
    """A moment of the record as RFC 3339 has it; a day alone is its beginning."""
    return f"{told[:-1]}:00Z" if "T" in told else f"{told}T00:00:00Z"
