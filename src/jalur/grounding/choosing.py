"""Who takes the sides of an event: the likeliest of all whom the report names.

The rules of `sides` read what the words around an event say. Two logistic regressions weigh every
candidate for either side, with the rules' reading as one sign among others, and a third weighs
pairs of the likeliest (`pairs`). All are trained by `training/choosing.py` on coded reports. Where
the rules' own sides are nearly as likely as the best pair, they stand.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jalur.grounding.candidates import ROLES, Asked, Candidate, Sides, candidates_of
from jalur.grounding.pairs import Likely, Pair, pairs_of
from jalur.grounding.scene import Scene
from jalur.knowledge import trained
from jalur.knowledge.actors import STATE_CODE
from jalur.knowledge.lexicon import TWO_SIDED
from jalur.knowledge.trained import squashed, weight_of
from jalur.model import Participant, Reason

MARGIN = 0.5
"""How much likelier, in logits, a pair must be than the rules' own reading to outdo it (0 to 1
differ by less than a point of right pairs in cross-validation)."""

BESIDE = 0.2
"""The least chance of a further party that the rules coordinate with the chosen one."""

SEVERAL = ("takes up", "both sides")
"""How the reason begins of those whom one phrase takes up ("the four countries")."""

JOINT, JOINT_RULED, JOINT_BEST = 0.5, 0.4, 0.3
"""Of two-sided events: the chance from which a party takes part, that of one that the rules name,
and that of the likeliest one."""


def table() -> dict[str, Any]:
    """The trained weights by role and of pairs; empty when there are none."""
    return trained.table("choosing")


@dataclass(frozen=True, slots=True)
class Choice:
    """The sides of a mention, and how likely they are right (0 to 1, None if not weighed)."""

    sides: Sides
    sure: float | None = None


def chosen(scene: Scene, asked: Asked, earlier: Sequence[Asked]) -> Choice:
    """The sides of a mention, in the light of the whole report; `earlier` are those before it."""
    if not table():
        return Choice(asked.sides)
    return choice_of(likely_of(scene, asked, earlier), earlier)


def choice_of(likely: Likely, earlier: Sequence[Asked]) -> Choice:
    """The sides that the chances of all candidates make likeliest."""
    if likely.asked.mention.type in TWO_SIDED:
        codes = joint(likely)
        least = min((likely.chances["actor"][c] for c in codes), default=0.0)
        return Choice((sided(likely, codes, "actor"), []), least)
    best = best_pair(likely, pairs_of(likely, earlier))
    acting = with_others(likely, best.actor, "actor")
    suffering = {
        c for c in with_others(likely, best.recipient, "recipient") if not is_itself(c, acting)
    }
    actors, recipients = sided(likely, acting, "actor"), sided(likely, suffering, "recipient")
    return Choice((actors, recipients), squashed(score(best)))


def is_itself(code: str, acting: Collection[str]) -> bool:
    """Whether a group or body would do something to itself; a state's people may, to others."""
    return code in acting and len(code) != STATE_CODE


def likely_of(scene: Scene, asked: Asked, earlier: Sequence[Asked]) -> Likely:
    """The candidates of a mention with their chances."""
    candidates = {c.code: c for c in candidates_of(scene, asked, earlier)}
    chances = {
        role: {code: chance(role, c.features) for code, c in candidates.items()} for role in ROLES
    }
    return Likely(asked, candidates, chances)


def joint(likely: Likely) -> set[str]:
    """Who takes part in talks, a deal or common work."""
    chances, ruled = likely.chances["actor"], likely.asked.codes("actor")
    found = {c for c, p in chances.items() if p >= (JOINT_RULED if c in ruled else JOINT)}
    best = max(sorted(chances), key=lambda c: chances[c], default=None)
    if not found and best is not None and chances[best] >= JOINT_BEST:
        found = {best}
    taken = taken_up(likely, "actor")
    return found | taken if found & taken else found


def taken_up(likely: Likely, role: str) -> set[str]:
    """Whom one phrase takes up as several: they take part together or not at all."""
    named = likely.asked.sides[ROLES.index(role)]
    return {p.code for p in named if p.reason.detail.startswith(SEVERAL)}


def best_pair(likely: Likely, pairs: Sequence[Pair]) -> Pair:
    """The likeliest pair; the rules' own reading where that is nearly as likely."""
    worth = {pair: score(pair) for pair in pairs}
    ruled = [pair for pair in pairs if is_ruled(likely, pair)]
    best = max(pairs, key=worth.__getitem__)
    own = max(ruled, key=worth.__getitem__, default=best)
    return own if worth[best] - worth[own] < MARGIN else best


def is_ruled(likely: Likely, pair: Pair) -> bool:
    """Whether a pair agrees with every side that the rules name."""
    sides = (("actor", pair.actor), ("recipient", pair.recipient))
    return all(not (ruled := likely.asked.codes(r)) or code in ruled for r, code in sides)


def score(pair: Pair) -> float:
    """How likely a pair is, in logits."""
    known = table()["pair"]
    weights: dict[str, float] = known["weights"]
    return float(known["bias"]) + math.fsum(
        weights.get(f, 0.0) * v for f, v in pair.features.items()
    )


def with_others(likely: Likely, code: str | None, role: str) -> set[str]:
    """The chosen party of a side with those that the rules name beside it; whom one phrase takes
    up as several stay together."""
    ruled = likely.asked.codes(role)
    if code is None or code not in ruled:
        return set() if code is None else {code}
    taken = taken_up(likely, role)
    others = {c for c in ruled if likely.chances[role].get(c, 0.0) >= BESIDE}
    return {code} | others | (taken if code in taken else set())


def sided(likely: Likely, codes: Collection[str], role: str) -> list[Participant]:
    """The parties of a side: those that the rules read, then the chosen ones with their chance."""
    ruled = [p for p in likely.asked.sides[ROLES.index(role)] if p.code in codes]
    others = sorted(set(codes) - {p.code for p in ruled})
    chances = likely.chances[role]
    return [*ruled, *(as_chosen(likely.candidates[c], chances[c]) for c in others)]


def as_chosen(candidate: Candidate, chance_: float) -> Participant:
    """A candidate as a party of the event, with its chance in tenths."""
    one = candidate.participant
    why = f"likely {int(10 * chance_)}/10: {one.reason.detail}"
    return replace(one, reason=Reason("actor", why))


def chance(role: str, features: Collection[str]) -> float:
    """How likely a candidate with these features takes a side, 0 to 1."""
    known = table()[role]
    weights: Mapping[str, float] = known["weights"]
    return squashed(float(known["bias"]) + weight_of(features, weights))
