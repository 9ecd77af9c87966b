"""Tables in the layout of GDELT 2.0: events and mentions, tab-separated.

The columns are those of the GDELT Event Codebook V2.0 in its order, with a header, which GDELT's
own files lack, and jalur's own columns after them. Types become CAMEO root codes by the table of
the PLOVER manual, after PLOVER's rules for plans and denials (`plover`): what PLOVER leaves out is
left out here, for GDELT's readers take every row for a deed. What jalur does not measure (tone,
Goldstein's scale, sentence numbers) is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from jalur.history import Event, Party
from jalur.knowledge.data import load_yaml
from jalur.record.asking import Told
from jalur.record.taking import Whole
from jalur.views.export.cells import country, spaced
from jalur.views.export.plover import QUAD, type_and_mode
from jalur.views.export.source import Source
from jalur.views.safe import harmless

Flat = dict[str, Any]

CAMEO = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "19",
}
WEB, CITATION = 1, 2
"""Kinds of mention: an address, or a printed source."""

COUNTRY, CITY = 1, 4
"""Kinds of place: a country, or a place outside the United States."""

DIGITS = 15
"""Hexadecimal digits of an event's id that its number is made from: fits 64 bits."""


def columns(table: str) -> list[str]:
    """The columns of a table: GDELT's, then our own."""
    found = load_yaml("exports/gdelt.yaml")[table]
    return [*found["gdelt"].split(), *found["own"].split()]


def write(source: Source, folder: Path) -> None:
    """Write both tables."""
    events, mentions = folder / "events.tsv", folder / "mentions.tsv"
    of_event, of_mention = columns("events"), columns("mentions")
    with (
        events.open("w", encoding="utf-8", newline="\n") as one,
        mentions.open("w", encoding="utf-8", newline="\n") as many,
    ):
        put(one, of_event)
        put(many, of_mention)
        for whole in source.events():
            if (coded := type_and_mode(whole.event)) is None:
                continue
            row = event(whole, coded[0])
            put(one, (row.get(name) for name in of_event))
            for told in whole.told:
                row = mention(whole.event, told)
                put(many, (row.get(name) for name in of_mention))


def put(file: TextIO, cells: Iterable[object]) -> None:
    """A line; GDELT knows no quoting, so that tabs and line ends become spaces."""
    flat = (harmless(" ".join(c.split())) if isinstance(c, str) else c for c in cells)
    file.write("\t".join("" if c is None else str(c) for c in flat) + "\n")


def number(event: str) -> int:
    """GDELT's ids are numbers: ours as one."""
    return int(event.removeprefix("e")[:DIGITS], 16)


def digits(moment: str | None, length: int) -> str | None:
    """A day or moment as digits without signs, filled up with zeros."""
    found = "".join(c for c in moment or "" if c.isdigit())
    return found.ljust(length, "0")[:length] if found else None


def event(whole: Whole, type_: str) -> Flat:
    """An event as GDELT has it: the first actor acts on the second."""
    one = whole.event
    second = one.recipients or one.actors[1:]
    code = CAMEO[type_]
    return {
        "GLOBALEVENTID": number(one.id),
        "SQLDATE": digits(one.start, 8),
        "MonthYear": digits(one.start, 6),
        "Year": digits(one.start, 4),
        **actor("Actor1", one.actors),
        **actor("Actor2", second),
        "IsRootEvent": 1,
        "EventCode": code,
        "EventBaseCode": code,
        "EventRootCode": code,
        "QuadClass": QUAD[type_],
        "NumMentions": len(one.claims),
        "NumSources": one.outlets,
        "NumArticles": one.reports,
        **place(whole),
        "DATEADDED": digits(one.first, 14),
        "SOURCEURL": next((t.url for t in whole.told if t.url), None),
        "EventID": one.id,
        "Status": one.status,
        "NumIndependent": one.independent,
        "Actors": spaced(p.code for p in one.actors),
        "Recipients": spaced(p.code for p in one.recipients),
    }


def actor(column: str, parties: Iterable[Party]) -> Flat:
    """The first of some participants."""
    one = next(iter(parties), None)
    if one is None:
        return {}
    state = country(one.code)
    return {
        f"{column}Code": one.code,
        f"{column}Name": one.name,
        f"{column}CountryCode": state,
        f"{column}KnownGroupCode": one.code if one.code != state else None,
        f"{column}Type1Code": one.sector,
    }


def place(whole: Whole) -> Flat:
    """Where it happened. The country is ISO 3166 alpha-3; GDELT's own is FIPS."""
    one = whole.event
    if not one.place:
        return {}
    return {
        "ActionGeo_Type": COUNTRY if one.grain == "country" else CITY,
        "ActionGeo_FullName": one.place,
        "ActionGeo_CountryCode": one.country,
        "ActionGeo_Lat": one.latitude,
        "ActionGeo_Long": one.longitude,
    }


def mention(event_: Event, told: Told) -> Flat:
    """A claim as GDELT has it."""
    one = told.telling
    return {
        "GLOBALEVENTID": number(event_.id),
        "EventTimeDate": digits(event_.first, 14),
        "MentionTimeDate": digits(one.told, 14),
        "MentionType": WEB if told.url else CITATION,
        "MentionSourceName": one.outlet,
        "MentionIdentifier": told.url or f"{one.outlet or ''} {one.report}".strip(),
        "ActionCharOffset": told.start,
        "InRawText": 1,
        "MentionDocTranslationInfo": None if one.language == "en" else f"srclc:{one.language}",
        "EventID": event_.id,
        "ClaimID": one.id,
        "Status": one.status,
        "Sources": "; ".join(v.name or v.code or v.kind for v in one.voices),
        "Quote": one.quote,
    }
