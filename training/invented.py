"""Invented coded reports, many of them, as a busy conflict would give: nothing is read for them.

A conflict of three years: some happenings every day, most of them by the same few parties, each
told by several outlets in their own words within two days, some again by wire copies. The same
seed always gives the same reports, and the first thousand are the first weeks of the same conflict,
so that a small record is as dense as a large one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

Json = dict[str, Any]

FIRST = date(2021, 1, 1)
PAIRS = (("ISR", "HAMAS"), ("RUS", "UKR"), ("SDN", "RSF"), ("MMR", "ARAKAN_ARMY"), ("IDN", "TPNPB"))
MEDIATORS = ("QAT", "EGY", "USA", "UN", "NOR", "TUR", "MYS")
OUTLETS = ("Reuters", "AFP", "Antara", "Kompas", "Tempo", "Detik", "Al Jazeera", "BBC News")
MORE_OUTLETS = tuple(f"Harian {n}" for n in range(40))
PLACES = tuple((f"Kota {n}", 10 + n % 40, 20 + n % 90) for n in range(120))
KINDS = ("ASSAULT", "ASSAULT", "ASSAULT", "CONSULT", "ACCUSE", "THREATEN", "REJECT", "AGREE", "AID")
STATUSES = ("happened", "happened", "happened", "planned", "possible", "denied")
ISSUES = ("ceasefire", "hostages", "aid", "withdrawal", "borders")
WORDS = tuple(f"kata{n}" for n in range(6_000))
HAPPENINGS_A_DAY = 12


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that several reports tell of."""

    kind: str
    status: str
    actor: str
    recipient: str
    day: date
    place: tuple[str, int, int]
    country: str
    words: tuple[str, ...]
    dead: int


def reports(seed: int = 7) -> Iterator[Json]:
    """Coded reports without end, day by day."""
    chance = Random(seed)
    day, earlier = FIRST, list[Happening]()
    while True:
        today = [happening(chance, day) for _ in range(HAPPENINGS_A_DAY)]
        told = [h for h in [*today, *earlier] for _ in range(tellers(chance))]
        chance.shuffle(told)
        while told:
            count = min(len(told), chance.choice((1, 2, 3, 3, 4, 5)))
            some = dict.fromkeys(told.pop() for _ in range(count))
            one = report(chance, day, list(some))
            yield one
            if chance.random() < 0.08:
                yield copied(chance, one)
        earlier, day = today, day + timedelta(days=1)


def tellers(chance: Random) -> int:
    """How many tell of a happening on one day: most often two, now and then many."""
    return min(20, int(chance.paretovariate(1.2)))


def happening(chance: Random, day: date) -> Happening:
    """One happening; two of five are of the one conflict that everybody tells of."""
    pair = PAIRS[0] if chance.random() < 0.4 else chance.choice(PAIRS[1:])
    actor, recipient = pair if chance.random() < 0.6 else pair[::-1]
    kind = chance.choice(KINDS)
    if kind in ("CONSULT", "AGREE") and chance.random() < 0.5:
        recipient = chance.choice(MEDIATORS)
    return Happening(
        kind,
        chance.choice(STATUSES),
        actor,
        recipient,
        day,
        chance.choice(PLACES[: 12 * (1 + PAIRS.index(pair))]),
        pair[0],
        tuple(chance.sample(WORDS, 14)),
        chance.choice((0, 0, 3, 5, 8, 12, 20, 41)),
    )


def report(chance: Random, day: date, told: list[Happening]) -> Json:
    """One report of some happenings, in its own words."""
    outlet = chance.choice(OUTLETS if chance.random() < 0.6 else MORE_OUTLETS)
    language = "en" if outlet in OUTLETS[:2] + OUTLETS[6:] else "id"
    text, events, tolls = "", list[Json](), list[Json]()
    for one in told:
        words = [*chance.sample(one.words, 9), *chance.sample(WORDS, 6)]
        chance.shuffle(words)
        start = len(text)
        text += f"{' '.join(words)} {one.dead} tewas. "
        evidence = [{"start": start, "end": len(text) - 1}]
        events.append(event(chance, one, evidence, words[0]))
        if one.dead and one.kind == "ASSAULT":
            tolls.append(toll(chance, one, evidence))
    moment = f"{day.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}:00+00:00"
    return named(
        {
            "report": {
                "language": language,
                "published": day.isoformat(),
                "published_at": moment,
                "outlet": outlet,
                **dict.fromkeys(("title", "byline", "dateline", "url")),
                "text": text,
                "furniture": [],
            },
            "events": events,
            "tolls": tolls,
        }
    )


def named(coded: Json) -> Json:
    """A coded report with ids that follow from what it says."""
    head = coded["report"]
    key = f"{head['text']}|{head['outlet']}|{head['published_at']}"
    id_ = "r" + hashlib.sha256(key.encode()).hexdigest()[:15]
    events = [
        {**e, "id": hashlib.sha256(f"{id_}:{k}".encode()).hexdigest()[:16]}
        for k, e in enumerate(coded["events"])
    ]
    return {**coded, "report": {**head, "id": id_}, "events": events}


def copied(chance: Random, one: Json) -> Json:
    """The same text in another outlet."""
    return named({**one, "report": {**one["report"], "outlet": chance.choice(MORE_OUTLETS)}})


def event(chance: Random, one: Happening, evidence: list[Json], word: str) -> Json:
    """One event of a report; one report in four leaves the day unsaid, one in three the place."""
    name, latitude, longitude = one.place
    place = {"name": name, "country": one.country, "grain": "city"}
    dated = chance.random() < 0.75
    days = {"start": one.day.isoformat(), "end": one.day.isoformat()}
    voice = {"kind": "named", "code": one.actor, "name": f"Juru bicara {one.actor}", "via": []}
    return {
        "type": one.kind,
        "mode": None,
        "status": one.status,
        "actors": [{"code": one.actor}],
        "recipients": [{"code": one.recipient}],
        "date": days if dated else None,
        "place": {**place, "latitude": latitude, "longitude": longitude}
        if chance.random() < 0.67
        else None,
        "issues": [chance.choice(ISSUES)] if one.kind != "ASSAULT" else [],
        "format": None,
        "sources": [{**voice, "stance": "asserts"}] if chance.random() < 0.6 else [],
        "trigger": {"text": word},
        "evidence": evidence,
    }


def toll(chance: Random, one: Happening, evidence: list[Json]) -> Json:
    """The dead of a happening; one report in five has another number."""
    dead = one.dead + (chance.choice((-1, 1, 2)) if chance.random() < 0.2 else 0)
    return {
        "kind": "killed",
        "low": dead,
        "high": dead,
        "number": evidence[0],
        "victims": {"code": one.recipient},
        "by": {"code": one.actor},
        "place": None,
        "since": None,
        "as_of": None,
        "sources": [],
        "evidence": evidence,
    }
