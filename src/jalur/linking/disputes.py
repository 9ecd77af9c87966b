"""Accounts of one event that cannot all be right, kept side by side with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jalur.days import number
from jalur.history import WIDE, Count, Dispute, Event, Side, Telling, Version, Voice
from jalur.linking.tolls import excludes, latest, shown, speaker
from jalur.linking.windows import NARROW

AGAINST = frozenset({"denies", "doubts"})


def disputes(
    event: Event, tellings: Sequence[Telling], counts: Sequence[tuple[Telling, Count]]
) -> tuple[Dispute, ...]:
    """Every field of an event on which accounts exclude each other."""
    found = [
        *of_status(tellings),
        *of_values("date", said(tellings, day, lambda v: v.days), days_exclude),
        *of_values("place", said(tellings, town, lambda v: v.place), lambda a, b: a != b),
        *of_values("actors", said(tellings, doers, versions_doers), codes_exclude),
        *of_counts(counts),
    ]
    return tuple(Dispute(event.id, field, sides) for field, sides in found if len(sides) > 1)


Found = tuple[str, tuple[Side, ...]]


def of_status(tellings: Sequence[Telling]) -> Iterator[Found]:
    """Happened against denied: by a telling of its own, or by a source who denies."""
    happened = [t for t in tellings if t.status == "happened" and not speaks_against(t)]
    denied = [t for t in tellings if speaks_against(t) or any(map(denies, t.voices))]
    if happened and denied:
        yield (
            "status",
            (
                side("happened", [Said("", t, t.voices) for t in happened]),
                side("denied", [Said("", t, t.voices) for t in denied], against=True),
            ),
        )


def denies(voice: Voice) -> bool:
    """Whether a source denies or doubts what it is told with."""
    return voice.stance in AGAINST


def speaks_against(telling: Telling) -> bool:
    """Whether a telling denies the happening."""
    if telling.status == "denied":
        return True
    return bool(telling.voices) and all(map(denies, telling.voices))


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field, the telling that has it and who answers for it."""

    value: str
    telling: Telling
    voices: tuple[Voice, ...]


def said(
    tellings: Sequence[Telling],
    own: Callable[[Telling], str | None],
    other: Callable[[Version], str | None],
) -> Iterator[Said]:
    """The values of one field: each telling's own, and those that further sources of it give."""
    for telling in tellings:
        one = own(telling) if not speaks_against(telling) else None
        if one is not None:
            yield Said(one, telling, telling.voices)
        for version in telling.versions:
            if (one := other(version)) is not None:
                yield Said(one, telling, (version.voice,))


def of_values(
    field: str, told: Iterable[Said], exclude: Callable[[str, str], bool]
) -> Iterator[Found]:
    """The values of one field, where at least two exclude each other."""
    given: dict[str, list[Said]] = {}
    for one in told:
        given.setdefault(one.value, []).append(one)
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


def versions_doers(version: Version) -> str | None:
    """Who acts by another source."""
    return " ".join(sorted(version.actors)) or None


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


def side(value: str, told: Sequence[Said], against: bool = False) -> Side:
    """One account with its tellings and the sources that give it."""
    names: dict[str, None] = {}
    for one in told:
        own = [v for v in one.voices if denies(v) == against] or one.voices
        names[speaker(own, one.telling.outlet)] = None
    claims = dict.fromkeys(one.telling.id for one in told)
    return Side(value, tuple(claims), tuple(names), told[0].telling.told)
