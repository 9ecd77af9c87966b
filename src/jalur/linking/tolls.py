"""Numbers of people harmed: who gives which, what takes the place of what, what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jalur.history import Count, Point, Series, Telling, Voice
from jalur.knowledge.speakers import body
from jalur.knowledge.terms import folded
from jalur.knowledge.totals import is_total

Told = tuple[Telling, Count]


def speaker(voices: Sequence[Voice], outlet: str | None) -> str:
    """Who answers for something: the first source by name or code, else the outlet."""
    for voice in voices:
        if voice.name or voice.code:
            return voice.name or voice.code or ""
    return outlet or "unknown outlet"


def source_key(count: Count, outlet: str | None) -> str:
    """The source of a number as later numbers of the same source find it, in either language: its
    code and the kind of body, else its name, else the outlet."""
    for voice in count.voices:
        if voice.kind != "outlet" and voice.code:
            return f"{voice.code}|{body(voice.name or '')}"
        if voice.kind != "outlet" and voice.name:
            return " ".join(folded(voice.name))
    return f"outlet|{' '.join(folded(outlet or ''))}"


def latest(told: Sequence[Told]) -> list[Told]:
    """Each source's newest numbers; a source corrects itself and does not dispute itself.

    Sources of one code are one from report to report ("the army", "Pakistan's military"), but two
    that one report names apart are two.
    """
    newest: dict[str, list[Told]] = {}
    for telling, count in sorted(told, key=lambda p: (p[0].told, p[1].report, p[1].start)):
        key = source_key(count, telling.outlet)
        same = [p for p in newest.get(key, ()) if apart(p, (telling, count))]
        newest[key] = [*same, (telling, count)]
    return [one for numbers in newest.values() for one in numbers]


def apart(a: Told, b: Told) -> bool:
    """Whether one report gives two numbers from two speakers."""
    speakers = {speaker(t.voices, o.outlet) for o, t in (a, b)}
    return a[1].report == b[1].report and len(speakers) > 1


def excludes(a: Count, b: Count) -> bool:
    """Whether two numbers cannot both be right: their ranges share no number."""
    return above(a, b) or above(b, a)


def above(a: Count, b: Count) -> bool:
    """Whether all that `a` allows is more than all that `b` allows."""
    return a.low is not None and b.high is not None and a.low > b.high


def shown(count: Count) -> str:
    """A number in words."""
    if count.low == count.high:
        return f"{count.low}"
    if count.high is None:
        return f"at least {count.low}"
    if count.low is None:
        return f"at most {count.high}"
    return f"{count.low} to {count.high}"


def total(count: Count, moment: str) -> str:
    """What a number that belongs to no event counts: the harm of a conflict, since a day if one is
    told. Numbers that nothing ties to an event or a beginning are compared within a month."""
    since = (count.since or "")[:7]
    whole = count.since or is_total(count.kind, count.low or count.high, count.quote)
    parts = count.kind, count.victims or "", count.country or "", since
    return "|".join((*parts, "" if whole else moment[:7]))


def series(
    told: Iterable[tuple[str, str | None, Count]],
    event_of: Mapping[str, str | None],
) -> tuple[Series, ...]:
    """The series among some counts, each given with the moment and outlet of its report.

    `event_of` tells to which event a count belongs, if to any.
    """
    groups: dict[tuple[str, ...], list[tuple[str, str | None, Count]]] = defaultdict(list)
    for moment, outlet, count in told:
        event = event_of.get(count.id)
        key = ("", event, count.kind, count.victims or "") if event else (total(count, moment),)
        groups[key].append((moment, outlet, count))
    return tuple(one_series(groups[key], event_of) for key in sorted(groups))


def one_series(
    told: Sequence[tuple[str, str | None, Count]],
    event_of: Mapping[str, str | None],
) -> Series:
    """One series in the order of telling."""
    in_order = sorted(told, key=lambda p: (p[0], p[2].id))
    last = {source_key(c, outlet): c.id for _, outlet, c in in_order}
    standing = [c for _, outlet, c in in_order if last[source_key(c, outlet)] == c.id]
    first = in_order[0][2]
    points = tuple(
        Point(
            count=c.id,
            report=c.report,
            day=c.as_of or moment[:10],
            low=c.low,
            high=c.high,
            source=speaker(c.voices, outlet),
            outlet=outlet,
            superseded=last[source_key(c, outlet)] != c.id,
            disputed=last[source_key(c, outlet)] == c.id and at_odds(c, standing),
        )
        for moment, outlet, c in in_order
    )
    by = {c.by for _, _, c in in_order}
    return Series(
        id="t" + first.id,
        kind=first.kind,
        victims=first.victims,
        by=by.pop() if len(by) == 1 else None,
        place=first.place,
        since=first.since,
        event=event_of.get(first.id),
        points=points,
    )


def at_odds(count: Count, others: Iterable[Count]) -> bool:
    """Whether a number excludes any of some others."""
    return any(excludes(count, other) for other in others)
