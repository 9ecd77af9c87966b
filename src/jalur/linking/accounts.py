"""From the tellings of one happening to the event: what most say, and how it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from jalur.days import number
from jalur.history import WIDE, Change, Count, Event, Party, Telling
from jalur.linking.copies import origin_name
from jalur.linking.disputes import disputes, speaks_against
from jalur.linking.windows import window

T = TypeVar("T")

NEVER = (None, None)


def account(
    tellings: Sequence[Telling],
    counts: Sequence[tuple[Telling, Count]],
    origins: Mapping[str, str],
) -> Event:
    """The event that some tellings, in the order of telling, are of.

    `counts` are the tolls told with it, `origins` the origin of each report.
    """
    first = tellings[0]
    of = {t.id: origin(t, origins) for t in tellings}
    best = most(tellings, of, lambda t: t.place, exactness)
    days = most(tellings, of, lambda t: (t.start, t.end) if t.start else None, shortness)
    start, end = days if days else (None, None)
    spot = next((t for t in tellings if t.place == best), None) if best else None
    changes = history(tellings)
    event = Event(
        id=f"e{first.id}",
        type=common(t.type for t in tellings),
        mode=common(t.mode for t in tellings if t.mode) or None,
        status=standing(tellings),
        actors=parties(tellings, of, "actors"),
        recipients=parties(tellings, of, "recipients"),
        start=start,
        end=end,
        place=spot.place if spot else None,
        country=spot.country if spot else None,
        grain=spot.grain if spot else None,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        issues=tuple(dict.fromkeys(i for t in tellings for i in t.issues)),
        format=common(t.format for t in tellings if t.format) or None,
        ordinal=next((t.ordinal for t in tellings if t.ordinal), None),
        claims=tuple(t.id for t in tellings),
        reports=len({t.report for t in tellings}),
        outlets=len({origin_name(t.outlet) or t.report for t in tellings}),
        independent=len(set(of.values())),
        first=first.told,
        last=max(t.told for t in tellings),
        quote=first.quote,
        changes=changes,
        against=tuple(t.id for t in tellings if speaks_against(t)),
    )
    earliest, latest = bounds(tellings) if start is None and event.status == "happened" else NEVER
    return replace(
        event, disputes=disputes(event, tellings, counts), earliest=earliest, latest=latest
    )


def bounds(tellings: Sequence[Telling]) -> tuple[str | None, str | None]:
    """The days between which a happening without a day lies, as far as publication tells.

    It was over when it was first told; and news tells of the last days (see `windows.ALLOWED`): of
    72 coded events that open a report and have a day, 65 lie within three days before it. All
    reports together say more, unless some tell of it again much later.
    """
    told = [t for t in tellings if t.status == "happened" and not speaks_against(t)]
    lie = [w for t in told if (w := window(t)) and not w.sure]
    if not lie:
        return NEVER
    last = min(w.last for w in lie)
    first = max(w.first for w in lie)
    if first > last:
        first = min(w.first for w in lie)
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


def origin(telling: Telling, origins: Mapping[str, str]) -> str:
    """Where a telling comes from: the last outlet of its relay chain, else its report's origin."""
    chains = {v.via[-1] for v in telling.voices if v.via}
    if len(chains) == 1 and all(v.via for v in telling.voices):
        return origin_name(chains.pop()) or telling.report
    return origins.get(telling.report) or origin_name(telling.outlet) or telling.report


def common(values: Iterable[str | None]) -> str:
    """The most frequent value, the first told of equals; "" if there is none."""
    counted = Counter(v for v in values if v)
    return max(counted, key=lambda v: counted[v]) if counted else ""


def most(
    tellings: Sequence[Telling],
    of: Mapping[str, str],
    value: Callable[[Telling], T | None],
    exact: Callable[[Telling], float],
) -> T | None:
    """The value that most independent origins give; the more exact, then the first, of equals."""
    backing: dict[T, set[str]] = {}
    sharp: dict[T, float] = {}
    for telling in tellings:
        if (one := value(telling)) is not None:
            backing.setdefault(one, set()).add(of[telling.id])
            sharp[one] = max(sharp.get(one, -1e9), exact(telling))
    return max(backing, key=lambda v: (len(backing[v]), sharp[v]), default=None)


def exactness(telling: Telling) -> float:
    """A town is more exact than a state."""
    return 0.0 if telling.grain in WIDE else 1.0


def shortness(telling: Telling) -> float:
    """A day is more exact than a month."""
    return -float(number(telling.end or "") - number(telling.start or ""))


def standing(tellings: Sequence[Telling]) -> str:
    """Whether it happened, as of the last telling.

    What happened has happened, whatever was planned before or denied by somebody; what was planned
    stands as the latest telling has it.
    """
    told = [t.status for t in tellings if not speaks_against(t) or t.status == "denied"]
    if "happened" in told:
        return "happened"
    return told[-1] if told else tellings[-1].status


def history(tellings: Sequence[Telling]) -> tuple[Change, ...]:
    """The tellings at which status or day changed."""
    found: list[Change] = []
    for t in tellings:
        change = Change(t.told, t.status, t.start, t.outlet, t.id)
        last = found[-1] if found else None
        moved = last is not None and t.start is not None and t.start != last.day
        if last is None or t.status != last.status or (moved and t.status == "planned"):
            found.append(change)
    return tuple(found)


def parties(tellings: Sequence[Telling], of: Mapping[str, str], side: str) -> tuple[Party, ...]:
    """Everybody on one side, the most often named first; the fullest name and role of each.

    Who is named by one origin where many others name other people is left to the disputes.
    """
    backing: dict[str, set[str]] = {}
    best: dict[str, Party] = {}
    for telling in tellings:
        for one in getattr(telling, side):
            backing.setdefault(one.code, set()).add(of[telling.id])
            known = best.get(one.code)
            best[one.code] = one if known is None else fuller(known, one)
    naming = {of[t.id] for t in tellings if getattr(t, side)}
    least = 2 if len(naming) >= 4 else 1
    kept = [c for c in backing if len(backing[c]) >= least] or list(backing)
    return tuple(best[c] for c in sorted(kept, key=lambda c: (-len(backing[c]), c)))


def fuller(a: Party, b: Party) -> Party:
    """A participant with what the other naming adds."""
    return Party(a.code, a.name or b.name, a.sector or b.sector, a.role or b.role)
