"""Who did it to whom, taken together: pairs of an actor and a recipient, for `choosing`.

What a party is likely to be alone does not tell that a state seldom bombs itself in news of
another's war, or that those who fight each other stand on two sides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jalur.grounding.candidates import Asked, Candidate
from jalur.knowledge.conflicts import opposed

KEPT = 7
"""How many candidates of each side are paired, the likeliest ones."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An actor and a recipient, either of which may be nobody, with what speaks for both."""

    actor: str | None
    recipient: str | None
    features: Weights


@dataclass(frozen=True, slots=True)
class Likely:
    """The candidates of a mention with the chance of each to act and to be acted on."""

    asked: Asked
    candidates: Mapping[str, Candidate]
    chances: Mapping[str, Mapping[str, float]]
    """By role and code, 0 to 1."""


def pairs_of(likely: Likely, earlier: Sequence[Asked]) -> list[Pair]:
    """Every pair of the likeliest candidates, and of nobody."""
    told = Counter((a, r) for e in earlier for a in e.codes("actor") for r in e.codes("recipient"))
    actors, recipients = (likeliest(likely.chances[role]) for role in ("actor", "recipient"))
    return [
        Pair(actor, recipient, features_of(likely, actor, recipient, told))
        for actor in (None, *actors)
        for recipient in (None, *recipients)
    ]


def likeliest(chances: Mapping[str, float]) -> list[str]:
    """The candidates that are worth a pair; of equal ones the first by code."""
    return sorted(chances, key=lambda code: (-chances[code], code))[:KEPT]


def features_of(
    likely: Likely, actor: str | None, recipient: str | None, told: Counter[tuple[str, str]]
) -> Weights:
    """What speaks for a pair: each side's own chance, and what the two are to each other."""
    found: Weights = {}
    for role, code in (("actor", actor), ("recipient", recipient)):
        chances = likely.chances[role]
        ruled = likely.asked.codes(role)
        if code is None:
            found[f"no {role}"] = 1.0
            found[f"no {role}.{likely.asked.mention.type}"] = 1.0
            found[f"no {role} beside"] = max((logit(c) for c in chances.values()), default=-5.0)
        else:
            found[role] = logit(chances[code])
            found[f"ruled {role}={code in ruled}.{bool(ruled)}"] = 1.0
    if actor is not None and recipient is not None:
        found.update(dict.fromkeys(between(likely, actor, recipient, told), 1.0))
        weaker = min(found["actor"], found["recipient"])
        found[f"weaker.{actor == recipient}"] = weaker
    return found


def between(
    likely: Likely, actor: str, recipient: str, told: Counter[tuple[str, str]]
) -> list[str]:
    """What an actor and a recipient are to each other."""
    asked, kind = likely.asked, likely.asked.mention.type
    same, foes = actor == recipient, opposed(actor, recipient)
    one, other = likely.candidates[actor], likely.candidates[recipient]
    share = next((f for f in one.features if f.startswith("share=")), "")
    ruled = f"{actor in asked.codes('actor')}.{recipient in asked.codes('recipient')}"
    open_ = f"{bool(asked.codes('actor'))}.{bool(asked.codes('recipient'))}"
    return [
        *(
            f"same={same}",
            f"same={same}.{kind}",
            f"same={same}.{share}.{'home=True' in one.features}",
        ),
        *(f"same={same}.ruled {ruled}", f"same={same}.named {open_}"),
        *(f"foes={foes}", f"foes={foes}.{kind}", f"here={one.here}.{other.here}.{same}"),
        f"told={min(2, told[actor, recipient])}.{same}",
        f"turned={min(2, told[recipient, actor])}.{same}",
    ]


def logit(chance: float) -> float:
    """A chance on the scale on which evidence adds up."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))
