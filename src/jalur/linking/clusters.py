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

from jalur.history import WIDE, Judgement, Telling
from jalur.linking.compare import town_of
from jalur.linking.windows import MARGIN_OF_SLIPS, window

ENOUGH = 0.4
"""Least share of the pairs between two groups that must have been judged the same."""

STRONG = 0.7
"""Score of a pair from which on it joins groups that name different towns: accounts of one
happening may differ in the place, two happenings mostly do."""

Group = tuple[str, ...]
Days = tuple[int, int] | None


@dataclass(slots=True)
class Cluster:
    """A group in the making.

    `days` are those that all its dated tellings share, `reach` those that all undated ones allow.
    """

    members: set[str]
    days: Days = None
    reach: Days = None
    towns: set[str] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    told_by: set[tuple[str, ...]] = field(default_factory=set)
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
        work.join(pair)
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

    def join(self, pair: Judgement) -> None:
        """Two tellings come together if their groups can."""
        one, other = self.of[pair.left[0]], self.of[pair.right[0]]
        if one is not other and joinable(one, other, pair.score):
            self.merge(one, other)

    def merge(self, one: Cluster, other: Cluster) -> None:
        """One group of two; the smaller is poured into the larger."""
        if len(one.members) < len(other.members):
            one, other = other, one
        for member in other.members:
            self.of[member] = one
        one.members |= other.members
        one.days, one.reach = meet(one.days, other.days), meet(one.reach, other.reach)
        one.towns |= other.towns
        one.ordinals |= other.ordinals
        one.told_by |= other.told_by
        one.apart |= other.apart
        for telling, number in other.links.items():
            one.links[telling] = one.links.get(telling, 0) + number


def alone(telling: Telling) -> Cluster:
    """The group of one telling."""
    lies = window(telling)
    days = (lies.first, lies.last) if lies else None
    town = town_of(telling.place) if telling.place and telling.grain not in WIDE else None
    return Cluster(
        members={telling.id},
        days=days if lies and lies.sure else None,
        reach=days if lies and not lies.sure else None,
        towns={town} if town else set(),
        ordinals={telling.ordinal} if telling.ordinal else set(),
        told_by={(telling.report, telling.type, telling.status, telling.answers or "")},
    )


def joinable(a: Cluster, b: Cluster, score: float) -> bool:
    """Whether nothing keeps two groups apart and enough of their pairs are the same."""
    if a.apart & b.members or a.told_by & b.told_by or len(a.ordinals | b.ordinals) > 1:
        return False
    if a.towns and b.towns and a.towns != b.towns and score < STRONG:
        return False
    if parted(a.days, b.days) or parted(a.reach, b.reach):
        return False
    small, large = (a, b) if len(a.members) <= len(b.members) else (b, a)
    same = sum(large.links.get(member, 0) for member in small.members)
    return same >= ENOUGH * len(a.members) * len(b.members)


def parted(a: Days, b: Days) -> bool:
    """Whether two stretches of days are further apart than slips make them."""
    shared = meet(a, b)
    return shared is not None and shared[0] - shared[1] > MARGIN_OF_SLIPS


def meet(a: Days, b: Days) -> Days:
    """The days that two groups share, as far as they are known."""
    if a is None or b is None:
        return a or b
    return max(a[0], b[0]), min(a[1], b[1])


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
