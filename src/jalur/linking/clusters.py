"""From judgements on pairs to happenings: which tellings are one event.

Greedy agglomeration, the best pair first. Two groups join when enough of their pairs were judged
the same, when their days have a day in common, and when no two tellings in them must stay apart. A
person's judgements come first and are never broken. The outcome depends on the set of tellings and
judgements alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jalur.history import Judgement, Telling
from jalur.linking.windows import MARGIN_OF_SLIPS, window

ENOUGH = 0.4
"""Least share of the pairs between two groups that must have been judged the same."""

Group = tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """A group in the making: its tellings, the days they share, and its links to other groups."""

    members: set[str]
    first: int | None = None
    last: int | None = None
    ordinals: set[int] = field(default_factory=set)
    told_by: set[tuple[str, str, str]] = field(default_factory=set)
    links: dict[str, int] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)


def clusters(tellings: Mapping[str, Telling], judgements: Iterable[Judgement]) -> list[Group]:
    """The happenings among some tellings, each as its tellings' ids in the order of telling."""
    given = list(judgements)
    by_hand = sorted((j for j in given if j.by != "jalur"), key=lambda j: (j.at, j.id))
    pairs = sorted((j for j in given if j.by == "jalur" and j.verdict == "same"), key=strength)
    work = Joining(tellings, pairs)
    settle(work, by_hand)
    for pair in pairs:
        work.join(pair.left[0], pair.right[0])
    return sorted(in_order(tellings, c.members) for c in work.groups())


def strength(judgement: Judgement) -> tuple[float, str, str]:
    """Best first; ids decide between equals, so that no order of arrival can."""
    return -judgement.score, judgement.left[0], judgement.right[0]


def settle(work: Joining, by_hand: Sequence[Judgement]) -> None:
    """Apply what persons said; of two that contradict each other the later one counts."""
    said: dict[tuple[str, str], str] = {}
    for judgement in by_hand:
        for a in judgement.left:
            for b in judgement.right:
                if a in work.tellings and b in work.tellings and a != b:
                    said[min(a, b), max(a, b)] = judgement.verdict
    for (a, b), verdict in sorted(said.items()):
        if verdict == "different":
            work.part(a, b)
    for (a, b), verdict in sorted(said.items()):
        if verdict == "same":
            work.force(a, b)


class Joining:
    """The groups while they grow."""

    def __init__(self, tellings: Mapping[str, Telling], pairs: Sequence[Judgement]) -> None:
        self.tellings = tellings
        self.of = {id_: alone(telling) for id_, telling in tellings.items()}
        for pair in pairs:
            a, b = pair.left[0], pair.right[0]
            self.of[a].links[b] = self.of[b].links[a] = 1

    def groups(self) -> list[Cluster]:
        """Every group once."""
        return list({id(c): c for c in self.of.values()}.values())

    def part(self, a: str, b: str) -> None:
        """Two tellings never come together."""
        self.of[a].apart.add(b)
        self.of[b].apart.add(a)

    def force(self, a: str, b: str) -> None:
        """Two tellings come together because a person said so."""
        one, other = self.of[a], self.of[b]
        if one is not other and not one.apart & other.members:
            self.merge(one, other)

    def join(self, a: str, b: str) -> None:
        """Two tellings come together if their groups can."""
        one, other = self.of[a], self.of[b]
        if one is not other and joinable(one, other):
            self.merge(one, other)

    def merge(self, one: Cluster, other: Cluster) -> None:
        """One group of two; the smaller is poured into the larger."""
        if len(one.members) < len(other.members):
            one, other = other, one
        for member in other.members:
            self.of[member] = one
        one.members |= other.members
        one.first, one.last = meet(one, other)
        one.ordinals |= other.ordinals
        one.told_by |= other.told_by
        one.apart |= other.apart
        for telling, number in other.links.items():
            one.links[telling] = one.links.get(telling, 0) + number


def alone(telling: Telling) -> Cluster:
    """The group of one telling."""
    days = window(telling)
    sure = days is not None and days.sure
    return Cluster(
        {telling.id},
        days.first if days and sure else None,
        days.last if days and sure else None,
        {telling.ordinal} if telling.ordinal else set(),
        {(telling.report, telling.type, telling.status)},
    )


def joinable(a: Cluster, b: Cluster) -> bool:
    """Whether nothing keeps two groups apart and enough of their pairs are the same."""
    if a.apart & b.members or a.told_by & b.told_by or len(a.ordinals | b.ordinals) > 1:
        return False
    first, last = meet(a, b)
    if first is not None and last is not None and first - last > MARGIN_OF_SLIPS:
        return False
    small, large = (a, b) if len(a.members) <= len(b.members) else (b, a)
    same = sum(large.links.get(member, 0) for member in small.members)
    return same >= ENOUGH * len(a.members) * len(b.members)


def meet(a: Cluster, b: Cluster) -> tuple[int | None, int | None]:
    """The days that two groups share, as far as they are known."""
    firsts = [f for f in (a.first, b.first) if f is not None]
    lasts = [n for n in (a.last, b.last) if n is not None]
    return max(firsts, default=None), min(lasts, default=None)


def in_order(tellings: Mapping[str, Telling], members: Iterable[str]) -> Group:
    """Tellings in the order in which they were told, unknown moments last."""
    return tuple(sorted(members, key=lambda m: (tellings[m].told or "9999", m)))


def components(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The sets of ids that hang together."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in links:
        near[a].add(b)
        near[b].add(a)
    found, seen = [], set[str]()
    for start in sorted(ids):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = near[waiting.pop()] - group
            group |= fresh
            waiting.extend(fresh)
        seen |= group
        found.append(group)
    return found
