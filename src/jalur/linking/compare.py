"""How alike two tellings are: evidence by evidence, then one score with its reasons in words.

`evidence` gives named numbers, `score` weighs them (a logistic sum; the weights are in
`data/ontology/linking.yaml`).
Comparing is symmetrical and knows nothing of the rest of the record, so that the order in which
reports come changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from jalur.days import number
from jalur.history import WIDE, Judgement, Telling
from jalur.knowledge.data import load_yaml
from jalur.knowledge.trained import squashed
from jalur.linking.windows import MARGIN_OF_SLIPS, Window, gap, window

FAR = 60
"""Days after which a longer gap is no stronger evidence."""

FEW = 0.2
"""Share of words below which two passages of one language are about different things."""

LEAST_SHOWN = 0.25
"""Weight from which on a piece of evidence is named in the reasons."""

Evidence = dict[str, float]


def judge(a: Telling, b: Telling) -> Judgement:
    """The program's judgement on two tellings."""
    found = evidence(a, b)
    value = score(found)
    left, right = sorted((a.id, b.id))
    verdict = "same" if value >= 0.5 else "different"
    return Judgement((left,), (right,), verdict, round(value, 4), "jalur", reasons(found))


def evidence(a: Telling, b: Telling) -> Evidence:
    """Every piece of evidence for and against, each between -1 and about 4."""
    if a.id == b.answers or b.id == a.answers:
        return {"rival account": 1.0}
    return {
        **of_parties(a, b),
        **of_days(a, b),
        **of_places(a, b),
        **of_words(a, b),
        **of_details(a, b),
    }


def of_parties(a: Telling, b: Telling) -> Evidence:
    """Who takes part."""
    acts = alike(codes(a, "actors"), codes(b, "actors"))
    takes = alike(codes(a, "recipients"), codes(b, "recipients"))
    crossed = codes(a, "actors") & codes(b, "recipients") or codes(b, "actors") & codes(
        a, "recipients"
    )
    return {
        "parties": alike(a.codes, b.codes) or 0.0,
        "actors": acts or 0.0,
        "other actors": float(acts == 0.0),
        "recipients": takes or 0.0,
        "other recipients": float(takes == 0.0),
        "sides exchanged": float(bool(crossed) and not acts and not takes),
        "one actor only": float(len(a.codes) == 1 or len(b.codes) == 1),
    }


def codes(telling: Telling, side: str) -> frozenset[str]:
    """The codes of one side."""
    return frozenset(p.code for p in getattr(telling, side))


def alike(a: frozenset[str], b: frozenset[str]) -> float | None:
    """The share of two sets that is common (Jaccard); None if one of them is unknown."""
    return len(a & b) / len(a | b) if a and b else None


def of_days(a: Telling, b: Telling) -> Evidence:
    """When it happened, or can have."""
    first, second = window(a), window(b)
    apart_ = told_apart(a, b)
    found = {"told apart": apart_}
    if first is None or second is None:
        return found
    if not first.sure and not second.sure:
        found["undated, told apart"] = apart_
    apart = gap(first, second)
    if apart:
        name = "days differ" if first.sure and second.sure else "days hardly fit"
        narrow = first.narrow and second.narrow and apart > MARGIN_OF_SLIPS
        exclude = narrow or foretold(a, first, second) or foretold(b, second, first)
        found["days exclude"] = float(exclude)
        return {**found, name: math.log1p(min(apart, FAR))}
    return {**found, **of_shared_days(first, second)}


def foretold(a: Telling, own: Window, other: Window) -> bool:
    """Whether what is told as done, on a day not said, would have been told before its day."""
    return a.status == "happened" and not own.sure and other.sure and own.last < other.first


def of_shared_days(a: Window, b: Window) -> Evidence:
    """Two windows that share a day: how much that says."""
    if a.narrow and b.narrow:
        return {"same day": 1.0}
    if a.sure and b.sure:
        lengths = math.log1p(a.last - a.first), math.log1p(b.last - b.first)
        return {"days overlap": 1.0, "lengths differ": abs(lengths[0] - lengths[1])}
    if a.sure or b.sure:
        return {"days can fit": 1.0}
    return {"both undated": 1.0}


def told_apart(a: Telling, b: Telling) -> float:
    """How far apart two reports were published, in the logarithm of days."""
    if not a.day or not b.day:
        return 0.0
    return math.log1p(min(abs(number(a.day) - number(b.day)), FAR))


def of_places(a: Telling, b: Telling) -> Evidence:
    """Where it happened."""
    if not a.place or not b.place:
        return {}
    if a.place == b.place:
        return {"same place": 0.5 if a.grain in WIDE else 1.0}
    if a.country and b.country and a.country != b.country:
        return {"other country": 1.0}
    if a.grain in WIDE or b.grain in WIDE or town_of(a.place) == town_of(b.place):
        return {"place inside": 1.0}
    return {"other place": 1.0}


def town_of(place: str) -> str:
    """The town of a spot: a place is told as "Karrada, Baghdad" where both are known."""
    return place.rpartition(", ")[2]


def of_words(a: Telling, b: Telling) -> Evidence:
    """The words, numbers and names of the passages."""
    least = min(len(a.words), len(b.words)) or 1
    shared = len(a.words & b.words) / least
    found = {"same words" if a.language == b.language else "words across": shared}
    if a.language == b.language and shared < FEW:
        found["no words shared"] = 1.0
    if a.figures and b.figures:
        found["same figures" if a.figures & b.figures else "other figures"] = 1.0
    if a.people and b.people:
        found["same people" if a.people & b.people else "other people"] = 1.0
    return found


def of_details(a: Telling, b: Telling) -> Evidence:
    """Number of the round, mode, status, issues, format."""
    found = {"same report": float(a.report == b.report)}
    if a.ordinal and b.ordinal:
        found["same round" if a.ordinal == b.ordinal else "other round"] = 1.0
    if a.mode and b.mode:
        found["same mode" if a.mode == b.mode else "other mode"] = 1.0
    if a.type != b.type:
        found["kindred type"] = 1.0
    if a.status == b.status:
        found["same status"] = 1.0
    if a.issues and b.issues:
        found["same issues" if set(a.issues) & set(b.issues) else "other issues"] = 1.0
    if plan_after(a, b) or plan_after(b, a):
        found["plan after the event"] = 1.0
    return found


def plan_after(plan: Telling, event: Telling) -> bool:
    """Whether a plan is told after the event was over: it is a plan for the next one."""
    if plan.status != "planned" or event.status != "happened" or not plan.told or not event.told:
        return False
    return plan.told[:10] > (event.end or event.told[:10])


def score(found: Mapping[str, float]) -> float:
    """The probability that the evidence is of one happening."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) * value for name, value in found.items())
    return squashed(total)


def reasons(found: Mapping[str, float]) -> str:
    """What spoke for and against, strongest first."""
    known = weights()
    parts = [(known.get(name, 0.0) * value, name) for name, value in found.items() if value]
    parts.sort(key=lambda p: (-abs(p[0]), p[1]))
    return "; ".join(f"{n} {w:+.1f}" for w, n in parts if abs(w) >= LEAST_SHOWN)


@cache
def weights() -> dict[str, float]:
    """The weight of each piece of evidence."""
    return {str(k): float(v) for k, v in load_yaml("ontology/linking.yaml").items()}
