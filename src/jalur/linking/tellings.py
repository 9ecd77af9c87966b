"""From a coded report, as the codebook's JSON, to the tellings and counts that are compared."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Any

from jalur.history import Count, Party, Telling, Version, Voice
from jalur.knowledge.harm import CAUSES, is_harm
from jalur.knowledge.rounds import is_of, ordinals
from jalur.knowledge.terms import folded, terms
from jalur.knowledge.totals import is_total
from jalur.linking.answers import answered

Json = dict[str, Any]

NUMBER = re.compile(r"\d+(?:[.,]\d{3})*")
LEAST_FIGURE = 3
"""Numbers below it stand in every text ("two sides") and tell nothing of sameness."""

YEARS = range(1990, 2100)
"""Numbers that are nearly always years."""


def tellings(coded: Json) -> tuple[Telling, ...]:
    """Every event of a coded report as it is compared with others."""
    return answered([telling(coded, event) for event in coded["events"]], coded)


def telling(coded: Json, event: Json) -> Telling:
    """One event of a coded report."""
    report = coded["report"]
    text = passage(report["text"], event["evidence"])
    near = passage(report["text"], event["evidence"][:1])
    date, place = event["date"] or {}, event["place"] or {}
    if not place.get("told", True):
        place = {}  # what the report tells of something near says nothing for or against
    return Telling(
        id=event["id"],
        report=report["id"],
        outlet=report["outlet"],
        language=report["language"],
        told=moment(report),
        type=event["type"],
        mode=event["mode"],
        status=event["status"],
        actors=tuple(map(party, event["actors"])),
        recipients=tuple(map(party, event["recipients"])),
        start=date.get("start"),
        end=date.get("end"),
        place=place.get("name"),
        country=place.get("country"),
        grain=place.get("grain"),
        latitude=degrees(place.get("latitude")),
        longitude=degrees(place.get("longitude")),
        issues=tuple(event["issues"]),
        format=event["format"],
        ordinal=ordinal(coded, event) if event["type"] == "CONSULT" else None,
        words=frozenset(terms(text, report["language"])),
        figures=figures(text),
        people=people(event),
        voices=tuple(map(voice, event["sources"])),
        quote=near,
        trigger=(event["trigger"] or {}).get("text", ""),
        versions=tuple(map(version, event.get("rivals", ()))),
    )


def version(raw: Json) -> Version:
    """What another source of the report tells otherwise."""
    days = raw["date"] and f"{raw['date']['start']}/{raw['date']['end']}"
    place = raw["place"] and raw["place"]["name"]
    return Version(voice(raw["source"]), days, place, tuple(p["code"] for p in raw["actors"]))


def ordinal(coded: Json, event: Json) -> int | None:
    """The only number that a report gives to a round, None if it gives none or several. Of a
    passage that tells of two meetings it is that of the one beside it."""
    (passage_, *_) = event["evidence"]
    first, last = passage_["start"], passage_["end"]
    text = coded["report"]["text"][first:last]
    found = ordinals(text, coded["report"]["language"])
    if sum(e["type"] == "CONSULT" and shares(e, passage_) for e in coded["events"]) > 1:
        told = event["trigger"]["start"] - first, event["trigger"]["end"] - first
        found = [(n, a, b) for n, a, b in found if is_of(text, (a, b), told)]
    numbers = {n for n, _, _ in found}
    return numbers.pop() if len(numbers) == 1 else None


def shares(event: Json, passage_: Json) -> bool:
    """Whether an event is told in some passage as well."""
    first, last = passage_["start"], passage_["end"]
    return any(s["start"] < last and first < s["end"] for s in event["evidence"])


def degrees(value: float | None) -> float | None:
    """A latitude or longitude; JSON writes whole ones as whole numbers."""
    return None if value is None else float(value)


def passage(text: str, spans: list[Json]) -> str:
    """The words that some spans cut."""
    return " ".join(text[s["start"] : s["end"]] for s in spans)


def moment(report: Json) -> str:
    """The moment of publication in UTC, else the day, else "": text that sorts by time."""
    if at := report["published_at"]:
        try:
            return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        except ValueError:
            return str(at)[:10]
    return report["published"] or ""


def party(raw: Json) -> Party:
    """One participant."""
    return Party(raw["code"], raw.get("name"), raw.get("sector"), raw.get("role"))


def voice(raw: Json) -> Voice:
    """One source."""
    return Voice(raw["kind"], raw["code"], raw["name"], tuple(raw["via"]), raw["stance"])


def figures(text: str) -> frozenset[int]:
    """The telling numbers of a passage: no years, none that stand in every text."""
    found = {int(re.sub(r"[.,]", "", n)) for n in NUMBER.findall(text) if len(n) < 16}
    return frozenset(n for n in found if n >= LEAST_FIGURE and n not in YEARS)


def people(event: Json) -> frozenset[str]:
    """The words of the names that persons on either side bear."""
    both = [*event["actors"], *event["recipients"]]
    return frozenset(w for p in both for w in folded(p.get("name") or "") if len(w) > 2)


def counts(coded: Json) -> tuple[Count, ...]:
    """Every toll of a coded report."""
    report = coded["report"]
    return tuple(count(report, toll) for toll in coded["tolls"])


def count(report: Json, toll: Json) -> Count:
    """One toll of a coded report."""
    start = toll["number"]["start"]
    key = f"{report['id']}:{start}:{toll['kind']}"
    place = toll["place"] or {}
    return Count(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        report=report["id"],
        kind=toll["kind"],
        low=toll["low"],
        high=toll["high"],
        victims=(toll["victims"] or {}).get("code"),
        by=(toll["by"] or {}).get("code"),
        place=place.get("name"),
        country=place.get("country"),
        since=toll["since"],
        as_of=toll["as_of"],
        voices=tuple(map(voice, toll["sources"])),
        start=start,
        quote=passage(report["text"], toll["evidence"]),
    )


NEAR = 500
"""Most characters between an event and a further count of those it harmed: some sentences."""


def belonging(coded: Json) -> dict[str, str]:
    """Which event each count belongs to, by their ids; totals of a conflict belong to none."""
    found = {}
    for raw, one in zip(coded["tolls"], counts(coded), strict=True):
        if one.since is not None or is_total(one.kind, one.low or one.high, one.quote):
            continue
        if event := nearest(coded["events"], raw["evidence"], one):
            found[one.id] = event["id"]
    return found


def nearest(events: list[Json], evidence: list[Json], toll: Count) -> Json | None:
    """The event that a count is of: of a type that does such harm, told in the same words, else
    shortly before them; a deed rather than the word of harm that tells what came of it."""
    start = evidence[0]["start"]
    causes = CAUSES[toll.kind]
    ranked = []
    for event in events:
        if event["type"] in causes and event["status"] == "happened":
            before = [start - s["end"] for s in event["evidence"] if s["end"] <= start]
            distance = 0 if share(event["evidence"], evidence) else min(before, default=NEAR)
            result = is_harm((event["trigger"] or {}).get("text", ""))
            rank = distance > 0, causes.index(event["type"]), distance, result, event["id"]
            ranked.append(rank)
    best = min((r for r in ranked if r[2] < NEAR), default=None)
    return next(e for e in events if e["id"] == best[-1]) if best else None


def share(a: list[Json], b: list[Json]) -> bool:
    """Whether two lists of passages have characters in common."""
    return any(x["start"] < y["end"] and y["start"] < x["end"] for x in a for y in b)
