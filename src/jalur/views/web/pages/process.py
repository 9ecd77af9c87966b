"""One process: the track of the talks, positions side by side, and a brief to print."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from jalur.history import Event, Position, Process, Round
from jalur.model import JalurError
from jalur.record import asking, browsing, tallying
from jalur.record.asking import Told, Wanted
from jalur.views.record import tables
from jalur.views.record.brief import PARTS
from jalur.views.web.answers import Brief
from jalur.views.web.drawing.track import track
from jalur.views.web.pages.common import turning
from jalur.views.web.view import Ask, Missing, Refused, View

ROUNDS = 36
"""Rounds of one drawing: more would lie on one another."""

MOST_ACTS = 600
"""Threats and attacks that are looked at for the bars of one drawing."""

MOST_BRIEF = 60
"""Events of one brief: what fits two sheets of paper."""

ACTS = ("THREATEN", "ASSAULT")


def one_process(ask: Ask) -> Process:
    """The process that is asked for."""
    try:
        return asking.process(ask.connection, ask.id)
    except JalurError as error:
        raise Missing("error.no_talks", ask.id) from error


def page(ask: Ask) -> View:
    """The page of one process."""
    process = one_process(ask)
    lanes = ask.choice("lanes") or "venue"
    dated = sorted(process.rounds, key=lambda r: (r.start or r.first, r.id))
    total = len(dated)
    turn = turning(ask.number("page"), total, ROUNDS)
    end = max(total - turn.offset, 0)
    some = dated[max(0, end - ROUNDS) : end]
    acts = acts_between(ask, process, some)
    tolls, _ = tallying.series(
        ask.connection, False, [e.id for e in acts if e.type == "ASSAULT"] or ["-"], 60
    )
    whole = [s for s in tolls if not isinstance(s, browsing.Unreadable)]
    context = {
        "process": process,
        "track": track(process, some, acts, whole, lanes),
        "lanes": lanes,
        "rounds": some[::-1],
        "turn": turn,
        "acts": acts,
        "matrix": matrix(process),
        "parties": parties(process),
        "why": why_words(ask, process),
    }
    return View("process.html", "", context, process, partial(tables.round_rows, process))


def acts_between(ask: Ask, process: Process, rounds: list[Round]) -> list[Event]:
    """The threats and attacks between the sides in the time of some rounds."""
    days = sorted(d for r in rounds for d in (r.start or r.first[:10], r.end) if d)
    if not days:
        return []
    first, last = days[0], days[-1]
    span = (date.fromisoformat(last) - date.fromisoformat(first)).days
    room = timedelta(days=max(5, span // 12))
    window = (
        (date.fromisoformat(first) - room).isoformat(),
        (date.fromisoformat(last) + room).isoformat(),
    )
    return tallying.between(ask.connection, process, ACTS, window, MOST_ACTS)


def parties(process: Process) -> list[str]:
    """The first of each side and everybody who holds a position, sides first."""
    sides = [code for side in process.sides for code in side]
    leads = {side[0] for side in process.sides if side}
    holders = {p.party for p in process.positions}
    shown = [c for c in dict.fromkeys(sides) if c in holders | leads]
    return shown + sorted(holders - set(sides))


def matrix(process: Process) -> dict[str, dict[str, list[Position]]]:
    """Positions by issue and party, the latest first."""
    found: dict[str, dict[str, list[Position]]] = {}
    for one in sorted(process.positions, key=lambda p: p.since or "", reverse=True):
        found.setdefault(one.issue, {}).setdefault(one.party, []).append(one)
    return dict(sorted(found.items()))


def why_words(ask: Ask, process: Process) -> str:
    """Why the talks are said to be in their state, in the reader's language."""
    tongue = ask.tongue
    days = [w.strip(",") for w in process.why.split() if w[:4].isdigit() and w[4:5] == "-"]
    words = [tongue.day(d) for d in days]
    if process.why.startswith("last contact") and len(words) == 2:
        return tongue.t("why.stalled", day=words[0], today=words[1])
    if process.why.startswith("last contact") and words:
        return tongue.t("why.last", day=words[0])
    if process.why.startswith("signed") and words:
        return tongue.t("why.signed", day=words[0])
    if process.why.startswith("no contact"):
        return tongue.t("why.none")
    if words:
        kind = tongue.word("type", process.why.split()[0])
        return tongue.t("why.broken", what=kind, day=words[0])
    return process.why


def brief(ask: Ask) -> View:
    """Some days of some talks on a page to print, each sentence with who says so."""
    process = one_process(ask)
    length = ask.number("days", 7)
    last = ask.day("until") or process.last or process.as_of or ""
    first = ""
    if last:
        try:
            first = (date.fromisoformat(last[:10]) - timedelta(days=length - 1)).isoformat()
        except (ValueError, OverflowError) as error:
            raise Refused("error.day", name="until", value=last[:40]) from error
    wanted = Wanted(process=process.id, since=first or None, until=last[:10] or None)
    found = browsing.events(ask.connection, wanted, MOST_BRIEF).whole
    window = (first, last[:10])
    acts = tallying.between(ask.connection, process, ACTS, window, MOST_BRIEF) if first else []
    known = {e.id for e in found}
    found += [e for e in acts if e.id not in known][: MOST_BRIEF - len(found)]
    parts = [
        (title, sorted((e for e in found if e.type in types), key=lambda e: e.start or e.first))
        for title, types in PARTS
    ]
    told: dict[str, list[Told]] = {e.id: asking.claims(ask.connection, e) for e in found}
    context: dict[str, Any] = {
        "process": process,
        "first": first,
        "last": last[:10],
        "length": length,
        "parts": [(title.lower().split()[0], some) for title, some in parts if some],
        "told": told,
        "rounds": [r for r in process.rounds if r.start and first <= r.start <= last],
        "why": why_words(ask, process),
        "matrix": matrix(process),
        "parties": parties(process),
    }
    values = Brief(process.id, first, last[:10], tuple(found))
    rows = [tables.event_row(e) for e in found]
    return View("brief.html", ask.tongue.t("brief.title"), context, values, rows)
