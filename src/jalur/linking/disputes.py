"""Accounts of one event that cannot all be right, kept side by side with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jalur.days import number
from jalur.history import WIDE, Count, Dispute, Event, Side, Telling, Voice
from jalur.linking.tolls import excludes, latest, shown, speaker
from jalur.linking.windows import NARROW

AGAINST = frozenset({"denies", "doubts"})


def disputes(
    event: Event, tellings: Sequence[Telling], counts: Sequence[tuple[Telling, Count]]
) -> tuple[Dispute, ...]:
    """Every field of an event on which accounts exclude each other."""
    found = [
        *of_status(tellings),
        *of_values("date", tellings, day, days_exclude),
        *of_values("place", tellings, town, lambda a, b: a != b),
        *of_values("actors", tellings, doers, codes_exclude),
        *of_counts(counts),
    ]
    return tuple(Dispute(event.id, field, sides) for field, sides in found if len(sides) > 1)


Found = tuple[str, tuple[Side, ...]]


def of_status(tellings: Sequence[Telling]) -> Iterator[Found]:
    """Happened against denied: by a telling of its own, or by a source who denies."""
    happened = [t for t in tellings if t.status == "happened" and not speaks_against(t)]
    denied = [t for t in tellings if speaks_against(t) or any(map(denies, t.voices))]
    if happened and denied:
        yield "status", (side("happened", happened), side("denied", denied, against=True))


def denies(voice: Voice) -> bool:
    """Whether a source denies or doubts what it is told with."""
    return voice.stance in AGAINST


def speaks_against(telling: Telling) -> bool:
    """Whether a telling denies the happening."""
    if telling.status == "denied":
        return True
    return bool(telling.voices) and all(map(denies, telling.voices))


def of_values(
    field: str,
    tellings: Sequence[Telling],
    value: Callable[[Telling], str | None],
    exclude: Callable[[str, str], bool],
) -> Iterator[Found]:
    """The values of one field, where at least two exclude each other."""
    given: dict[str, list[Telling]] = {}
    for telling in tellings:
        one = value(telling) if not speaks_against(telling) else None
        if one is not None:
            given.setdefault(one, []).append(telling)
    odd = [a for a in given if any(exclude(a, b) for b in given)]
    if len(odd) > 1:
        yield field, tuple(side(v, given[v]) for v in odd)


def day(telling: Telling) -> str | None:
    """The day of what happened, if it is told as a day or two; plans may move without dispute."""
    if telling.status != "happened" or not telling.start or not telling.end:
        return None
    short = number(telling.end) - number(telling.start) < NARROW
    return f"{telling.start}/{telling.end}" if short else None


def days_exclude(a: str, b: str) -> bool:
    """Whether two short ranges share no day."""
    (first, last), (start, end) = a.split("/"), b.split("/")
    return last < start or end < first


def town(telling: Telling) -> str | None:
    """The place, if it is more exact than a region: a wider place disputes nothing."""
    return telling.place if telling.grain not in WIDE else None


def doers(telling: Telling) -> str | None:
    """Who acts, for acts of one side."""
    if telling.type == "CONSULT" or not telling.actors:
        return None
    return " ".join(sorted({p.code for p in telling.actors}))


def codes_exclude(a: str, b: str) -> bool:
    """Whether two sets of actors share nobody."""
    return not set(a.split()) & set(b.split())


def of_counts(counts: Sequence[tuple[Telling, Count]]) -> Iterator[Found]:
    """Numbers of harm that exclude each other, each source's newest alone."""
    for kind in sorted({c.kind for _, c in counts}):
        newest = latest([(t, c) for t, c in counts if c.kind == kind])
        odd = [(t, c) for t, c in newest if any(excludes(c, other) for _, other in newest)]
        values: dict[str, list[tuple[Telling, Count]]] = {}
        for telling, count in odd:
            values.setdefault(shown(count), []).append((telling, count))
        yield (
            f"toll.{kind}",
            tuple(
                Side(v, tuple(c.id for _, c in all_), sources(all_), all_[0][0].told)
                for v, all_ in values.items()
            ),
        )


def sources(told: Sequence[tuple[Telling, Count]]) -> tuple[str, ...]:
    """Who gives a number."""
    return tuple(dict.fromkeys(speaker(c.voices, t.outlet) for t, c in told))


def side(value: str, tellings: Sequence[Telling], against: bool = False) -> Side:
    """One account with its tellings and the sources that give it."""
    names: dict[str, None] = {}
    for telling in tellings:
        own = [v for v in telling.voices if denies(v) == against] or telling.voices
        names[speaker(own, telling.outlet)] = None
    return Side(value, tuple(t.id for t in tellings), tuple(names), tellings[0].told)
