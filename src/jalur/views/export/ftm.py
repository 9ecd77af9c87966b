"""FollowTheMoney: events, actors, sources and reports as entities, JSON lines.

Schemata and properties are those of followthemoney 3.8. An event becomes `Event`, a report
`Article`, a state or its organs `PublicBody`, a group or body `Organization`, any other source
`LegalEntity` (a name alone does not tell a person from a body). FollowTheMoney keeps no offsets
and no stances; `summary` has the words, `proof` the reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from babel.core import get_global

from jalur.history import Party, Voice
from jalur.knowledge.actors import by_code, country_name
from jalur.record.taking import Head, Whole
from jalur.views.export.cells import country, unique, voice_name, web
from jalur.views.export.source import Source

Entity = dict[str, Any]

ENCODER = msgspec.json.Encoder()
LANGUAGES = {"id": "ind", "en": "eng"}
UNFIT = re.compile("[^0-9A-Za-z.-]")
KOSOVO = "XKX"
"""Not in ISO 3166, so not in CLDR's aliases."""


def write(source: Source, path: Path) -> None:
    """Write every entity once, a line each."""
    seen = set[str]()
    with path.open("wb") as file:
        for one in entities(source):
            # Reports and events pass by once; actors come again with every event.
            if one["schema"] not in ("Article", "Event"):
                if one["id"] in seen:
                    continue
                seen.add(one["id"])
            file.write(ENCODER.encode(one) + b"\n")


def entities(source: Source) -> Iterator[Entity]:
    """Reports, then each event after those who take part in it or answer for it."""
    for head in source.reports():
        yield article(head)
    for whole in source.events():
        parties = (*whole.event.actors, *whole.event.recipients)
        yield from (actor(party) for party in parties)
        voices = [v for told in whole.told for v in told.telling.voices]
        yield from (actor(Party(v.code)) for v in voices if v.code)
        yield from (speaker(v) for v in voices if v.name)
        yield event(whole)


def entity(id_: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity; properties are lists of values, those without any are left out."""
    kept = {name: unique(values) for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def article(head: Head) -> Entity:
    """A report."""
    return entity(
        head.id,
        "Article",
        fileName=[f"{head.id}.txt"],
        title=[head.title],
        author=[head.byline],
        publisher=[head.outlet],
        publishedAt=[head.published],
        language=[LANGUAGES.get(head.language)],
        sourceUrl=[web(head.url)],
    )


def actor(party: Party) -> Entity:
    """Somebody who takes part, by code."""
    known = by_code(party.code)
    state = known.country if known else None
    public = known is not None and known.kind == "state"
    return entity(
        actor_id(party.code),
        "PublicBody" if public else "Organization",
        name=[country_name(party.code, "en") if public else known.name if known else party.code],
        alias=[party.code],
        country=[alpha2(state)],
    )


def actor_id(code: str) -> str:
    """A name for an actor; FollowTheMoney's ids know no underscore."""
    return "actor-" + UNFIT.sub(".", code).strip(".-")


def speaker(voice: Voice) -> Entity:
    """A source, by its name."""
    state = country(voice.code) if voice.code else None
    return entity(
        speaker_id(voice),
        "LegalEntity",
        name=[voice.name],
        country=[alpha2(state)],
        parent=[actor_id(voice.code)] if voice.code else [],
    )


def speaker_id(voice: Voice) -> str:
    """A stable name for a source."""
    digest = sha256(f"{voice.code or ''}|{voice.name}".encode()).hexdigest()
    return f"source-{digest[:16]}"


def event(whole: Whole) -> Entity:
    """A happening."""
    one = whole.event
    parties = (*one.actors, *one.recipients)
    voices = [(v, told.telling.outlet) for told in whole.told for v in told.telling.voices]
    words = f"{one.type} {one.mode or ''}".strip()
    return entity(
        one.id,
        "Event",
        name=[f"{words} {one.status}: {' '.join(p.code for p in parties)}".rstrip(": ")],
        startDate=[one.start],
        endDate=[one.end],
        location=[one.place],
        country=[alpha2(one.country)],
        summary=[one.quote],
        involved=[actor_id(p.code) for p in parties],
        proof=[told.telling.report for told in whole.told],
        keywords=[one.type, one.mode, one.status, *one.issues],
        notes=[f"According to {name}" for v, outlet in voices if (name := voice_name(v, outlet))],
        recordId=[one.id],
    )


def alpha2(state: str | None) -> str | None:
    """The ISO 3166 alpha-2 code of a state in lower case, as FollowTheMoney has it."""
    if state is None:
        return None
    if state == KOSOVO:
        return "xk"
    found: list[str] = get_global("territory_aliases").get(state, [])
    return found[0].lower() if found else None
